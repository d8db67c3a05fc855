import Facts

/// Whole questions: one function a form of question.
extension QuestionParser {
    /// Every reading of the whole line, best first. A reading's `end` is always the end of the line.
    mutating func questions() -> [Edge<QuestionTree>] {
        var start = 0
        let leadIns = ["and", "but", "so", "then", "ok", "okay", "well", "please", "now", ","]
        while isAt(start, leadIns), start + 1 < words.count { start += 1 }
        var result = forms(at: start)
        if start > 0 { result += fragments(at: start) }
        result += fronted(at: start)
        if start == 0 { result += fragments(at: 0) + keywords(at: 0) }
        return best(
            result.filter { isEnd($0.end) }.map { Edge(value: $0.value, end: words.count, cost: $0.cost) },
            perEnd: EnglishGrammar.mostReadings)
    }

    mutating func forms(at index: Int) -> [Edge<QuestionTree>] {
        whQuestions(at: index) + yesNoQuestions(at: index) + statements(at: index) + commands(at: index) + comparisons(at: index)
    }

    func tree(_ mood: QuestionTree.Mood, _ clause: Clause?, focus: [Phrase] = [], adjuncts: [Adjunct] = []) -> QuestionTree {
        QuestionTree(mood: mood, clause: clause, focus: focus, adjuncts: adjuncts, text: "")
    }

    // MARK: - wh

    mutating func whQuestions(at index: Int) -> [Edge<QuestionTree>] {
        if let known = whQuestionMemo[index] { return known }
        let found = withTrailingAdjuncts(best(whClauses(at: index)))
        whQuestionMemo[index] = found
        return found
    }

    private mutating func whClauses(at index: Int) -> [Edge<Clause>] {
        var result: [Edge<Clause>] = []
        for phrase in whNounPhrases(at: index) {
            if let adjunct = temporal(phrase) {
                result += withAdverb(adjunct, at: phrase.end).map { $0.costing(phrase.cost) }
            }
            result += predicates(of: phrase.value, at: phrase.end, cost: phrase.cost, hole: false)
            result += inverted(at: phrase.end, hole: true).map {
                Edge(value: $0.value.filled(with: phrase.value), end: $0.end, cost: $0.cost + phrase.cost)
            }
        }
        result += piedPiped(at: index) + verbless(at: index)
        result += adverbQuestions(at: index)
        if let (adverb, end) = whAdverb(at: index), isAt(end, ["after", "before", "from"]) || adverb == .where_ && isAt(end, ["in", "on", "near"]) {
            for lead in adjuncts(at: end) {
                result += withAdverb(lead.value, at: lead.end).map { edge in
                    var clause = edge.value
                    clause.adjuncts.insert(.wh(adverb, span(index, end)), at: 0)
                    return Edge(value: clause, end: edge.end, cost: edge.cost + lead.cost)
                }
            }
        }
        if isAt(index, "how"), isAt(index + 1, "come") {
            result += declaratives(at: index + 2, hole: false).map { edge in
                var clause = edge.value
                clause.adjuncts.append(.wh(.why, span(index, index + 2)))
                return Edge(value: clause, end: edge.end, cost: edge.cost)
            }
        }
        result += howAdjective(at: index)
        return result + embeddedQuestions(at: index).map { $0.costing(Cost.desperate + Cost.slight) }
    }

    private mutating func withTrailingAdjuncts(_ clauses: [Edge<Clause>]) -> [Edge<QuestionTree>] {
        clauses.map { edge in
            guard let (adjunct, end) = trailingAdjunct(at: edge.end) else { return edge.map { tree(.wh, $0) } }
            var clause = edge.value
            clause.adjuncts.append(adjunct)
            return Edge(value: tree(.wh, clause), end: end, cost: edge.cost + Cost.slight)
        }
    }

    /// "…, and why?", "… and by whom?"
    private mutating func trailingAdjunct(at index: Int) -> (Adjunct, Int)? {
        let start = isAt(index, ",") ? index + 1 : index
        guard isAt(start, "and") else { return nil }
        if let (adverb, end) = whAdverb(at: start + 1), isEnd(end) { return (.wh(adverb, span(start + 1, end)), end) }
        guard let phrase = prepositionalPhrases(at: start + 1).first(where: { $0.value.object.asks && isEnd($0.end) }) else { return nil }
        return (.prepositional(phrase.value), phrase.end)
    }

    /// "what year was it founded", "how many times did they meet", "which day …": a noun phrase of time in place of an adverb.
    private func temporal(_ phrase: Edge<Phrase>) -> Adjunct? {
        guard case .noun(let noun) = phrase.value, let wh = noun.wh, !noun.head.isEmpty,
            TimeWords.units.contains(noun.head) || noun.head == "time" || TimeWords.months.contains(noun.head)
        else { return nil }
        if noun.head == "time" { return .wh(wh == .howMany ? .howOften : .when, noun.span) }
        let preposition = wh == .howMany ? "for" : ["day", "night", "weekend"].contains(noun.head) ? "on" : "in"
        return .prepositional(PrepositionalPhrase(preposition: preposition, object: phrase.value, span: noun.span))
    }

    /// A noun phrase that asks: itself, its possessor ("which country's capital") or an object in it ("the capital of which country").
    private mutating func whNounPhrases(at index: Int) -> [Edge<Phrase>] {
        nounPhrases(at: index).filter { $0.value.asks }
    }

    /// "with whom are …", "in what year did …", "from which countries does …".
    private mutating func piedPiped(at index: Int) -> [Edge<Clause>] {
        guard preposition(at: index) != nil else { return [] }
        var result: [Edge<Clause>] = []
        for phrase in prepositionalPhrases(at: index) where phrase.value.object.asks {
            result += withAdverb(.prepositional(phrase.value), at: phrase.end).map {
                $0.costing(phrase.cost)
            }
        }
        if let (_, start) = preposition(at: index), let (adverb, end) = whAdverb(at: start) {
            result += withAdverb(.wh(adverb, span(index, end)), at: end)
        }
        return result
    }

    /// "who Keller", "what population of Norway": the copula left out.
    private mutating func verbless(at index: Int) -> [Edge<Clause>] {
        guard isAt(index, ["who", "what", "which"]) else { return [] }
        let subject = NounPhrase(wh: isAt(index, "who") ? .who : .what, span: words[index].span)
        let verb = Clause.Verb(lemma: "be", span: span(index + 1, index + 1))
        var result: [Edge<Clause>] = []
        for phrase in nounPhrases(at: index + 1) {
            for tail in tails(at: phrase.end, hole: false) {
                let clause = Clause(subject: .noun(subject), verb: verb, complement: .phrase(phrase.value), adjuncts: tail.value)
                result.append(Edge(value: clause, end: tail.end, cost: phrase.cost + tail.cost + Cost.verbless))
            }
        }
        return result
    }

    /// "when did …", "when and where was …", "where does it come from", "how long was he jailed for".
    private mutating func adverbQuestions(at index: Int) -> [Edge<Clause>] {
        guard case (let adverb, var end)? = whAdverb(at: index) else { return [] }
        var adjuncts = [Adjunct.wh(adverb, span(index, end))]
        while isAt(end, ["and", "or"]), let (next, stop) = whAdverb(at: end + 1) {
            adjuncts.append(.wh(next, span(end + 1, stop)))
            end = stop
        }
        if isAt(end, ["exactly", "precisely"]) { end += 1 }
        var result = withAdverb(adjuncts[0], at: end).map { edge in
            var clause = edge.value
            clause.adjuncts.insert(contentsOf: adjuncts.dropFirst(), at: 1)
            return Edge(value: clause, end: edge.end, cost: edge.cost)
        }
        guard adjuncts.count == 1, [.where_, .howLong, .when, .howFar].contains(adverb) else { return result }
        let place = Phrase.noun(NounPhrase(wh: .what, head: "place", span: span(index, end)))
        for open in inverted(at: end, hole: true) where open.value.adjuncts.contains(where: \.hasOpenObject) {
            var clause = open.value.filled(with: place)
            if adverb != .where_ {
                clause.adjuncts.removeAll { if case .prepositional(let phrase) = $0 { phrase.object == place } else { false } }
                clause.adjuncts.append(adjuncts[0])
            }
            result.append(Edge(value: clause, end: open.end, cost: open.cost))
        }
        return result
    }

    /// An inverted clause after a fronted adjunct.
    private mutating func withAdverb(_ adjunct: Adjunct, at index: Int) -> [Edge<Clause>] {
        (inverted(at: index, hole: false) + invertedCopulas(at: index) + verbFirst(at: index)).map { edge in
            var clause = edge.value
            clause.adjuncts.insert(adjunct, at: 0)
            return Edge(value: clause, end: edge.end, cost: edge.cost)
        }
    }

    /// "through which countries flows the Rhine".
    private mutating func verbFirst(at index: Int) -> [Edge<Clause>] {
        var result: [Edge<Clause>] = []
        for group in finiteVerbs(at: index) where group.value.verb.lemma != "be" {
            for subject in nounPhrases(at: group.end) {
                for tail in tails(at: subject.end, hole: false) {
                    result.append(
                        Edge(
                            value: clause(subject.value, group.value, ClauseBody(adjuncts: tail.value)), end: tail.end,
                            cost: group.cost + subject.cost + tail.cost + Cost.strange))
                }
            }
        }
        return result
    }

    /// "how large is …", "how well did …".
    private mutating func howAdjective(at index: Int) -> [Edge<Clause>] {
        if isAt(index, "how"), isAt(index + 1, "many"), let unit = word(index + 2), unit.isNoun, let word = word(index + 3),
            word.isAdjective, has(index + 4, .be)
        {
            let phrase = AdjectivePhrase(lemma: word.adjectiveLemma, degree: .how, span: span(index, index + 4))
            return invertedCopulas(at: index + 4).map { edge in
                var clause = edge.value
                clause.complement = .adjective(phrase)
                return Edge(value: clause, end: edge.end, cost: edge.cost - Cost.mild)
            }
        }
        if isAt(index, "how"), isAt(index + 1, "much"), let word = word(index + 2), word.isAdjective,
            word.degree == .comparative || isAt(index + 2, "more")
        {
            let phrase = AdjectivePhrase(lemma: word.adjectiveLemma, degree: .comparative, span: span(index, index + 3))
            return invertedCopulas(at: index + 3).map { edge in
                var clause = edge.value
                clause.complement = .adjective(phrase)
                clause.adjuncts.insert(.wh(.howMuch, span(index, index + 2)), at: 0)
                return Edge(value: clause, end: edge.end, cost: edge.cost)
            }
        }
        guard isAt(index, "how"), let word = word(index + 1), word.isAdjective || word.isAdverb, !word.has(.quantifier) else { return [] }
        var result: [Edge<Clause>] = []
        if word.isAdjective {
            let phrase = AdjectivePhrase(lemma: word.adjectiveLemma, degree: .how, span: span(index, index + 2))
            for edge in invertedCopulas(at: index + 2) {
                var clause = edge.value
                clause.complement = .adjective(phrase)
                result.append(Edge(value: clause, end: edge.end, cost: edge.cost))
            }
        }
        return result
            + withAdverb(.wh(.how, span(index, index + 2)), at: index + 2).map {
                $0.costing(word.isAdverb ? Cost.slight : Cost.unusual)
            }
    }

    // MARK: - Yes or no, statements

    mutating func yesNoQuestions(at index: Int) -> [Edge<QuestionTree>] {
        if isAt(index, ["is", "was"]), isAt(index + 1, "it"), isAt(index + 2, ["true", "correct"]), isAt(index + 3, "that") {
            return declaratives(at: index + 4, hole: false).map { edge in edge.map { tree(.yesNo, $0) } }
        }
        return inverted(at: index, hole: false).map { edge in edge.map { asComparison($0) ?? tree(.yesNo, $0) } }
    }

    /// "is Oslo or Bergen larger", "is Oslo larger, …": a choice, not a yes or no.
    private func asComparison(_ clause: Clause) -> QuestionTree? {
        guard case .coordination(let members, false)? = clause.subject, case .adjective(let adjective)? = clause.complement,
            adjective.degree == .comparative, adjective.than == nil
        else { return nil }
        var asked = clause
        asked.subject = .noun(NounPhrase(wh: .which, span: Span(clause.verb.span.start, clause.verb.span.start)))
        return tree(.compare, asked, focus: members)
    }

    /// "the Rhine flows to Switzerland?"; with a wh-phrase in it ("… since what year?") it asks for that.
    mutating func statements(at index: Int) -> [Edge<QuestionTree>] {
        guard !has(index, .wh) else { return [] }
        return declaratives(at: index, hole: false).map { edge in
            var edge = edge
            edge.end = endOfTag(at: edge.end)
            let isBare = edge.value.objects.isEmpty && edge.value.complement == nil && edge.value.adjuncts.isEmpty
            let isMarked = edge.end < words.count && isAt(edge.end, "?")
            // "ships built in Hamburg" is no statement.
            let verb = edge.value.verb
            let isBareSubject = edge.value.subject?.isBareSingular ?? false
            let isReduced = edge.value.objects.isEmpty && edge.value.complement == nil && verb.tense == .past && verb.voice == .active
            return Edge(
                value: tree(edge.value.asks ? .wh : .yesNo, edge.value), end: edge.end,
                cost: edge.cost + (isMarked ? Cost.mild : isBare || isReduced || isBareSubject ? Cost.noStatement : Cost.unmarked))
        }
    }

    /// After ", didn't he".
    private func endOfTag(at index: Int) -> Int {
        guard isAt(index, ","), has(index + 1, .auxiliary) else { return index }
        let pronoun = has(index + 2, .negation) ? index + 3 : index + 2
        return has(pronoun, .pronoun) && isEnd(pronoun + 1) ? pronoun + 1 : index
    }
}
