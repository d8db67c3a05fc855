import Facts

/// Pronouns and phrases that begin with a wh-word.
extension QuestionParser {
    func pronouns(at index: Int) -> [Edge<NounPhrase>] {
        let text = lower(index)
        guard !isAt(index, ["there", "here"]) else { return [] }
        var phrase = NounPhrase(span: words[index].span)
        var end = index + 1
        for (start, determiner) in [("some", NounPhrase.Determiner.some), ("any", .any), ("every", .every), ("no", .no)]
        where text.hasPrefix(start) {
            let rest = text.dropFirst(start.count)
            guard ["one", "body", "thing"].contains(rest) else { continue }
            phrase.determiner = determiner
            phrase.head = rest == "thing" ? "thing" : "person"
        }
        if phrase.head.isEmpty { phrase.pronoun = text }
        if isAt(end, "else") || text == "others" {
            phrase.determiner = .other
            if text != "others" { end += 1 }
        }
        let alsoDeterminer = has(index, [.demonstrative, .possessive]) && continuesNouns(at: index + 1)
        return [Edge(value: phrase, end: end, cost: alsoDeterminer ? Cost.unusual : 0)]
    }

    mutating func whPhrases(at index: Int) -> [Edge<NounPhrase>] {
        switch lower(index) {
        case "who", "whoever": return [bareWh(.who, index, index + 1)]
        case "whom": return [bareWh(.whom, index, index + 1)]
        case "whose": return whNominals(.whose, index, index + 1) + [bareWh(.whose, index, index + 1)]
        case "what" where ["percentage", "proportion", "share", "percent", "fraction", "%"].contains(lower(index + 1)):
            return counted(.whatPercentage, index, index + 2)
        case "what", "whatever": return whNominals(.what, index, index + 1) + [bareWh(.what, index, index + 1)]
        case "which": return whNominals(.which, index, index + 1) + counted(.which, index, index + 1) + [bareWh(.which, index, index + 1)]
        case "how" where isAt(index + 1, "many"): return counted(.howMany, index, index + 2)
        case "how" where isAt(index + 1, "much"): return counted(.howMuch, index, index + 2)
        default: return []
        }
    }

    private func bareWh(_ wh: NounPhrase.Wh, _ start: Int, _ end: Int) -> Edge<NounPhrase> {
        var phrase = NounPhrase(wh: wh, span: span(start, end))
        if isAt(end, "else") {
            phrase.determiner = .other
            return Edge(value: phrase, end: end + 1, cost: 0)
        }
        if isAt(end, ["exactly", "precisely", "really", "actually"]), !isEnd(end + 1) {
            return Edge(value: phrase, end: end + 1, cost: 0)
        }
        if isAt(end, ["one", "ones"]) || isAt(end, "all") && wh == .who { return Edge(value: phrase, end: end + 1, cost: 0) }
        let couldBeNoun = continuesNouns(at: end) && wh != .who && wh != .whom
        return Edge(
            value: phrase, end: end,
            cost: couldBeNoun ? (word(end)?.verbForms.isDisjoint(with: [.thirdPerson, .past]) == false ? Cost.slight : Cost.mild) : 0)
    }

    private mutating func whNominals(_ wh: NounPhrase.Wh, _ start: Int, _ index: Int) -> [Edge<NounPhrase>] {
        var result: [Edge<NounPhrase>] = []
        for opening in openings(at: index)
        where opening.end == index || opening.value.quantity != nil
            || opening.value.determiner == .other || opening.value.adjectives.contains(where: { $0.degree == .comparative })
        {
            var base = opening.value
            base.wh = wh
            result += nominals(Edge(value: base, end: opening.end, cost: opening.cost), from: start).filter { $0.end > index }
        }
        return result
    }

    /// "how many countries", "how many of them", "what percentage of countries", "how many".
    private mutating func counted(_ wh: NounPhrase.Wh, _ start: Int, _ index: Int) -> [Edge<NounPhrase>] {
        if isAt(index, "of") {
            return inner(at: index + 1).map { edge in
                var phrase = edge.value
                phrase.wh = wh
                phrase.span = span(start, edge.end)
                return Edge(value: phrase, end: edge.end, cost: edge.cost)
            }
        }
        guard wh != .which else { return [] }
        return whNominals(wh, start, index) + [bareWh(wh, start, index)]
    }
}
