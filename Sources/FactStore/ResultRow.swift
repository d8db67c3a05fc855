import GRDBSQLite

/// The row that a statement stands on: its columns by number, as the type that the caller wants. Valid until the next step.
///
/// The tables are strict, so a column has its declared type; a null that is read as a value that cannot be null is 0 or empty. Numbers that no
/// store has, which only a crafted file can hold, are cut down to what can be reckoned with.
struct ResultRow {
    private enum Source {
        case file(OpaquePointer)
        case server(ServerRow)
    }

    private let source: Source
    private static let bounds = Int64(-1) << 40...Int64(1) << 40

    init(statement: OpaquePointer) { source = .file(statement) }

    init(_ row: ServerRow) { source = .server(row) }

    subscript(_ column: Int32) -> Int {
        Int(min(max(self[column] as Int64, ResultRow.bounds.lowerBound), ResultRow.bounds.upperBound))
    }
    subscript(_ column: Int32) -> Int64 {
        switch source {
        case .file(let statement): sqlite3_column_int64(statement, column)
        case .server(let row): row.integer(column)
        }
    }
    subscript(_ column: Int32) -> Int32 { Int32(min(max(self[column] as Int, -1 << 30), 1 << 30)) }
    subscript(_ column: Int32) -> Bool { self[column] as Int64 != 0 }
    subscript(_ column: Int32) -> Double {
        switch source {
        case .file(let statement): sqlite3_column_double(statement, column)
        case .server(let row): row.double(column)
        }
    }

    subscript(_ column: Int32) -> String {
        switch source {
        case .file(let statement):
            guard let text = sqlite3_column_text(statement, column) else { return "" }
            return String(decoding: UnsafeBufferPointer(start: text, count: Int(sqlite3_column_bytes(statement, column))), as: UTF8.self)
        case .server(let row): return row.text(column)
        }
    }

    subscript(_ column: Int32) -> [UInt8] {
        switch source {
        case .file(let statement):
            guard let bytes = sqlite3_column_blob(statement, column) else { return [] }
            return Array(UnsafeRawBufferPointer(start: bytes, count: Int(sqlite3_column_bytes(statement, column))))
        case .server(let row): return Array(row.data(column))
        }
    }

    /// Bits, the first the lowest of the first byte.
    subscript(_ column: Int32) -> [UInt64] {
        let bytes: [UInt8] = self[column]
        var words = [UInt64](repeating: 0, count: (bytes.count + 7) / 8)
        for (index, byte) in bytes.enumerated() { words[index / 8] |= UInt64(byte) << UInt64(index % 8 * 8) }
        return words
    }

    subscript(_ column: Int32) -> Int? { isNull(column) ? nil : self[column] as Int }
    subscript(_ column: Int32) -> Int64? { isNull(column) ? nil : self[column] as Int64 }
    subscript(_ column: Int32) -> Int32? { isNull(column) ? nil : self[column] as Int32 }
    subscript(_ column: Int32) -> Bool? { isNull(column) ? nil : self[column] as Bool }
    subscript(_ column: Int32) -> Double? { isNull(column) ? nil : self[column] as Double }
    subscript(_ column: Int32) -> String? { isNull(column) ? nil : self[column] as String }

    private func isNull(_ column: Int32) -> Bool {
        switch source {
        case .file(let statement): sqlite3_column_type(statement, column) == SQLITE_NULL
        case .server(let row): row.isNull(column)
        }
    }
}
