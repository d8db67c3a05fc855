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
        session.settings.showsProgress = Terminal.isTerminal(STDERR_FILENO)
        greet()
        runConfiguration()
        return Prompting(session: session, editor: editor).run()
    }

    private func runPlainly() -> Int32 {
        runConfiguration()
        Interrupt.catch()
        let lines = AnyIterator { Self.nextLine() }
        let (_, verdict) = runner.run(lines: lines, name: "standard input")
        return verdict == .stoppedByPerson || Interrupt.take() ? Interrupt.status : 0
    }

    private var runner: ScriptRunner {
        ScriptRunner(session: session, echoes: false, bails: false, write: { StandardStreams.write($0, to: 1) },
                     complain: { StandardStreams.write($0, to: 2) })
    }

    /// Where a person types, Ctrl-C gives up the line and no more.
    private static func nextLine() -> String? {
        while true {
            if let line = StandardStreams.readLine() { return line }
            guard errno == EINTR, Terminal.isTerminal(STDIN_FILENO), Interrupt.take() else { return nil }
            StandardStreams.write("\n", to: STDOUT_FILENO)
        }
    }

    /// The dot-commands in `$XDG_CONFIG_HOME/dossier/config`.
    private func runConfiguration() {
        guard readsConfiguration, let folder = Environment.folder("XDG_CONFIG_HOME", else: ".config"),
              let bytes = StandardStreams.contents(of: "\(folder)/dossier/config") else { return }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        _ = runner.run(lines: lines, name: "\(folder)/dossier/config")
    }

    private func greet() {
        guard !session.settings.quiet, let counts = try? session.store.counts() else { return }
        let name = ServerAddress.shown(session.store.path).split { $0 == "/" || $0 == "#" }.last.map { String($0.prefix { $0 != "." }) } ?? session.store.path
        let text = "Dossier — \(counts.documents) documents, \(counts.facts) facts, \(counts.entities) entities (\(SafeText.escaped(name)))"
        let whole = text + ". Type a question, or .help"
        let isNarrow = DisplayWidth.columns(of: whole) > Terminal.width(of: 1) ?? 80
        StandardStreams.write((isNarrow ? text + "; .help" : whole) + "\n", to: 1)
    }
}
