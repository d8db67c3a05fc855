import Facts

/// Clauses whose auxiliary stands before the subject: "did Ada sign ▢", "is the plan a sign of ▢", "has there been …".
extension QuestionParser {
    /// Auxiliary, subject, rest: "did Japan sell ▢", "is the plan a sign of ▢", "has there been …".
    mutating func inverted(at index: Int, hole: Bool) -> [Edge<Clause>] {
        guard let first = word(index), first.has(.auxiliary) else { return [] }
        let (group, expecting, kind, start) = opened(at: index)
        var result: [Edge<Clause>] = []
        if isAt(start, "there") { result += invertedExistence(at: start + 1, first, group, expecting, kind, hole: hole) }
        for subject in nounPhrases(at: start) {
            for verb in verbs(at: subject.end, expecting: expecting, after: kind, group, from: subject.end) {
                result += clauses(subject.value, verb, cost: subject.cost, hole: hole)
            }
            if first.has(.be) { result += invertedCopula(subject, group, hole: hole) + raisedInversion(subject, group, hole: hole) }
            if first.has(.have) { result += invertedHave(subject, group, hole: hole) }
        }
        return best(result)
    }

    /// The auxiliary in front of the subject and what it asks of the next verb.
    private func opened(at index: Int) -> (VerbGroup, VerbForms, Auxiliary, Int) {
        let word = words[index]
        var group = VerbGroup(verb: Clause.Verb(lemma: word.verbLemma, span: word.span))
        if word.verbForms == .past || word.verbForms.contains(.past) && !word.has(.modal) { group.verb.tense = .past }
        var start = index + 1
        if isAt(start, ["n't", "not"]) {
            group.verb.negated = true
            start += 1
        }
        if word.has(.modal) {
            setModal(&group.verb, word.lower)
            return (group, .base, .modal, start)
        }
        if word.has(.do_) { return (group, .base, .do_, start) }
        if word.has(.have) {
            group.verb.tense = group.verb.tense == .past ? .pastPerfect : .perfect
            return (group, .participle, .have, start)
        }
        return (group, [.ing, .participle], .be, start)
    }

    private mutating func invertedCopula(_ subject: Edge<Phrase>, _ group: VerbGroup, hole: Bool) -> [Edge<Clause>] {
        var group = group
        group.verb.lemma = "be"
        var start = subject.end
        while isBesideComplement(at: start) { readAdverb(at: &start, into: &group) }
        return clauses(subject.value, Edge(value: group, end: start, cost: Cost.slight), cost: subject.cost, hole: hole)
    }

    /// "is Japan expected to announce ▢".
    private mutating func raisedInversion(_ subject: Edge<Phrase>, _ group: VerbGroup, hole: Bool) -> [Edge<Clause>] {
        var position = subject.end
        var group = group
        if isAt(position, "not") {
            group.verb.negated = true
            position += 1
        }
        let isRaising = FunctionWords.raisingWords.contains(lower(position))
        group.verb.modal = isRaising ? "be \(lower(position)) to" : "be to"
        if isRaising { position += 1 }
        guard isAt(position, "to") else { return [] }
        var result: [Edge<Clause>] = []
        for verb in verbs(at: position + 1, expecting: .base, after: .modal, group, from: position + 1) {
            result += clauses(subject.value, verb, cost: subject.cost, hole: hole)
        }
        return result
    }

    /// "how large is X", "where is X": a copula without complement.
    mutating func invertedCopulas(at index: Int) -> [Edge<Clause>] {
        guard has(index, .be) else { return [] }
        let (opened, _, _, start) = opened(at: index)
        var group = opened
        group.verb.lemma = "be"
        var result: [Edge<Clause>] = []
        for subject in nounPhrases(at: start) {
            for tail in tails(at: subject.end, hole: false) {
                let far = subject.value.endsInClause && tail.end > subject.end ? Cost.far : 0
                result.append(
                    Edge(
                        value: clause(subject.value, group, ClauseBody(adjuncts: tail.value)), end: tail.end,
                        cost: subject.cost + tail.cost + far))
            }
        }
        return result
    }

    private mutating func invertedHave(_ subject: Edge<Phrase>, _ group: VerbGroup, hole: Bool) -> [Edge<Clause>] {
        var group = group
        group.verb.lemma = "have"
        group.verb.tense = group.verb.tense == .pastPerfect ? .past : .present
        return clauses(subject.value, Edge(value: group, end: subject.end, cost: Cost.unusual), cost: subject.cost, hole: hole)
    }

    private mutating func invertedExistence(
        at index: Int, _ first: QuestionWord, _ group: VerbGroup, _ expecting: VerbForms, _ kind: Auxiliary,
        hole: Bool
    ) -> [Edge<Clause>] {
        if first.has(.be) {
            var group = group
            group.verb.lemma = "be"
            return existence(Edge(value: group, end: index, cost: 0), hole: hole)
        }
        var result: [Edge<Clause>] = []
        for verb in verbs(at: index, expecting: expecting, after: kind, group, from: index)
        where ["be", "exist"].contains(verb.value.verb.lemma) {
            result += existence(verb, hole: hole)
        }
        return result
    }
}
