import Facts

/// How much of a query one sentence speaks of, whatever its facts: the fallback where the reader of articles missed the predication.
struct Coverage {
    let matcher: TermMatcher
    let context: ArticleContext

    /// A sentence must speak of this share of the query, by weight.
    static let threshold = 0.74

    struct Result {
        var score: Double
        var steps: [Match.Step]
        /// Where in the document the predicate or, without one, the phrases are spoken of.
        var place: Int
    }

    /// Nil where a name or the predicate is missing or too little is met.
    func cover(_ query: ArticleQuery, _ view: SentenceView) -> Result? {
        if let source = query.source, !source.terms.allSatisfy({ matcher.match($0, in: view) > 0 }) { return nil }
        var total = 0.0, possible = 0.0
        var steps: [Match.Step] = []
        var place: Int?
        if let predicate = query.predicate, !LightVerbs.contains(predicate.verb) {
            guard let (score, word) = predicateScore(predicate, view) else { return nil }
            steps.append(Match.Step(constraint: predicate.verb, met: word.text, score: score))
            total += 1.6 * score
            possible += 1.6
            place = view.sentence.span.start + word.span.start
        }
        for slot in query.slots {
            for term in slot.phrase.terms {
                var met = matcher.match(term, in: view)
                if met == 0 { met = 0.35 * context.match(term, around: view, matcher) }
                guard met > 0 || !term.isName, !isElsewhere(term, view) else { return nil }
                guard term.kind != .number || met > 0.5 else { return nil }
                guard met > 0 || !matcher.meanings.isDistinguishing(term.text) else { return nil }
                steps.append(Match.Step(constraint: term.text, met: met > 0 ? term.text : "", score: met))
                total += slot.weight * term.weight * met
                possible += slot.weight * term.weight
            }
        }
        guard possible > 0, total / possible >= Self.threshold else { return nil }
        return Result(score: total / possible, steps: steps, place: place ?? firstMeeting(query, view))
    }

    /// Whether the sentence speaks of another place than the one the term names.
    private func isElsewhere(_ term: QuestionTerm, _ view: SentenceView) -> Bool {
        func isPlace(_ id: EntityID) -> Bool { [.country, .place].contains(matcher.names.entity(id)?.type) }
        guard term.isName, matcher.match(term, in: view) == 0, term.entities.contains(where: isPlace) else { return false }
        return view.entities.contains { isPlace($0) && matcher.names.name($0)?.hasCapital == true }
    }

    /// The word of the sentence that says the predicate, as a verb or as the noun made from it.
    private func predicateScore(_ predicate: PredicateClass, _ view: SentenceView) -> (Double, FormedWord)? {
        let saying = matcher.meanings.predicateForms(predicate)
        guard saying.all.intersects(view.wordForms) else { return nil }
        let wanted = saying.certainties
        var best: (Double, FormedWord)?
        for word in view.words {
            for form in word.forms { if let score = wanted[form], score > best?.0 ?? 0 { best = (score, word) } }
        }
        return best
    }

    private func firstMeeting(_ query: ArticleQuery, _ view: SentenceView) -> Int {
        let terms = query.slots.flatMap(\.phrase.terms)
        let word = view.words.first { word in terms.contains { term in word.forms.contains { term.forms[$0] != nil } } }
        return view.sentence.span.start + (word?.span.start ?? 0)
    }
}

/// Verbs that say too little to be looked for in a sentence.
enum LightVerbs {
    static func contains(_ verb: String) -> Bool { all.contains(verb) }
    private static let all: Set<String> = ["be", "have", "do", "get", "go", "happen", "take place", "occur", "want", "need",
                                            "deal", "concern", "involve", "relate", "regard"]
}
