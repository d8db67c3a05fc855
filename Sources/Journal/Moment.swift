import Facts
import Foundation

/// A second of universal time. Only a correction that a person makes has one; no answer depends on the clock.
public struct Moment: Hashable, Sendable, CustomStringConvertible {
    public let day: Day
    private let second: Int

    /// - Parameter second: since the day began.
    public init(day: Day, second: Int = 0) {
        self.day = day
        self.second = second
    }

    public static func now() -> Moment {
        let seconds = Int(time(nil))
        return Moment(day: Day(number: Int32(clamping: seconds / 86_400)), second: seconds % 86_400)
    }

    /// "2026-11-28T09:30:00Z"
    public var description: String { "\(day)T\([second / 3600, second / 60 % 60, second % 60].map(Self.twoDigits).joined(separator: ":"))Z" }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
