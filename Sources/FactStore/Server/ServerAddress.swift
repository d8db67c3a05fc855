import Facts

/// Where a store on a PostgreSQL server lies: an address as libpq reads it (`postgres://person@host/database`), and after a `#` which of the
/// database's stores is meant; `dossier` where none is named.
public struct ServerAddress: Hashable, Sendable {
    /// For libpq.
    let connection: String
    /// Of the store: the schema that says which state of it is the present one.
    let name: String
    private let path: String

    private static let schemes = ["postgres://", "postgresql://"]
    private static let longestName = 40

    /// Nil for the path of a file.
    public init?(_ path: String) {
        guard Self.schemes.contains(where: path.hasPrefix) else { return nil }
        self.path = path
        let parts = path.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        connection = String(parts[0])
        name = parts.count > 1 ? String(parts[1]) : "dossier"
    }

    /// - Throws: `StoreError.badInput` for a name that cannot be one of a schema.
    func check() throws(StoreError) {
        let isName = name.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || $0 == UInt8(ascii: "_") || (0x30...0x39).contains($0) }
        guard isName, let first = name.utf8.first, first > 0x39, name.utf8.count <= Self.longestName else {
            throw .badInput("\(shown): a store on a server is named by small letters, digits and “_”, a letter first; write …#clippings")
        }
    }

    /// Without the password.
    public var shown: String {
        let scheme = Self.schemes.first(where: path.hasPrefix) ?? ""
        let rest = path.dropFirst(scheme.count)
        let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        guard let at = authority.lastIndex(of: "@"), let colon = authority[..<at].firstIndex(of: ":") else { return withoutParameter(path) }
        return withoutParameter(scheme + authority[..<colon] + rest[at...])
    }

    private func withoutParameter(_ text: String) -> String {
        guard let start = text.firstRange(of: "password=") else { return text }
        return text[..<start.upperBound] + "…" + text[start.upperBound...].drop { $0 != "&" && $0 != "#" }
    }

    /// A store's path for people: that of a server without its password.
    public static func shown(_ path: String) -> String { ServerAddress(path)?.shown ?? path }

    /// Copies the store's present state to a new file.
    ///
    /// - Throws: `StoreError.server`, `.missing`, `.unwritable`.
    public func copy(to path: String) throws(StoreError) { try ServerDraft.download(self, to: path) }

    /// Names this store among all in lists of the program's own: file names, numbers of locks.
    var fingerprint: String {
        var hash = ContentHash()
        hash.combine(bytes: Array(shown.utf8))
        return hash.hex
    }
}
