import FactStore
import Facts

/// Dated facts as lines of a terminal: the date, a bar on a common scale, the words, and where they stand.
public struct TimelineText {
    private static let full = "█", open = "░", before = "◂", after = "▸"
    private let entries: [TimelineEntry]
    private let sources: [String: String]
    private let width: Int
    private let style: Style
    private let cancellation: Cancellation

    /// - Parameters:
    ///   - sources: what a document is called where it is cited.
    ///   - cancellation: ends a long list before its time.
    public init(_ entries: [TimelineEntry], sources: [String: String], width: Int, style: Style, cancellation: Cancellation = .never) {
        self.cancellation = cancellation
        self.entries = entries
        self.sources = sources
        self.width = max(40, width)
        self.style = style
    }

    public var text: String {
        let dates = entries.map { DisplayWidth.columns(of: $0.time) }.max() ?? 0
        let columns = min(40, max(8, width / 5))
        guard let scale = TimeScale(days: entries.days, width: Double(columns), labelRoom: 8) else { return "" }
        var cited: [String] = []
        var output = String(repeating: " ", count: dates + 2) + style.dim(Self.header(scale, columns: columns)) + "\n"
        for entry in entries where !cancellation.isRequested {
            for document in entry.documents where !cited.contains(document) { cited.append(document) }
            output += row(entry, scale, dates: dates, columns: columns, marks: entry.documents.compactMap(cited.firstIndex).map { $0 + 1 })
        }
        if entries.contains(where: \.isOpen) { output += style.dim("\(Self.open) planned, expected or possible, not what happened") + "\n" }
        for (number, document) in cited.enumerated() {
            output += "  [\(number + 1)] \(SafeText.escaped(sources[document] ?? document))\n"
        }
        return output
    }

    private static func header(_ scale: TimeScale, columns: Int) -> String {
        var line = ""
        for tick in scale.ticks {
            let column = min(Int(scale.x(tick.day)), columns - tick.label.count)
            guard column >= line.count + (line.isEmpty ? 0 : 1) else { continue }
            line += String(repeating: " ", count: column - line.count) + tick.label
        }
        return line
    }

    /// Beside the bar, or below it where the terminal is narrow.
    private func row(_ entry: TimelineEntry, _ scale: TimeScale, dates: Int, columns: Int, marks: [Int]) -> String {
        let mark = marks.map { "[\($0)]" }.joined()
        let bar = Self.bar(entry, scale, columns: columns)
        let lead = style.cyan(TextLayout.padded(SafeText.escaped(entry.time), to: dates)) + "  " + (entry.isOpen ? style.yellow(bar) : style.cyan(bar))
        let isBeside = width - dates - columns - 4 >= Self.leastRoom
        let indent = isBeside ? dates + columns + 4 : 2
        let room = width - indent
        var lines = TextLayout.wrap(SafeText.escaped(entry.words), width: room - mark.count - 1)
        lines[0] = TextLayout.padded(lines[0], to: room - mark.count) + style.dim(mark)
        let gap = String(repeating: " ", count: columns - DisplayWidth.columns(of: bar) + 2)
        let blanks = String(repeating: " ", count: indent)
        return lead + (isBeside ? gap : "\n" + blanks) + lines.joined(separator: "\n" + blanks) + "\n"
    }

    private static let leastRoom = 32

    /// An open side reaches to the end of the scale; of an unknown one there is an arrow alone.
    private static func bar(_ entry: TimelineEntry, _ scale: TimeScale, columns: Int) -> String {
        let known = (entry.start.day.map { min(columns - 1, Int(scale.x($0))) }, entry.end.day.map { min(columns, Int(scale.x($0).rounded(.up))) })
        let first = known.0 ?? (entry.start == .open ? 0 : max(0, (known.1 ?? 1) - 2))
        let last = max(first + 1, known.1 ?? (entry.end == .open ? columns : min(columns, first + 2)))
        var marks = Array(repeating: entry.isOpen ? open : full, count: last - first)
        if entry.start.day == nil { marks[0] = before }
        if entry.end.day == nil { marks[marks.count - 1] = after }
        return String(repeating: " ", count: first) + marks.joined()
    }
}
