import Console
import FactStore
import enum Facts.Program
#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The store of the articles that Dossier ships with: built on first use, and again when they or the program have changed.
enum SeedStore {
    /// Where it lies, brought up to date.
    static func path() throws -> String {
        let path = try storePath()
        let seeds = try seeds()
        if let store = try? FactStore(path: path), try store.meta("model") == model, !isOlder(path, than: seeds) { return path }
        try build(path, from: seeds)
        return path
    }

    /// Where it lies or would lie.
    static func storePath() throws -> String {
        guard let data = Environment.folder("XDG_DATA_HOME", else: ".local/share") else {
            throw StoreError.badInput("no place for the seed store: set HOME, XDG_DATA_HOME or DOSSIER_STORE")
        }
        return "\(data)/dossier/seeds.dossier"
    }

    /// `$DOSSIER_SEEDS`, else what is installed beside the program, else the project's folder around it.
    private static func seeds() throws -> String {
        var candidates: [String] = []
        if let given = Environment.value("DOSSIER_SEEDS") { candidates.append(given) }
        if let program = Program.folder {
            candidates += ["\(program)/../share/dossier/seeds", "\(program)/../../../seeds"]
        }
        guard let found = candidates.first(where: { access($0, R_OK) == 0 }) else {
            throw StoreError.badInput("the seed articles are not installed (looked in \(candidates.joined(separator: ", "))); give --store, or set DOSSIER_SEEDS")
        }
        return found
    }

    private static func build(_ path: String, from seeds: String) throws {
        let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        guard makeFolders(folder) else { throw StoreError.unwritable(path: folder, reason: StandardStreams.reason) }
        for attempt in 0... {
            do {
                try ArticleBuild.build([seeds], into: path, model: model, isFresh: access(path, F_OK) == 0 && attempt == 0,
                                       showsProgress: Terminal.isTerminal(STDERR_FILENO))
                return
            } catch StoreError.busy(_) where attempt < 300 {
                usleep(100_000)
                if let store = try? FactStore(path: path), try store.meta("model") == model { return }
            }
        }
    }

    /// Names the program that read the articles: another build of it may read them otherwise.
    private static var model: String {
        var status = stat()
        guard stat("/proc/self/exe", &status) == 0 else { return Version.number }
        return "\(Version.number) \(status.st_size)-\(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
    }

    private static func isOlder(_ store: String, than folder: String) -> Bool {
        guard let built = modified(store), let directory = opendir(folder) else { return false }
        defer { closedir(directory) }
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: entry.pointee.d_name) { $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) } }
            if let changed = modified("\(folder)/\(name)"), changed > built { return true }
        }
        return false
    }

    private static func modified(_ path: String) -> Int? {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mtim.tv_sec : nil
    }

    private static func makeFolders(_ path: String) -> Bool {
        if access(path, W_OK) == 0 { return true }
        if let slash = path.lastIndex(of: "/"), slash != path.startIndex, !makeFolders(String(path[..<slash])), access(String(path[..<slash]), F_OK) != 0 {
            return false
        }
        return mkdir(path, 0o755) == 0 || errno == EEXIST
    }
}
