import Presentation

/// A command to the console itself. Dispatch, help and completion all come from one table.
public struct DotCommand: Sendable {
    public let name: String
    /// "[NAME] [FROM..TO]"; empty for none.
    public let arguments: String
    public let summary: String
    /// Longer help; empty where the summary says it all.
    public let details: String
    /// What completion offers after the name.
    public let argument: CommandArgument
    let run: @Sendable (Session, [String]) -> Outcome

    init(_ name: String, _ arguments: String = "", _ summary: String, details: String = "",
         argument: CommandArgument = .none, run: @escaping @Sendable (Session, [String]) -> Outcome) {
        self.name = name
        self.arguments = arguments
        self.summary = summary
        self.details = details
        self.argument = argument
        self.run = run
    }

    public var usage: String { arguments.isEmpty ? ".\(name)" : ".\(name) \(arguments)" }

    public static let all: [DotCommand] = (settingCommands + listingCommands + explainingCommands + fileCommands + generalCommands)
        .sorted { $0.name < $1.name }

    /// Runs a line that starts with a full stop.
    static func run(_ line: String, in session: Session) -> Outcome {
        let words = split(line)
        let name = String(words[0].dropFirst()).lowercased()
        guard let command = all.first(where: { $0.name == name }) else { return unknown(name) }
        return command.run(session, Array(words.dropFirst()))
    }

    private static func unknown(_ name: String) -> Outcome {
        let near = Spelling.nearest(to: name, in: all.map(\.name)).map { "; did you mean .\($0)?" } ?? "; .help lists them"
        return .failure("No command .\(name)\(near)")
    }

    /// Words at blanks; double quotes keep blanks inside a word.
    static func split(_ line: String) -> [String] {
        var words: [String] = []
        var word = ""
        var isQuoted = false
        for character in line {
            if character == "\"" {
                isQuoted.toggle()
            } else if character == " " && !isQuoted {
                if !word.isEmpty { words.append(word) }
                word = ""
            } else {
                word.append(character)
            }
        }
        if !word.isEmpty { words.append(word) }
        return words.isEmpty ? ["."] : words
    }
}
