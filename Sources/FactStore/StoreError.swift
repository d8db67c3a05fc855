import Articles

/// Why a store could not be opened, read or written: one line that names the file and the cure.
public enum StoreError: Error, Hashable, Sendable, CustomStringConvertible {
    /// There is no such file.
    case missing(path: String)
    /// A file that is no store: another kind of file, or another program's database.
    case notAStore(path: String)
    /// Written by a Dossier whose format this one does not read.
    case otherVersion(path: String, found: Int, expected: Int)
    /// The operating system refuses.
    case unreadable(path: String, reason: String)
    /// The folder or disk takes no writes.
    case unwritable(path: String, reason: String)
    /// Another process is building this store.
    case busy(path: String)
    /// The disk is full.
    case full(path: String)
    /// SQLite finds the file damaged.
    case damaged(path: String, reason: String)
    /// The server of a store, or the way to it.
    case server(path: String, reason: String)
    /// A document that is to be removed is not in the store.
    case noSuchDocument(name: String, path: String)
    /// The articles cannot be read.
    case input(ArticleError)
    /// The person no longer wants the result.
    case cancelled
    /// Input that makes no sense: where, and what would.
    case badInput(String)

    public var description: String {
        switch self {
        case .missing(let path): "\(path): no such store; make one with `dossier build ARTICLES -o \(path)`"
        case .notAStore(let path): "\(path): not a Dossier store; give a file made by `dossier build` or `dossier import`"
        case .otherVersion(let path, let found, let expected):
            "\(path): store format \(found), this Dossier reads format \(expected); build it again with `dossier build --fresh`"
        case .unreadable(let path, let reason): "\(path): cannot be read (\(reason)); check its permissions"
        case .unwritable(let path, let reason): "\(path): cannot be written (\(reason)); choose another place with -o"
        case .busy(let path): "\(path): another build or import is writing this store; try again when it has ended"
        case .full(let path): "\(path): the disk is full; the store is unchanged, free some space and try again"
        case .damaged(let path, let reason): "\(path): the store is damaged (\(reason)); build it again with `dossier build --fresh`"
        case .server(let path, let reason): "\(ServerAddress.shown(path)): \(reason); check the address, the server and your rights there"
        case .noSuchDocument(let name, let path): "\(name): no such document in \(ServerAddress.shown(path)); `dossier documents` lists them"
        case .input(let error): error.description
        case .cancelled: "stopped"
        case .badInput(let message): message
        }
    }
}
