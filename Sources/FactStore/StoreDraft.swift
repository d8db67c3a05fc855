import Foundation
import GRDB

/// The next state of a store while it is being written.
///
/// A draft is a file of its own beside the store (`STORE.building`), a copy of the store or empty. When it is complete it is synchronised
/// and renamed over the store, so that at any kill or power cut the store is the old one or the new one, and readers keep the old
/// one until they open again. A draft that an interrupt left behind is taken up by the next build if it started from the same store;
/// else it is thrown away. `STORE.lock` keeps a second writer out.
final class StoreDraft {
    /// How the draft begins.
    enum Start: Hashable {
        /// From the store as it is, or from nothing where there is none.
        case update
        /// From nothing, even where there is a store.
        case fresh
        /// From another store, whatever there is.
        case copy(of: String)
    }

    let queue: DatabaseQueue
    /// Holds what an interrupted writer left behind.
    let isResumed: Bool
    private let path: String
    private let lock: StoreLock
    /// Where the store lies that `path` is a copy of; nil for a store that is a file.
    private let server: ServerDraft?

    private var draftPath: String { StoreDraft.draftPath(path) }
    private static func draftPath(_ path: String) -> String { path + ".building" }

    /// - Parameters:
    ///   - path: of the store; a symbolic link is followed. The address of one on a server has a file of the program's own stand for it.
    ///   - purpose: names the work; only a draft left behind by the same work is taken up again.
    /// - Throws: `StoreError`: the store is of another version, no store, busy; its folder takes no files.
    init(path: String, start: Start, purpose: String) throws(StoreError) {
        server = try StoreDraft.server(path, start)
        let start = server?.start(isFresh: start == .fresh) ?? start
        let path = URL(fileURLWithPath: server?.next ?? path).resolvingSymlinksInPath().path
        self.path = path
        let exists = FileManager.default.fileExists(atPath: path)
        let source: String? = switch start {
        case .update: exists ? path : nil
        case .fresh: nil
        case .copy(let store): store
        }
        if exists { try StoreDraft.checkReplaceable(path, start) }
        lock = try StoreLock(path: path)
        let base = StoreDraft.base(of: source, purpose: purpose)
        do {
            isResumed = StoreDraft.isResumable(StoreDraft.draftPath(path), base: base)
            if !isResumed {
                try StoreDraft.begin(StoreDraft.draftPath(path), from: source)
            }
            queue = try StoreDraft.open(StoreDraft.draftPath(path), of: path, base: base)
        } catch {
            StoreDraft.remove(StoreDraft.draftPath(path))
            throw StoreError(error, path: path)
        }
    }

    private static func server(_ path: String, _ start: Start) throws(StoreError) -> ServerDraft? {
        guard let address = ServerAddress(path) else { return nil }
        do {
            return try ServerDraft(address, isFresh: start == .fresh)
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// Runs one transaction of the draft.
    func write<T>(_ body: (Database) throws -> T) throws(StoreError) -> T {
        do {
            return try queue.writeWithoutTransaction { db in
                var result: T?
                try db.inTransaction {
                    result = try body(db)
                    return .commit
                }
                return result!
            }
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// Makes the draft the store.
    func publish() throws(StoreError) {
        do {
            try queue.writeWithoutTransaction { db in
                try db.execute(sql: "delete from meta where name = 'base'")
                try Schema.finish(in: db)
                try db.execute(sql: "insert into passage(passage) values('optimize')")
                try db.execute(sql: "pragma wal_checkpoint(truncate); pragma journal_mode = delete;")
            }
            try queue.close()
            try FileSync.synchronise(draftPath)
            guard rename(draftPath, path) == 0 else { throw StoreError.unwritable(path: path, reason: StoreFile.lastErrorText()) }
            try FileSync.synchronise(URL(fileURLWithPath: path).deletingLastPathComponent().path)
            try server?.publish()
        } catch {
            discard()
            throw StoreError(error, path: path)
        }
        lock.release()
    }

    /// Throws the draft away: nothing has changed, or it cannot be completed.
    func discard() {
        try? queue.close()
        StoreDraft.remove(draftPath)
        lock.release()
    }

    /// Leaves the draft for the next build to take up.
    func leave() {
        try? queue.close()
        lock.release()
    }

    private static func checkReplaceable(_ path: String, _ start: Start) throws(StoreError) {
        do throws(StoreError) {
            try StoreFile.checkHeader(path: path)
        } catch .otherVersion where start != .update {
            // A store may take the place of one of another version, but never that of a file which is no store.
        }
    }

    /// What a draft was begun from, as a text that changes when the store does.
    static func base(of store: String?, purpose: String) -> String {
        guard let store else { return "nothing, \(purpose)" }
        var status = stat()
        guard stat(store, &status) == 0 else { return "nothing, \(purpose)" }
        return "\(status.st_ino) \(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec), \(purpose)"
    }

    private static func isResumable(_ draft: String, base: String) -> Bool {
        guard FileManager.default.fileExists(atPath: draft), (try? StoreFile.checkHeader(path: draft)) != nil,
              let queue = try? DatabaseQueue(path: draft, configuration: StoreFile.defensive()) else { return false }
        defer { try? queue.close() }
        return (try? queue.inDatabase { db in
            try String.fetchOne(db, sql: "select value from meta where name = 'base'") == base
                && String.fetchOne(db, sql: "pragma quick_check") == "ok"
        }) ?? false
    }

    private static func begin(_ draft: String, from store: String?) throws {
        remove(draft)
        if let store {
            try FileManager.default.copyItem(atPath: store, toPath: draft)
            chmod(draft, S_IRUSR | S_IWUSR | S_IRGRP | S_IROTH)
        } else {
            let descriptor = Foundation.open(draft, O_WRONLY | O_CREAT | O_EXCL, 0o644)
            guard descriptor >= 0 else { throw StoreError.unwritable(path: draft, reason: StoreFile.lastErrorText()) }
            close(descriptor)
        }
    }

    private static func open(_ draft: String, of store: String, base: String) throws -> DatabaseQueue {
        let queue = try DatabaseQueue(path: draft, configuration: StoreFile.defensive())
        try queue.writeWithoutTransaction { db in
            // Durable enough: a kill loses nothing, and after a power cut `isResumable` checks the draft before it is used.
            // The cache bounds the memory of a build; a mapping would add the file's whole size to it.
            try db.execute(sql: "pragma journal_mode = wal; pragma synchronous = off; pragma cache_size = -65536; pragma mmap_size = 0;")
            try db.inTransaction {
                if try Int.fetchOne(db, sql: "select count(*) from sqlite_schema") == 0 { try Schema.create(in: db) }
                if let problem = try Schema.problem(of: db) { throw StoreError.damaged(path: store, reason: problem) }
                try db.execute(sql: "insert or replace into meta values('base', ?)", arguments: [base])
                return .commit
            }
        }
        return queue
    }

    private static func remove(_ draft: String) {
        for suffix in ["", "-wal", "-shm", "-journal"] { unlink(draft + suffix) }
    }
}

/// An exclusive lock on writing a store. It ends with the process that holds it, however that ends.
final class StoreLock {
    private let path: String
    private var descriptor: Int32

    init(path store: String) throws(StoreError) {
        path = store + ".lock"
        while true {
            descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
            guard descriptor >= 0 else { throw .unwritable(path: store, reason: StoreFile.lastErrorText()) }
            guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
                close(descriptor)
                // `deinit` runs after a throw too, and must not take the holder's file away.
                descriptor = -1
                throw .busy(path: store)
            }
            if isStillInPlace() { return }
            close(descriptor)
        }
    }

    /// The holder before removes the lock file when it ends; a lock on a removed file keeps nobody out.
    private func isStillInPlace() -> Bool {
        var held = stat()
        var present = stat()
        return fstat(descriptor, &held) == 0 && stat(path, &present) == 0 && held.st_ino == present.st_ino && held.st_dev == present.st_dev
    }

    func release() {
        guard descriptor >= 0 else { return }
        unlink(path)
        close(descriptor)
        descriptor = -1
    }

    deinit { release() }
}

/// Waiting until the disk has what was written.
enum FileSync {
    /// Of a file or of a folder (whose entries it then has).
    static func synchronise(_ path: String) throws {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw StoreError.unwritable(path: path, reason: StoreFile.lastErrorText()) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 || errno == EINVAL else {
            throw StoreError.unwritable(path: path, reason: StoreFile.lastErrorText())
        }
    }
}
