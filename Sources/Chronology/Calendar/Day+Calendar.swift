import Facts

extension Day {
    /// The same day `months` later, or the last day of that month where it has no such day (31 January + 1 month is 28 or
    /// 29 February). Nil outside the years that a ``Day`` can have.
    public func adding(months: Int) -> Day? {
        let (year, month, day) = civil
        let index = year * 12 + (month - 1) + months
        let target = (year: index.floorDivided(by: 12), month: index.floorModulo(12) + 1)
        return Day(year: target.year, month: target.month, day: min(day, Day.length(ofMonth: target.month, year: target.year)))
    }

    /// ISO 8601 week: weeks start on Monday and belong to the year of their Thursday.
    public var isoWeek: (year: Int, week: Int) {
        let thursday = advanced(by: 4 - weekday)
        let year = thursday.year
        return (year, (thursday - Day.first(of: year)) / 7 + 1)
    }

    /// The first day (Monday) of an ISO week; nil for a week that the year doesn't have.
    public init?(isoYear: Int, week: Int) {
        guard (-9998...9998).contains(isoYear), (1...53).contains(week) else { return nil }
        let fourth = Day.first(of: isoYear).advanced(by: 3)
        let monday = fourth.advanced(by: 1 - fourth.weekday + (week - 1) * 7)
        guard monday.isoWeek == (isoYear, week) else { return nil }
        self = monday
    }

    /// The `n`-th given weekday of a month, counted from its end where `n` is negative (-1 is the last).
    public init?(year: Int, month: Int, weekday: Int, occurrence n: Int) {
        guard n != 0, let first = Day(year: year, month: month, day: 1) else { return nil }
        let length = Day.length(ofMonth: month, year: year)
        let day: Int
        if n > 0 {
            day = 1 + (weekday - first.weekday + 7) % 7 + (n - 1) * 7
        } else {
            let last = first.advanced(by: length - 1)
            day = length - (last.weekday - weekday + 7) % 7 + (n + 1) * 7
        }
        self.init(year: year, month: month, day: day)
    }

    /// Easter Sunday of the Gregorian calendar, after the anonymous computus (Nature, 20 April 1876).
    public static func easter(_ year: Int) -> Day? {
        guard year > 1582 else { return nil }
        let a = year % 19, b = year / 100, c = year % 100
        let d = b / 4, e = b % 4, f = (b + 8) / 25
        let g = (b - f + 1) / 3
        let h = (19 * a + b - d - g + 15) % 30
        let i = c / 4, k = c % 4
        let l = (32 + 2 * e + 2 * i - h - k) % 7
        let m = (a + 11 * h + 22 * l) / 451
        let n = h + l - 7 * m + 114
        return Day(year: year, month: n / 31, day: n % 31 + 1)
    }

    /// 1 January. The year must be one that a ``Day`` can have.
    static func first(of year: Int) -> Day {
        guard let day = Day(year: year, month: 1, day: 1) else { preconditionFailure("year \(year) is outside -9999…9999") }
        return day
    }
}

extension Int {
    /// Division that rounds down, so that periods before the epoch count like those after it.
    func floorDivided(by divisor: Int) -> Int {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }

    func floorModulo(_ divisor: Int) -> Int {
        let remainder = self % divisor
        return remainder < 0 ? remainder + divisor : remainder
    }
}
