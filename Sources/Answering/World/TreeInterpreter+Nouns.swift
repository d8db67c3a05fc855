import Facts
import Questions

/// Noun phrases: which sense their words have, and what belongs to them.
extension TreeInterpreter {
    /// One meaning of a noun's words.
    private enum Sense {
        case things([ValueTable.ID], name: String)
        case types([String])
        case attribute(AttributeUse)
        /// The noun stands for things of which this holds: "goalkeeper" for `position goalkeeper`.
        case restriction(String, name: String)
        case line(String, Double)
        case literal
        case anything
    }

    private struct Candidate {
        var sense: Sense
        /// Nouns before the head that the sense does not use, as written.
        var modifiers: [String] = []
        /// Adjectives that are part of the sense ("top speed"): how many of the last ones.
        var adjectives = 0
        /// Whether the first prepositional phrase is part of the sense ("date of birth").
        var takesPreposition = false
    }

    func noun(_ phrase: Phrase) throws(Misfit) -> Noun {
        switch phrase {
        case .noun(let noun): return try self.noun(noun)
        case .gap(let span):
            guard let gap = gaps.last else { throw Misfit(span: span, message: "nothing fills this place") }
            return Noun(term: gap.term, kind: gap.kind, types: gap.types, span: span)
        case .quotation(let text, let span):
            let things = world.things(named: text)
            guard !things.isEmpty else { throw Misfit(span: span, message: "nothing here is called “\(text)”", isUnknown: true) }
            return Noun(term: .name(text), kind: vocabulary.kind(of: things), span: span)
        case .coordination(let parts, let all):
            let members = try parts.map { part throws(Misfit) in try noun(part) }
            guard var result = members.first else { throw Misfit(message: "an empty list") }
            result.members = members
            result.all = all
            result.conditions = []
            return result
        case .clause(let clause): throw Misfit(span: clause.verb.span, message: "tables don't hold what people say")
        }
    }

    func noun(_ np: NounPhrase) throws(Misfit) -> Noun {
        var noun = try bare(withLongPreposition(np))
        noun.span = np.span
        return noun
    }

    /// "countries south" + "of the Equator": the world has a preposition "south of".
    private func withLongPreposition(_ np: NounPhrase) -> NounPhrase {
        let words = np.name.split(separator: " ").map(String.init)
        guard words.count > 1, let last = words.last?.lowercased(), let first = np.prepositions.first,
            !vocabulary.lexicon.meanings("\(last) \(first.preposition)", .preposition).isEmpty
        else { return np }
        var result = np
        result.name = words.dropLast().joined(separator: " ")
        result.head = vocabulary.forms.lemmas(words[words.count - 2].lowercased()).last ?? words[words.count - 2]
        result.plural = result.head != words[words.count - 2].lowercased()
        result.nounModifiers = words.dropLast(2).map { $0 }
        result.prepositions[0].preposition = "\(last) \(first.preposition)"
        return result
    }

    private func bare(_ np: NounPhrase) throws(Misfit) -> Noun {
        let np = try rearranged(np)
        if let pronoun = np.pronoun, np.head.isEmpty, Self.referring.contains(pronoun) {
            let noun = try referent(np)
            return np.wh.map { wanting(noun, $0, np) } ?? noun
        }
        if np.head == "one", np.adjectives.isEmpty, let wh = np.wh, var answers = earlierAnswers(np.span), answers.isPlural {
            for phrase in np.prepositions { try restrict(&answers, by: phrase) }
            for relative in np.relatives { try addRelative(relative, &answers) }
            return wanting(answers, wh, np)
        }
        if let wh = np.wh, np.head.isEmpty, np.quantity == nil, np.adjectives.isEmpty { return try bareWh(np, wh) }
        if let counted = np.withoutNumber { return try bare(counted) }
        if np.aggregate == "difference" { return try difference(np) }
        if !np.aggregate.isEmpty, let plain = np.withoutTotality { return try bare(plain) }
        if np.head == "name", np.nounModifiers.isEmpty, let first = np.prepositions.first, first.preposition == "of" {
            // "the names of the cities": the cities.
            return try noun(first.object)
        }
        let candidate = try choices.choose(candidates(np), else: unknown(np))
        var noun = try interpret(candidate, np)
        noun.isPlural = np.plural
        noun.isDefinite = np.determiner == .definite || np.possessor != nil
        noun.aggregate = np.aggregate
        for modifier in candidate.modifiers { try restrict(&noun, byModifier: modifier, np.span) }
        try addPrepositions(np, candidate.takesPreposition, &noun)
        for relative in np.relatives { try addRelative(relative, &noun) }
        let graded = try addAdjectives(np.adjectives.dropLast(candidate.adjectives), &noun, np)
        if !graded { quantify(&noun, np) }
        if let wh = np.wh { return wanting(noun, wh, np) }
        return noun
    }

    private func bareWh(_ np: NounPhrase, _ wh: NounPhrase.Wh) throws(Misfit) -> Noun {
        var noun = Noun(term: .variable(fresh("x")), kind: wh == .who || wh == .whom || wh == .whose ? .thing : .any, span: np.span)
        noun.isBareWh = true
        if let alternatives = pendingAlternatives {
            noun = Noun(
                term: .variable(alternatives.variable), kind: alternatives.kind, conditions: [alternatives.condition], span: np.span)
        }
        if wh == .howMany, let answers = earlierAnswers(np.span), answers.isPlural { noun = answers }
        for phrase in np.prepositions { try restrict(&noun, by: phrase) }
        for relative in np.relatives { try addRelative(relative, &noun) }
        return wanting(noun, wh, np)
    }

    /// Registers what is asked for; its conditions stay with the question, outside of every negation and quantifier of the clause.
    private func wanting(_ noun: Noun, _ wh: NounPhrase.Wh, _ np: NounPhrase) -> Noun {
        var result = noun
        result.quantifier = .wh(wh)
        if let alternatives = pendingAlternatives, let variable = noun.variable, variable != alternatives.variable {
            result.conditions.append(alternatives.condition.renaming(alternatives.variable, to: variable))
        }
        guard wh != .whose || np.head.isEmpty else {
            // "whose captain": the owner is asked for.
            let owner = noun.owner?.variable ?? fresh("x")
            want(Noun(term: .variable(owner), kind: noun.owner?.kind ?? .any, span: np.span), .whose)
            result.quantifier = noun.quantifier
            return result
        }
        want(result, wh)
        result.conditions = []
        return result
    }

    private func unknown(_ np: NounPhrase) -> Misfit {
        let name = np.name.isEmpty ? np.head : np.name
        let isName = name.unicodeScalars.first?.properties.isUppercase ?? false
        return Misfit(
            span: np.span, message: "nothing here is \(isName ? "called" : "about") “\(name)”", isUnknown: true)
    }

    // MARK: Senses

    private func candidates(_ np: NounPhrase) -> [(value: Candidate, cost: Int)] {
        var result: [(Candidate, Int)] = []
        func add(_ sense: Sense, _ cost: Int, modifiers: [String] = [], adjectives: Int = 0, preposition: Bool = false) {
            result.append((Candidate(sense: sense, modifiers: modifiers, adjectives: adjectives, takesPreposition: preposition), cost))
        }
        if np.head.isEmpty || ["one", "ones", "those", "that", "thing", "things"].contains(np.pronoun ?? np.head) {
            if np.quantity != nil {
                add(.literal, 0)
            } else if np.pronoun == nil || ["those", "that", "one", "ones"].contains(np.pronoun!) {
                add(.anything, 1)
            }
            return result
        }
        let words = np.name.isEmpty ? [np.head] : np.name.split(separator: " ").map(String.init)
        for adjectives in 0...min(2, np.adjectives.count) {
            let leading = np.adjectives.suffix(adjectives)
            guard leading.allSatisfy({ $0.than == nil && ($0.degree == .plain || $0.degree == .superlative) }) else { break }
            let prefix = leading.map { adjective in slice(adjective.span) }
            for start in words.indices {
                let phrase = (prefix + words[start...]).joined(separator: " ")
                let modifiers = start == 0 ? [] : [words[..<start].joined(separator: " ")]
                if adjectives > 0, start > 0 { continue }
                addSenses(phrase, np, modifiers, adjectives, isWhole: start == 0, add)
            }
        }
        addAppositions(words, add)
        addWithPreposition(np, add)
        if np.quantity != nil { add(.literal, result.isEmpty ? 0 : 2) }
        if ["person", "people", "thing", "one", "somebody", "place", "location"].contains(np.head),
            result.isEmpty || np.wh != nil || np.quantity != nil
        {
            add(.anything, 1)
        }
        return result
    }

    private typealias Adding = (_ sense: Sense, _ cost: Int, _ modifiers: [String], _ adjectives: Int, _ preposition: Bool) -> Void

    private func addSenses(_ phrase: String, _ np: NounPhrase, _ modifiers: [String], _ adjectives: Int, isWhole: Bool, _ add: Adding) {
        let penalty = modifiers.isEmpty ? 0 : 1
        // "green turtles": things whose names stand in the singular.
        let singular = np.plural && isWhole ? vocabulary.forms.keys(phrase).first { !world.things(named: $0).isEmpty } : nil
        let isNamed = !world.things(named: phrase).isEmpty
        let things = world.things(named: isNamed ? phrase : singular ?? phrase)
        if isWhole, !things.isEmpty {
            let name = isNamed ? phrase : world.text(things[0])
            add(.things(things, name: name), (np.wh == nil ? 0 : 3) + (isNamed ? 0 : 3), modifiers, adjectives, false)
        }
        var seen: Set<String> = []
        for key in keys(phrase, np, isWhole: isWhole && adjectives == 0) where seen.insert(key).inserted {
            for types in vocabulary.types(key) { add(.types(types), penalty, modifiers, adjectives, false) }
            for use in vocabulary.attributes(key) { add(.attribute(use), penalty + use.cost, modifiers, adjectives, false) }
            // "a German" is one of whom the adjective holds.
            for case .restriction(let relation, let name) in vocabulary.lexicon.meanings(key, .adjective) {
                add(.restriction(relation, name: name), penalty + 1, modifiers, adjectives, false)
            }
            for meaning in vocabulary.lexicon.meanings(key, .noun, .place, .type) {
                switch meaning {
                case .restriction(let relation, let name): add(.restriction(relation, name: name), penalty, modifiers, adjectives, false)
                case .line(let relation, let value): add(.line(relation, value), penalty, modifiers, adjectives, false)
                case .thing(let name): add(.things(world.things(named: name), name: name), penalty, modifiers, adjectives, false)
                default: break
                }
            }
        }
        if isWhole, np.determiner == .indefinite || np.plural || np.wh != nil { addBearers(of: things, penalty, modifiers, adjectives, add) }
        guard isWhole, adjectives == 0, !hasOwnSense(np), let wordNet = vocabulary.wordNet else { return }
        for synonym in wordNet.synonyms(of: np.head, .noun) {
            for types in vocabulary.types(synonym) { add(.types(types), 5, Array(np.nounModifiers), 0, false) }
            for use in vocabulary.attributes(synonym) where use.cost < 2 {
                add(.attribute(use), 6 + use.cost, Array(np.nounModifiers), 0, false)
            }
        }
    }

    /// "a Norwegian" where that is somebody's nationality: one of whom it is said.
    private func addBearers(of values: [ValueTable.ID], _ penalty: Int, _ modifiers: [String], _ adjectives: Int, _ add: Adding) {
        guard let value = values.first else { return }
        let cost = penalty + (world.types(of: value).isEmpty ? 2 : 4)
        for table in world.relations where world.stands(value, in: table, .patient) {
            add(.restriction(table.name, name: world.text(value)), cost, modifiers, adjectives, false)
        }
    }

    private func hasOwnSense(_ np: NounPhrase) -> Bool {
        !vocabulary.types(np.head).isEmpty || !vocabulary.attributes(np.head).isEmpty || !world.things(named: np.name).isEmpty
    }

    private func keys(_ phrase: String, _ np: NounPhrase, isWhole: Bool) -> [String] {
        let forms = vocabulary.forms.keys(phrase)
        return isWhole && np.nounModifiers.isEmpty ? [np.head.lowercased()] + forms : forms
    }

    /// "the river Rhine", "Rhine river": a type and a name.
    private func addAppositions(_ words: [String], _ add: Adding) {
        guard words.count > 1 else { return }
        for split in 1..<words.count {
            let left = words[..<split].joined(separator: " "), right = words[split...].joined(separator: " ")
            for (type, name) in [(left, right), (right, left)] {
                let things = world.things(named: name)
                guard !things.isEmpty else { continue }
                for key in vocabulary.forms.keys(type) {
                    for types in vocabulary.types(key) where vocabulary.kind(ofTypes: types).meets(vocabulary.kind(of: things)) {
                        add(.things(things, name: name), 0, [], 0, false)
                    }
                }
            }
        }
    }

    /// "date of birth", "circle of latitude".
    private func addWithPreposition(_ np: NounPhrase, _ add: Adding) {
        guard let first = np.prepositions.first, case .noun(let object) = first.object, object.determiner == .none, object.possessor == nil
        else { return }
        let phrase = "\(np.name.isEmpty ? np.head : np.name) \(first.preposition) \(object.name)"
        let things = world.things(named: phrase)
        if !things.isEmpty { add(.things(things, name: phrase), 0, [], 0, true) }
        for key in vocabulary.forms.keys(phrase) {
            for types in vocabulary.types(key) { add(.types(types), 0, [], 0, true) }
            for use in vocabulary.attributes(key) where use.cost == 0 { add(.attribute(use), 0, [], 0, true) }
        }
    }

    func slice(_ span: Span) -> String {
        let scalars = tree.text.unicodeScalars
        guard let start = scalars.index(scalars.startIndex, offsetBy: span.start, limitedBy: scalars.endIndex),
            let end = scalars.index(start, offsetBy: span.length, limitedBy: scalars.endIndex)
        else { return "" }
        return String(scalars[start..<end])
    }

    // MARK: From sense to noun

    private func interpret(_ candidate: Candidate, _ np: NounPhrase) throws(Misfit) -> Noun {
        switch candidate.sense {
        case .things(let things, let name):
            let shown = things.count == 1 ? world.text(things[0]) : name
            var noun = Noun(term: .name(shown), kind: vocabulary.kind(of: things), span: np.span)
            if let possessor = np.possessor, case .noun = possessor { throw Misfit(span: np.span, message: "“\(name)” is a name") }
            noun.isDefinite = true
            mentioned.append(noun)
            return noun
        case .types(let types):
            let variable = fresh(np.head)
            let typing = types.map { Formula.type(.variable(variable), $0) }
            var noun = Noun(
                term: .variable(variable), kind: vocabulary.kind(ofTypes: types), conditions: [typing.count == 1 ? typing[0] : .or(typing)],
                types: types, span: np.span)
            if let possessor = np.possessor { try relate(&noun, to: try self.noun(possessor), np.span) }
            return noun
        case .attribute(let use): return try attribute(use, np)
        case .restriction(let relation, let name):
            let variable = fresh(np.head)
            return Noun(
                term: .variable(variable), kind: vocabulary.kind(relation, .agent) ?? .thing,
                conditions: [.atom(Atom(relation, .variable(variable), .name(name)))], span: np.span)
        case .line(let relation, let value):
            let variable = fresh(relation)
            return Noun(
                term: .variable(variable), kind: .number, conditions: [.comparison(.variable(variable), .equal, .number(value))],
                use: AttributeUse(relation: relation, owner: .agent, value: .patient, cost: 0), span: np.span)
        case .literal: return literal(np)
        case .anything:
            return Noun(term: .variable(fresh("x")), kind: .any, span: np.span)
        }
    }

    /// "10 million", "more than 200 tonnes", "1990".
    private func literal(_ np: NounPhrase) -> Noun {
        let quantity = np.quantity ?? Quantity(value: 0, unit: "")
        let unit = quantity.unit.isEmpty ? np.head : quantity.unit
        let value = Term.quantity(Quantity(value: quantity.value, unit: unit))
        let isYear = unit.isEmpty && (1000...2200).contains(quantity.value) && quantity.value == quantity.value.rounded()
        let kind = Kind(shape: isYear ? [.number, .date] : .number, members: nil)
        let sign: Comparison? =
            switch np.determiner {
            case .atLeast: .atLeast
            case .atMost: .atMost
            case .moreThan: .greater
            case .lessThan: .less
            default: nil
            }
        guard let sign else { return Noun(term: value, kind: kind, span: np.span) }
        let variable = fresh("n")
        return Noun(
            term: .variable(variable), kind: kind, conditions: [.comparison(.variable(variable), sign, .term(value))], span: np.span)
    }

    private func attribute(_ use: AttributeUse, _ np: NounPhrase) throws(Misfit) -> Noun {
        let value = fresh(np.head)
        let owner = fresh("o")
        let ownerKind = vocabulary.kind(use.relation, use.owner) ?? .thing
        var noun = Noun(
            term: .variable(value), kind: vocabulary.kind(use.relation, use.value) ?? .any,
            conditions: [atom(use, owner: .variable(owner), value: .variable(value))], owner: (owner, ownerKind), use: use, span: np.span)
        if let possessor = np.possessor { try own(&noun, try self.noun(possessor)) }
        return noun
    }

    func atom(_ use: AttributeUse, owner: Term, value: Term) -> Formula {
        atom(use.relation, [(use.owner, owner), (use.value, value)])
    }

    /// An atom with subject and object unnamed and in order, other roles named.
    func atom(_ relation: String, _ places: [(Role, Term)], time: Atom.Time? = nil) -> Formula {
        var atom = Atom(relation, [], time: time)
        let subject = places.first { $0.0 == .agent }, object = places.first { $0.0 == .patient }
        if subject != nil || object != nil { atom.places.append(Atom.Place(subject?.1 ?? .anything)) }
        if let object { atom.places.append(Atom.Place(object.1)) }
        for (role, term) in places where role != .agent && role != .patient { atom.places.append(Atom.Place(term, as: role)) }
        return .atom(atom)
    }

    /// Gives an attribute its owner.
    func own(_ noun: inout Noun, _ owner: Noun) throws(Misfit) {
        guard let open = noun.owner else { throw Misfit(span: owner.span, message: "this belongs to something else already") }
        guard open.kind.meets(owner.kind) else {
            throw Misfit(span: owner.span, message: "this has no \(noun.use?.relation ?? "such attribute")")
        }
        noun.owner = nil
        let variable = open.variable
        if let other = owner.variable, owner.members.isEmpty {
            noun.conditions = noun.conditions.map { $0.renaming(variable, to: other) }
            attach(owner, [], to: &noun)
            if noun.isPlural || owner.isPlural, owner.isPlural { noun.grouping = Floated(variable: other, conditions: [], isEach: true) }
            return
        }
        if owner.members.isEmpty {
            noun.conditions = noun.conditions.map { $0.replacing(variable, with: owner.term) }
            return
        }
        // "the capitals of France and Spain": of one or the other.
        let either = owner.members.map { member in
            Formula.all(member.conditions + [.comparison(.variable(variable), .equal, .term(member.term))])
        }
        noun.conditions.insert(.or(either), at: 0)
    }
}
