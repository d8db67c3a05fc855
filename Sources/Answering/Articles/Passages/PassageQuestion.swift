import Facts

/// A question as what it asks for and the words that an answering sentence must speak of, whatever hangs on what.
///
/// For want of a better reading: where the grammar has none, or where no fact meets its reading because the article puts things in other
/// words.
struct PassageQuestion {
    /// What the wh-phrase asks for; the raw values name features of the model.
    enum Asked: String { case who, when, place = "where", amount = "howmany", extent = "howadj", which, what, why, how }

    var asked: Asked
    /// "airline" of "which airline", "jets" of "how many jets".
    var focus = PhraseTerms(text: "", terms: [])
    /// Everything else that the question says.
    var rest: PhraseTerms
    /// "deep" of "how deep".
    var adjective: String?
    /// The same as a query, which is printed and remembered.
    var query: ArticleQuery

    /// Nil where the query asks for nothing or says nothing else.
    init?(_ query: ArticleQuery) {
        guard let rest = query.slots.first?.phrase, !rest.isEmpty else { return nil }
        self.query = query
        self.rest = rest
        switch (query.form, query.wanted.kind) {
        case (.time, _): asked = .when
        case (.place, _): asked = .place
        case (.reason, _): asked = .why
        case (.manner, _): asked = .how
        case (.extent(let adjective), _):
            asked = .extent
            self.adjective = adjective
        case (.argument, .person): asked = .who
        case (.argument, .quantity(let counted)):
            asked = .amount
            focus = counted
        case (.argument, .kind(let kind, _)):
            asked = .which
            focus = kind
        case (.argument, _): asked = .what
        default: return nil
        }
    }

    /// "on" of "on which island", "from" of "what does it come from".
    var preposition: String? { if case .preposition(let word) = query.wanted.place { word } else { nil } }
    /// Whether the wh-phrase does what the verb says: "who bought the ship".
    var isSubject: Bool { [.who, .what, .which].contains(asked) && query.wanted.place == .subject }
    /// Whether the question asks for an act as a whole: "what happened", "what did they do".
    var asksForAct: Bool { query.wanted.kind == .action }

    /// The terms that a sentence is held against: a noun asked for with half its weight.
    var terms: [QuestionTerm] {
        let counts = asked == .which || asked == .amount
        return Self.named(rest) + (counts ? Self.named(focus).map { $0.weighing(0.5 * $0.weight) } : [])
    }

    /// Words in capitals are parts of names, for which nothing near in meaning stands.
    private static func named(_ phrase: PhraseTerms) -> [QuestionTerm] {
        let scalars = Array(phrase.text.unicodeScalars)
        return phrase.terms.map { term in
            guard !term.isName, term.kind != .number, let span = term.span, span.start > 0, span.start < scalars.count,
                scalars[span.start].properties.isUppercase, term.forms.count > 0
            else { return term }
            return QuestionTerm(kind: .unknownName, text: term.text, entities: [], names: [FoldedName(term.text).text], forms: term.forms,
                                weight: term.weight)
        }
    }

    /// The verb of the question, unless it says too little.
    func mainVerb(_ meanings: WordMeanings) -> QuestionTerm? {
        rest.terms.first { !$0.isName && $0.weight >= 1 && meanings.isMostlyVerb($0.text) }
    }
}

/// Reads a line as a ``PassageQuestion``.
struct PassageQuestionReader {
    let phrases: PhraseReader

    /// Nil for a line that asks with none of the wh-words or says nothing else.
    func read(_ line: String) -> PassageQuestion? {
        let words = phrases.forms.words(of: line)
        guard let wh = words.firstIndex(where: { Self.whWords.contains($0.text) }), wh <= 5, asks(words), !asksForExpansion(words) else { return nil }
        let scalars = Array(line.unicodeScalars)
        func text(_ range: Range<Int>) -> String {
            range.isEmpty ? "" : String(scalars: scalars[words[range.lowerBound].span.start..<words[range.upperBound - 1].span.end])
        }
        var query = ArticleQuery(line: line, form: .argument)
        let end = readAsked(words, at: wh, &query, text)
        let rest = phrases.terms(of: [text(0..<wh), text(end..<words.count)].joined(separator: " "))
        guard !rest.isEmpty, !rest.terms.contains(where: { $0.text == "name" }) else { return nil }
        query.slots = [Slot(place: .circumstance, phrase: rest)]
        query.wanted.place = place(words, wh, end)
        if query.wanted.kind == .anything, asksForAct(words) { query.wanted.kind = .action }
        guard let question = PassageQuestion(query), !isOfOffice(question) else { return nil }
        return question
    }

    /// "Was the woman who …" asks whether.
    private func asks(_ words: [FormedWord]) -> Bool { !Self.auxiliaries.contains(words[0].text) && !Self.copulas.contains(words[0].text) }

    /// "What does NATO stand for": letters, not words.
    private func asksForExpansion(_ words: [FormedWord]) -> Bool { words.suffix(2).map(\.text) == ["stand", "for"] }

    private func asksForAct(_ words: [FormedWord]) -> Bool {
        words.last?.text == "do" || words.contains { ["happen", "happened", "happens"].contains($0.text) }
    }

    /// "Who is the mayor": who holds an office is never guessed.
    private func isOfOffice(_ question: PassageQuestion) -> Bool { question.asked == .who && question.mainVerb(phrases.meanings) == nil }

    private func place(_ words: [FormedWord], _ wh: Int, _ end: Int) -> Slot.Place {
        if wh > 0, Self.prepositions.contains(words[wh - 1].text) { return .preposition(words[wh - 1].text) }
        if let last = words.last, Self.prepositions.contains(last.text) { return .preposition(last.text) }
        return end < words.count && !Self.auxiliaries.contains(words[end].text) ? .subject : .object
    }

    /// Reads the wh-phrase; where it ends.
    private func readAsked(_ words: [FormedWord], at wh: Int, _ query: inout ArticleQuery, _ text: (Range<Int>) -> String) -> Int {
        let next = wh + 1 < words.count ? words[wh + 1].text : ""
        switch words[wh].text {
        case "who", "whom", "whose":
            query.wanted.kind = .person
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
        default: return readNamed(words, at: wh, &query, text)
        }
        return wh + 1
    }

    /// "Which airline", "what kind of ship", "on what day", "what".
    private func readNamed(_ words: [FormedWord], at wh: Int, _ query: inout ArticleQuery, _ text: (Range<Int>) -> String) -> Int {
        var start = wh + 1
        if start + 1 < words.count, ["kind", "type", "sort"].contains(words[start].text), words[start + 1].text == "of" { start += 2 }
        let end = nouns(words, from: start)
        guard start > wh + 1 || isNoun(words, start..<end) else { return wh + 1 }
        let phrase = phrases.terms(of: text(start..<end))
        guard let head = phrase.head else { return end }
        if ["day", "date", "year", "month", "time"].contains(head.text) {
            query.form = .time
        } else if ["percentage", "share", "number", "amount"].contains(head.text) {
            query.wanted.kind = .quantity(PhraseTerms(text: "", terms: []))
        } else {
            query.wanted.kind = .kind(phrase, isPlural: false)
        }
        return end
    }

    /// Whether the words after "what" are what is asked for, and not the verb: an auxiliary or a verb follows.
    private func isNoun(_ words: [FormedWord], _ range: Range<Int>) -> Bool {
        guard !range.isEmpty, range.upperBound < words.count else { return false }
        if words[range.lowerBound - 1].text == "which" { return true }
        let next = words[range.upperBound].text
        return Self.auxiliaries.contains(next) || Self.copulas.contains(next) || ["that", "who", "which", "in", "of"].contains(next) && !phrases.meanings.isMostlyVerb(words[range.lowerBound].text)
            || phrases.meanings.isMostlyVerb(next)
    }

    /// Where the nouns after a wh-word end: before the auxiliary or verb.
    private func nouns(_ words: [FormedWord], from start: Int) -> Int {
        var end = start
        while end < words.count, end - start < 5, !words[end].isFunctionWord || words[end].text == "of" && end > start {
            if end > start, phrases.meanings.isMostlyVerb(words[end].text) { break }
            end += 1
        }
        return end
    }

    private static let whWords: Set<String> = ["who", "whom", "whose", "what", "which", "when", "where", "why", "how"]
    private static let measures: Set<String> = ["long", "old", "far", "big", "large", "tall", "high", "deep", "wide", "heavy", "fast", "hot", "cold",
                                                "often"]
    static let auxiliaries: Set<String> = ["did", "do", "does", "has", "have", "had", "will", "would", "can", "could", "should", "might", "may", "must"]
    private static let copulas: Set<String> = ["is", "are", "was", "were", "be"]
    static let prepositions: Set<String> = ["of", "to", "in", "on", "at", "for", "by", "with", "from", "as", "into", "about", "after", "before",
                                            "during", "since", "until", "between", "against", "among", "over", "under", "through"]
}
