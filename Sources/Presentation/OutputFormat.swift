/// How answers and listings are written out.
public enum OutputFormat: String, CaseIterable, Sendable {
    case text, table, list, json, jsonl, csv, tsv, markdown

    /// Formats read by programs: dot-commands print nothing to standard output in them.
    public var isForMachines: Bool {
        switch self {
        case .json, .jsonl, .csv, .tsv: true
        case .text, .table, .list, .markdown: false
        }
    }
}
