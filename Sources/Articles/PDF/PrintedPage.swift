/// A line of print: its words, and where it stands. Places are in points from the page's upper left corner.
struct PrintedLine: Hashable {
    let words: [Word]
    let text: String
    let left: Double
    let right: Double
    let top: Double
    /// Of most of its words: how large its letters are.
    let height: Double

    /// Nil for a line without letters of any size.
    init?(_ words: [Word]) {
        guard let left = words.map(\.left).min(), let right = words.map(\.right).max() else { return nil }
        self.words = words
        text = words.map(\.text).joined(separator: " ")
        self.left = left
        self.right = right
        let middle = words.sorted { $0.height < $1.height }[words.count / 2]
        top = middle.top
        height = middle.height
        if height <= 0 { return nil }
    }

    var widthOfFirstWord: Double { words[0].right - words[0].left }

    struct Word: Hashable {
        var text: String
        var left: Double
        var right: Double
        var top: Double
        var bottom: Double

        var height: Double { bottom - top }
    }

    /// With what stands to the right of it.
    func joined(_ other: PrintedLine) -> PrintedLine { PrintedLine(words + other.words) ?? self }

    /// Parts at the words that stand at a place where a column begins, and are farther from the word before than words are.
    func split(at columns: [Double]) -> [PrintedLine] {
        let starts = words.indices.dropFirst().filter { index in
            words[index].left - words[index - 1].right > height * 0.7 && columns.contains { abs($0 - words[index].left) < 1 }
        }
        if starts.isEmpty { return [self] }
        return zip([0] + starts, starts + [words.count]).compactMap { PrintedLine(Array(words[$0..<$1])) }
    }

    /// A single letter, with its opening quotation mark or without.
    var isInitial: Bool {
        text.last?.isUppercase == true && (text.count == 1 || (text.count == 2 && text.first?.isLetter == false))
    }

    /// Whether this large letter stands before the line, over its height and that of the lines below it.
    func isInitial(of line: PrintedLine) -> Bool {
        height > line.height * 1.7 && line.left >= right - line.height && line.left - right < line.height * 2
            && line.top > top - line.height && line.top < top + height / 2 && line.text.first?.isLetter == true
    }

    /// With these letters before its first word, which they belong to.
    func beginning(with letters: String) -> PrintedLine {
        var words = words
        words[0].text = letters + words[0].text
        return PrintedLine(words) ?? self
    }

    /// Letters of about the same size.
    func isOfSize(_ other: Double) -> Bool { height > other * 0.87 && height < other * 1.15 }
}

/// A page of print: its lines, in any order.
struct PrintedPage: Hashable {
    var height: Double
    var lines: [PrintedLine]

    /// No page of a newspaper has more.
    static let mostLines = 3000

    /// The pages, and the title that the file gives itself, in what `pdftotext -bbox-layout` prints.
    static func pages(_ layout: [UInt8]) -> (pages: [PrintedPage], title: String?) {
        guard let tree = HTMLTree(layout, encoding: "UTF-8") else { return ([], nil) }
        let title = tree.elements("title").first.map { tree.text(of: $0) }
        let pages = tree.elements("page").map { page in
            let lines = tree.elements("line", in: page).compactMap { line in PrintedLine(tree.elements("word", in: line).compactMap { word($0, tree) }) }
            return PrintedPage(height: tree.number("height", of: page) ?? 0, lines: lines)
        }
        return (pages, title?.isEmpty == false ? title : nil)
    }

    /// Where columns begin: several lines do, and the nearest such place at the left is farther away than an indent.
    static func columns(_ lines: [PrintedLine], widestIndent: Double) -> [Double] {
        let starts = Dictionary(grouping: lines) { ($0.left / 2).rounded() }.values.filter { $0.count > 2 }.map { $0[0].left }.sorted()
        return starts.reduce(into: []) { columns, start in
            if columns.last.map({ start - $0 > widestIndent }) ?? true { columns.append(start) }
        }
    }

    /// With the lines of neighbouring columns apart that were taken for one.
    func splittingColumns(_ columns: [Double]) -> PrintedPage {
        PrintedPage(height: height, lines: lines.flatMap { $0.split(at: columns) })
    }

    /// With the pieces of a line as one: wide spaces in narrow columns and headlines look like gaps between columns.
    func joiningPieces(_ columns: [Double]) -> PrintedPage {
        var joined: [PrintedLine] = []
        for line in lines {
            let before = joined.lastIndex { other in
                abs(other.top - line.top) < line.height / 3 && other.isOfSize(line.height) && line.left > other.right
                    && line.left - other.right < line.height * 5
            }
            if let before, !columns.contains(where: { $0 > joined[before].right - 1 && $0 < line.left + 2 }) {
                joined[before] = joined[before].joined(line)
            } else {
                joined.append(line)
            }
        }
        return PrintedPage(height: height, lines: joined)
    }

    /// With the large letter that begins a chapter back in its word.
    ///
    /// - Parameter isWord: whether a text in lower case is a word; it tells "A ship" from "Ships".
    func joiningInitials(_ isWord: (String) -> Bool) -> PrintedPage {
        var lines = lines
        for initial in self.lines where initial.isInitial {
            guard let next = lines.firstIndex(where: { initial.isInitial(of: $0) }), let own = lines.firstIndex(of: initial) else { continue }
            let word = lines[next].text.prefix { $0.isLetter }.lowercased()
            let standsAlone = ["A", "I", "O"].contains(initial.text) && isWord(word) && !isWord(initial.text.lowercased() + word)
            lines[next] = lines[next].beginning(with: initial.text + (standsAlone ? " " : ""))
            lines.remove(at: own)
        }
        return PrintedPage(height: height, lines: lines)
    }

    private static func word(_ index: Int, _ tree: HTMLTree) -> PrintedLine.Word? {
        let text = withoutLigatures(tree.text(of: index))
        guard !text.isEmpty, let left = tree.number("xmin", of: index), let right = tree.number("xmax", of: index),
              let top = tree.number("ymin", of: index), let bottom = tree.number("ymax", of: index) else { return nil }
        return PrintedLine.Word(text: text, left: left, right: right, top: top, bottom: bottom)
    }

    private static let ligatures: [Unicode.Scalar: String] = [
        "\u{fb00}": "ff", "\u{fb01}": "fi", "\u{fb02}": "fl", "\u{fb03}": "ffi", "\u{fb04}": "ffl", "\u{fb05}": "st", "\u{fb06}": "st",
    ]

    private static func withoutLigatures(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { (0xfb00...0xfb06).contains($0.value) }) else { return text }
        return text.unicodeScalars.map { ligatures[$0] ?? String($0) }.joined()
    }
}

private extension HTMLTree {
    /// Nil for what is no number, and for numbers that no page has.
    func number(_ attribute: String, of index: Int) -> Double? {
        guard let value = nodes[index].attributes[attribute].flatMap(Double.init), abs(value) < 1e6 else { return nil }
        return value
    }
}
