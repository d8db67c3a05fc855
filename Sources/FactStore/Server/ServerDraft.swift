import Facts
import Foundation

/// The next state of a store on a server while it is being written: `StoreDraft` makes it as a file out of a copy of the present state, and the file
/// is then copied to the server. It stays as the copy for the next time, so that only a state that somebody else has written is fetched.
final class ServerDraft {
    private let store: ServerStore
    private let address: ServerAddress
    /// Of the present state; empty where there is none.
    private var token: String

    /// - Throws: `StoreError.busy` where another writer is at work, `ServerError`.
    init(_ address: ServerAddress, isFresh: Bool) throws {
        try address.check()
        self.address = address
        store = ServerStore(address, try ServerLink(address))
        try store.lockForWriting()
        let state = try store.state()
        token = state?.token ?? "new"
        try FileManager.default.createDirectory(atPath: Self.folder, withIntermediateDirectories: true)
        unlink(next)
        if state != nil, !isFresh, !FileManager.default.fileExists(atPath: copy) {
            try Self.download(store.openState(), of: store, to: copy)
            removeOthers()
        }
    }

    /// The copy of the present state.
    private var copy: String { "\(stem)\(token).dossier" }

    /// Where the next one is made. A kill before the server has it leaves the copy as it was.
    var next: String { "\(stem)next.dossier" }

    private var stem: String { "\(Self.folder)/\(address.name)-\(address.fingerprint)-" }

    /// What the next state is begun from.
    func start(isFresh: Bool) -> StoreDraft.Start { isFresh || !FileManager.default.fileExists(atPath: copy) ? .fresh : .copy(of: copy) }

    private static let folder = FileManager.default.urls(for: .cachesDirectory, in: .userDomainMask)
        .first.map { $0.appendingPathComponent("dossier/servers").path } ?? "/tmp/dossier-servers"

    /// Makes what the file has the store.
    func publish() throws {
        token = try store.publish { try ServerCopy(store.link).upload(next) }.token
        try FileManager.default.moveItem(atPath: next, toPath: copy)
        removeOthers()
    }

    /// Copies of states that are no longer the present one.
    private func removeOthers() {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: Self.folder)) ?? [] {
            let file = "\(Self.folder)/\(name)"
            if file.hasPrefix(stem), file.hasSuffix(".dossier"), file != copy, file != next { unlink(file) }
        }
    }

    /// Copies the present state of a store to a new file.
    static func download(_ address: ServerAddress, to path: String) throws(StoreError) {
        try address.check()
        do {
            let store = ServerStore(address, try ServerLink(address))
            try download(store.openState(), of: store, to: path)
        } catch {
            throw StoreError(error, path: address.shown)
        }
    }

    /// Calls `body` with a copy of the present state, which is thrown away then.
    static func withCopy<Value>(of address: ServerAddress, _ body: (String) throws(StoreError) -> Value) throws(StoreError) -> Value {
        let copy = FileManager.default.temporaryDirectory.appendingPathComponent("dossier-\(UUID().uuidString)").path
        defer { unlink(copy) }
        try download(address, to: copy)
        return try body(copy)
    }

    private static func download(_ state: ServerStore.State, of store: ServerStore, to path: String) throws {
        try store.link.run("set search_path = \(store.schema(of: state)), pg_catalog")
        let draft = try StoreDraft(path: path, start: .fresh, purpose: "copy of \(state.token)")
        do {
            try draft.write { db in try ServerCopy(store.link).download(into: db) }
            try draft.publish()
        } catch {
            draft.discard()
            throw error
        }
    }
}
