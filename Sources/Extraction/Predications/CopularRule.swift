import Facts

/// What "is" says of its subject: a kind, an office, a quality, a place.
struct CopularRule {
    let scene: Scene
    private var tree: ClauseTree { scene.tree }

    init(_ scene: Scene) { self.scene = scene }

    func predications() -> [Predication] {
        scene.clauses.filter { $0.kind == .copular }.compactMap(predication) + fragment()
    }

    /// A sentence without a verb that gives a reason: "Roads closed because the river rose" cut to a noun and its clause.
    private func fragment() -> [Predication] {
        guard let root = tree.root, scene.clause(at: root) == nil, tree.upos(root) == "NOUN" else { return [] }
        let reasons = tree.children(root, "advcl", "acl").compactMap { scene.adverbialClause($0, verb: "be") }.filter {
            $0.role == .cause
        }
        if reasons.isEmpty { return [] }
        let noun = tree.phrase(root).filter { token in
            !reasons.contains { $0.span.overlaps(tree.tokens[token].span) } && tree.marker(token) == nil
        }
        let until = noun.filter { $0 <= root || !["because", "since", "as"].contains(tree.lower($0)) }
        let thing = Predication.Phrase(.agent, head: root, span: scene.text.trimmed(tree.span(of: until.isEmpty ? [root] : until)))
        let evidence = reasons.map(\.span).reduce(thing.span) { $0.union($1) }
        return [
            Predication(
                anchor: root, predicate: "be", relation: nil, phrases: [thing] + reasons, tense: .present, rule: "fragment",
                certainty: 0.6, evidence: evidence, text: nil)
        ]
    }

    private func predication(_ clause: Clause) -> Predication? {
        let i = clause.head
        if tree.lower(i) == "what" { return nil }
        var phrases: [Predication.Phrase] = []
        if let clausal = clause.clausalSubject {
            phrases.append(scene.clausePhrase(.agent, clausal))
        } else {
            phrases += clause.subjects.filter { !tree.has($0, "expl") }.map { scene.phrase(.agent, $0) }
        }
        let said = predicate(clause)
        phrases += said.phrases
        for child in tree.children(i, "obl") where !scene.isTime(child) {
            phrases += scene.expandOblique(child).compactMap { head, preposition in
                guard let preposition, preposition != "according to" else { return nil }
                return scene.phrase(ObliqueRoles.role(preposition, of: head, in: scene), head, preposition: preposition)
            }
        }
        for child in tree.upos(i) == "VERB" ? [] : tree.children(i, "advcl", "ccomp", "xcomp") {
            if tree.has(child, "advcl") {
                if let phrase = scene.adverbialClause(child, verb: "be") { phrases.append(phrase) }
            } else {
                phrases.append(scene.clausePhrase(.topic, child))
            }
        }
        guard phrases.count > 1 || !said.phrases.isEmpty else { return nil }
        return Predication(
            anchor: i, predicate: "be", relation: said.relation, phrases: phrases, modality: clause.modality,
            polarity: clause.polarity, tense: clause.tense, rule: "copula", certainty: 0.95,
            evidence: scene.evidence(of: clause), text: scene.wording(of: clause))
    }

    private func predicate(_ clause: Clause) -> (phrases: [Predication.Phrase], relation: String?) {
        let i = clause.head
        if let preposition = tree.preposition(i) {
            let heads = scene.expandOblique(i)
            if scene.isTime(i) { return ([], nil) }
            let role = preposition == "of" ? Role.attribute : ObliqueRoles.role(preposition, of: i, in: scene)
            return (heads.map { trimmedNoun($0.head, role, preposition: $0.preposition) }, role == .place ? "located-in" : nil)
        }
        if tree.upos(i) == "VERB" { return ([clauseAfterCopula(i)], nil) }
        if ["why", "how", "what", "where", "when"].contains(tree.lower(i)) { return ([], nil) }
        let isNoun = ["NOUN", "PROPN", "PRON", "NUM"].contains(tree.upos(i)) || tree.child(i, "det") != nil
        let heads = tree.conjuncts(i).filter { $0 == i || tree.child($0, "cop", "nsubj", "aux") == nil }
        let phrases = heads.map { attribute($0) }
        if isNoun, ["part", "member"].contains(tree.lemma(i)),
            let whole = tree.children(i, "nmod").first(where: { tree.preposition($0) == "of" })
        {
            return (scene.phrases(.patient, whole, preposition: "of"), tree.lemma(i) == "part" ? "part-of" : "member-of")
        }
        if isNoun, let office = OfficeNoun(scene, head: i) {
            return ([Predication.Phrase(.attribute, head: i, span: office.span)] + office.owners, "hold-office")
        }
        return (phrases + measures(of: i), isNoun ? "kind-of" : nil)
    }

    /// "96 meters long".
    private func measures(of i: Int) -> [Predication.Phrase] {
        guard tree.upos(i) == "ADJ" else { return [] }
        return tree.children[i].filter {
            $0 < i && scene.mention($0)?.quantity != nil && !scene.isTime($0) && !tree.has($0, any: ["nsubj", "cop"]) && tree.preposition($0) == nil
        }.map { scene.phrase(.quantity, $0) }
    }

    /// "The fact is [the mayor knows it]".
    private func clauseAfterCopula(_ i: Int) -> Predication.Phrase {
        var phrase = scene.clausePhrase(.attribute, i)
        if let copula = tree.child(i, "cop"), copula < i {
            phrase.span = scene.text.trimmed(Span(tree.tokens[copula].span.end, phrase.span.end))
        }
        return phrase
    }

    /// A noun with all that hangs on it; an adjective without its prepositional phrases, which are arguments of their own.
    private func attribute(_ i: Int) -> Predication.Phrase {
        guard tree.upos(i) == "ADJ", tree.child(i, "det") == nil else { return trimmedNoun(i) }
        let tokens = tree.subtree(i) { child in
            tree.head(child) == i && !tree.has(child, any: ["advmod", "compound", "fixed", "flat", "det"])
                || tree.has(child, "advmod") && child < i
                    && ["not", "n't", "also", "now", "still", "already"].contains(tree.lower(child))
        }
        let run = tokens.filter { $0 <= i }
        return Predication.Phrase(.attribute, head: i, span: scene.text.trimmed(tree.span(of: run)))
    }

    /// The predicate noun's phrase without the subject, the copula and adverbs of the clause ("is largely an office").
    private func trimmedNoun(_ i: Int, _ role: Role = .attribute, preposition: String? = nil) -> Predication.Phrase {
        let copula = tree.child(i, "cop")
        let outside = tree.children[i].filter { child in
            tree.has(child, any: ["nsubj", "cop", "aux", "expl", "advcl", "csubj", "mark", "cc", "obl"])
                || tree.has(child, "advmod") && child < i && !tree.children(i, "det", "amod", "compound").contains { $0 < child }
                || copula.map { child < $0 } ?? false
        }
        let tokens = scene.withoutLooseTime(
            tree.phrase(i).filter { token in !outside.contains { tree.reach[$0].contains(token) } }, head: i)
        let span = scene.text.trimmed(tree.span(of: tokens.isEmpty ? [i] : tokens))
        return Predication.Phrase(role, head: i, span: span, preposition: preposition)
    }
}
