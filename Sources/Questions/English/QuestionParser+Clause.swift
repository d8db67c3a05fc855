import Facts

/// Clauses inside clauses, and what hangs on a clause.
extension QuestionParser {
    /// Subject, verb and the rest: "the allies signed a pact". With `hole`, one wh-place is left in the predicate.
    mutating func declaratives(at index: Int, hole: Bool) -> [Edge<Clause>] {
        guard index < words.count, fuel > 0 else { return [] }
        let key = 2 * index + (hole ? 1 : 0)
        if let known = clauseMemo[key] { return known }
        clauseMemo[key] = []
        var result: [Edge<Clause>] = []
        if isAt(index, "there") { result += existentials(at: index + 1, hole: hole) }
        for subject in nounPhrases(at: index) {
            result += predicates(of: subject.value, at: subject.end, cost: subject.cost, hole: hole)
        }
        result = best(result)
        clauseMemo[key] = result
        return result
    }

    /// Verb group and the rest, for a subject that is read already; several joined by "and" or "or".
    mutating func predicates(of subject: Phrase, at index: Int, cost: Int, hole: Bool) -> [Edge<Clause>] {
        var result: [Edge<Clause>] = []
        if isAt(index, ",") { result += parenthetical(subject, at: index + 1, cost: cost, hole: hole) }
        let disagreement = disagreement(subject, verbAt: index)
        for var group in finiteVerbs(at: index) {
            // "who put it there" is past: the present would be "puts".
            if group.value.verb.tense == .present, subject.isPlural != true,
                word(group.end - 1)?.verbForms.isSuperset(of: [.base, .past]) == true, group.end - 1 == index
            {
                group.value.verb.tense = .past
            }
            result += clauses(subject, group, cost: cost + disagreement, hole: hole)
        }
        return withCoordinates(best(result), subject: subject, hole: hole)
    }

    /// "Ada, according to the report, signed it": the predicate after an adjunct between commas.
    private mutating func parenthetical(_ subject: Phrase, at index: Int, cost: Int, hole: Bool) -> [Edge<Clause>] {
        var result: [Edge<Clause>] = []
        if isAt(index, "if"), isAt(index + 1, ["any", "anyone", "anything", "anybody"]), isAt(index + 2, ",") {
            return predicates(of: subject, at: index + 3, cost: cost, hole: hole)
        }
        for lead in tails(at: index, hole: false) where isAt(lead.end, ",") && !lead.value.isEmpty {
            for group in finiteVerbs(at: lead.end + 1) {
                result += clauses(subject, group, cost: cost + lead.cost + Cost.slight, hole: hole).map { edge in
                    var clause = edge.value
                    clause.adjuncts.insert(contentsOf: lead.value, at: 0)
                    return Edge(value: clause, end: edge.end, cost: edge.cost)
                }
            }
        }
        return result
    }

    /// How badly the subject's number fits the verb's: "the allies plans" is rather a noun phrase.
    private func disagreement(_ subject: Phrase, verbAt index: Int) -> Int {
        var position = index
        while has(position, [.adverb, .negation]) { position += 1 }
        guard let word = word(position), !word.has([.be, .modal]), let plural = subject.isPlural else { return 0 }
        if word.verbForms == .base, !plural { return Cost.strange }
        return word.verbForms == .thirdPerson && plural ? Cost.strange : 0
    }

    mutating func clauses(_ subject: Phrase?, _ group: Edge<VerbGroup>, cost: Int, hole: Bool) -> [Edge<Clause>] {
        bodies(at: group.end, of: group.value.verb, hole: hole).map { body in
            Edge(value: clause(subject, group.value, body.value), end: body.end, cost: cost + group.cost + body.cost)
        }
    }

    func clause(_ subject: Phrase?, _ group: VerbGroup, _ body: ClauseBody) -> Clause {
        var verb = group.verb
        verb.particle = body.particle
        return Clause(
            subject: subject, verb: verb, objects: body.objects, complement: body.complement, adjuncts: group.adverbs + body.adjuncts)
    }

    /// "… and signed the pact": further predicates of the same subject.
    private mutating func withCoordinates(_ edges: [Edge<Clause>], subject: Phrase, hole: Bool) -> [Edge<Clause>] {
        var result = edges
        for edge in edges.prefix(6) {
            var position = edge.end
            if isAt(position, ",") { position += 1 }
            let isNor = isAt(position, "nor") && edge.value.verb.negated
            guard isNor || isAt(position, ["and", "or", "but"]) else { continue }
            let all = !isAt(position, "or")
            var others: [Edge<Clause>] = []
            let sharing = sharedAuxiliary(edge.value.verb, at: position + 1)
            for group in sharing { others += clauses(subject, group, cost: 0, hole: hole) }
            for group in finiteVerbs(at: position + 1) {
                others += clauses(subject, group, cost: sharing.isEmpty ? 0 : Cost.mild, hole: hole)
            }
            if isAt(position + 1, "not") { others += exceptions(edge.value, at: position + 2) }
            for var other in others {
                if isNor { other.value.verb.negated = true }
                var joined = edge.value
                joined.coordinates.append(Clause.Coordinate(all: all, clause: other.value))
                result.append(Edge(value: joined, end: other.end, cost: edge.cost + other.cost + Cost.slight))
            }
        }
        return best(result)
    }

    /// "was built in Hamburg and sold to Greece": the second verb stands under the first one's auxiliaries.
    private mutating func sharedAuxiliary(_ first: Clause.Verb, at index: Int) -> [Edge<VerbGroup>] {
        let (expecting, after): (VerbForms, Auxiliary)
        if first.voice == .passive {
            (expecting, after) = (.participle, .be)
        } else if first.progressive {
            (expecting, after) = (.ing, .be)
        } else if first.tense == .perfect || first.tense == .pastPerfect {
            (expecting, after) = (.participle, .have)
        } else if first.tense == .future || !first.modal.isEmpty {
            (expecting, after) = (.base, .modal)
        } else {
            return []
        }
        var verb = first
        verb.voice = .active
        verb.progressive = false
        verb.particle = ""
        verb.negated = false
        return verbs(at: index, expecting: expecting, after: after, VerbGroup(verb: verb), from: index)
    }

    /// "borders France but not Italy": the same predicate denied of another object or place.
    private mutating func exceptions(_ clause: Clause, at index: Int) -> [Edge<Clause>] {
        var denied = clause
        denied.verb.negated.toggle()
        denied.coordinates = []
        var result: [Edge<Clause>] = []
        if !clause.objects.isEmpty {
            for phrase in nounPhrases(at: index) {
                denied.objects[clause.objects.count - 1] = phrase.value
                result.append(Edge(value: denied, end: phrase.end, cost: phrase.cost))
            }
        }
        for phrase in prepositionalPhrases(at: index) {
            var other = clause
            other.verb.negated.toggle()
            other.coordinates = []
            if case .prepositional? = clause.complement {
                other.complement = .prepositional(phrase.value)
            } else {
                other.adjuncts = clause.adjuncts.dropLast() + [.prepositional(phrase.value)]
            }
            result.append(Edge(value: other, end: phrase.end, cost: phrase.cost))
        }
        return result
    }

    /// After "there": "is a river in each continent". The thing that exists becomes the subject of "exist".
    mutating func existentials(at index: Int, hole: Bool) -> [Edge<Clause>] {
        var result: [Edge<Clause>] = []
        for group in finiteVerbs(at: index) where ["be", "exist", "remain"].contains(group.value.verb.lemma) {
            result += existence(group, hole: hole)
        }
        return best(result)
    }

    /// The pivot and its places, after the verb of an existential.
    mutating func existence(_ group: Edge<VerbGroup>, hole: Bool) -> [Edge<Clause>] {
        var exists = group.value
        exists.verb.lemma = "exist"
        var result: [Edge<Clause>] = []
        if hole {
            for tail in tails(at: group.end, hole: false) {
                result.append(
                    Edge(value: clause(Self.hole, exists, ClauseBody(adjuncts: tail.value)), end: tail.end, cost: group.cost + tail.cost))
            }
        } else {
            for pivot in nounPhrases(at: group.end) {
                for tail in tails(at: pivot.end, hole: false) {
                    let far = pivot.value.endsInClause && tail.end > pivot.end ? Cost.far : 0
                    result.append(
                        Edge(
                            value: clause(pivot.value, exists, ClauseBody(adjuncts: tail.value)), end: tail.end,
                            cost: group.cost + pivot.cost + tail.cost + far))
                }
            }
        }
        return best(result)
    }
}
