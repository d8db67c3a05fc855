/// Comma-separated values, RFC 4180, with lines that end in LF.
public enum CSV {
    /// One line with its end.
    /// - Parameter raw: whether control characters stay as they are; else they are shown as everywhere, and a row is one line.
    public static func row(_ cells: [String], raw: Bool = false) -> String {
        cells.map { cell($0, raw: raw) }.joined(separator: ",") + "\n"
    }

    private static func cell(_ text: String, raw: Bool) -> String {
        let safe = raw ? text : SafeText.escaped(text)
        guard safe.unicodeScalars.contains(where: { $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r" }) else { return safe }
        return "\"" + safe.escaping { $0 == "\"" ? "\"\"" : nil } + "\""
    }
}
