import ArgumentParser
import Console
import Presentation

struct Ask: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ask",
        abstract: "Answer one question.",
        discussion: "Exit status: 0 answered, 1 the articles don't say, 2 the question was not understood.")

    @OptionGroup var store: StoreOptions
    @OptionGroup var format: FormatOptions
    @OptionGroup var options: QuestionOptions
    @Argument(help: "The question; its words are joined.") var question: [String]

    func run() throws {
        try ExitStatus.guarding {
            var settings = format.settings()
            options.apply(to: &settings)
            return try Self.answer(question, by: StoreLocation.session(store.store, settings: settings))
        }
    }
}

extension Ask {
    /// Prints the answer to a question of some words.
    static func answer(_ words: [String], by session: Session) -> Int32 {
        let outcome = session.ask(words.joined(separator: " "))
        Output.write(outcome.output)
        if !outcome.note.isEmpty { StandardStreams.write(outcome.note, to: 2) }
        return outcome.status
    }
}

struct Run: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Run question scripts; “-” is standard input.",
        discussion: "A script holds one question or dot-command a line; # starts a comment line.")

    @OptionGroup var store: StoreOptions
    @OptionGroup var format: FormatOptions
    @OptionGroup var options: QuestionOptions
    @Flag(name: .long, help: "Print each line before its answer.") var echo = false
    @Flag(name: .long, help: "Stop at the first question that isn't understood.") var bail = false
    @Argument(help: "Scripts.", completion: .file()) var scripts: [String]

    func run() throws {
        try ExitStatus.guarding {
            var settings = format.settings()
            options.apply(to: &settings)
            let session = try StoreLocation.session(store.store, settings: settings)
            let runner = ScriptRunner(session: session, echoes: echo, bails: bail, write: Output.write) {
                StandardStreams.write($0, to: 2)
            }
            Interrupt.catch()
            for script in scripts {
                let lines = try Self.lines(of: script)
                let (status, verdict) = runner.run(lines: lines, name: script)
                if verdict == .stoppedByBail { return status }
                if verdict == .stoppedByPerson { return ExitStatus.interrupted }
                if verdict == .quit { break }
            }
            return 0
        }
    }

    static func lines(of script: String) throws -> [String] {
        guard let bytes = StandardStreams.contents(of: script) else {
            throw InputProblem(path: script, reason: StandardStreams.reason)
        }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
}

/// A script or transcript that cannot be read.
struct InputProblem: Error, CustomStringConvertible {
    let path: String
    let reason: String
    var description: String { "\(path): \(reason)" }
}
