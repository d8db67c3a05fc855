import Facts

/// What stands before the nouns of a phrase: articles, quantifiers, numbers with "at least" and the like.
extension QuestionParser {
    /// A phrase without nouns so far, to be completed.
    typealias Opening = Edge<NounPhrase>

    /// Every way to open a noun phrase at a word, the empty one included.
    mutating func openings(at index: Int) -> [Opening] {
        let plain = NounPhrase(span: span(index, index))
        var result = [Opening(value: plain, end: index, cost: 0)]
        result += articles(at: index, plain)
        result += quantifiers(at: index, plain)
        result += quantities(at: index, plain)
        return result
    }

    private mutating func articles(at index: Int, _ plain: NounPhrase) -> [Opening] {
        guard has(index, [.article, .demonstrative]) else { return [] }
        var phrase = plain
        switch lower(index) {
        case "the": phrase.determiner = .definite
        case "a", "an": phrase.determiner = .indefinite
        default: phrase.determiner = .demonstrative
        }
        var result = [Opening(value: phrase, end: index + 1, cost: 0)]
        guard phrase.determiner != .indefinite else { return result }
        if let number = number(at: index + 1) {
            phrase.quantity = Quantity(value: number.value, unit: number.unit)
            result.append(Opening(value: phrase, end: number.end, cost: 0))
        }
        if isAt(index + 1, ["most", "fewest", "least"]), let next = word(index + 2), !next.isAdjective || next.isNoun {
            let lemma = isAt(index + 1, "most") ? "many" : "few"
            phrase.adjectives = [AdjectivePhrase(lemma: lemma, degree: .superlative, span: words[index + 1].span)]
            result.append(Opening(value: phrase, end: index + 2, cost: 0))
        }
        return result
    }

    private mutating func quantifiers(at index: Int, _ plain: NounPhrase) -> [Opening] {
        guard has(index, .quantifier) else { return [] }
        var phrase = plain
        func amount(_ lemma: String, _ degree: AdjectivePhrase.Degree) -> [Opening] {
            var counted = plain
            counted.adjectives = [AdjectivePhrase(lemma: lemma, degree: degree, span: words[index].span)]
            return [Opening(value: counted, end: index + 1, cost: 0)]
        }
        switch lower(index) {
        case "some", "several", "various", "such", "enough": phrase.determiner = .some
        case "any", "either": phrase.determiner = .any
        case "every": phrase.determiner = .every
        case "each": phrase.determiner = .each
        case "all": phrase.determiner = .all
        case "no" where isAt(index + 1, "one"):
            phrase.determiner = .no
            phrase.head = "person"
            phrase.span = span(index, index + 2)
            return [Opening(value: phrase, end: index + 2, cost: 0)]
        case "no", "neither": phrase.determiner = .no
        case "both": phrase.determiner = .both
        case "most": phrase.determiner = .most
        case "another", "other": phrase.determiner = .other
        case "many", "much": return amount("many", .plain)
        case "few": return amount("few", .plain)
        case "more": return amount("many", .comparative)
        case "fewer", "less": return amount("few", .comparative)
        default: return []
        }
        var result = [Opening(value: phrase, end: index + 1, cost: 0)]
        if isAt(index, ["all", "both"]) {
            if has(index + 1, [.article, .demonstrative]) { result.append(Opening(value: phrase, end: index + 2, cost: 0)) }
            if let number = number(at: index + 1) { result.append(Opening(value: phrase, end: number.end, cost: 0)) }
        }
        return result
    }

    /// "three", "more than two", "at least 10 million", "about $5".
    private mutating func quantities(at index: Int, _ plain: NounPhrase) -> [Opening] {
        if NumberWords.plurals.contains(lower(index)), isAt(index + 1, "of"), let value = NumberWords.scales[lower(index)] {
            var phrase = plain
            phrase.determiner = .some
            phrase.quantity = Quantity(value: value, unit: "", qualifier: "\(lower(index)) of")
            return [Opening(value: phrase, end: index + 2, cost: 0)]
        }
        if isAt(index, "as"), isAt(index + 1, ["many", "much", "few"]), self.number(at: index + 3) == nil {
            var phrase = plain
            phrase.adjectives = [
                AdjectivePhrase(lemma: isAt(index + 1, "few") ? "few" : "many", degree: .equal, span: span(index, index + 2))
            ]
            return [Opening(value: phrase, end: index + 2, cost: 0)]
        }
        let (qualifier, start) = numberQualifier(at: index)
        guard let number = number(at: start) else { return [] }
        var phrase = plain
        phrase.quantity = Quantity(value: number.value, unit: number.unit, qualifier: qualifier)
        switch qualifier {
        case "at least", "no fewer than", "no less than", "as many as": phrase.determiner = .atLeast(number.value)
        case "at most", "no more than", "up to": phrase.determiner = .atMost(number.value)
        case "more than", "over", "above", "greater than": phrase.determiner = .moreThan(number.value)
        case "less than", "fewer than", "under", "below": phrase.determiner = .lessThan(number.value)
        default: phrase.determiner = .exactly(number.value)
        }
        // A year before a noun names it ("2024 election"); it doesn't count.
        let isYear = qualifier.isEmpty && number.end == start + 1 && isYear(start)
        return [Opening(value: phrase, end: number.end, cost: isYear ? Cost.unusual : 0)]
    }

    private func numberQualifier(at index: Int) -> (String, Int) {
        let phrases: [[String]] = [
            ["no", "more", "than"], ["no", "fewer", "than"], ["no", "less", "than"], ["as", "many", "as"], ["at", "least"],
            ["at", "most"],
            ["more", "than"], ["greater", "than"], ["less", "than"], ["fewer", "than"], ["up", "to"], ["over"], ["above"], ["under"],
            ["below"],
            ["exactly"], ["about"], ["around"], ["nearly"], ["almost"], ["roughly"], ["approximately"], ["only"], ["just"],
        ]
        for phrase in phrases where phrase.indices.allSatisfy({ isAt(index + $0, phrase[$0]) }) {
            return (phrase.joined(separator: " "), index + phrase.count)
        }
        return ("", index)
    }

    /// A number in digits or words with its scale: "1,500", "$1 billion", "two hundred thousand", "a dozen".
    func number(at index: Int) -> (value: Double, unit: String, end: Int)? {
        var position = index
        var total = 0.0, current = 0.0
        var unit = ""
        if isAt(index, "a"), NumberWords.scales[lower(index + 1)] != nil {
            current = 1
            position += 1
        }
        let first = position
        while let word = word(position) {
            if let value = word.number, !(word.token.kind == .number && position > first) {
                current += value
                if !word.unit.isEmpty { unit = word.unit }
            } else if let scale = NumberWords.scales[word.lower], current > 0, word.lower.utf8.count > 1 || !unit.isEmpty {
                if scale > 100 {
                    total += current * scale
                    current = 0
                } else {
                    current *= scale
                }
            } else if !(isAt(position, "and") && position > first && self.word(position + 1)?.number.map { $0 < 100 } == true
                && isAt(position - 1, ["hundred", "thousand"]))
            {
                break
            }
            position += 1
        }
        guard position > first else { return nil }
        if isAt(position, ["percent", "dollars", "euros", "pounds"]) {
            unit = isAt(position, "percent") ? "percent" : isAt(position, "dollars") ? "$" : isAt(position, "euros") ? "€" : "£"
            position += 1
        }
        return (total + current, unit, position)
    }

    /// A bare four-digit number that can be a year.
    func isYear(_ index: Int) -> Bool {
        guard let word = word(index), word.token.kind == .number, word.form.utf8.count == 4, word.unit.isEmpty else { return false }
        return word.number.map { $0 >= 1000 && $0 < 2200 } ?? false
    }
}
