import Chronology
import Facts

/// Reads the time expressions of a sentence again, for a fact that got none when its article was read.
struct SentenceTimes {
    let source: SentenceSource

    /// The expression inside the fact's words; one that stands elsewhere in the sentence only where the sentence tells of nothing else.
    func nearest(to fact: Fact, in view: SentenceView) -> ValidTime? {
        let published = source.document(view.key.document)?.published
        let found = TimeTagger().tag(sentences: [Self.words(view.sentence.text)], published: published).filter { $0.kind == .date
            || $0.kind == .time }
        let start = fact.evidence.span.start - view.sentence.span.start, end = fact.evidence.span.end - view.sentence.span.start
        let inside = found.filter { $0.span.start >= start && $0.span.end <= end }
        let isAlone = view.facts.filter { $0.fact.rule == "verb" }.count <= 1
        guard let expression = inside.first ?? (isAlone ? found.first : nil) else { return nil }
        let scalars = Array(view.sentence.text.unicodeScalars)
        let text = String(scalars: scalars[expression.span.start..<expression.span.end])
        return expression.time.map { time in
            var time = time
            time.text = text
            return time
        } ?? ValidTime(start: .unknown, end: .unknown, precision: .unknown, text: text, origin: .stated, value: expression.value)
    }

    private static func words(_ text: String) -> [Word] {
        let scalars = Array(text.unicodeScalars)
        var words: [Word] = []
        var index = 0
        while index < scalars.count {
            if scalars[index].properties.isWhitespace { index += 1; continue }
            var end = index + 1
            if isInner(scalars[index]) {
                while end < scalars.count, isInner(scalars[end]) || joins(scalars, end) { end += 1 }
            }
            words.append(Word(span: Span(index, end), form: String(scalars: scalars[index..<end]), lemma: "", xpos: ""))
            index = end
        }
        return words
    }

    private static func isInner(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isAlphabetic || scalar.properties.numericType != nil }

    /// A point, comma or hyphen between two letters or figures.
    private static func joins(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
        guard [".", ",", "-", ":"].contains(scalars[index]), index + 1 < scalars.count else { return false }
        return isInner(scalars[index + 1])
    }
}
