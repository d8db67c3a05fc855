import Facts

/// Finds how many or how much of something a sentence speaks of, by its words alone.
struct CountedThing {
    let matcher: TermMatcher

    /// "80 tons of fuel", "four-star": the number up to the noun, at most four words apart. Nil where the noun has no number before it.
    func find(_ phrase: PhraseTerms, in view: SentenceView) -> String? {
        guard let head = phrase.head else { return nil }
        let words = view.words
        for (index, word) in words.enumerated() where word.forms.contains(where: { head.forms[$0] ?? 0 >= 0.8 }) {
            for start in stride(from: index - 1, through: max(0, index - 4), by: -1) {
                guard words[start].isNumeral || matcher.meanings.isNumeral(words[start].text) else { continue }
                return slice(view, words[start].span.start, word.span.end)
            }
        }
        return nil
    }

    private func slice(_ view: SentenceView, _ start: Int, _ end: Int) -> String {
        String(String.UnicodeScalarView(Array(view.sentence.text.unicodeScalars)[start..<end]))
    }
}

extension String {
    var trimmingSpaces: String {
        let start = utf8.firstIndex { $0 != 0x20 } ?? utf8.endIndex
        let end = utf8.lastIndex { $0 != 0x20 }.map(utf8.index(after:)) ?? start
        return String(self[start..<end])
    }
}
