import Facts

extension Phrase {
    /// Whether a wh-word stands in the phrase where it asks: as head, as possessor, in a prepositional phrase, in a list.
    var asks: Bool {
        switch self {
        case .noun(let noun): noun.asks
        case .coordination(let members, _): members.contains(where: \.asks)
        case .clause, .gap, .quotation: false
        }
    }
}

extension NounPhrase {
    /// See ``Phrase/asks``.
    var asks: Bool { wh != nil || possessor?.asks == true || prepositions.contains { $0.object.asks } }
}

extension Clause {
    /// Whether the clause itself (not one inside it) holds a wh-phrase.
    var asks: Bool {
        if subject?.asks == true || objects.contains(where: \.asks) { return true }
        switch complement {
        case .phrase(let phrase)? where phrase.asks: return true
        case .prepositional(let phrase)? where phrase.object.asks: return true
        case .infinitive(let clause)? where clause.asks: return true
        default: break
        }
        return adjuncts.contains {
            switch $0 {
            case .prepositional(let phrase): phrase.object.asks
            case .wh: true
            default: false
            }
        }
    }
}

extension Phrase {
    /// "anyone else", "others".
    var isOther: Bool {
        if case .noun(let noun) = self {
            noun.determiner == .other && (noun.pronoun != nil || noun.nounModifiers.isEmpty && ["person", "thing"].contains(noun.head))
        } else {
            false
        }
    }

    /// "harbour master": a common noun in the singular without determiner, which a statement hardly begins with.
    var isBareSingular: Bool {
        guard case .noun(let noun) = self else { return false }
        return noun.determiner == .none && !noun.plural && noun.possessor == nil && noun.head.first?.isLowercase == true
    }

    /// "50", "over 2 million", "1 and 5": a number without the thing that it counts.
    var isBareNumber: Bool {
        switch self {
        case .noun(let noun): noun.quantity != nil && noun.head.isEmpty
        case .coordination(let members, _): members.allSatisfy(\.isBareNumber)
        case .clause, .gap, .quotation: false
        }
    }

    /// Whether the phrase takes a plural verb; nil where either would do.
    var isPlural: Bool? {
        switch self {
        case .coordination(_, let all): all ? true : nil
        case .gap: nil
        case .clause, .quotation: false
        case .noun(let noun): noun.takesPlural
        }
    }

    /// Whether the phrase ends in a clause, to which what follows belongs rather than to the clause outside.
    var endsInClause: Bool {
        switch self {
        case .noun(let noun): !noun.relatives.isEmpty || noun.prepositions.last?.object.endsInClause == true
        case .coordination(let members, _): members.last?.endsInClause == true
        case .clause: true
        case .gap, .quotation: false
        }
    }
}

extension NounPhrase {
    /// "twice": two times.
    static func twice(_ span: Span) -> NounPhrase {
        NounPhrase(
            determiner: .exactly(2), head: "time", name: "twice", plural: true, quantity: Quantity(value: 2, unit: "time"), span: span)
    }

    fileprivate var takesPlural: Bool? {
        if wh != nil, head.isEmpty { return nil }
        if let pronoun {
            return ["they", "we", "you", "these", "those", "i"].contains(pronoun)
                ? true : ["he", "she", "it"].contains(pronoun) ? false : nil
        }
        if wh == .whatPercentage || head.isEmpty { return nil }
        if aggregate == "percentage" { return nil }
        return plural ? true : head.first?.isUppercase == true && determiner == .definite ? nil : false
    }
}

extension Phrase {
    /// "neither France": the phrase with the determiner "no".
    var denied: Phrase {
        guard case .noun(var noun) = self else { return self }
        noun.determiner = .no
        return .noun(noun)
    }
}

extension Adjunct {
    /// Whether it is a preposition that waits for its wh-phrase.
    var hasOpenObject: Bool { if case .prepositional(let phrase) = self { phrase.object.isHole } else { false } }

    var isPrepositional: Bool { if case .prepositional = self { true } else { false } }

    /// See ``Phrase/endsInClause``.
    var endsInClause: Bool {
        switch self {
        case .prepositional(let phrase): phrase.object.endsInClause
        case .clause, .infinitive: true
        case .time, .wh, .adverb: false
        }
    }
}
