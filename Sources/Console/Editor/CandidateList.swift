import Presentation

/// Completions in columns, with what they are beside them.
struct CandidateList {
    private let candidates: [(text: String, note: String)]
    private static let most = 60

    init(_ candidates: [(text: String, note: String)]) { self.candidates = candidates }

    func lines(width: Int, colours: Bool) -> [String] {
        let style = Style(colours: colours)
        let shown = candidates.prefix(Self.most)
        let cells = shown.map { candidate in
            (text: SafeText.escaped(candidate.text), note: candidate.note.isEmpty ? "" : " " + SafeText.escaped(candidate.note))
        }
        let cell = (cells.map { DisplayWidth.columns(of: $0.text + $0.note) }.max() ?? 0) + 2
        let perRow = max(1, width / cell)
        var lines: [String] = []
        for start in stride(from: 0, to: cells.count, by: perRow) {
            let row = cells[start..<min(start + perRow, cells.count)]
            lines.append(row.map { item in
                let gap = String(repeating: " ", count: cell - DisplayWidth.columns(of: item.text + item.note))
                return item.text + style.dim(item.note) + gap
            }.joined())
        }
        if candidates.count > Self.most { lines.append("… \(candidates.count - Self.most) more") }
        return lines
    }
}
