import Answering
import Facts
import Questions

/// A response as a person reads it: the answer first, then what qualifies it, then numbered citations.
public struct TextRenderer: Sendable {
    public var width: Int
    public var style: Style
    /// Article text with control characters let through; never for a terminal.
    public var raw: Bool

    /// - Parameter width: columns of the terminal, or 100 where the output isn't one.
    public init(width: Int, style: Style, raw: Bool = false) {
        self.width = max(20, width)
        self.style = style
        self.raw = raw
    }

    public func render(_ response: Response) -> String {
        switch response.status {
        case .answered: answers(response)
        case .noAnswer: refusal(response)
        case .notUnderstood: diagnostics(response.diagnostics, of: response.question)
        case .error: "\(style.red("Error:")) \(safe(response.message ?? "the question could not be answered"))\n"
        }
    }

    // MARK: - Answers

    private func answers(_ response: Response) -> String {
        var numbers = Numbering()
        let marks = response.answers.map { answer in answer.evidence.map { numbers.number(of: $0) } }
        let isChronicle = response.isChronicle
        let dates = response.answers.map { isChronicle ? $0.time.flatMap(PlainWords.time) ?? "" : "" }
        let column = dates.map(DisplayWidth.columns).max() ?? 0
        var output = ""
        for (index, answer) in response.answers.enumerated() {
            let lead = column > 0 ? style.cyan(TextLayout.padded(dates[index], to: column)) + "   " : ""
            output += line(answer, lead: lead, leadWidth: column > 0 ? column + 3 : 0, marks: marks[index], showTime: !isChronicle)
        }
        output += citations(numbers.citations)
        if let message = response.message { output += style.dim(safe(message)) + "\n" }
        return output
    }

    private func line(_ answer: Answer, lead: String, leadWidth: Int, marks: [Int], showTime: Bool) -> String {
        var qualifiers = PlainWords.qualifiers(of: answer)
        if showTime, let time = answer.time, let words = PlainWords.time(time), !answer.text.contains(words) {
            qualifiers += (qualifiers.isEmpty ? "" : ", ") + words
        }
        let mark = marks.map { "[\($0)]" }.joined()
        let text = safe(answer.text) + (qualifiers.isEmpty ? "" : " — " + safe(qualifiers))
        var lines = TextLayout.wrap(text, width: width - leadWidth - mark.count - 1)
        let gap = max(1, width - leadWidth - DisplayWidth.columns(of: lines[0]) - mark.count)
        let plain = lines[0]
        lines[0] = emphasised(plain, answer: safe(answer.text)) + (mark.isEmpty ? "" : String(repeating: " ", count: gap) + style.dim(mark))
        let indent = String(repeating: " ", count: leadWidth)
        return lines.enumerated().map { ($0.offset == 0 ? lead : indent) + $0.element + "\n" }.joined()
    }

    private func emphasised(_ line: String, answer: String) -> String {
        guard line.hasPrefix(answer) else { return style.bold(line) }
        return style.bold(answer) + line.dropFirst(answer.count)
    }

    // MARK: - Citations

    /// All sentences, and of the rows of tables as many as can be read at a glance.
    private func citations(_ citations: [Citation]) -> String {
        var output = ""
        var rows = 0
        for (number, citation) in citations.enumerated() {
            let isRow = citation.row != nil || citation.span.length == 0
            if isRow { rows += 1 }
            if !isRow || rows <= Self.mostRows { output += cite(citation, number: number + 1) }
        }
        if rows > Self.mostRows { output += style.dim("  … and \(rows - Self.mostRows) more rows; .source N shows one") + "\n" }
        return output
    }

    private static let mostRows = 8

    private func cite(_ citation: Citation, number: Int) -> String {
        let label = "  [\(number)] "
        let indent = String(repeating: " ", count: label.count)
        let source = safe(PlainWords.source(of: citation))
        guard !citation.quote.isEmpty else { return label + source + "\n" }
        let lines = TextLayout.wrap("\(source): “\(safe(citation.quote))”", width: width, firstIndent: label, indent: indent)
        return underline(lines, words: emphasis(of: citation)).map { $0 + "\n" }.joined()
    }

    private func emphasis(of citation: Citation) -> String {
        guard let span = citation.emphasis, citation.span.contains(span), span.length < citation.span.length else { return "" }
        let scalars = Array(citation.quote.unicodeScalars)
        let first = span.start - citation.span.start
        let last = min(scalars.count, span.end - citation.span.start)
        guard first < last else { return "" }
        var words = String.UnicodeScalarView()
        words.append(contentsOf: scalars[first..<last])
        return safe(String(words))
    }

    /// Underlines the words where they stand on one line; over a line break they are left plain.
    private func underline(_ lines: [String], words: String) -> [String] {
        guard style.colours, !words.isEmpty else { return lines }
        var rest = words[...]
        var found = false
        return lines.map { line in
            guard !rest.isEmpty else { return line }
            let content = line.drop(while: { $0 == " " })
            if !found, let start = line.firstRange(of: rest) {
                defer { rest = "" }
                return String(line[..<start.lowerBound]) + style.underlined(String(rest)) + String(line[start.upperBound...])
            }
            if found, rest.hasPrefix(content) {
                rest = rest.dropFirst(content.count).drop(while: { $0 == " " })
                return String(repeating: " ", count: line.count - content.count) + style.underlined(String(content))
            }
            if !found, let overlap = Self.overlap(endOf: line, startOf: rest) {
                found = true
                defer { rest = rest.dropFirst(overlap).drop(while: { $0 == " " }) }
                return String(line.dropLast(overlap)) + style.underlined(String(rest.prefix(overlap)))
            }
            return line
        }
    }

    private static func overlap(endOf line: String, startOf words: Substring) -> Int? {
        stride(from: min(line.count, words.count), to: 3, by: -1).first { line.hasSuffix(words.prefix($0)) }
    }

    // MARK: - Refusals and diagnostics

    private func refusal(_ response: Response) -> String {
        var output = TextLayout.wrap(safe(response.message ?? "The articles don't say."), width: width).map { $0 + "\n" }.joined()
        var numbers = Numbering()
        for closest in response.closest {
            let number = numbers.number(of: closest.evidence)
            let isQuote = closest.text == closest.evidence.quote
            let text = isQuote ? "Closest: [\(number)] (\(safe(closest.reason)))" : "Closest: \(safe(closest.text)) (\(safe(closest.reason))) [\(number)]"
            output += TextLayout.wrap(text, width: width, firstIndent: "  ", indent: "    ").map { style.dim($0) + "\n" }.joined()
        }
        for (number, citation) in numbers.citations.enumerated() { output += cite(citation, number: number + 1) }
        return output
    }

    /// Each with the place in the line that it speaks of.
    public func diagnostics(_ diagnostics: [Diagnostic], of line: String) -> String {
        var output = ""
        for diagnostic in diagnostics {
            let excerpt = Excerpt(of: line, around: diagnostic.span, width: width)
            output += safe(excerpt.text) + "\n"
            let caret = String(repeating: " ", count: DisplayWidth.columns(of: safe(excerpt.before)))
            output += caret + style.yellow("^" + String(repeating: "~", count: max(0, excerpt.length - 1))) + "\n"
            output += "\(style.yellow("Not understood:")) \(safe(diagnostic.message))\n"
            for suggestion in Self.distinct(diagnostic.suggestions).prefix(3) { output += "  try: \(safe(suggestion))\n" }
        }
        if diagnostics.isEmpty { output += style.yellow("Not understood.") + "\n" }
        return output
    }

    private static func distinct(_ texts: [String]) -> [String] {
        texts.enumerated().filter { !texts[..<$0.offset].contains($0.element) }.map(\.element)
    }

    private func safe(_ text: String) -> String { raw ? text : SafeText.escaped(text) }
}

/// The part of a line that a message speaks of, where the line is longer than the screen is wide.
struct Excerpt {
    let text: String
    /// What stands before the span in `text`.
    let before: String
    /// Scalars of the span that are shown.
    let length: Int

    init(of line: String, around span: Span, width: Int) {
        let scalars = Array(line.unicodeScalars)
        let start = scalars.count <= width ? 0 : min(max(0, span.start - width / 2), max(0, scalars.count - width))
        let end = min(scalars.count, start + width)
        let first = min(max(span.start, start), end)
        text = String(scalars: scalars[start..<end])
        before = String(scalars: scalars[start..<first])
        length = min(span.end, end) - first
    }
}

/// Citations in order of first use, each sentence once.
public struct Numbering {
    public private(set) var citations: [Citation] = []

    public init() {}

    /// - Returns: the number of a citation, a new one where it was not cited before.
    public mutating func number(of citation: Citation) -> Int {
        if let index = citations.firstIndex(where: { 
            $0.document == citation.document && $0.span == citation.span && $0.row == citation.row && $0.quote == citation.quote
        }) { return index + 1 }
        citations.append(citation)
        return citations.count
    }
}
