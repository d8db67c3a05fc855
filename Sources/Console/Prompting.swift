import FactStore
import CEditline
import Presentation

/// Prompt, line, answer, and again: the conversation on a terminal.
struct Prompting {
    private let session: Session
    private let editor: LineEditor
    private let history: HistoryFile?
    private let assistant: Assistant

    init(session: Session, editor: LineEditor) {
        self.session = session
        self.editor = editor
        history = HistoryFile(store: ServerAddress.shown(session.store.path))
        session.history = history?.load() ?? []
        assistant = Assistant(session: session)
        for question in session.history { editor.remember(question) }
        prepare()
    }

    private func prepare() {
        let assistant = assistant
        editor.suggest = { assistant.suggestion(for: $0) }
        editor.complete = { assistant.completions(for: $0) }
        editor.highlight = { assistant.colours(for: $0) }
        editor.isComplete = { !$0.hasSuffix("\\") }
    }

    func run() -> Int32 {
        while true {
            editor.colours = session.settings.colours
            editor.prompt = PromptText(Style(colours: session.settings.colours).bold("dossier>") + " ")
            session.settings.width = session.hasFixedWidth ? session.settings.width : Terminal.width(of: 1)
            switch editor.read() {
            case .endOfInput:
                StandardStreams.write("\n", to: 1)
                return 0
            case .cancelled: continue
            case .line(let text): if !run(text) { return 0 }
            }
        }
    }

    /// Several pasted lines are run one by one; a line that ends in a backslash goes on in the next.
    /// - Returns: false when the person leaves.
    private func run(_ text: String) -> Bool {
        remember(text)
        cel_stop_at_once(true)
        defer { cel_stop_at_once(false) }
        for line in Self.lines(of: text) {
            let outcome = run(ScriptLine(line))
            // Below the ^C that the terminal echoes.
            if outcome.status == Interrupt.status { StandardStreams.write("\n", to: 1) }
            Pager.write(outcome.output, safe: session.settings.safe)
            if !outcome.note.isEmpty { StandardStreams.write(outcome.note, to: 2) }
            if outcome.quits { return false }
            let signals = cel_signals_take()
            if signals & Int32(CEL_TERMINATE) != 0 { return false }
            if signals & Int32(CEL_INTERRUPT) != 0 { break }
        }
        return true
    }

    /// A build shows how far it is by itself.
    private func run(_ line: ScriptLine) -> Outcome {
        if case .command(let text) = line, text.hasPrefix(".build") { return session.run(line) }
        let notice = WaitingNotice(style: Style(colours: session.settings.colours))
        defer { notice.end() }
        return session.run(line)
    }

    private func remember(_ text: String) {
        guard !text.trimmed.isEmpty, text.first != " " else { return }
        editor.remember(text)
        session.history.append(text)
        history?.append(text)
    }

    static func lines(of text: String) -> [String] {
        var lines: [String] = []
        var isContinued = false
        for part in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let continues = part.hasSuffix("\\")
            let words = continues ? String(part.dropLast()) : String(part)
            if isContinued { lines[lines.count - 1] += " " + words.trimmed } else { lines.append(words) }
            isContinued = continues
        }
        return lines
    }
}
