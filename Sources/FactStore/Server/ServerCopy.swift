import Facts
import Foundation
import GRDB

/// Copies a store file to a server and back, table by table, in PostgreSQL's binary format of `copy`.
struct ServerCopy {
    private let link: ServerLink

    init(_ link: ServerLink) { self.link = link }

    private static let signature = Array("PGCOPY\n".utf8) + [0xff, 0x0d, 0x0a, 0x00] + [UInt8](repeating: 0, count: 8)
    private static let pieceSize = 1 << 20

    // MARK: To the server

    /// Fills the empty schema that the connection stands in with what a file has.
    func upload(_ path: String) throws {
        let file = ReadConnection(try FileStatements(path: path))
        for table in ServerSchema.tables {
            try fill(table) { add in
                try file.forEach("select \(table.columnList) from \(table.name)") { row in
                    add(table.columns.indices.map { Self.value(row, Int32($0), table.columns[$0].kind) })
                }
            }
        }
        try uploadIndex(of: file)
        for table in ServerSchema.tables { for constraint in table.constraints { try link.run(constraint) } }
        for index in ServerSchema.indexes { try link.run(index) }
        try link.run("analyze")
    }

    private func uploadIndex(of file: ReadConnection) throws {
        try file.forEach("create virtual table temp.instance using fts5vocab(main, passage, instance)") { _ in }
        try fill(ServerSchema.terms) { add in
            // They come by term and sentence, one for each time.
            var last: (term: String, sentence: Int64, times: Int64)?
            func end() {
                if let last { add([Array(last.term.utf8), [UInt8](network: last.sentence), [UInt8](network: last.times)]) }
            }
            try file.forEach("select term, doc from temp.instance") { row in
                let (term, sentence): (String, Int64) = (row[0], row[1])
                if let known = last, known.sentence == sentence, known.term == term {
                    last?.times += 1
                } else {
                    end()
                    last = (term, sentence, 1)
                }
            }
            end()
        }
        let (terms, sizes, whole) = (ServerSchema.terms, ServerSchema.sizes, ServerSchema.whole)
        try link.run(sizes.definition)
        try link.run("""
            insert into \(sizes.name) select s.id, coalesce(sum(t.times), 0) from sentence s left join \(terms.name) t on t.sentence = s.id group by s.id
            """)
        try link.run(whole.definition)
        try link.run("insert into \(whole.name) select greatest(count(*), 1), coalesce(sum(words), 0) from \(sizes.name)")
        for constraint in terms.constraints + sizes.constraints { try link.run(constraint) }
    }

    private func fill(_ table: ServerSchema.Table, _ rows: (_ add: ([[UInt8]?]) -> Void) throws -> Void) throws {
        try link.run(table.definition)
        try link.run(.copyIn, Array("copy \(table.name)(\(table.columnList)) from stdin with (format binary, freeze)".utf8))
        var piece = Self.signature
        var failure: (any Error)?
        func flush() {
            do { try link.send(.data, piece) } catch { failure = failure ?? error }
            piece.removeAll(keepingCapacity: true)
        }
        try rows { values in
            piece.append(network: Int16(values.count))
            for value in values {
                piece.append(network: Int32(value?.count ?? -1))
                if let value { piece += value }
            }
            if piece.count >= Self.pieceSize { flush() }
        }
        piece.append(network: Int16(-1))
        flush()
        if let failure { throw failure }
        try link.run(.finish, [])
    }

    private static func value(_ row: ResultRow, _ column: Int32, _ kind: ServerSchema.Kind) -> [UInt8]? {
        switch kind {
        case .integer: (row[column] as Int64?).map { [UInt8](network: $0) }
        case .real: (row[column] as Double?).map { [UInt8](network: $0.bitPattern) }
        case .text: (row[column] as String?).map(text)
        case .bytes: row[column] as [UInt8]
        }
    }

    /// A server's texts have no NUL: the sign for an unknown character takes its place, so that spans stay true.
    private static func text(_ text: String) -> [UInt8] {
        let bytes = Array(text.utf8)
        return bytes.contains(0) ? bytes.flatMap { $0 == 0 ? Array("\u{FFFD}".utf8) : [$0] } : bytes
    }

    // MARK: To a file

    /// Fills a draft with what the schema has that the connection stands in.
    func download(into db: Database) throws {
        for table in ServerSchema.tables {
            try db.execute(sql: "delete from \(table.name)")
            let marks = Array(repeating: "?", count: table.columns.count).joined(separator: ", ")
            let insert = try db.makeStatement(sql: "insert into \(table.name)(\(table.columnList)) values(\(marks))")
            var rows = CopiedRows(kinds: table.columns.map(\.kind))
            try link.ask(.copyOut, Array("copy \(table.name)(\(table.columnList)) to stdout with (format binary)".utf8)) { piece in
                try rows.add(piece) { values in try insert.execute(arguments: StatementArguments(values)) }
            }
        }
        try db.execute(sql: "insert into passage(passage) values('rebuild')")
    }

    static let signatureLength = signature.count
}

/// Rows out of the pieces of a copy.
private struct CopiedRows {
    let kinds: [ServerSchema.Kind]
    private var bytes: [UInt8] = []
    private var next = 0
    private var isBegun = false

    init(kinds: [ServerSchema.Kind]) { self.kinds = kinds }

    mutating func add(_ piece: [UInt8], _ body: ([DatabaseValue]) throws -> Void) throws {
        bytes = Array(bytes[next...]) + piece
        next = 0
        if !isBegun {
            guard bytes.count >= ServerCopy.signatureLength else { return }
            next = ServerCopy.signatureLength
            isBegun = true
        }
        while let row = row() { try body(row) }
    }

    /// Nil where the row is not all there, and at the end.
    private mutating func row() -> [DatabaseValue]? {
        let start = next
        guard let count: Int16 = number(), count >= 0 else {
            next = start
            return nil
        }
        var values: [DatabaseValue] = []
        for kind in kinds {
            guard let length: Int32 = number(), length < 0 || next + Int(length) <= bytes.count else {
                next = start
                return nil
            }
            values.append(length < 0 ? .null : Self.value(bytes[next..<next + Int(length)], kind))
            next += max(0, Int(length))
        }
        return values
    }

    private static func value(_ bytes: ArraySlice<UInt8>, _ kind: ServerSchema.Kind) -> DatabaseValue {
        let number = bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        switch kind {
        case .integer: return Int64(bitPattern: number).databaseValue
        case .real: return Double(bitPattern: number).databaseValue
        case .text: return String(decoding: bytes, as: UTF8.self).databaseValue
        case .bytes: return Data(bytes).databaseValue
        }
    }

    private mutating func number<Number: FixedWidthInteger>() -> Number? {
        let size = MemoryLayout<Number>.size
        guard next + size <= bytes.count else { return nil }
        defer { next += size }
        return bytes.withUnsafeBytes { Number(bigEndian: $0.loadUnaligned(fromByteOffset: next, as: Number.self)) }
    }
}
