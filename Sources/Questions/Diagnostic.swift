import Facts

/// What is wrong with a question, where, and what could stand there.
public struct Diagnostic: Hashable, Sendable, Error {
    /// In Unicode scalars of the line.
    public var span: Span
    public var message: String
    /// Words or whole questions that would be understood; at least one.
    public var suggestions: [String]

    public init(span: Span, message: String, suggestions: [String]) {
        self.span = span
        self.message = message
        self.suggestions = suggestions
    }
}
