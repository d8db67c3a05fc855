/// A set of base forms, a bit each: they are numbered from 0 as they are met, so that a sentence's set is some dozen words of memory.
struct FormSet: Hashable {
    private var bits: [UInt64] = []

    init(_ words: some Sequence<FormedWord>) {
        for word in words { for form in word.forms { insert(form) } }
    }

    mutating func insert(_ form: FormID) {
        let index = Int(form) >> 6
        while bits.count <= index { bits.append(0) }
        bits[index] |= 1 << UInt64(form & 63)
    }

    func intersects(_ other: FormSet) -> Bool { zip(bits, other.bits).contains { $0 & $1 != 0 } }

    func contains(_ form: FormID) -> Bool {
        let index = Int(form) >> 6
        return index < bits.count && bits[index] & 1 << UInt64(form & 63) != 0
    }
}
