import Facts

/// A time that comes again and again: "every Monday", "Oct. 25 every year", "twice a week".
///
/// It is a rule, not an interval; ``recurs(on:)`` yields its days on demand.
public enum Recurrence: Hashable, Sendable {
    /// Every Monday is weekday 1.
    case weekday(Int)
    case weekend
    case workdays
    case month(Int)
    case monthDay(month: Int, day: Int)
    case season(Season)
    case holiday(Holiday)
    /// The `occurrence`-th weekday of every month, or of one month of every year; -1 is the last.
    case monthly(weekday: Int, occurrence: Int, month: Int?)
    /// Once in, or so many times per, a stretch of time; on which days isn't said.
    case rate(CalendarDuration, times: Int?)

    /// Whether it falls on a day; nil where the words don't tell ("twice a week").
    public func recurs(on day: Day) -> Bool? {
        let (year, month, dayOfMonth) = day.civil
        switch self {
        case .weekday(let weekday): return day.weekday == weekday
        case .weekend: return day.weekday > 5
        case .workdays: return day.weekday < 6
        case .month(let wanted): return month == wanted
        case .monthDay(let wantedMonth, let wantedDay): return month == wantedMonth && dayOfMonth == wantedDay
        case .season(let season): return Period(.season, containing: day).index.floorModulo(4) == season.rawValue
        case .holiday(let holiday): return holiday.day(in: year) == day
        case .monthly(let weekday, let occurrence, let wantedMonth):
            if let wantedMonth, wantedMonth != month { return false }
            return Day(year: year, month: month, weekday: weekday, occurrence: occurrence) == day
        case .rate(let length, _):
            return length == CalendarDuration(1, .day) ? true : nil
        }
    }

    /// TIMEX3 value: "XXXX-10-25", "XXXX-WXX-1", "P1W".
    public var value: String {
        switch self {
        case .weekday(let weekday): "XXXX-WXX-\(weekday)"
        case .weekend: "XXXX-WXX-WE"
        case .workdays: "XXXX-WXX-WD"
        case .month(let month): "XXXX-\(padded(month, 2))"
        case .monthDay(let month, let day): "XXXX-\(padded(month, 2))-\(padded(day, 2))"
        case .season(let season): "XXXX-\(season.code)"
        case .holiday(let holiday): holiday.openValue
        case .monthly(let weekday, _, let month): "XXXX-\(month.map { padded($0, 2) } ?? "XX")-WXX-\(weekday)"
        case .rate(let length, _): length.value
        }
    }

    /// The rule behind a TIMEX3 value, where the value tells it whole: "XXXX-10-25" is 25 October of every year.
    public init?(value: String) {
        let bytes = Array(value.utf8)
        func number(_ range: Range<Int>) -> Int? {
            bytes[range].reduce(into: Int?.some(0)) { sum, byte in
                sum = (48...57).contains(byte) ? sum.map { $0 * 10 + Int(byte) - 48 } : nil
            }
        }
        guard value.hasPrefix("XXXX-") else {
            if value == "P1D" {
                self = .rate(CalendarDuration(1, .day), times: nil)
                return
            }
            return nil
        }
        switch bytes.count {
        case 7:
            if let month = number(5..<7), (1...12).contains(month) {
                self = .month(month)
                return
            }
            guard let season = Season.allCases.first(where: { value.hasSuffix($0.code) }) else { return nil }
            self = .season(season)
        case 10:
            if let month = number(5..<7), let day = number(8..<10), (1...12).contains(month), (1...31).contains(day) {
                self = .monthDay(month: month, day: day)
            } else if value.hasPrefix("XXXX-WXX-"), let weekday = number(9..<10), (1...7).contains(weekday) {
                self = .weekday(weekday)
            } else {
                return nil
            }
        case 11 where value == "XXXX-WXX-WE": self = .weekend
        case 11 where value == "XXXX-WXX-WD": self = .workdays
        default: return nil
        }
    }
}

extension ValidTime {
    /// Whether a recurring time ("Oct. 25 every year") falls on a day; nil where its value names no days.
    public func recurs(on day: Day) -> Bool? { Recurrence(value: value)?.recurs(on: day) }
}

extension TimeExpression {
    /// Whether a recurring time ("Oct. 25 every year") falls on a day; nil for what doesn't recur or names no days.
    public func recurs(on day: Day) -> Bool? { kind == .set ? Recurrence(value: value)?.recurs(on: day) : nil }
}
