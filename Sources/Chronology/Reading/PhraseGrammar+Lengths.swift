import Facts

/// Lengths of time, and points told by a length: "three days", "five weeks ago", "the next two months".
extension PhraseGrammar {
    /// An approximating word and the length that it softens.
    func approximated(at start: Int) -> Phrase? {
        guard let (mod, next) = approximation(at: start) else { return nil }
        guard var phrase = lengthPhrase(at: next) else { return nil }
        if kind(start) == .approximator, [Approximator.over, .under].contains(where: { Int($0.rawValue) == value(start) }),
            !followsPreposition(start)
        {
            // "over two years" is also a stretch that something lasts through; "over two years ago" isn't.
            guard case .offset = phrase.meaning else { return nil }
        }
        phrase.first = start
        phrase.mod = mod
        return phrase
    }

    /// TIMEX3 mod of "nearly", "more than", "at least" …
    private func approximation(at index: Int) -> (mod: String, next: Int)? {
        func word(_ index: Int) -> Approximator? {
            kind(index) == .approximator ? Approximator(rawValue: Int32(value(index))) : nil
        }
        switch word(index) {
        case .about, .nearly: return ("APPROX", index + 1)
        case .more where word(index + 1) == .than: return ("MORE_THAN", index + 2)
        case .less where word(index + 1) == .than: return ("LESS_THAN", index + 2)
        case .up where isPreposition(index + 1, .to): return ("EQUAL_OR_LESS", index + 2)
        case .over: return ("MORE_THAN", index + 1)
        case .under: return ("LESS_THAN", index + 1)
        case .no:
            if word(index + 1) == .more, word(index + 2) == .than { return ("EQUAL_OR_LESS", index + 3) }
            if word(index + 1) == .less, word(index + 2) == .than { return ("EQUAL_OR_MORE", index + 3) }
            return nil
        default:
            if isPreposition(index, .at), word(index + 1) == .least { return ("EQUAL_OR_MORE", index + 2) }
            if isPreposition(index, .at), word(index + 1) == .most { return ("EQUAL_OR_LESS", index + 2) }
            if isPreposition(index, .around) { return ("APPROX", index + 1) }
            return nil
        }
    }

    private func followsPreposition(_ index: Int) -> Bool {
        isPreposition(index - 1, in: [.in, .for, .of, .after, .within, .to, .by, .from]) || isWord(index - 1, "than")
    }

    /// A length, with what makes a point or a stretch of the calendar of it.
    func lengthPhrase(at start: Int) -> Phrase? {
        if let read = leading(at: start) ?? window(at: start) { return phrase(read, from: start) }
        if unit(start) == .year, kind(start + 1) == .dash, has(start + 1, .glued), kind(start + 2) == .ago,
            let read = placed(CalendarDuration(1, .year), at: start + 2)
        {
            return phrase(read, from: start)
        }
        if kind(start) == .lastingWord, let length = UnitWord(rawValue: cells[start].value)?.length(1) {
            return Phrase(meaning: .duration(length), first: start, end: start + 1, rule: .duration)
        }
        if let read = decimalLength(at: start) { return phrase(read, from: start) }
        guard let length = length(at: start) else { return barePlural(at: start) }
        if let read = placed(length.duration, at: length.end) { return phrase(read, from: start) }
        guard length.standsAlone else { return nil }
        return Phrase(meaning: .duration(length.duration), first: start, end: length.end, rule: .duration)
    }

    /// "2.5 years", "a 1.5-hour delay".
    private func decimalLength(at start: Int) -> Read? {
        guard kind(start) == .decimal, kind(start - 1) != .currency else { return nil }
        let next = kind(start + 1) == .dash ? start + 2 : start + 1
        guard let unit = unit(next), has(next, .plural) || next == start + 2, let length = unit.length(1), length.count == 1 else {
            return nil
        }
        let time = length.unit.isOfClock ? "T" : ""
        return (.measure("P\(time)\(value(start) / 10).\(value(start) % 10)\(length.unit.letter)"), next + 1, .duration)
    }

    private func phrase(_ read: Read, from start: Int) -> Phrase {
        Phrase(meaning: read.meaning, first: start, end: read.end, rule: read.rule)
    }

    /// What follows a length: ago, earlier, from now, from Monday.
    private func placed(_ length: CalendarDuration, at index: Int) -> Read? {
        if kind(index) == .ago {
            switch AgoWord(rawValue: Int32(value(index))) {
            case .ago: return (.offset(length, sign: -1, from: .publication), index + 1, .ago)
            case .earlier: return (.offset(length, sign: -1, from: .story), index + 1, .later)
            case .later:
                if kind(index + 1) == .approximator { return nil }
                return (.offset(length, sign: 1, from: .story), index + 1, .later)
            case .hence: return (.offset(length, sign: 1, from: .publication), index + 1, .fromNow)
            case nil: return nil
            }
        }
        if isPreposition(index, .from) {
            if kind(index + 1) == .vague, says(index + 1, VagueWord.now) {
                return (.offset(length, sign: 1, from: .publication), index + 2, .fromNow)
            }
            if kind(index + 1) == .deicticDay { return (.offset(length, sign: 1, from: .today(value(index + 1))), index + 2, .fromNow) }
            if kind(index + 1) == .weekday { return (.offset(length, sign: 1, from: .weekday(value(index + 1))), index + 2, .fromNow) }
        }
        let ends = index + 1 >= cells.count || kind(index + 1).endsPhrase && kind(index + 1) != .preposition
        if isPreposition(index, .before), ends { return (.offset(length, sign: -1, from: .story), index + 1, .later) }
        return nil
    }

    // MARK: The length itself

    struct Length {
        var duration: CalendarDuration
        var end: Int
        /// False for what is only a length beside other words: "a year" may be a rate.
        var standsAlone: Bool
    }

    /// "three days", "two-week", "half an hour", "two and a half years", "a fortnight", "several months".
    func length(at start: Int) -> Length? {
        if let length = halfLength(at: start) { return length }
        if kind(start) == .indefinite { return indefiniteLength(at: start) }
        guard let (count, afterCount) = count(at: start) else { return nil }
        var next = afterCount
        let hyphen = kind(next) == .dash && has(next, .glued)
        if hyphen { next += 1 }
        // "two and a half years".
        if isWord(next, "and"), kind(next + 1) == .indefinite, kind(next + 2) == .half, let unit = unit(next + 3), let count {
            guard let duration = halfMore(count, unit) else { return nil }
            return finish(duration, end: next + 4, start: start)
        }
        if isWord(next, in: Self.lengthAdjectives) { next += 1 }
        guard let unit = unit(next), let duration = unit.length(count) else { return nil }
        // "the Thirty Years War" is a name.
        if start > 0, has(next, .capital), has(start, .capital) { return nil }
        if unit == .second, kind(next) == .ordinal, !hyphen { return nil }
        if !has(next, .plural), !hyphen, count != 1, !isNominal(next + 1), kind(start - 1) != .indefinite, !has(next, .short) {
            return nil
        }
        if hyphen, kind(next + 1) == .dash, !isWord(next + 2, "long") { return nil }
        // "one day he will" is no length.
        if count == 1, unit == .day, !hyphen, kind(start - 1) != .preposition, !isWord(start - 1, in: Self.lastingVerbs),
            kind(start - 1) != .approximator, kind(next + 1) != .ago,
            !isPreposition(next + 1, in: [.after, .before])
        {
            return nil
        }
        var end = next + 1
        var whole = duration
        if isWord(end, "and"), kind(end + 1) == .indefinite, kind(end + 2) == .half, count == 1, let more = halfMore(1, unit) {
            return finish(more, end: end + 3, start: start)
        }
        let joined = kind(end) == .conjunction || kind(end) == .comma ? end + 1 : end
        if let (more, afterMore) = self.count(at: joined), let more, let smaller = self.unit(afterMore), smaller.rawValue < unit.rawValue,
            let rest = smaller.length(more), has(joined, .digits) || kind(joined) == .number, kind(afterMore + 1) != .ago || joined != end
        {
            whole.rest = rest.count ?? 0
            whole.restUnit = rest.unit
            end = afterMore + 1
        }
        if kind(end) == .dash, isWord(end + 1, "long") { end += 2 }
        return finish(whole, end: end, start: start)
    }

    /// Nil where the length is an age: "44-year-old", "three years old", "aged 12 months".
    private func finish(_ duration: CalendarDuration, end: Int, start: Int) -> Length? {
        let next = kind(end) == .dash ? end + 1 : end
        if kind(next) == .age, value(next) == 0 || isPreposition(end, .of) { return nil }
        if isPreposition(end, .of), kind(end + 1) == .age { return nil }
        if kind(start - 1) == .age, value(start - 1) == 1 { return nil }
        return Length(duration: duration, end: end, standsAlone: true)
    }

    /// "half an hour", "half a year", "a half century".
    private func halfLength(at start: Int) -> Length? {
        let first = kind(start) == .indefinite ? start + 1 : start
        if let quarter = quarterCentury(at: first) { return quarter }
        guard kind(first) == .half, kind(start - 1) != .dash else { return nil }
        var next = kind(first + 1) == .dash ? first + 2 : first + 1
        if first == start, kind(next) == .indefinite { next += 1 }
        guard let half = unit(next)?.half else { return nil }
        return Length(duration: half, end: next + 1, standsAlone: true)
    }

    /// "a quarter of a century", "a quarter-century".
    private func quarterCentury(at index: Int) -> Length? {
        guard unit(index) == .quarter, !has(index, .plural) else { return nil }
        let next =
            kind(index + 1) == .dash ? index + 2 : isPreposition(index + 1, .of) && kind(index + 2) == .indefinite ? index + 3 : index + 1
        return unit(next) == .century ? Length(duration: CalendarDuration(25, .year), end: next + 1, standsAlone: true) : nil
    }

    private func halfMore(_ count: Int, _ unit: UnitWord) -> CalendarDuration? {
        guard var length = unit.length(count), let half = unit.half else { return nil }
        if unit == .decade || unit == .century {
            length.count = (length.count ?? 0) + (half.count ?? 0)
            return length
        }
        if unit == .day { return CalendarDuration(count, .day, rest: 12, .hour) }
        length.rest = half.count ?? 0
        length.restUnit = half.unit
        return length
    }

    /// "a week", "an hour and a half", "a year and a half".
    private func indefiniteLength(at start: Int) -> Length? {
        var next = start + 1
        if kind(next) == .quantifier || kind(next) == .magnitude {
            guard let (count, end) = count(at: start), let unit = unit(end), let duration = unit.length(count) else { return nil }
            return finish(duration, end: end + 1, start: start)
        }
        if isWord(next, in: Self.lengthAdjectives) { next += 1 }
        guard let unit = unit(next), !has(next, .plural), unit != .quarter, let duration = unit.length(1) else { return nil }
        if isWord(next + 1, "and"), kind(next + 2) == .indefinite, kind(next + 3) == .half, let more = halfMore(1, unit) {
            return finish(more, end: next + 4, start: start)
        }
        if kind(next + 1) == .dash, has(next + 1, .glued) { return nil }
        let governed =
            isPreposition(start - 1, in: [.for, .in, .within, .over, .after, .before, .during, .throughout])
            || kind(start - 1) == .approximator || unit == .fortnight || isWord(start - 1, in: Self.lastingVerbs)
            || isPreposition(next + 1, in: [.after, .before]) || isPreposition(next + 1, .in) && isWord(next + 2, "advance")
        let rate = isRate(start)
        return Length(duration: duration, end: next + 1, standsAlone: governed && !rate)
    }

    /// Whether "a year" at a cell says how often: "15 a year", "$3 million a year".
    private func isRate(_ index: Int) -> Bool {
        [.number, .magnitude, .decimal, .percent, .times].contains(kind(index - 1))
    }

    /// Figures, number words, "several", "a couple of", "two hundred"; nil inside is an open count.
    func count(at start: Int) -> (count: Int?, end: Int)? {
        var index = start
        var total: Int?
        switch kind(index) {
        case .indefinite:
            guard kind(index + 1) == .quantifier || kind(index + 1) == .magnitude else { return nil }
            index += 1
            total = kind(index) == .magnitude ? value(index) : openCount(index)
            index += 1
        case .quantifier:
            total = openCount(index)
            index += 1
        case .number:
            guard kind(start - 1) != .currency, !(has(index, .glued) && kind(start - 1) == .slash) else { return nil }
            total = value(index)
            index += 1
            if !has(start, .digits) {
                let next = kind(index) == .dash ? index + 1 : index
                if value(start) >= 20, value(start) % 10 == 0, kind(next) == .number, !has(next, .digits), (1...9).contains(value(next)) {
                    total = value(start) + value(next)
                    index = next + 1
                }
            }
            while kind(index) == .magnitude, let sum = total, sum < 100_000, value(index) <= 1000 {
                total = sum * value(index)
                index += 1
                let next = kind(index) == .conjunction ? index + 1 : index
                if kind(next) == .number, value(next) < 100, kind(next + 1) == .unit, let sum = total {
                    (total, index) = (sum + value(next), next + 1)
                }
            }
        default:
            return nil
        }
        if isPreposition(index, .of), kind(start) != .number { index += 1 }
        return (total, index)
    }

    private func openCount(_ index: Int) -> Int? { value(index) == 0 ? nil : value(index) }

    private static let lastingVerbs: Set<String> = [
        "last", "lasts", "lasted", "wait", "waited", "spend", "spent", "take", "takes", "took", "stay", "stayed", "serve",
        "served",
    ]

    private static let lengthAdjectives: Set<String> = [
        "straight", "consecutive", "full", "more", "additional", "whole", "trading", "working", "solid", "long", "successive",
        "calendar",
    ]

    // MARK: Stretches

    /// "the past three years", "the last 12 months", "the next few weeks", "the past year", "the coming months".
    private func window(at start: Int) -> Read? {
        let article = kind(start) == .article || kind(start) == .this || kind(start) == .possessive
        let first = kind(start) == .article || kind(start) == .this && has(start, .plural) ? start + 1 : start
        let sign: Int
        switch kind(first) {
        case .last where !says(first, LastWord.previous): sign = -1
        case .next where !says(first, NextWord.following): sign = 1
        default: return nil
        }
        var next = first + 1
        if isWord(next, in: ["full", "straight"]) { next += 1 }
        if let length = length(at: next), length.duration.rest > 0 {
            return (.window(length.duration, sign: sign), length.end, .window)
        }
        if let (count, end) = count(at: next) {
            let unitIndex = isWord(end, in: Self.lengthAdjectives) ? end + 1 : end
            guard let unit = unit(unitIndex), has(unitIndex, .plural) || count == 1, let length = unit.length(count) else { return nil }
            return (.window(length, sign: sign), unitIndex + 1, .window)
        }
        guard let unit = unit(next) else { return nil }
        if has(next, .plural), let length = unit.length(nil) { return (.window(length, sign: sign), next + 1, .window) }
        if kind(first) == .last, says(first, LastWord.past), article, unit != .weekend, let length = unit.length(1) {
            return (.window(length, sign: -1), next + 1, .window)
        }
        return nil
    }

    /// "the first nine months of 2024", "the last two weeks of March".
    private func leading(at start: Int) -> Read? {
        let first = kind(start) == .article ? start + 1 : start
        let fromEnd = kind(first) == .last && says(first, LastWord.last) || kind(first) == .ordinal && value(first) == -1
        guard fromEnd || kind(first) == .ordinal && value(first) == 1, let (count, next) = count(at: first + 1), let count,
            let length = unit(next)?.length(count), isPreposition(next + 1, in: [.of, .in])
        else { return nil }
        guard let of = period(at: next + 2) ?? partOfPeriod(at: next + 2) ?? yearOfToday(at: next + 2), of.meaning.unit != .day else {
            return nil
        }
        return (.leading(length, fromEnd: fromEnd, of: of.meaning), of.end, .window)
    }

    private func yearOfToday(at index: Int) -> Read? {
        guard kind(index) == .article, let unit = unit(index + 1)?.period, !has(index + 1, .plural), unit != .day else { return nil }
        return (.unit(unit, 0, .publication), index + 2, .unit)
    }

    /// "for decades", "in minutes", "years ago", "weeks later", "decades-long".
    private func barePlural(at start: Int) -> Phrase? {
        if let unit = unit(start), !has(start, .plural), kind(start + 1) == .dash, isWord(start + 2, "long"), let length = unit.length(1) {
            return Phrase(meaning: .duration(length), first: start, end: start + 3, rule: .duration)
        }
        guard let unit = unit(start), has(start, .plural), unit != .season, unit != .weekend, let length = unit.length(nil) else {
            return nil
        }
        if kind(start + 1) == .ago, let read = placed(length, at: start + 1) {
            if case .offset(_, let sign, .publication) = read.meaning, sign < 0 {
                return Phrase(meaning: .reference(.past), first: start, end: read.end, rule: .vaguePlural)
            }
            return Phrase(meaning: read.meaning, first: start, end: read.end, rule: read.rule)
        }
        if kind(start + 1) == .dash, isWord(start + 2, "long") {
            return Phrase(meaning: .duration(length), first: start, end: start + 3, rule: .vaguePlural)
        }
        let article = kind(start - 1) == .article
        let just = kind(start - 1) == .approximator && says(start - 1, Approximator.just)
        let governed =
            isPreposition(article || just ? start - 2 : start - 1, in: [.for, .in, .over, .within, .after, .through, .throughout])
            || isOver(article ? start - 2 : start - 1)
        guard governed, !article || isOver(start - 2), !isPreposition(start + 1, .of), kind(start + 1) != .ordinal else { return nil }
        return Phrase(meaning: .duration(length), first: article ? start - 1 : start, end: start + 1, rule: .vaguePlural)
    }

    private func isOver(_ index: Int) -> Bool { kind(index) == .approximator && says(index, Approximator.over) }
}
