import Facts

/// Commands, comparisons, follow-ups and keywords: what is asked without a question's word order.
extension QuestionParser {
    // MARK: - Commands

    mutating func commands(at index: Int) -> [Edge<QuestionTree>] {
        guard let (mood, start) = command(at: index) else { return [] }
        var result: [Edge<QuestionTree>] = []
        for phrase in nounPhrases(at: start) {
            for tail in tails(at: phrase.end, hole: false) {
                var focus = [phrase.value]
                if mood == .compare, case .coordination(let members, _) = phrase.value { focus = members }
                let far = phrase.value.endsInClause && tail.end > phrase.end ? Cost.far : 0
                result.append(
                    Edge(value: tree(mood, nil, focus: focus, adjuncts: tail.value), end: tail.end, cost: phrase.cost + tail.cost + far))
            }
        }
        guard mood == .list else { return result }
        for clause in embeddedQuestions(at: start) { result.append(clause.map { tree(.wh, $0) }) }
        for question in whQuestions(at: start) { result.append(question.costing(Cost.mild)) }
        if isAt(start, ["if", "whether"]) {
            for clause in declaratives(at: start + 1, hole: false) { result.append(clause.map { tree(.yesNo, $0) }) }
        }
        return result
    }

    /// "list", "show me", "tell me about", "can you name", "I want to know".
    private func command(at index: Int) -> (QuestionTree.Mood, Int)? {
        var position = index
        for phrase in [
            ["can", "you"], ["could", "you"], ["will", "you"], ["would", "you"], ["do", "you", "know"], ["i", "want", "to", "know"],
            ["i", "would", "like", "to", "know"], ["i", "wonder"], ["i", "'d", "like", "to", "know"], ["i", "'d", "like", "to"],
            ["i", "would", "like", "to"], ["let", "me", "know"],
        ] where phrase.indices.allSatisfy({ isAt(position + $0, phrase[$0]) }) {
            position += phrase.count
            if phrase.last == "know" || phrase.last == "wonder" { return (.list, position) }
            if isAt(position, "please") { position += 1 }
        }
        let mood: QuestionTree.Mood
        switch lower(position) {
        case "list", "show", "name", "give", "tell", "find", "print", "display", "see", "get", "enumerate", "identify", "describe",
            "explain":
            mood = .list
        case "count": mood = .count
        case "compare": mood = .compare
        default: return nil
        }
        position += 1
        if isAt(position, ["me", "us", "up", "out"]) { position += 1 }
        if isAt(position, "about"), isAt(position - 2, "tell") || isAt(position - 1, "tell") { position += 1 }
        return (mood, position)
    }

    /// "which came first, A or B", "which is larger, A or B".
    mutating func comparisons(at index: Int) -> [Edge<QuestionTree>] {
        guard has(index, .wh) else { return [] }
        var result: [Edge<QuestionTree>] = []
        for question in whQuestions(at: index) where isAt(question.end, [",", ":"]) {
            for phrase in nounPhrases(at: question.end + 1) {
                guard case .coordination(let members, false) = phrase.value else { continue }
                var value = question.value
                value.mood = .compare
                value.focus = members
                result.append(Edge(value: value, end: phrase.end, cost: question.cost + phrase.cost))
            }
        }
        return result
    }

    // MARK: - Pieces

    /// "according to Ada, who …", "in 2005, who …", "when the war ended, what …".
    mutating func fronted(at index: Int) -> [Edge<QuestionTree>] {
        guard !has(index, .wh) || isAt(index, "when"), !isAt(index, ["there", "here"]) else { return [] }
        var result: [Edge<QuestionTree>] = []
        for lead in tails(at: index, hole: false) where lead.end > index && lead.end < words.count && !lead.value.isEmpty {
            let start = isAt(lead.end, ",") ? lead.end + 1 : lead.end
            for question in forms(at: start) where question.value.clause != nil {
                var value = question.value
                value.clause?.adjuncts.insert(contentsOf: lead.value, at: 0)
                result.append(Edge(value: value, end: question.end, cost: question.cost + lead.cost + Cost.slight))
            }
        }
        return result
    }

    /// "why?", "for how long?", "in 2005?", "who else?", "what about France?".
    mutating func fragments(at index: Int) -> [Edge<QuestionTree>] {
        var result: [Edge<QuestionTree>] = []
        let lead = index > 0 ? 0 : Cost.noStatement
        var start = index
        if isAt(index, ["what", "how"]), isAt(index + 1, "about") { start += 2 }
        let follows = start > index || index > 0
        if isAt(start, "for"), let (adverb, end) = whAdverb(at: start + 1) {
            result.append(Edge(value: tree(.followUp, nil, adjuncts: [.wh(adverb, span(start, end))]), end: end, cost: Cost.mild))
        }
        if let (adverb, end) = whAdverb(at: start) {
            let stop = isAt(end, ["not", "else", "so"]) ? end + 1 : end
            result.append(Edge(value: tree(.followUp, nil, adjuncts: [.wh(adverb, span(start, stop))]), end: stop, cost: Cost.mild))
        }
        for phrase in nounPhrases(at: start) where phrase.value.asks || follows || phrase.value.isOther {
            for tail in tails(at: phrase.end, hole: false) {
                result.append(
                    Edge(
                        value: tree(.followUp, nil, focus: [phrase.value], adjuncts: tail.value), end: tail.end,
                        cost: phrase.cost + tail.cost + Cost.desperate))
            }
        }
        for tail in tails(at: start, hole: false) where !tail.value.isEmpty {
            result.append(
                Edge(value: tree(.followUp, nil, adjuncts: tail.value), end: tail.end, cost: tail.cost + (follows ? Cost.strange : lead)))
        }
        return result
    }

    /// "harbour master salary", "defense secretary 2005", "1976".
    mutating func keywords(at index: Int) -> [Edge<QuestionTree>] {
        var result: [Edge<QuestionTree>] = []
        if let end = timeEnd(at: index) {
            result.append(
                Edge(value: tree(.keywords, nil, adjuncts: [.time(text(index, end), span(index, end))]), end: end, cost: Cost.keywords))
        }
        for phrase in nounPhrases(at: index) where !phrase.value.asks {
            for tail in tails(at: phrase.end, hole: false) {
                result.append(
                    Edge(
                        value: tree(.keywords, nil, focus: [phrase.value], adjuncts: tail.value), end: tail.end,
                        cost: phrase.cost + tail.cost + Cost.keywords))
            }
            for second in nounPhrases(at: phrase.end) {
                result.append(
                    Edge(
                        value: tree(.keywords, nil, focus: [phrase.value, second.value]), end: second.end,
                        cost: phrase.cost + second.cost + 2 * Cost.keywords))
            }
        }
        return result
    }
}
