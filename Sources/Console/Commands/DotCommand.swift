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
    /// Takes what stands after the name, as typed.
    let run: @Sendable (Session, String) -> Outcome

    /// - Parameter run: takes the words after the name.
    init(_ name: String, _ arguments: String = "", _ summary: String, details: String = "",
         argument: CommandArgument = .none, run: @escaping @Sendable (Session, [String]) -> Outcome) {
        self.init(name: name, arguments: arguments, summary: summary, details: details, argument: argument) { run($0, Self.split($1)) }
    }

    /// - Parameter text: takes what stands after the name, as typed.
    init(name: String, arguments: String, summary: String, details: String, argument: CommandArgument,
         text: @escaping @Sendable (Session, String) -> Outcome) {
        self.name = name
        self.arguments = arguments
        self.summary = summary
        self.details = details
        self.argument = argument
        run = text
    }

    public var usage: String { arguments.isEmpty ? ".\(name)" : ".\(name) \(arguments)" }

    public static let groups: [(title: String, commands: [DotCommand])] = [
        ("Looking around", listingCommands), ("How an answer came about", explainingCommands), ("Correcting", correctionCommands),
        ("Articles and stores", storeCommands), ("Scripts and files", fileCommands), ("Settings", settingCommands), ("The console", generalCommands),
    ]

    public static let all: [DotCommand] = groups.flatMap(\.commands).sorted { $0.name < $1.name }

    /// Runs a line that starts with a full stop.
    static func run(_ line: String, in session: Session) -> Outcome {
        let name = line.dropFirst().prefix { $0 != " " }
        guard let command = all.first(where: { $0.name == name.lowercased() }) else { return unknown(name.lowercased()) }
        return command.run(session, String(line[name.endIndex...]).trimmed)
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
        return words
    }
}
