/// A name in the form by which it is looked up: letter case, accents, apostrophes, the points of abbreviations, other
/// punctuation and a leading "the" make no difference, so that "The U.S.", "US" and "us" are one, as are "Condé–Müller’s" and
/// "conde mullers". Initials run together: "J. K. Rowling" is "jk rowling". Words are separated by single spaces.
///
/// Works in one pass over the scalars. Words of scripts other than Latin are kept, in lower case.
public struct FoldedName: Hashable, Comparable, Sendable {
    public let text: String

    public init(_ name: some StringProtocol) {
        var folding = Folding(capacity: name.utf8.count)
        for scalar in name.unicodeScalars { folding.add(scalar) }
        text = folding.text()
    }

    /// Takes a text that was folded before, as an index holds it.
    public init(folded text: String) { self.text = text }

    public var isEmpty: Bool { text.isEmpty }
    public static func < (a: FoldedName, b: FoldedName) -> Bool { a.text < b.text }

    fileprivate enum Part { case letters(String), point, nothing, ampersand, gap }

    fileprivate static func part(of scalar: Unicode.Scalar) -> Part {
        switch scalar.value {
        case 0x30...0x39, 0x61...0x7a, 0x23, 0x2b: .letters(String(scalar))
        case 0x41...0x5a: .letters(String(Unicode.Scalar(UInt8(scalar.value) + 32)))
        case 0x2e: .point
        case 0x26: .ampersand
        case 0x27, 0x60, 0xb4, 0x2018, 0x2019, 0x201b, 0x2bc, 0x2032: .nothing
        case 0x300...0x36f, 0xad, 0x200b...0x200f, 0xfeff: .nothing
        case 0xc0..<0x180: latin[Int(scalar.value) - 0xc0].map(Part.letters) ?? .gap
        case 0x1e00..<0x1f00: latinAdditional[Int(scalar.value) - 0x1e00].map(Part.letters) ?? .gap
        case 0xff01...0xff5e: part(of: Unicode.Scalar(scalar.value - 0xfee0) ?? " ")
        case 0..<0x80: .gap
        default:
            scalar.properties.isAlphabetic || scalar.isNumber || scalar.properties.generalCategory.isMark
                ? .letters(scalar.properties.lowercaseMapping) : .gap
        }
    }

    private static func letters(_ table: String) -> [String?] {
        table.split { $0 == " " || $0 == "\n" }.map { $0 == "_" ? nil : String($0) }
    }

    /// Base letters of U+00C0…U+017F, in order.
    private static let latin = letters("""
        a a a a a a ae c e e e e i i i i d n o o o o o _ o u u u u y th ss a a a a a a ae c e e e e i i i i d n o o o
        o o _ o u u u u y th y a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g g g g g h h h h i i i i
        i i i i i i ij ij j j k k k l l l l l l l l l l n n n n n n n n n o o o o o o oe oe r r r r r r s s s s s s s
        s t t t t t t u u u u u u u u u u u u w w y y y z z z z z z s
        """)
    /// Base letters of U+1E00…U+1EFF, in order.
    private static let latinAdditional = letters("""
        a a b b b b b b c c d d d d d d d d d d e e e e e e e e e e f f g g h h h h h h h h h h i i i i k k k k k k l
        l l l l l l l m m m m m m n n n n n n n n o o o o o o o o p p p p r r r r r r r r s s s s s s s s s s t t t t
        t t t t u u u u u u u u u u v v v v w w w w w w w w w w x x x x y y z z z z z z h t w y a s _ _ ss _ a a a a a
        a a a a a a a a a a a a a a a a a a a e e e e e e e e e e e e e e e e i i i i o o o o o o o o o o o o o o o o
        o o o o o o o o u u u u u u u u u u u u u u y y y y y y y y _ _ _ _ _ _
        """)
}

private extension Unicode.Scalar {
    var isNumber: Bool { properties.numericType == .decimal }
}

/// A folded text in the making.
private struct Folding {
    private var bytes: [UInt8] = []
    private var wordStart = 0
    private var words = 0
    private var pendingPoint = false
    private var lastIsNumber = false
    private var previousIsInitial = false

    init(capacity: Int) { bytes.reserveCapacity(capacity + 8) }

    mutating func add(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x61...0x7a, 0x23, 0x2b: add(letter: UInt8(scalar.value), isNumber: false)
        case 0x41...0x5a: add(letter: UInt8(scalar.value) + 32, isNumber: false)
        case 0x30...0x39: add(letter: UInt8(scalar.value), isNumber: true)
        default: addOther(scalar)
        }
    }

    private mutating func addOther(_ scalar: Unicode.Scalar) {
        switch FoldedName.part(of: scalar) {
        case .letters(let letters): add(letters)
        case .point: pendingPoint = true
        case .nothing: break
        case .gap: endWord()
        case .ampersand:
            endWord()
            add("and")
            endWord()
        }
    }

    private mutating func add(letter: UInt8, isNumber: Bool) {
        beginLetters(isNumber: isNumber)
        bytes.append(letter)
        lastIsNumber = isNumber
    }

    private mutating func add(_ letters: String) {
        beginLetters(isNumber: letters.isNumber)
        bytes += letters.utf8
        lastIsNumber = letters.unicodeScalars.last?.isNumber ?? false
    }

    /// A point stays only inside a number.
    private mutating func beginLetters(isNumber: Bool) {
        if bytes.count == wordStart, words > 0 {
            bytes.append(0x20)
            wordStart += 1
        } else if pendingPoint, isNumber, lastIsNumber {
            bytes.append(0x2e)
        }
        pendingPoint = false
    }

    private mutating func endWord() {
        pendingPoint = false
        lastIsNumber = false
        guard bytes.count > wordStart else { return }
        words += 1
        let isInitial = bytes.count == wordStart + 1 && !(0x30...0x39).contains(bytes[wordStart])
        if isInitial, previousIsInitial { bytes.remove(at: wordStart - 1) }
        previousIsInitial = isInitial
        if words == 2, bytes.starts(with: Self.article) { bytes.removeFirst(Self.article.count) }
        wordStart = bytes.count
    }

    private static let article = Array("the ".utf8)

    mutating func text() -> String {
        endWord()
        return String(decoding: bytes, as: UTF8.self)
    }
}

private extension String {
    var isNumber: Bool { unicodeScalars.first.map { $0.properties.numericType == .decimal } ?? false }
}

private extension Unicode.GeneralCategory {
    var isMark: Bool { self == .nonspacingMark || self == .spacingMark || self == .enclosingMark }
}
