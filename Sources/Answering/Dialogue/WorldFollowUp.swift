import Facts
import Questions

/// Puts a fragment ("and in Peru?", "who else?", "the second largest?") into the question before it, over tables.
///
/// Most fragments take the place of words of that question, which is then read again as a line; a few change what its tree asks for.
struct WorldFollowUp {
    /// The question that a fragment may mean.
    enum Completion {
        case line(String)
        case tree(QuestionTree)
    }

    let last: WorldTurn
    /// Whether a name is one of the tables', and whether two are of one kind.
    let isName: (String) -> Bool
    let areAlike: (String, String) -> Bool

    /// Likeliest first.
    func completions(of fragment: QuestionTree) -> [Completion] {
        if let phrase = fragment.focus.first, case .noun(let noun) = phrase { return completions(of: noun, in: fragment) }
        guard let adjunct = fragment.adjuncts.first else { return [] }
        switch adjunct {
        case .prepositional(let phrase):
            let words = slice(fragment.text, phrase.span)
            let same = last.tree.prepositionalPhrases.filter { $0.preposition == phrase.preposition }
            return same.reversed().map { .line(spliced(words, at: $0.span)) } + [.line(appended(words))]
        case .time(let words, _):
            let dated = last.tree.prepositionalPhrases.map(\.span).filter { slice(last.tree.text, $0).contains(where: \.isNumber) }
            return (last.tree.times + dated).map { .line(spliced(words, at: $0)) } + [.line(appended(words))]
        case .wh(let adverb, let span): return [asking(.wh(adverb, span))].compactMap { $0.map(Completion.tree) }
        case .clause(_, _, let span): return [.line(appended(slice(fragment.text, span)))]
        case .infinitive, .adverb: return []
        }
    }

    private func completions(of noun: NounPhrase, in fragment: QuestionTree) -> [Completion] {
        if noun.determiner == .other || noun.adjectives.contains(where: { $0.lemma == "other" }), noun.wh != nil {
            return [others()].compactMap { $0.map(Completion.tree) }
        }
        if let wh = noun.wh { return noun.head.isEmpty ? [counted(wh)].compactMap { $0.map(Completion.tree) } : [] }
        let words = slice(fragment.text, noun.span)
        if noun.head.isEmpty, let adjective = noun.adjectives.last { return ranked(slice(fragment.text, adjective.span), words) }
        let names = last.tree.nounPhrases.filter { isName($0.name) }.reversed()
        let alike = names.filter { areAlike($0.name, noun.name) } + names.filter { !areAlike($0.name, noun.name) }
        if isName(noun.name) { return alike.map { .line(spliced(words, at: $0.span)) } }
        let kinds = last.tree.nounPhrases.filter { !$0.head.isEmpty && !isName($0.name) }
        return kinds.compactMap { replacingName(of: $0, by: words) }
    }

    // MARK: Words in the place of others

    /// "the second largest": in the place of another superlative, else of the answers.
    private func ranked(_ adjective: String, _ words: String) -> [Completion] {
        let graded = last.tree.nounPhrases.flatMap(\.adjectives).filter { $0.degree != .plain && $0.degree != .comparative }
        return graded.map { .line(spliced(adjective, at: $0.span)) } + [.line("which of them is \(words)")]
    }

    /// "Which doctors …" with "nurses": the noun alone is replaced.
    private func replacingName(of noun: NounPhrase, by words: String) -> Completion? {
        let whole = slice(last.tree.text, noun.span)
        guard let range = whole.range(of: noun.name) else { return nil }
        return .line(spliced(whole.replacingCharacters(in: range, with: words), at: noun.span))
    }

    private func spliced(_ words: String, at span: Span) -> String {
        let text = last.tree.text
        return slice(text, Span(0, span.start)) + words + slice(text, Span(span.end, text.unicodeScalars.count))
    }

    private func appended(_ words: String) -> String {
        var text = last.tree.text
        while let mark = text.last, mark.isWhitespace || "?.!".contains(mark) { text.removeLast() }
        return "\(text) \(words)"
    }

    private func slice(_ text: String, _ span: Span) -> String {
        let scalars = text.unicodeScalars
        guard let start = scalars.index(scalars.startIndex, offsetBy: span.start, limitedBy: scalars.endIndex),
            let end = scalars.index(start, offsetBy: span.length, limitedBy: scalars.endIndex)
        else { return "" }
        return String(scalars[start..<end])
    }

    // MARK: Changes of what is asked

    /// "when?": the question asks for its time; what it asked for is known now.
    private func asking(_ adjunct: Adjunct) -> QuestionTree? {
        guard var clause = last.tree.clause else { return nil }
        if last.tree.mood == .wh {
            guard last.answers.count == 1, let answer = last.answers.first else { return nil }
            let known = Phrase.noun(NounPhrase(head: answer.text, name: answer.text, span: clause.subject?.span ?? clause.verb.span))
            guard clause.replaceAsked(by: { _ in known }) else { return nil }
        }
        clause.adjuncts.append(adjunct)
        var tree = last.tree
        tree.mood = .wh
        tree.clause = clause
        return tree
    }

    /// "who else?": the same of others than those who are known.
    private func others() -> QuestionTree? {
        guard var clause = last.tree.clause else { return nil }
        func excluding(_ names: [Phrase], _ span: Span) -> PrepositionalPhrase {
            PrepositionalPhrase(preposition: "except", object: names.count == 1 ? names[0] : .coordination(names, all: false), span: span)
        }
        if last.tree.mood == .wh {
            let known = last.answers.filter { $0.entity != nil }.map { Phrase.noun(NounPhrase(head: $0.text, name: $0.text, span: clause.verb.span)) }
            guard !known.isEmpty, clause.replaceAsked(by: { noun in
                var noun = noun
                noun.prepositions.append(excluding(known, noun.span))
                return .noun(noun)
            }) else { return nil }
        } else {
            guard case .noun(let subject)? = clause.subject else { return nil }
            let asked = NounPhrase(wh: .who, prepositions: [excluding([.noun(subject)], subject.span)], span: subject.span)
            clause.subject = .noun(asked)
        }
        var tree = last.tree
        tree.mood = .wh
        tree.clause = clause
        return tree
    }

    /// "how many?": the number of what was asked for.
    private func counted(_ wh: NounPhrase.Wh) -> QuestionTree? {
        guard wh == .howMany else { return nil }
        var tree = last.tree
        if tree.mood == .list || tree.mood == .keywords {
            tree.mood = .count
            return tree
        }
        guard var clause = tree.clause, clause.replaceAsked(by: { noun in
            var noun = noun
            noun.wh = .howMany
            return .noun(noun)
        }) else { return nil }
        tree.clause = clause
        return tree
    }
}

extension Clause {
    /// Changes the phrase that asks; false where none does.
    fileprivate mutating func replaceAsked(by change: (NounPhrase) -> Phrase) -> Bool {
        if case .noun(let noun)? = subject, noun.wh != nil {
            subject = change(noun)
            return true
        }
        for index in objects.indices {
            guard case .noun(let noun) = objects[index], noun.wh != nil else { continue }
            objects[index] = change(noun)
            return true
        }
        if case .phrase(.noun(let noun))? = complement, noun.wh != nil {
            complement = .phrase(change(noun))
            return true
        }
        for index in adjuncts.indices {
            guard case .prepositional(var phrase) = adjuncts[index], case .noun(let noun) = phrase.object, noun.wh != nil else { continue }
            phrase.object = change(noun)
            adjuncts[index] = .prepositional(phrase)
            return true
        }
        return false
    }
}
