/// Puts the lines of printed pages together into headings and paragraphs, over the ends of columns and pages.
struct PrintedText {
    private let pages: [PrintedPage]
    /// The size of letters in which most is printed.
    private let bodySize: Double
    /// From one line to the next inside a paragraph.
    private let pitch: Double
    private let words: BrokenWords

    init(_ pages: [PrintedPage]) {
        var lines = pages.flatMap(\.lines)
        let bodySize = lines.most { ($0.height * 2).rounded() / 2 } weight: { $0.text.utf8.count } ?? 1
        self.bodySize = bodySize
        let columns = PrintedPage.columns(lines, widestIndent: bodySize * PrintedText.widestIndent)
        let pages = pages.map { page in
            let page = page.splittingColumns(columns).joiningPieces(columns).joiningInitials(BrokenWords.isWord)
            return PrintedPage(height: page.height, lines: ReadingOrder.sorted(page.lines))
        }
        self.pages = pages
        lines = pages.flatMap(\.lines)
        let steps = pages.flatMap { page in
            zip(page.lines, page.lines.dropFirst()).filter { $0.isOfSize(bodySize) && $1.isOfSize(bodySize) && $1.isBelow($0) }
        }
        let pitch = steps.most { (($1.top - $0.top) * 2).rounded() / 2 } ?? bodySize * 1.2
        self.pitch = pitch
        words = BrokenWords(lines.map(\.text))
    }

    /// Of the pages, in the order of reading.
    ///
    /// - Parameter title: what the file says of itself; it counts where the pages have it too.
    func lines(title: String?) -> [TextLine] {
        let paragraphs = paragraphs()
        let texts = paragraphs.map { words.joined($0.lines.map(\.text)) }
        let level = headingSize(paragraphs, texts, title)
        let lines = zip(paragraphs, texts).map { paragraph, text in
            let isHeading = paragraph.size > bodySize * 1.1 && paragraph.size > level * 0.95 && paragraph.size < level * 1.05
            return TextLine(text: text, blanksBefore: 1, headingLevel: isHeading ? 1 : 0)
        }
        let body = zip(paragraphs, texts).filter { $0.0.lines[0].line.isOfSize(bodySize) }.map(\.1).joined(separator: "\n")
        let quoted = zip(paragraphs, lines).map { !$0.lines[0].line.isOfSize(bodySize) && $1.headingLevel == 0 && isPullQuote($1.text, of: body) }
        return withoutMasthead(zip(lines, quoted).filter { !$1 }.map(\.0))
    }

    private static let fewestWordsOfQuote = 4

    /// Words of the text that are printed again, larger, to catch the eye.
    private func isPullQuote(_ text: String, of body: String) -> Bool {
        let words = text.trimmingMarks.trimmingCharacters(in: ["“", "”", "\"", "…"])
        return words.wordCount >= PrintedText.fewestWordsOfQuote && body.contains(words)
    }

    /// What stands above the first headline and is no text: the newspaper's name, its number, the section.
    private func withoutMasthead(_ lines: [TextLine]) -> [TextLine] {
        guard let headline = lines.firstIndex(where: { $0.headingLevel == 1 }), !lines[..<headline].contains(where: { $0.text.endsSentence })
        else { return lines }
        return lines[..<headline].filter { DateLine($0.text) != nil } + lines[headline...]
    }

    /// The size of the headlines: of the paragraph that is the file's title, else of the largest letters that a headline has.
    private func headingSize(_ paragraphs: [Paragraph], _ texts: [String], _ title: String?) -> Double {
        if let title, let index = texts.firstIndex(of: title) { return paragraphs[index].size }
        return zip(paragraphs, texts).filter { $1.wordCount > 2 && Headline.isHeadline($1) }.map(\.0.size).max() ?? 0
    }

    // MARK: Paragraphs

    private struct Paragraph {
        var lines: [Place]
        var size: Double { lines[0].line.height }
    }

    /// A line with its page and its column.
    private struct Place {
        let line: PrintedLine
        let page: Int
        let columnLeft: Double
        let columnRight: Double

        var text: String { line.text }
    }

    private func paragraphs() -> [Paragraph] {
        var paragraphs: [Paragraph] = []
        var lastBody: Int?
        for place in places() {
            let isBody = place.line.isOfSize(bodySize)
            let before = isBody ? lastBody : paragraphs.indices.last
            if let before, continues(paragraphs[before], place, isNext: before == paragraphs.count - 1) {
                paragraphs[before].lines.append(place)
            } else {
                if isBody { lastBody = paragraphs.count }
                paragraphs.append(Paragraph(lines: [place]))
            }
        }
        return paragraphs
    }

    private func places() -> [Place] {
        let widest = bodySize * PrintedText.widestIndent
        return pages.enumerated().flatMap { number, page in
            let lefts = Dictionary(grouping: page.lines.filter { $0.isOfSize(bodySize) }) { $0.left.rounded() }
            return page.lines.map { line in
                let near = lefts.filter { $0.key <= line.left + 1 && $0.key > line.left - widest && $0.value.count > 1 }
                let left = near.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }?.key ?? line.left
                let column = lefts.filter { $0.key >= left - 1 && $0.key < left + widest }.flatMap(\.value)
                return Place(line: line, page: number, columnLeft: left, columnRight: column.map(\.right).max() ?? line.right)
            }
        }
    }

    /// In heights of a letter.
    private static let widestIndent = 4.0

    /// Whether a line goes on with a paragraph; not `isNext` where something of another size stands between them.
    private func continues(_ paragraph: Paragraph, _ place: Place, isNext: Bool) -> Bool {
        let before = paragraph.lines.last!
        let (first, second) = (before.line, place.line)
        guard first.isOfSize(second.height), DateLine(first.text) == nil, Byline(first.text) == nil else { return false }
        let isBroken = !first.text.endsSentence && second.text.unicodeScalars.first?.properties.isLowercase == true
        if before.page == place.page, isNext, second.isBelow(first) {
            let usual = second.isOfSize(bodySize) ? pitch : first.height * max(1.4, pitch / bodySize)
            if second.top - first.top > usual * 1.2 { return false }
            if isBroken { return true }
            return !(isIndented(place) && !isIndented(before)) && !(endsEarly(before, place) && isWhole(paragraph))
        }
        guard second.isOfSize(bodySize) else { return false }
        if isBroken { return true }
        let isElsewhere = before.page < place.page || !second.isBelow(first) || !first.text.endsSentence
        return isElsewhere && !isIndented(place) && !(endsEarly(before, place) && isWhole(paragraph))
    }

    /// Ends with a sentence, or is a short line that stands alone: a crosshead, a name.
    private func isWhole(_ paragraph: Paragraph) -> Bool {
        let last = paragraph.lines.last!
        return last.text.endsSentence || (paragraph.lines.count == 1 && (last.line.right - last.columnLeft) < (last.columnRight - last.columnLeft) * 0.6)
    }

    private func isIndented(_ place: Place) -> Bool { place.line.left - place.columnLeft > bodySize * 0.6 }

    /// The first word of the next line would have found room on this one.
    private func endsEarly(_ place: Place, _ next: Place) -> Bool {
        let room = place.columnRight - place.line.right
        return room > next.line.widthOfFirstWord + bodySize * 0.4
    }
}

private extension PrintedLine {
    /// Farther down in the same column.
    func isBelow(_ other: PrintedLine) -> Bool {
        top > other.top + other.height / 2 && left < other.right && other.left < right
    }
}

private extension Sequence {
    /// The key that most elements have; of equally many the least.
    func most<Key: Hashable & Comparable>(_ key: (Element) -> Key, weight: (Element) -> Int = { _ in 1 }) -> Key? {
        var weights: [Key: Int] = [:]
        for element in self { weights[key(element), default: 0] += weight(element) }
        return weights.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }
}
