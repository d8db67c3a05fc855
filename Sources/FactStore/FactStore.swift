import CSQLiteDefence
import Facts
import Foundation
import GRDB

/// A store opened for questions: documents, sentences, entities and facts of one SQLite file, or of a schema on a PostgreSQL server.
///
/// Opening takes the same time for a store of any size. A store is never changed in place (a build writes a new one and puts it in the place
/// of the old), so an open store keeps answering from the state it was opened on. Every list comes in the order of
/// the text: by document name, then by place in the document; imported rows by their content. Row numbers never show.
///
/// The lookups throw `StoreError`. They may be called from any thread; each takes microseconds plus the rows it returns.
public final class FactStore: Sendable {
    /// The format of the files that this version reads and writes.
    public static let formatVersion = Schema.formatVersion

    /// Of the file, or the address on a server (`ServerAddress`).
    public let path: String
    /// Whether a person's corrections are applied.
    public let isCorrected: Bool
    private let connection: ReadConnection
    /// The only documents that are spoken of; nil for all.
    let scope: Set<String>?
    /// Asked by what works on the store's rows; its own reads ask by themselves.
    public let cancellation: Cancellation

    /// - Throws: `StoreError.missing`, `.notAStore`, `.otherVersion`, `.unreadable`, `.damaged`, `.server`.
    public init(path: String) throws(StoreError) {
        self.path = path
        connection = try Self.connection(to: path)
        scope = nil
        cancellation = .never
        isCorrected = false
    }

    /// The store at `path` as its corrected copy has it, which must be there.
    ///
    /// - Throws: as ``init(path:)``.
    public init(correctedAt path: String) throws(StoreError) {
        self.path = path
        connection = try StoreFile.connection(to: CorrectedFile.path(of: path))
        scope = nil
        cancellation = .never
        isCorrected = true
    }

    private init(_ other: FactStore, scope: Set<String>?, cancellation: Cancellation) {
        path = other.path
        connection = other.connection
        isCorrected = other.isCorrected
        self.scope = scope
        self.cancellation = cancellation
    }

    private static func connection(to path: String) throws(StoreError) -> ReadConnection {
        guard let address = ServerAddress(path) else { return try StoreFile.connection(to: path) }
        try address.check()
        do {
            return ReadConnection(try ServerStatements(address))
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// The same store as if it held these documents only: their facts, sentences and mentions.
    public func restricted(to documents: [String]) -> FactStore { FactStore(self, scope: Set(documents), cancellation: cancellation) }

    /// The same store, whose reads stop with `StoreError.cancelled` once they are no longer wanted; so do those of other values that share
    /// its connection.
    public func cancelled(by cancellation: Cancellation) -> FactStore {
        connection.exclusively { connection.stop(when: cancellation) }
        return FactStore(self, scope: scope, cancellation: cancellation)
    }

    /// Runs a read on the store's connection.
    func read<T>(_ body: (ReadConnection) throws -> T) throws(StoreError) -> T {
        do {
            return try connection.exclusively { try body(connection) }
        } catch {
            throw StoreError(error, path: path)
        }
    }
}

/// Opening of SQLite files with the settings that every store gets.
enum StoreFile {
    /// For questions.
    static func connection(to path: String) throws(StoreError) -> ReadConnection {
        try checkHeader(path: path)
        do {
            let connection = ReadConnection(try FileStatements(path: path))
            if let problem = Schema.problem(in: try connection.rows(Schema.definitions) { ($0[0], $0[1], $0[2]) }) {
                throw StoreError.damaged(path: path, reason: problem)
            }
            return connection
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// For a look at everything, with GRDB's tools.
    static func inspect<T>(_ path: String, _ body: (Database) throws -> T) throws(StoreError) -> T {
        try checkHeader(path: path)
        var configuration = defensive()
        configuration.readonly = true
        do {
            return try DatabaseQueue(path: path, configuration: configuration).unsafeRead(body)
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// Pages with sizes out of bounds are found, too.
    static let defences = "pragma cell_size_check = on;"

    /// More than the text of any article, in bytes; a value that a crafted file has SQLite make is an error beyond it.
    private static let longestValue: Int32 = 1 << 28

    /// Switches off what a crafted file could abuse.
    ///
    /// - Throws: `DatabaseError`.
    static func defend(_ connection: OpaquePointer) throws {
        let code = defend_sqlite(UnsafeMutableRawPointer(connection), longestValue)
        guard code == 0 else { throw DatabaseError(resultCode: ResultCode(rawValue: code), message: "SQLite refuses its defensive settings") }
    }

    static func defensive() -> Configuration {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        configuration.prepareDatabase { db in
            if let connection = db.sqliteConnection { try defend(connection) }
            try db.execute(sql: "\(defences) pragma mmap_size = 268435456;")
        }
        return configuration
    }

    /// Reads application id and format version from the first page, before SQLite sees the file.
    static func checkHeader(path: String) throws(StoreError) {
        let header = try firstBytes(100, of: path)
        guard header.count == 100, header.starts(with: Array("SQLite format 3\0".utf8)),
              bigEndian(header[68..<72]) == Schema.applicationID else { throw .notAStore(path: path) }
        let version = bigEndian(header[60..<64])
        guard version == Schema.formatVersion else {
            throw .otherVersion(path: path, found: version, expected: Schema.formatVersion)
        }
    }

    private static func firstBytes(_ count: Int, of path: String) throws(StoreError) -> [UInt8] {
        var status = stat()
        guard stat(path, &status) == 0 else {
            if errno == ENOENT || errno == ENOTDIR { throw .missing(path: path) }
            throw .unreadable(path: path, reason: lastErrorText())
        }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .notAStore(path: path) }
        let descriptor = open(path, O_RDONLY)
        guard descriptor >= 0 else { throw .unreadable(path: path, reason: lastErrorText()) }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: count)
        let got = bytes.withUnsafeMutableBytes { Foundation.read(descriptor, $0.baseAddress, count) }
        guard got >= 0 else { throw .unreadable(path: path, reason: lastErrorText()) }
        return Array(bytes.prefix(got))
    }

    private static func bigEndian(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }

    static func lastErrorText() -> String { String(cString: strerror(errno)) }
}

extension StoreError {
    /// PostgreSQL's state of a statement that was stopped as it was asked to be.
    private static let cancelledStatement = "57014"

    /// What an error of SQLite means for the person who gave `path`.
    init(_ error: any Error, path: String) {
        if let error = error as? StoreError {
            self = error
            return
        }
        if let error = error as? ServerError {
            self = error.state == Self.cancelledStatement ? .cancelled : .server(path: path, reason: error.message)
            return
        }
        guard let error = error as? DatabaseError else {
            self = .unreadable(path: path, reason: "\(error)")
            return
        }
        let reason = error.message ?? "\(error.resultCode)"
        self = switch error.resultCode {
        case .SQLITE_NOTADB: .notAStore(path: path)
        case .SQLITE_CORRUPT, .SQLITE_ERROR, .SQLITE_MISMATCH, .SQLITE_CONSTRAINT, .SQLITE_TOOBIG: .damaged(path: path, reason: reason)
        case .SQLITE_FULL: .full(path: path)
        case .SQLITE_BUSY, .SQLITE_LOCKED: .busy(path: path)
        case .SQLITE_INTERRUPT: .cancelled
        case .SQLITE_READONLY: .unwritable(path: path, reason: reason)
        default: .unreadable(path: path, reason: reason)
        }
    }
}
