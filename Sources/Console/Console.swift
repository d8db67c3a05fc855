import CEditline
import FactStore
import Glibc
import Presentation

/// The person at the prompt.
public struct Console {
    private let session: Session
    private let readsConfiguration: Bool

    public init(session: Session, readsConfiguration: Bool) {
        self.session = session
        self.readsConfiguration = readsConfiguration
    }

    /// Reads questions until the end of input or `.quit`; a plain reader where input or output isn't a terminal.
    /// - Returns: the exit status.
    public func run() -> Int32 {
        let isInteractive = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 && Environment.value("TERM") != "dumb"
        guard isInteractive, cel_use_utf8_locale(), let editor = LineEditor(program: "dossier") else { return runPlainly() }
        greet()
        return Dialogue(session: session, editor: editor).run()
    }

    private func runPlainly() -> Int32 {
        let runner = ScriptRunner(session: session, echoes: false, bails: false, write: { StandardStreams.write($0, to: 1) },
                                  complain: { StandardStreams.write($0, to: 2) })
        let lines = AnyIterator { StandardStreams.readLine() }
        _ = runner.run(lines: lines, name: "standard input")
        return 0
    }

    private func greet() {
        guard !session.settings.quiet, let counts = try? session.store.counts() else { return }
        let name = session.store.path.split(separator: "/").last.map { String($0.prefix { $0 != "." }) } ?? session.store.path
        let text = "Dossier — \(counts.documents) documents, \(counts.facts) facts, \(counts.entities) entities (\(name)). "
        StandardStreams.write(text + "Type a question, or .help\n", to: 1)
    }
}

/// Prompt, line, answer, and again.
struct Dialogue {
    let session: Session
    let editor: LineEditor

    func run() -> Int32 {
        editor.prompt = PromptText(Style(colours: session.settings.colours).bold("dossier>") + " ")
        editor.colours = session.settings.colours
        while true {
            switch editor.read() {
            case .endOfInput:
                StandardStreams.write("\n", to: 1)
                return 0
            case .cancelled: continue
            case .line(let text):
                for line in text.split(separator: "\n") where !run(String(line)) { return 0 }
            }
        }
    }

    /// False when the person leaves.
    private func run(_ line: String) -> Bool {
        if !line.trimmed.isEmpty, line.first != " " { editor.remember(line) }
        let outcome = session.run(ScriptLine(line))
        StandardStreams.write(outcome.output, to: 1)
        if !outcome.note.isEmpty { StandardStreams.write(outcome.note, to: 2) }
        return !outcome.quits
    }
}
