/// A paragraph or heading of a plain text, on its way to an article.
struct TextLine: Hashable {
    var text: String
    /// Empty lines before it.
    var blanksBefore: Int
    /// 1 for a Markdown or HTML heading of the first level; 0 for anything else.
    var headingLevel = 0

    /// Parts a text into its paragraphs. Where the text is wrapped (paragraphs of several short lines), their lines are joined.
    static func lines(of text: String) -> [TextLine] {
        var lines: [TextLine] = []
        var blanks = 0
        for line in text.lines {
            let line = line.trimmed
            if line.isEmpty {
                blanks += 1
            } else {
                lines.append(TextLine(text: String(line), blanksBefore: blanks))
                blanks = 0
            }
        }
        return isWrapped(lines) ? joined(lines) : lines
    }

    /// The width beyond which a line is a paragraph of its own.
    private static let widestWrappedLine = 100
    private static let narrowestWrappedLine = 40

    /// A text is wrapped if its lines have about one width and most of those that are followed by another one break off in mid-sentence.
    private static func isWrapped(_ lines: [TextLine]) -> Bool {
        guard lines.count >= 4, lines.allSatisfy({ $0.text.utf8.count <= 2 * widestWrappedLine }) else { return false }
        let inner = zip(lines, lines.dropFirst()).filter { $0.1.blanksBefore == 0 }.map(\.0.text)
        guard inner.count >= 3, inner.count * 2 > lines.count else { return false }
        let broken = inner.count { text in
            (narrowestWrappedLine...widestWrappedLine).contains(text.unicodeScalars.count) && !text.endsSentence
        }
        return broken * 2 > inner.count
    }

    /// Joins lines that no empty line parts. In a text without empty lines, a paragraph ends with a sentence on a shorter line.
    private static func joined(_ lines: [TextLine]) -> [TextLine] {
        let hasBlanks = lines.dropFirst().contains { $0.blanksBefore > 0 }
        let width = lines.map(\.text.unicodeScalars.count).max() ?? 0
        let words = BrokenWords(lines.map(\.text))
        var joined: [TextLine] = []
        var paragraph: [String] = []
        var blanks = 0
        var isComplete = true
        func close() {
            if !paragraph.isEmpty { joined.append(TextLine(text: words.joined(paragraph), blanksBefore: blanks)) }
        }
        for line in lines {
            if line.blanksBefore > 0 || (!hasBlanks && isComplete) {
                close()
                paragraph = []
                blanks = line.blanksBefore
            }
            paragraph.append(line.text)
            isComplete = line.text.endsSentence && line.text.unicodeScalars.count * 5 < width * 4
        }
        close()
        return joined
    }
}

extension StringProtocol {
    /// Ends with a full stop, question or exclamation mark, or with a colon, inside closing quotes and brackets or not.
    var endsSentence: Bool {
        guard let mark = unicodeScalars.last(where: { !")]}\"'”’»".unicodeScalars.contains($0) }) else { return false }
        return ".?!…:".unicodeScalars.contains(mark)
    }

    /// Number of words, parted by blanks.
    var wordCount: Int {
        var count = 0
        var isInside = false
        for byte in utf8 {
            if byte != 0x20, !isInside { count += 1 }
            isInside = byte != 0x20
        }
        return count
    }
}

extension String {
    /// Its lines one after the other, without their line feeds: an array of them can be larger than the text.
    var lines: some Sequence<Substring> {
        var rest = Optional(self[...])
        return AnyIterator {
            guard let text = rest else { return nil }
            let end = text.utf8.firstIndex(of: 0x0a)
            rest = end.map { text[text.utf8.index(after: $0)...] }
            return text[..<(end ?? text.endIndex)]
        }
    }
}
