import FactStore
import Facts
import Questions

/// A line of a journal, read.
///
///     line    = day [ "T" time ] blank words  |  "#" comment  |  ""
///     words   = "assert" fact | "retract" ( id | pattern ) | "alias" name "=" name | "merge" name "," name
///             | "split" name "(" document { "," document } ")" | "undo" words
///
/// `CorrectionParser` reads the words.
public enum JournalLine: Hashable, Sendable {
    case empty
    case correction(day: Day, words: String, Correction)
    /// Takes back the last correction before it that has these words.
    case undo(words: String)

    /// - Throws: a `Diagnostic` with the place in the line.
    public init(_ line: String) throws(Diagnostic) {
        let text = line.trimmingBlanks
        guard let first = text.first, first != "#" else {
            self = .empty
            return
        }
        let stamp = text.prefix { $0 != " " }
        guard let day = Self.day(of: stamp) else {
            throw Diagnostic(span: Span(0, stamp.unicodeScalars.count), message: "A line begins with its day or time",
                             suggestions: ["2026-11-28T09:30:00Z alias Nan = Ann Lee", "# a comment"])
        }
        let words = String(text.dropFirst(stamp.count)).trimmingBlanks
        if let undone = words.argument(of: "undo") {
            self = .undo(words: undone)
            return
        }
        do {
            self = .correction(day: day, words: words, try CorrectionParser.parse(words))
        } catch {
            throw error.moved(by: line.offset(of: words))
        }
    }

    /// The day of `2026-11-28` or `2026-11-28T09:30:00Z`.
    private static func day(of stamp: Substring) -> Day? {
        let parts = stamp.split(separator: "T", omittingEmptySubsequences: false)
        guard let day = parts.first.flatMap({ Day(iso: $0) }) else { return nil }
        return parts.count == 1 || parts.count == 2 && parts[1].hasSuffix("Z") ? day : nil
    }

    static func text(_ words: String, at moment: Moment) -> String { "\(moment) \(words)" }
}

extension Diagnostic {
    /// The same for a line that has `count` more characters before.
    public func moved(by count: Int) -> Diagnostic {
        Diagnostic(span: Span(span.start + count, span.end + count), message: message, suggestions: suggestions)
    }
}

extension String {
    var trimmingBlanks: String {
        let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\r" || $0 == "\r\n" }
        guard let first = firstIndex(where: { !isBlank($0) }), let last = lastIndex(where: { !isBlank($0) }) else { return "" }
        return String(self[first...last])
    }

    /// What follows a command's name.
    func argument(of command: String) -> String? {
        hasPrefix(command + " ") ? String(dropFirst(command.count + 1)).trimmingBlanks : nil
    }

    /// Scalars before the last place of `text`.
    func offset(of text: String) -> Int {
        ranges(of: text).last.map { unicodeScalars.distance(from: startIndex, to: $0.lowerBound) } ?? 0
    }
}
