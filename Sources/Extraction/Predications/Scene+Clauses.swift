import Facts

extension Scene {
    /// A phrase and its conjuncts, each with the preposition that governs it ("in Rome and at sea").
    func expandOblique(_ i: Int) -> [(head: Int, preposition: String?)] {
        let reader = ClauseReader(tree: tree, verbs: knowledge.verbs, words: knowledge.words)
        if tree.antecedent(ofPronoun: i) != nil {
            let preposition = tree.preposition(i) ?? (tree.lower(i) == "where" ? "in" : nil)
            return reader.expand(i).map { ($0, preposition) }
        }
        let first = tree.preposition(i)
        return tree.conjuncts(i).map { ($0, tree.preposition($0) ?? first) }
    }

    /// An adverbial clause as an argument of the clause it hangs in; nil for participles, which are facts of their own.
    func adverbialClause(_ i: Int, verb: String) -> Predication.Phrase? {
        let marker = tree.marker(i)
        if ModalityReader(tree: tree, verbs: knowledge.verbs).isInfinitive(i), marker == nil || marker!.hasSuffix("to") {
            return clausePhrase(.purpose, i, preposition: "to")
        }
        switch marker {
        case nil:
            return nil
        case "because", "since", "as", "given that", "now that":
            if marker == "since", clause(at: i)?.tense == .past { return clausePhrase(.topic, i, preposition: "since") }
            return clausePhrase(.cause, i, preposition: marker)
        case "so that", "in order that", "in order to", "so as to":
            return clausePhrase(.purpose, i, preposition: marker)
        case "by", "through":
            return clausePhrase(.instrument, i, preposition: marker)
        case "for":
            let isReaction = Reactions.contains(verb, knowledge.verbs)
            return clausePhrase(isReaction ? .cause : .purpose, i, preposition: "for")
        default:
            return clausePhrase(.topic, i, preposition: marker)
        }
    }

    /// The tokens of a clause without the clauses beside it: coordinated ones, asides and who said it.
    func words(of clause: Clause) -> [Int] {
        let asides = tree.children[clause.head].filter { child in
            tree.has(child, "parataxis") || tree.has(child, "conj") && self.clause(at: child) != nil
                || tree.has(child, "cc")
                    && tree.children[clause.head].contains { tree.has($0, "conj") && self.clause(at: $0) != nil && $0 > child }
                || tree.has(child, "cc") && child < clause.head
                || tree.has(child, "mark") && tree.lower(child) != "to"
                || tree.has(child, "advcl") && self.clause(at: child)?.hasOwnSubject == false && tree.marker(child) == nil
        }
        return tree.subtree(clause.head) { asides.contains($0) }
    }

    func evidence(of clause: Clause) -> Span {
        let tokens = words(of: clause)
        return text.trimmed(tree.span(of: tokens))
    }

    /// The clause in the article's words; a subject that stands elsewhere is put in front, in place of its pronoun.
    func wording(of clause: Clause) -> String? {
        var tokens = words(of: clause)
        if clause.link == .relative, let noun = tree.head(clause.head) {
            tokens.removeAll { tree.antecedent(ofPronoun: $0) == noun && tree.has($0, "nsubj") }
        }
        while let first = tokens.first, tree.upos(first) == "PUNCT" { tokens.removeFirst() }
        guard !tokens.isEmpty else { return nil }
        var parts = runs(tokens).map { text.trimmed(tree.span(of: $0)) }.filter { $0.length > 0 }.map { text($0) }
        let isElsewhere = clause.subjects.allSatisfy { subject in !tokens.contains(subject) }
        if isElsewhere, clause.link != .main, !clause.subjects.isEmpty {
            parts.insert(clause.subjects.map { text(phrase(.agent, $0, before: clause.head).span) }.joined(separator: ", "), at: 0)
        }
        return parts.joined(separator: " ")
    }

    private func runs(_ tokens: [Int]) -> [[Int]] {
        var result: [[Int]] = []
        for token in tokens {
            if let last = result.last?.last, token == last + 1 || (last + 1..<token).allSatisfy({ tree.upos($0) == "PUNCT" }) {
                result[result.count - 1].append(token)
            } else {
                result.append([token])
            }
        }
        return result
    }
}
