import Chronology
import Facts

/// Cuts test sentences into words without tags, as a caller without a language model would.
enum TextCutter {
    static func sentences(_ text: String) -> [[Word]] {
        var sentences: [[Word]] = [[]]
        for word in words(text) {
            // A capital after a full stop and a space begins a sentence.
            if let last = sentences[sentences.count - 1].last, last.form == ".", last.span.end < word.span.start,
                word.form.first?.isUppercase == true
            {
                sentences.append([])
            }
            sentences[sentences.count - 1].append(word)
        }
        return sentences
    }

    static func words(_ text: String) -> [Word] {
        var words: [Word] = []
        let scalars = Array(text.unicodeScalars)
        var start = 0
        func isBody(_ index: Int) -> Bool { scalars[index].properties.isAlphabetic || scalars[index].properties.numericType != nil }
        while start < scalars.count {
            if scalars[start] == " " {
                start += 1
                continue
            }
            var end = start + 1
            if isBody(start) {
                while end < scalars.count, isBody(end) || isInside(scalars, end, since: start) { end += 1 }
            } else if scalars[start] == "'" || scalars[start] == "’", end < scalars.count, scalars[end] == "s",
                end + 1 == scalars.count || !isBody(end + 1)
            {
                end += 1
            }
            words.append(Word(span: Span(start, end), form: String(String.UnicodeScalarView(scalars[start..<end])), lemma: "", xpos: ""))
            start = end
        }
        return words
    }

    private static let abbreviations: Set<String> = ["Jan", "Feb", "Mar", "Apr", "Aug", "Sept", "Oct", "Nov", "Dec", "p.m", "a.m", "St"]

    /// Signs that stay inside a word: "1,000", "25/07/2022", "17:00", "p.m.", "Oct.".
    private static func isInside(_ scalars: [Unicode.Scalar], _ index: Int, since start: Int) -> Bool {
        let follows =
            index + 1 < scalars.count && (scalars[index + 1].properties.isAlphabetic || scalars[index + 1].properties.numericType != nil)
        switch scalars[index] {
        case "/", ":", ",": return follows
        case "'": return follows && scalars[start..<index].elementsEqual("o".unicodeScalars)
        case ".": return follows || abbreviations.contains(String(String.UnicodeScalarView(scalars[start..<index])))
        default: return false
        }
    }
}
