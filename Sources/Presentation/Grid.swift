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

    public func rendered(as format: OutputFormat, width: Int) -> String {
        switch format {
        case .text, .table: table(width: width)
        case .list: list
        case .markdown: markdown
        case .csv: lines { row in row.map { Grid.quoted($0, separator: ",") }.joined(separator: ",") }
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
    private func table(width: Int) -> String {
        let cells = ([columns] + rows).map { $0.map(SafeText.escaped) }
        var widths = columns.indices.map { column in cells.map { DisplayWidth.columns(of: $0[column]) }.max() ?? 0 }
        Grid.shrink(&widths, toFit: width - 2 * (columns.count - 1))
        var output = ""
        for (index, row) in cells.enumerated() {
            let wrapped = zip(row, widths).map { TextLayout.wrap($0, width: $1) }
            for line in 0..<(wrapped.map(\.count).max() ?? 0) {
                let parts = zip(wrapped, widths).map { TextLayout.padded(line < $0.count ? $0[line] : "", to: $1) }
                output += Grid.trimmed(parts.joined(separator: "  ")) + "\n"
            }
            if index == 0 { output += widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ") + "\n" }
        }
        return output
    }

    /// Narrow columns keep their width, the others share what is left evenly.
    private static func shrink(_ widths: inout [Int], toFit room: Int) {
        let most = widths.max() ?? 0
        let cap = (narrowest..<max(narrowest + 1, most)).last { cap in widths.reduce(0) { $0 + min($1, cap) } <= room }
        guard widths.reduce(0, +) > room else { return }
        widths = widths.map { min($0, cap ?? narrowest) }
    }

    private static let narrowest = 12

    private var list: String {
        let label = columns.map(DisplayWidth.columns).max() ?? 0
        return rows.map { row in
            zip(columns, row).map { "\(TextLayout.padded($0, to: label))  \(SafeText.escaped($1))\n" }.joined()
        }.joined(separator: "\n")
    }

    private var markdown: String {
        func line(_ row: [String]) -> String {
            "| " + row.map { SafeText.escaped($0).split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|") }
                .joined(separator: " | ") + " |\n"
        }
        return line(columns) + "|" + columns.map { _ in "---|" }.joined() + "\n" + rows.map(line).joined()
    }

    /// RFC 4180.
    private static func quoted(_ text: String, separator: Character) -> String {
        let safe = SafeText.escaped(text)
        guard safe.contains(where: { $0 == separator || $0 == "\"" }) else { return safe }
        return "\"" + safe.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }

    private static func tabFree(_ text: String) -> String { SafeText.escaped(text) }

    private static func trimmed(_ line: String) -> String {
        var end = line.endIndex
        while end > line.startIndex, line[line.index(before: end)] == " " { end = line.index(before: end) }
        return String(line[..<end])
    }
}
