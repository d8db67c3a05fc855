import Facts

/// "Which came first, A or B": the alternative whose event is earlier (or later).
struct ComparisonStrategy {
    let engine: Engine

    func answer(_ query: ArticleQuery) throws -> Outcome {
        guard query.alternatives.count >= 2 else { return Outcome() }
        var dated: [(phrase: PhraseTerms, found: Found, day: Day)] = []
        for alternative in query.alternatives {
            guard let found = try time(of: alternative, query), let day = found.time?.start.day ?? found.time?.end.day else {
                return Outcome(message: "The articles give no date for \(alternative.text).")
            }
            dated.append((alternative, found, day))
        }
        let wantsLast = Self.asksForLast(query.line)
        let ordered = dated.stableSorted { wantsLast ? $0.day > $1.day : $0.day < $1.day }
        guard let first = ordered.first,
              ordered[1].day != first.day else { return Outcome(message: "The articles give both the same date.") }
        var found = first.found
        found.text = "\(first.phrase.text) (\(found.text))"
        found.premises = ordered.dropFirst().map(\.found.view)
        return Outcome(found: [found], isComplete: true)
    }

    static func asksForLast(_ line: String) -> Bool { ["last", "later", "latest", "second"].contains { line.lowercased().contains($0) } }

    private func time(of event: PhraseTerms, _ query: ArticleQuery) throws -> Found? {
        var asked = ArticleQuery(line: query.line, form: .time)
        asked.slots = [Slot(place: .circumstance, phrase: event)]
        return try TimeStrategy(engine: engine).answer(EventPhrase(engine: engine).expanded(asked)).found.max { $0.score < $1.score }
    }
}

/// "The ousting of the Gang": an event named by a noun made from a verb asks for that verb's facts.
struct EventPhrase {
    let engine: Engine

    /// The query with the noun as its predicate where the dictionary knows one, else unchanged.
    func expanded(_ query: ArticleQuery) -> ArticleQuery {
        guard query.predicate == nil, let slot = query.slots.first, let head = slot.phrase.terms.first(where: { $0.kind == .head }),
              slot.phrase.terms.count > 1, let verb = verb(of: head) else { return query }
        var expanded = query
        expanded.predicate = engine.predicates.predicateClass(verb, particle: "")
        let rest = PhraseTerms(text: slot.phrase.text, terms: slot.phrase.terms.filter { $0 != head })
        expanded.slots = [Slot(place: .circumstance, phrase: rest)] + query.slots.dropFirst()
        return expanded
    }

    private func verb(of head: QuestionTerm) -> String? {
        if let nominal = engine.verbs.nominal(head.text) { return nominal.verb }
        if head.text.hasSuffix("ing") {
            return engine.forms.forms(of: head.text).map { engine.forms.text(of: $0) }.first { $0 != head.text
                && engine.verbs.entry($0) != nil }
                ?? engine.forms.wordNet.lemmas(of: head.text, .verb).first
        }
        return nil
    }
}
