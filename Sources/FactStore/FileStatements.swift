import GRDB
import GRDBSQLite

/// Statements on a store file, through SQLite's own interface.
///
/// Building a store goes through GRDB. Asking doesn't: opening a file, compiling a statement and reading a column cost three to ten times
/// less this way, and a cold question is made of little else.
final class FileStatements: Statements {
    private let handle: OpaquePointer
    private var statements: [String: OpaquePointer] = [:]
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

    func stop(when cancellation: Cancellation) {
        self.cancellation = cancellation
        sqlite3_progress_handler(handle, Self.stepsBetweenLooks, { statements in
            Unmanaged<FileStatements>.fromOpaque(statements!).takeUnretainedValue().cancellation.isRequested ? 1 : 0
        }, Unmanaged.passUnretained(self).toOpaque())
    }

    func visit(_ sql: String, _ parameters: [any Parameter], _ body: (ResultRow) throws -> Bool) throws {
        let statement = try statement(sql)
        defer {
            sqlite3_reset(statement)
            sqlite3_clear_bindings(statement)
        }
        for (index, parameter) in parameters.enumerated() { parameter.enter(into: statement, at: Int32(index + 1)) }
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

    // MARK: Search

    private static let found = "passage p join sentence s on s.id = p.rowid join document d on d.id = s.document where passage match ?"

    func ranked(_ search: PassageSearch, limit: Int) -> Statement {
        Statement(sql: "select \(StoredSentence.columns) from \(Self.found) order by p.rank, d.name, s.number limit ?",
                  parameters: [search.expression, limit])
    }

    func unranked(_ search: PassageSearch, limit: Int) -> Statement {
        Statement(sql: "select d.name, s.number from \(Self.found) limit ?", parameters: [search.expression, limit])
    }
}
