import Questions

/// What a question's verb really asks for: the noun that a light verb carries, another verb that it means with a preposition, the parts of a
/// whole.
extension QueryCompiler {
    private static let lightVerbs: Set<String> = [
        "make", "give", "take", "have", "deliver", "voice", "express", "conduct", "issue",
        "launch", "undertake", "offer",
    ]

    /// "Make an announcement" is to announce.
    func foldLightVerb(_ query: inout ArticleQuery) {
        guard let predicate = query.predicate, Self.lightVerbs.contains(predicate.verb) || predicate.verb == "hold",
            let index = query.slots.firstIndex(where: { $0.place == .object || $0.place == .complement }),
            let head = query.slots[index].phrase.terms.first(where: { $0.kind == .head }),
            let nominal = predicates.verbs.nominal(head.text) ?? predicates.verbs.nominal(phrases.forms.singular(head.text)),
            predicate.verb != "hold" || ["talk", "meet", "discuss", "negotiate", "consult", "speak"].contains(nominal.verb)
        else { return }
        query.predicate = predicates.predicateClass(nominal.verb, particle: "")
        query.slots[index].phrase.terms.removeAll { $0 == head }
        if query.slots[index].phrase.isEmpty { query.slots.remove(at: index) } else { query.slots[index].place = .circumstance }
    }

    /// "What did they agree to do": the agreement is asked about, and its content is the answer.
    func readModal(_ verb: Clause.Verb, _ query: inout ArticleQuery) {
        guard verb.lemma == "do",
            let outer = verb.modal.split(separator: " ").first(where: { !["be", "to", "will", "would"].contains($0) }),
            verb.modal.hasSuffix(" to"), !["have", "going", "expected", "used"].contains(outer)
        else { return }
        query.predicate = predicates.predicateClass(String(outer), particle: "")
        query.modal = ""
    }

    /// "What does the plan include" asks for the parts of the plan.
    func asParts(_ query: ArticleQuery) -> ArticleQuery? {
        guard query.form == .argument, query.wanted.place == .object,
            ["include", "comprise", "contain", "consist"].contains(query.predicate?.verb ?? ""),
            let whole = query.slots.firstIndex(where: { $0.place == .subject })
        else { return nil }
        var parts = query
        parts.predicate = .inclusion
        parts.slots[whole].place = .object
        parts.wanted.place = .subject
        parts.wanted.isPlural = true
        parts.otherwise = [query]
        return parts
    }

    /// "EDCA signed", "Ilala built", typed like keywords, ask when.
    func tellsWhen(_ clause: Clause) -> Bool {
        guard line.last != "?", clause.objects.isEmpty, clause.complement == nil, clause.adjuncts.isEmpty, clause.verb.tense == .past,
            clause.verb.modal.isEmpty
        else { return false }
        return String(scalars: line[...]).split(separator: " ").count <= 4
    }
}
