import Facts

/// A name that comes round again: Monday, October, 25 October, spring, the third quarter, Christmas.
enum Cyclic: Hashable, Sendable {
    case weekday(Int)
    case month(Int)
    case monthDay(Int, Int)
    case dayOfMonth(Int)
    case season(Season)
    case quarter(Int)
    case half(Int)
    case holiday(Holiday)

    /// Its period in one round: a year, for weekdays a week, for days of a month a month (by number, as ``Period`` counts
    /// them). Nil where the round has none: 29 February 2023.
    func occurrence(in round: Int) -> Period? {
        switch self {
        case .weekday(let weekday):
            Period(.week, index: round).start.map { Period(day: $0.advanced(by: weekday - 1)) }
        case .month(let month): Period(year: round, month: month)
        case .monthDay(let month, let day): Day(year: round, month: month, day: day).map(Period.init(day:))
        case .dayOfMonth(let day):
            Day(year: round.floorDivided(by: 12), month: round.floorModulo(12) + 1, day: day).map(Period.init(day:))
        case .season(let season): Period(year: round, season: season)
        case .quarter(let quarter): Period(year: round, quarter: quarter)
        case .half(let half): Period(year: round, half: half)
        case .holiday(let holiday): holiday.day(in: round).map(Period.init(day:))
        }
    }

    func round(of day: Day) -> Int {
        switch self {
        case .weekday: Period(.week, containing: day).index
        case .dayOfMonth: Period(.month, containing: day).index
        default: day.year
        }
    }

    /// The nearest occurrence, going back from a day, that fits.
    func latest(from day: Day, where fits: (Range<Day>) -> Bool) -> Period? {
        search(stride(from: round(of: day) + 1, through: round(of: day) - 9, by: -1), where: fits)
    }

    /// The nearest occurrence, going forward from a day, that fits.
    func earliest(from day: Day, where fits: (Range<Day>) -> Bool) -> Period? {
        search(stride(from: round(of: day) - 1, through: round(of: day) + 9, by: 1), where: fits)
    }

    private func search(_ rounds: StrideThrough<Int>, where fits: (Range<Day>) -> Bool) -> Period? {
        for round in rounds {
            if let period = occurrence(in: round), let days = period.days, fits(days) { return period }
        }
        return nil
    }

    /// TIMEX3 value with its unknown part open: "XXXX-10-25", "XXXX-WXX-1".
    var openValue: String {
        switch self {
        case .weekday(let weekday): "XXXX-WXX-\(weekday)"
        case .month(let month): "XXXX-\(padded(month, 2))"
        case .monthDay(let month, let day): "XXXX-\(padded(month, 2))-\(padded(day, 2))"
        case .dayOfMonth(let day): "XXXX-XX-\(padded(day, 2))"
        case .season(let season): "XXXX-\(season.code)"
        case .quarter(let quarter): "XXXX-Q\(quarter)"
        case .half(let half): "XXXX-H\(half)"
        case .holiday(let holiday): holiday.openValue
        }
    }
}
