import Facts
import Questions

/// Questions whose words mean another form than their syntax shows: "who is Ann Lee" wants what she is, not who does it.
struct SpecialForms {
    let compiler: QueryCompiler

    func applied(to query: ArticleQuery, _ clause: Clause) -> ArticleQuery {
        var query = query
        switch (query.form, clause.verb.lemma) {
        case (.argument, "become") where query.wanted.place == .object || query.wanted.place == .complement: query.wanted.place = .complement
        case (.argument, "be"), (.argument, "become"): copular(&query, clause)
        case (.argument, "happen"), (.argument, "occur"), (.argument, "take place"): if isOpen(query) { event(&query) }
        case (.argument, "do") where isOpen(query) && query.wanted.place == .object:
            if query.predicate?.verb == "do" { event(&query) } else { query.wanted.kind = .action }
        case (.argument, "hold") where asksForOffice(query): holding(&query)
        case (.argument, "stand") where clause.adjuncts.contains(where: isFor): query.form = .expansion
        case (.argument, "mean") where query.wanted.place == .object: query.form = .expansion
        case (.argument, let verb) where SayingVerbs.contains(verb): saying(&query, clause)
        case (.duration, "last"), (.duration, "take"), (.duration, "be"):
            query.form = .extent("long")
            query.predicate = nil
        case (.time, "be"), (.place, "be"),
            (.extent, "be"): if !query.slots.contains(where: { $0.place == .complement }) { query.predicate = nil }
        case (.time, "hold"), (.place, "hold"):
            var other = query
            other.predicate = nil
            query.otherwise.append(other)
        case (.time, "happen"), (.place, "happen"), (.reason, "happen"), (.manner, "happen"), (.time, "occur"), (.place, "occur"),
             (.time, "take place"), (.place, "take place"): query.predicate = nil
        case (.duration, _): query.form = .extent("lasting")
        default: break
        }
        if case .quantity = query.wanted.kind, clause.verb.lemma == "pay" { purchase(&query) }
        if case .possessor(let phrase) = query.wanted.kind { possessed(&query, phrase) }
        if case .quantity = query.wanted.kind, ["mention", "name", "quote"].contains(clause.verb.lemma),
           query.wanted.place == .passiveSubject { count(&query) }
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
        guard var other = query.slots.first(where: { [.subject, .complement, .object].contains($0.place) }) else { return }
        let asksKind: Bool = if case .kind = query.wanted.kind { true } else { false }
        if case .quantity = query.wanted.kind { return }
        if case .possessor = query.wanted.kind { return }
        if let name = other.phrase.terms.first(where: { $0.kind == .head }), name.text == "name", other.phrase.terms.count > 1 {
            nameOf(&query, other, without: name)
            return
        }
        if let adjective = Measure.adjective(of: other.phrase) {
            query.form = .extent(adjective)
            query.predicate = nil
            return
        }
        query.slots.removeAll { $0 == other }
        other.phrase.terms.removeAll { $0.kind == .modifier && Self.telling.contains($0.text) }
        query.slots.insert(other, at: 0)
        query.predicate = nil
        query.form = other.phrase.entities.isEmpty && !isUnknown(other.phrase) || asksKind ? .description : .identity
    }

    /// "What is the name of the mayor" asks who the mayor is, by name.
    private func nameOf(_ query: inout ArticleQuery, _ slot: Slot, without name: QuestionTerm) {
        query.slots.removeAll { $0 == slot }
        var phrase = PhraseTerms(text: slot.phrase.text, terms: slot.phrase.terms.filter { $0 != name })
        if !phrase.terms.contains(where: { $0.kind == .head }), let last = phrase.terms.lastIndex(where: { $0.kind == .modifier }) {
            phrase.terms[last].kind = .head
            phrase.terms[last].weight = 1.5
        }
        query.slots.insert(Slot(place: slot.place, phrase: phrase), at: 0)
        query.predicate = nil
        query.form = .description
        query.wanted.mustBeNamed = true
    }

    /// "What office does Ann Lee hold" asks what she is.
    private func holding(_ query: inout ArticleQuery) {
        guard let holder = query.slots.first(where: { $0.place == .subject && $0.phrase.terms.contains(where: \.isName) }) else { return }
        query.slots = [holder]
        query.predicate = nil
        query.form = .identity
    }

    private func asksForOffice(_ query: ArticleQuery) -> Bool {
        guard case .kind(let phrase, _) = query.wanted.kind, query.wanted.place == .object, let head = phrase.head else { return false }
        return ["office", "offices", "post", "position", "job", "title", "rank", "role"].contains(head.text)
    }

    /// "The foreign ministers mentioned" are the foreign ministers.
    private static let telling: Set<String> = ["mentioned", "named", "quoted", "cited"]

    private func isUnknown(_ phrase: PhraseTerms) -> Bool { phrase.terms.count == 1 && phrase.terms[0].isName }

    private func saying(_ query: inout ArticleQuery, _ clause: Clause) {
        switch query.wanted.place {
        case .object where query.slots.contains(where: { $0.place == .subject }): query.form = .statement
        case .subject: query.form = .speaker
        default: break
        }
    }

    /// "Whose occupation of the peninsula lasted 35 years" asks who occupied it.
    private func possessed(_ query: inout ArticleQuery, _ phrase: PhraseTerms) {
        guard let head = phrase.terms.first(where: { $0.kind == .head }),
              let nominal = compiler.predicates.verbs.nominal(head.text) else { return }
        let rest = PhraseTerms(text: phrase.text, terms: phrase.terms.filter { $0 != head })
        query.predicate = compiler.predicates.predicateClass(nominal.verb, particle: "")
        query.wanted = WantedThing(place: .subject, kind: .person)
        query.slots = query.slots.map { slot in
            var slot = slot
            slot.place = .circumstance
            return slot
        }
        if !rest.isEmpty { query.slots.insert(Slot(place: .object, phrase: rest), at: 0) }
    }

    /// "How much did Lee pay for the barn" asks for how much Lee bought it, signed him, or what else Lee paid.
    private func purchase(_ query: inout ArticleQuery) {
        guard let thing = query.slots.firstIndex(where: { $0.preposition == "for" }) else { return }
        let asked = query
        query.predicate = compiler.predicates.predicateClass("buy", particle: "")
        query.slots[thing].place = .object
        query.wanted.place = .preposition("for")
        var signing = query
        signing.predicate = compiler.predicates.predicateClass("sign", particle: "")
        query.otherwise += [signing, asked]
    }

    private func count(_ query: inout ArticleQuery) {
        guard case .quantity(let phrase) = query.wanted.kind else { return }
        query.form = .count
        query.wanted.kind = .kind(phrase, isPlural: true)
    }
}
