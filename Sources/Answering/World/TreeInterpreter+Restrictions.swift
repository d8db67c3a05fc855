import Facts
import Questions

/// What narrows a noun down: prepositional phrases, nouns before it, relative clauses.
extension TreeInterpreter {
    /// A way in which something holds between two terms.
    struct Link {
        var core: (Term, Term) -> Formula
        var cost: Int
    }

    // MARK: Prepositional phrases

    func addPrepositions(_ np: NounPhrase, _ takesFirst: Bool, _ noun: inout Noun) throws(Misfit) {
        for phrase in np.prepositions.dropFirst(takesFirst ? 1 : 0) { try restrict(&noun, by: phrase) }
    }

    func restrict(_ noun: inout Noun, by phrase: PrepositionalPhrase) throws(Misfit) {
        if let range = days(of: phrase), noun.kind.shape.contains(.thing) || noun.use != nil {
            try restrict(&noun, to: range, phrase.span)
            return
        }
        if Clause.exceptions.contains(phrase.preposition) {
            let excluded = try self.noun(phrase.object)
            noun.conditions.append(.not(wrap(Noun(excluded, all: false)) { .comparison(.term(noun.term), .equal, .term($0)) }))
            return
        }
        if try compare(&noun, by: phrase) { return }
        let other = try self.noun(phrase.object)
        if phrase.preposition == "of" || phrase.preposition == "among", other.isPlural, noun.types.isEmpty, noun.use == nil,
            other.use == nil, let variable = other.variable, noun.variable != nil, noun.kind.meets(other.kind), !phrase.negated
        {
            // "the youngest of the guides": one of them.
            noun.conditions += other.conditions.map { $0.substituting(.variable(variable), with: noun.term) }
            noun.kind = other.kind
            noun.types = other.types
            return
        }
        if noun.owner != nil, !phrase.negated, ["of", "in", "for", "from", "at", "on", "by"].contains(phrase.preposition),
            noun.owner!.kind.meets(other.kind)
        {
            try own(&noun, other)
            return
        }
        if noun.aggregate == "difference" || noun.aggregate == "sum", noun.use == nil {
            noun.members = other.members
            return
        }
        if phrase.negated {
            let link = try self.link(noun, phrase.preposition, other, phrase.span)
            noun.conditions.append(.not(wrap(other) { link.core(noun.term, $0) }))
            return
        }
        if let owner = noun.owner, noun.kind.isNumeric, !owner.kind.meets(other.kind) {
            // "the average salary in Sales": of those in Sales.
            let holder = Noun(term: .variable(owner.variable), kind: owner.kind, span: noun.span)
            let link = try self.link(holder, phrase.preposition, other, phrase.span)
            attach(other, [link.core(holder.term, other.term)], to: &noun)
            return
        }
        try restrict(&noun, phrase.preposition, other, phrase.span)
    }

    private func restrict(_ noun: inout Noun, _ preposition: String, _ other: Noun, _ span: Span) throws(Misfit) {
        if ["with", "without", "of", "in", "by", "for", "at", "per"].contains(preposition),
            try possess(&noun, other, negated: preposition == "without")
        {
            return
        }
        if preposition == "without" {
            let link = try self.link(noun, "with", other, span)
            noun.conditions.append(.not(wrap(other) { link.core(noun.term, $0) }))
            return
        }
        var other = other
        if preposition == "per" { other.quantifier = .each }
        let link = try self.link(noun, preposition, other, span)
        if !other.members.isEmpty {
            noun.conditions.append(wrap(other) { link.core(noun.term, $0) })
            return
        }
        attach(other, [link.core(noun.term, other.term)], to: &noun)
        if preposition == "of", other.isPlural, let variable = other.variable {
            noun.grouping = Floated(variable: variable, conditions: [], isEach: true)
        }
    }

    /// "with a population over 3 million", "with the largest area", "with more than two ports".
    private func possess(_ noun: inout Noun, _ other: Noun, negated: Bool) throws(Misfit) -> Bool {
        guard other.owner != nil, other.owner!.kind.meets(noun.kind), noun.variable != nil else { return false }
        if other.quantifier == .each || other.quantifier == .every, let variable = other.variable {
            // "the films in each genre": the genre is the films' own.
            noun.conditions += owned(other, by: noun.term)
            noun.floated.append(Floated(variable: variable, conditions: domain(of: other), isEach: other.quantifier == .each))
            return true
        }
        let formula = try having(noun, other)
        noun.conditions = negated ? noun.conditions + [.not(formula)] : isRanking(formula) ? [formula] : noun.conditions + formula.parts
        return true
    }

    /// The conditions of an attribute with its owner filled in.
    func owned(_ attribute: Noun, by owner: Term) -> [Formula] {
        guard let open = attribute.owner else { return attribute.conditions }
        if case .variable(let variable) = owner { return attribute.conditions.map { $0.renaming(open.variable, to: variable) } }
        return attribute.conditions.map { $0.replacing(open.variable, with: owner) }
    }

    /// A formula that already holds the noun's own conditions, ranked among each other.
    func isRanking(_ formula: Formula) -> Bool { if case .top = formula { true } else { false } }

    /// "over 3 million", "between 2 and 5", "under 100": of a number.
    private func compare(_ noun: inout Noun, by phrase: PrepositionalPhrase) throws(Misfit) -> Bool {
        guard noun.kind.isNumeric else { return false }
        if phrase.preposition == "between", case .coordination(let sides, _) = phrase.object, sides.count == 2 {
            let low = try scaled(self.noun(sides[0]), like: sides[1]), high = try self.noun(sides[1])
            noun.conditions +=
                low.conditions + high.conditions + [
                    .comparison(.term(noun.term), .atLeast, .term(low.term)),
                    .comparison(.term(noun.term), .atMost, .term(high.term)),
                ]
            return true
        }
        let isOf = phrase.preposition == "of" && isQuantity(phrase.object)
        guard isOf || !(vocabulary.measures?.entries(phrase.preposition, .preposition) ?? []).isEmpty else { return false }
        let sign = isOf ? Comparison.equal : comparison(ofPreposition: phrase.preposition)
        let other = try self.noun(phrase.object)
        noun.conditions.append(wrap(other) { .comparison(.term(noun.term), sign, .term($0)) })
        return true
    }

    /// "between 5 and 10 million": five million.
    private func scaled(_ low: Noun, like other: Phrase) -> Noun {
        guard case .noun(let np) = other, let high = np.quantity, case .quantity(var quantity) = low.term, quantity.value.magnitude < 1000,
            let leading = Double(slice(np.span).prefix { $0.isNumber || $0 == "." }), leading != 0, high.value / leading >= 1000
        else { return low }
        var result = low
        quantity.value *= high.value / leading
        quantity.unit = high.unit
        result.term = .quantity(quantity)
        return result
    }

    private func comparison(ofPreposition preposition: String) -> Comparison {
        vocabulary.measures?.entries(preposition, .preposition).first?.sense == .smaller ? .less : .greater
    }

    private func isQuantity(_ phrase: Phrase) -> Bool { if case .noun(let noun) = phrase { noun.quantity != nil } else { false } }

    /// The relation that a preposition stands for between two nouns.
    func link(_ noun: Noun, _ preposition: String, _ other: Noun, _ span: Span) throws(Misfit) -> Link {
        try choices.choose(
            links(noun, preposition, other).map { ($0, $0.cost) },
            else: Misfit(span: span, message: "nothing here tells what is “\(preposition)” what in this way"))
    }

    func links(_ noun: Noun, _ preposition: String, _ other: Noun) -> [Link] {
        if other.kind.isNumeric, !noun.kind.isNumeric, let measured = measured(noun, preposition, other) { return measured }
        var result: [Link] = []
        for meaning in vocabulary.lexicon.meanings(preposition, .preposition) {
            switch meaning {
            case .relation(let name, let inverse, _):
                add(name, inverse ? .patient : .agent, inverse ? .agent : .patient, noun, other, 0, &result)
            case .comparison(let sign, let attribute): result += comparisonLink(sign, attribute, other, noun)
            default: break
            }
        }
        for frame in vocabulary.prepositionFrames[preposition] ?? [] {
            add(frame.relation, .agent, .patient, noun, other, frame.isPlain ? 0 : 1, &result)
        }
        for table in world.relations {
            for (word, role) in WorldVocabulary.rolePrepositions(table) where word == preposition {
                add(table.name, .agent, role, noun, other, 2, &result)
            }
        }
        if result.isEmpty || ["of", "with", "for", "by", "from", "in", "at", "on"].contains(preposition) {
            result += anyRelation(noun, other, preposition == "of" || preposition == "with" ? 2 : 3)
        }
        if result.isEmpty { result += bridgedLinks(noun, preposition, other, cost: 4) }
        return result
    }

    /// "a hut above 2800 m": a measure of the thing, told by the unit. Nil where the preposition doesn't compare.
    private func measured(_ noun: Noun, _ preposition: String, _ other: Noun) -> [Link]? {
        let isBetween = preposition == "between" && other.members.count == 2
        let senses = vocabulary.measures?.entries(preposition, .preposition).map(\.sense) ?? []
        guard isBetween || !senses.isEmpty else { return nil }
        let sign: Comparison = senses.first == .smaller ? .less : .greater
        let unit: String = if case .quantity(let quantity)? = (other.members.last ?? other).term as Term? { quantity.unit } else { "" }
        var result: [Link] = []
        for table in world.relations {
            guard let object = vocabulary.kind(table.name, .patient), object.isNumeric,
                vocabulary.kind(table.name, .agent)?.meets(noun.kind) == true
            else { continue }
            let own = vocabulary.unit(table.name, .patient)
            guard UnitScale.factor(from: unit, to: own) != nil else { continue }
            let value = Term.variable(fresh(table.name))
            let bounds: [(Comparison, Term)] = isBetween ? [(.atLeast, other.members[0].term), (.atMost, other.members[1].term)] : []
            let relation = table.name
            let link = Link(
                core: { x, y in
                    let compared = isBetween ? bounds : [(sign, y)]
                    return .all([.atom(Atom(relation, x, value))] + compared.map { .comparison(.term(value), $0.0, .term($0.1)) })
                }, cost: unit.isEmpty || own.isEmpty ? 2 : 0)
            result.append(link)
        }
        return result
    }

    private func add(_ relation: String, _ from: Role, _ to: Role, _ noun: Noun, _ other: Noun, _ cost: Int, _ links: inout [Link]) {
        guard let a = vocabulary.kind(relation, from), let b = vocabulary.kind(relation, to), reaches(relation, a, noun.kind),
            reaches(relation, b, other.kind)
        else { return }
        links.append(
            Link(core: { x, y in self.atom(relation, [(from, x), (to, y)]) }, cost: cost + (stands(other, in: relation, to) ? 0 : 1)))
    }

    /// Whether a name stands in a column; of other nouns that is taken for granted.
    func stands(_ noun: Noun, in relation: String, _ role: Role) -> Bool {
        guard case .name(let name) = noun.term, let table = world.relation(relation) else { return true }
        return table.isTransitive || world.things(named: name).contains { world.stands($0, in: table, role) }
    }

    /// Along a transitive relation everything that is in either column can be reached.
    private func reaches(_ relation: String, _ column: Kind, _ kind: Kind) -> Bool { column.meets(kind) }

    /// Any relation between two nouns, the one that knows the most of their pairs first.
    func anyRelation(_ noun: Noun, _ other: Noun, _ cost: Int) -> [Link] {
        var found: [(link: Link, overlap: Int)] = []
        let takesNumbers = other.kind.shape.contains(.number)
        for (table, sides) in zip(world.relations, zip(vocabulary.sides(for: noun.kind), vocabulary.sides(for: other.kind))) {
            let relation = table.name
            for from in sides.0 {
                for to in sides.1 where to.role != from.role && (to.role == .agent || from.role == .agent) && (!to.isNumeric || takesNumbers) {
                    let price = cost + (from.role == .agent ? 0 : 2) + (stands(other, in: relation, to.role) ? 0 : 3)
                    let link = Link(core: { x, y in self.atom(relation, [(from.role, x), (to.role, y)]) }, cost: price)
                    found.append((link, from.overlap + to.overlap))
                }
            }
        }
        let order = found.indices.sorted { found[$0].overlap != found[$1].overlap ? found[$0].overlap > found[$1].overlap : $0 < $1 }
        return order.prefix(6).enumerated().map { rank, index in
            Link(core: found[index].link.core, cost: found[index].link.cost + min(rank, 2))
        }
    }

    /// `>latitude`: the one's latitude is greater than the other's, or than that of the line it names.
    private func comparisonLink(_ sign: Comparison, _ attribute: String, _ other: Noun, _ noun: Noun) -> [Link] {
        guard let owner = vocabulary.kind(attribute, .agent), owner.meets(noun.kind) else { return [] }
        let value = fresh(attribute)
        if other.use?.relation == attribute {
            return [
                Link(
                    core: { x, y in
                        .all([.atom(Atom(attribute, x, .variable(value))), .comparison(.variable(value), sign, .term(y))])
                    }, cost: 0)
            ]
        }
        guard owner.meets(other.kind) else { return [] }
        let otherValue = fresh(attribute)
        return [
            Link(
                core: { x, y in
                    .all([
                        .atom(Atom(attribute, x, .variable(value))), .atom(Atom(attribute, y, .variable(otherValue))),
                        .comparison(.variable(value), sign, .variable(otherValue)),
                    ])
                }, cost: 0)
        ]
    }

    /// "France's rivers": any relation between the two.
    func relate(_ noun: inout Noun, to owner: Noun, _ span: Span) throws(Misfit) {
        let link = try choices.choose(
            links(noun, "of", owner).map { ($0, $0.cost) }, else: Misfit(span: span, message: "these don't belong to each other"))
        attach(owner, [link.core(noun.term, owner.term)], to: &noun)
        if owner.isPlural, let variable = owner.variable { noun.grouping = Floated(variable: variable, conditions: [], isEach: true) }
    }

    // MARK: Other modifiers

    /// "Liverpool players", "capital cities", "oil tankers": a name, a type or a value before the noun.
    func restrict(_ noun: inout Noun, byModifier word: String, _ span: Span) throws(Misfit) {
        let term = noun.term
        var options: [(value: [Formula], cost: Int)] = []
        for key in vocabulary.forms.keys(word) {
            for meaning in vocabulary.lexicon.meanings(key, .adjective, .noun) {
                if case .restriction(let relation, let name) = meaning { options.append(([.atom(Atom(relation, term, .name(name)))], 0)) }
            }
            for types in vocabulary.types(key) where vocabulary.kind(ofTypes: types).meets(noun.kind) {
                options.append(([.or(types.map { .type(term, $0) })], 1))
            }
        }
        options += numbered(word, noun)
        for name in [word] + adjectivalNames(word) {
            let things = world.things(named: name)
            guard !things.isEmpty else { continue }
            let other = Noun(term: .name(name), kind: vocabulary.kind(of: things), span: span)
            if let owner = noun.owner, owner.kind.meets(other.kind) {
                options.append(([.comparison(.variable(owner.variable), .equal, .term(other.term))], 0))
            }
            options += anyRelation(noun, other, 1).map { ([$0.core(term, other.term)], $0.cost) }
        }
        noun.conditions += try choices.choose(
            options, else: Misfit(span: span, message: "nothing here is called “\(word)”", isUnknown: true))
    }

    /// "phase 3 trials": whose phase is 3.
    private func numbered(_ word: String, _ noun: Noun) -> [(value: [Formula], cost: Int)] {
        let words = word.split(separator: " ")
        guard words.count > 1, let number = Double(words[words.count - 1]) else { return [] }
        return vocabulary.forms.keys(words.dropLast().joined(separator: " ")).flatMap { vocabulary.attributes($0) }
            .filter { vocabulary.kind($0.relation, $0.owner)?.meets(noun.kind) == true && vocabulary.kind($0.relation, $0.value)?.isNumeric == true }
            .map { ([atom($0, owner: noun.term, value: .quantity(Quantity(value: number, unit: "")))], $0.cost) }
    }

    /// Names of which the word is an adjective.
    func adjectivalNames(_ word: String) -> [String] { [] }

    func addRelative(_ clause: Clause, _ noun: inout Noun) throws(Misfit) {
        let outerFloated = floated
        floated = []
        gaps.append(noun)
        let formula = universally(try self.clause(clause))
        gaps.removeLast()
        floated = outerFloated
        if isRanking(formula) { noun.conditions = [formula] } else { noun.conditions += formula.parts }
    }
}
