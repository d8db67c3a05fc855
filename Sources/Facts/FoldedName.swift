/// A name in the form by which it is looked up: letter case, accents, apostrophes, the points of abbreviations, other
/// punctuation and a leading "the" make no difference, so that "The U.S.", "US" and "us" are one, as are "Condé–Müller’s" and
/// "conde mullers". Initials run together: "J. K. Rowling" is "jk rowling". Words are separated by single spaces.
///
/// Works in one pass over the scalars. Words of scripts other than Latin are kept, in lower case.
public struct FoldedName: Hashable, Comparable, Sendable {
    public let text: String

    public init(_ name: some StringProtocol) {
        var words = FoldedName.words(of: name)
        if words.count > 1, words[0] == "the" { words.removeFirst() }
        text = FoldedName.joiningInitials(words).joined(separator: " ")
    }

    /// Takes a text that was folded before, as an index holds it.
    public init(folded text: String) { self.text = text }

    public var isEmpty: Bool { text.isEmpty }
    public static func < (a: FoldedName, b: FoldedName) -> Bool { a.text < b.text }

    private static func words(of name: some StringProtocol) -> [String] {
        var words: [String] = []
        var word = ""
        var pendingPoint = false
        for scalar in name.unicodeScalars {
            switch part(of: scalar) {
            case .letters(let letters):
                if pendingPoint, letters.isNumber, word.unicodeScalars.last?.isNumber == true { word += "." }
                pendingPoint = false
                word += letters
            case .point:
                pendingPoint = true
            case .nothing:
                break
            case .ampersand, .gap:
                pendingPoint = false
                if !word.isEmpty { words.append(word) }
                word = ""
                if scalar == "&" { words.append("and") }
            }
        }
        if !word.isEmpty { words.append(word) }
        return words
    }

    private enum Part { case letters(String), point, nothing, ampersand, gap }

    private static func part(of scalar: Unicode.Scalar) -> Part {
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

    private static func joiningInitials(_ words: [String]) -> [String] {
        var joined: [String] = []
        var previousIsInitial = false
        for word in words {
            let isInitial = word.utf8.count == 1 && !word.isNumber
            if isInitial, previousIsInitial {
                joined[joined.count - 1] += word
            } else {
                joined.append(word)
            }
            previousIsInitial = isInitial
        }
        return joined
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

private extension String {
    var isNumber: Bool { unicodeScalars.first.map { $0.properties.numericType == .decimal } ?? false }
}

private extension Unicode.GeneralCategory {
    var isMark: Bool { self == .nonspacingMark || self == .spacingMark || self == .enclosingMark }
}
