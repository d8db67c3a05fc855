import Facts
import Questions

/// "The difference in length between A and B", "the difference between the populations of A and B".
extension TreeInterpreter {
    func difference(_ np: NounPhrase) throws(Misfit) -> Noun {
        let parts = phrases(in: np)
        guard
            let sides = parts.lazy.compactMap({ part -> [Phrase]? in
                if case .coordination(let sides, _) = part, sides.count == 2 { sides } else { nil }
            }).first
        else { throw Misfit(span: np.span, message: "the difference between what?") }
        var attribute: NounPhrase?
        for case .noun(let part) in parts where attribute == nil && !vocabulary.attributes(part.head.lowercased()).isEmpty {
            attribute = part.withoutModifiers
        }
        var values: [Noun] = []
        for side in sides { values.append(try measured(side, attribute)) }
        let variable = fresh("d")
        let distance = Formula.comparison(.variable(variable), .equal, .apart(.distance, .term(values[0].term), .term(values[1].term)))
        return Noun(term: .variable(variable), kind: .number, conditions: values.flatMap(\.conditions) + [distance], span: np.span)
    }

    /// A number itself, or the attribute of a thing.
    private func measured(_ side: Phrase, _ attribute: NounPhrase?) throws(Misfit) -> Noun {
        if let attribute {
            var phrase = attribute
            phrase.possessor = side
            if case .noun(let np) = side, vocabulary.attributes(np.head.lowercased()).isEmpty { return try noun(phrase) }
        }
        let value = try noun(side)
        guard value.kind.isNumeric || value.kind.shape == .date else {
            throw Misfit(span: value.span, message: "these can't be subtracted")
        }
        return value
    }

    /// Every phrase after a preposition, at any depth, outermost first.
    private func phrases(in np: NounPhrase) -> [Phrase] {
        np.prepositions.flatMap { phrase -> [Phrase] in
            if case .noun(let inner) = phrase.object { [phrase.object] + phrases(in: inner) } else { [phrase.object] }
        }
    }
}

extension NounPhrase {
    fileprivate var withoutModifiers: NounPhrase {
        var result = self
        result.prepositions = []
        result.relatives = []
        return result
    }
}
