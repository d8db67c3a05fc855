import Questions

/// What a phrase of a question can stand for in a world: things of some columns and types, or only a shape. Type checks are overlaps of these.
struct Kind {
    struct Shape: OptionSet {
        let rawValue: UInt8
        static let thing = Self(rawValue: 1)
        static let number = Self(rawValue: 2)
        static let date = Self(rawValue: 4)
        static let any: Self = [.thing, .number, .date]
    }

    var shape: Shape
    /// Nil where only the shape is known. Numbers are compared by shape alone.
    var members: Regions?
    /// Of a kind that the vocabulary keeps, so that what it has worked out for it is found again.
    var number: Int?

    init(shape: Shape, members: Regions?) {
        self.shape = shape
        self.members = members
    }

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

/// A set of things of a store, as the regions it covers: things that are in the same columns and types are in one region.
struct Regions {
    private var words: [UInt64]
    /// How many things each region has.
    private let sizes: [Int]
    /// How many things the set has, where that is known.
    private var total: Int?

    /// - Parameter words: a bit a region.
    init(_ words: [UInt64], sizes: [Int]) {
        self.words = words
        self.sizes = sizes
        total = size { words[$0] }
    }

    func meets(_ other: Regions) -> Bool {
        for index in 0..<min(words.count, other.words.count) where words[index] & other.words[index] != 0 { return true }
        return false
    }

    /// The number of things in common.
    func overlap(_ other: Regions) -> Int {
        if let total, isWithin(other) { return total }
        return size { $0 < other.words.count ? words[$0] & other.words[$0] : 0 }
    }

    private func isWithin(_ other: Regions) -> Bool {
        for index in words.indices where words[index] & ~(index < other.words.count ? other.words[index] : 0) != 0 { return false }
        return true
    }

    private func size(_ word: (Int) -> UInt64) -> Int {
        var count = 0
        for index in words.indices {
            var rest = word(index)
            while rest != 0 {
                let region = index * 64 + rest.trailingZeroBitCount
                if region < sizes.count { count += sizes[region] }
                rest &= rest - 1
            }
        }
        return count
    }

    func union(_ other: Regions) -> Regions {
        var result = self
        result.total = nil
        if words.count < other.words.count { result.words += other.words[words.count...] }
        for index in 0..<min(words.count, other.words.count) { result.words[index] |= other.words[index] }
        return result
    }
}
