import Facts

/// "fleet commander", "Ann Lee role", "1976": the question that such words most often stand for.
struct KeywordStrategy {
    let engine: Engine

    func answer(_ query: ArticleQuery) throws -> Outcome {
        guard let slot = query.slots.first else {
            var event = query
            event.form = .event
            event.slots = []
            return try EventStrategy(engine: engine).answer(event)
        }
        let terms = slot.phrase.terms
        if query.time != nil, terms.allSatisfy({ $0.kind == .number || MonthNames.contains($0.text) }) {
            var event = query
            event.form = .event
            event.slots = []
            return try EventStrategy(engine: engine).answer(event)
        }
        if let last = terms.last, terms.count > 1, let asked = Self.asked[last.text] {
            let told = try answer(asked, query, without(last, slot))
            if !told.found.isEmpty { return told }
        }
        if let adjective = Measure.adjective(of: slot.phrase), let last = terms.last {
            var extent = query
            extent.form = .extent(adjective)
            extent.slots = [without(last, slot)]
            let measured = try ExtentStrategy(engine: engine).answer(extent, adjective)
            if !measured.found.isEmpty || adjective != "large" { return measured }
        }
        if terms.count == 1, terms[0].isName { return try IdentityStrategy(engine: engine).answer(query) }
        if let head = slot.phrase.head, !head.isName, engine.meanings.nounClass(of: head.text).contains(.person) {
            var person = query
            person.wanted.kind = .person
            let described = try DescriptionStrategy(engine: engine).answer(person)
            if !described.found.isEmpty { return described }
        }
        return try best(query, slot)
    }

    private enum Asked { case identity, quantity, time, place, reason }

    private static let asked: [String: Asked] = [
        "role": .identity, "job": .identity, "post": .identity, "office": .identity, "rank": .identity, "position": .identity, "title": .identity,
        "profession": .identity, "identity": .identity,
        "number": .quantity, "count": .quantity, "amount": .quantity, "total": .quantity, "cost": .quantity, "price": .quantity,
        "date": .time, "dates": .time, "time": .time, "year": .time, "years": .time, "period": .time, "day": .time, "month": .time, "birthday": .time, "place": .place, "location": .place, "venue": .place, "reason": .reason,
        "cause": .reason,
    ]

    private func without(_ term: QuestionTerm, _ slot: Slot) -> Slot {
        var rest = slot
        rest.phrase.terms.removeAll { $0 == term }
        return rest
    }

    private func answer(_ asked: Asked, _ query: ArticleQuery, _ slot: Slot) throws -> Outcome {
        var rest = query
        rest.slots = [slot]
        switch asked {
        case .identity: return try IdentityStrategy(engine: engine).answer(rest)
        case .time: return try TimeStrategy(engine: engine).answer(EventPhrase(engine: engine).expanded(rest))
        case .place: return try PlaceStrategy(engine: engine).answer(EventPhrase(engine: engine).expanded(rest))
        case .reason: return try ReasonStrategy(engine: engine).answer(EventPhrase(engine: engine).expanded(rest))
        case .quantity:
            let names = slot.phrase.terms.filter(\.isName)
            let others = slot.phrase.terms.filter { !$0.isName }
            rest.wanted.place = .circumstance
            rest.wanted.kind = .quantity(PhraseTerms(text: slot.phrase.text, terms: others.isEmpty ? names : others))
            rest.slots =
                names.isEmpty || others.isEmpty
                ? []
                : [Slot(place: .circumstance, phrase: PhraseTerms(text: slot.phrase.text, terms: names))]
            return try ArgumentStrategy(engine: engine).answer(rest)
        }
    }

    /// The fact that speaks of all the words, and in it what they don't name: a number if there is one.
    private func best(_ query: ArticleQuery, _ slot: Slot) throws -> Outcome {
        let views = try engine.source.candidates(for: query)
        let nominal = nominal(query, slot)
        var open = query
        open.wanted.place = .object
        var found: [Found] = []
        var matches: [Match] = []
        let counted = engine.matches(open, in: views).filter { $0.score >= 0.7 }.flatMap { numbers($0, slot) }
        if !counted.isEmpty { return Outcome(found: counted, tolerance: 0.03) }
        let described = views.flatMap { descriptions(slot.phrase, $0) }
        if !described.isEmpty { return Outcome(found: described, tolerance: 0.03) }
        for asked in [nominal, open].compactMap({ $0 }) where found.isEmpty {
            matches = engine.matches(asked, in: views)
            guard let top = matches.first else { continue }
            for match in matches where match.score >= top.score - 0.05 { found += answers(asked, match, slot) }
        }
        return Outcome(found: found, tolerance: 0.03, matches: matches)
    }

    /// "Lee coaching style": the phrase that says more of what the last word names ("a calm coaching style").
    private func descriptions(_ phrase: PhraseTerms, _ view: SentenceView) -> [Found] {
        guard let head = phrase.terms.last, !head.isName, phrase.terms.count > 1 else { return [] }
        let words = phrase.terms.filter { !$0.isName }
        guard phrase.terms.filter(\.isName).allSatisfy({ engine.matcher.match($0, in: view) >= 0.9 }) else { return [] }
        return view.facts.flatMap { fact in
            fact.arguments.compactMap { argument in
                guard argument.headForms.contains(where: { head.forms[$0] == 1 }),
                    words.allSatisfy({ engine.matcher.match($0, in: argument) >= 0.8 }),
                    argument.words.contains(where: { says($0, beyond: phrase) })
                else { return nil }
                return Found(engine.wording.phrase(argument), argument: argument.argument, fact: fact.fact, view: view, score: 0.85)
            }
        }
    }

    private func says(_ word: FormedWord, beyond phrase: PhraseTerms) -> Bool {
        !FunctionWords.contains(word.text)
            && !phrase.terms.contains { term in
                word.forms.contains { term.forms[$0] != nil } || term.names.contains { $0.contains(word.text) }
            }
    }

    /// Numbers of what the last word names: "US$1 billion in military aid".
    private func numbers(_ match: Match, _ slot: Slot) -> [Found] {
        guard let fact = match.fact, let head = slot.phrase.head, !head.isName else { return [] }
        return fact.arguments.filter {
            ($0.argument.quantity != nil || $0.argument.type == .money)
                && engine.matcher.match(head, in: $0) > 0.7
        }.map {
            Found(engine.wording.quantity($0), argument: $0.argument, match: match, score: match.score)
        }
    }

    private func answers(_ query: ArticleQuery, _ match: Match, _ slot: Slot) -> [Found] {
        guard let fact = match.fact else { return [] }
        let head = slot.phrase.head
        let numbers = fact.arguments.filter { $0.argument.quantity != nil || $0.argument.type == .money }
        let nearest = numbers.first { argument in head.map { engine.matcher.match($0, in: argument) > 0.7 } ?? false } ?? numbers.first
        if let nearest {
            return [
                Found(
                    engine.wording.quantity(nearest), argument: nearest.argument, match: match,
                    score: match.score + 0.05)
            ]
        }
        let picked = engine.picker.pick(query, match)
        return picked.isEmpty ? [Found(Wording.trimmed(fact.fact.text), match: match, score: 0.9 * match.score)] : picked
    }

    /// "Canada pledge": the last word as the predicate.
    private func nominal(_ query: ArticleQuery, _ slot: Slot) -> ArticleQuery? {
        guard let last = slot.phrase.terms.last, slot.phrase.terms.count > 1, !last.isName,
            let verb = engine.verbs.nominal(last.text)?.verb
                ?? (engine.verbs.entry(last.text) != nil ? last.text : engine.meanings.verbs(of: last.text).first)
        else { return nil }
        var asked = query
        asked.predicate = engine.predicates.predicateClass(verb, particle: "")
        for other in engine.meanings.verbs(of: last.text) { asked.predicate!.lemmas[other] = max(asked.predicate!.lemmas[other] ?? 0, 0.9) }
        asked.wanted.place = .object
        asked.slots = [without(last, slot)]
        return asked
    }
}

enum MonthNames {
    static func contains(_ word: String) -> Bool { TimeWording.months.contains { $0.lowercased() == word } }
}
