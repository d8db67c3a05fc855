import Questions

/// Noun phrases that say how much in several words, in the form in which they are interpreted.
extension NounPhrase {
    /// "the highest number of ports" is the most ports; nil where no degree stands before "number".
    var withoutNumber: NounPhrase? {
        guard head == "number" || head == "amount", aggregate.isEmpty, let adjective = adjectives.last, adjectives.count == 1,
            let first = prepositions.first, first.preposition == "of", case .noun(var counted) = first.object, counted.adjectives.isEmpty
        else { return nil }
        var many = adjective
        switch adjective.lemma {
        case "high", "large", "great", "big": many.lemma = "many"
        case "low", "small": many.lemma = "few"
        default: return nil
        }
        counted.adjectives = [many]
        counted.determiner = determiner
        counted.wh = wh
        counted.prepositions += prepositions.dropFirst()
        counted.relatives += relatives
        return counted
    }

    /// "the total of all prices of all goods" is the total of the prices of the goods; nil where nothing says "all".
    var withoutTotality: NounPhrase? {
        var result = self
        if result.determiner == .all { result.determiner = .definite }
        for index in result.prepositions.indices {
            guard case .noun(var inner) = result.prepositions[index].object else { continue }
            if let deeper = inner.withoutTotality { inner = deeper }
            result.prepositions[index].object = .noun(inner)
        }
        return result == self ? nil : result
    }
}
