import Facts

/// Cuts a phrase of a question into words for the grammar, without tags.
enum QuestionWords {
    /// Words are runs of letters, figures and what joins them; every other sign stands alone. Offsets count scalars.
    static func split(_ text: String) -> [Word] {
        let scalars = Array(text.unicodeScalars)
        var words: [Word] = []
        var index = 0
        while index < scalars.count {
            if scalars[index].properties.isWhitespace {
                index += 1
                continue
            }
            var end = index + 1
            if isPartOfWord(scalars[index]) {
                while end < scalars.count, isPartOfWord(scalars[end]) || isJoint(scalars, at: end) { end += 1 }
                if end < scalars.count, scalars[end] == ".", isAbbreviation(scalars[index..<end]) { end += 1 }
            } else if isPossessive(scalars, at: index) {
                end += 1
            }
            append(scalars, index..<end, to: &words)
            index = end
        }
        return words
    }

    private static func isFigure(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || isFigure(scalar)
    }

    /// A sign inside a word: "p.m", "2021-11-08", "17:00", "1,000", "o'clock". A possessive 's is cut off.
    private static func isJoint(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
        guard index + 1 < scalars.count, isPartOfWord(scalars[index + 1]) else { return false }
        switch scalars[index] {
        case "-", "–", "/", ":": return true
        case ",": return isFigure(scalars[index - 1]) && isFigure(scalars[index + 1])
        case ".":
            return isFigure(scalars[index - 1]) && isFigure(scalars[index + 1])
                || index < 2 || !isPartOfWord(scalars[index - 2]) || scalars[index - 2] == "."
        case "'", "’": return scalars[index + 1] == "c"
        default: return false
        }
    }

    private static func isPossessive(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
        guard scalars[index] == "'" || scalars[index] == "’", index + 1 < scalars.count, scalars[index + 1] == "s" else { return false }
        return index + 2 == scalars.count || !isPartOfWord(scalars[index + 2])
    }

    private static let abbreviations: Set<String> = [
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mon", "tue", "tues", "wed", "thu",
        "thurs", "fri",
    ]

    private static func isAbbreviation(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
        if scalars.count == 3, scalars[scalars.startIndex + 1] == "." { return true }
        return scalars.count <= 5 && abbreviations.contains(String(String.UnicodeScalarView(scalars)).lowercased())
    }

    private static func append(_ scalars: [Unicode.Scalar], _ range: Range<Int>, to words: inout [Word]) {
        let form = String(String.UnicodeScalarView(scalars[range]))
        words.append(Word(span: Span(range.lowerBound, range.upperBound), form: form, lemma: "", xpos: ""))
    }
}
