import Questions

/// What a phrase of a question can stand for in a world: a set of its values, or only their shape. Type checks are overlaps of these.
struct Kind {
    struct Shape: OptionSet {
        let rawValue: UInt8
        static let thing = Self(rawValue: 1)
        static let number = Self(rawValue: 2)
        static let date = Self(rawValue: 4)
        static let any: Self = [.thing, .number, .date]
    }

    var shape: Shape
    /// One bit a value of the world; nil where only the shape is known. Numbers are compared by shape alone.
    var members: Bits?

    static let any = Kind(shape: .any, members: nil)
    static let thing = Kind(shape: .thing, members: nil)
    static let number = Kind(shape: .number, members: nil)
    static let date = Kind(shape: .date, members: nil)

    var isNumeric: Bool { shape == .number || shape == [.number, .date] }

    func meets(_ other: Kind) -> Bool {
        let common = shape.intersection(other.shape)
        guard !common.isEmpty else { return false }
        guard common == .thing || !common.contains(.number) && !common.contains(.date), let a = members, let b = other.members else {
            return true
        }
        return a.meets(b)
    }

    /// The number of members in common; 0 where that isn't known.
    func overlap(_ other: Kind) -> Int {
        guard let a = members, let b = other.members else { return 0 }
        return a.overlap(b)
    }
}

/// A set of small integers.
struct Bits {
    private var words: [UInt64]

    init(_ members: some Sequence<ValueTable.ID>, capacity: Int) {
        words = Array(repeating: 0, count: capacity / 64 + 1)
        for member in members where member >= 0 { words[Int(member) / 64] |= 1 << UInt64(member % 64) }
    }

    func meets(_ other: Bits) -> Bool { zip(words, other.words).contains { $0 & $1 != 0 } }
    func overlap(_ other: Bits) -> Int { zip(words, other.words).reduce(0) { $0 + ($1.0 & $1.1).nonzeroBitCount } }
    var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }
    func union(_ other: Bits) -> Bits {
        var result = self
        for index in result.words.indices where index < other.words.count { result.words[index] |= other.words[index] }
        return result
    }
}
