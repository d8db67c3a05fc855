import Facts

/// Finds out why a line was not understood and what could stand there instead. Every suggestion has been parsed.
struct Diagnosis {
    let grammar: EnglishGrammar
    let line: String
    let words: [QuestionWord]
    /// Index of the first word that no reading got past.
    let furthest: Int

    private static let mostSuggestions = 3

    func diagnostics() -> [Diagnostic] {
        guard let last = words.last else {
            return [Diagnostic(span: Span(0, 0), message: "There is no question on this line", suggestions: Self.examples)]
        }
        let misspelled = corrections()
        if let first = misspelled.first {
            let suggestions = misspelled.filter { $0.span == first.span }.map(\.suggestion)
            return [
                Diagnostic(
                    span: first.span, message: "“\(first.word)” is not known; did you mean “\(first.correct)”?",
                    suggestions: suggestions)
            ]
        }
        let place = furthest < words.count ? words[furthest].span : Span(last.span.end, last.span.end)
        let message =
            furthest < words.count ? "The question is not understood from “\(words[furthest].form)” on" : "The question breaks off here"
        var suggestions = shortened()
        if suggestions.isEmpty { suggestions = aboutNames() }
        if suggestions.isEmpty { suggestions = Self.examples }
        return [Diagnostic(span: place, message: message, suggestions: suggestions)]
    }

    static let examples = ["what happened last year", "who is the president", "list the countries"]

    // MARK: - Misspelled words

    struct Correction {
        var span: Span
        var word: String
        var correct: String
        var suggestion: String
    }

    /// Words that nobody knows, with the nearest known word that makes the line understood.
    func corrections() -> [Correction] {
        var result: [Correction] = []
        let unknown = words.filter { $0.isUnknown && $0.nameLength == 0 && $0.form.utf8.count > 2 }
        let short = words.filter {
            !$0.isUnknown && $0.isContent && $0.nameLength == 0 && $0.form.utf8.count <= 4 && !$0.token.isCapitalised
        }
        for word in unknown + short {
            for candidate in candidates(for: word) {
                let corrected = replaced(word.span, by: candidate)
                guard grammar.understands(corrected) else { continue }
                result.append(Correction(span: word.span, word: word.form, correct: candidate, suggestion: corrected))
                if result.count == Self.mostSuggestions { return result }
            }
        }
        return result
    }

    /// Function words, command words and the store's words one slip away (for longer words two), nearest first.
    private func candidates(for word: QuestionWord) -> [String] {
        let typed = Array(word.lower.utf8)
        let prefix = String(word.lower.prefix(1))
        let known =
            Self.frequentWords
            + grammar.vocabulary.words(startingWith: prefix, limit: 500).map(\.word)
            + (word.token.isCapitalised ? grammar.vocabulary.names(startingWith: String(word.form.prefix(2)), limit: 500) : [])
        let allowed = typed.count > 5 ? 2 : 1
        var found: [(String, Int)] = []
        for candidate in known {
            let other = Array(candidate.lowercased().utf8)
            guard abs(other.count - typed.count) <= allowed else { continue }
            let distance = EditDistance.between(typed, other, limit: allowed)
            if distance <= allowed, distance > 0, !found.contains(where: { $0.0 == candidate }) { found.append((candidate, distance)) }
        }
        return found.enumerated().sorted { ($0.element.1, $0.offset) < ($1.element.1, $1.offset) }.prefix(4).map(\.element.0)
    }

    /// The words that people misspell at the place where it matters most, the likeliest first.
    private static let frequentWords = wordList(
        """
        what which who where when whose whom how why did does was were is are has have had will would could should the that
        between before after during many much happened list show count name tell about with from according
        """)

    private func replaced(_ span: Span, by text: String) -> String {
        let scalars = Array(line.unicodeScalars)
        var result = String.UnicodeScalarView()
        result.append(contentsOf: scalars[..<span.start])
        result.append(contentsOf: text.unicodeScalars)
        result.append(contentsOf: scalars[span.end...])
        return String(result)
    }

    // MARK: - Shorter questions

    /// The longest beginnings that are understood, and the line without the words that stopped it.
    private func shortened() -> [String] {
        var result: [String] = []
        let scalars = Array(line.unicodeScalars)
        func text(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])).trimmed }
        for length in stride(from: min(furthest + 1, 24), to: max(0, furthest - 8), by: -1)
        where length > 0 && length <= words.count && result.count < 2 {
            let span = words[length - 1].span
            let beginning = text(words[0].span.start..<span.end)
            if words[length - 1].isMark || beginning == line.trimmed { continue }
            if grammar.understands(beginning) { result.append(beginning) }
        }
        if furthest < words.count {
            let without = (text(0..<words[furthest].span.start) + " " + text(words[furthest].span.end..<scalars.count)).trimmed
            if !without.isEmpty, without.unicodeScalars.count <= 400, grammar.understands(without) { result.append(without) }
        }
        return result
    }

    /// "what is X" for what the line speaks of.
    private func aboutNames() -> [String] {
        for index in words.indices {
            let length = words[index].nameLength
            let isName = length > 0 || words[index].token.isCapitalised && index > 0 && words[index].isContent
            guard isName else { continue }
            let end = index + max(1, length)
            let scalars = Array(line.unicodeScalars)
            let name = String(String.UnicodeScalarView(scalars[words[index].span.start..<words[end - 1].span.end]))
            let question = "what is \(name)"
            if grammar.understands(question) { return [question] }
        }
        return []
    }
}

extension String {
    /// Without white space at both ends.
    fileprivate var trimmed: String {
        var scalars = unicodeScalars[...]
        while scalars.first?.properties.isWhitespace == true { scalars.removeFirst() }
        while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
        return String(scalars)
    }
}
