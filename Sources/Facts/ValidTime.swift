/// When a fact holds: a half-open interval of days whose sides may be open or unknown, with the words it was read from.
public struct ValidTime: Hashable, Sendable {
    /// One side of the interval. An unknown side is not an open one.
    public enum Bound: Hashable, Sendable {
        case day(Day)
        case open
        case unknown

        public var day: Day? { if case .day(let day) = self { day } else { nil } }
    }

    /// How exactly the words tell the time.
    public enum Precision: String, Sendable, CaseIterable {
        case day, week, weekend, month, season, quarter, half, year, decade, century, span, unknown
    }

    /// How the time came to the fact.
    public enum Origin: String, Sendable, CaseIterable {
        /// An expression attached to the predicate itself.
        case stated
        /// Taken over from the sentence or narrative around it.
        case inherited
        /// Only bounded by tense and publication date: "reported 2024-07-27: future".
        case publication
    }

    public var start: Bound
    /// Exclusive.
    public var end: Bound
    public var precision: Precision
    /// The words, as the article has them ("last August"); empty when the origin is `.publication`.
    public var text: String
    public var origin: Origin
    /// TIMEX3 value ("2023-08", "P15Y", "XXXX-10-25"), empty where there is none.
    public var value: String

    public init(start: Bound, end: Bound, precision: Precision, text: String, origin: Origin, value: String = "") {
        self.start = start
        self.end = end
        self.precision = precision
        self.text = text
        self.origin = origin
        self.value = value
    }
}
