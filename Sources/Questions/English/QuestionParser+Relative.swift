import Facts

/// Relative clauses: full, contact, reduced and participial. Each holds a gap where the noun belongs.
extension QuestionParser {
    mutating func relatives(at index: Int) -> [Edge<Clause>] {
        guard index < words.count, fuel > 0 else { return [] }
        if let known = relativeMemo[index] { return known }
        relativeMemo[index] = []
        var result: [Edge<Clause>] = []
        if isAt(index, ["who", "whom", "which", "that"]) { result += full(at: index) }
        if isAt(index, "whose") { result += possessive(at: index) }
        if isAt(index, ["where", "when"]) { result += adverbial(at: index) }
        result += piedPiped(at: index)
        result += partitive(at: index)
        result += participial(at: index)
        result += contact(at: index)
        result += adjectival(at: index)
        for clause in infinitives(at: index, hole: false) + openInfinitives(at: index) {
            result.append(clause.costing(Cost.slight))
        }
        result = best(result)
        relativeMemo[index] = result
        return result
    }

    private mutating func full(at index: Int) -> [Edge<Clause>] {
        let gap = Phrase.gap(words[index].span)
        var result = isAt(index, "whom") ? [] : predicates(of: gap, at: index + 1, cost: 0, hole: false)
        for open in declaratives(at: index + 1, hole: true) {
            result.append(Edge(value: open.value.filled(with: gap), end: open.end, cost: open.cost))
        }
        return result
    }

    /// "whose population exceeds 1 million", "whose plan they adopted".
    private mutating func possessive(at index: Int) -> [Edge<Clause>] {
        var result: [Edge<Clause>] = []
        for opening in openings(at: index + 1) {
            var base = opening.value
            base.possessor = .gap(words[index].span)
            for thing in nominals(Edge(value: base, end: opening.end, cost: opening.cost), from: index) {
                for edge in [thing] + widened(thing, from: index) {
                    let phrase = Phrase.noun(edge.value)
                    result += predicates(of: phrase, at: edge.end, cost: edge.cost, hole: false)
                    for open in declaratives(at: edge.end, hole: true) {
                        result.append(Edge(value: open.value.filled(with: phrase), end: open.end, cost: edge.cost + open.cost))
                    }
                }
            }
        }
        return result
    }

    private mutating func widened(_ core: Edge<NounPhrase>, from index: Int) -> [Edge<NounPhrase>] {
        postmodifiers(at: core.end).map { rest in
            var phrase = core.value
            phrase.attach(rest.value)
            phrase.span = span(index, rest.end)
            return Edge(value: phrase, end: rest.end, cost: core.cost + rest.cost)
        }
    }

    /// "the town where they met", "the year when it was founded".
    private mutating func adverbial(at index: Int) -> [Edge<Clause>] {
        declaratives(at: index + 1, hole: false).map { edge in
            var clause = edge.value
            clause.adjuncts.append(
                .prepositional(PrepositionalPhrase(preposition: "in", object: .gap(words[index].span), span: words[index].span)))
            return Edge(value: clause, end: edge.end, cost: edge.cost + (isAt(index, "when") ? Cost.unusual : Cost.slight))
        }
    }

    /// "from which a river flows", "through which flows the Rhine", "in whose capital they met".
    private mutating func piedPiped(at index: Int) -> [Edge<Clause>] {
        guard let (text, end) = preposition(at: index), isAt(end, ["which", "whom", "whose"]) else { return [] }
        let gap = Phrase.gap(words[end].span)
        var result: [Edge<Clause>] = []
        func add(_ object: Phrase, _ edge: Edge<Clause>, _ cost: Int) {
            var clause = edge.value
            clause.adjuncts.append(.prepositional(PrepositionalPhrase(preposition: text, object: object, span: span(index, end + 1))))
            result.append(Edge(value: clause, end: edge.end, cost: edge.cost + cost))
        }
        if isAt(end, "whose") {
            let base = NounPhrase(possessor: gap, span: words[end].span)
            for thing in nominals(Edge(value: base, end: end + 1, cost: 0), from: end) {
                for edge in declaratives(at: thing.end, hole: false) { add(.noun(thing.value), edge, thing.cost) }
            }
            return result
        }
        for edge in declaratives(at: end + 1, hole: false) { add(gap, edge, 0) }
        for group in finiteVerbs(at: end + 1) where group.value.verb.voice == .active {
            for subject in simplePhrases(at: group.end) {
                for tail in tails(at: subject.end, hole: false) {
                    let inverted = clause(subject.value, group.value, ClauseBody(adjuncts: tail.value))
                    add(gap, Edge(value: inverted, end: tail.end, cost: subject.cost + tail.cost), 4)
                }
            }
        }
        // "a country in which contains two cities": the preposition is one too many.
        for edge in predicates(of: gap, at: end + 1, cost: Cost.desperate, hole: false) { result.append(edge) }
        return result
    }

    /// "no country in which contains more than two cities", "two of which are planned", "the capital of which is Vienna".
    private mutating func partitive(at index: Int) -> [Edge<Clause>] {
        var result: [Edge<Clause>] = []
        for core in corePhrases(at: index) {
            guard let (text, end) = preposition(at: core.end), isAt(end, ["which", "whom"]) else { continue }
            var phrase = core.value
            phrase.prepositions.append(
                PrepositionalPhrase(preposition: text, object: .gap(words[end].span), span: span(core.end, end + 1)))
            phrase.span = span(index, end + 1)
            result += predicates(of: .noun(phrase), at: end + 1, cost: core.cost + Cost.slight, hole: false)
        }
        return result
    }

    /// "bordering the Baltic", "not containing a country", "led by a general", "recently signed".
    private mutating func participial(at index: Int) -> [Edge<Clause>] {
        var group = VerbGroup(verb: Clause.Verb(lemma: "", span: span(index, index)))
        var position = index
        if isAt(position, "not") {
            group.verb.negated = true
            position += 1
        }
        while let word = word(position), word.isAdverb || word.has(.adverb), word.verbForms.isEmpty, !word.isNoun || word.has(.adverb) {
            group.adverbs.append(.adverb(word.lower, word.span))
            position += 1
        }
        guard let word = word(position), word.isVerbParticiple, !word.has(.auxiliary) else { return [] }
        group.verb.lemma = word.verbLemma
        group.verb.span = span(index, position + 1)
        if word.verbForms.contains(.ing) { group.verb.progressive = true } else { group.verb.voice = .passive }
        let gap = Phrase.gap(span(index, index))
        let price = max(Cost.slight, word.verbCost - 1)
        return clauses(gap, Edge(value: group, end: position + 1, cost: price), cost: 0, hole: false).map {
            $0.costing($0.end > position + 1 ? 0 : word.verbForms.contains(.ing) ? Cost.strange : Cost.mild)
        }
    }

    /// "the plan Ada proposed", "the exercise that" left out.
    private mutating func contact(at index: Int) -> [Edge<Clause>] {
        guard let word = word(index), !word.isMark, !word.has([.wh, .coordinator]), !isAt(index, "that") else { return [] }
        let gap = Phrase.gap(span(index, index))
        if isAt(index - 1, ["time", "day", "year", "month", "moment"]) {
            return declaratives(at: index, hole: false).map { edge in
                var clause = edge.value
                clause.adjuncts.append(.prepositional(PrepositionalPhrase(preposition: "in", object: gap, span: span(index, index))))
                return Edge(value: clause, end: edge.end, cost: edge.cost)
            }
        }
        return declaratives(at: index, hole: true).map {
            Edge(value: $0.value.filled(with: gap), end: $0.end, cost: $0.cost + Cost.mild)
        }
    }

    /// "greater than 10 million", "responsible for the attack".
    private mutating func adjectival(at index: Int) -> [Edge<Clause>] {
        var result: [Edge<Clause>] = []
        let gap = Phrase.gap(span(index, index))
        let verb = Clause.Verb(lemma: "be", span: span(index, index))
        for adjective in adjectivePhrases(at: index) {
            let complete = adjective.value.than != nil
            let bare = Clause(subject: gap, verb: verb, complement: .adjective(adjective.value))
            if complete { result.append(Edge(value: bare, end: adjective.end, cost: adjective.cost + Cost.slight)) }
            guard !complete else { continue }
            for phrase in prepositionalPhrases(at: adjective.end) {
                var clause = bare
                clause.adjuncts = [.prepositional(phrase.value)]
                result.append(Edge(value: clause, end: phrase.end, cost: adjective.cost + phrase.cost + Cost.mild))
            }
        }
        return result
    }

    /// "a plan to upgrade ▢", "someone to talk to ▢".
    private mutating func openInfinitives(at index: Int) -> [Edge<Clause>] {
        let gap = Phrase.gap(span(index, index))
        return infinitives(at: index, hole: true).map { Edge(value: $0.value.filled(with: gap), end: $0.end, cost: $0.cost + Cost.slight) }
    }
}
