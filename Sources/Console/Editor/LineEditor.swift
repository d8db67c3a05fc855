import CEditline
import Glibc

/// A line editor on libedit's native interface, with suggestions and colours while typing.
///
/// libedit draws the plain text. Each time it is about to wait for a key, the editor paints colours and the suggestion over
/// what libedit drew and puts the cursor back, so libedit's picture of the screen stays true. The reasons for the unusual steps
/// are numbered in `docs/console.md`. All calls must come from one thread.
final class LineEditor {
    /// What one prompt can end with.
    enum Result: Equatable { case line(String), cancelled, endOfInput }

    var prompt = PromptText("> ")
    var continuation = "  "
    /// Colours for ranges of the line's scalars, as SGR parameters.
    var highlight: ([Unicode.Scalar]) -> [(range: Range<Int>, sgr: String)] = { _ in [] }
    /// What the suggestion would add to the line.
    var suggest: (String) -> String? = { _ in nil }
    /// Completions of the word that ends at the cursor: where it starts, and what could stand there.
    var complete: (String) -> (start: Int, candidates: [(text: String, note: String)]) = { _ in (0, []) }
    /// False keeps the line open when Enter is pressed.
    var isComplete: (String) -> Bool = { _ in true }
    var colours = true

    let editor: OpaquePointer
    private let history: OpaquePointer
    let wake: Int32
    private var promptBytes: UnsafeMutablePointer<CChar>?
    var isCancelled = false
    var isTerminated = false
    var isPasting = false
    var isVi = false
    var shown = Shown()
    var screen = ScreenSize.unknown
    var pending = PendingBytes()

    /// Nil where libedit cannot start (no terminal).
    init?(program: String, historySize: Int32 = 5000) {
        guard let editor = cel_init(program), let history = cel_history_new(historySize) else { return nil }
        self.editor = editor
        self.history = history
        wake = cel_signals_install()
        cel_set_client(editor, Unmanaged.passUnretained(self).toOpaque())
        cel_set_prompt(editor, { LineEditor.of($0).promptBytes }, 1)
        cel_set_editor(editor, "emacs")
        cel_use_history(editor, history)
        cel_set_integer(editor, EL_SIGNAL, 0)
        cel_set_reader(editor) { LineEditor.of($0).readScalar(into: $1!) }
        // `bind -v` in the person's file makes all key maps new, so it comes before our own keys.
        if getenv("HOME") != nil || getenv("EDITRC") != nil { el_source(editor, nil) }
        isVi = cel_is_vi(editor)
        bindKeys()
    }

    deinit {
        el_end(editor)
        history_end(history)
        free(promptBytes)
    }

    static func of(_ editor: OpaquePointer?) -> LineEditor {
        Unmanaged<LineEditor>.fromOpaque(cel_client(editor)).takeUnretainedValue()
    }

    /// Reads one line, or several where `isComplete` says that it goes on.
    func read() -> Result {
        free(promptBytes)
        promptBytes = strdup(prompt.forLibedit)
        isCancelled = false
        shown = Shown()
        screen = .unknown
        // The window may have changed while a question ran.
        el_resize(editor)
        if !isVi { write(ControlSequence.pasteOn) }
        var count: Int32 = 0
        let start = el_gets(editor, &count)
        let failure = errno
        write(ControlSequence.pasteOff)
        if isTerminated { return .endOfInput }
        if isCancelled { return .cancelled }
        guard let start, count > 0 else { return count < 0 && failure == EINTR ? .cancelled : .endOfInput }
        var line = String(cString: start)
        if line.hasSuffix("\n") { line.removeLast() }
        return .line(line)
    }

    func remember(_ line: String) { cel_history_enter(history, line) }

    var buffer: (text: [Unicode.Scalar], cursor: Int) {
        guard let line = el_wline(editor)?.pointee else { return ([], 0) }
        let scalars = UnsafeBufferPointer(start: line.buffer, count: line.lastchar - line.buffer).map(Unicode.Scalar.init(wide:))
        return (scalars, line.cursor - line.buffer)
    }

    func insert(_ text: String) {
        let wide = text.unicodeScalars.map { wchar_t(bitPattern: $0.value) } + [0]
        el_winsertstr(editor, wide)
    }

    func write(_ text: String) { StandardStreams.write(text, to: STDOUT_FILENO) }
}

/// The few sequences that are sent to the terminal. Nothing is ever asked of it.
enum ControlSequence {
    static let escape = "\u{1B}"
    static let pasteOn = "\u{1B}[?2004h"
    static let pasteOff = "\u{1B}[?2004l"
    static let clearToEndOfLine = "\u{1B}[K"
    static let clearToEndOfScreen = "\u{1B}[J"
    static let saveCursor = "\u{1B}7"
    static let restoreCursor = "\u{1B}8"
    static let hideCursor = "\u{1B}[?25l"
    static let showCursor = "\u{1B}[?25h"
    static let plain = "\u{1B}[m"

    static func up(_ rows: Int) -> String { rows > 0 ? "\u{1B}[\(rows)A" : "" }
    static func down(_ rows: Int) -> String { rows > 0 ? "\u{1B}[\(rows)B" : "" }
    static func right(_ columns: Int) -> String { columns > 0 ? "\u{1B}[\(columns)C" : "" }
    static func colour(_ sgr: String) -> String { "\u{1B}[\(sgr)m" }
}

extension Unicode.Scalar {
    init(wide: wchar_t) { self = Unicode.Scalar(UInt32(bitPattern: wide)) ?? "\u{FFFD}" }
}
