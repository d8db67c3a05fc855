/// Words that sentences are looked up by.
struct PassageSearch {
    /// Each once, in small letters.
    let words: [String]
    /// Whether a sentence must have all of them; else some are enough.
    var needsAll = true

    /// At most this many words of a search count, so that a pasted page does not make a query of a million terms.
    private static let mostWords = 32

    /// Any text may be given: it is taken apart into words, and what would be an operator of a search language is a word like others.
    init(_ text: String) {
        var seen = Set<String>()
        var words: [String] = []
        for word in text.unicodeScalars.split(whereSeparator: { !Self.isPartOfWord($0) }) where words.count < Self.mostWords {
            let word = String(word).lowercased()
            if seen.insert(word).inserted { words.append(word) }
        }
        self.words = words
    }

    var isEmpty: Bool { words.isEmpty }

    /// The same words, of which some are enough.
    var some: PassageSearch {
        var search = self
        search.needsAll = false
        return search
    }

    /// In the language of SQLite's FTS5.
    var expression: String { words.map { "\"\($0)\"" }.joined(separator: needsAll ? " " : " OR ") }

    private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return (0x30...0x39).contains(scalar.value) || (0x61...0x7A).contains(scalar.value | 0x20) }
        return scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar.properties.generalCategory == .nonspacingMark
    }
}
