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
                let isBeforeGerund = word(end)?.verbForms.contains(.ing) == true && !element.isName
                let stopsShort = continuesNouns(at: end) ? (isBeforeVerb(element, at: end) ? (isBeforeGerund ? 1 : 0) : 2) : 0
                result.append(Edge(value: finished(complete), end: end, cost: cost + element.cost + stopsShort))
            }
            if element.isAdjectiveBefore, continuesNouns(at: end) {
                phrase.adjectives.append(
                    AdjectivePhrase(lemma: lemma(ofAdjectiveAt: position), degree: words[position].degree, span: words[position].span))
                cost += words[position].adjectiveCost
            } else {
                phrase.nounModifiers.append(text(position, end))
                firstNoun = begin
                cost += element.cost + (isBeforeVerb(element, at: end) ? (element.isPlural && !element.isName ? 2 : 1) : 0)
                if !element.isName, word(end)?.token.isCapitalised == true { cost += 2 }
            }
            position = end
            // "US and Japanese officials": both stand before the noun.
            if isAt(end, ["and", "or"]), continuesNouns(at: end + 1), words[end + 1].token.isCapitalised,
                let last = word(end + 2), last.isNoun, last.isContent, !last.token.isCapitalised, last.degree == .plain
            {
                position += 1
                cost += 1
            }
        }
        if position == words.count, let bare = headless(opening, phrase, from: start, at: position, cost: cost) { result.append(bare) }
        return result
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
            return Edge(value: phrase, end: position, cost: cost + (continuesNouns(at: position) ? 3 : 0))
        }
        let isQuantifier = [.all, .both, .some, .any, .each, .most].contains(phrase.determiner) && phrase.adjectives.isEmpty
        let isAmount =
            phrase.adjectives.count == 1 && ["many", "few"].contains(phrase.adjectives[0].lemma) && phrase.adjectives[0].degree != .plain
        if isAmount, position == opening.end, !continuesNouns(at: position) { return Edge(value: phrase, end: position, cost: cost + 1) }
        let standsAlone =
            phrase.determiner != .none && phrase.determiner != .every
            && (phrase.adjectives.contains { $0.degree != .plain || $0.lemma == "other" || NumberWords.ordinals[$0.lemma] != nil }
                || phrase.adjectives.isEmpty && phrase.determiner != .definite)
        return standsAlone || phrase.possessor != nil && position == opening.end
            ? Edge(value: phrase, end: position, cost: cost + (isQuantifier ? 1 : 3) + (continuesNouns(at: position) ? 3 : 0)) : nil
    }

    private struct NounElement {
        var lemma: String
        var length: Int
        var isPlural: Bool
        var cost: Int
        var canBeHead = true
        var isName = false
        /// Commoner as an adjective: in front of another noun it is one.
        var isAdjectiveBefore = false
    }

    private func nounElement(at index: Int, first: Int?) -> NounElement? {
        guard let word = word(index), !word.isMark else { return nil }
        if word.nameLength > 0 {
            return NounElement(
                lemma: text(index, index + word.nameLength), length: word.nameLength, isPlural: false, cost: 0, isName: true)
        }
        if word.token.kind == .number {
            // "2024 election", "Apollo 11".
            if first == nil {
                return isYear(index) && continuesNouns(at: index + 1) && NumberWords.scales[lower(index + 1)] == nil
                    ? NounElement(lemma: word.form, length: 1, isPlural: false, cost: 0, canBeHead: false) : nil
            }
            return words[index - 1].token.isCapitalised ? NounElement(lemma: word.form, length: 1, isPlural: false, cost: 1) : nil
        }
        if isAt(index, ["one", "ones"]), index > 0, first == nil,
            words[index - 1].isAdjective || isAt(index - 1, ["the", "this", "that", "which"])
        {
            return NounElement(lemma: "one", length: 1, isPlural: word.lower == "ones", cost: 0)
        }
        guard word.isContent, word.isNoun || isNamePart(index) else { return nil }
        // "countries south of the Equator": the long preposition wins.
        if first != nil || !has(index - 1, .article), FunctionWords.longPrepositions[word.lower] != nil, preposition(at: index) != nil {
            return nil
        }
        let isName = word.token.isCapitalised && (index > 0 || word.isUnknown)
        let lemma = isName ? word.form : word.nounLemma
        let isAdjective = word.isAdjective && word.adjectiveCost <= word.nounCost && !isNamePart(index)
        return NounElement(
            lemma: lemma, length: 1, isPlural: word.isPlural && !isName, cost: word.nounCost, canBeHead: word.isNoun, isName: isName,
            isAdjectiveBefore: isAdjective)
    }

    /// "the ministers plan …", "Ada plays …": before a word that can be its verb, a noun is rather the end of the phrase.
    private func isBeforeVerb(_ element: NounElement, at end: Int) -> Bool {
        guard let next = word(end), !next.verbForms.isEmpty, !next.token.isCapitalised else { return false }
        if next.verbForms.contains(.ing), next.verbCost <= 1 { return true }
        let isFinite =
            next.verbForms == .thirdPerson || next.verbForms.contains(.past) && !next.verbForms.contains(.base) && next.verbCost <= 1
        return element.isName ? isFinite : element.isPlural
    }

    /// "North" of "North Sea": a capitalised word before another one belongs to a name, except before an adjective of origin
    /// ("South Korean officials").
    private func isNamePart(_ index: Int) -> Bool {
        guard index > 0, words[index].token.isCapitalised, words[index].isContent, let next = word(index + 1), next.token.isCapitalised,
            next.isContent
        else { return false }
        return !(next.isAdjective && word(index + 2)?.token.isCapitalised == false && continuesNouns(at: index + 2))
    }

    private func lemma(ofAdjectiveAt index: Int) -> String {
        words[index].token.isCapitalised && index > 0 ? words[index].form : words[index].adjectiveLemma
    }

    /// An adjective or participle before its noun.
    private func adjectiveElement(at index: Int, afterNoun: Bool) -> (AdjectivePhrase, Int)? {
        if isAt(index, "own"), !isAt(index - 1, "'s"), !has(index - 1, .possessive) { return nil }
        guard let word = word(index), word.token.kind == .word,
            !word.has([.article, .pronoun, .preposition, .auxiliary, .coordinator, .subordinator])
        else { return nil }
        if word.isAdjective,
            word.function.isEmpty || word.lower == "last" || word.lower == "own" || word.lower == "only" || word.lower == "other"
        {
            return (AdjectivePhrase(lemma: lemma(ofAdjectiveAt: index), degree: word.degree, span: word.span), word.adjectiveCost)
        }
        if word.lower == "other" || word.lower == "only" { return (AdjectivePhrase(lemma: word.lower, span: word.span), 0) }
        guard word.function.isEmpty, word.isVerbParticiple, continuesNouns(at: index + 1), !afterNoun || word.verbForms.contains(.ing)
        else { return nil }
        return (AdjectivePhrase(lemma: word.lower, span: word.span), (word.verbForms.contains(.ing) ? 2 : 1) + (afterNoun ? 4 : 0))
    }

    /// "second largest", "most populous", "more recent", "third".
    private func leadingAdjective(at index: Int) -> (AdjectivePhrase, Int)? {
        guard let word = word(index) else { return nil }
        if let rank = NumberWords.ordinal(word.lower) {
            if let next = self.word(index + 1), next.degree == .superlative, next.isAdjective {
                return (AdjectivePhrase(lemma: next.adjectiveLemma, degree: .ordinal(rank), span: span(index, index + 2)), index + 2)
            }
            if isAt(index + 1, "most"), let next = self.word(index + 2), next.isAdjective {
                return (AdjectivePhrase(lemma: next.adjectiveLemma, degree: .ordinal(rank), span: span(index, index + 3)), index + 3)
            }
            return (AdjectivePhrase(lemma: word.lower, span: word.span), index + 1)
        }
        if ["north", "south", "east", "west", "latin", "saudi", "central"].contains(word.lower), word.nameLength == 0,
            let next = self.word(index + 1), next.nameLength == 0,
            next.isAdjective, next.isContent, next.token.isCapitalised == word.token.isCapitalised,
            next.lower.hasSuffix("n") || next.lower.hasSuffix("ese"), continuesNouns(at: index + 2) || !next.isNoun
        {
            return (AdjectivePhrase(lemma: text(index, index + 2), span: span(index, index + 2)), index + 2)
        }
        let graded: AdjectivePhrase.Degree
        switch word.lower {
        case "most": graded = .superlative
        case "more": graded = .comparative
        default: return nil
        }
        guard let next = self.word(index + 1), next.degree == .plain, next.isAdjective || next.isVerbParticiple && next.isContent,
            !next.isNoun || next.adjectiveCost < next.nounCost
        else { return nil }
        let lemma = next.isAdjective ? next.adjectiveLemma : next.lower
        return (AdjectivePhrase(lemma: lemma, degree: graded, span: span(index, index + 2)), index + 2)
    }

    /// Whether the word could carry on a row of nouns.
    func continuesNouns(at index: Int) -> Bool {
        guard let word = word(index) else { return false }
        if word.nameLength > 0 { return true }
        if isAt(index, ["one", "ones"]) { return index > 0 && words[index - 1].isAdjective }
        return word.isContent && !isAt(index, ["last", "first"])
            && (word.isNoun && word.nounCost < 3 || word.isAdjective && word.adjectiveCost < 3 && !word.verbForms.contains(.participle))
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
        guard let word = word(opening.end), isAt(opening.end + 1, "of"), word.function.isEmpty,
            ["number", "sum", "total", "average", "count", "percentage", "proportion", "share", "mean"].contains(word.nounLemma)
        else { return [] }
        return inner(at: opening.end + 2).map { edge in
            var phrase = edge.value
            phrase.aggregate = ["proportion", "share"].contains(word.nounLemma) ? "percentage" : word.nounLemma
            phrase.span = span(start, edge.end)
            let isCalculated = ["sum", "total", "average", "mean"].contains(word.nounLemma)
            return Edge(value: phrase, end: edge.end, cost: edge.cost + opening.cost + (isCalculated ? -1 : 1))
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
        let bare = Edge(value: edge.value, end: edge.end, cost: edge.cost + 1)
        return [bare]
            + simplePhrases(at: edge.end + 1).map { than in
                var phrase = edge.value
                phrase.adjectives[index].than = than.value
                if degree == .equal { phrase.adjectives[index].degree = .equal }
                return Edge(value: phrase, end: than.end, cost: edge.cost + than.cost)
            }
    }
}
