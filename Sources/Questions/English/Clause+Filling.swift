import Facts

extension Phrase {
    var isHole: Bool { self == QuestionParser.hole }
}

extension Clause {
    /// The clause with `phrase` in the place that was left open, however deep.
    func filled(with phrase: Phrase) -> Clause {
        var clause = self
        _ = clause.fill(phrase)
        return clause
    }

    /// Fills the first open place; false where there is none.
    private mutating func fill(_ phrase: Phrase) -> Bool {
        if subject?.isHole == true {
            subject = phrase
            return fillCoordinates(phrase)
        }
        for index in objects.indices {
            if objects[index].isHole {
                objects[index] = phrase
                return fillCoordinates(phrase)
            }
            if case .clause(var inner) = objects[index], inner.fill(phrase) {
                objects[index] = .clause(inner)
                return fillCoordinates(phrase)
            }
        }
        if let filled = complement?.filled(with: phrase) {
            complement = filled
            return fillCoordinates(phrase)
        }
        for index in adjuncts.indices {
            if let filled = adjuncts[index].filled(with: phrase) {
                adjuncts[index] = filled
                return fillCoordinates(phrase)
            }
        }
        return false
    }

    /// "the plan that he made and she signed": every coordinate has the place.
    private mutating func fillCoordinates(_ phrase: Phrase) -> Bool {
        for index in coordinates.indices { coordinates[index].clause = coordinates[index].clause.filled(with: phrase) }
        return true
    }
}

extension Complement {
    fileprivate func filled(with phrase: Phrase) -> Complement? {
        switch self {
        case .phrase(let place) where place.isHole: .phrase(phrase)
        case .infinitive(let clause):
            clause.hasHole ? .infinitive(clause.filled(with: phrase)) : nil
        case .clause(let clause):
            clause.hasHole ? .clause(clause.filled(with: phrase)) : nil
        case .prepositional(var inner) where inner.object.isHole:
            {
                inner.object = phrase
                return .prepositional(inner)
            }()
        default: nil
        }
    }
}

extension Adjunct {
    fileprivate func filled(with phrase: Phrase) -> Adjunct? {
        switch self {
        case .prepositional(var inner):
            if inner.object.isHole {
                inner.object = phrase
                return .prepositional(inner)
            }
            guard case .clause(let clause) = inner.object, clause.hasHole else { return nil }
            inner.object = .clause(clause.filled(with: phrase))
            return .prepositional(inner)
        case .infinitive(let clause) where clause.hasHole:
            return .infinitive(clause.filled(with: phrase))
        default: return nil
        }
    }
}

extension Clause {
    /// Whether a place in it is still open.
    var hasHole: Bool {
        var copy = self
        return copy.fill(.gap(Span(1, 1)))
    }
}
