/// Takes off what printed pages repeat around the text: running heads and feet, page numbers, the address that a browser prints.
enum RunningLines {
    static func removed(from pages: [PrintedPage]) -> [PrintedPage] {
        let edges = pages.map(EdgeRow.rows)
        var places: [EdgeRow.Key: [(page: Int, distance: Double)]] = [:]
        for (number, rows) in edges.enumerated() {
            for row in rows { for line in row.lines { places[row.key(of: line), default: []].append((number, row.distance)) } }
        }
        let opening = Set(pages.first.map { $0.lines.prefix(linesOfOpening).map { letters($0.text) } } ?? []).subtracting([""])

        func isRunning(_ line: PrintedLine, _ row: EdgeRow, on page: Int) -> Bool {
            if isOfBrowser(line.text) || (row.isOutermost && isPageNumber(line.text)) { return true }
            let isRepeated = places[row.key(of: line)]!.contains { $0.page != page && abs($0.distance - row.distance) < line.height }
            return isRepeated || (page > 0 && row.standsOff && (opening.contains(letters(line.text)) || isNumbered(line.text, page + 1)))
        }

        return zip(pages, edges).enumerated().map { number, page in
            let running = page.1.flatMap { row in
                let lines = row.lines.filter { isRunning($0, row, on: number) }
                return row.standsOff && !lines.isEmpty ? row.lines : lines
            }
            return PrintedPage(height: page.0.height, lines: page.0.lines.filter { !running.contains($0) })
        }
    }

    private static let linesOfOpening = 6

    /// Without numbers and marks: "12 THE OVRA POST" and "The Ovra Post 13" are alike.
    private static func letters(_ text: String) -> String {
        text.lowercased().split(separator: " ").map { $0.filter(\.isLetter) }.filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// Lines side by side at the upper or lower edge of a page.
    private struct EdgeRow {
        let lines: [PrintedLine]
        let isTop: Bool
        let isOutermost: Bool
        /// From the edge.
        let distance: Double
        /// Farther from the text than its lines are from each other.
        let standsOff: Bool

        struct Key: Hashable {
            let letters: String
            let isTop: Bool
        }

        func key(of line: PrintedLine) -> Key { Key(letters: RunningLines.letters(line.text), isTop: isTop) }

        private static let most = 3

        static func rows(of page: PrintedPage) -> [EdgeRow] {
            var rows: [[PrintedLine]] = []
            for line in page.lines.sorted(by: { $0.top < $1.top }) {
                if let last = rows.last?.first, line.top - last.top < last.height / 2 { rows[rows.count - 1].append(line) } else { rows.append([line]) }
            }
            return edge(rows, of: page, isTop: true) + edge(rows.reversed(), of: page, isTop: false)
        }

        private static func edge(_ rows: [[PrintedLine]], of page: PrintedPage, isTop: Bool) -> [EdgeRow] {
            zip(rows, rows.dropFirst()).prefix(most).enumerated().map { number, pair in
                let (row, next) = pair
                let height = row.map(\.height).max() ?? 0
                return EdgeRow(lines: row, isTop: isTop, isOutermost: number == 0, distance: isTop ? row[0].top : page.height - row[0].top,
                               standsOff: abs(next[0].top - row[0].top) > 1.8 * height)
            }
        }
    }

    // MARK: Lines that no article has

    /// "7", "- 7 -", "Page 7", "Page 7 of 12", "7/12", "A7", "vii".
    static func isPageNumber(_ text: String) -> Bool {
        let words = text.lowercased().split { " /|-–—•.".contains($0) }
        guard (1...4).contains(words.count), words.contains(where: { !["page", "of", "p"].contains($0) }) else { return false }
        return words.allSatisfy { word in
            let digits = word.count > 1 && "abcdp".contains(word.first!) ? word.dropFirst() : word
            return ["page", "of", "p"].contains(word) || (digits.count <= 4 && digits.allSatisfy { $0.isASCII && $0.isNumber })
                || (word.count <= 5 && word.allSatisfy { "ivx".contains($0) })
        }
    }

    /// What browsers print at the edges: the page's address with its number, the time of printing.
    private static func isOfBrowser(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        if words.count <= 2, words[0].contains("://") { return true }
        return (2...3).contains(words.count) && words[0].count { $0 == "/" || $0 == "." } == 2 && words[1].contains(":")
            && words.prefix(2).allSatisfy { $0.allSatisfy { $0.isNumber || "/.:,".contains($0) } }
    }

    private static func isNumbered(_ text: String, _ page: Int) -> Bool {
        !text.endsSentence && text.split { !$0.isNumber }.contains { $0 == "\(page)" }
    }
}
