import Facts

/// A length of time in the units that people name: "two years and six months" is not a number of days.
public struct CalendarDuration: Hashable, Sendable {
    public enum Unit: Int, Sendable, CaseIterable {
        case second, minute, hour, day, week, month, quarter, year

        var letter: String {
            switch self {
            case .second: "S"
            case .minute, .month: "M"
            case .hour: "H"
            case .day: "D"
            case .week: "W"
            case .quarter: "Q"
            case .year: "Y"
            }
        }

        var isOfClock: Bool { rawValue < Unit.day.rawValue }
    }

    /// Nil for a number that the words leave open: "several months".
    public var count: Int?
    public var unit: Unit
    /// A second, smaller part: the months of "two years and six months".
    public var rest: Int
    public var restUnit: Unit

    public init(_ count: Int?, _ unit: Unit, rest: Int = 0, _ restUnit: Unit = .day) {
        self.count = count
        self.unit = unit
        self.rest = rest
        self.restUnit = restUnit
    }

    /// TIMEX3 value: "P2Y6M", "PT30M", "PXM".
    public var value: String {
        let digits = count.map(String.init) ?? "X"
        let restPart = rest == 0 ? "" : "\(rest)\(restUnit.letter)"
        if unit.isOfClock { return "PT\(digits)\(unit.letter)\(restPart)" }
        if restUnit.isOfClock, rest != 0 { return "P\(digits)\(unit.letter)T\(restPart)" }
        return "P\(digits)\(unit.letter)\(restPart)"
    }

    /// The day this long after (`sign` 1) or before (-1) a day; months are added with the end of the month as limit. Nil for an
    /// open number and beyond the years of ``Day``. Parts below a day don't count.
    public func added(to day: Day, sign: Int = 1) -> Day? {
        guard let count, abs(count) < 1_000_000 else { return nil }
        guard let first = Self.add(sign * count, unit, to: day) else { return nil }
        return rest == 0 ? first : Self.add(sign * rest, restUnit, to: first)
    }

    private static func add(_ count: Int, _ unit: Unit, to day: Day) -> Day? {
        switch unit {
        case .second, .minute, .hour: return day
        case .day: return within(day, days: count)
        case .week: return within(day, days: count * 7)
        case .month: return day.adding(months: count)
        case .quarter: return day.adding(months: count * 3)
        case .year: return day.adding(months: count * 12)
        }
    }

    private static func within(_ day: Day, days: Int) -> Day? {
        let moved = Day(number: Int32(clamping: Int(day.number) + days))
        return (-9999...9999).contains(moved.year) ? moved : nil
    }
}
