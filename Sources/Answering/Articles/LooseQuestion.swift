import Facts

/// A question as what it asks for and the words that an answering sentence must speak of, whatever hangs on what.
///
/// For want of a better reading: where the grammar has none, or where no fact meets its reading because the article puts things in other
/// words.
struct LooseQuestion {
    let phrases: PhraseReader

    /// Nil for a line that asks with none of the wh-words.
    func query(_ line: String) -> ArticleQuery? {
        let words = phrases.forms.words(of: line)
        guard let wh = words.firstIndex(where: { Self.whWords.contains($0.text) }), wh <= 3 else { return nil }
        let scalars = Array(line.unicodeScalars)
        func text(_ range: Range<Int>) -> String {
            range.isEmpty ? "" : String(scalars: scalars[words[range.lowerBound].span.start..<words[range.upperBound - 1].span.end])
        }
        var query = ArticleQuery(line: line, form: .argument)
        let end = asked(words, at: wh, &query, text)
        let rest = [text(0..<wh), text(end..<words.count)].joined(separator: " ")
        let phrase = phrases.terms(of: rest)
        guard !phrase.isEmpty, !phrase.terms.contains(where: { $0.text == "name" }) else { return nil }
        query.slots = [Slot(place: .circumstance, phrase: phrase)]
        return query
    }

    /// Reads the wh-phrase; where it ends.
    private func asked(_ words: [FormedWord], at wh: Int, _ query: inout ArticleQuery, _ text: (Range<Int>) -> String) -> Int {
        let next = wh + 1 < words.count ? words[wh + 1].text : ""
        switch words[wh].text {
        case "who", "whom", "whose": query.wanted.kind = .person
        case "when": query.form = .time
        case "where": query.form = .place
        case "why": query.form = .reason
        case "how" where next == "many" || next == "much":
            let end = nouns(words, from: wh + 2)
            query.wanted.kind = .quantity(phrases.terms(of: text(wh + 2..<end)))
            return end
        case "how" where Self.measures.contains(next):
            query.form = .extent(next == "long" ? "lasting" : next)
            return wh + 2
        case "how": query.form = .manner
        default: return named(words, at: wh, &query, text)
        }
        return wh + 1
    }

    /// "Which airline", "what kind of ship", "on what day", "what".
    private func named(_ words: [FormedWord], at wh: Int, _ query: inout ArticleQuery, _ text: (Range<Int>) -> String) -> Int {
        var start = wh + 1
        if start + 1 < words.count, ["kind", "type", "sort"].contains(words[start].text), words[start + 1].text == "of" { start += 2 }
        let end = nouns(words, from: start)
        let phrase = phrases.terms(of: text(start..<end))
        guard let head = phrase.head else { return end }
        if ["day", "date", "year", "month", "time"].contains(head.text) { query.form = .time }
        if ["percentage", "share", "number", "amount"].contains(head.text) {
            query.wanted.kind = .quantity(PhraseTerms(text: "", terms: []))
        } else {
            query.wanted.kind = .kind(phrase, isPlural: false)
        }
        return end
    }

    /// Where the nouns after a wh-word end: before the auxiliary or verb.
    private func nouns(_ words: [FormedWord], from start: Int) -> Int {
        var end = start
        while end < words.count, end - start < 5, !FunctionWords.contains(words[end].text) || words[end].text == "of" && end > start {
            if end > start, phrases.meanings.isVerbOnly(words[end].text) { break }
            end += 1
        }
        return end
    }

    private static let whWords: Set<String> = ["who", "whom", "whose", "what", "which", "when", "where", "why", "how"]
    private static let measures: Set<String> = ["long", "old", "far", "big", "large", "tall", "high", "deep", "wide", "heavy", "fast", "hot", "cold"]
}
