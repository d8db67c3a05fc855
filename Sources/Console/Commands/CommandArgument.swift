import Answering
import FactStore
import Facts
import Glibc

/// What may be written after a dot-command's name, for completion.
public enum CommandArgument: Sendable {
    case none, file, name, document, command, relation
    case choice([String])
    /// Several after each other: what follows the last of these signs is completed as its argument.
    indirect case parts([(sign: String, argument: CommandArgument)])

    /// What can stand at the end of `text`, and how many of its characters are the beginning of it.
    func completions(of text: String, in session: Session) -> (begun: String, candidates: [(text: String, note: String)]) {
        guard case .parts(let parts) = self else { return (text, candidates(startingWith: text, in: session)) }
        let found = parts.compactMap { part -> (end: String.Index, argument: CommandArgument)? in
            if part.sign.isEmpty { return (text.startIndex, part.argument) }
            return text.ranges(of: part.sign).last.map { ($0.upperBound, part.argument) }
        }
        guard let last = found.max(by: { $0.end < $1.end }) else { return (text, []) }
        let begun = String(text[last.end...].drop { $0 == " " })
        return (begun, last.argument.candidates(startingWith: begun, in: session))
    }

    private func candidates(startingWith begun: String, in session: Session) -> [(text: String, note: String)] {
        switch self {
        case .none, .parts: []
        case .relation: ((try? session.store.relations()) ?? []).filter { $0.hasPrefix(begun) }.map { ($0, "relation") }
        case .choice(let words): words.filter { $0.hasPrefix(begun) }.map { ($0, "") }
        case .command: (DotCommand.all.map(\.name) + ["tour"]).filter { $0.hasPrefix(begun) }.map { ($0, "") }
        case .file: Self.files(startingWith: begun)
        case .name: Self.names(startingWith: begun, store: session.store)
        case .document: ((try? session.store.documents()) ?? []).map(\.id).filter { $0.hasPrefix(begun) }.map { ($0, "") }
        }
    }

    private static func names(startingWith begun: String, store: FactStore) -> [(text: String, note: String)] {
        let names = (try? store.names(startingWith: FoldedName(begun), limit: 200)) ?? []
        let isProper = names.map { EntityName($0.text, .written).isProper }
        let order = names.indices.filter { isProper[$0] } + (begun.isEmpty ? [] : names.indices.filter { !isProper[$0] })
        return order.prefix(60).map { (names[$0].text, names[$0].type.rawValue) }
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
