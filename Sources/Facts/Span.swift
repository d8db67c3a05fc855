/// A half-open range of a document's text, counted in Unicode scalars from its beginning.
public struct Span: Hashable, Comparable, Sendable, Codable {
    public let start: Int
    public let end: Int

    /// - Precondition: `0 <= start <= end`.
    public init(_ start: Int, _ end: Int) {
        precondition(0 <= start && start <= end, "a span must not end before it starts")
        self.start = start
        self.end = end
    }

    public var length: Int { end - start }
    public func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }
    public func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }
    public func union(_ other: Span) -> Span { Span(min(start, other.start), max(end, other.end)) }

    /// Earlier first; of two that start together, the longer first.
    public static func < (a: Span, b: Span) -> Bool { a.start != b.start ? a.start < b.start : a.end > b.end }
}
