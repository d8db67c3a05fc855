import Presentation

/// What became of a transcript: every block with its output, and the transcript as it would be with failing blocks rewritten.
public struct TranscriptRun: Sendable {
    public struct Result: Sendable {
        public var block: Transcript.Block
        public var output: [String]
        public var status: Int32
        public var passed: Bool
        /// Set where the expectation itself cannot be used.
        public var problem: String?
    }

    public let transcript: Transcript
    public private(set) var results: [Result] = []

    /// Runs every block in order, for each may go on from those before it, and judges those whose line contains `filter`.
    /// - Parameter execute: one line of input → what it prints, and its exit status.
    public init(_ transcript: Transcript, filter: String? = nil, execute: (ScriptLine) -> (output: String, status: Int32)) {
        self.transcript = transcript
        for block in transcript.blocks {
            let (output, status) = execute(block.input)
            if let filter, !transcript.lines[block.line - 1].contains(filter) { continue }
            results.append(Self.judge(block, output: Self.lines(of: output), status: status))
        }
    }

    public var failures: [Result] { results.filter { !$0.passed } }

    private static func judge(_ block: Transcript.Block, output: [String], status: Int32) -> Result {
        var result = Result(block: block, output: output, status: status, passed: false)
        do {
            let matches = try TranscriptMatch(block.expectations).accepts(output)
            result.passed = matches && block.status.map { $0 == status } ?? true
        } catch let error as TranscriptMatch.BadPattern {
            result.problem = "“\(error.pattern)” is not a regular expression"
        } catch {
            result.problem = "\(error)"
        }
        return result
    }

    /// "FILE:LINE: input".
    func title(of result: Result, file: String) -> String {
        SafeText.visible("\(file):\(result.block.line): \(transcript.lines[result.block.line - 1].trimmed)")
    }

    /// A difference for people: expected lines with `-`, printed ones with `+`, common ones plain.
    public func difference(of result: Result, file: String, style: Style = Style(colours: false)) -> String {
        var text = style.bold(title(of: result, file: file)) + "\n"
        if let problem = result.problem { text += "    \(problem)\n" }
        text += TranscriptDifference(expected: result.block.expectations, printed: result.output).text(style: style)
        if let status = result.block.status, status != result.status {
            text += "    " + style.red("- = \(status)") + "\n    " + style.green("+ = \(result.status)") + "\n"
        }
        return text
    }

    /// The transcript's text with the blocks that failed rewritten to what was printed; the others keep their patterns.
    public var updated: String {
        var lines = transcript.lines
        for result in failures.reversed() {
            var replacement = result.output.map { Transcript.Expectation.line($0).written }
            if result.block.status != nil || result.status != 0 { replacement.append("= \(result.status)") }
            lines.replaceSubrange(result.block.line..<result.block.lastLine, with: replacement)
        }
        return lines.joined(separator: "\n")
    }

    private static func lines(of output: String) -> [String] {
        var lines = output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last == "" { lines.removeLast() }
        return lines
    }
}
