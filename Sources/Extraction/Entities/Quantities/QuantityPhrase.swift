import Facts

/// A number in a sentence with what it counts or measures.
public struct QuantityPhrase: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable {
        /// "10 interceptors", "half of the members".
        case count
        /// "8 km", "3.5 percent".
        case measure
        case money
        /// "35 years", "73-year-old": `Chronology` reads durations, but an age or a duration may be asked for as a number.
        case duration
    }

    public var kind: Kind
    /// The number's tokens, with a sign of currency and a unit of measure.
    public var tokens: ClosedRange<Int>
    /// The noun that is counted, or that the measure describes: "people" in "250,000 people", "woman" in "a 73-year-old woman".
    public var noun: Int?
    public var quantity: Quantity

    public init(kind: Kind, tokens: ClosedRange<Int>, noun: Int?, quantity: Quantity) {
        self.kind = kind
        self.tokens = tokens
        self.noun = noun
        self.quantity = quantity
    }
}
