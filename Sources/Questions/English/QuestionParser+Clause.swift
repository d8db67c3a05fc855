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
                result += clauses(subject, group, cost: cost + lead.cost + 1, hole: hole).map { edge in
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
        if word.verbForms == .base, !plural { return 4 }
        return word.verbForms == .thirdPerson && plural ? 4 : 0
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
            guard isAt(position, ["and", "or", "but"]) else { continue }
            let all = !isAt(position, "or")
            var others: [Edge<Clause>] = []
            let sharing = sharedAuxiliary(edge.value.verb, at: position + 1)
            for group in sharing { others += clauses(subject, group, cost: 0, hole: hole) }
            for group in finiteVerbs(at: position + 1) { others += clauses(subject, group, cost: sharing.isEmpty ? 0 : 2, hole: hole) }
            if isAt(position + 1, "not") { others += exceptions(edge.value, at: position + 2) }
            for other in others {
                var joined = edge.value
                joined.coordinates.append(Clause.Coordinate(all: all, clause: other.value))
                result.append(Edge(value: joined, end: other.end, cost: edge.cost + other.cost + 1))
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
                    let far = pivot.value.endsInClause && tail.end > pivot.end ? 2 : 0
                    result.append(
                        Edge(
                            value: clause(pivot.value, exists, ClauseBody(adjuncts: tail.value)), end: tail.end,
                            cost: group.cost + pivot.cost + tail.cost + far))
                }
            }
        }
        return best(result)
    }

    // MARK: - Clauses used as nouns

    /// "(that) the dialogue has three stages", "whether …"; with `hole` one place is open, the subject too ("who did he say ▢ won").
    mutating func contentClauses(at index: Int, hole: Bool) -> [Edge<Clause>] {
        let marked = isAt(index, ["that", "whether", "if"])
        var result = declaratives(at: marked ? index + 1 : index, hole: hole)
        if hole, !marked { result += predicates(of: Self.hole, at: index, cost: 1, hole: false) }
        if marked { return result }
        return result.map { Edge(value: $0.value, end: $0.end, cost: $0.cost + 1) }
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

    // MARK: - Adjuncts

    /// A row of adjuncts, perhaps none. With `hole`, one of them holds the wh-place.
    mutating func tails(at index: Int, hole: Bool) -> [Edge<[Adjunct]>] {
        let key = 2 * min(index, words.count) + (hole ? 1 : 0)
        if let known = tailMemo[key] { return known }
        tailMemo[key] = []
        var result: [Edge<[Adjunct]>] = []
        if !hole { result.append(Edge(value: [], end: index, cost: 0)) }
        if index < words.count, fuel > 0 {
            let start = isAt(index, ",") ? index + 1 : index
            for first in adjuncts(at: start) {
                let far = first.value.endsInClause ? 2 : 0
                for rest in tails(at: first.end, hole: hole) {
                    let price = (start > index ? 1 : 0) + (rest.end > first.end ? far : 0)
                    result.append(Edge(value: [first.value] + rest.value, end: rest.end, cost: first.cost + rest.cost + price))
                }
            }
            if hole {
                for first in openAdjuncts(at: index) {
                    for rest in tails(at: first.end, hole: false) {
                        result.append(Edge(value: [first.value] + rest.value, end: rest.end, cost: first.cost + rest.cost))
                    }
                }
            }
        }
        result = best(result)
        tailMemo[key] = result
        return result
    }

    mutating func adjuncts(at index: Int) -> [Edge<Adjunct>] {
        guard let word = word(index) else { return [] }
        var result: [Edge<Adjunct>] = []
        if let end = timePhraseEnd(at: index) {
            result.append(Edge(value: .time(text(index, end), span(index, end)), end: end, cost: 0))
        }
        let negated = isAt(index, "not")
        for phrase in prepositionalPhrases(at: negated ? index + 1 : index) {
            var value = phrase.value
            value.negated = negated
            let isTime = timePhraseEnd(at: index) == phrase.end
            let isMeasure = ["above", "over", "under", "below", "between"].contains(value.preposition) && value.object.isBareNumber
            let price = isMeasure ? 3 :
                value.preposition == "of"
                ? 5
                : ["up", "off", "down"].contains(value.preposition)
                    ? 2 : FunctionWords.verbPrepositions.contains(value.preposition) ? 0 : 1
            result.append(Edge(value: .prepositional(value), end: phrase.end, cost: phrase.cost + price + (isTime ? 3 : 0)))
        }
        if let (adverb, end) = whAdverb(at: index), isEnd(end) {
            result.append(Edge(value: .wh(adverb, span(index, end)), end: end, cost: 3))
        }
        if isAt(index, "than") { result += otherTerms(at: index) }
        if has(index, .subordinator) { result += subordinates(at: index) }
        for clause in infinitives(at: index, hole: false) {
            result.append(Edge(value: .infinitive(clause.value), end: clause.end, cost: clause.cost + 2))
        }
        if word.has(.adverb) || word.isAdverb && word.isContent
            || isAt(index, ["first", "last", "back", "away", "abroad", "here", "there"])
        {
            let end = isAt(index, "so") && isAt(index + 1, "far") || isAt(index, "as") && isAt(index + 1, "well") ? index + 2 : index + 1
            result.append(
                Edge(
                    value: .adverb(text(index, end).lowercased(), span(index, end)), end: end,
                    cost: word.isNoun || word.isAdjective ? 1 : 0))
        }
        return result
    }

    /// "more passengers in 1912 than in 1911": the other term of a comparison, apart from its adjective.
    private mutating func otherTerms(at index: Int) -> [Edge<Adjunct>] {
        let start = preposition(at: index + 1)?.end ?? index + 1
        return nounPhrases(at: start).map { phrase in
            Edge(
                value: .prepositional(PrepositionalPhrase(preposition: "than", object: phrase.value, span: span(index, phrase.end))),
                end: phrase.end,
                cost: phrase.cost + 3)
        }
    }

    private mutating func subordinates(at index: Int) -> [Edge<Adjunct>] {
        var start = index + 1
        var conjunction = lower(index)
        if isAt(start, ["if", "though", "when", "soon", "long"]), isAt(index, ["even", "as", "only"]) {
            conjunction += " \(lower(start))"
            start += isAt(start + 1, "as") ? 2 : 1
        }
        var result: [Edge<Adjunct>] = []
        for clause in declaratives(at: start, hole: false) {
            result.append(
                Edge(
                    value: .clause(conjunction: conjunction, clause.value, span(index, clause.end)), end: clause.end,
                    cost: clause.cost + 1))
        }
        if isAt(index, ["while", "when", "if"]), preposition(at: start) != nil {
            for phrase in prepositionalPhrases(at: start) {
                result.append(Edge(value: .prepositional(phrase.value), end: phrase.end, cost: phrase.cost + 1))
            }
        }
        if isAt(index, ["after", "before", "while", "when", "since"]) {
            for clause in gerunds(at: start) {
                result.append(
                    Edge(
                        value: .clause(conjunction: conjunction, clause.value, span(index, clause.end)), end: clause.end,
                        cost: clause.cost + 1))
            }
        }
        return result
    }

    /// A preposition whose object is the wh-phrase: "charged with ▢"; an infinitive with the place inside: "hope to win ▢".
    private mutating func openAdjuncts(at index: Int) -> [Edge<Adjunct>] {
        var result: [Edge<Adjunct>] = []
        if let (text, end) = preposition(at: index) {
            let phrase = PrepositionalPhrase(preposition: text, object: Self.hole, span: span(index, end))
            let hasOwnObject = timeEnd(at: end) != nil || continuesNouns(at: end) || has(end, [.article, .possessive])
            result.append(Edge(value: .prepositional(phrase), end: end, cost: hasOwnObject ? 4 : 0))
            for clause in gerunds(at: end, hole: true) {
                let phrase = PrepositionalPhrase(preposition: text, object: .clause(clause.value), span: span(index, clause.end))
                result.append(Edge(value: .prepositional(phrase), end: clause.end, cost: clause.cost + 2))
            }
        }
        return result
    }

    /// when, where, why, how, how long, how far, how often, how much.
    func whAdverb(at index: Int) -> (WhAdverb, Int)? {
        switch lower(index) {
        case "when": return (.when, index + 1)
        case "where": return (.where_, index + 1)
        case "why": return (.why, index + 1)
        case "how":
            switch lower(index + 1) {
            case "long": return isAt(index + 2, "ago") ? (.when, index + 3) : (.howLong, index + 2)
            case "far": return (.howFar, isAt(index + 2, "away") ? index + 3 : index + 2)
            case "many" where isAt(index + 3, "away"): return (.howFar, index + 4)
            case "often", "frequently": return (.howOften, index + 2)
            case "much": return (.howMuch, index + 2)
            default: return (.how, index + 1)
            }
        case "what" where isAt(index + 1, "time"): return (.when, index + 2)
        default: return nil
        }
    }
}
