import Facts

/// "Whose home town is Trento", "whose predecessor was Ann Lee": the owner of what the article says that something is.
struct OwnerOfDescribed {
    let engine: Engine

    func find(_ query: ArticleQuery, in views: [SentenceView]) -> [Found] {
        guard case .possessor(let owned) = query.wanted.kind, ["be", nil].contains(query.predicate?.verb), let head = owned.head,
            let described = query.slots.first?.phrase
        else { return [] }
        return views.flatMap { view in
            view.facts.filter { isDescribed(described, as: head, $0) }.compactMap { owner(of: head, $0, view) }
        }
    }

    private func isDescribed(_ phrase: PhraseTerms, as head: QuestionTerm, _ fact: FactView) -> Bool {
        guard fact.fact.predicate == "be", fact.fact.polarity == .positive else { return false }
        let says = fact.arguments.filter { engine.matcher.match(head, in: $0) >= 0.9 }
        return fact.arguments.contains { named in
            !says.contains { $0 === named } && phrase.terms.allSatisfy { engine.matcher.match($0, in: named) >= 0.85 }
        } && !says.isEmpty
    }

    /// By the fact of possession in the same words, which knows whom "his" means.
    private func owner(of head: QuestionTerm, _ fact: FactView, _ view: SentenceView) -> Found? {
        if fact.fact.relation == "hold-office", let owner = fact.arguments.first(where: { $0.argument.role == .patient }) {
            return Found(engine.wording.name(owner), argument: owner.argument, fact: fact.fact, view: view, score: 0.85)
        }
        guard let description = fact.arguments.first(where: { engine.matcher.match(head, in: $0) >= 0.9 }) else { return nil }
        let owning = view.facts.first { other in
            other.fact.relation == "have"
                && other.arguments.contains { $0.argument.role == .patient && $0.argument.span.overlaps(description.argument.span) }
        }
        guard let owner = owning?.arguments.first(where: { $0.argument.role == .agent }) else { return nil }
        return Found(engine.wording.name(owner), argument: owner.argument, fact: fact.fact, view: view, score: 0.9)
    }
}
