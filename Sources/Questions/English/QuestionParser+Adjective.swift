import Facts

/// Adjective phrases that stand alone: after a copula, after a noun, in a comparison.
extension QuestionParser {
    /// "large", "more populous than India", "greater than 200 million", "as large as France", "not European".
    mutating func adjectivePhrases(at index: Int) -> [Edge<AdjectivePhrase>] {
        var position = index
        let negated = isAt(position, "not")
        if negated { position += 1 }
        if let measured = measuredAdjective(at: position, negated: negated) { return [measured] }
        var degree: AdjectivePhrase.Degree?
        if isAt(position, ["more", "less"]) {
            degree = .comparative
            position += 1
        }
        if isAt(position, "most") {
            degree = .superlative
            position += 1
        }
        if isAt(position, ["very", "so", "too", "quite"]) || isDegree(at: position) { position += 1 }
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
        if equative { result[0].cost += Cost.strange }
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

    /// "truly" of "truly historic".
    private func isDegree(at index: Int) -> Bool {
        guard let word = word(index), word.isAdverb, word.lower.hasSuffix("ly"), let next = self.word(index + 1) else { return false }
        return next.isAdjective && next.function.isEmpty
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
