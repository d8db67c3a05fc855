import Facts
import Foundation

/// What a server, or the way to it, says is wrong.
struct ServerError: Error {
    /// Five characters, as the SQL standard and PostgreSQL's manual list them.
    var state: String
    var message: String

    /// The way to the server is broken.
    static func broken(_ message: String) -> ServerError { ServerError(state: "08006", message: message) }

    /// Whether another connection may help: this one has ended, or the server is shutting down.
    var isEndOfConnection: Bool { state.hasPrefix("08") || state.hasPrefix("57P") }
}

/// The program `dossier-postgres`, which speaks to a server through libpq; `Sources/dossier-postgres/main.c` describes the frames.
///
/// One thread at a time uses it.
final class ServerLink {
    enum Request: UInt8 {
        case connect = 0x43, run = 0x51, prepare = 0x50, execute = 0x45, copyOut = 0x4f, copyIn = 0x49, data = 0x44, finish = 0x46
    }

    private enum Reply {
        static let rows = UInt8(ascii: "R"), data = UInt8(ascii: "D"), done = UInt8(ascii: "Z"), error = UInt8(ascii: "E")
    }

    private let socket: Int32
    private let process: pid_t
    private var prepared: [String: UInt32] = [:]
    var cancellation = Cancellation.never

    /// Milliseconds between two looks at the cancellation while the server works.
    private static let wait: Int32 = 20

    /// - Throws: `ServerError`.
    init(_ address: ServerAddress) throws {
        (process, socket) = try Self.start()
        do {
            try run(.connect, Array(address.connection.utf8))
        } catch {
            end()
            throw error
        }
    }

    deinit { end() }

    private func end() {
        close(socket)
        var status: Int32 = 0
        waitpid(process, &status, 0)
    }

    // MARK: Requests

    /// Runs a statement that gives no rows.
    func run(_ statement: String) throws { try run(.run, Array(statement.utf8)) }

    /// Calls `body` with each row until it returns false. The statement is written as `Statements` says.
    func visit(_ sql: String, _ parameters: [any Parameter] = [], _ body: (ResultRow) throws -> Bool) throws {
        try ServerRow.visit(rows(sql, parameters), body)
    }

    /// All rows of a statement, as `ServerRow` takes them. They are here before the first is read, for whoever reads them may ask for others.
    func rows(_ sql: String, _ parameters: [any Parameter]) throws -> [[UInt8]] {
        let values = parameters.map(\.serverValue)
        var request = [UInt8](native: try number(of: sql, types: values.map(\.type)))
        request.append(native: UInt16(values.count))
        for value in values {
            request.append(native: Int32(value.bytes.count))
            request += value.bytes
        }
        var pieces: [[UInt8]] = []
        try ask(.execute, request) { pieces.append($0) }
        return pieces
    }

    /// Of a statement that the server has prepared.
    private func number(of sql: String, types: [UInt32]) throws -> UInt32 {
        if let known = prepared[sql] { return known }
        let number = UInt32(prepared.count)
        var request = [UInt8](native: number)
        request.append(native: UInt16(types.count))
        for type in types { request.append(native: type) }
        request += ServerDialect.translated(sql).utf8
        try run(.prepare, request)
        prepared[sql] = number
        return number
    }

    func run(_ request: Request, _ payload: [UInt8]) throws {
        try send(request, payload)
        try answer { _ in }
    }

    /// Calls `body` with each piece of rows or of a copy.
    func ask(_ request: Request, _ payload: [UInt8], _ body: ([UInt8]) throws -> Void) throws {
        try send(request, payload)
        try answer(body)
    }

    func send(_ request: Request, _ payload: [UInt8]) throws {
        var frame = [UInt8]()
        frame.reserveCapacity(payload.count + 5)
        frame.append(native: UInt32(payload.count))
        frame.append(request.rawValue)
        frame += payload
        try frame.withUnsafeBytes { bytes in
            var done = 0
            while done < bytes.count {
                let put = Foundation.send(socket, bytes.baseAddress! + done, bytes.count - done, Int32(MSG_NOSIGNAL))
                if put >= 0 { done += put } else if errno != EINTR { throw ServerError.broken("the connection has ended") }
            }
        }
    }

    // MARK: Answers

    private func answer(_ body: ([UInt8]) throws -> Void) throws {
        // An answer is read to its end whatever `body` thinks of it: the next one begins behind it.
        var failure: (any Error)?
        while true {
            let head = try read(5)
            let length = head.withUnsafeBytes { Int($0.loadUnaligned(as: UInt32.self)) }
            let payload = try read(length)
            switch head[4] {
            case Reply.rows, Reply.data:
                guard failure == nil else { continue }
                do { try body(payload) } catch { failure = error }
            case Reply.done:
                if let failure { throw failure }
                return
            case Reply.error:
                throw failure ?? ServerError(state: String(decoding: payload.prefix(5), as: UTF8.self),
                                             message: String(decoding: payload.dropFirst(5), as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " "))
            default: throw ServerError.broken("an answer of an unknown kind")
            }
        }
    }

    private func read(_ count: Int) throws -> [UInt8] {
        try [UInt8](unsafeUninitializedCapacity: count) { buffer, initialised in
            while initialised < count {
                try waitForInput()
                let got = Foundation.read(socket, buffer.baseAddress! + initialised, count - initialised)
                if got > 0 { initialised += got } else if got == 0 || errno != EINTR { throw ServerError.broken("the connection has ended") }
            }
        }
    }

    /// Asks the server to stop once nobody wants the answer; that comes all the same, as an error.
    private func waitForInput() throws {
        var isCancelled = false
        var descriptor = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
        while poll(&descriptor, 1, Self.wait) == 0 {
            if !isCancelled, cancellation.isRequested {
                kill(process, SIGUSR1)
                isCancelled = true
            }
        }
    }

    // MARK: The process

    private static let programName = "dossier-postgres"

    /// Beside this program, or where it is installed.
    private static func program() throws -> String {
        let folders = ["", "/../lib/dossier", "/../libexec/dossier"].map { "\(Program.folder ?? "")\($0)" }
        guard let found = folders.map { folder -> String in "\(folder)/\(Self.programName)" }.first(where: { access($0, X_OK) == 0 }) else {
            throw ServerError.broken("the program \(programName), which speaks to servers, is not installed (looked in \(folders.joined(separator: ", ")))")
        }
        return found
    }

    private static func start() throws -> (pid_t, Int32) {
        let program = try program()
        var ends: [Int32] = [-1, -1]
        let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw ServerError.broken(StoreFile.lastErrorText()) }
        defer { close(ends[1]) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for target in [STDIN_FILENO, STDOUT_FILENO] { posix_spawn_file_actions_adddup2(&actions, ends[1], target) }
        var process: pid_t = 0
        let arguments = [strdup(program), nil]
        defer { arguments.forEach { free($0) } }
        let code = posix_spawn(&process, program, &actions, nil, arguments, environ)
        guard code == 0 else {
            close(ends[0])
            throw ServerError.broken("\(program): \(String(cString: strerror(code)))")
        }
        return (process, ends[0])
    }
}

extension [UInt8] {
    /// Numbers between the two programs are as the machine has them.
    mutating func append<Number: FixedWidthInteger>(native number: Number) {
        Swift.withUnsafeBytes(of: number) { self += $0 }
    }

    /// Numbers of PostgreSQL's binary formats.
    mutating func append<Number: FixedWidthInteger>(network number: Number) { append(native: number.bigEndian) }

    init<Number: FixedWidthInteger>(native number: Number) {
        self = []
        append(native: number)
    }

    init<Number: FixedWidthInteger>(network number: Number) {
        self = []
        append(network: number)
    }
}
