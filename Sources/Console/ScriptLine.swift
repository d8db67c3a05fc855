/// One line of a question script or transcript, by what it is for.
public enum ScriptLine: Equatable, Sendable {
    case blank
    case comment
    /// `@store PATH`, `@build PATH…`: what the script runs on.
    case directive(name: String, arguments: [String])
    /// A question, in English or in the pattern language.
    case question(String)
    /// `.command arguments`
    case command(String)
    /// `|…`, without its bar.
    case expectation(String)
    /// `= 1`
    case status(Int32)

    public init(_ line: String) {
        let trimmed = line.trimmed
        switch trimmed.first {
        case nil: self = .blank
        case "#": self = .comment
        case "|": self = .expectation(String(trimmed.dropFirst()))
        case ".": self = .command(trimmed)
        case "@":
            let words = trimmed.dropFirst().split(separator: " ").map(String.init)
            self = .directive(name: words.first ?? "", arguments: Array(words.dropFirst()))
        case "=":
            self = Int32(String(trimmed.dropFirst()).trimmed).map(ScriptLine.status) ?? .question(trimmed)
        case "?" where trimmed.hasPrefix("? ") && !trimmed.hasPrefix("?x"):
            self = .question(String(trimmed.dropFirst(2)).trimmed)
        default: self = .question(trimmed)
        }
    }
}

extension String {
    /// Without blanks, tabs and carriage returns at either end.
    var trimmed: String {
        let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\r" || $0 == "\r\n" || $0 == "\n" }
        guard let first = firstIndex(where: { !isBlank($0) }), let last = lastIndex(where: { !isBlank($0) }) else { return "" }
        return String(self[first...last])
    }
}
