import Facts

extension ValidTime {
    /// The interval in plain words: "2004-10", "27–28 July 2024", "from 1966 to 1976", "since 2004-05-01".
    ///
    /// A calendar period is written by its TIMEX3-like date, a stretch by its first and last day, month or year, as coarse as it allows.
    /// Where no side is known, the article's own words stand.
    public var inWords: String {
        switch (start, end) {
        case (.day(let first), .day(let end)): return Self.words(first, end.advanced(by: -1), precision)
        case (.day(let first), .open): return "since \(Self.point(first))"
        case (.day(let first), .unknown): return "from \(Self.point(first))"
        case (.open, .day(let end)), (.unknown, .day(let end)): return "before \(Self.point(end))"
        default: return text
        }
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    private static func words(_ first: Day, _ last: Day, _ precision: Precision) -> String {
        if let named = named(first, last, precision) { return named }
        if first == last { return first.description }
        let (from, to) = (first.civil, last.civil)
        if from.day == 1, last.advanced(by: 1).civil.day == 1 {
            let wholeYears = from.month == 1 && to.month == 12
            if wholeYears { return from.year == to.year ? year(from.year) : "from \(year(from.year)) to \(year(to.year))" }
            let (left, right) = (Period(year: from.year, month: from.month), Period(year: to.year, month: to.month))
            return left == right ? left.value : "from \(left.value) to \(right.value)"
        }
        if from.year == to.year {
            let left = from.month == to.month ? "\(from.day)–" : "\(from.day) \(months[from.month - 1]) – "
            return "\(left)\(to.day) \(months[to.month - 1]) \(year(to.year))"
        }
        return "from \(first) to \(last)"
    }

    /// Periods with a name: seasons, quarters, decades, centuries.
    private static func named(_ first: Day, _ last: Day, _ precision: Precision) -> String? {
        switch precision {
        case .season:
            let names = ["spring", "summer", "autumn", "winter"]
            return "\(names[Period(.season, containing: first).index.floorModulo(4)]) \(year(first.year))"
        case .quarter: return "Q\((first.month - 1) / 3 + 1) \(year(first.year))"
        case .half: return "\(first.month == 1 ? "first" : "second") half of \(year(first.year))"
        case .decade where first.year >= 0 && first.year % 10 == 0: return "the \(first.year)s"
        case .century where first.year >= 0: return "the \(ordinal(first.year / 100 + 1)) century"
        default: return nil
        }
    }

    /// A boundary as coarse as it is: 1 January is its year, the first of a month its month.
    private static func point(_ day: Day) -> String {
        let (year, month, dayOfMonth) = day.civil
        if dayOfMonth == 1 { return month == 1 ? Self.year(year) : Period(year: year, month: month).value }
        return day.description
    }

    private static func year(_ year: Int) -> String { year > 0 ? String(year) : "\(1 - year) BC" }

    private static func ordinal(_ number: Int) -> String {
        let suffix = (11...13).contains(number % 100) ? "th" : ["th", "st", "nd", "rd"][number % 10 < 4 ? number % 10 : 0]
        return "\(number)\(suffix)"
    }
}
