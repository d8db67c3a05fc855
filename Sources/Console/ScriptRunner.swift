import Presentation

/// Runs question scripts: one question or dot-command a line.
public struct ScriptRunner {
    public enum Verdict: Sendable { case finished, stoppedByBail, stoppedByPerson, quit }

    /// Prints each line before its answer.
    public var echoes: Bool
    /// Stops at the first question that isn't understood, or fails.
    public var bails: Bool
    let session: Session
    let write: (String) -> Void
    let complain: (String) -> Void

    public init(session: Session, echoes: Bool, bails: Bool, write: @escaping (String) -> Void, complain: @escaping (String) -> Void) {
        self.session = session
        self.echoes = echoes
        self.bails = bails
        self.write = write
        self.complain = complain
    }

    /// - Parameter name: for messages, `file:line`.
    /// - Returns: the worst status of its questions.
    public func run(lines: some Sequence<String>, name: String) -> (status: Int32, verdict: Verdict) {
        var worst: Int32 = 0
        for (index, text) in lines.enumerated() {
            let line = ScriptLine(text)
            if echoes, let echo = echo(of: line) { write("\(echo)\n") }
            let outcome = session.run(line)
            write(outcome.output)
            if !outcome.note.isEmpty { complain(outcome.status == 0 ? outcome.note : "\(name):\(index + 1): \(outcome.note)") }
            worst = max(worst, outcome.status)
            if outcome.status == Interrupt.status { return (worst, .stoppedByPerson) }
            if outcome.quits { return (worst, .quit) }
            if bails, outcome.status >= 2 { return (worst, .stoppedByBail) }
        }
        return (worst, .finished)
    }

    private func echo(of line: ScriptLine) -> String? {
        guard !session.settings.format.isForMachines else { return nil }
        switch line {
        case .question(let text): return "? \(SafeText.escaped(text))"
        case .command(let text): return SafeText.escaped(text)
        default: return nil
        }
    }
}
