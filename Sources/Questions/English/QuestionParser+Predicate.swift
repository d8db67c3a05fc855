import Facts

/// What a verb takes: objects, complement, adjuncts.
struct ClauseBody: Sendable {
    var objects: [Phrase] = []
    var complement: Complement?
    var adjuncts: [Adjunct] = []
    var particle = ""

    /// "is the harbour master …": a phrase after it belongs to the noun.
    var isNominalPredicate: Bool { if case .phrase(.noun(let noun)) = complement { noun.wh == nil } else { false } }

    /// See ``Phrase/endsInClause``.
    var endsInClause: Bool {
        switch complement {
        case .phrase(let phrase): phrase.endsInClause
        case .prepositional(let phrase): phrase.object.endsInClause
        case .clause, .infinitive: true
        case .adjective(let adjective): adjective.than?.endsInClause == true
        case nil: objects.last?.endsInClause == true
        }
    }
}

extension QuestionParser {
    /// Everything that can follow a verb, to the end of its clause. With `hole`, exactly one wh-place is left in it.
    mutating func bodies(at index: Int, of verb: Clause.Verb, hole: Bool) -> [Edge<ClauseBody>] {
        guard fuel > 0 else { return [] }
        let isLinking = verb.voice == .active && FunctionWords.linkingVerbs.contains(verb.lemma)
        let kind = verb.voice == .passive ? 2 : isLinking ? (verb.lemma == "be" ? 0 : 3) : 1
        let key = index * 8 + kind * 2 + (hole ? 1 : 0)
        if let known = bodyMemo[key] { return known }
        bodyMemo[key] = []
        var result: [Edge<ClauseBody>] = []
        if isLinking { result += complements(at: index, of: verb, hole: hole) }
        if verb.lemma != "be" || verb.voice == .passive { result += objects(at: index, of: verb, hole: hole) }
        result = best(result)
        bodyMemo[key] = result
        return result
    }

    /// Adds adjuncts to what is read so far.
    private mutating func closing(_ body: ClauseBody, at index: Int, cost: Int, hole: Bool) -> [Edge<ClauseBody>] {
        let far = body.endsInClause || body.isNominalPredicate ? 2 : 0
        return tails(at: index, hole: hole).map { tail in
            var body = body
            body.adjuncts += tail.value
            let isClose = tail.end == index || body.complement != nil && !body.endsInClause && !tail.value[0].isPrepositional
            return Edge(value: body, end: tail.end, cost: cost + tail.cost + (isClose ? 0 : far))
        }
    }

    // MARK: - Copulas

    private mutating func complements(at index: Int, of verb: Clause.Verb, hole: Bool) -> [Edge<ClauseBody>] {
        var result = closing(ClauseBody(), at: index, cost: verb.lemma == "be" ? 3 : 1, hole: hole)
        if hole { result += closing(ClauseBody(complement: .phrase(Self.hole)), at: index, cost: 1, hole: false) }
        for (complement, end, cost) in copulaComplements(at: index, hole: hole) {
            result += closing(ClauseBody(complement: complement.value), at: end, cost: cost, hole: hole && !complement.filled)
        }
        return result
    }

    private struct FilledComplement {
        var value: Complement
        var filled = false
    }

    private mutating func copulaComplements(at index: Int, hole: Bool) -> [(FilledComplement, Int, Int)] {
        var result: [(FilledComplement, Int, Int)] = []
        let isParticiple = word(index).map { $0.isVerbParticiple && !$0.has(.auxiliary) } ?? false
        for phrase in nounPhrases(at: index) {
            result.append((FilledComplement(value: .phrase(phrase.value)), phrase.end, phrase.cost + (isParticiple ? 3 : 0)))
        }
        for adjective in adjectivePhrases(at: index) {
            // "was hurt" is a passive.
            result.append((FilledComplement(value: .adjective(adjective.value)), adjective.end, adjective.cost + (isParticiple ? 1 : 0)))
        }
        let negated = isAt(index, "not")
        for phrase in prepositionalPhrases(at: negated ? index + 1 : index) {
            var value = phrase.value
            value.negated = negated
            result.append((FilledComplement(value: .prepositional(value)), phrase.end, phrase.cost + (value.preposition == "of" ? 4 : 0)))
        }
        for clause in infinitives(at: index, hole: hole) {
            result.append((FilledComplement(value: .infinitive(clause.value), filled: hole), clause.end, clause.cost + 1))
        }
        for clause in contentClauses(at: index, hole: false) where isAt(index, ["that", "whether"]) {
            result.append((FilledComplement(value: .clause(clause.value)), clause.end, clause.cost))
        }
        return result
    }

    // MARK: - Other verbs

    private mutating func objects(at index: Int, of verb: Clause.Verb, hole: Bool) -> [Edge<ClauseBody>] {
        var result = withObjects(at: index, of: verb, hole: hole, particle: "")
        if has(index, .particle), let particle = word(index)?.lower,
            dictionary.frequency(of: "\(verb.lemma) \(particle)", as: .verb) != nil
        {
            let alsoPreposition = has(index, .preposition) && !isEnd(index + 1) && !isAt(index, ["up", "out", "off", "down"])
            result += withObjects(at: index + 1, of: verb, hole: hole, particle: particle)
                .map { Edge(value: $0.value, end: $0.end, cost: $0.cost + (alsoPreposition ? 1 : 0)) }
        } else if isAt(index, ["up", "out", "down", "back", "away", "off"]) {
            result += withObjects(at: index + 1, of: verb, hole: hole, particle: lower(index))
        }
        return result
    }

    private mutating func withObjects(at index: Int, of verb: Clause.Verb, hole: Bool, particle: String) -> [Edge<ClauseBody>] {
        let passive = verb.voice == .passive
        let bare = ClauseBody(particle: particle)
        var result = closing(bare, at: index, cost: hole ? 0 : 0, hole: hole)
        if hole {
            var body = bare
            let isNamed = passive && FunctionWords.namingVerbs.contains(verb.lemma)
            if isNamed { body.complement = .phrase(Self.hole) } else { body.objects = [Self.hole] }
            let price = isNamed || !passive ? 0 : FunctionWords.givingVerbs.contains(verb.lemma) ? 1 : 5
            result += closing(body, at: index, cost: price, hole: false)
            result += infinitiveAfterHole(body, at: index, verb)
        }
        for object in nounPhrases(at: index) {
            var body = bare
            if passive, FunctionWords.namingVerbs.contains(verb.lemma) {
                body.complement = .phrase(object.value)
            } else {
                body.objects = [object.value]
            }
            let price =
                object.cost
                + (passive
                    ? (FunctionWords.givingVerbs.contains(verb.lemma) || FunctionWords.namingVerbs.contains(verb.lemma) ? 0 : 4) : 0)
            result += afterObject(body, at: object.end, of: verb, cost: price, hole: hole)
        }
        if passive || FunctionWords.adjectiveVerbs.contains(verb.lemma) {
            for adjective in adjectivePhrases(at: index) where NumberWords.ordinal(adjective.value.lemma) == nil {
                var body = bare
                body.complement = .adjective(adjective.value)
                let price = FunctionWords.adjectiveVerbs.contains(verb.lemma) ? 0 : 2
                result += closing(body, at: adjective.end, cost: adjective.cost + price, hole: hole)
            }
        }
        if passive { result += asAdjective(bare, at: index, cost: 0, hole: hole) }
        result += clausalObjects(bare, at: index, of: verb, hole: hole)
        return result
    }

    /// "what did they want ▢ to do" is rare, "whom did they allow ▢ to go" is not.
    private mutating func infinitiveAfterHole(_ body: ClauseBody, at index: Int, _ verb: Clause.Verb) -> [Edge<ClauseBody>] {
        var result: [Edge<ClauseBody>] = []
        for clause in infinitives(at: index, hole: false) {
            var body = body
            body.complement = .infinitive(clause.value)
            result += closing(body, at: clause.end, cost: clause.cost + 1, hole: false)
        }
        return result
    }

    private mutating func afterObject(
        _ body: ClauseBody, at index: Int, of verb: Clause.Verb, cost: Int, hole: Bool
    ) -> [Edge<ClauseBody>] {
        var result = closing(body, at: index, cost: cost, hole: hole)
        let gives = FunctionWords.givingVerbs.contains(verb.lemma), names = FunctionWords.namingVerbs.contains(verb.lemma)
        if hole {
            var filled = body
            if names { filled.complement = .phrase(Self.hole) } else { filled.objects.append(Self.hole) }
            result += closing(filled, at: index, cost: cost + (names || gives ? 1 : 6), hole: false)
        }
        if gives || names {
            for second in nounPhrases(at: index) {
                var full = body
                if names { full.complement = .phrase(second.value) } else { full.objects.append(second.value) }
                result += closing(full, at: second.end, cost: cost + second.cost, hole: hole)
            }
        }
        if body.particle.isEmpty, has(index, .particle), let particle = word(index)?.lower,
            dictionary.frequency(of: "\(verb.lemma) \(particle)", as: .verb) != nil
                || ["back", "up", "out", "down", "away", "off"].contains(particle)
        {
            var parted = body
            parted.particle = particle
            result += closing(parted, at: index + 1, cost: cost + (has(index, .preposition) && !isEnd(index + 1) ? 1 : 0), hole: hole)
        }
        for adjective in adjectivePhrases(at: index) where names || FunctionWords.adjectiveVerbs.contains(verb.lemma) {
            var full = body
            full.complement = .adjective(adjective.value)
            result += closing(full, at: adjective.end, cost: cost + adjective.cost, hole: hole)
        }
        if ["make", "let", "help", "have", "see", "watch", "hear"].contains(verb.lemma) {
            for clause in bareInfinitives(at: index, hole: hole) {
                var full = body
                full.complement = .infinitive(clause.value)
                result += closing(full, at: clause.end, cost: cost + clause.cost - 2, hole: false)
            }
        }
        result += asAdjective(body, at: index, cost: cost, hole: hole)
        result += clausesAfterObject(body, at: index, of: verb, cost: cost, hole: hole)
        return result
    }

    /// "described the talks as constructive", "is seen as safe".
    private mutating func asAdjective(_ body: ClauseBody, at index: Int, cost: Int, hole: Bool) -> [Edge<ClauseBody>] {
        guard isAt(index, "as") else { return [] }
        var result: [Edge<ClauseBody>] = []
        for adjective in adjectivePhrases(at: index + 1) where adjective.value.than == nil {
            var full = body
            full.complement = .adjective(adjective.value)
            result += closing(full, at: adjective.end, cost: cost + adjective.cost, hole: hole)
        }
        return result
    }

    private mutating func clausesAfterObject(
        _ body: ClauseBody, at index: Int, of verb: Clause.Verb, cost: Int, hole: Bool
    ) -> [Edge<ClauseBody>] {
        var result: [Edge<ClauseBody>] = []
        for clause in infinitives(at: index, hole: hole) {
            var full = body
            full.complement = .infinitive(clause.value)
            result += closing(full, at: clause.end, cost: cost + clause.cost + 1, hole: false)
        }
        if isAt(index, ["that", "whether", "if"]) {
            for clause in contentClauses(at: index, hole: hole) {
                var full = body
                full.complement = .clause(clause.value)
                result += closing(full, at: clause.end, cost: cost + clause.cost + 1, hole: false)
            }
        }
        return result
    }

    /// "said (that) …", "asked whether …", "know who …", "refused to …", "stopped selling".
    private mutating func clausalObjects(_ bare: ClauseBody, at index: Int, of verb: Clause.Verb, hole: Bool) -> [Edge<ClauseBody>] {
        var result: [Edge<ClauseBody>] = []
        let isSaying = FunctionWords.sayingVerbs.contains(verb.lemma)
        if isSaying || isAt(index, "that") {
            for clause in contentClauses(at: index, hole: hole) {
                var body = bare
                body.objects = [.clause(clause.value)]
                result += closing(body, at: clause.end, cost: clause.cost, hole: false)
            }
        }
        if !hole {
            for clause in embeddedQuestions(at: index) {
                var body = bare
                body.objects = [.clause(clause.value)]
                result += closing(body, at: clause.end, cost: clause.cost + 1, hole: false)
            }
        }
        for clause in infinitives(at: index, hole: hole) {
            var body = bare
            body.complement = .infinitive(clause.value)
            result += closing(body, at: clause.end, cost: clause.cost + 1, hole: false)
        }
        if !hole {
            for clause in gerunds(at: index) {
                var body = bare
                body.objects = [.clause(clause.value)]
                result += closing(body, at: clause.end, cost: clause.cost + 2, hole: false)
            }
        } else {
            for clause in gerunds(at: index, hole: true) {
                var body = bare
                body.objects = [.clause(clause.value)]
                result += closing(body, at: clause.end, cost: clause.cost + 2, hole: false)
            }
        }
        return result
    }

    // MARK: - Adjectives

    /// "large", "more populous than India", "greater than 200 million", "as large as France", "not European".
    mutating func adjectivePhrases(at index: Int) -> [Edge<AdjectivePhrase>] {
        var position = index
        let negated = isAt(position, "not")
        if negated { position += 1 }
        if let measured = measuredAdjective(at: position, negated: negated) { return [measured] }
        var degree: AdjectivePhrase.Degree?
        if isAt(position, ["more", "less"]) { degree = .comparative; position += 1 }
        if isAt(position, "most") { degree = .superlative; position += 1 }
        if isAt(position, ["very", "so", "too", "quite"]) { position += 1 }
        if isAt(position, "at"), isAt(position + 1, "least"), isAt(position + 2, "as") { position += 2 }
        let factor = isAt(position, "twice") && isAt(position + 1, "as") ? NounPhrase.twice(span(position, position + 1)) : nil
        if factor != nil { position += 1 }
        let equative = isAt(position, "as")
        if equative { position += 1 }
        guard let word = word(position), word.token.kind == .word else { return [] }
        let isParticiple = word.verbForms.contains(.participle) && word.isContent
        guard word.isAdjective || isParticiple && degree != nil, !word.has([.preposition, .article]) || word.degree == .comparative else {
            return []
        }
        if degree != nil, lower(position - 1) == "less", word.degree != .plain { return [] }
        var phrase = AdjectivePhrase(
            lemma: word.isAdjective ? word.adjectiveLemma : word.lower, degree: degree ?? word.degree, negated: negated,
            span: span(index, position + 1))
        var result = [Edge(value: phrase, end: position + 1, cost: word.adjectiveCost)]
        if equative { result[0].cost += 4 }
        let comparable = phrase.degree == .comparative && isAt(position + 1, "than") || equative && isAt(position + 1, "as")
        if equative { phrase.degree = .equal }
        phrase.measure = factor.map { .noun($0) }
        if comparable {
            for than in nounPhrases(at: position + 2) {
                phrase.than = than.value
                phrase.span = span(index, than.end)
                result.append(Edge(value: phrase, end: than.end, cost: than.cost))
            }
        }
        return result
    }

    /// "200 metres long", "more than 100 years old".
    private mutating func measuredAdjective(at index: Int, negated: Bool) -> Edge<AdjectivePhrase>? {
        guard number(at: index) != nil || isAt(index, ["more", "less", "over", "under", "at", "exactly", "about"]), !isAt(index + 1, "as")
        else { return nil }
        for measure in corePhrases(at: index) where measure.value.quantity != nil && !measure.value.head.isEmpty {
            guard let word = word(measure.end), word.isAdjective, word.degree == .plain, word.isContent || isAt(measure.end, ["long"])
            else { continue }
            let phrase = AdjectivePhrase(
                lemma: word.adjectiveLemma, measure: .noun(measure.value), negated: negated, span: span(index, measure.end + 1))
            return Edge(value: phrase, end: measure.end + 1, cost: measure.cost)
        }
        return nil
    }
}
