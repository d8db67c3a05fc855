import Facts
import Questions

/// Questions whose words mean another form than their syntax shows: "who is Ann Lee" wants what she is, not who does it.
struct SpecialForms {
    let compiler: QueryCompiler

    func applied(to query: ArticleQuery, _ clause: Clause) -> ArticleQuery {
        var query = query
        switch (query.form, clause.verb.lemma) {
        case (.argument, "be"), (.argument, "become"): copular(&query, clause)
        case (.argument, "happen"), (.argument, "occur"), (.argument, "take place"), (.argument, "go") where isOpen(query): event(&query)
        case (.argument, "do") where isOpen(query) && query.wanted.place == .object: event(&query)
        case (.argument, "stand") where clause.adjuncts.contains(where: isFor): query.form = .expansion
        case (.argument, "mean") where query.wanted.place == .object: query.form = .expansion
        case (.argument, let verb) where SayingVerbs.contains(verb): saying(&query, clause)
        case (.time, "be"), (.place, "be"), (.duration, "be"), (.extent, "be"): query.predicate = nil
        case (.duration, "last"), (.duration, "take"), (.duration, "be"): query.form = .extent("long")
        case (.duration, _): query.form = .extent("lasting")
        default: break
        }
        if case .quantity = query.wanted.kind, ["mention", "name", "quote"].contains(clause.verb.lemma), query.wanted.place == .passiveSubject { count(&query) }
        return query
    }

    private func isOpen(_ query: ArticleQuery) -> Bool { query.wanted.kind == .anything }

    private func isFor(_ adjunct: Adjunct) -> Bool {
        if case .prepositional(let phrase) = adjunct { return phrase.preposition == "for" }
        return false
    }

    private func event(_ query: inout ArticleQuery) {
        query.form = .event
        query.predicate = nil
        query.wanted.kind = .anything
    }

    /// "Who is Ann Lee" is an identity, "who is the mayor" a description, "who is in Rome" a place of somebody.
    private func copular(_ query: inout ArticleQuery, _ clause: Clause) {
        guard let other = query.slots.first(where: { [.subject, .complement, .object].contains($0.place) }) else { return }
        let hasPlace = query.slots.contains { $0.preposition != nil }
        let asksKind: Bool = if case .kind = query.wanted.kind { true } else { false }
        if case .quantity = query.wanted.kind { return }
        if case .possessor = query.wanted.kind { return }
        query.slots.removeAll { $0 == other }
        query.slots.insert(other, at: 0)
        query.predicate = nil
        query.form = other.phrase.entities.isEmpty && !isUnknown(other.phrase) || asksKind ? .description : .identity
        _ = hasPlace
    }

    private func isUnknown(_ phrase: PhraseTerms) -> Bool { phrase.terms.count == 1 && phrase.terms[0].isName }

    private func saying(_ query: inout ArticleQuery, _ clause: Clause) {
        switch query.wanted.place {
        case .object where query.slots.contains(where: { $0.place == .subject }): query.form = .statement
        case .subject: query.form = .speaker
        default: break
        }
    }

    private func count(_ query: inout ArticleQuery) {
        guard case .quantity(let phrase) = query.wanted.kind else { return }
        query.form = .count
        query.wanted.kind = .kind(phrase, isPlural: true)
    }
}
