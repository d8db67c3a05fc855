import Presentation

/// What running transcripts came to, for people and for the programs that gather test results.
public struct TestReport {
    public enum Format: String, CaseIterable, Sendable { case text, tap, junit }

    /// One transcript that was run.
    public struct Entry: Sendable {
        public var file: String
        public var run: TranscriptRun
        public var seconds: Double

        public init(file: String, run: TranscriptRun, seconds: Double) {
            self.file = file
            self.run = run
            self.seconds = seconds
        }
    }

    private let entries: [Entry]
    private let style: Style

    public init(_ entries: [Entry], style: Style = Style(colours: false)) {
        self.entries = entries
        self.style = style
    }

    public var failureCount: Int { entries.reduce(0) { $0 + $1.run.failures.count } }
    private var count: Int { entries.reduce(0) { $0 + $1.run.results.count } }

    public func text(as format: Format) -> String {
        switch format {
        case .text: differences + summary
        case .tap: tap
        case .junit: junit
        }
    }

    private var differences: String {
        entries.flatMap { entry in entry.run.failures.map { entry.run.difference(of: $0, file: entry.file, style: style) } }.joined()
    }

    private var summary: String {
        let failed = "\(failureCount) failed"
        return "\(count - failureCount) passed, \(failureCount > 0 ? style.red(failed) : failed)\n"
    }

    /// The Test Anything Protocol, version 14.
    private var tap: String {
        var output = "TAP version 14\n1..\(count)\n"
        var number = 0
        for entry in entries {
            for result in entry.run.results {
                number += 1
                let title = SafeText.escaped(entry.run.title(of: result, file: entry.file)).replacing("#", with: "\\#")
                output += "\(result.passed ? "ok" : "not ok") \(number) - \(title)\n"
                guard !result.passed else { continue }
                let lines = entry.run.difference(of: result, file: entry.file).split(separator: "\n").dropFirst()
                output += "  ---\n  difference: |\n" + lines.map { "  \($0)\n" }.joined() + "  ...\n"
            }
        }
        return output
    }

    /// The XML that JUnit's Ant task made common: a suite a transcript, a case a block.
    private var junit: String {
        let suites = entries.map { entry -> String in
            let cases = entry.run.results.map { result -> String in
                let name = "name=\"\(Self.escaped(entry.run.title(of: result, file: entry.file)))\" classname=\"\(Self.escaped(entry.file))\""
                guard !result.passed else { return "    <testcase \(name)/>\n" }
                let difference = Self.escaped(entry.run.difference(of: result, file: entry.file))
                return "    <testcase \(name)>\n      <failure message=\"other output than expected\">\(difference)</failure>\n    </testcase>\n"
            }
            return "  <testsuite name=\"\(Self.escaped(entry.file))\" tests=\"\(entry.run.results.count)\" failures=\"\(entry.run.failures.count)\" "
                + "time=\"\((entry.seconds * 1000).rounded() / 1000)\">\n" + cases.joined() + "  </testsuite>\n"
        }
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites tests=\"\(count)\" failures=\"\(failureCount)\">\n" + suites.joined() + "</testsuites>\n"
    }

    private static func escaped(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            SafeText.escaped(String(line)).replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
                .replacing("\"", with: "&quot;")
        }.joined(separator: "\n")
    }
}
