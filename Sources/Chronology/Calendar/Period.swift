import Facts

/// A stretch of the calendar with a name of its own: a day, an ISO week, a month, a quarter, a decade …
///
/// A period is its unit and its number in the row of all periods of that unit, so "the month before" and "five decades
/// ago" are subtractions. Weeks are counted from the one that holds 1970-01-01, months from January of the year 0, and so on.
public struct Period: Hashable, Sendable {
    public enum Unit: Int, Sendable, CaseIterable {
        case day, week, weekend, month, season, quarter, half, year
        /// A season or school year that runs from July to June; the value names both years.
        case splitYear
        case decade, century
    }

    public let unit: Unit
    public let index: Int

    public init(_ unit: Unit, index: Int) {
        self.unit = unit
        self.index = index
    }

    public init(day: Day) { self.init(.day, index: Int(day.number)) }
    public init(year: Int) { self.init(.year, index: year) }
    public init(year: Int, month: Int) { self.init(.month, index: year * 12 + month - 1) }
    public init(year: Int, quarter: Int) { self.init(.quarter, index: year * 4 + quarter - 1) }
    public init(year: Int, half: Int) { self.init(.half, index: year * 2 + half - 1) }
    /// Winter belongs to the year of its December.
    public init(year: Int, season: Season) { self.init(.season, index: year * 4 + season.rawValue) }

    /// The period of the given unit that a day lies in; for `.weekend` the one at the end of its week.
    public init(_ unit: Unit, containing day: Day) {
        let (year, month, _) = day.civil
        switch unit {
        case .day: self.init(day: day)
        case .week, .weekend: self.init(unit, index: (Int(day.number) + 3).floorDivided(by: 7))
        case .month: self.init(year: year, month: month)
        case .season: self.init(.season, index: (year * 12 + month - 3).floorDivided(by: 3))
        case .quarter: self.init(.quarter, index: (year * 12 + month - 1).floorDivided(by: 3))
        case .half: self.init(.half, index: (year * 12 + month - 1).floorDivided(by: 6))
        case .year: self.init(year: year)
        case .splitYear: self.init(.splitYear, index: month >= 7 ? year : year - 1)
        case .decade: self.init(.decade, index: year.floorDivided(by: 10))
        case .century: self.init(.century, index: year.floorDivided(by: 100))
        }
    }

    /// The period `count` steps later in the row of its unit.
    public func advanced(by count: Int) -> Period { Period(unit, index: index + count) }

    /// First day; nil beyond the years that a ``Day`` can have.
    public var start: Day? {
        func first(year: Int, month: Int) -> Day? { Day(year: year, month: month, day: 1) }
        func first(monthIndex: Int) -> Day? {
            first(year: monthIndex.floorDivided(by: 12), month: monthIndex.floorModulo(12) + 1)
        }
        switch unit {
        case .day: return dayNumber(index)
        case .week: return dayNumber(index * 7 - 3)
        case .weekend: return dayNumber(index * 7 + 2)
        case .month: return first(monthIndex: index)
        case .season: return first(monthIndex: index * 3 + 2)
        case .quarter: return first(monthIndex: index * 3)
        case .half: return first(monthIndex: index * 6)
        case .year: return first(year: index, month: 1)
        case .splitYear: return first(year: index, month: 7)
        case .decade: return first(year: index * 10, month: 1)
        case .century: return first(year: index * 100, month: 1)
        }
    }

    /// The day after the last; nil beyond the years that a ``Day`` can have.
    public var end: Day? {
        unit == .weekend ? dayNumber(index * 7 + 4) : advanced(by: 1).start
    }

    /// The first and the exclusive last day, where both exist.
    public var days: Range<Day>? {
        guard let start, let end else { return nil }
        return start..<end
    }

    public func contains(_ day: Day) -> Bool { days?.contains(day) ?? false }

    /// The year it begins in.
    public var year: Int? { start?.year }

    private func dayNumber(_ number: Int) -> Day? {
        (Period.firstDay...Period.lastDay).contains(number) ? Day(number: Int32(number)) : nil
    }

    private static let firstDay = Int(Day.first(of: -9999).number)
    private static let lastDay = Int(Day.first(of: 9999).number) + 364
}

/// Seasons of the northern temperate zone: spring is March to May.
public enum Season: Int, Sendable, CaseIterable {
    case spring, summer, autumn, winter

    var code: String {
        switch self {
        case .spring: "SP"
        case .summer: "SU"
        case .autumn: "FA"
        case .winter: "WI"
        }
    }
}

extension Period {
    /// TIMEX3 value: "2024-07-28", "2024-W30", "2024-W30-WE", "2024-Q3", "196" for the 1960s, "11" for the 12th century.
    public var value: String {
        switch unit {
        case .day: return start?.description ?? "XXXX-XX-XX"
        case .week, .weekend:
            guard let monday = Period(.week, index: index).start else { return "XXXX-WXX" }
            let (year, week) = monday.isoWeek
            return "\(paddedYear(year))-W\(padded(week, 2))" + (unit == .weekend ? "-WE" : "")
        case .month: return "\(paddedYear(index.floorDivided(by: 12)))-\(padded(index.floorModulo(12) + 1, 2))"
        case .season: return "\(paddedYear(index.floorDivided(by: 4)))-\(Season(rawValue: index.floorModulo(4))?.code ?? "")"
        case .quarter: return "\(paddedYear(index.floorDivided(by: 4)))-Q\(index.floorModulo(4) + 1)"
        case .half: return "\(paddedYear(index.floorDivided(by: 2)))-H\(index.floorModulo(2) + 1)"
        case .year: return paddedYear(index)
        case .splitYear: return "\(paddedYear(index))/\(paddedYear(index + 1))"
        case .decade: return padded(index, 3)
        case .century: return index >= 0 ? padded(index, 2) : "BC" + padded(-index - 1, 2)
        }
    }

    var precision: ValidTime.Precision {
        switch unit {
        case .day: .day
        case .week: .week
        case .weekend: .weekend
        case .month: .month
        case .season: .season
        case .quarter: .quarter
        case .half: .half
        case .year, .splitYear: .year
        case .decade: .decade
        case .century: .century
        }
    }
}

/// Years before Christ are written as TIMEX3 has them: the year 0 is BC0001.
func paddedYear(_ year: Int) -> String {
    year > 0 ? padded(year, 4) : "BC" + padded(1 - year, 4)
}

func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
