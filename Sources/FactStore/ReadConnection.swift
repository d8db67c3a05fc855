import Foundation
import GRDBSQLite

/// A store opened for questions: statements of the program's own, run where the store lies. One thread at a time uses it, whichever it is.
final class ReadConnection: @unchecked Sendable {
    private let statements: any Statements
    private let lock = NSLock()
    let names = StoredNames()

    init(_ statements: any Statements) { self.statements = statements }

    /// Statements end with an error once this is requested.
    func stop(when cancellation: Cancellation) { statements.stop(when: cancellation) }

    /// Lets one thread in at a time; everything below is for use inside `body`.
    func exclusively<Value>(_ body: () throws -> Value) rethrows -> Value {
        lock.lock()
        defer { lock.unlock() }
        return try body()
    }

    /// What `read` makes of each row.
    /// - Throws: an error of the store's engine, and what `read` throws.
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
        try statements.visit(sql, parameters, body)
    }

    /// Sentences that have all or some of the words, the best first (BM25 over stemmed words), ties in the order of the text.
    func sentences(matching search: PassageSearch, limit: Int) throws -> [StoredSentence] {
        let statement = try statements.ranked(search, limit: limit)
        return try rows(statement.sql, statement.parameters, StoredSentence.init)
    }

    /// Document and number of sentences that have some of the words, as they come.
    func places(matching search: PassageSearch, limit: Int) throws -> [(document: String, index: Int)] {
        let statement = try statements.unranked(search, limit: limit)
        return try rows(statement.sql, statement.parameters) { ($0[0], $0[1]) }
    }
}

/// What runs a store's statements: SQLite in this process, or a server. They are compiled once and kept; they read constants of the program,
/// so there are few.
///
/// Statements are written so that both understand them: numbers for days and truths, `?` for parameters, `json_each(?)` for lists, nulls
/// placed by `nulls first`, an order before every limit, an `on` for every join. What the engines do each in its own way is asked for by the other members.
protocol Statements: AnyObject {
    func visit(_ sql: String, _ parameters: [any Parameter], _ body: (ResultRow) throws -> Bool) throws
    func stop(when cancellation: Cancellation)
    /// Selects the columns of a `StoredSentence`.
    func ranked(_ search: PassageSearch, limit: Int) throws -> Statement
    /// Selects a document's name and a sentence's number.
    func unranked(_ search: PassageSearch, limit: Int) throws -> Statement
}

struct Statement {
    var sql: String
    var parameters: [any Parameter]
}

/// A value that can stand for a `?` of a statement.
protocol Parameter {
    func enter(into statement: OpaquePointer, at index: Int32)
    /// As a server takes it: the number of its type, and its bytes.
    var serverValue: (type: UInt32, bytes: [UInt8]) { get }
}

extension Int: Parameter {
    func enter(into statement: OpaquePointer, at index: Int32) { Int64(self).enter(into: statement, at: index) }
    var serverValue: (type: UInt32, bytes: [UInt8]) { Int64(self).serverValue }
}

extension Int64: Parameter {
    func enter(into statement: OpaquePointer, at index: Int32) { sqlite3_bind_int64(statement, index, self) }
    var serverValue: (type: UInt32, bytes: [UInt8]) { (ServerType.integer, [UInt8](network: self)) }
}

extension Double: Parameter {
    func enter(into statement: OpaquePointer, at index: Int32) { sqlite3_bind_double(statement, index, self) }
    var serverValue: (type: UInt32, bytes: [UInt8]) { (ServerType.double, [UInt8](network: bitPattern)) }
}

extension String: Parameter {
    func enter(into statement: OpaquePointer, at index: Int32) {
        // SQLite copies the text before the call returns (SQLITE_TRANSIENT).
        sqlite3_bind_text(statement, index, self, -1, unsafeBitCast(-1, to: sqlite3_destructor_type.self))
    }

    /// A server's texts have no NUL, so one that is looked for is not there, with or without it.
    var serverValue: (type: UInt32, bytes: [UInt8]) { (ServerType.text, utf8.filter { $0 != 0 }) }
}
