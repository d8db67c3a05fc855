import GRDBSQLite

/// Words as the search index has them: small letters, no accents, no endings. SQLite's own tokeniser takes them apart, so that a store on a server
/// finds what a file finds.
struct PassageTerms {
    private final class Index {
        var handle: OpaquePointer?
        deinit { sqlite3_close_v2(handle) }
    }

    private var index: Index?
    private var known: [String: [String]] = [:]

    /// - Throws: `ServerError` where SQLite cannot do it.
    mutating func terms(of words: [String]) throws -> [String] {
        try words.flatMap { word in
            if let terms = known[word] { return terms }
            let terms = try read(word)
            known[word] = terms
            return terms
        }
    }

    private mutating func read(_ word: String) throws -> [String] {
        let handle = try open()
        var terms: [String] = []
        var statement: OpaquePointer?
        defer { sqlite3_finalize(statement) }
        try run("delete from passage", handle)
        guard sqlite3_prepare_v2(handle, "insert into passage(text) values(?)", -1, &statement, nil) == SQLITE_OK, let insert = statement else { throw failure(handle) }
        word.enter(into: insert, at: 1)
        guard sqlite3_step(insert) == SQLITE_DONE else { throw failure(handle) }
        sqlite3_finalize(statement)
        statement = nil
        guard sqlite3_prepare_v2(handle, "select term from term order by offset", -1, &statement, nil) == SQLITE_OK, let select = statement else { throw failure(handle) }
        while sqlite3_step(select) == SQLITE_ROW { terms.append(ResultRow(statement: select)[0]) }
        return terms
    }

    private mutating func open() throws -> OpaquePointer {
        if let handle = index?.handle { return handle }
        let index = Index()
        guard sqlite3_open_v2(":memory:", &index.handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nil) == SQLITE_OK, let handle = index.handle else {
            throw failure(index.handle)
        }
        try run("create virtual table passage using fts5(text, \(Schema.tokeniser)); create virtual table term using fts5vocab(passage, instance)", handle)
        self.index = index
        return handle
    }

    private func run(_ sql: String, _ handle: OpaquePointer) throws {
        guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw failure(handle) }
    }

    private func failure(_ handle: OpaquePointer?) -> ServerError {
        .broken("words of a search cannot be taken apart: \(handle.map { String(cString: sqlite3_errmsg($0)) } ?? "no memory")")
    }
}
