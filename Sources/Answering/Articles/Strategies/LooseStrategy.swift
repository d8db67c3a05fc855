import Facts

/// Answers from the one sentence that speaks of most of what the question says: of the phrases of the wanted kind in it, the one that the
/// question's words stand nearest to, by the facts of the sentence.
struct LooseStrategy {
    let engine: Engine

    /// The share of a question, by weight, of which a sentence must speak.
    private static let threshold = 0.66
    private static let openThreshold = 0.8

    func answer(_ query: ArticleQuery) throws -> Outcome {
        guard let phrase = query.slots.first?.phrase, phrase.terms.filter({ $0.weight >= 1 }).count >= 2,
            mainVerb(phrase) != nil || query.wanted.kind != .person
        else { return Outcome() }
        let views = try engine.source.candidates(for: query)
        var found: [Found] = []
        for view in views {
            let coverage = coverage(phrase, view)
            guard coverage >= (isOpen(query) ? Self.openThreshold : Self.threshold) else { continue }
            found += answers(query, phrase, view, coverage)
        }
        let asked = ArgumentStrategy(engine: engine)
        return Outcome(found: found.filter { asked.isNew($0, query) }, tolerance: 0.02)
    }

    private func isOpen(_ query: ArticleQuery) -> Bool { query.form == .argument && query.wanted.kind == .anything || query.form == .manner }

    /// 0 where a name, the main verb, a person's role or a word that tells things apart is missing: other words may be understood.
    private func coverage(_ phrase: PhraseTerms, _ view: SentenceView) -> Double {
        let direct = phrase.terms.map { engine.matcher.match($0, in: view) }
        let possible = phrase.terms.reduce(0) { $0 + $1.weight }
        guard zip(phrase.terms, direct).reduce(0, { $0 + ($1.1 > 0 ? $1.0.weight : 0) }) >= 0.4 * possible else { return 0 }
        let main = mainVerb(phrase)
        var total = 0.0
        for (term, met) in zip(phrase.terms, direct) {
            var met = met
            if met == 0, term == main { met = relatedVerb(term, view) }
            if met < 0.5, term == main || isNeeded(term) { return 0 }
            if met == 0 { met = (term.isName ? 0.5 : 0.35) * engine.context.match(term, around: view, engine.matcher) }
            if met == 0, term.isName || term.kind == .number { return 0 }
            total += term.weight * met
        }
        return total / possible
    }

    private func mainVerb(_ phrase: PhraseTerms) -> QuestionTerm? {
        phrase.terms.first { !$0.isName && $0.weight >= 1 && engine.meanings.isMostlyVerb($0.text) }
    }

    /// "Finalised" for "completed": a verb of the sentence that is a way of doing what the question's verb says, or the other way round.
    private func relatedVerb(_ term: QuestionTerm, _ view: SentenceView) -> Double {
        let asked = engine.forms.wordNet.lemmas(of: term.text, .verb)
        let said = Set(view.words.filter { engine.meanings.isMostlyVerb($0.text) }.flatMap { engine.forms.wordNet.lemmas(of: $0.text, .verb) })
        return asked.contains { verb in said.contains { engine.meanings.isWay($0, of: verb) || engine.meanings.isWay(verb, of: $0) } } ? 0.55 : 0
    }

    private func isNeeded(_ term: QuestionTerm) -> Bool {
        guard term.weight >= 1, !term.isName else { return false }
        return engine.meanings.isDistinguishing(term.text) || engine.meanings.firstNounClass(of: term.text).contains(.person)
    }

    private func answers(_ query: ArticleQuery, _ phrase: PhraseTerms, _ view: SentenceView, _ coverage: Double) -> [Found] {
        switch query.form {
        case .time: times(phrase, view, coverage)
        case .place:
            arguments(phrase, view, coverage, least: (0.6, 0.4)) { _, argument in PlaceStrategy(engine: engine).placeScore(argument) >= 0.8 ? 1 : 0 }
        case .reason: reasons(view, coverage, query)
        case .extent(let adjective): measures(adjective, phrase, view, coverage)
        default: wanted(query, phrase, view, coverage)
        }
    }

    private func wanted(_ query: ArticleQuery, _ phrase: PhraseTerms, _ view: SentenceView, _ coverage: Double) -> [Found] {
        if case .quantity(let counted) = query.wanted.kind, !counted.isEmpty,
            let text = CountedThing(matcher: engine.matcher).find(counted, in: view)
        {
            return [Found(text, view: view, score: 0.9 * coverage)]
        }
        let asked = query.wanted.kind == .person ? mainVerb(phrase) : nil
        return arguments(phrase, view, coverage, least: query.wanted.kind == .person ? (0.9, 0.45) : (0.6, 0.2)) { fact, argument in
            if let asked, says(fact, asked), query.wanted.roles.fit(argument.argument.role) < 0.7 { return 0 }
            return engine.picker.suits(argument, query.wanted.kind, guessing: false)
        }
    }

    /// Whether the fact's predicate is the verb asked for: who takes part in it has the part asked for, or doesn't answer.
    private func says(_ fact: FactView, _ verb: QuestionTerm) -> Bool {
        engine.matcher.match(verb, in: engine.forms.words(of: fact.fact.predicate)) >= 0.9
    }

    /// Arguments that suit, by how much of the question their own fact says.
    private func arguments(
        _ phrase: PhraseTerms, _ view: SentenceView, _ coverage: Double, least: (suitability: Double, said: Double) = (0.6, 0.2),
        suits: (FactView, ArgumentView) -> Double
    ) -> [Found] {
        var best: (found: Found, score: Double)?
        for fact in view.facts {
            for argument in fact.arguments where !speaks(argument, of: phrase) {
                let suitability = suits(fact, argument)
                guard suitability >= least.suitability, !argument.words.allSatisfy({ FunctionWords.contains($0.text) }) else { continue }
                let said = said(phrase, by: fact, beside: argument)
                guard said >= least.said else { continue }
                let score = suitability * (0.4 + 0.6 * said)
                if score > best?.score ?? 0 {
                    let found = Found(
                        engine.wording.name(argument), argument: argument.argument, fact: fact.fact, view: view, score: coverage * (0.6 + 0.4 * score)
                    )
                    best = (found, score)
                }
            }
        }
        return best.map { [$0.found] } ?? []
    }

    /// Whether the phrase asks by what the argument is.
    private func speaks(_ argument: ArgumentView, of phrase: PhraseTerms) -> Bool {
        phrase.terms.contains { term in
            term.isName ? engine.matcher.match(term, in: argument) >= 0.9 : argument.headForms.contains { term.forms[$0] ?? 0 >= 0.8 }
        }
    }

    private func times(_ phrase: PhraseTerms, _ view: SentenceView, _ coverage: Double) -> [Found] {
        let dated = view.facts.filter { $0.fact.time?.origin == .stated && $0.fact.time?.start.day != nil }
        let said = dated.map { (fact: $0.fact, share: self.said(phrase, by: $0, beside: nil)) }
        guard let best = said.max(by: { $0.share < $1.share }), best.share >= 0.5, let time = best.fact.time else { return [] }
        var found = Found(TimeWording.text(time), fact: best.fact, view: view, score: 0.9 * coverage)
        found.type = .time
        found.time = time
        return [found]
    }

    /// 0…1: how much of the phrase the predicate and the other arguments of a fact say.
    private func said(_ phrase: PhraseTerms, by fact: FactView, beside own: ArgumentView?) -> Double {
        let predicate = engine.forms.words(of: fact.fact.predicate)
        let total = phrase.terms.reduce(0) { $0 + $1.weight }
        return phrase.terms.reduce(0) { sum, term in
            let others = fact.arguments.filter { $0 !== own }.map { engine.matcher.match(term, in: $0) }.max() ?? 0
            return sum + term.weight * max(others, engine.matcher.match(term, in: predicate))
        } / max(total, 0.1)
    }

    private func reasons(_ view: SentenceView, _ coverage: Double, _ query: ArticleQuery) -> [Found] {
        ReasonStrategy(engine: engine).stated(in: view, score: 0.9 * coverage)
    }

    private func measures(_ adjective: String, _ phrase: PhraseTerms, _ view: SentenceView, _ coverage: Double) -> [Found] {
        guard
            let found = Measure(adjective).all(in: view.sentence.text).first(where: { measure in
                !phrase.text.contains(measure.text)
            })
        else { return [] }
        return [Found(found.text, view: view, score: 0.85 * coverage)]
    }
}
