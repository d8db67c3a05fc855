import Facts

/// Two edges of one range: "from 1966 to 1976", "June 5-8", "between May and August 2020".
extension PhraseGrammar {
    /// The range whose left edge a phrase is; what one edge leaves out is copied from the other.
    func range(from left: Phrase) -> (Phrase, Phrase)? {
        guard let (connector, next) = connector(after: left), let right = rightEdge(of: left, at: next, glued: connector == .dash) else {
            return nil
        }
        // "in 1957 and 1959–60": what is complete stands alone.
        if connector == .and, !isPreposition(left.first - 1, .between), case .period = left.meaning { return nil }
        var (first, second) = (left, Phrase(meaning: right.meaning, first: next, end: right.end, rule: .rangeEdge))
        (first.meaning, second.meaning) = completed(left.meaning, right.meaning)
        if connector == .and, !isPreposition(left.first - 1, .between) { (first.isListed, second.isListed) = (true, true) }
        if case .cyclic(.weekday, .bare) = first.meaning, case .cyclic(.weekday, .bare) = second.meaning, connector != .and {
            guard
                !isPreposition(left.first - 1, .from)
                    || !isWord(left.first - 2, in: ["moved", "changed", "shifted", "rescheduled", "postponed"])
            else {
                return nil
            }
            (first.isHabitualRange, second.isHabitualRange) = (true, true)
        }
        return (first, second)
    }

    private enum Connector { case dash, to, through, and }

    private func connector(after phrase: Phrase) -> (Connector, next: Int)? {
        let index = phrase.end
        if kind(index) == .dash, has(index, .glued) || phrase.meaning.unit == .day || isPreposition(phrase.first - 1, .from) {
            return (.dash, index + 1)
        }
        if isPreposition(index, .through) { return (.through, index + 1) }
        if isPreposition(index, in: [.to, .until]), kind(index - 1) != .ago { return (.to, index + 1) }
        if kind(index) == .conjunction, value(index) == 0 { return (.and, index + 1) }
        return nil
    }

    private func rightEdge(of left: Phrase, at index: Int, glued: Bool) -> Read? {
        let isBetween = isPreposition(left.first - 1, .between)
        let connectorIsAnd = kind(index - 1) == .conjunction
        if case .period(let year) = left.meaning, year.unit == .year {
            if glued, has(index, .twoFigures), has(index, .glued), kind(index) == .number, value(index) > year.index % 100,
                kind(index + 1) != .dash
            {
                return (.period(Period(year: year.index / 100 * 100 + value(index))), index + 1, .rangeEdge)
            }
            if let (right, end) = fourFigureYear(index), right > year.index, !connectorIsAnd || isBetween || !isCounted(index) {
                return (.period(Period(year: right)), end, .rangeEdge)
            }
        }
        if let read = laterDay(of: left, at: index, connectorIsAnd: connectorIsAnd) { return read }
        guard let read = point(at: index), read.meaning.unit != nil else { return nil }
        if connectorIsAnd, !isBetween { return sharesYear(left.meaning, read.meaning) ? read : nil }
        // A dash between words is mostly punctuation.
        if glued, !has(index, .glued), read.meaning.unit != left.meaning.unit { return nil }
        let from = isPreposition(left.first - 1, in: [.from, .between])
        return from || read.meaning.unit == left.meaning.unit ? read : nil
    }

    /// The "8" of "June 5-8", the "9, 2024" of "May 7 to 9, 2024".
    private func laterDay(of left: Phrase, at index: Int, connectorIsAnd: Bool) -> Read? {
        guard let day = dayNumber(index), has(index, .digits), !has(index, .fourFigures), kind(index + 1) != .month,
            !isPreposition(index + 1, .of), !isCounted(index) || !connectorIsAnd, kind(index + 1) != .dash, unit(index + 1) == nil
        else { return nil }
        switch left.meaning {
        case .cyclic(.monthDay(let month, let first), .bare) where day > first:
            let comma = afterComma(index + 1)
            if let (year, end) = fourFigureYear(comma), let date = Day(year: year, month: month, day: day) {
                return (.period(Period(day: date)), end, .rangeEdge)
            }
            return Day(year: 2000, month: month, day: day).map { _ in (.cyclic(.monthDay(month, day), .bare), index + 1, .rangeEdge) }
        default:
            return nil
        }
    }

    /// "May and August 2020", "May 5 and June 7, 2020": two names of the calendar, the year said once.
    private func sharesYear(_ left: Meaning, _ right: Meaning) -> Bool {
        guard case .cyclic(let name, .bare) = left, case .period(let period) = right else { return false }
        switch name {
        case .month: return period.unit == .month
        case .monthDay: return period.unit == .day
        case .season: return period.unit == .season
        case .quarter: return period.unit == .quarter
        default: return false
        }
    }

    private func completed(_ left: Meaning, _ right: Meaning) -> (Meaning, Meaning) {
        if case .cyclic(let name, .bare) = left, case .period(let period) = right, let year = period.year, let end = period.start,
            !name.isWeekday, let sameYear = name.occurrence(in: year), let start = sameYear.start
        {
            let first = start <= end ? sameYear : name.occurrence(in: year - 1)
            return (first.map { .period($0) } ?? left, right)
        }
        if case .cyclic(.weekday(let weekday), .bare) = left, case .cyclic(.weekday, let choice) = right {
            return (.cyclic(.weekday(weekday), choice), right)
        }
        if case .period(let period) = left, case .cyclic(let name, .bare) = right, let year = period.year, let start = period.start,
            !name.isWeekday, period.unit.rawValue < Period.Unit.year.rawValue, let sameYear = name.occurrence(in: year),
            let end = sameYear.end
        {
            let last = end > start ? sameYear : name.occurrence(in: year + 1)
            return (left, last.map { .period($0) } ?? right)
        }
        return (left, right)
    }

    /// "5-8 June 2024", "27–28 July", "between 60 and 90 days": the left edge is a mere number.
    func rangeWithOpenLeftEdge(at start: Int) -> (Phrase, Phrase)? {
        if let centuries = centuries(at: start) { return centuries }
        guard kind(start) == .number, has(start, .digits), kind(start - 1) != .currency else { return nil }
        let joined = start + 1
        guard kind(joined) == .dash && has(joined, .glued) || isPreposition(joined, in: [.to, .through]) || kind(joined) == .conjunction
        else { return nil }
        if isPreposition(start - 1, .between), kind(joined) == .conjunction, let length = length(at: joined + 1) {
            var first = length.duration
            first.count = value(start)
            return (
                Phrase(meaning: .duration(first), first: start, end: start + 1, rule: .duration),
                Phrase(meaning: .duration(length.duration), first: joined + 1, end: length.end, rule: .duration)
            )
        }
        guard let day = dayNumber(start), let read = date(at: joined + 1), dayNumber(joined + 1) != nil else { return nil }
        let left: Meaning
        switch read.meaning {
        case .period(let period):
            guard let last = period.start?.civil, day < last.day, let first = Day(year: last.year, month: last.month, day: day) else {
                return nil
            }
            left = .period(Period(day: first))
        case .cyclic(.monthDay(let month, let last), let choice) where day < last:
            left = .cyclic(.monthDay(month, day), choice)
        default:
            return nil
        }
        return (
            Phrase(meaning: left, first: start, end: start + 1, rule: .rangeEdge),
            Phrase(meaning: read.meaning, first: joined + 1, end: read.end, rule: .rangeEdge)
        )
    }

    /// "the 18th and 19th centuries".
    private func centuries(at start: Int) -> (Phrase, Phrase)? {
        let first = kind(start) == .article ? start + 1 : start
        guard kind(first) == .ordinal || kind(first) == .number, let (number, joined) = centuryNumber(at: first),
            kind(joined) == .conjunction,
            let (_, after) = centuryNumber(at: joined + 1), unit(after) == .century, let right = year(at: joined + 1)
        else { return nil }
        var left = Phrase(meaning: .period(Period(.century, index: number - 1)), first: start, end: joined, rule: .century)
        var last = Phrase(meaning: right.meaning, first: joined + 1, end: right.end, rule: .century)
        (left.isListed, last.isListed) = (true, true)
        return (left, last)
    }
}

extension Cyclic {
    var isWeekday: Bool { if case .weekday = self { true } else { false } }
}
