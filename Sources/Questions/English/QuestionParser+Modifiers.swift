import Facts

/// What follows the head of a noun phrase.
enum Postmodifier: Sendable {
    case preposition(PrepositionalPhrase)
    case relative(Clause)

    var asks: Bool { if case .preposition(let phrase) = self { phrase.object.asks } else { false } }
    var isOf: Bool { if case .preposition(let phrase) = self { phrase.preposition == "of" } else { false } }
    var isRelative: Bool { if case .relative = self { true } else { false } }
}

/// The second and later members of a list.
struct ListTail: Sendable {
    var members: [Phrase]
    var all: Bool
}

/// Whole noun phrases: core, prepositional phrases and relative clauses, lists.
extension QuestionParser {
    /// Every noun phrase at a word, lists included.
    mutating func nounPhrases(at index: Int) -> [Edge<Phrase>] {
        guard index < words.count, fuel > 0 else { return [] }
        if let known = nounPhraseMemo[index] { return known }
        nounPhraseMemo[index] = []
        let start = isAt(index, ["both", "either", "neither"]) && !isAt(index + 1, "of") ? index + 1 : index
        var result = simplePhrases(at: index)
        let firsts = start > index ? simplePhrases(at: start) : result
        for first in firsts.prefix(8) {
            for tail in listTails(at: first.end) {
                let isNeither = isAt(index, "neither")
                let members = ([first.value] + tail.value.members).map { isNeither ? $0.denied : $0 }
                let cost = first.cost + tail.cost
                let all = tail.value.all || isNeither
                if let shared = shared(members) { result.append(Edge(value: .coordination(shared, all: all), end: tail.end, cost: cost)) }
                result.append(Edge(value: .coordination(members, all: all), end: tail.end, cost: cost + unevenness(members)))
            }
        }
        result = best(result)
        nounPhraseMemo[index] = result
        return result
    }

    /// ", B and C": what makes a list of the phrase before it.
    private mutating func listTails(at index: Int) -> [Edge<ListTail>] {
        guard index < words.count, fuel > 0 else { return [] }
        if let known = listTailMemo[index] { return known }
        listTailMemo[index] = []
        var result: [Edge<ListTail>] = []
        let comma = isAt(index, ",")
        let conjunction = comma ? index + 1 : index
        if isAt(conjunction, ["and", "or", "&", "nor"]) {
            let all = !isAt(conjunction, ["or", "nor"])
            for last in simplePhrases(at: conjunction + 1) {
                result.append(Edge(value: ListTail(members: [last.value], all: all), end: last.end, cost: last.cost + Cost.slight))
                guard isAt(last.end, ["and", "or"]) else { continue }
                for rest in listTails(at: last.end) where rest.value.all == all {
                    result.append(
                        Edge(
                            value: ListTail(members: [last.value] + rest.value.members, all: all), end: rest.end,
                            cost: last.cost + rest.cost + Cost.slight))
                }
            }
        } else if comma {
            for next in simplePhrases(at: index + 1).prefix(6) {
                for rest in listTails(at: next.end) {
                    result.append(
                        Edge(
                            value: ListTail(members: [next.value] + rest.value.members, all: rest.value.all), end: rest.end,
                            cost: next.cost + rest.cost))
                }
            }
        }
        result = best(result)
        listTailMemo[index] = result
        return result
    }

    /// "the population and area of Spain": what follows the last member with "of" belongs to all of them.
    private func shared(_ members: [Phrase]) -> [Phrase]? {
        guard case .noun(let last)? = members.last, let phrase = last.prepositions.first, phrase.preposition == "of" else { return nil }
        var result: [Phrase] = []
        for member in members.dropLast() {
            guard case .noun(var noun) = member, noun.head.first?.isLowercase == true, noun.possessor == nil, noun.wh == nil,
                noun.prepositions.isEmpty, noun.relatives.isEmpty, noun.quantity == nil
            else { return nil }
            noun.prepositions = [phrase]
            result.append(.noun(noun))
        }
        return result + [.noun(last)]
    }

    /// Members of a list are alike: with determiner or without, with postmodifiers or without.
    private func unevenness(_ members: [Phrase]) -> Int {
        func shape(_ phrase: Phrase) -> Int {
            guard case .noun(let noun) = phrase else { return 0 }
            return (noun.determiner == .none ? 0 : 1) + (noun.prepositions.isEmpty && noun.relatives.isEmpty ? 0 : 2)
        }
        guard let first = members.first.map(shape) else { return 0 }
        return members.contains { shape($0) != first } ? 1 : 0
    }

    /// A noun phrase that is no list.
    mutating func simplePhrases(at index: Int) -> [Edge<Phrase>] {
        guard index < words.count, fuel > 0 else { return [] }
        if let known = simplePhraseMemo[index] { return known }
        simplePhraseMemo[index] = []
        var result: [Edge<Phrase>] = []
        if words[index].token.kind == .quotation {
            result.append(Edge(value: .quotation(words[index].form, words[index].span), end: index + 1, cost: 0))
        }
        for core in corePhrases(at: index) {
            result.append(core.map { .noun($0) })
            guard takesPostmodifiers(core.value) else { continue }
            for rest in postmodifiers(at: core.end) {
                var phrase = core.value
                phrase.attach(rest.value)
                phrase.span = span(index, rest.end)
                result.append(
                    Edge(value: .noun(phrase), end: rest.end, cost: core.cost + rest.cost + attachmentCost(core.value, rest.value)))
            }
            if let apposed = apposition(core) { result.append(apposed) }
        }
        result = best(result)
        simplePhraseMemo[index] = result
        return result
    }

    private func takesPostmodifiers(_ core: NounPhrase) -> Bool {
        if let pronoun = core.pronoun { return core.wh != nil || ["those", "one", "ones", "that", "none"].contains(pronoun) }
        return true
    }

    /// How unlikely it is that a phrase belongs to this noun rather than to the verb.
    private func attachmentCost(_ core: NounPhrase, _ rest: [Postmodifier]) -> Int {
        let isName = core.adjectives.isEmpty && core.determiner == .none && core.head.first?.isUppercase == true
        let isRelative = rest.first?.isRelative == true
        if core.wh != nil, core.head.isEmpty, core.determiner == .none { return isRelative ? 2 * Cost.strange : Cost.strange }
        guard case .preposition(let phrase)? = rest.first, phrase.preposition != "of" else {
            return isName && isRelative ? Cost.unusual : 0
        }
        if isName { return Cost.unusual }
        if case .clause = phrase.object { return Cost.mild }
        if phrase.object.isBareNumber { return 0 }
        if phrase.preposition == "to" || FunctionWords.verbPrepositions.contains(phrase.preposition) { return Cost.mild }
        switch core.determiner {
        case .indefinite, .exactly, .atLeast, .atMost, .moreThan, .lessThan, .no, .some, .any: return Cost.mild
        default: return 0
        }
    }

    /// One or more postmodifiers; after the first they may be joined by "and", "but" or a comma.
    mutating func postmodifiers(at index: Int) -> [Edge<[Postmodifier]>] {
        guard index < words.count, fuel > 0 else { return [] }
        if let known = postmodifierMemo[index] { return known }
        postmodifierMemo[index] = []
        var result: [Edge<[Postmodifier]>] = []
        for item in postmodifier(at: index) {
            result.append(item.map { [$0] })
            var next = item.end
            if isAt(next, ",") { next += 1 }
            if isAt(next, ["and", "but"]) { next += 1 }
            // What follows belongs rather to the nearest noun.
            let far = item.value.isRelative ? Cost.unusual : Cost.slight
            for rest in postmodifiers(at: item.end) {
                result.append(Edge(value: [item.value] + rest.value, end: rest.end, cost: item.cost + rest.cost + far))
            }
            guard next > item.end else { continue }
            for rest in postmodifiers(at: next) where rest.value.first?.asks == false {
                let unlike = item.value.isOf != (rest.value.first?.isOf ?? false) || item.value.isRelative != rest.value.first?.isRelative
                result.append(
                    Edge(
                        value: [item.value] + rest.value, end: rest.end, cost: item.cost + rest.cost + (unlike ? Cost.strange : Cost.slight)
                    ))
            }
        }
        result = best(result, perEnd: 2)
        postmodifierMemo[index] = result
        return result
    }

    private mutating func postmodifier(at index: Int) -> [Edge<Postmodifier>] {
        var result: [Edge<Postmodifier>] = []
        let start = isAt(index, "not") ? index + 1 : index
        for phrase in prepositionalPhrases(at: start) {
            var value = phrase.value
            value.negated = start > index
            let isTime = timePhraseEnd(at: start) == phrase.end
            result.append(Edge(value: .preposition(value), end: phrase.end, cost: phrase.cost + (isTime ? Cost.unusual : 0)))
        }
        let comma = isAt(index, ",") && (has(index + 1, .wh) || word(index + 1)?.verbForms.contains(.participle) == true)
        for clause in relatives(at: comma ? index + 1 : index) {
            var end = clause.end
            if comma, isAt(end, ",") { end += 1 }
            result.append(Edge(value: .relative(clause.value), end: end, cost: clause.cost))
        }
        return result
    }

    /// "the exercise Keen Sword", "Ada Byron, a mathematician,".
    private mutating func apposition(_ core: Edge<NounPhrase>) -> Edge<Phrase>? {
        guard isAt(core.end, ","), core.value.head.first?.isUppercase == true, has(core.end + 1, .article),
            let second = simplePhrases(at: core.end + 1).first(where: { isAt($0.end, ",") })
        else { return nil }
        var phrase = core.value
        phrase.apposition = text(core.end + 1, second.end)
        return Edge(value: .noun(phrase), end: second.end + 1, cost: core.cost + second.cost + Cost.mild)
    }

    // MARK: - Prepositional phrases

    /// The preposition at a word (of several words where there is one) and the index after it.
    func preposition(at index: Int) -> (text: String, end: Int)? {
        if let phrases = FunctionWords.longPrepositions[lower(index)] {
            for phrase in phrases where phrase.indices.allSatisfy({ isAt(index + $0, phrase[$0]) }) {
                return (phrase.joined(separator: " "), index + phrase.count)
            }
        }
        if isAt(index, "nearest"), has(index + 1, [.article, .possessive]) || word(index + 1)?.token.isCapitalised == true {
            return ("near", index + 1)
        }
        guard has(index, .preposition), !isAt(index, "than") else { return nil }
        return (lower(index), index + 1)
    }

    mutating func prepositionalPhrases(at index: Int) -> [Edge<PrepositionalPhrase>] {
        guard index < words.count else { return [] }
        if let known = prepositionalMemo[index] { return known }
        let result = readPrepositionalPhrases(at: index)
        prepositionalMemo[index] = result
        return result
    }

    private mutating func readPrepositionalPhrases(at index: Int) -> [Edge<PrepositionalPhrase>] {
        guard let (text, start) = prepositions(at: index), text != "as" || !isAt(start, ["many", "much", "few"]) else { return [] }
        var result: [Edge<PrepositionalPhrase>] = []
        func add(_ object: Phrase, _ end: Int, _ cost: Int) {
            result.append(
                Edge(value: PrepositionalPhrase(preposition: text, object: object, span: span(index, end)), end: end, cost: cost))
        }
        // "to blame" is rather an infinitive.
        let isInfinitive = text == "to" && word(start).map { $0.verbForms.contains(.base) && !$0.token.isCapitalised && $0.nameLength == 0 } == true
        for object in nounPhrases(at: start) {
            add(object.value, object.end, object.cost + (isInfinitive ? Cost.unusual : 0))
            guard isAt(object.end, ["or", "and"]), isAt(object.end + 1, text) else { continue }
            for other in simplePhrases(at: object.end + 2) {
                add(
                    .coordination([object.value, other.value], all: isAt(object.end, "and")), other.end,
                    object.cost + other.cost + Cost.slight)
            }
        }
        for object in gerunds(at: start) { add(.clause(object.value), object.end, object.cost + Cost.mild) }
        if !isAt(start, ["which", "whom"]) {
            for object in embeddedQuestions(at: start) { add(.clause(object.value), object.end, object.cost + Cost.unusual) }
        }
        return result
    }

    /// One preposition, or a choice of two: "before or after".
    private func prepositions(at index: Int) -> (text: String, end: Int)? {
        guard let first = preposition(at: index) else { return nil }
        guard isAt(first.end, ["or", "and"]), let second = preposition(at: first.end + 1) else { return first }
        return ("\(first.text) \(lower(first.end)) \(second.text)", second.end)
    }
}

extension NounPhrase {
    mutating func attach(_ modifiers: [Postmodifier]) {
        for modifier in modifiers {
            switch modifier {
            case .preposition(let phrase): prepositions.append(phrase)
            case .relative(let clause): relatives.append(clause)
            }
        }
    }
}
