import Facts

/// Times that come again: every Monday, daily, twice a week, Oct. 25 every year.
extension PhraseGrammar {
    func recurring(at start: Int) -> Phrase? {
        guard
            let (recurrence, part, end) = every(at: start) ?? plural(at: start) ?? frequency(at: start) ?? yearly(at: start)
                ?? nthWeekday(at: start) ?? rate(at: start)
        else { return nil }
        return Phrase(meaning: .recurring(recurrence, part: part), first: start, end: end, rule: .recurring)
    }

    private typealias Found = (Recurrence, PartOfDay?, end: Int)

    /// "every Monday", "each July", "every two years", "every other week", "every summer", "every weekend".
    private func every(at start: Int) -> Found? {
        guard kind(start) == .every else { return nil }
        var next = start + 1
        if isWord(next, "other"), kind(next + 1) == .weekday { return (.weekday(value(next + 1)), nil, next + 2) }
        if isWord(next, "other"), let length = unit(next + 1)?.length(2) { return (.rate(length, times: 1), nil, next + 2) }
        if isWord(next, "single") { next += 1 }
        if let (name, end) = cyclicName(at: next), let recurrence = name.recurrence {
            if kind(end) == .partOfDay, !has(end, .plural) { return (recurrence, partOfDay(end), end + 1) }
            return (recurrence, nil, end)
        }
        if let (count, end) = count(at: next), let count, let length = unit(end)?.length(count) {
            return (.rate(length, times: 1), nil, end + 1)
        }
        if kind(next) == .partOfDay {
            return (.rate(CalendarDuration(1, .day), times: 1), partOfDay(next), next + 1)
        }
        guard let unit = unit(next), !has(next, .plural) else { return nil }
        if unit == .weekend { return (.weekend, nil, next + 1) }
        if unit == .workday { return (.workdays, nil, next + 1) }
        return unit.length(1).map { (.rate($0, times: 1), nil, next + 1) }
    }

    /// "Mondays", "Tuesday nights", "weekdays", "Saturday mornings".
    private func plural(at start: Int) -> Found? {
        if kind(start) == .weekday {
            if has(start, .plural) { return (.weekday(value(start)), nil, start + 1) }
            if kind(start + 1) == .partOfDay, has(start + 1, .plural) {
                return (.weekday(value(start)), partOfDay(start + 1), start + 2)
            }
        }
        guard has(start, .plural), isPreposition(start - 1, in: [.on, .at]) else { return nil }
        if unit(start) == .workday { return (.workdays, nil, start + 1) }
        if unit(start) == .weekend { return (.weekend, nil, start + 1) }
        return nil
    }

    /// "daily", "annual", "biennially".
    private func frequency(at start: Int) -> Found? {
        guard kind(start) == .frequency, !(has(start, .capital) && start > 0 && (has(start + 1, .capital) || has(start - 1, .capital)))
        else { return nil }
        let lengths = [
            CalendarDuration(1, .hour), CalendarDuration(1, .day), CalendarDuration(1, .week), CalendarDuration(2, .week),
            CalendarDuration(1, .month), CalendarDuration(1, .quarter), CalendarDuration(1, .year), CalendarDuration(2, .year),
        ]
        return (.rate(lengths[value(start)], times: nil), nil, start + 1)
    }

    /// "Oct. 25 every year", "25 October each year".
    private func yearly(at start: Int) -> Found? {
        guard [.month, .number, .ordinal, .article].contains(kind(start)) || kind(start) == .other && has(start, .capital),
            let read = date(at: start), case .cyclic(let name, .bare) = read.meaning,
            kind(read.end) == .every
        else { return nil }
        guard unit(read.end + 1) == .year, let recurrence = name.recurrence else { return nil }
        return (recurrence, nil, read.end + 2)
    }

    /// "the first Tuesday of each month", "the last Friday of every month", "the third Monday of January every year".
    private func nthWeekday(at start: Int) -> Found? {
        let first = kind(start) == .article ? start + 1 : start
        let number: Int
        switch kind(first) {
        case .ordinal: number = value(first)
        case .last: number = -1
        default: return nil
        }
        guard kind(first + 1) == .weekday, isPreposition(first + 2, in: [.of, .in]), (-1...5).contains(number), number != 0 else {
            return nil
        }
        if kind(first + 3) == .every, unit(first + 4) == .month {
            return (.monthly(weekday: value(first + 1), occurrence: number, month: nil), nil, first + 5)
        }
        if kind(first + 3) == .month, kind(first + 4) == .every, unit(first + 5) == .year {
            return (.monthly(weekday: value(first + 1), occurrence: number, month: value(first + 3)), nil, first + 6)
        }
        return nil
    }

    /// "twice a week", "three times a year", "once every two years", "15 a year".
    private func rate(at start: Int) -> Found? {
        if kind(start) == .times, value(start) > 0 {
            if kind(start + 1) == .indefinite, let length = unit(start + 2)?.length(1) {
                return (.rate(length, times: value(start)), nil, start + 3)
            }
            if kind(start + 1) == .every, let (recurrence, part, end) = every(at: start + 1) { return (recurrence, part, end) }
            return nil
        }
        if kind(start) == .number, kind(start + 1) == .times, kind(start + 2) == .indefinite, let length = unit(start + 3)?.length(1) {
            return (.rate(length, times: value(start)), nil, start + 4)
        }
        guard kind(start) == .indefinite, let unit = unit(start + 1), !has(start + 1, .plural), let length = unit.length(1),
            unit.length(1)?.unit.isOfClock != true,
            [.number, .magnitude, .percent].contains(kind(start - 1)), !isWord(start - 1, "one"),
            kind(start + 2) != .ago, !isPreposition(start + 2, in: [.before, .after, .from])
        else { return nil }
        return (.rate(length, times: nil), nil, start + 2)
    }
}

extension Cyclic {
    /// The rule that takes every occurrence.
    fileprivate var recurrence: Recurrence? {
        switch self {
        case .weekday(let weekday): .weekday(weekday)
        case .month(let month): .month(month)
        case .monthDay(let month, let day): .monthDay(month: month, day: day)
        case .season(let season): .season(season)
        case .holiday(let holiday): .holiday(holiday)
        case .quarter, .half, .dayOfMonth: nil
        }
    }
}
