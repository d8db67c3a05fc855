import Facts
import Glibc

/// Questions asked before, one record a line, newest last: `$XDG_STATE_HOME/dossier/history/STORE`, mode 0600.
///
/// Records are only ever appended, in one write each, so that sessions share the file and a crash loses the last record at most.
/// A line feed inside a question is written as `\n`, a backslash as `\\`.
struct HistoryFile {
    private static let most = 5000
    private let path: String

    /// Nil where there is no place for it.
    init?(store: String) {
        guard let state = Environment.folder("XDG_STATE_HOME", else: ".local/state") else { return nil }
        let folder = "\(state)/dossier/history"
        guard Self.makeFolder(state), Self.makeFolder("\(state)/dossier"), Self.makeFolder(folder) else { return nil }
        var hash = ContentHash()
        hash.combine(StandardStreams.resolved(store) ?? store)
        let name = store.split(separator: "/").last.map(String.init) ?? "store"
        path = "\(folder)/\(name)-\(hash.hex.prefix(8))"
    }

    init(path: String) { self.path = path }

    /// The newest records, oldest first; damaged ones are left out.
    func load() -> [String] {
        guard let bytes = StandardStreams.contents(of: path) else { return [] }
        return bytes.split(separator: 10).suffix(Self.most).compactMap { line in
            guard let text = String(validating: line, as: UTF8.self) else { return nil }
            return Self.decoded(text)
        }
    }

    /// A question that starts with a blank is not kept.
    func append(_ question: String) {
        guard !question.isEmpty, question.first != " " else { return }
        let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        StandardStreams.write(Self.encoded(question) + "\n", to: descriptor)
    }

    static func encoded(_ text: String) -> String {
        var output = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": output += "\\\\"
            case "\n": output += "\\n"
            case "\r": output += "\\r"
            default: output.unicodeScalars.append(scalar)
            }
        }
        return output
    }

    /// Nil for a record with controls: it did not come from here.
    static func decoded(_ line: String) -> String? {
        var output = ""
        var isEscape = false
        for scalar in line.unicodeScalars {
            if isEscape {
                output += scalar == "n" ? "\n" : scalar == "r" ? "\r" : String(scalar)
                isEscape = false
            } else if scalar == "\\" {
                isEscape = true
            } else if scalar.value < 0x20 || scalar.value == 0x7F {
                return nil
            } else {
                output.unicodeScalars.append(scalar)
            }
        }
        return output
    }

    private static func makeFolder(_ path: String) -> Bool {
        if access(path, F_OK) == 0 { return true }
        if let slash = path.lastIndex(of: "/"), slash > path.startIndex { _ = makeFolder(String(path[..<slash])) }
        return mkdir(path, 0o700) == 0 || errno == EEXIST
    }
}
