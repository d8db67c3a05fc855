/// Lines of a small tab-separated table, without empty lines and `#` comments.
///
/// Works on bytes: splitting by characters would take longer than everything else of a cold start.
struct TableText {
    /// Line numbers count from 1.
    let rows: [(line: Int, fields: [String])]

    init(_ text: String) {
        var rows: [(line: Int, fields: [String])] = []
        for (number, line) in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
            guard let first = line.first, first != UInt8(ascii: "#") else { continue }
            rows.append((number + 1, Self.parts(line, at: UInt8(ascii: "\t"), keepingEmpty: true)))
        }
        self.rows = rows
    }

    /// The parts of a field between separators, empty ones left out.
    static func list(_ field: String, at separator: Unicode.Scalar) -> [String] {
        parts(field.utf8[...], at: UInt8(ascii: separator), keepingEmpty: false)
    }

    private static func parts(_ text: Substring.UTF8View, at separator: UInt8, keepingEmpty: Bool) -> [String] {
        text.split(separator: separator, omittingEmptySubsequences: !keepingEmpty).map { String(Substring($0)) }
    }
}
