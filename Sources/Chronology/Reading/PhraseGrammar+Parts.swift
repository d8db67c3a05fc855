import Facts

/// Parts of periods, and times of day.
extension PhraseGrammar {
    /// "early May 2020", "mid-1990s", "the end of 2022", "later this year", "late in the day", "so far this year".
    func partOfPeriod(at start: Int) -> Read? {
        let first = kind(start) == .article ? start + 1 : start
        switch kind(first) {
        case .stage:
            return stage(at: first)
        case .edge:
            guard isPreposition(first + 1, .of), let edge = EdgeWord(rawValue: Int32(value(first))) else { return nil }
            let part: Meaning.Part
            switch edge {
            case .beginning: part = .beginning
            case .middle: part = .middle
            case .end: part = .end
            case .remainder: return nil
            }
            guard let of = edgePeriod(at: first + 2) else { return nil }
            return (.part(part, of.meaning), of.end, .part)
        case .approximator
        where says(first, Approximator.so) && says(first + 1, Approximator.far)
            && kind(first + 1) == .approximator:
            guard let of = relativeUnit(at: first + 2), case .unit(_, 0, _) = of.meaning else { return nil }
            return (.part(.soFar, of.meaning), of.end, .soFar)
        case .ago where says(first, AgoWord.earlier) || says(first, AgoWord.later):
            if let read = restOfUnit(at: first) { return read }
            let of = relativeUnit(at: first + 1) ?? relativeName(at: first + 1) ?? thisPartOfDay(at: first + 1)
            guard let of else { return nil }
            if case .timeOfDay = of.meaning { return (of.meaning, of.end, .partOfDay) }
            guard of.meaning.isOfPublication else { return nil }
            return (.part(says(first, AgoWord.earlier) ? .soFar : .yetToCome, of.meaning), of.end, .soFar)
        default:
            return nil
        }
    }

    /// "earlier in the week", "later in the day".
    private func restOfUnit(at index: Int) -> Read? {
        guard isPreposition(index + 1, .in), kind(index + 2) == .article, let unit = unit(index + 3)?.period, !has(index + 3, .plural),
            [.day, .week, .month, .year].contains(unit)
        else { return nil }
        let part: Meaning.Part = says(index, AgoWord.earlier) ? .soFar : .yetToCome
        return (.part(part, .unit(unit, 0, .story)), index + 4, .soFar)
    }

    private func stage(at index: Int) -> Read? {
        var next = index + 1
        let part: Meaning.Part =
            switch StageWord(rawValue: Int32(value(index))) {
            case .early: .early
            case .mid: .mid
            default: .late
            }
        if kind(next) == .dash, has(next, .glued) { next += 1 }
        // "early in 2005", "late in the day", "early on Sunday".
        if isPreposition(next, in: [.in, .on]), part != .mid { next += 1 }
        if kind(next) == .partOfDay || thisPartOfDay(at: next) != nil, let read = dayPart(at: next) ?? thisPartOfDay(at: next) {
            return (.part(part, read.meaning), read.end, .partOfDay)
        }
        let stageWithinYear = kind(next) == .number && has(next, .fourFigures)
        guard let of = stageWithinYear ? plainYear(at: next) : period(at: next) ?? edgePeriod(at: next) else { return nil }
        guard let whole = withTimeOfDay(of, from: next) else { return nil }
        return (.part(part, whole.meaning), whole.end, .part)
    }

    private func plainYear(at index: Int) -> Read? {
        fourFigureYear(index).map { (.period(Period(year: $0.year)), $0.end, .year) }
    }

    /// What an edge is of: any period, and "the month" of today.
    private func edgePeriod(at index: Int) -> Read? {
        if let year = plainYear(at: index) { return year }
        if kind(index) == .article, let unit = unit(index + 1)?.period, !has(index + 1, .plural),
            [.day, .week, .month, .quarter, .year, .decade, .century].contains(unit)
        {
            return (.unit(unit, 0, unit == .day ? .story : .publication), index + 2, .unit)
        }
        if kind(index) == .article, kind(index + 1) == .fiscal, unit(index + 2) == .year { return nil }
        return partOfPeriod(at: index) ?? period(at: index)
    }

    // MARK: Times of day

    /// "5 p.m. Wednesday", "04:12 GMT on 2 March", "noon on Thursday", "midnight".
    func clock(at start: Int) -> Read? {
        guard let (time, end) = clockTime(at: start) else { return nil }
        var next =
            kind(end) == .preposition && (isPreposition(end, .on) || isPreposition(end, .of)) || kind(end) == .comma ? end + 1 : end
        if kind(end) == .comma, kind(next) != .month, kind(next) != .weekday { next = end }
        if let day = date(at: next) ?? relativeName(at: next) ?? relativeUnit(at: next), day.meaning.isDay || day.meaning.unit == .day,
            next == end || !(kind(end) == .comma && kind(next) == .article)
        {
            if kind(day.end) == .partOfDay, !has(day.end, .plural) { return (.timeOfDay(time, on: day.meaning), day.end + 1, .clock) }
            return (.timeOfDay(time, on: day.meaning), day.end, .clock)
        }
        return (.timeOfDay(time, on: nil), end, .clock)
    }

    private func clockTime(at start: Int) -> (TimeOfDay, end: Int)? {
        if !has(start, .plural), let part = partOfDay(start),
            part == .noon || part == .midnight, !(kind(start + 1) == .dash && has(start + 1, .glued))
        {
            return (TimeOfDay(code: part.code), start + 1)
        }
        if kind(start) == .number, value(start) == 12, kind(start + 1) == .partOfDay, says(start + 1, PartOfDay.noon) {
            return (TimeOfDay(code: "T12:00"), start + 2)
        }
        guard kind(start) == .number, has(start, .digits),
            !(has(start, .glued) && kind(start - 1) != .bracket && kind(start - 1) != .dash)
        else {
            return spelledHour(at: start)
        }
        var hour = value(start), minute = 0, end = start + 1, sure = false
        if kind(end) == .colon || kind(end) == .dot && has(end, .glued), has(end, .glued), kind(end + 1) == .number, has(end + 1, .glued),
            has(end + 1, .twoFigures)
        {
            minute = value(end + 1)
            sure = kind(end) == .colon
            end += 2
            if kind(end) == .colon, has(end, .glued) {
                guard kind(end + 1) == .number, has(end + 1, .twoFigures), has(start, .twoFigures), value(end + 1) < 60 else {
                    return nil
                }
                end += 2
            }
        } else if has(start, .fourFigures), kind(end) == .zone, has(end, .capital) {
            (hour, minute, sure) = (hour / 100, hour % 100, true)
        } else if kind(end) == .decimal || kind(end) == .code {
            return nil
        }
        if isOClock(end) { return spelledHour(at: start) }
        if kind(end) == .clockHalf, (1...12).contains(hour), isClockHalf(end) {
            hour = hour % 12 + value(end)
            (end, sure) = (afterGluedDot(end + 1), true)
        }
        guard sure, hour < 24, minute < 60 else { return nil }
        var zone = ""
        if kind(end) == .bracket, kind(end + 1) == .zone, let close = (end + 2...end + 4).first(where: { kind($0) == .bracket }) {
            // "(GMT)" and "(GMT +8)": only the former is the zone itself.
            if value(end + 1) == 0, close == end + 2 { zone = "Z" }
            end = close + 1
        } else if kind(end) == .zone, has(end, .capital) {
            if value(end) == 0 { zone = "Z" }
            end += 1
        } else if isWord(end, in: ["local", "eastern", "central", "pacific"]) {
            if isWord(end + 1, "time") { end += 2 } else if isWord(end + 2, "time") { end += 3 }
        }
        return (TimeOfDay(code: "T\(padded(hour, 2)):\(padded(minute, 2))\(zone)"), end)
    }

    /// "six o'clock", "6 o'clock in the evening".
    private func spelledHour(at start: Int) -> (TimeOfDay, end: Int)? {
        guard kind(start) == .number, (1...12).contains(value(start)), isOClock(start + 1) else { return nil }
        var hour = value(start), end = start + 2
        if isPreposition(end, .in), kind(end + 1) == .article, kind(end + 2) == .partOfDay,
            let part = partOfDay(end + 2)
        {
            if part == .afternoon || part == .evening { hour = hour % 12 + 12 }
            end += 3
        } else if isPreposition(end, .at), isWord(end + 1, "night") {
            hour = hour > 5 ? hour % 12 + 12 : hour
            end += 2
        }
        return (TimeOfDay(code: "T\(padded(hour, 2)):00"), end)
    }

    private func isOClock(_ index: Int) -> Bool { kind(index) == .clockHalf && value(index) == 24 }

    /// "am" is a verb unless it follows a number at once.
    private func isClockHalf(_ index: Int) -> Bool {
        !(isWord(index, "am") && tag(index).hasPrefix("VB"))
    }

    private func afterGluedDot(_ index: Int) -> Int {
        kind(index) == .dot && has(index, .glued) && form(index - 1).contains(".") && index + 1 < cells.count ? index + 1 : index
    }

    /// A day and the part or clock time that follows it: "Sunday night", "yesterday morning", "Wednesday at 5 p.m.".
    func withTimeOfDay(_ read: Read, from start: Int) -> Read? {
        guard read.meaning.isDay || read.meaning.unit == .day else { return read }
        if let part = partOfDay(read.end) {
            if has(read.end, .plural) { return read }
            return (.timeOfDay(TimeOfDay(code: part.code), on: read.meaning), read.end + 1, .partOfDay)
        }
        let next = isPreposition(read.end, .at) ? read.end + 1 : kind(read.end) == .comma ? read.end + 1 : read.end
        if next > read.end || kind(next) == .number, kind(next) != .partOfDay || isPreposition(read.end, .at),
            let (time, end) = clockTime(at: next)
        {
            return (.timeOfDay(time, on: read.meaning), end, .clock)
        }
        return read
    }

    /// "this morning", "last night", "tonight", "overnight Sunday".
    func thisPartOfDay(at start: Int) -> Read? {
        if isWord(start, "tonight") { return (.timeOfDay(TimeOfDay(code: "TNI"), on: .day(0)), start + 1, .partOfDay) }
        if let read = storyPartOfDay(at: start) { return read }
        guard !has(start + 1, .plural), let part = partOfDay(start + 1),
            part.code.utf8.count == 3
        else { return nil }
        switch kind(start) {
        case .this where value(start) == 0:
            return (.timeOfDay(TimeOfDay(code: part.code), on: .day(0)), start + 2, .partOfDay)
        case .last where says(start, LastWord.last):
            return (.timeOfDay(TimeOfDay(code: part.code), on: .day(-1)), start + 2, .partOfDay)
        case .that where !has(start, .plural):
            return (.timeOfDay(TimeOfDay(code: part.code), on: nil), start + 2, .partOfDay)
        default:
            return nil
        }
    }

    /// "the next morning", "the previous night", "the night before".
    private func storyPartOfDay(at start: Int) -> Read? {
        guard kind(start) == .article else { return nil }
        func part(_ index: Int) -> PartOfDay? {
            guard !has(index, .plural), let part = partOfDay(index),
                part.code.utf8.count == 3
            else {
                return nil
            }
            return part
        }
        func read(_ part: PartOfDay, _ shift: Int, _ end: Int) -> Read {
            (.timeOfDay(TimeOfDay(code: part.code), on: .unit(.day, shift, .story)), end, .partOfDay)
        }
        if let part = part(start + 2) {
            if kind(start + 1) == .next { return read(part, 1, start + 3) }
            if kind(start + 1) == .last, says(start + 1, LastWord.previous) { return read(part, -1, start + 3) }
        }
        if let part = part(start + 1), isPreposition(start + 2, .before), start + 3 >= cells.count || kind(start + 3).endsPhrase {
            return read(part, -1, start + 3)
        }
        return nil
    }

    /// "the night of May 5", "the morning of 3 March".
    func dayPart(at start: Int) -> Read? {
        let first = kind(start) == .article ? start + 1 : start
        guard !has(first, .plural), let part = partOfDay(first),
            part.code.utf8.count == 3,
            isPreposition(first + 1, in: [.of, .on])
        else { return nil }
        guard let day = date(at: first + 2) ?? relativeName(at: first + 2), day.meaning.isDay else { return nil }
        return (.timeOfDay(TimeOfDay(code: part.code), on: day.meaning), day.end, .partOfDay)
    }
}

extension Meaning {
    /// Whether it counts from the publication: what "earlier" and "later" can split.
    fileprivate var isOfPublication: Bool {
        switch self {
        case .unit(_, _, .publication), .day, .cyclic(_, .this): true
        default: false
        }
    }
}
