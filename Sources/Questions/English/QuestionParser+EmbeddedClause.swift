import Facts

/// Clauses used as nouns: content clauses, embedded questions, infinitives, gerunds.
extension QuestionParser {
    /// "(that) the dialogue has three stages", "whether …"; with `hole` one place is open, the subject too ("who did he say ▢ won").
    mutating func contentClauses(at index: Int, hole: Bool) -> [Edge<Clause>] {
        let marked = isAt(index, ["that", "whether", "if"])
        var result = declaratives(at: marked ? index + 1 : index, hole: hole)
        if hole, !marked { result += predicates(of: Self.hole, at: index, cost: Cost.slight, hole: false) }
        if marked { return result }
        return result.map { $0.costing(Cost.slight) }
    }

    /// "what Ada proposed", "who commands the fleet", "why it failed", "how large it is".
    mutating func embeddedQuestions(at index: Int) -> [Edge<Clause>] {
        guard has(index, .wh), fuel > 0 else { return [] }
        var result: [Edge<Clause>] = []
        for phrase in corePhrases(at: index) where phrase.value.wh != nil {
            let subject = Phrase.noun(phrase.value)
            result += predicates(of: subject, at: phrase.end, cost: phrase.cost, hole: false)
            for open in declaratives(at: phrase.end, hole: true) {
                result.append(Edge(value: open.value.filled(with: subject), end: open.end, cost: phrase.cost + open.cost))
            }
        }
        if let (adverb, end) = whAdverb(at: index) {
            for inner in declaratives(at: end, hole: false) {
                var clause = inner.value
                clause.adjuncts.append(.wh(adverb, span(index, end)))
                result.append(Edge(value: clause, end: inner.end, cost: inner.cost))
            }
        }
        return best(result)
    }

    /// "to modernize the command"; with `hole` one place in it is open.
    mutating func infinitives(at index: Int, hole: Bool) -> [Edge<Clause>] {
        var start = index
        if isAt(index, "in"), isAt(index + 1, "order") { start += 2 }
        var group = VerbGroup(verb: Clause.Verb(lemma: "", tense: .infinitive, span: span(start, start)))
        if isAt(start, "not") {
            group.verb.negated = true
            start += 1
        }
        guard isAt(start, "to"), fuel > 0 else { return [] }
        var result: [Edge<Clause>] = []
        for verb in verbs(at: start + 1, expecting: .base, after: .modal, group, from: start + 1) {
            result += clauses(nil, verb, cost: 0, hole: hole)
        }
        return best(result)
    }

    /// "collapse" in "what made the bridge collapse".
    mutating func bareInfinitives(at index: Int, hole: Bool) -> [Edge<Clause>] {
        guard let word = word(index), word.verbForms.contains(.base), !word.has(.auxiliary) || word.has(.be), fuel > 0 else { return [] }
        let group = VerbGroup(verb: Clause.Verb(lemma: "", tense: .infinitive, span: span(index, index)))
        var result: [Edge<Clause>] = []
        for verb in verbs(at: index, expecting: .base, after: .modal, group, from: index) {
            result += clauses(nil, verb, cost: 0, hole: hole)
        }
        return best(result)
    }

    /// "selling weapons" used as a noun.
    mutating func gerunds(at index: Int, hole: Bool = false) -> [Edge<Clause>] {
        guard let word = word(index), word.verbForms.contains(.ing), fuel > 0 else { return [] }
        let group = VerbGroup(verb: Clause.Verb(lemma: "", tense: .infinitive, span: span(index, index)))
        var result: [Edge<Clause>] = []
        for verb in verbs(at: index, expecting: .ing, after: .none, group, from: index) {
            result += clauses(nil, verb, cost: 0, hole: hole)
        }
        return best(result)
    }
}
