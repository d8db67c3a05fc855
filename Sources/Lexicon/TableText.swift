/// Lines of a small tab-separated table, without empty lines and `#` comments.
///
/// Works on bytes, field by field: Swift's own splitting took longer than everything else of a cold start.
struct TableText {
    /// Line numbers count from 1.
    let rows: [(line: Int, fields: [String])]

    init(_ text: String) {
        var text = text
        self = text.withUTF8 { TableText($0) }
    }

    /// The table that a resource holds, taken apart where it lies.
    init(_ file: ResourceFile) { self.init(file, in: 0..<file.bytes.count) }

    /// The same of a stretch of it.
    init(_ file: ResourceFile, in range: Range<Int>) {
        self = withExtendedLifetime(file) {
            UnsafeRawBufferPointer(rebasing: file.bytes[range]).withMemoryRebound(to: UInt8.self) { TableText($0) }
        }
    }

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        var rows: [(line: Int, fields: [String])] = []
        var number = 0
        Self.forEachPart(of: bytes, at: UInt8(ascii: "\n")) { line in
            number += 1
            guard let first = line.first, first != UInt8(ascii: "#") else { return }
            var fields: [String] = []
            fields.reserveCapacity(5)
            Self.forEachPart(of: line, at: UInt8(ascii: "\t")) { fields.append(String(decoding: $0, as: UTF8.self)) }
            rows.append((number, fields))
        }
        self.rows = rows
    }

    /// The parts of a field between separators, empty ones left out.
    static func list(_ field: String, at separator: Unicode.Scalar) -> [String] {
        guard !field.isEmpty else { return [] }
        var field = field
        var parts: [String] = []
        field.withUTF8 { bytes in
            forEachPart(of: bytes, at: UInt8(ascii: separator)) { if !$0.isEmpty { parts.append(String(decoding: $0, as: UTF8.self)) } }
        }
        return parts
    }

    private static func forEachPart(of bytes: UnsafeBufferPointer<UInt8>, at separator: UInt8, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        var start = 0
        for index in 0..<bytes.count where bytes[index] == separator {
            body(UnsafeBufferPointer(rebasing: bytes[start..<index]))
            start = index + 1
        }
        body(UnsafeBufferPointer(rebasing: bytes[start..<bytes.count]))
    }
}
