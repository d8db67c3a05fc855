import Answering
import Facts

/// Responses in any format. Of the formats with rows only the first response writes the header.
public struct ResponseRenderer: Sendable {
    public let format: OutputFormat
    public let text: TextRenderer

    public init(format: OutputFormat, text: TextRenderer) {
        self.format = format
        self.text = text
    }

    public func render(_ response: Response, milliseconds: Double?, withHeader: Bool = true) -> String {
        switch format {
        case .text: return text.render(response)
        case .json, .jsonl: return JSONValue(response, milliseconds: milliseconds).encoded + "\n"
        case .table, .list, .markdown:
            guard response.status == .answered else { return text.render(response) }
            return Self.grid(of: response, withQuestion: false).rendered(as: format, width: text.width)
        case .csv, .tsv:
            let rendered = Self.grid(of: response, withQuestion: true).rendered(as: format, width: text.width)
            guard !withHeader else { return rendered }
            return rendered.firstIndex(of: "\n").map { String(rendered[rendered.index(after: $0)...]) } ?? ""
        }
    }

    /// One row an answer; a question without one keeps a row, so that a spreadsheet shows that it was asked.
    static func grid(of response: Response, withQuestion: Bool) -> Grid {
        let head = withQuestion ? ["question", "status"] : []
        let lead = withQuestion ? [response.question, response.status.rawValue] : []
        let columns = head + ["answer", "time", "modality", "attribution", "source", "quote"]
        let rows = response.answers.map { answer -> [String] in
            let citation = answer.evidence.first
            let cells = [
                answer.text, answer.time.flatMap(PlainWords.time) ?? "", answer.modality.rawValue, answer.attribution?.source ?? "",
                citation.map(PlainWords.source) ?? "", citation?.quote ?? "",
            ]
            return lead + cells
        }
        let empty = lead + ["", "", "", "", "", response.message ?? ""]
        return Grid(columns: columns, rows: rows.isEmpty && withQuestion ? [empty] : rows)
    }
}
