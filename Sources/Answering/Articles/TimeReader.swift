import Chronology
import Facts
import Questions

/// Reads the times that a question names, with the chronology of the articles.
struct TimeReader {
    /// From which "last August" counts.
    let asOf: Day?

    func read(_ phrase: PrepositionalPhrase, line: QueryCompiler) -> AskedTime? {
        guard phrase.object.noun?.wh == nil else { return nil }
        return read(line.text(phrase.span))
    }

    /// Nil where the words are not a time and nothing else.
    func read(_ words: String) -> AskedTime? {
        let split = Self.split(words)
        guard (1...12).contains(split.count) else { return nil }
        let found = TimeTagger().tag(sentences: [split], published: asOf).filter { $0.kind == .date || $0.kind == .time }
        guard let first = found.first, let last = found.last, first.time != nil || last.time != nil else { return nil }
        guard Self.isAllTime(split, found) else { return nil }
        let start = first.time?.start.day, end = last.time?.end.day
        guard start != nil || end != nil else { return nil }
        return AskedTime(text: words, start: start, end: end, relation: relation(split, first))
    }

    private func relation(_ words: [Word], _ expression: TimeExpression) -> AskedTime.Relation {
        switch words[0].form.lowercased() {
        case "before", "until", "till": .before
        case "after": .after
        case "since": .since
        default:
            switch expression.relation {
            case .before, .until: .before
            case .after: .after
            case .since: .since
            case .at, .by, .during, .range: .during
            }
        }
    }

    /// Whether no word but prepositions and the like is left over.
    private static func isAllTime(_ words: [Word], _ found: [TimeExpression]) -> Bool {
        words.allSatisfy { word in found.contains { $0.span.overlaps(word.span) } || connecting.contains(word.form.lowercased()) }
    }

    private static let connecting: Set<String> = [
        "in", "on", "at", "by", "before", "after", "since", "until", "till", "from", "during", "between", "within", "throughout", "for", "over",
        "around", "about", "as", "of", "and", "to", "the", "through", ",",
    ]

    private static func split(_ text: String) -> [Word] {
        var words: [Word] = []
        let scalars = Array(text.unicodeScalars)
        var index = 0
        while index < scalars.count {
            if scalars[index].properties.isWhitespace { index += 1; continue }
            var end = index + 1
            if isInner(scalars[index]) { while end < scalars.count, isInner(scalars[end]) { end += 1 } }
            words.append(Word(span: Span(index, end), form: String(String.UnicodeScalarView(scalars[index..<end])), lemma: "", xpos: ""))
            index = end
        }
        return words
    }

    private static func isInner(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil || ["-", "–", ".", ":", "/"].contains(scalar)
    }
}
