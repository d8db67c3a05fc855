import Facts
import Questions

/// Where phrases hang: the grammar gives the likeliest attachments of a line without knowing what its words mean; here every phrase may
/// also hang on any noun or clause along the right edge of what stands before it, and types decide.
extension TreeInterpreter {
    fileprivate enum Item {
        case preposition(PrepositionalPhrase)
        case relative(Clause)

        var span: Span {
            switch self {
            case .preposition(let phrase): phrase.span
            case .relative(let clause): clause.verb.span
            }
        }

        var start: Int { span.start }
    }

    /// One way to hang a phrase on another, and how far from it that is.
    private struct Attached<Whole> {
        var whole: Whole
        var cost: Int
    }

    // MARK: Nouns

    /// The noun phrase with its second and later postmodifiers hung where they may belong: the nearest noun first.
    func rearranged(_ np: NounPhrase) throws(Misfit) -> NounPhrase {
        let items = (np.prepositions.map(Item.preposition) + np.relatives.map(Item.relative)).sorted { $0.start < $1.start }
        guard items.count > 1 else { return np }
        var result = np
        result.prepositions = []
        result.relatives = []
        result.attach(items[0])
        for item in items.dropFirst() {
            let inner = attachments(of: item, to: result)
            // "that borders A and that borders B": what is joined hangs on the same noun.
            let options = isJoined(item) ? inner.reversed() : inner
            result = try choices.choose(
                options.enumerated().map { ($1.whole, $1.cost + min($0, 1)) },
                else: Misfit(span: item.span, message: "this hangs on nothing"))
        }
        return result
    }

    /// Whether "and" or "but" stands right before it.
    private func isJoined(_ item: Item) -> Bool {
        let before = slice(Span(0, item.start)).split(separator: " ").suffix(3).map { $0.lowercased() }
        guard let last = before.last(where: { !["that", "which", "who", "whose", "not"].contains($0) }) else { return false }
        return last == "and" || last == "but"
    }

    /// Innermost first, the noun itself last.
    private func attachments(of item: Item, to np: NounPhrase) -> [Attached<NounPhrase>] {
        var result: [Attached<NounPhrase>] = []
        let last = (np.prepositions.map(Item.preposition) + np.relatives.map(Item.relative)).max { $0.start < $1.start }
        switch last {
        case .preposition(let phrase)?:
            for inner in attachments(of: item, to: phrase.object) {
                var whole = np
                if let index = whole.prepositions.lastIndex(of: phrase) { whole.prepositions[index].object = inner.whole }
                result.append(Attached(whole: whole, cost: inner.cost))
            }
        case .relative(let clause)?:
            for inner in attachments(of: item, to: clause) {
                var whole = np
                if let index = whole.relatives.lastIndex(of: clause) { whole.relatives[index] = inner.whole }
                result.append(Attached(whole: whole, cost: inner.cost))
            }
        case nil: break
        }
        var whole = np
        whole.attach(item)
        let isName = np.wh == nil && np.determiner != .indefinite && !world.things(named: np.name).isEmpty
        result.append(Attached(whole: whole, cost: isName ? 3 : 0))
        return result
    }

    private func attachments(of item: Item, to phrase: Phrase) -> [Attached<Phrase>] {
        switch phrase {
        case .noun(let np): return attachments(of: item, to: np).map { Attached(whole: .noun($0.whole), cost: $0.cost) }
        case .coordination(let parts, let all):
            guard let last = parts.last else { return [] }
            return attachments(of: item, to: last).map {
                Attached(whole: .coordination(parts.dropLast() + [$0.whole], all: all), cost: $0.cost + 1)
            }
        case .gap, .clause, .quotation: return []
        }
    }

    // MARK: Clauses

    private func attachments(of item: Item, to clause: Clause) -> [Attached<Clause>] {
        var result = insideLastPhrase(of: clause, item)
        if case .preposition(let phrase) = item {
            var whole = clause
            whole.adjuncts.append(.prepositional(phrase))
            result.append(Attached(whole: whole, cost: 0))
        }
        return result
    }

    /// The clause with the item inside the last of its phrases.
    private func insideLastPhrase(of clause: Clause, _ item: Item) -> [Attached<Clause>] {
        if let index = clause.adjuncts.indices.last {
            guard case .prepositional(let phrase) = clause.adjuncts[index] else { return [] }
            return attachments(of: item, to: phrase.object).map { inner in
                var whole = clause
                var phrase = phrase
                phrase.object = inner.whole
                whole.adjuncts[index] = .prepositional(phrase)
                return Attached(whole: whole, cost: inner.cost)
            }
        }
        if case .phrase(let phrase)? = clause.complement {
            return attachments(of: item, to: phrase).map { inner in
                var whole = clause
                whole.complement = .phrase(inner.whole)
                return Attached(whole: whole, cost: inner.cost)
            }
        }
        if case .prepositional(let phrase)? = clause.complement {
            return attachments(of: item, to: phrase.object).map { inner in
                var whole = clause
                whole.complement = .prepositional(
                    PrepositionalPhrase(preposition: phrase.preposition, object: inner.whole, negated: phrase.negated, span: phrase.span))
                return Attached(whole: whole, cost: inner.cost)
            }
        }
        guard let index = clause.objects.indices.last else { return [] }
        return attachments(of: item, to: clause.objects[index]).map { inner in
            var whole = clause
            whole.objects[index] = inner.whole
            return Attached(whole: whole, cost: inner.cost)
        }
    }

    /// The clause with each prepositional adjunct where the grammar has it, or inside the phrase before it.
    func rearranged(_ clause: Clause) throws(Misfit) -> Clause {
        guard clause.adjuncts.contains(where: { if case .prepositional = $0 { true } else { false } }) else { return clause }
        var result = clause
        result.adjuncts = []
        for adjunct in clause.adjuncts {
            guard case .prepositional(let phrase) = adjunct, !isBeforeVerb(phrase, clause) else {
                result.adjuncts.append(adjunct)
                continue
            }
            var whole = result
            whole.adjuncts.append(adjunct)
            let inside = insideLastPhrase(of: result, .preposition(phrase)).map { (value: $0.whole, cost: $0.cost + 1) }
            // "the rivers that flow through each country": after "are the rivers …" it belongs to what is asked for.
            let isAfterNoun = if case .phrase? = result.complement { true } else { false }
            result = try choices.choose(
                [(value: whole, cost: isAfterNoun && !inside.isEmpty ? 2 : 0)] + inside,
                else: Misfit(span: phrase.span, message: "this hangs on nothing"))
        }
        return result
    }

    /// "From which country does …": a fronted phrase belongs to the verb.
    private func isBeforeVerb(_ phrase: PrepositionalPhrase, _ clause: Clause) -> Bool { phrase.span.start < clause.verb.span.start }
}

extension NounPhrase {
    fileprivate mutating func attach(_ item: TreeInterpreter.Item) {
        switch item {
        case .preposition(let phrase): prepositions.append(phrase)
        case .relative(let clause): relatives.append(clause)
        }
    }
}
