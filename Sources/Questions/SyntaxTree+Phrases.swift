import Facts

/// The phrases of a question at any depth, in the order of its words as far as the tree keeps it.
extension QuestionTree {
    public var nounPhrases: [NounPhrase] { collected.nouns }
    public var prepositionalPhrases: [PrepositionalPhrase] { collected.prepositions }
    public var times: [Span] { collected.times }

    private var collected: PhraseCollector {
        var collector = PhraseCollector()
        if let clause { collector.visit(clause) }
        for phrase in focus { collector.visit(phrase) }
        for adjunct in adjuncts { collector.visit(adjunct) }
        return collector
    }
}

private struct PhraseCollector {
    var nouns: [NounPhrase] = []
    var prepositions: [PrepositionalPhrase] = []
    var times: [Span] = []

    mutating func visit(_ clause: Clause) {
        if let subject = clause.subject { visit(subject) }
        for object in clause.objects { visit(object) }
        switch clause.complement {
        case .phrase(let phrase)?: visit(phrase)
        case .adjective(let adjective)?: visit(adjective)
        case .prepositional(let phrase)?: visit(phrase)
        case .infinitive(let inner)?, .clause(let inner)?: visit(inner)
        case nil: break
        }
        for adjunct in clause.adjuncts { visit(adjunct) }
        for coordinate in clause.coordinates { visit(coordinate.clause) }
    }

    mutating func visit(_ phrase: Phrase) {
        switch phrase {
        case .noun(let noun):
            nouns.append(noun)
            if let possessor = noun.possessor { visit(possessor) }
            for adjective in noun.adjectives { visit(adjective) }
            for phrase in noun.prepositions { visit(phrase) }
            for clause in noun.relatives { visit(clause) }
        case .coordination(let parts, _): for part in parts { visit(part) }
        case .clause(let clause): visit(clause)
        case .gap, .quotation: break
        }
    }

    mutating func visit(_ adjective: AdjectivePhrase) {
        if let than = adjective.than { visit(than) }
    }

    mutating func visit(_ phrase: PrepositionalPhrase) {
        prepositions.append(phrase)
        visit(phrase.object)
    }

    mutating func visit(_ adjunct: Adjunct) {
        switch adjunct {
        case .prepositional(let phrase): visit(phrase)
        case .time(_, let span): times.append(span)
        case .clause(_, let clause, _), .infinitive(let clause): visit(clause)
        case .wh, .adverb: break
        }
    }
}
