/// A piece of a word as the grammar of time sees it: "mid-1990s" is three cells, "Wednesday" one.
struct Cell {
    var kind: Kind
    /// What the kind says: the month of a month name, the value of a number.
    var value: Int32
    var traits: Traits
    /// Index of the word it is part of.
    var word: Int32
    /// Scalar offsets in the document.
    var start: Int32
    var end: Int32

    struct Traits: OptionSet {
        let rawValue: UInt8
        /// Written in figures.
        static let digits = Traits(rawValue: 1)
        static let capital = Traits(rawValue: 2)
        static let plural = Traits(rawValue: 4)
        /// No space before it.
        static let glued = Traits(rawValue: 8)
        /// Exactly two figures, as in "'98" and "05".
        static let twoFigures = Traits(rawValue: 16)
        /// Exactly four figures, ungrouped.
        static let fourFigures = Traits(rawValue: 32)
        /// Abbreviated: "Oct", "Wed".
        static let short = Traits(rawValue: 64)
        /// The first word of a feast's name, or of a named day's: "New", "Labor", "Black".
        static let feast = Traits(rawValue: 128)
    }

    /// Without raw values, so that two kinds are compared as bytes and not through `RawRepresentable`.
    enum Kind {
        case other
        /// A word of letters and figures that belong together: "A380".
        case code
        case number, decimal, magnitude, ordinal, decadeName
        case month, weekday, season, unit, partOfDay, deicticDay, clockHalf, zone, era
        case quarterName, halfName, fiscalName
        case quantifier, article, indefinite, this, that, every, same, last, next, ago, stage, edge, half
        case frequency, lastingWord, times, approximator, vague, age
        case preposition, conjunction, fiscal
        case dash, slash, colon, comma, dot, apostrophe, possessive, currency, percent, quote, bracket
    }
}

/// Prepositions and the adverbs that work like them.
enum Preposition: Int32 {
    case on, at, `in`, of, since, until, by, before, after, from, to, through, between, during, within, over, `for`, ahead, `as`,
        around, per, throughout
}

/// How "last", "past" and "previous" differ: "the previous year" counts from the story, "last year" from the publication.
enum LastWord: Int32 { case last, past, previous }
enum NextWord: Int32 { case next, coming, following, upcoming }
/// "ago" and its kin, which follow a length of time.
enum AgoWord: Int32 { case ago, earlier, later, hence }
/// Parts of a period said by an adjective: early, mid, late.
enum StageWord: Int32 { case early, mid, late }
/// Parts of a period said by a noun: the beginning, middle, end of it.
enum EdgeWord: Int32 { case beginning, middle, end, remainder }
enum VagueWord: Int32 { case now, currently, recently, soon, future, present, previously, term, time }
enum Approximator: Int32 { case about, nearly, more, less, least, most, up, over, under, just, no, than, so, far }
/// Parts of a day, in the order of their TIMEX3 codes.
enum PartOfDay: Int32 {
    case morning, afternoon, evening, night, noon, midnight

    var code: String {
        switch self {
        case .morning: "TMO"
        case .afternoon: "TAF"
        case .evening: "TEV"
        case .night: "TNI"
        case .noon: "T12:00"
        case .midnight: "T00:00"
        }
    }
}

/// Units as words name them; more than ``Period/Unit`` and ``CalendarDuration/Unit`` have.
enum UnitWord: Int32 {
    case second, minute, hour, day, week, weekend, fortnight, month, quarter, season, year, decade, century, millennium,
        workday, period

    /// The calendar period it names.
    var period: Period.Unit? {
        switch self {
        case .day: .day
        case .week: .week
        case .weekend: .weekend
        case .month: .month
        case .quarter: .quarter
        case .year: .year
        case .decade: .decade
        case .century: .century
        default: nil
        }
    }

    /// So many of it, as a length. Decades and centuries are counted in years, fortnights in weeks.
    func length(_ count: Int?) -> CalendarDuration? {
        switch self {
        case .second: CalendarDuration(count, .second)
        case .minute: CalendarDuration(count, .minute)
        case .hour: CalendarDuration(count, .hour)
        case .day, .workday: CalendarDuration(count, .day)
        case .week: CalendarDuration(count, .week)
        case .fortnight: CalendarDuration(count.map { $0 * 2 }, .week)
        case .month: CalendarDuration(count, .month)
        case .quarter: CalendarDuration(count, .quarter)
        case .year: CalendarDuration(count, .year)
        case .decade: CalendarDuration(count.map { $0 * 10 }, .year)
        case .century: CalendarDuration(count.map { $0 * 100 }, .year)
        case .millennium: CalendarDuration(count.map { $0 * 1000 }, .year)
        case .weekend, .season, .period: nil
        }
    }

    /// Half of it; nil where no whole number of a smaller unit makes it.
    var half: CalendarDuration? {
        switch self {
        case .minute: CalendarDuration(30, .second)
        case .hour: CalendarDuration(30, .minute)
        case .day: CalendarDuration(12, .hour)
        case .year: CalendarDuration(6, .month)
        case .decade: CalendarDuration(5, .year)
        case .century: CalendarDuration(50, .year)
        case .millennium: CalendarDuration(500, .year)
        case .month: CalendarDuration(2, .week)
        default: nil
        }
    }
}
