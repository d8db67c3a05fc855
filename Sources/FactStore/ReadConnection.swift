import Foundation
import GRDB
import GRDBSQLite

/// A store file opened for questions, through SQLite's own interface.
///
/// Building a store goes through GRDB. Asking doesn't: opening a file, compiling a statement and reading a column cost three to ten times
/// less this way, and a cold question is made of little else. Statements are compiled once and kept; they read constants of the program,
/// so there are few. One thread at a time uses the connection, whichever it is.
final class ReadConnection: @unchecked Sendable {
    private let handle: OpaquePointer
    private var statements: [String: OpaquePointer] = [:]
    private let lock = NSLock()
    let names = StoredNames()
    private var cancellation = Cancellation.never

    /// - Throws: `DatabaseError`.
    init(path: String) throws {
        var handle: OpaquePointer?
        let code = sqlite3_open_v2(path, &handle, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, nil)
        guard code == SQLITE_OK, let handle else {
            defer { sqlite3_close_v2(handle) }
            throw Self.error(code, handle)
        }
        self.handle = handle
        try StoreFile.defend(handle)
        // Reading is one transaction from beginning to end: the file never changes, so no statement need lock it and look for a change. The
        // first statement reads the schema: what is no database shows here.
        for sql in [StoreFile.defences, "begin; select 1 from sqlite_schema limit 1"] {
            let code = sqlite3_exec(handle, sql, nil, nil, nil)
            guard code == SQLITE_OK else { throw Self.error(code, handle) }
        }
    }

    deinit {
        for statement in statements.values { sqlite3_finalize(statement) }
        sqlite3_close_v2(handle)
    }

    /// Steps of SQLite's machine between two looks at the cancellation: some tenths of a millisecond.
    private static let stepsBetweenLooks: Int32 = 20_000

    /// Statements end with `SQLITE_INTERRUPT` once this is requested.
    func stop(when cancellation: Cancellation) {
        self.cancellation = cancellation
        sqlite3_progress_handler(handle, Self.stepsBetweenLooks, { connection in
            Unmanaged<ReadConnection>.fromOpaque(connection!).takeUnretainedValue().cancellation.isRequested ? 1 : 0
        }, Unmanaged.passUnretained(self).toOpaque())
    }

    /// Lets one thread in at a time; everything below is for use inside `body`.
    func exclusively<Value>(_ body: () throws -> Value) rethrows -> Value {
        lock.lock()
        defer { lock.unlock() }
        return try body()
    }

    /// What `read` makes of each row.
    /// - Throws: `DatabaseError`, and what `read` throws.
    func rows<Value>(_ sql: String, _ parameters: [any Parameter] = [], _ read: (ResultRow) throws -> Value) throws -> [Value] {
        var values: [Value] = []
        try forEach(sql, parameters) { values.append(try read($0)) }
        return values
    }

    /// What `read` makes of the first row; nil where there is none.
    func first<Value>(_ sql: String, _ parameters: [any Parameter] = [], _ read: (ResultRow) throws -> Value) throws -> Value? {
        var value: Value?
        try forEach(sql, parameters) { if value == nil { value = try read($0) } }
        return value
    }

    /// Other statements may run inside `body`, the same one may not.
    func forEach(_ sql: String, _ parameters: [any Parameter] = [], _ body: (ResultRow) throws -> Void) throws {
        try visit(sql, parameters) { row in
            try body(row)
            return true
        }
    }

    /// The same, until `body` returns false.
    func visit(_ sql: String, _ parameters: [any Parameter] = [], _ body: (ResultRow) throws -> Bool) throws {
        let statement = try statement(sql)
        defer {
            sqlite3_reset(statement)
            sqlite3_clear_bindings(statement)
        }
        for (index, parameter) in parameters.enumerated() { parameter.bind(to: statement, at: Int32(index + 1)) }
        while true {
            switch sqlite3_step(statement) {
            case SQLITE_ROW: if try !body(ResultRow(statement: statement)) { return }
            case SQLITE_DONE: return
            case let code: throw Self.error(code, handle)
            }
        }
    }

    private func statement(_ sql: String) throws -> OpaquePointer {
        if let known = statements[sql] { return known }
        var statement: OpaquePointer?
        let code = sqlite3_prepare_v3(handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
        guard code == SQLITE_OK, let statement else { throw Self.error(code, handle) }
        statements[sql] = statement
        return statement
    }

    private static func error(_ code: Int32, _ handle: OpaquePointer?) -> DatabaseError {
        DatabaseError(resultCode: ResultCode(rawValue: code), message: handle.map { String(cString: sqlite3_errmsg($0)) })
    }
}

/// A value that can stand for a `?` of a statement.
protocol Parameter {
    func bind(to statement: OpaquePointer, at index: Int32)
}

extension Int: Parameter {
    func bind(to statement: OpaquePointer, at index: Int32) { sqlite3_bind_int64(statement, index, Int64(self)) }
}

extension Int64: Parameter {
    func bind(to statement: OpaquePointer, at index: Int32) { sqlite3_bind_int64(statement, index, self) }
}

extension Double: Parameter {
    func bind(to statement: OpaquePointer, at index: Int32) { sqlite3_bind_double(statement, index, self) }
}

extension String: Parameter {
    func bind(to statement: OpaquePointer, at index: Int32) {
        // SQLite copies the text before the call returns (SQLITE_TRANSIENT).
        sqlite3_bind_text(statement, index, self, -1, unsafeBitCast(-1, to: sqlite3_destructor_type.self))
    }
}
