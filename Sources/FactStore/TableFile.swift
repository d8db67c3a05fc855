/// A tab-separated file with a header row, read line by line.
///
/// Fields are UTF-8 without quoting; blanks around them don't count. Lines end in LF or CRLF; empty lines are skipped. A row may leave out
/// columns at its end.
struct TableFile {
    /// What the header says the rows are.
    enum Kind: Hashable { case facts, types, names, lexicon }

    enum Column: String, CaseIterable {
        case subject, relation, object, unit, time, place, source, destination, recipient, modality, article, quote
        case entity, type, name, word, part, note
        case mapsTo = "maps_to"

        fileprivate var number: Int { Column.allCases.firstIndex(of: self) ?? 0 }
    }

    let name: String
    let kind: Kind
    /// By the number of the column; -1 for one that the file hasn't.
    private let positions: [Int]
    private let width: Int
    private let bytes: [UInt8]
    private let bodyStart: Int

    /// Columns by kind: those that must be there, and those that may.
    private static let layouts: [(kind: Kind, required: [Column], optional: [Column])] = [
        (.facts, [.subject, .relation],
         [.object, .unit, .time, .place, .source, .destination, .recipient, .modality, .article, .quote]),
        (.types, [.entity, .type], []),
        (.names, [.entity, .name], []),
        (.lexicon, [.word, .part, .mapsTo], [.note]),
    ]

    /// - Throws: `StoreError.badInput` for a header that is none of the four, naming the columns that are known.
    init(name: String, bytes: [UInt8]) throws(StoreError) {
        self.name = name
        self.bytes = bytes
        var start = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
        guard let header = TableFile.nextLine(bytes, &start) else {
            throw .badInput("\(name): empty file; a table starts with its header row, e.g. subject, relation, object")
        }
        bodyStart = start
        let titles = try TableFile.fields(header, of: bytes, file: name, line: 1).map { $0.lowercased() }
        width = titles.count
        var columns: [String: Int] = [:]
        for (index, title) in titles.enumerated() {
            guard columns.updateValue(index, forKey: title) == nil else { throw .badInput("\(name):1: column “\(title)” stands twice") }
        }
        positions = Column.allCases.map { columns[$0.rawValue] ?? -1 }
        guard let layout = TableFile.layouts.first(where: { $0.required.allSatisfy { columns[$0.rawValue] != nil } }) else {
            throw .badInput("""
                \(name):1: no table of facts (subject, relation, object, …), types (entity, type), names (entity, name) or lexicon \
                (word, part, maps_to, note): its columns are \(titles.prefix(12).joined(separator: ", "))
                """)
        }
        let known = (layout.required + layout.optional).map(\.rawValue)
        if let unknown = titles.first(where: { !known.contains($0) }) {
            throw .badInput("\(name):1: unknown column “\(unknown)”; known are \(known.joined(separator: ", "))")
        }
        kind = layout.kind
    }

    /// A row; fields that it leaves out are empty.
    struct Row {
        let line: Int
        /// How many bytes of the file are read with it.
        let end: Int
        fileprivate let fields: [String]
        fileprivate let positions: [Int]

        subscript(column: Column) -> String {
            let index = positions[column.number]
            return fields.indices.contains(index) ? fields[index] : ""
        }
    }

    /// - Throws: `StoreError.badInput` with the line for a row with too many fields or bad UTF-8; whatever `body` throws.
    func forEachRow(_ body: (Row) throws -> Void) throws {
        var start = bodyStart
        var line = 1
        while let range = TableFile.nextLine(bytes, &start) {
            line += 1
            if range.isEmpty { continue }
            let fields = try TableFile.fields(range, of: bytes, file: name, line: line)
            guard fields.count <= width else {
                throw StoreError.badInput("""
                    \(name):\(line): \(fields.count) fields where the header has \(width) columns; are there stray tabs?
                    """)
            }
            try body(Row(line: line, end: start, fields: fields, positions: positions))
        }
    }

    var size: Int { bytes.count }

    private static func nextLine(_ bytes: [UInt8], _ start: inout Int) -> Range<Int>? {
        guard start < bytes.count else { return nil }
        let first = start
        var end = first
        while end < bytes.count, bytes[end] != 0x0a { end += 1 }
        start = end + 1
        if end > first, bytes[end - 1] == 0x0d { end -= 1 }
        return first..<end
    }

    private static func fields(_ line: Range<Int>, of bytes: [UInt8], file: String, line number: Int) throws(StoreError) -> [String] {
        var fields: [String] = []
        var start = line.lowerBound
        for index in line.lowerBound...line.upperBound where index == line.upperBound || bytes[index] == 0x09 {
            let field = trimmed(bytes[start..<index])
            guard let text = String(validating: field, as: UTF8.self), !field.contains(0) else {
                throw .badInput("\(file):\(number): not UTF-8 text; convert the file, e.g. with `iconv -f WINDOWS-1252 -t UTF-8`")
            }
            fields.append(text)
            start = index + 1
        }
        return fields
    }

    private static func trimmed(_ field: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var field = field
        while field.first == 0x20 { field.removeFirst() }
        while field.last == 0x20 { field.removeLast() }
        return field
    }
}
