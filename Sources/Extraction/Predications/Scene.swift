import Chronology
import Facts
import Lexicon
import Linguistics

/// Everything that a rule may look at while it reads one sentence.
struct Scene: Sendable {
    let tree: ClauseTree
    /// From the root down.
    let clauses: [Clause]
    let layer: EntityLayer
    /// The sentence's time expressions.
    let times: [TimeExpression]
    let knowledge: Knowledge
    let text: ArticleText
    private let clausePositions: [Int: Int]
    private let timedTokens: Set<Int>

    init(tree: ClauseTree, layer: EntityLayer, times: [TimeExpression], knowledge: Knowledge, text: ArticleText) {
        self.tree = tree
        self.layer = layer
        self.times = times
        self.knowledge = knowledge
        self.text = text
        clauses = ClauseReader(tree: tree, verbs: knowledge.verbs, words: knowledge.words).read()
        clausePositions = Dictionary(uniqueKeysWithValues: clauses.enumerated().map { ($1.head, $0) })
        timedTokens = Set(tree.tokens.indices.filter { i in times.contains { $0.span.overlaps(tree.tokens[i].span) } })
    }

    func clause(at token: Int) -> Clause? { clausePositions[token].map { clauses[$0] } }

    /// The clause that the token stands in: its own where it is a predicate.
    func clause(around token: Int) -> Clause? {
        clause(at: token) ?? tree.ancestors(of: token).lazy.compactMap { clause(at: $0) }.first
    }

    /// Whether the token belongs to a time expression.
    func isTime(_ token: Int) -> Bool { timedTokens.contains(token) }

    /// "For the first time" tells how often, not what.
    func isOccasion(_ token: Int) -> Bool {
        tree.lemma(token) == "time"
            && tree.children[token].contains { ["first", "second", "third", "last", "next", "only"].contains(tree.lower($0)) }
    }

    /// Whether a date stands in the brackets right behind a name: it dates the name, not the clause.
    func isBracketed(_ time: TimeExpression, after name: EntityMention) -> Bool {
        let bracket = name.tokens.upperBound + 1
        guard bracket < tree.count, tree.tokens[bracket].form == "(" else { return false }
        let close = tree.tokens[bracket...].firstIndex { $0.form == ")" } ?? tree.count
        let inside = tree.tokens[bracket + 1..<close]
        return inside.contains { time.span.overlaps($0.span) }
            && inside.indices.allSatisfy { isTime($0) || ["PUNCT", "SYM"].contains(tree.upos($0)) }
    }

    func mention(_ token: Int) -> EntityMention? { layer.mention(headedBy: token, in: tree.index) }

    /// What kind of thing a phrase names: from its mention, else from the class of its noun.
    func type(of token: Int) -> EntityType? {
        if let mention = mention(token) { return mention.type }
        return knowledge.type(ofNoun: tree.lemma(token).lowercased(), isName: tree.upos(token) == "PROPN")
    }

    /// What phrases say of each other without a verb of their own; the sentence from the first to the last of them is its evidence.
    func predication(
        at i: Int, _ predicate: String, _ relation: String?, _ phrases: [Predication.Phrase], rule: String, certainty: Double
    ) -> Predication {
        let evidence = phrases.map(\.span).reduce(tree.tokens[i].span) { $0.union($1) }
        return Predication(
            anchor: i, predicate: predicate, relation: relation, phrases: phrases, tense: .none, rule: rule, certainty: certainty,
            evidence: evidence, text: nil)
    }

    /// Phrases for every conjunct of `token`, relative pronouns replaced by what they stand for.
    func phrases(_ role: Role, _ token: Int, preposition: String? = nil) -> [Predication.Phrase] {
        let heads = ClauseReader(tree: tree, verbs: knowledge.verbs, words: knowledge.words).expand(token)
        let clause = tree.antecedent(ofPronoun: token) == nil ? nil : tree.relativeClause(of: token)
        return heads.map { phrase(role, $0, preposition: preposition, before: clause) }
    }

    /// - Parameter before: a clause that hangs on the phrase and is not to be part of it.
    func phrase(
        _ role: Role, _ head: Int, preposition: String? = nil, extent: ClauseTree.PhraseExtent = .core,
        before clause: Int? = nil
    ) -> Predication.Phrase {
        var tokens = tree.phrase(head, extent)
        if let clause, tree.dominates(head, clause), tree.reach[clause].lowerBound > head {
            tokens.removeAll { $0 >= tree.reach[clause].lowerBound }
        }
        tokens = withoutLooseTime(tokens, head: head)
        var span = text.trimmed(tree.span(of: tokens.isEmpty ? [head] : tokens))
        if let name = mention(head), name.kind == .name, name.tokens.contains(head), name.span.overlaps(span) {
            span = span.union(name.span)
        }
        return Predication.Phrase(role, head: head, span: span.length > 0 ? span : tree.tokens[head].span, preposition: preposition)
    }

    /// A noun phrase without the dates at its end that date what happens.
    func withoutLooseTime(_ given: [Int], head: Int) -> [Int] {
        var tokens = given
        while let last = tokens.last, last > head, isTime(last), isLooseTime(last, in: tokens) {
            tokens.removeLast()
            while let next = tokens.last, next > head, isTime(next) { tokens.removeLast() }
            while let next = tokens.last, next > head, tree.upos(next) == "ADP" || tree.upos(next) == "PUNCT" {
                tokens.removeLast()
            }
        }
        return tokens
    }

    /// Whether a date at the end of a noun phrase dates what happens rather than naming the thing: "its base on Sunday", but
    /// "the class of 1999".
    private func isLooseTime(_ last: Int, in tokens: [Int]) -> Bool {
        guard let time = times.first(where: { $0.span.overlaps(tree.tokens[last].span) }) else { return false }
        let words = tokens.filter { time.span.overlaps(tree.tokens[$0].span) }
        guard let top = words.first(where: { token in tree.head(token).map { !words.contains($0) } ?? true }),
            let up = tree.head(top),
            ["NOUN", "PROPN"].contains(tree.upos(up)), tree.has(top, any: ["nmod", "obl"])
        else { return false }
        return tree.preposition(top).map { ["on", "in", "since", "during", "at"].contains($0) } ?? true
    }

    /// The words of a clause without what introduces it.
    func clausePhrase(_ role: Role, _ head: Int, preposition: String? = nil) -> Predication.Phrase {
        let asides = tree.children[head].filter {
            tree.has($0, "parataxis") || tree.has($0, "conj") && clause(at: $0)?.hasOwnSubject == true
        }
        var tokens = tree.subtree(head) { child in
            if asides.contains(child) { return true }
            guard tree.head(child) == head else { return false }
            if tree.has(child, "cc"), child < head { return true }
            if preposition != nil, tree.has(child, "advmod"), child < head, tree.lower(child) == preposition { return true }
            return tree.has(child, "mark") && tree.lower(child) != "to"
        }
        if let position = tokens.firstIndex(of: head) { tokens = Self.run(tokens, around: position, tree: tree) }
        while let last = tokens.last, last > head, [".", "!", "?"].contains(tree.tokens[last].form) { tokens.removeLast() }
        let span = text.trimmed(tree.span(of: tokens))
        return Predication.Phrase(role, head: head, span: span.length > 0 ? span : tree.tokens[head].span, preposition: preposition)
    }

    /// The stretch of `tokens` around a position, bridging punctuation.
    private static func run(_ tokens: [Int], around position: Int, tree: ClauseTree) -> [Int] {
        func joined(_ a: Int, _ b: Int) -> Bool { b == a + 1 || (a + 1..<b).allSatisfy { tree.upos($0) == "PUNCT" } }
        var low = position
        while low > 0, joined(tokens[low - 1], tokens[low]) { low -= 1 }
        var high = position
        while high + 1 < tokens.count, joined(tokens[high], tokens[high + 1]) { high += 1 }
        return Array(tokens[low...high])
    }
}
