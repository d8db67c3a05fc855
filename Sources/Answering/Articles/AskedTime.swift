import Chronology
import Facts

/// The time that a question names, as days, with how the answer stands to it.
struct AskedTime: Hashable {
    /// As typed.
    var text: String
    /// Nil for a side that is open: "before 1950" ends where 1950 begins.
    var start: Day?
    /// Exclusive.
    var end: Day?
    var relation: TimeExpression.Relation

    /// The days in which an event must lie.
    var days: Range<Day> {
        let first = start ?? Self.earliest, last = end ?? Self.latest
        return first..<max(last, first.advanced(by: 1))
    }

    /// "On Sunday", "last month": in an article the same words count from its own day.
    var isRelative: Bool { !text.utf8.contains { (0x30...0x39).contains($0) } }

    /// The words without the preposition.
    var bareWords: String {
        let words = text.lowercased().split(separator: " ")
        return words.drop { ["on", "in", "at", "during", "the", "of"].contains($0) }.joined(separator: " ")
    }

    /// The day, where the question names a day and month without a year.
    var dayOfAnyYear: Day? {
        guard let start, length == 1, !isRelative, text.utf8.split(whereSeparator: { !(0x30...0x39).contains($0) }).allSatisfy({ $0.count <= 2 })
        else { return nil }
        return start
    }

    /// In days.
    var length: Int { days.upperBound - days.lowerBound }

    var isOpen: Bool { start == nil || end == nil }

    static let earliest = Day(year: -9999, month: 1, day: 1)!
    static let latest = Day(year: 9999, month: 12, day: 31)!

    /// How well a fact's time fits: 1 inside the period, less where it only may lie there, 0 outside, nil where the fact has no time.
    func fit(_ time: ValidTime?) -> Double? {
        if let time, isRelative, !time.text.isEmpty, time.text.lowercased().contains(bareWords) { return 1 }
        guard let time, time.start.day != nil || time.end.day != nil else { return nil }
        let wanted = days
        let first = time.start.day ?? Self.earliest, last = time.end.day ?? Self.latest
        guard first < wanted.upperBound, wanted.lowerBound < last else { return 0 }
        if wanted.lowerBound <= first, last <= wanted.upperBound { return 1 }
        if first <= wanted.lowerBound, wanted.upperBound <= last { return time.origin == .publication ? 0.5 : 0.85 }
        return isOpen ? 0.5 : 0.7
    }
}

extension ValidTime {
    /// In days; `Int.max` where a side is open or unknown.
    var length: Int {
        guard let first = start.day, let last = end.day else { return .max }
        return last - first
    }
}
