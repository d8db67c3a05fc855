import Facts

/// What facts say differently of one thing, side by side. Which of them is right, if any, is the reader's to judge.
public struct Conflict: Hashable, Sendable {
    /// One of the values, with everything that says it.
    public struct Side: Hashable, Sendable {
        /// "Ann Lee", "12 people", "denied".
        public var text: String
        /// Every fact that says so, in the order of the text, repeated sentences once.
        public var facts: [Fact]
        public var evidence: [Citation]
    }

    /// The rule that found it: "office", "birth", "count".
    public var rule: String
    /// What they speak of: "mayor, Oslo", "birth of Ann Lee".
    public var topic: String
    public var sides: [Side]
}
