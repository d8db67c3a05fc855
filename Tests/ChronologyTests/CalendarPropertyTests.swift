import Facts
import Foundation
import Testing

@testable import Chronology

/// Calendar arithmetic against Foundation's Gregorian calendar, over random days of the years 1600 to 2400.
@Suite struct CalendarPropertyTests {
    /// SplitMix64 (Steele, Lea and Flood, 2014), so that every run sees the same days.
    struct Generator: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    static let utc: Calendar = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(secondsFromGMT: 0)!
        return calendar
    }()

    static let iso: Calendar = {
        var calendar = Calendar(identifier: .iso8601)
        calendar.timeZone = TimeZone(secondsFromGMT: 0)!
        return calendar
    }()

    static func date(_ day: Day) -> Date { Date(timeIntervalSince1970: Double(day.number) * 86_400) }
    static func day(_ date: Date) -> Day { Day(number: Int32((date.timeIntervalSince1970 / 86_400).rounded(.down))) }

    static func days(_ count: Int, seed: UInt64) -> [Day] {
        var generator = Generator(state: seed)
        let first = Day(year: 1600, month: 1, day: 1)!.number, last = Day(year: 2400, month: 12, day: 31)!.number
        return (0..<count).map { _ in Day(number: Int32.random(in: first...last, using: &generator)) }
    }

    @Test func agreesWithFoundationOnADayAndItsWeek() {
        for day in Self.days(100_000, seed: 1) {
            let fields = Self.utc.dateComponents([.year, .month, .day, .weekday], from: Self.date(day))
            let civil = day.civil
            let week = Self.iso.dateComponents([.yearForWeekOfYear, .weekOfYear], from: Self.date(day))
            let same =
                civil.year == fields.year && civil.month == fields.month && civil.day == fields.day
                && day.weekday % 7 + 1 == fields.weekday
                && day.isoWeek.year == week.yearForWeekOfYear && day.isoWeek.week == week.weekOfYear
                && Day(isoYear: day.isoWeek.year, week: day.isoWeek.week) == day.advanced(by: 1 - day.weekday)
            guard same else {
                Issue.record("\(day) is \(fields) \(week) for Foundation")
                return
            }
        }
    }

    @Test func agreesWithFoundationOnAddingMonths() {
        var generator = Generator(state: 2)
        for day in Self.days(100_000, seed: 3) {
            // Foundation turns Julian before 1582. It loses a leap day on some long ways back, so it is asked for the month and its length.
            let months = Int.random(in: (day.year < 1700 ? 0 : -600)...600, using: &generator)
            let first = Self.date(day.advanced(by: 1 - day.civil.day))
            guard let month = Self.utc.date(byAdding: .month, value: months, to: first),
                let length = Self.utc.range(of: .day, in: .month, for: month)?.count
            else { continue }
            let expected = Self.day(month).advanced(by: min(day.civil.day, length) - 1)
            guard day.adding(months: months) == expected else {
                Issue.record(
                    "\(day) + \(months) months is \(expected) for Foundation, here \(String(describing: day.adding(months: months)))")
                return
            }
        }
    }

    @Test func periodsTileTheCalendar() {
        for day in Self.days(20_000, seed: 4) {
            for unit in Period.Unit.allCases where unit != .weekend {
                let period = Period(unit, containing: day)
                guard let days = period.days, days.contains(day), period.advanced(by: 1).start == days.upperBound,
                    Period(unit, containing: days.lowerBound) == period,
                    Period(unit, containing: days.upperBound) == period.advanced(by: 1)
                else {
                    Issue.record("\(unit) \(period.value) of \(day)")
                    return
                }
            }
        }
    }

    @Test func allenRelationsAreJointlyExhaustiveAndInvert() {
        var generator = Generator(state: 5)
        var seen: Set<AllenRelation> = []
        for _ in 0..<100_000 {
            func interval() -> ValidTime {
                let start = Int32.random(in: 0..<8, using: &generator), length = Int32.random(in: 1..<5, using: &generator)
                return ValidTime(
                    start: .day(Day(number: start)), end: .day(Day(number: start + length)), precision: .span, text: "", origin: .stated)
            }
            let a = interval(), b = interval()
            guard let relation = a.relation(to: b), b.relation(to: a) == relation.inverse else {
                Issue.record("\(a) to \(b)")
                return
            }
            seen.insert(relation)
            let disjoint: Set<AllenRelation> = [.before, .meets, .after, .metBy]
            #expect(a.overlaps(b) == !disjoint.contains(relation))
        }
        #expect(seen.count == AllenRelation.allCases.count)
    }

    @Test func knowsTheHardDays() {
        #expect(Day(iso: "2023-02-29") == nil)
        #expect(Day(iso: "2024-01-31")?.adding(months: 1)?.description == "2024-02-29")
        #expect(Day(iso: "2023-01-31")?.adding(months: 1)?.description == "2023-02-28")
        #expect(Day(iso: "2024-02-29")?.adding(months: -12)?.description == "2023-02-28")
        #expect(Day(iso: "2021-01-03").map { Period(.week, containing: $0).value } == "2020-W53")
        #expect(Day(iso: "2024-12-30").map { Period(.week, containing: $0).value } == "2025-W01")
        #expect(Day(isoYear: 2021, week: 53) == nil)
        #expect(Day.easter(2024)?.description == "2024-03-31")
        #expect(Day.easter(1961)?.description == "1961-04-02")
        #expect(Day(year: 2024, month: 11, weekday: 4, occurrence: 4)?.description == "2024-11-28")
        #expect(Day(year: 2024, month: 5, weekday: 1, occurrence: -1)?.description == "2024-05-27")
        #expect(Day(year: 2024, month: 2, weekday: 4, occurrence: 5)?.description == "2024-02-29")
        #expect(Day(year: 2023, month: 2, weekday: 4, occurrence: 5) == nil)
    }

    @Test func valuesOfPeriodsBeforeChrist() {
        #expect(Period(year: -43).value == "BC0044")
        #expect(Period(year: 0).value == "BC0001")
        #expect(Period(year: 79).value == "0079")
    }
}
