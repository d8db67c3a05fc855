import Questions

/// Phrases of the clause that are about what it asks for, hung where they belong before the clause is interpreted.
extension Clause {
    /// "Apart from Ada, who …", "how many … on average".
    var normalised: Clause {
        var result = self
        result.adjuncts = []
        for adjunct in adjuncts {
            guard case .prepositional(let phrase) = adjunct, result.take(phrase) else {
                result.adjuncts.append(adjunct)
                continue
            }
        }
        return result
    }

    static let exceptions: Set<String> = [
        "other than", "except", "except for", "apart from", "aside from", "besides", "but", "excluding", "not counting",
    ]

    private mutating func take(_ phrase: PrepositionalPhrase) -> Bool {
        if Self.exceptions.contains(phrase.preposition) {
            return changeAsked { $0.prepositions.append(phrase) } || changeSubject { $0.prepositions.append(phrase) }
        }
        guard case .noun(let np) = phrase.object, np.prepositions.isEmpty, np.relatives.isEmpty, np.wh == nil else { return false }
        switch (phrase.preposition, np.head) {
        case ("on", "average"): return changeAsked { $0.aggregate = "average" }
        case ("in", "total"), ("in", "all"), ("in", "sum"): return changeAsked { _ in }
        default: return false
        }
    }

    /// Changes the phrase that asks, where the clause has one; false where it hasn't.
    private mutating func changeAsked(_ change: (inout NounPhrase) -> Void) -> Bool {
        if case .noun(var np)? = subject, np.wh != nil {
            change(&np)
            subject = .noun(np)
            return true
        }
        for index in objects.indices {
            guard case .noun(var np) = objects[index], np.wh != nil else { continue }
            change(&np)
            objects[index] = .noun(np)
            return true
        }
        guard case .phrase(.noun(var np))? = complement, np.wh != nil else { return false }
        change(&np)
        complement = .phrase(.noun(np))
        return true
    }

    private mutating func changeSubject(_ change: (inout NounPhrase) -> Void) -> Bool {
        guard case .noun(var np)? = subject else { return false }
        change(&np)
        subject = .noun(np)
        return true
    }
}

extension Phrase {
    /// Whether the phrase itself is what is asked for.
    var isWh: Bool { if case .noun(let np) = self { np.wh != nil } else { false } }
}
