import Facts

/// Words that point to the past, present or future without a date.
extension PhraseGrammar {
    func vague(at start: Int) -> Read? {
        if let read = thisPartOfDay(at: start) ?? dayPart(at: start) { return read }
        if let read = vagueNoun(at: start) { return read }
        guard kind(start) == .vague, !(kind(start + 1) == .dash && has(start + 1, .glued)),
            !(kind(start - 1) == .dash && has(start, .glued))
        else { return nil }
        switch VagueWord(rawValue: Int32(value(start))) {
        case .now:
            if isPreposition(start - 1, in: [.from, .until, .by]) || tag(start) == "IN" { return nil }
            return (.reference(.present), start + 1, .vague)
        case .currently: return (.reference(.present), start + 1, .vague)
        case .recently:
            if unit(start + 1) != nil, has(start + 1, .plural) { return (.reference(.past), start + 2, .vaguePlural) }
            return (.reference(.past), start + 1, .vague)
        case .soon:
            if kind(start - 1) == .preposition || kind(start - 1) == .approximator
                || isPreposition(start + 1, in: [.after, .before, .as])
            {
                return nil
            }
            return (.reference(.future), start + 1, .vague)
        default: return nil
        }
    }

    /// "the past", "the near future", "these days", "at present", "the time being", "the long term".
    private func vagueNoun(at start: Int) -> Read? {
        if kind(start) == .this, has(start, .plural), unit(start + 1) == .day { return (.reference(.present), start + 2, .vague) }
        if kind(start) == .this, value(start) == 1, kind(start + 1) == .other || kind(start + 1) == .fiscal, !has(start, .capital) {
            return (.reference(.present), start + 1, .vague)
        }
        if isPreposition(start - 1, .at) {
            if kind(start) == .article, isWord(start + 1, "moment"), !isPreposition(start + 2, .of) {
                return (.reference(.present), start + 2, .vague)
            }
            if kind(start) == .vague, says(start, VagueWord.present), isNounHere(start) {
                return (.reference(.present), start + 1, .vague)
            }
        }
        let first = kind(start) == .article ? start + 1 : start
        let near = kind(first) == .other && isWord(first, in: Self.distances)
        let noun = near ? (kind(first + 1) == .dash ? first + 2 : first + 1) : first
        if kind(noun) == .vague, first > start {
            switch VagueWord(rawValue: Int32(value(noun))) {
            case .future where isNounHere(noun): return (.reference(.future), noun + 1, .vague)
            case .present where isNounHere(noun) && !near: return (.reference(.present), noun + 1, .vague)
            case .term where near: return (.reference(.future), noun + 1, .vague)
            case .time where isWord(noun + 1, "being"): return (.reference(.present), noun + 2, .vague)
            default: return nil
            }
        }
        if first > start, kind(first) == .last, says(first, LastWord.past), isNounHere(first),
            isPreposition(start - 1, in: [.in, .of, .from])
        {
            return (.reference(.past), first + 1, .vague)
        }
        if near, noun == first + 1, kind(noun) == .vague, says(noun, VagueWord.future), kind(start - 1) == .preposition {
            return (.reference(.future), noun + 1, .vague)
        }
        return nil
    }

    private static let distances: Set<String> = ["near", "foreseeable", "distant", "long", "short", "medium", "immediate"]

    /// Whether nothing follows that would make an adjective of the word.
    private func isNounHere(_ index: Int) -> Bool {
        if tag(index).hasPrefix("JJ") { return !isNominal(index + 1) }
        return index + 1 >= cells.count || !isNominal(index + 1) && kind(index + 1) != .unit && kind(index + 1) != .number
    }
}
