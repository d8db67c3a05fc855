import Facts

/// Feasts and public days whose date follows from the year by a rule.
public struct Holiday: Hashable, Sendable {
    enum Rule: Hashable, Sendable {
        case fixed(month: Int, day: Int)
        /// The `occurrence`-th weekday of a month; negative counts from its end.
        case weekday(Int, occurrence: Int, month: Int)
        case easter(offset: Int)
        /// The day after the first Monday of November.
        case electionDay
    }

    /// Lower case, words separated by one space, without apostrophes: "new years eve".
    let name: String
    let rule: Rule

    public func day(in year: Int) -> Day? {
        switch rule {
        case .fixed(let month, let day): Day(year: year, month: month, day: day)
        case .weekday(let weekday, let occurrence, let month):
            Day(year: year, month: month, weekday: weekday, occurrence: occurrence)
        case .easter(let offset): Day.easter(year)?.advanced(by: offset)
        case .electionDay: Day(year: year, month: 11, weekday: 1, occurrence: 1)?.advanced(by: 1)
        }
    }

    /// The TIMEX3 value without its year: "XXXX-12-25"; for a movable feast only the year's place is known.
    var openValue: String {
        if case .fixed(let month, let day) = rule { "XXXX-\(padded(month, 2))-\(padded(day, 2))" } else { "XXXX-XX-XX" }
    }

    static let all: [Holiday] = [
        Holiday(name: "new years day", rule: .fixed(month: 1, day: 1)),
        Holiday(name: "new years eve", rule: .fixed(month: 12, day: 31)),
        Holiday(name: "new years", rule: .fixed(month: 1, day: 1)),
        Holiday(name: "epiphany", rule: .fixed(month: 1, day: 6)),
        Holiday(name: "martin luther king day", rule: .weekday(1, occurrence: 3, month: 1)),
        Holiday(name: "martin luther king jr day", rule: .weekday(1, occurrence: 3, month: 1)),
        Holiday(name: "groundhog day", rule: .fixed(month: 2, day: 2)),
        Holiday(name: "valentines day", rule: .fixed(month: 2, day: 14)),
        Holiday(name: "presidents day", rule: .weekday(1, occurrence: 3, month: 2)),
        Holiday(name: "st patricks day", rule: .fixed(month: 3, day: 17)),
        Holiday(name: "shrove tuesday", rule: .easter(offset: -47)),
        Holiday(name: "ash wednesday", rule: .easter(offset: -46)),
        Holiday(name: "palm sunday", rule: .easter(offset: -7)),
        Holiday(name: "maundy thursday", rule: .easter(offset: -3)),
        Holiday(name: "good friday", rule: .easter(offset: -2)),
        Holiday(name: "easter sunday", rule: .easter(offset: 0)),
        Holiday(name: "easter day", rule: .easter(offset: 0)),
        Holiday(name: "easter monday", rule: .easter(offset: 1)),
        Holiday(name: "easter", rule: .easter(offset: 0)),
        Holiday(name: "ascension day", rule: .easter(offset: 39)),
        Holiday(name: "pentecost", rule: .easter(offset: 49)),
        Holiday(name: "whit monday", rule: .easter(offset: 50)),
        Holiday(name: "corpus christi", rule: .easter(offset: 60)),
        Holiday(name: "april fools day", rule: .fixed(month: 4, day: 1)),
        Holiday(name: "earth day", rule: .fixed(month: 4, day: 22)),
        Holiday(name: "anzac day", rule: .fixed(month: 4, day: 25)),
        Holiday(name: "may day", rule: .fixed(month: 5, day: 1)),
        Holiday(name: "cinco de mayo", rule: .fixed(month: 5, day: 5)),
        Holiday(name: "mothers day", rule: .weekday(7, occurrence: 2, month: 5)),
        Holiday(name: "memorial day", rule: .weekday(1, occurrence: -1, month: 5)),
        Holiday(name: "juneteenth", rule: .fixed(month: 6, day: 19)),
        Holiday(name: "fathers day", rule: .weekday(7, occurrence: 3, month: 6)),
        Holiday(name: "canada day", rule: .fixed(month: 7, day: 1)),
        Holiday(name: "fourth of july", rule: .fixed(month: 7, day: 4)),
        Holiday(name: "bastille day", rule: .fixed(month: 7, day: 14)),
        Holiday(name: "assumption day", rule: .fixed(month: 8, day: 15)),
        Holiday(name: "labor day", rule: .weekday(1, occurrence: 1, month: 9)),
        Holiday(name: "columbus day", rule: .weekday(1, occurrence: 2, month: 10)),
        Holiday(name: "halloween", rule: .fixed(month: 10, day: 31)),
        Holiday(name: "all saints day", rule: .fixed(month: 11, day: 1)),
        Holiday(name: "guy fawkes night", rule: .fixed(month: 11, day: 5)),
        Holiday(name: "election day", rule: .electionDay),
        Holiday(name: "veterans day", rule: .fixed(month: 11, day: 11)),
        Holiday(name: "armistice day", rule: .fixed(month: 11, day: 11)),
        Holiday(name: "thanksgiving day", rule: .weekday(4, occurrence: 4, month: 11)),
        Holiday(name: "thanksgiving", rule: .weekday(4, occurrence: 4, month: 11)),
        Holiday(name: "christmas eve", rule: .fixed(month: 12, day: 24)),
        Holiday(name: "christmas day", rule: .fixed(month: 12, day: 25)),
        Holiday(name: "christmas", rule: .fixed(month: 12, day: 25)),
        Holiday(name: "boxing day", rule: .fixed(month: 12, day: 26)),
    ]
}
