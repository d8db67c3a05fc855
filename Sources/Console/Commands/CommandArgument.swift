import FactStore
import Facts
import Glibc

/// What may be written after a dot-command's name, for completion.
public enum CommandArgument: Sendable {
    case none, file, name, document, command
    case choice([String])

    func candidates(startingWith begun: String, in session: Session) -> [(text: String, note: String)] {
        switch self {
        case .none: []
        case .choice(let words): words.filter { $0.hasPrefix(begun) }.map { ($0, "") }
        case .command: DotCommand.all.filter { $0.name.hasPrefix(begun) }.map { ($0.name, "") }
        case .file: Self.files(startingWith: begun)
        case .name: Self.names(startingWith: begun, store: session.store)
        case .document: ((try? session.store.documents()) ?? []).map(\.id).filter { $0.hasPrefix(begun) }.map { ($0, "") }
        }
    }

    private static func names(startingWith begun: String, store: FactStore) -> [(text: String, note: String)] {
        ((try? store.names(startingWith: FoldedName(begun), limit: 60)) ?? []).map { name in
            (name.text, name.type.rawValue)
        }
    }

    private static func files(startingWith begun: String) -> [(text: String, note: String)] {
        let slash = begun.lastIndex(of: "/")
        let folder = slash.map { String(begun[...$0]) } ?? ""
        let part = slash.map { String(begun[begun.index(after: $0)...]) } ?? begun
        guard let directory = opendir(folder.isEmpty ? "." : folder) else { return [] }
        defer { closedir(directory) }
        var found: [(String, String)] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: entry.pointee.d_name) { $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) } }
            guard name.hasPrefix(part), name.first != "." || part.first == "." else { continue }
            found.append((folder + name + (Int32(entry.pointee.d_type) == DT_DIR ? "/" : ""), ""))
        }
        return found.sorted { $0.0 < $1.0 }
    }
}
