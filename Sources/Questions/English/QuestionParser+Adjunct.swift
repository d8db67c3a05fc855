import Facts

/// What hangs on a clause beside its subject and objects.
extension QuestionParser {
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
                let far = first.value.endsInClause ? Cost.far : 0
                for rest in tails(at: first.end, hole: hole) {
                    let price = (start > index ? Cost.slight : 0) + (rest.end > first.end ? far : 0)
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
            result.append(phrase.map { _ in .prepositional(value) }.costing(looseness(value) + (isTime ? Cost.unusual : 0)))
        }
        if let (adverb, end) = whAdverb(at: index), isEnd(end) {
            result.append(Edge(value: .wh(adverb, span(index, end)), end: end, cost: Cost.unusual))
        }
        if isAt(index, "than") { result += otherTerms(at: index) }
        if has(index, .subordinator) { result += subordinates(at: index) }
        for clause in infinitives(at: index, hole: false) {
            result.append(Edge(value: .infinitive(clause.value), end: clause.end, cost: clause.cost + Cost.mild))
        }
        if isAt(index, ["most", "least"]), let next = self.word(index + 1), next.isAdverb, !next.isAdjective, !next.isNoun {
            result.append(
                Edge(value: .adverb(text(index, index + 2).lowercased(), span(index, index + 2)), end: index + 2, cost: 0))
        }
        if let end = degreeEnd(at: index) { result.append(Edge(value: .adverb(text(index, end).lowercased(), span(index, end)), end: end, cost: 0)) }
        if word.degree == .superlative, word.isAdjective, word.isContent {
            // "which bird flies highest"
            result.append(Edge(value: .adverb(word.lower, word.span), end: index + 1, cost: Cost.mild))
        } else if word.has(.adverb) || word.isAdverb && word.isContent
            || isAt(index, ["first", "last", "back", "away", "abroad", "here", "there"])
        {
            let end = isAt(index, "so") && isAt(index + 1, "far") || isAt(index, "as") && isAt(index + 1, "well") ? index + 2 : index + 1
            result.append(
                Edge(
                    value: .adverb(text(index, end).lowercased(), span(index, end)), end: end,
                    cost: word.isNoun || word.isAdjective ? Cost.slight : 0))
        }
        return result
    }

    /// "more than anyone else", "so much", "ever before": to what degree, or whether at another time too.
    private func degreeEnd(at index: Int) -> Int? {
        func closed(_ end: Int) -> Int? { isEnd(end) || isAt(end, ",") ? end : nil }
        if isAt(index, ["so", "very", "too", "that"]), isAt(index + 1, ["much", "little", "often"]) { return closed(index + 2) }
        if isAt(index, "ever"), isAt(index + 1, "before") { return closed(index + 2) }
        if isAt(index, ["before", "already", "anymore", "previously"]) { return closed(index + 1) }
        guard isAt(index, ["more", "less"]), isAt(index + 1, "than"), isAt(index + 2, ["anyone", "anybody", "anything", "everyone", "any", "all"]) else {
            return nil
        }
        return closed(isAt(index + 3, ["else", "other", "others"]) ? index + 4 : index + 3)
    }

    /// How unlikely it is that a prepositional phrase belongs to the verb.
    private func looseness(_ phrase: PrepositionalPhrase) -> Int {
        switch phrase.preposition {
        case "of": Cost.looseOf
        case "above", "over", "under", "below", "between": phrase.object.isBareNumber ? Cost.unusual : Cost.slight
        case "up", "off", "down": Cost.mild
        default: FunctionWords.verbPrepositions.contains(phrase.preposition) ? 0 : Cost.slight
        }
    }

    /// "more passengers in 1912 than in 1911": the other term of a comparison, apart from its adjective.
    private mutating func otherTerms(at index: Int) -> [Edge<Adjunct>] {
        let start = preposition(at: index + 1)?.end ?? index + 1
        return nounPhrases(at: start).map { phrase in
            Edge(
                value: .prepositional(PrepositionalPhrase(preposition: "than", object: phrase.value, span: span(index, phrase.end))),
                end: phrase.end,
                cost: phrase.cost + Cost.unusual)
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
                    cost: clause.cost + Cost.slight))
        }
        if isAt(index, ["while", "when", "if"]), preposition(at: start) != nil {
            for phrase in prepositionalPhrases(at: start) {
                result.append(Edge(value: .prepositional(phrase.value), end: phrase.end, cost: phrase.cost + Cost.slight))
            }
        }
        if isAt(index, ["after", "before", "while", "when", "since"]) {
            for clause in gerunds(at: start) {
                result.append(
                    Edge(
                        value: .clause(conjunction: conjunction, clause.value, span(index, clause.end)), end: clause.end,
                        cost: clause.cost + Cost.slight))
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
            result.append(Edge(value: .prepositional(phrase), end: end, cost: hasOwnObject ? Cost.strange : 0))
            for clause in gerunds(at: end, hole: true) {
                let phrase = PrepositionalPhrase(preposition: text, object: .clause(clause.value), span: span(index, clause.end))
                result.append(Edge(value: .prepositional(phrase), end: clause.end, cost: clause.cost + Cost.mild))
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
