import Answering
import FactStore
import Facts
import Journal
import Presentation

/// One conversation with a store: settings, the dialogue, and what was answered last.
///
/// Questions and dot-commands come in as lines and leave as an ``Outcome``; nothing here touches a terminal.
public final class Session {
    public private(set) var store: FactStore
    public private(set) var answerer: Answerer
    public var settings: Settings
    /// The last question's response, for `.why`, `.source` and their kin.
    public private(set) var last: Response?
    /// True once the person has set a width; else the terminal's counts.
    var hasFixedWidth = false
    /// What was typed at this store's prompt, in this session and before.
    var history: [String] = []
    var outputFile: AppendedFile?
    var transcriptFile: AppendedFile?
    var scriptFolder: String?
    var scriptDepth = 0
    let now: () -> Moment
    private let cancellation: Cancellation
    private var hasWrittenHeader = false
    private let clock = ContinuousClock()

    /// - Parameters:
    ///   - now: tells the time, which corrections are kept with.
    ///   - cancellation: ends a question or command before its time.
    public init(store: FactStore, settings: Settings, now: @escaping () -> Moment = Moment.now, cancellation: Cancellation = .never) {
        let store = store.cancelled(by: cancellation)
        self.store = store
        self.cancellation = cancellation
        self.settings = settings
        self.now = now
        answerer = Answerer(store: settings.scoped(store), asOf: settings.asOf)
    }

    /// Goes on with another store; the dialogue starts anew.
    public func open(_ store: FactStore) {
        self.store = store.cancelled(by: cancellation)
        applySettings()
        last = nil
    }

    /// Goes on with the store as it has become; what was answered last stays.
    func goOn(with store: FactStore) {
        self.store = store.cancelled(by: cancellation)
        answerer = Answerer(store: settings.scoped(self.store), asOf: settings.asOf, after: answerer)
    }

    /// Takes settings over that the answerer depends on.
    public func applySettings() {
        answerer = Answerer(store: settings.scoped(store), asOf: settings.asOf)
    }

    public func forget() { answerer.forget() }

    public func run(_ line: ScriptLine) -> Outcome {
        var outcome = outcome(of: line)
        if outcome.status != 0, cancellation.isRequested { outcome = .stopped }
        if let transcriptFile, let block = transcriptBlock(line, outcome) { transcriptFile.write(block) }
        if let outputFile {
            outputFile.write(outcome.output)
            outcome.output = ""
        }
        return outcome
    }

    private func outcome(of line: ScriptLine) -> Outcome {
        switch line {
        case .blank, .comment, .expectation, .status, .directive: Outcome()
        case .question(let text): ask(text)
        case .command(let text): DotCommand.run(text, in: self)
        }
    }

    public func ask(_ question: String) -> Outcome {
        let begun = clock.now
        var response = answerer.answer(question)
        let answered = clock.now
        let milliseconds = (answered - begun).milliseconds
        let cut = cutToLimit(&response)
        last = response
        let renderer = ResponseRenderer(format: settings.format, text: textRenderer)
        var output = renderer.render(response, milliseconds: milliseconds, withHeader: !hasWrittenHeader)
        hasWrittenHeader = true
        if !settings.format.isForMachines { output += cut }
        let timer = settings.showsTimer ? timer(presentation: clock.now - answered, all: clock.now - begun) : ""
        return Outcome(output: output, note: timer, status: Self.status(of: response))
    }

    public var textRenderer: TextRenderer {
        TextRenderer(width: settings.width ?? 100, style: Style(colours: settings.colours), raw: settings.raw)
    }

    private func cutToLimit(_ response: inout Response) -> String {
        guard let limit = settings.limit, response.answers.count > limit else { return "" }
        let rest = response.answers.count - limit
        response.answers.removeLast(rest)
        return "… \(rest) more; `.limit off` shows all\n"
    }

    /// "grammar 0.05 ms, plan 0.1 ms, argument 0.6 ms, presentation 0.04 ms; all 0.8 ms".
    private func timer(presentation: Duration, all: Duration) -> String {
        let stages = answerer.stages.map { "\($0.name) \(rounded($0.milliseconds)) ms" } + ["presentation \(rounded(presentation.milliseconds)) ms"]
        return "\(stages.joined(separator: ", ")); all \(rounded(all.milliseconds)) ms\n"
    }

    private func rounded(_ milliseconds: Double) -> String { "\((milliseconds * 1000).rounded() / 1000)" }

    static func status(of response: Response) -> Int32 {
        switch response.status {
        case .answered: 0
        case .noAnswer: 1
        case .notUnderstood, .error: 2
        }
    }
}

extension Duration {
    var milliseconds: Double { Double(components.seconds) * 1000 + Double(components.attoseconds) / 1e15 }
}
