import Console
import FactStore
import struct Facts.Day
import Journal
#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Which store a command works on.
enum StoreLocation {
    static func session(_ path: String?, settings: Settings) throws -> Session {
        var settings = settings
        settings.seedStore = try? SeedStore.storePath()
        return Session(store: try open(path), settings: settings, cancellation: Interrupt.cancellation)
    }

    /// `--store`, `$DOSSIER_STORE`, else the seed store, which is built on first use.
    static func open(_ path: String?) throws -> FactStore {
        try corrected(self.path(path))
    }

    static func path(_ path: String?) throws -> String { try path ?? Environment.value("DOSSIER_STORE") ?? SeedStore.path() }

    /// The store as its journal corrects it; lines of the journal that cannot be read are reported.
    @discardableResult
    static func corrected(_ path: String) throws -> FactStore {
        let corrected = CorrectedStore(path: path)
        let store = try corrected.open()
        for line in try corrected.damagedLines() { Output.complain("\(line)") }
        return store
    }

    /// The store that a transcript's directives name; relative paths count from the transcript's folder. What is built for it, with the
    /// corrections that it makes, lies at `scratch`. A transcript's clock shows the day of the newest article, so that its corrections
    /// always have the same date.
    static func session(for transcript: Transcript, relativeTo folder: String, store: String?, scratch: String) throws -> Session {
        var settings = Settings()
        settings.width = 100
        func absolute(_ path: String) -> String { path.hasPrefix("/") ? path : "\(folder)/\(path)" }
        if !transcript.build.isEmpty || !transcript.tables.isEmpty {
            if !transcript.build.isEmpty { try ArticleBuild.build(transcript.build.map(absolute), into: scratch, isFresh: true) }
            if !transcript.tables.isEmpty {
                _ = try TableImport(into: scratch, fresh: transcript.build.isEmpty).run(paths: transcript.tables.map(absolute))
            }
            return try session(store: FactStore(path: scratch), settings)
        }
        return try session(store: open(transcript.store.map(absolute) ?? store), settings)
    }

    private static func session(store: FactStore, _ settings: Settings) throws -> Session {
        let today = Moment(day: try store.newestPublication() ?? Day(number: 0))
        return Session(store: store, settings: settings, now: { today })
    }
}

/// A folder of its own under `$TMPDIR`.
struct TemporaryFolder {
    let path: String

    init() throws {
        var template = Array("\(Environment.value("TMPDIR") ?? "/tmp")/dossier.XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else {
            throw StoreError.unwritable(path: Environment.value("TMPDIR") ?? "/tmp", reason: StandardStreams.reason)
        }
        path = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    }

    /// Files in it that are open stay readable until they are closed.
    func remove() {
        guard let folder = opendir(path) else { return }
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: entry.pointee.d_name) { $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) } }
            if name != ".", name != ".." { unlink("\(path)/\(name)") }
        }
        closedir(folder)
        rmdir(path)
    }
}
