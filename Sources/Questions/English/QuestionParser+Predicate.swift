import Facts

/// What follows a verb, to the end of its clause.
extension QuestionParser {
    /// Everything that can follow a verb. With `hole`, exactly one wh-place is left in it.
    mutating func bodies(at index: Int, of verb: Clause.Verb, hole: Bool) -> [Edge<ClauseBody>] {
        guard fuel > 0 else { return [] }
        let frame = VerbFrame(verb)
        let key = index * 8 + frame.kind * 2 + (hole ? 1 : 0)
        if let known = bodyMemo[key] { return known }
        bodyMemo[key] = []
        var result: [Edge<ClauseBody>] = []
        if frame.isLinking { result += complements(at: index, of: frame, hole: hole) }
        if !frame.isCopula { result += objects(at: index, of: frame, hole: hole) }
        result = best(result)
        bodyMemo[key] = result
        return result
    }

    /// Adds adjuncts to what is read so far.
    private mutating func closing(_ body: ClauseBody, at index: Int, cost: Int, hole: Bool) -> [Edge<ClauseBody>] {
        let far = body.endsInClause || body.isNominalPredicate ? Cost.far : 0
        return tails(at: index, hole: hole).map { tail in
            var body = body
            body.adjuncts += tail.value
            let isClose = tail.end == index || body.complement != nil && !body.endsInClause && !tail.value[0].isPrepositional
            return Edge(value: body, end: tail.end, cost: cost + tail.cost + (isClose ? 0 : far))
        }
    }

    // MARK: - Copulas

    private mutating func complements(at index: Int, of frame: VerbFrame, hole: Bool) -> [Edge<ClauseBody>] {
        var result = closing(ClauseBody(), at: index, cost: frame.isCopula ? Cost.unusual : Cost.slight, hole: hole)
        if hole { result += closing(ClauseBody().completed(by: .phrase(Self.hole)), at: index, cost: Cost.slight, hole: false) }
        for complement in copulaComplements(at: index) {
            result += closing(ClauseBody().completed(by: complement.value), at: complement.end, cost: complement.cost, hole: hole)
        }
        for clause in infinitives(at: index, hole: hole) {
            let body = ClauseBody().completed(by: .infinitive(clause.value))
            result += closing(body, at: clause.end, cost: clause.cost + Cost.slight, hole: false)
        }
        return result
    }

    private mutating func copulaComplements(at index: Int) -> [Edge<Complement>] {
        var result: [Edge<Complement>] = []
        // "was hurt" is a passive, not an adjective or a noun.
        let isParticiple = word(index).map { $0.isVerbParticiple && !$0.has(.auxiliary) } ?? false
        for phrase in nounPhrases(at: index) {
            result.append(Edge(value: .phrase(phrase.value), end: phrase.end, cost: phrase.cost + (isParticiple ? Cost.unusual : 0)))
        }
        for phrase in adjectivePhrases(at: index) {
            result.append(Edge(value: .adjective(phrase.value), end: phrase.end, cost: phrase.cost + (isParticiple ? Cost.slight : 0)))
        }
        let negated = isAt(index, "not")
        for phrase in prepositionalPhrases(at: negated ? index + 1 : index) {
            var value = phrase.value
            value.negated = negated
            let price = value.preposition == "of" ? Cost.strange : 0
            result.append(Edge(value: .prepositional(value), end: phrase.end, cost: phrase.cost + price))
        }
        guard isAt(index, ["that", "whether"]) else { return result }
        return result + contentClauses(at: index, hole: false).map { clause in clause.map { .clause($0) } }
    }

    // MARK: - Other verbs

    private mutating func objects(at index: Int, of frame: VerbFrame, hole: Bool) -> [Edge<ClauseBody>] {
        var result = objects(at: index, of: frame, hole: hole, particle: "")
        guard let particle = particle(at: index, of: frame) else { return result }
        let mayBePreposition = has(index, .preposition) && !isEnd(index + 1) && !isAt(index, ["up", "out", "off", "down"])
        result += objects(at: index + 1, of: frame, hole: hole, particle: particle)
            .map { $0.costing(mayBePreposition ? Cost.slight : 0) }
        return result
    }

    /// The second half of a phrasal verb: one that the dictionary has, or an adverb of direction.
    private func particle(at index: Int, of frame: VerbFrame) -> String? {
        guard has(index, .particle), let particle = word(index)?.lower else { return nil }
        if ["up", "out", "down", "back", "away", "off"].contains(particle) { return particle }
        return dictionary.frequency(of: "\(frame.lemma) \(particle)", as: .verb) == nil ? nil : particle
    }

    private mutating func objects(at index: Int, of frame: VerbFrame, hole: Bool, particle: String) -> [Edge<ClauseBody>] {
        let bare = ClauseBody(particle: particle)
        var result = closing(bare, at: index, cost: 0, hole: hole)
        if hole { result += openObjects(bare, at: index, of: frame) }
        for object in nounPhrases(at: index) {
            let body = frame.isPassive && frame.names ? bare.completed(by: .phrase(object.value)) : bare.adding(object.value)
            result += afterObject(body, at: object.end, of: frame, cost: object.cost + frame.objectCost, hole: hole)
        }
        if frame.isPassive || frame.takesAdjective {
            for adjective in adjectivePhrases(at: index) where NumberWords.ordinal(adjective.value.lemma) == nil {
                let price = adjective.cost + (frame.takesAdjective ? 0 : Cost.far)
                result += closing(bare.completed(by: .adjective(adjective.value)), at: adjective.end, cost: price, hole: hole)
            }
        }
        if frame.isPassive { result += asAdjective(bare, at: index, cost: 0, hole: hole) }
        result += clausalObjects(bare, at: index, of: frame, hole: hole)
        return result
    }

    /// The wh-phrase is the object: "what did they find ▢", "what is it called ▢", "whom did they allow ▢ to go".
    private mutating func openObjects(_ bare: ClauseBody, at index: Int, of frame: VerbFrame) -> [Edge<ClauseBody>] {
        let isNamed = frame.isPassive && frame.names
        let body = isNamed ? bare.completed(by: .phrase(Self.hole)) : bare.adding(Self.hole)
        let price = isNamed || !frame.isPassive ? 0 : frame.gives ? Cost.slight : Cost.looseOf
        var result = closing(body, at: index, cost: price, hole: false)
        for clause in infinitives(at: index, hole: false) {
            result += closing(body.completed(by: .infinitive(clause.value)), at: clause.end, cost: clause.cost + Cost.slight, hole: false)
        }
        return result
    }

    private mutating func afterObject(
        _ body: ClauseBody, at index: Int, of frame: VerbFrame, cost: Int, hole: Bool
    ) -> [Edge<ClauseBody>] {
        var result = closing(body, at: index, cost: cost, hole: hole)
        if hole {
            let filled = frame.names ? body.completed(by: .phrase(Self.hole)) : body.adding(Self.hole)
            let price = frame.names || frame.gives ? Cost.slight : Cost.desperate
            result += closing(filled, at: index, cost: cost + price, hole: false)
        }
        if frame.gives || frame.names {
            for second in nounPhrases(at: index) {
                let full = frame.names ? body.completed(by: .phrase(second.value)) : body.adding(second.value)
                result += closing(full, at: second.end, cost: cost + second.cost, hole: hole)
            }
        }
        if body.particle.isEmpty, let particle = particle(at: index, of: frame) {
            var parted = body
            parted.particle = particle
            let mayBePreposition = has(index, .preposition) && !isEnd(index + 1)
            result += closing(parted, at: index + 1, cost: cost + (mayBePreposition ? Cost.slight : 0), hole: hole)
        }
        if frame.names || frame.takesAdjective {
            for adjective in adjectivePhrases(at: index) {
                let full = body.completed(by: .adjective(adjective.value))
                result += closing(full, at: adjective.end, cost: cost + adjective.cost, hole: hole)
            }
        }
        result += asAdjective(body, at: index, cost: cost, hole: hole)
        result += clausesAfterObject(body, at: index, of: frame, cost: cost, hole: hole)
        return result
    }

    /// "described the talks as constructive", "is seen as safe".
    private mutating func asAdjective(_ body: ClauseBody, at index: Int, cost: Int, hole: Bool) -> [Edge<ClauseBody>] {
        guard isAt(index, "as") else { return [] }
        var result: [Edge<ClauseBody>] = []
        for adjective in adjectivePhrases(at: index + 1) where adjective.value.than == nil {
            let full = body.completed(by: .adjective(adjective.value))
            result += closing(full, at: adjective.end, cost: cost + adjective.cost, hole: hole)
        }
        return result
    }

    /// "urged the mayor to resign", "told him that …", "made the bridge collapse".
    private mutating func clausesAfterObject(
        _ body: ClauseBody, at index: Int, of frame: VerbFrame, cost: Int, hole: Bool
    ) -> [Edge<ClauseBody>] {
        var result: [Edge<ClauseBody>] = []
        for clause in infinitives(at: index, hole: hole) {
            let full = body.completed(by: .infinitive(clause.value))
            result += closing(full, at: clause.end, cost: cost + clause.cost + Cost.slight, hole: false)
        }
        if isAt(index, ["that", "whether", "if"]) {
            for clause in contentClauses(at: index, hole: hole) {
                let full = body.completed(by: .clause(clause.value))
                result += closing(full, at: clause.end, cost: cost + clause.cost + Cost.slight, hole: false)
            }
        }
        if frame.causes {
            for clause in bareInfinitives(at: index, hole: hole) {
                let full = body.completed(by: .infinitive(clause.value))
                result += closing(full, at: clause.end, cost: cost + clause.cost - Cost.far, hole: false)
            }
        }
        return result
    }

    /// "said (that) …", "asked whether …", "know who …", "refused to …", "stopped selling".
    private mutating func clausalObjects(_ bare: ClauseBody, at index: Int, of frame: VerbFrame, hole: Bool) -> [Edge<ClauseBody>] {
        var clauses: [Edge<Clause>] = []
        if frame.reports || isAt(index, "that") { clauses += contentClauses(at: index, hole: hole) }
        if !hole { clauses += embeddedQuestions(at: index).map { $0.costing(Cost.slight) } }
        clauses += gerunds(at: index, hole: hole).map { $0.costing(Cost.far) }
        var result: [Edge<ClauseBody>] = []
        for clause in clauses {
            result += closing(bare.adding(.clause(clause.value)), at: clause.end, cost: clause.cost, hole: false)
        }
        for clause in infinitives(at: index, hole: hole) {
            result += closing(bare.completed(by: .infinitive(clause.value)), at: clause.end, cost: clause.cost + Cost.slight, hole: false)
        }
        return result
    }
}
