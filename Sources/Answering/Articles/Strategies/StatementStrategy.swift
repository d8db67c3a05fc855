import Facts

/// "What did X say (about Y)": the words of X, in the order of the text; about Y, those that speak of it most.
struct StatementStrategy {
    let engine: Engine

    func answer(_ query: ArticleQuery) throws -> Outcome {
        let views = try engine.source.candidates(for: query)
        let speaker = query.slots.filter { $0.place == .subject || $0.place == .preposition("by") }
        let topics = query.slots.filter { !speaker.contains($0) }
        guard !speaker.isEmpty else { return try ArgumentStrategy(engine: engine).answer(query) }
        var found: [Found] = []
        for view in views {
            for fact in view.facts { if let item = statement(fact, view, query, speaker, topics) { found.append(item) } }
        }
        if found.isEmpty { found = views.compactMap { attributed($0, query, speaker, topics) } }
        found = withoutRepeats(found)
        if !topics.isEmpty, let best = found.map(\.score).max() { found = found.filter { $0.score >= best - 0.1 } }
        if found.isEmpty { return try ArgumentStrategy(engine: engine).answer(query) }
        return Outcome(found: found)
    }

    private func statement(_ fact: FactView, _ view: SentenceView, _ query: ArticleQuery, _ speaker: [Slot], _ topics: [Slot]) -> Found? {
        let certainty = certainty(fact.fact, query)
        guard certainty > 0.4, let words = words(fact, isGeneral: SayingVerbs.areGeneral(query.predicate?.verb ?? "")) else { return nil }
        guard let who = fact.arguments.first(where: { $0.argument.role == .agent }) else { return nil }
        let spoken = speaker.reduce(0) { $0 + score($1.phrase, who, view) } / Double(speaker.count)
        guard spoken >= 0.6 else { return nil }
        var total = 1.5 * spoken + certainty, possible = 2.5
        for topic in topics {
            let met = topic.phrase.terms.reduce(0) { sum, term in
                sum + term.weight * max(engine.matcher.match(term, in: words), 0.7 * engine.matcher.match(term, in: view),
                                        0.3 * engine.context.match(term, around: view, engine.matcher))
            } / topic.phrase.terms.reduce(0) { $0 + $1.weight }
            guard met >= 0.3 else { return nil }
            total += met
            possible += 1
        }
        if let time = query.time, let fit = time.fit(fact.fact.time), fit == 0 { return nil }
        var found = Found(Wording.trimmed(words.argument.text), fact: fact.fact, view: view, score: total / possible)
        found.entity = nil
        return found
    }

    /// The widest fact of a sentence that is given as the speaker's, where the saying itself was not read.
    private func attributed(_ view: SentenceView, _ query: ArticleQuery, _ speaker: [Slot], _ topics: [Slot]) -> Found? {
        guard SayingVerbs.areGeneral(query.predicate?.verb ?? "") else { return nil }
        let facts = view.facts.filter { fact in
            guard let source = fact.fact.attribution else { return false }
            let words = engine.forms.words(of: source.source)
            return speaker.allSatisfy { slot in
                slot.phrase.terms.allSatisfy { term in
                    if let entity = source.entity, term.entities.contains(entity) { return true }
                    return term.isName ? FoldedName(source.source).holds(term.names.first ?? term.text)
                        : engine.matcher.match(term, in: words) > 0.7
                }
            }
        }
        guard let widest = facts.max(by: { $0.fact.text.utf8.count < $1.fact.text.utf8.count }) else { return nil }
        guard topics.allSatisfy({ topic in topic.phrase.terms.contains { engine.matcher.match($0, in: view) > 0.7 } }) else { return nil }
        return Found(Wording.trimmed(widest.fact.text), fact: widest.fact, view: view, score: 0.7)
    }

    private func certainty(_ fact: Fact, _ query: ArticleQuery) -> Double {
        guard let predicate = query.predicate else { return 0 }
        let same = predicate.certainty(of: fact.predicate, relation: fact.relation)
        let isSaying = fact.relation == "say" || fact.relation == "announce" || engine.verbs.entry(fact.predicate)?.stance != nil
        return max(same, isSaying && SayingVerbs.areGeneral(predicate.verb) ? 0.85 : 0)
    }

    /// The argument that holds what was said.
    private func words(_ fact: FactView, isGeneral: Bool) -> ArgumentView? {
        if let said = fact.arguments.first(where: { $0.argument.role == .topic && $0.argument.preposition == nil }) { return said }
        if isGeneral { return fact.arguments.first { $0.argument.role == .topic && $0.words.count > 3 } }
        return fact.arguments.first { $0.argument.role == .topic && $0.argument.preposition == "to" }
            ?? fact.arguments.first { $0.argument.role == .patient } ?? fact.arguments.first { $0.argument.role == .topic }
    }

    private func score(_ phrase: PhraseTerms, _ argument: ArgumentView, _ view: SentenceView) -> Double {
        let total = phrase.terms.reduce(0) { $0 + $1.weight }
        return phrase.terms.reduce(0) { $0 + $1.weight * max(engine.matcher.match($1, in: argument),
            0.5 * engine.matcher.match($1, in: view)) } / max(total, 0.1)
    }

    /// Of two statements of which one holds the other, the longer.
    private func withoutRepeats(_ found: [Found]) -> [Found] {
        found.enumerated().filter { index, item in
            !found.enumerated().contains { other, longer in
                other != index && longer.view === item.view && longer.text.contains(item.text)
                    && (longer.text.utf8.count > item.text.utf8.count || other < index)
            }
        }.map(\.element)
    }
}

/// Verbs that ask for anything that was said.
enum SayingVerbs {
    static func areGeneral(_ verb: String) -> Bool { general.contains(verb) }
    static func contains(_ verb: String) -> Bool { all.contains(verb) }
    private static let general: Set<String> = ["say", "tell", "state", "note", "add", "comment", "remark", "think", "believe", "report",
                                               "claim"]
    private static let all: Set<String> = general.union([
        "announce", "warn", "argue", "explain", "predict", "declare", "stress", "insist", "write", "call", "describe", "complain",
            "suggest", "admit",
        "deny", "confirm", "mention", "quote", "promise", "urge", "express", "criticize", "praise",
    ])
}
