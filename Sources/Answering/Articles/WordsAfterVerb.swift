import Facts

/// What stands after a verb in a sentence, for "what did X promise" where the reader found no object.
struct WordsAfterVerb {
    let matcher: TermMatcher

    /// The words up to the end of the clause; nil where the verb isn't there in its own form, or its subject doesn't stand before it.
    func find(_ query: ArticleQuery, in view: SentenceView) -> String? {
        guard let predicate = query.predicate, let subject = query.slots.first(where: { $0.place == .subject }) else { return nil }
        let verbs = Set(predicate.lemmas.filter { $0.value >= 0.9
                        && !$0.key.contains(" ") }.map { matcher.meanings.forms.number(of: $0.key) })
        guard let at = view.words.firstIndex(where: { $0.forms.contains(where: verbs.contains) }) else { return nil }
        let before = Array(view.words[..<at])
        guard let head = subject.phrase.head, head.isName ? matcher.match(head, in: view) > 0
            : matcher.match(head, in: before) > 0.7 else { return nil }
        let scalars = Array(view.sentence.text.unicodeScalars)
        let rest = String(String.UnicodeScalarView(scalars[view.words[at].span.end...]))
        guard rest.hasPrefix(" ") else { return nil }
        let end = Self.ends.compactMap { rest.firstRange(of: $0)?.lowerBound }.min() ?? rest.endIndex
        let words = Wording.trimmed(String(rest[..<end]))
        return words.split(separator: " ").count >= 1 && !words.isEmpty ? words : nil
    }

    private static let ends = ["; ", " — ", ", but ", ", which ", ", who ", ", where ", ", said ", ", officials ", ", according ",
                               ", while ", ". ", "” "]
}
