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

    /// - Parameter name: for messages, `file:line:column`.
    /// - Returns: the worst status of its questions.
    public func run(lines: some Sequence<String>, name: String) -> (status: Int32, verdict: Verdict) {
        var worst: Int32 = 0
        for (index, text) in lines.enumerated() {
            let line = ScriptLine(text)
            if echoes, let echo = echo(of: line) { write("\(echo)\n") }
            let outcome = session.run(line)
            write(outcome.output)
            if !outcome.note.isEmpty {
                complain(outcome.status == 0 ? outcome.note : "\(name):\(index + 1):\(Self.column(of: line, in: text)): \(outcome.note)")
            } else if case .question = line, outcome.status >= 2 {
                complain("\(name):\(index + 1):\(Self.column(of: line, in: text) + offset): \(problem)\n")
            }
            worst = max(worst, outcome.status)
            if outcome.status == Interrupt.status { return (worst, .stoppedByPerson) }
            if outcome.quits { return (worst, .quit) }
            if bails, outcome.status >= 2 { return (worst, .stoppedByBail) }
        }
        return (worst, .finished)
    }

    /// Of the last question, where it was not understood.
    private var offset: Int { session.last?.diagnostics.first?.span.start ?? 0 }
    private var problem: String {
        let message = session.last?.diagnostics.first?.message ?? session.last?.message ?? "not understood"
        return SafeText.escaped(message)
    }

    /// Where what a line holds begins, from 1, in Unicode scalars.
    private static func column(of line: ScriptLine, in text: String) -> Int {
        let words: String? = switch line {
        case .question(let words), .command(let words): words
        default: nil
        }
        guard let start = words.flatMap({ text.firstRange(of: $0) })?.lowerBound else { return 1 }
        return text.unicodeScalars.distance(from: text.startIndex, to: start) + 1
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
