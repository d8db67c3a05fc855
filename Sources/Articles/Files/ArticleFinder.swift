import Foundation

/// Finds the files that may hold articles under the given paths.
///
/// Folders are searched to any depth. Symbolic links are followed, each folder once, so that a loop ends. Names that begin with a
/// point and sidecars are passed over; what is no regular file (a pipe, a socket) or has an unknown ending is passed over with a
/// note. A file that was given by its own name is taken whatever its ending.
public struct ArticleFinder: Sendable {
    /// What was found.
    public struct Result: Hashable, Sendable {
        /// In the order of the given paths, inside a folder by name.
        public var files: [ArticleFile] = []
        /// One line for each file that was passed over, with the reason.
        public var notes: [String] = []
    }

    public init() {}

    /// - Throws: `ArticleError.missing`, `.unreadable`, `.noArticles` for one of the paths themselves.
    public func find(_ paths: [String]) throws(ArticleError) -> Result {
        var search = Search()
        for path in paths { try search.addGiven(path) }
        return search.result
    }

    private struct Search {
        var result = Result()
        private var visited = Set<FileIdentity>()
        private var taken = Set<String>()

        mutating func addGiven(_ path: String) throws(ArticleError) {
            if path == "-" {
                result.files.append(ArticleFile(name: "stdin", path: "-"))
                return
            }
            guard let status = FileIdentity.status(path) else {
                if errno == ENOENT || errno == ENOTDIR { throw .missing(path: path) }
                throw .unreadable(path: path, reason: String(cString: strerror(errno)))
            }
            switch status.st_mode & S_IFMT {
            case S_IFDIR:
                let before = result.files.count
                try addFolder(path, name: "", isGiven: true)
                if result.files.count == before { throw .noArticles(path: path) }
            case S_IFREG:
                take(ArticleFile(name: (path as NSString).lastPathComponent, path: path))
            default:
                throw .unreadable(path: path, reason: "it is no regular file")
            }
        }

        private mutating func addFolder(_ path: String, name: String, isGiven: Bool) throws(ArticleError) {
            guard let status = FileIdentity.status(path), visited.insert(FileIdentity(status)).inserted else { return }
            guard let entries = entries(of: path) else {
                guard isGiven else {
                    result.notes.append("\(path): folder cannot be read, passed over")
                    return
                }
                throw .unreadable(path: path, reason: String(cString: strerror(errno)))
            }
            for entry in entries where !entry.hasPrefix(".") {
                try addEntry("\(path)/\(entry)", name: name.isEmpty ? entry : "\(name)/\(entry)")
            }
        }

        /// By name; nil, with `errno` set, for a folder that cannot be read. A name that is no UTF-8 is passed over with a note.
        private mutating func entries(of folder: String) -> [String]? {
            guard let stream = opendir(folder) else { return nil }
            defer { closedir(stream) }
            var entries: [String] = []
            while let entry = readdir(stream) {
                let bytes = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
                if let name = String(validating: bytes, as: UTF8.self) {
                    entries.append(name)
                } else {
                    result.notes.append("\(folder)/\(String(decoding: bytes, as: UTF8.self)): its name is not UTF-8, passed over; rename it")
                }
            }
            return entries.sorted()
        }

        private mutating func addEntry(_ path: String, name: String) throws(ArticleError) {
            guard let status = FileIdentity.status(path) else {
                result.notes.append("\(path): \(errno == ELOOP ? "link to itself" : "link to nowhere"), passed over")
                return
            }
            switch status.st_mode & S_IFMT {
            case S_IFDIR:
                try addFolder(path, name: name, isGiven: false)
            case S_IFREG:
                if ArticleFormat(fileName: name) != nil {
                    take(ArticleFile(name: name, path: path))
                } else if !name.hasSuffix(Sidecar.suffix) {
                    result.notes.append("\(path): unknown kind of file, passed over")
                }
            default:
                result.notes.append("\(path): no regular file, passed over")
            }
        }

        private mutating func take(_ file: ArticleFile) {
            if taken.insert(file.path).inserted { result.files.append(file) }
        }
    }
}

/// Which file it is, whatever path leads to it.
private struct FileIdentity: Hashable {
    let device: UInt
    let node: UInt

    init(_ status: stat) {
        device = UInt(status.st_dev)
        node = UInt(status.st_ino)
    }

    /// Follows links. Nil, with `errno` set, if there is nothing.
    static func status(_ path: String) -> stat? {
        var status = stat()
        return stat(path, &status) == 0 ? status : nil
    }
}
