import Facts

/// What a verb can take after it, by the word lists.
struct VerbFrame {
    let lemma: String
    let isPassive: Bool
    /// "be", "become", "remain" in the active.
    let isLinking: Bool
    /// "give X Y".
    let gives: Bool
    /// "call X Y", "elect X president".
    let names: Bool
    /// "find X guilty", "plead guilty".
    let takesAdjective: Bool
    /// Takes a clause without "that".
    let reports: Bool
    /// "make X collapse".
    let causes: Bool

    init(_ verb: Clause.Verb) {
        lemma = verb.lemma
        isPassive = verb.voice == .passive
        isLinking = verb.voice == .active && FunctionWords.linkingVerbs.contains(verb.lemma)
        gives = FunctionWords.givingVerbs.contains(verb.lemma)
        names = FunctionWords.namingVerbs.contains(verb.lemma)
        takesAdjective = FunctionWords.adjectiveVerbs.contains(verb.lemma)
        reports = FunctionWords.sayingVerbs.contains(verb.lemma)
        causes = FunctionWords.causativeVerbs.contains(verb.lemma)
    }

    var isCopula: Bool { lemma == "be" && !isPassive }

    /// How unlikely an object after it is: a passive has lost its own, unless there were two.
    var objectCost: Int { isPassive && !gives && !names ? Cost.strange : 0 }

    /// Tells the kinds of verbs apart that read the same words differently, for keeping results by position.
    var kind: Int { isPassive ? 2 : isLinking ? (lemma == "be" ? 0 : 3) : 1 }
}

/// What a verb takes: objects, complement, adjuncts.
struct ClauseBody: Sendable {
    var objects: [Phrase] = []
    var complement: Complement?
    var adjuncts: [Adjunct] = []
    var particle = ""

    func adding(_ object: Phrase) -> ClauseBody {
        var body = self
        body.objects.append(object)
        return body
    }

    func completed(by complement: Complement) -> ClauseBody {
        var body = self
        body.complement = complement
        return body
    }

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
