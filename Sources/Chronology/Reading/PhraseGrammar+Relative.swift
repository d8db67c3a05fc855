import Facts

/// What counts from the publication or from the story: today, last week, next Tuesday, the same month.
extension PhraseGrammar {
    /// "last Tuesday", "this January", "next autumn", "this coming Sunday", "last Christmas".
    func relativeName(at start: Int) -> Read? {
        guard let (choice, next) = choice(at: start) else { return nil }
        guard let (name, end) = cyclicName(at: next) else { return nil }
        if choice == .ofStory, case .weekday = name { return nil }
        return (.cyclic(name, choice), end, .named)
    }

    /// Which occurrence the words before a name choose.
    private func choice(at start: Int) -> (Meaning.Choice, next: Int)? {
        switch kind(start) {
        case .last where !has(start, .plural):
            return (.last, start + 1)
        case .next:
            // "following November's elections" is a preposition.
            if says(start, NextWord.following) { return nil }
            return (says(start, NextWord.next) ? .next : .coming, start + 1)
        case .this where value(start) == 0 && !has(start, .plural):
            if kind(start + 1) == .last, says(start + 1, LastWord.past) { return (.past, start + 2) }
            if kind(start + 1) == .next, !says(start + 1, NextWord.next) { return (.coming, start + 2) }
            return (.this, start + 1)
        case .that where !has(start, .plural):
            return (.ofStory, kind(start + 1) == .same ? start + 2 : start + 1)
        case .article where kind(start + 1) == .same:
            return (.ofStory, start + 2)
        case .article where kind(start + 1) == .last && !says(start + 1, LastWord.last):
            return (.last, start + 2)
        case .article where kind(start + 1) == .next:
            return (.coming, start + 2)
        default:
            return nil
        }
    }

    /// A name that comes round, as it stands after "last" or "every": Monday, Oct., 25 October, summer, Christmas.
    func cyclicName(at index: Int) -> (Cyclic, end: Int)? {
        switch kind(index) {
        case .weekday where !has(index, .plural):
            return (.weekday(value(index)), index + 1)
        case .month:
            guard has(index, .capital) || value(index) != 5 && value(index) != 3 else { return nil }
            if let day = dayNumber(index + 1), Day(year: 2000, month: value(index), day: day) != nil {
                return (.monthDay(value(index), day), index + 2)
            }
            return (.month(value(index)), afterDot(index + 1))
        case .season where !has(index, .plural):
            return Season(rawValue: value(index)).map { (.season($0), index + 1) }
        default:
            return holidayName(at: index).map { (.holiday($0.0), $0.end) }
        }
    }

    // MARK: Units

    /// "last week", "the following year", "this month", "the year before last", "today", "the weekend".
    func relativeUnit(at start: Int) -> Read? {
        if kind(start) == .deicticDay {
            return (.day(value(start)), start + 1, .deicticDay)
        }
        if let read = aroundToday(at: start) ?? aroundLast(at: start) ?? sameUnit(at: start) { return read }
        let article = kind(start) == .article || kind(start) == .indefinite && kind(start + 1) == .ordinal
        let first = article ? start + 1 : start
        if kind(first) == .ordinal, kind(first + 1) == .other, isWord(first + 1, in: ["consecutive", "straight", "successive"]),
            let period = unit(first + 2)?.period, !has(first + 2, .plural)
        {
            return (.unit(period, 0, .publication), first + 3, .unit)
        }
        guard let (shift, anchor, next) = step(at: first, article: article), let period = unit(next)?.period, !has(next, .plural),
            kind(next + 1) != .dash || !has(next + 1, .glued)
        else { return storyUnit(at: start) }
        return (.unit(period, shift, anchor), next + 1, anchor == .publication ? .unit : .storyUnit)
    }

    /// How far "last", "next" and their kin step, and from where.
    private func step(at index: Int, article: Bool) -> (shift: Int, Meaning.Anchor, next: Int)? {
        switch kind(index) {
        case .last:
            switch LastWord(rawValue: Int32(value(index))) {
            case .last: return (-1, .publication, index + 1)
            case .previous: return (-1, article ? .story : .publication, index + 1)
            default: return nil
            }
        case .next:
            let story = article || says(index, NextWord.following)
            return (1, story ? .story : .publication, index + 1)
        case .this where !has(index, .plural) && !article || value(index) == 1:
            if kind(index + 1) == .last { return (-1, .publication, index + 2) }
            if kind(index + 1) == .next, !says(index + 1, NextWord.next) { return (1, .publication, index + 2) }
            return (0, .publication, index + 1)
        case .that where !has(index, .plural):
            return (0, .antecedent, kind(index + 1) == .same ? index + 2 : index + 1)
        case .same where article:
            return (0, .antecedent, index + 1)
        default:
            return nil
        }
    }

    /// "the day before yesterday", "the day after tomorrow".
    private func aroundToday(at start: Int) -> Read? {
        guard kind(start) == .article, unit(start + 1) == .day, kind(start + 3) == .deicticDay else { return nil }
        if isPreposition(start + 2, .before), value(start + 3) == -1 { return (.day(-2), start + 4, .deicticDay) }
        if isPreposition(start + 2, .after), value(start + 3) == 1 { return (.day(2), start + 4, .deicticDay) }
        return nil
    }

    /// "the year before last", "the week after next", "the year before", "the month after", "the year previous".
    private func aroundLast(at start: Int) -> Read? {
        guard kind(start) == .article, let period = unit(start + 1)?.period, !has(start + 1, .plural) else { return nil }
        let next = start + 2
        if isPreposition(next, .before), kind(next + 1) == .last { return (.unit(period, -2, .publication), next + 2, .unit) }
        if isPreposition(next, .after), kind(next + 1) == .next { return (.unit(period, 2, .publication), next + 2, .unit) }
        let ends = next + 1 >= cells.count || kind(next + 1).endsPhrase
        if isPreposition(next, .before), ends || kind(next) == .last { return (.unit(period, -1, .story), next + 1, .storyUnit) }
        if kind(next) == .last, says(next, LastWord.previous), ends {
            return (.unit(period, -1, .story), next + 1, .storyUnit)
        }
        if isPreposition(next, .after), ends { return (.unit(period, 1, .story), next + 1, .storyUnit) }
        return nil
    }

    /// "the same month a year ago", "the same period last year", "the same quarter of the previous year".
    private func sameUnit(at start: Int) -> Read? {
        guard kind(start) == .article, kind(start + 1) == .same, let named = unit(start + 2), !has(start + 2, .plural) else { return nil }
        let next = isPreposition(start + 3, in: [.of, .in]) ? start + 4 : start + 3
        let period = named.period
        func same(_ shift: Int, _ end: Int) -> Read {
            (period.map { .unit($0, shift, .story) } ?? .storyPeriod(years: shift), end, .storyUnit)
        }
        let yearly: Int? =
            switch period {
            case .month: 12
            case .quarter: 4
            case .half: 2
            case .year: 1
            case .week: 52
            case nil: 1
            default: nil
            }
        guard let yearly, named == .period || period != nil else { return nil }
        if kind(next) == .indefinite, unit(next + 1) == .year, kind(next + 2) == .ago || isPreposition(next + 2, .before) {
            return same(-yearly, next + 3)
        }
        let determiner = kind(next) == .article ? next + 1 : next
        if kind(determiner) == .last, unit(determiner + 1) == .year { return same(-yearly, determiner + 2) }
        if kind(next) == .article, unit(next + 1) == .year, isPreposition(next + 2, .before) || kind(next + 2) == .ago {
            return same(-yearly, next + 3)
        }
        return nil
    }

    /// "the day", "the week", "the year" as the one the story tells of, and "the weekend".
    private func storyUnit(at start: Int) -> Read? {
        guard kind(start) == .article else { return nil }
        if unit(start + 1) == .weekend, !has(start + 1, .plural), !isPreposition(start + 2, .of) {
            return (.unit(.weekend, 0, .story), start + 2, .unit)
        }
        if isWord(start + 1, in: ["entire", "whole", "full"]), let period = unit(start + 2)?.period, !has(start + 2, .plural) {
            return (.unit(period, 0, .story), start + 3, .storyUnit)
        }
        guard let named = unit(start + 1), !has(start + 1, .capital), let period = named.period,
            [.day, .week, .month, .quarter, .year].contains(named),
            !has(start + 1, .plural)
        else { return nil }
        let closes = named == .day && isWord(start - 1, in: Self.closingVerbs)
        let governed = closes || isPreposition(start - 1, in: [.of, .for, .during, .in, .on, .throughout])
        let next = start + 2
        let free =
            next >= cells.count || kind(next) == .approximator
            || kind(next).endsPhrase && !isPreposition(next, in: [.of, .before, .after, .from]) && kind(next) != .dash
            || closes && !isPreposition(next, in: [.of, .before, .after]) && kind(next) != .that
        guard governed, free, !(named == .day && isPreposition(start - 1, .of) && kind(start - 2) != .edge) else { return nil }
        return (.unit(period, 0, .story), start + 2, .storyUnit)
    }

    private static let closingVerbs: Set<String> = [
        "end", "ended", "ending", "finish", "finished", "finishing", "start", "started", "began", "begin", "close", "closed",
    ]

    /// "the first week of March", "the last week of 2004", "the week of March 6, 2023", "week 32".
    func countedUnit(at start: Int) -> Read? {
        let first = kind(start) == .article ? start + 1 : start
        if unit(first) == .week, !has(first, .plural) {
            if isPreposition(first + 1, in: [.of, .from]), first > start, let day = date(at: first + 2), day.meaning.isDay {
                return (.ordinal(1, .week, of: day.meaning), day.end, .week)
            }
            if first == start, kind(first + 1) == .number, has(first + 1, .digits), (1...53).contains(value(first + 1)),
                isPreposition(start - 1, in: [.in, .of, .since, .until, .by, .from, .to])
            {
                let next = isPreposition(first + 2, .of) ? first + 3 : first + 2
                if let (year, end) = fourFigureYear(next), let monday = Day(isoYear: year, week: value(first + 1)) {
                    return (.period(Period(.week, containing: monday)), end, .week)
                }
                if value(first + 1) > 5, !has(first, .capital) {
                    return (.ordinal(value(first + 1), .week, of: .unit(.year, 0, .publication)), first + 2, .week)
                }
            }
        }
        let number: Int
        switch kind(first) {
        case .ordinal: number = value(first)
        case .last where says(first, LastWord.last): number = -1
        default: return nil
        }
        if kind(first + 1) == .weekday, !has(first + 1, .plural), isPreposition(first + 2, in: [.of, .in]), (-1...5).contains(number),
            number != 0,
            let month = date(at: first + 3), month.meaning.unit == .month
        {
            return (.weekday(value(first + 1), number: number, of: month.meaning), month.end, .part)
        }
        guard let counted = unit(first + 1)?.period, !has(first + 1, .plural),
            [.day, .week, .weekend, .month, .quarter, .year].contains(counted),
            isPreposition(first + 2, in: [.of, .in]), (-1...31).contains(number)
        else { return nil }
        guard let of = period(at: first + 3), of.meaning.isLonger(than: counted) else { return nil }
        return (.ordinal(number, counted, of: of.meaning), of.end, .part)
    }
}

extension Meaning {
    var isDay: Bool {
        switch self {
        case .period(let period): period.unit == .day
        case .weekday: true
        case .cyclic(.monthDay, _), .cyclic(.dayOfMonth, _), .cyclic(.holiday, _), .cyclic(.weekday, _), .day: true
        default: false
        }
    }

    /// The unit of the period it names; nil for lengths, sets and references.
    var unit: Period.Unit? {
        switch self {
        case .period(let period): period.unit
        case .fiscalYear: .year
        case .cyclic(let name, _):
            switch name {
            case .weekday, .monthDay, .dayOfMonth, .holiday: .day
            case .month: .month
            case .season: .season
            case .quarter: .quarter
            case .half: .half
            }
        case .unit(let unit, _, _): unit
        case .part(_, let whole): whole.unit
        case .weekday: .day
        case .ordinal(_, let unit, _): unit
        case .day: .day
        default: nil
        }
    }

    func isLonger(than unit: Period.Unit) -> Bool { self.unit.map { $0.rawValue > unit.rawValue } ?? false }
}
