import Facts
import Lexicon

/// Noun phrases up to their head: determiner, adjectives, nouns; possessors, pronouns, wh-phrases, parts ("two of the …").
extension QuestionParser {
    mutating func corePhrases(at index: Int) -> [Edge<NounPhrase>] {
        guard index < words.count, fuel > 0 else { return [] }
        if let known = corePhraseMemo[index] { return known }
        corePhraseMemo[index] = []
        var result: [Edge<NounPhrase>] = []
        if has(index, .wh) { result += whPhrases(at: index) }
        if has(index, .pronoun) { result += pronouns(at: index) }
        if has(index, .possessive) {
            let owner = NounPhrase(pronoun: lower(index), span: words[index].span)
            result += possessed(by: owner, at: index + 1, from: index, cost: 0)
        }
        for opening in openings(at: index) {
            result += nominals(opening, from: index)
            result += parts(opening, from: index)
        }
        var grown = 0
        while grown < result.count, result.count < 40 {
            let edge = result[grown]
            grown += 1
            if isAt(edge.end, "'s"), !has(edge.end, .be) {
                result += possessed(by: edge.value, at: edge.end + 1, from: index, cost: edge.cost)
            }
        }
        result = best(result.flatMap { withComparison($0) })
        corePhraseMemo[index] = result
        return result
    }

    // MARK: - Nouns

    /// Completes an opening with adjectives and nouns, or leaves it without ("the largest", "three").
    mutating func nominals(_ opening: Edge<NounPhrase>, from start: Int) -> [Edge<NounPhrase>] {
        var result: [Edge<NounPhrase>] = []
        var phrase = opening.value
        var cost = opening.cost
        var position = opening.end
        var firstNoun: Int?
        while position < words.count {
            if firstNoun == nil, let bare = headless(opening, phrase, from: start, at: position, cost: cost) { result.append(bare) }
            if firstNoun == nil, let unit = numberedUnit(opening, at: position, from: start) { result.append(unit) }
            if let (adjective, end) = leadingAdjective(at: position) {
                phrase.adjectives.append(adjective)
                position = end
                continue
            }
            if firstNoun == nil, phrase.quantity == nil, !phrase.adjectives.isEmpty, !isAt(position, "one"),
                let number = number(at: position), number.unit.isEmpty
            {
                phrase.quantity = Quantity(value: number.value, unit: "")
                position = number.end
                continue
            }
            if firstNoun != nil, let last = phrase.nounModifiers.last, words[position].token.kind == .number, !isYear(position),
                continuesNouns(at: position + 1), word(position + 1)?.nameLength == 0
            {
                // "phase 3 trials"
                phrase.nounModifiers[phrase.nounModifiers.count - 1] = "\(last) \(words[position].form)"
                cost += Cost.unusual
                position += 1
                continue
            }
            guard let element = nounElement(at: position, first: firstNoun) else {
                guard let (adjective, price) = adjectiveElement(at: position, afterNoun: firstNoun != nil) else { break }
                phrase.adjectives.append(adjective)
                cost += price
                position += 1
                continue
            }
            let end = position + element.length
            let begin = firstNoun ?? position
            if element.canBeHead {
                var complete = phrase
                complete.head = element.lemma
                complete.plural = element.isPlural
                complete.name = text(begin, end)
                complete.span = span(start, end)
                result.append(Edge(value: finished(complete), end: end, cost: cost + element.cost + stoppingCost(element, at: end)))
            }
            if element.isAdjectiveBefore, continuesNouns(at: end) {
                phrase.adjectives.append(
                    AdjectivePhrase(lemma: lemma(ofAdjectiveAt: position), degree: words[position].degree, span: words[position].span))
                cost += words[position].adjectiveCost
            } else {
                phrase.nounModifiers.append(text(position, end))
                firstNoun = begin
                cost += element.cost + continuingCost(element, at: end)
            }
            position = end
            // "US and Japanese officials": both stand before the noun.
            if isAt(end, ["and", "or"]), continuesNouns(at: end + 1), words[end + 1].token.isCapitalised,
                let last = word(end + 2), last.isNoun, last.isContent, !last.token.isCapitalised, last.degree == .plain
            {
                position += 1
                cost += Cost.slight
            }
        }
        if position == words.count, let bare = headless(opening, phrase, from: start, at: position, cost: cost) { result.append(bare) }
        return result
    }

    /// "the 507th", "the 9th": what is called by its number alone.
    private func numberedUnit(_ opening: Opening, at position: Int, from start: Int) -> Opening? {
        guard position == opening.end, opening.value.determiner == .definite, let word = word(position),
            word.form.first?.isNumber == true, NumberWords.ordinal(word.lower) != nil
        else { return nil }
        var phrase = opening.value
        phrase.head = word.form
        phrase.name = text(position, position + 1)
        phrase.span = span(start, position + 1)
        return Edge(
            value: phrase, end: position + 1, cost: opening.cost + (continuesNouns(at: position + 1) ? Cost.mild : Cost.slight))
    }

    /// "the largest", "all", "three", "10 million", "the first".
    private func headless(_ opening: Opening, _ phrase: NounPhrase, from start: Int, at position: Int, cost: Int) -> Opening? {
        if phrase.head == "person", position == opening.end { return Edge(value: phrase, end: position, cost: cost) }
        guard phrase.nounModifiers.isEmpty, position > start, phrase.determiner != .indefinite || phrase.quantity != nil else {
            return nil
        }
        var phrase = phrase
        phrase.span = span(start, position)
        if phrase.quantity != nil, phrase.adjectives.isEmpty {
            phrase.name = text(start, position)
            return Edge(value: phrase, end: position, cost: cost + (continuesNouns(at: position) ? Cost.unusual : 0))
        }
        let more = continuesNouns(at: position) ? Cost.unusual : 0
        guard position == opening.end || !phrase.adjectives.isEmpty else { return nil }
        if let only = phrase.adjectives.first, phrase.adjectives.count == 1, ["many", "few"].contains(only.lemma), only.degree != .plain {
            return position == opening.end && more == 0 ? Edge(value: phrase, end: position, cost: cost + Cost.slight) : nil
        }
        let isQuantifier = [.all, .both, .some, .any, .each, .most].contains(phrase.determiner) && phrase.adjectives.isEmpty
        guard standsAlone(phrase) || phrase.possessor != nil && position == opening.end else { return nil }
        return Edge(value: phrase, end: position, cost: cost + more + (isQuantifier ? Cost.slight : Cost.unusual))
    }

    /// Whether determiner and adjectives can do without a noun: "all", "the largest", "any other", not "the" or "the old".
    private func standsAlone(_ phrase: NounPhrase) -> Bool {
        guard phrase.determiner != .none, phrase.determiner != .every else { return false }
        if phrase.adjectives.isEmpty { return phrase.determiner != .definite }
        return phrase.adjectives.contains { $0.degree != .plain || $0.lemma == "other" || NumberWords.ordinals[$0.lemma] != nil }
    }

    /// What it costs to end the phrase with this noun although more nouns could follow.
    private func stoppingCost(_ element: NounElement, at end: Int) -> Int {
        if element.isName, word(end)?.token.kind == .number { return Cost.mild }
        guard continuesNouns(at: end) else { return 0 }
        guard isBeforeVerb(element, at: end) else { return Cost.mild }
        return word(end)?.verbForms.contains(.ing) == true && !element.isName ? Cost.slight : 0
    }

    /// What it costs to go on after this noun.
    private func continuingCost(_ element: NounElement, at end: Int) -> Int {
        let name = !element.isName && word(end)?.token.isCapitalised == true ? Cost.mild : 0
        guard isBeforeVerb(element, at: end) else { return name }
        return name + (element.isPlural && !element.isName ? Cost.mild : Cost.slight)
    }

    /// Moves "total", "average" … out of the adjectives.
    private func finished(_ phrase: NounPhrase) -> NounPhrase {
        var phrase = phrase
        if let index = phrase.adjectives.firstIndex(where: {
            ["total", "average", "mean", "median", "combined", "overall"].contains($0.lemma)
        }) {
            let lemma = phrase.adjectives.remove(at: index).lemma
            phrase.aggregate = lemma == "combined" || lemma == "overall" ? "total" : lemma
        }
        if phrase.head == "difference" { phrase.aggregate = "difference" }
        if phrase.quantity != nil, phrase.quantity?.unit.isEmpty == true { phrase.quantity?.unit = phrase.head }
        return phrase
    }

    // MARK: - Possessors, parts, comparisons

    private mutating func possessed(by owner: NounPhrase, at index: Int, from start: Int, cost: Int) -> [Edge<NounPhrase>] {
        var result: [Edge<NounPhrase>] = []
        for opening in openings(at: index) where ![.definite, .indefinite].contains(opening.value.determiner) {
            var base = opening.value
            base.possessor = .noun(owner)
            result += nominals(Edge(value: base, end: opening.end, cost: opening.cost + cost), from: start)
        }
        return result
    }

    /// "two of the seas", "most of them", "the number of countries": the inner phrase with the outer determiner.
    private mutating func parts(_ opening: Edge<NounPhrase>, from start: Int) -> [Edge<NounPhrase>] {
        let bare = opening.value
        if isAt(opening.end, "of"), opening.end > start, bare.determiner != .definite, bare.determiner != .indefinite {
            return inner(at: opening.end + 1).map { edge in
                var phrase = edge.value
                phrase.determiner = bare.determiner
                phrase.adjectives = bare.adjectives + phrase.adjectives
                phrase.quantity = bare.quantity
                phrase.span = span(start, edge.end)
                return Edge(value: phrase, end: edge.end, cost: edge.cost + opening.cost)
            }
        }
        // "the total number of": the number, summed.
        let summing = ["total": "total", "combined": "total", "overall": "total", "average": "average", "mean": "average"][lower(opening.end)]
        let isSummed = summing != nil && isAt(opening.end + 1, ["number", "amount", "count"])
        let head = isSummed ? opening.end + 1 : opening.end
        guard let word = word(head), isAt(head + 1, "of"), word.function.isEmpty,
            ["number", "amount", "sum", "total", "average", "count", "percentage", "proportion", "share", "mean"].contains(word.nounLemma)
        else { return [] }
        return inner(at: head + 2).map { edge in
            var phrase = edge.value
            let lemma = ["proportion": "percentage", "share": "percentage", "amount": "number"][word.nounLemma] ?? word.nounLemma
            phrase.aggregate = isSummed ? summing ?? lemma : lemma
            phrase.span = span(start, edge.end)
            let isCalculated = isSummed || ["sum", "total", "average", "mean"].contains(word.nounLemma)
            return Edge(value: phrase, end: edge.end, cost: edge.cost + opening.cost + (isCalculated ? -1 : Cost.slight))
        }
    }

    /// The phrase after "of" in a part: without what may follow it, which the whole takes.
    mutating func inner(at index: Int) -> [Edge<NounPhrase>] {
        corePhrases(at: index).filter { $0.value.wh == nil }
    }

    /// "more cities than Italy", "a larger area than France".
    private mutating func withComparison(_ edge: Edge<NounPhrase>) -> [Edge<NounPhrase>] {
        let degree = isAt(edge.end, "than") ? AdjectivePhrase.Degree.comparative : .equal
        guard isAt(edge.end, ["than", "as"]),
            let index = edge.value.adjectives.firstIndex(where: {
                $0.than == nil && ($0.degree == degree || degree == .equal && $0.lemma == "same")
            })
        else {
            return [edge]
        }
        let bare = edge.costing(Cost.slight)
        return [bare]
            + simplePhrases(at: edge.end + 1).map { than in
                var phrase = edge.value
                phrase.adjectives[index].than = than.value
                if degree == .equal { phrase.adjectives[index].degree = .equal }
                return Edge(value: phrase, end: than.end, cost: edge.cost + than.cost)
            }
    }
}
