import FactStore

/// Rows and columns of text, written as an aligned table, Markdown, CSV, TSV, a list, or JSON.
public struct Grid: Sendable {
    public var columns: [String]
    public var rows: [[String]]

    /// - Precondition: every row has as many cells as there are columns.
    public init(columns: [String], rows: [[String]]) {
        precondition(rows.allSatisfy { $0.count == columns.count }, "a grid's rows must be as wide as its header")
        self.columns = columns
        self.rows = rows
    }

    /// - Parameter cancellation: ends long tables before their time.
    public func rendered(as format: OutputFormat, width: Int, cancellation: Cancellation = .never) -> String {
        switch format {
        case .text, .table: table(width: width, cancellation)
        case .list: list(width: width, cancellation)
        case .markdown: markdown
        case .csv: ([columns] + rows).map { CSV.row($0) }.joined()
        case .tsv: lines { row in row.map(Grid.tabFree).joined(separator: "\t") }
        case .json: JSONValue.array(rows.map(object)).encoded + "\n"
        case .jsonl: rows.map { object($0).encoded + "\n" }.joined()
        }
    }

    private func object(_ row: [String]) -> JSONValue { .object(zip(columns, row).map { ($0, .string($1)) }) }

    private func lines(_ join: ([String]) -> String) -> String {
        ([columns] + rows).map { join($0) + "\n" }.joined()
    }

    /// Cells that don't fit are wrapped, never cut.
    private func table(width: Int, _ cancellation: Cancellation) -> String {
        let cells = ([columns] + rows).map { $0.map(SafeText.escaped) }
        var widths = columns.indices.map { column in cells.map { DisplayWidth.columns(of: $0[column]) }.max() ?? 0 }
        let words = columns.indices.map { column in cells.map { Grid.longestWord(of: $0[column]) }.max() ?? 0 }
        Grid.shrink(&widths, toFit: width - 2 * (columns.count - 1), keeping: words)
        var output = ""
        for (index, row) in cells.enumerated() where !cancellation.isRequested {
            let wrapped = zip(row, widths).map { TextLayout.wrap($0, width: $1) }
            for line in 0..<(wrapped.map(\.count).max() ?? 0) {
                let parts = zip(wrapped, widths).map { TextLayout.padded(line < $0.count ? $0[line] : "", to: $1) }
                output += Grid.trimmed(parts.joined(separator: "  ")) + "\n"
            }
            if index == 0 { output += widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ") + "\n" }
        }
        return output
    }

    /// Each column gets room by what it holds, so that the longest cell is broken as seldom as can be; narrow columns keep their width.
    /// - Parameter words: widths of the longest words, which are broken only where they are very long.
    private static func shrink(_ widths: inout [Int], toFit room: Int, keeping words: [Int]) {
        guard widths.reduce(0, +) > room else { return }
        let wanted = widths
        widths = zip(wanted, words).map { min($0, max(narrowest, min($1, longestWhole))) }
        var left = room - widths.reduce(0, +)
        while left > 0, let next = wanted.indices.max(by: { wanted[$0] * widths[$1] < wanted[$1] * widths[$0] }), widths[next] < wanted[next] {
            widths[next] += 1
            left -= 1
        }
    }

    private static let narrowest = 10, longestWhole = 16

    private static func longestWord(of cell: String) -> Int { cell.split(separator: " ").map { DisplayWidth.columns(of: String($0)) }.max() ?? 0 }

    private func list(width: Int, _ cancellation: Cancellation) -> String {
        let label = columns.map(DisplayWidth.columns).max() ?? 0
        let indent = String(repeating: " ", count: label + 2)
        return rows.map { row in
            cancellation.isRequested ? "" : zip(columns, row).map { column, cell in
                let lines = TextLayout.wrap(SafeText.escaped(cell), width: width, firstIndent: TextLayout.padded(column, to: label) + "  ", indent: indent)
                return lines.map { Grid.trimmed($0) + "\n" }.joined()
            }.joined()
        }.joined(separator: "\n")
    }

    private var markdown: String {
        func line(_ row: [String]) -> String {
            "| " + row.map { SafeText.escaped($0).split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|") }
                .joined(separator: " | ") + " |\n"
        }
        return line(columns) + "|" + columns.map { _ in "---|" }.joined() + "\n" + rows.map(line).joined()
    }

    private static func tabFree(_ text: String) -> String { SafeText.escaped(text) }

    private static func trimmed(_ line: String) -> String {
        var end = line.endIndex
        while end > line.startIndex, line[line.index(before: end)] == " " { end = line.index(before: end) }
        return String(line[..<end])
    }
}
