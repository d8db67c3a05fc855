/// A script with the output that is expected below each of its lines: a readable document and a regression test.
public struct Transcript: Sendable {
    /// A question or dot-command with what is expected of it.
    public struct Block: Sendable {
        public var input: ScriptLine
        public var expectations: [Expectation]
        public var status: Int32?
        /// Line numbers, from 1: of the input, and of its last expectation line (the input's own when there is none).
        public var line: Int
        public var lastLine: Int
    }

    /// One expectation line.
    public enum Expectation: Equatable, Sendable {
        /// `| text`: exactly this line.
        case line(String)
        /// `|~ pattern`: a line that the whole regular expression matches.
        case pattern(String)
        /// `|...`: any lines, also none.
        case anyLines
        /// `|% text`: with the `|%` lines next to it, these lines in any order.
        case unordered(String)
    }

    /// A transcript that cannot be read.
    public struct Malformed: Error, CustomStringConvertible {
        public let line: Int
        public let problem: String
        public var description: String { "line \(line): \(problem)" }
    }

    public var lines: [String]
    public var blocks: [Block] = []
    public var store: String?
    public var build: [String] = []
    /// Tables, imported after the articles are built.
    public var tables: [String] = []

    /// - Throws: ``Malformed``, with the line and what to write instead.
    public init(_ text: String) throws {
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for (index, line) in lines.enumerated() { try read(line, number: index + 1) }
    }

    private mutating func read(_ line: String, number: Int) throws {
        let parsed = ScriptLine(line)
        switch parsed {
        case .blank, .comment: break
        case .directive("store", let arguments):
            guard arguments.count == 1 else { throw Malformed(line: number, problem: "@store takes one path") }
            store = arguments[0]
        case .directive("build", let arguments):
            guard !arguments.isEmpty else { throw Malformed(line: number, problem: "@build takes at least one path") }
            build += arguments
        case .directive("import", let arguments):
            guard !arguments.isEmpty else { throw Malformed(line: number, problem: "@import takes at least one table") }
            tables += arguments
        case .directive(let name, _):
            throw Malformed(line: number, problem: "@\(name) is unknown; use @store PATH, @build PATH… or @import TABLE…")
        case .question where !line.trimmed.hasPrefix("?"):
            throw Malformed(line: number, problem: "a question of a transcript starts with “? ”")
        case .question, .command:
            blocks.append(Block(input: parsed, expectations: [], status: nil, line: number, lastLine: number))
        case .expectation(let text):
            guard !blocks.isEmpty else { throw Malformed(line: number, problem: "an expected line needs a question above it") }
            blocks[blocks.count - 1].expectations.append(Expectation(text))
            blocks[blocks.count - 1].lastLine = number
        case .status(let status):
            guard !blocks.isEmpty else { throw Malformed(line: number, problem: "a status needs a question above it") }
            blocks[blocks.count - 1].status = status
            blocks[blocks.count - 1].lastLine = number
        }
    }
}

extension Transcript.Expectation {
    init(_ afterBar: String) {
        func rest(_ count: Int) -> String {
            let text = afterBar.dropFirst(count)
            return String(text.first == " " ? text.dropFirst() : text)
        }
        if afterBar.trimmed == "..." {
            self = .anyLines
        } else if afterBar.hasPrefix("~") {
            self = .pattern(rest(1))
        } else if afterBar.hasPrefix("%") {
            self = .unordered(rest(1))
        } else {
            self = .line(rest(0))
        }
    }

    /// As it stands in a transcript.
    var written: String {
        switch self {
        case .line(let text): text.isEmpty ? "|" : "| \(text)"
        case .pattern(let text): "|~ \(text)"
        case .anyLines: "|..."
        case .unordered(let text): "|% \(text)"
        }
    }
}
