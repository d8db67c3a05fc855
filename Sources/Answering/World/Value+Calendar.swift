import Facts
import Questions

/// What of days is told in years and months.
extension Value {
    /// Whole years from this day, or year, to another; nil where one of them is none.
    func years(until other: Value) -> Int? {
        guard let first = days?.start, let last = other.days?.start, let days, let others = other.days else { return nil }
        let (from, to) = (first.civil, last.civil)
        let isWhole = !days.isOneDay || !others.isOneDay
        let isShort = !isWhole && (to.month, to.day) < (from.month, from.day)
        return to.year - from.year - (isShort ? 1 : 0)
    }

    /// The year as a number, the month as its days.
    func calendar(_ unit: Expression.CalendarUnit) -> Value? {
        guard let day = days?.start else { return nil }
        switch unit {
        case .year: return .number(Double(day.year), unit: "")
        case .month:
            guard let first = Day(year: day.year, month: day.month, day: 1) else { return nil }
            let length = Day.length(ofMonth: day.month, year: day.year)
            return .date(DateRange(start: first, end: first.advanced(by: length)))
        }
    }
}

extension DateRange {
    fileprivate var isOneDay: Bool { start.flatMap { start in end.map { $0 - start == 1 } } ?? false }
}
