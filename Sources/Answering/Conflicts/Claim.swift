import Facts

/// What a fact says of something that can have only one value at a time. Claims of one topic that hold at the same time must agree.
struct Claim {
    enum Value: Hashable {
        /// Something with a key of its own, and its words.
        case thing(key: String, text: String)
        /// A place with the country that it lies in, where that is known.
        case place(name: String, country: String?, text: String)
        /// Any number between the two, in words.
        case number(ClosedRange<Double>, text: String)
        /// One of these days, in words.
        case days(Range<Day>, text: String)
        /// Affirmed or denied.
        case truth(Bool)
    }

    /// Equal for claims that speak of the same thing.
    var topic: String
    /// The topic for people.
    var title: String
    var value: Value
    /// When it holds.
    var window: Range<Day>
    var fact: String

    func contradicts(_ other: Claim) -> Bool { window.overlaps(other.window) && value.excludes(other.value) }
}

extension Claim.Value {
    /// Whether both cannot be.
    func excludes(_ other: Claim.Value) -> Bool {
        switch (self, other) {
        case (.thing(let key, let text), .thing(let otherKey, let otherText)):
            key != otherKey && !Self.isPart(text, of: otherText) && !Self.isPart(otherText, of: text)
        case (.place(let name, let country, _), .place(let otherName, let otherCountry, _)):
            name != otherName && country != otherName && name != otherCountry && !Self.isPart(name, of: otherName)
                && !Self.isPart(otherName, of: name)
        case (.number(let range, _), .number(let other, _)): !range.overlaps(other)
        case (.days(let days, _), .days(let other, _)): !days.overlaps(other)
        case (.truth(let isTrue), .truth(let other)): isTrue != other
        default: false
        }
    }

    /// "Lee" of "Ann Lee": a shorter form of one name.
    private static func isPart(_ shorter: String, of longer: String) -> Bool {
        " \(FoldedName(longer).text) ".contains(" \(FoldedName(shorter).text) ")
    }

    var text: String {
        switch self {
        case .thing(_, let text), .place(_, _, let text), .number(_, let text), .days(_, let text): text
        case .truth(let isTrue): isTrue ? "affirmed" : "denied"
        }
    }
}
