import Facts

/// Holds a query against facts: scores how well the predicate and every phrase is met, and rejects what contradicts.
///
/// A phrase is met best by an argument in the expected role; each of its words may instead be met, at a discount, by another argument of the
/// fact, by the sentence, or by the article around it.
struct Unifier {
    let matcher: TermMatcher
    let context: ArticleContext

    enum Discount {
        static let sameFact = 0.85
        static let sameSentence = 0.65
        static let sameArticle = 0.35
    }

    /// Below this a fact doesn't answer.
    static let threshold = 0.62

    /// Nil where the fact doesn't meet the query.
    func unify(_ query: ArticleQuery, _ fact: FactView, in view: SentenceView) -> Match? {
        let predicate = predicateScore(query, fact, view)
        guard predicate >= 0.4 else { return nil }
        var steps = [Match.Step(constraint: query.predicate?.verb ?? "", met: fact.fact.predicate, score: predicate)]
        var total = 1.6 * predicate, possible = 1.6
        var bound: Set<Int> = []
        for slot in query.slots {
            let met = meet(slot, fact, view, wanted: query.wanted.place)
            steps.append(Match.Step(constraint: slot.phrase.text, met: met.text, score: met.score))
            guard met.isAcceptable else { return nil }
            if let argument = met.argument { bound.insert(argument) }
            let weight = slot.weight * min(2.5, 0.6 + 0.5 * slot.phrase.terms.map(\.weight).reduce(0, +))
            total += weight * met.score
            possible += weight
        }
        if let time = timeScore(query, fact) {
            guard time > 0 else { return nil }
            total += 0.8 * time
            possible += 0.8
            steps.append(Match.Step(constraint: query.time?.text ?? "", met: fact.fact.time?.text ?? "", score: time))
        }
        if let source = query.source {
            guard let score = sourceScore(source, fact, view) else { return nil }
            total += score
            possible += 1
        }
        let score = total / possible
        guard score >= Self.threshold else { return nil }
        return Match(view: view, fact: fact, bound: bound, score: score, steps: steps)
    }

    // MARK: Constraints

    /// How surely the fact's predicate is the one asked for. A nominal or verbal mention of it in the fact's own words counts less.
    private func predicateScore(_ query: ArticleQuery, _ fact: FactView, _ view: SentenceView) -> Double {
        guard let predicate = query.predicate else { return 1 }
        return predicate.certainty(of: fact.fact.predicate, relation: fact.fact.relation)
    }

    struct Meeting {
        var argument: Int?
        var text = ""
        var score = 0.0
        /// False where a name isn't met at all, or nothing but the article around it speaks of the phrase.
        var isAcceptable = true
    }

    func meet(_ slot: Slot, _ fact: FactView, _ view: SentenceView, wanted: Slot.Place) -> Meeting {
        var best = Meeting()
        for (index, argument) in fact.arguments.enumerated() {
            let roleFit = fit(slot, argument.argument)
            let direct = sum(slot.phrase) { $0.weight * matcher.match($0, in: argument) } / total(slot.phrase)
            let score = direct * roleFit
            if score > best.score { best = Meeting(argument: index, text: argument.argument.text, score: score) }
        }
        let primary = best.argument.map { fact.arguments[$0] }
        let primaryFit = primary.map { fit(slot, $0.argument) } ?? 0
        var isNamed = true
        var nearest = 0.0
        let score = sum(slot.phrase) { term in
            var met = primary.map { matcher.match(term, in: $0) * primaryFit } ?? 0
            if met < Discount.sameFact {
                for argument in fact.arguments { met = max(met, Discount.sameFact * matcher.match(term, in: argument)) }
            }
            if met < Discount.sameSentence { met = max(met, Discount.sameSentence * matcher.match(term, in: view)) }
            if met < Discount.sameArticle { met = max(met, Discount.sameArticle * context.match(term, around: view, matcher)) }
            if term.isName, met == 0 { isNamed = false }
            nearest = max(nearest, met)
            return term.weight * met
        } / total(slot.phrase)
        best.score = score
        best.isAcceptable = isNamed && nearest >= Discount.sameArticle && score >= 0.25
        return best
    }

    private func fit(_ slot: Slot, _ argument: Argument) -> Double {
        if let preposition = slot.preposition, preposition == argument.preposition { return 1 }
        return slot.roles.fit(argument.role)
    }

    /// Nil where the question has no time.
    private func timeScore(_ query: ArticleQuery, _ fact: FactView) -> Double? {
        guard let time = query.time else { return nil }
        return time.fit(fact.fact.time) ?? 0.3
    }

    private func sourceScore(_ source: PhraseTerms, _ fact: FactView, _ view: SentenceView) -> Double? {
        guard let attribution = fact.fact.attribution else { return source.terms.allSatisfy { matcher.match($0, in: view) > 0 } ? 0.7 : nil }
        let words = matcher.meanings.forms.words(of: attribution.source)
        let score = sum(source) { term in
            if let entity = attribution.entity, term.entities.contains(entity) { return 1 }
            return max(matcher.match(term, in: words), 0.6 * matcher.match(term, in: view))
        } / Double(source.terms.count)
        return score >= 0.5 ? score : nil
    }

    private func sum(_ phrase: PhraseTerms, _ value: (QuestionTerm) -> Double) -> Double { phrase.terms.reduce(0) { $0 + value($1) } }
    private func total(_ phrase: PhraseTerms) -> Double { phrase.terms.reduce(0) { $0 + $1.weight } }
}
