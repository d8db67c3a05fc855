import Chronology
import Facts
import Questions

/// Turns the syntax of one question into a query over one world: every noun gets a type, an attribute or a name, every verb and
/// preposition a relation, and what doesn't fit in type is another reading or none.
///
/// A phrase becomes a ``Noun``: a term, its conditions and its quantifier. A clause builds an atom from the terms and wraps the quantifiers
/// around it, the subject's outermost. Phrases with "each" float up to the clause and group its answers.
final class TreeInterpreter {
    let vocabulary: WorldVocabulary
    let tree: QuestionTree
    let choices: Choices
    /// The day from which "last year" counts.
    let asOf: Day?
    let referents: WorldReferents
    var counter = 0
    /// What the question asks for, in the order of its words.
    var wanted: [AnswerSlot] = []
    /// What the relative pronoun stands for, innermost last.
    var gaps: [Noun] = []
    /// Phrases with "each" in the clause that is read.
    var floated: [Floated] = []
    /// What "they", "its" and "his" can refer to: the subjects read so far, the latest last.
    var antecedents: [Noun] = []
    /// Things named so far, which "it" can refer to where no subject fits.
    var mentioned: [Noun] = []
    /// "… than Luis Moro", apart from what is compared.
    var than: Noun?
    /// Nouns of the clause that is read which another thing has too: "the same ward as Ada".
    var shared: [Shared] = []
    /// Words taken for others: "skipper" for "captain".
    var substitutions: [String] = []

    init(vocabulary: WorldVocabulary, tree: QuestionTree, choices: Choices, asOf: Day?, referents: WorldReferents = WorldReferents()) {
        self.vocabulary = vocabulary
        self.tree = tree
        self.choices = choices
        self.asOf = asOf
        self.referents = referents
    }

    var world: World { vocabulary.world }

    func fresh(_ hint: String = "") -> Variable {
        counter += 1
        let letter = hint.unicodeScalars.first { ("a"..."z").contains($0) }.map(String.init) ?? "x"
        return Variable(counter == 1 ? letter : "\(letter)\(counter)")
    }

    /// - Throws: a misfit where no word of the tree can be made sense of in this way.
    func query() throws(Misfit) -> Query {
        switch tree.mood {
        case .yesNo:
            guard let clause = tree.clause else { throw Misfit(message: "there is no verb in this question") }
            let body = universally(try self.clause(clause))
            return Query(targets: [], body: body)
        case .wh:
            guard let clause = tree.clause else { return try listed(counting: false) }
            let body = try self.clause(clause)
            guard !wanted.isEmpty else { throw Misfit(message: "nothing is asked for") }
            return try finish(body)
        case .list, .keywords: return try listed(counting: false)
        case .count: return try listed(counting: true)
        case .compare: return try compared()
        case .followUp: throw Misfit(message: "this needs the question before")
        }
    }

    private func listed(counting: Bool) throws(Misfit) -> Query {
        guard let phrase = tree.focus.first else { throw Misfit(message: "nothing is asked for") }
        var noun = try noun(phrase)
        for adjunct in tree.adjuncts { try restrict(&noun, by: adjunct) }
        if wanted.isEmpty {
            if counting { noun.aggregate = "number" }
            noun.quantifier = .wh(counting ? .howMany : .which)
            want(noun, .which)
        }
        return try finish(.always)
    }

    /// "Which is larger, France or Spain?": the alternatives take the place of what is asked for.
    private func compared() throws(Misfit) -> Query {
        let alternatives = tree.focus.flatMap { phrase -> [Phrase] in
            if case .coordination(let parts, _) = phrase { parts } else { [phrase] }
        }
        guard let clause = tree.clause, alternatives.count > 1 else { throw Misfit(message: "there is nothing to compare") }
        let nouns = try alternatives.map { phrase throws(Misfit) in try noun(phrase) }
        let chosen = fresh("x")
        let oneOf = Formula.or(nouns.map { .comparison(.variable(chosen), .equal, .term($0.term)) })
        pendingAlternatives = (chosen, oneOf, nouns[0].kind)
        let body = try self.clause(clause)
        return try finish(body)
    }

    /// Of "which is larger, A or B": the variable, that it is A or B, and their kind.
    var pendingAlternatives: (variable: Variable, condition: Formula, kind: Kind)?

    func want(_ noun: Noun, _ wh: NounPhrase.Wh) { wanted.append(AnswerSlot(noun: noun, wh: wh)) }

    // MARK: From the formula to the query

    /// Wraps what "each" and "every" left floating as "for all".
    func universally(_ body: Formula) -> Formula {
        defer { floated = [] }
        return floated.reversed().reduce(body) { .not(.all($1.conditions + [.not($0)])) }
    }

    private func finish(_ body: Formula) throws(Misfit) -> Query {
        guard let last = wanted.last else { throw Misfit(message: "nothing is asked for") }
        if let average = averageCount(last.noun, body) { return Query(targets: [Query.Target(average)], body: .always) }
        var body = body
        var groups: [Floated] = []
        let isValue =
            last.expression != nil || last.wh == .howMany || last.wh == .howMuch || last.wh == .whatPercentage
            || !last.noun.aggregate.isEmpty
        for float in floated where float.isEach || isValue { groups.append(float) }
        floated.removeAll { float in groups.contains(float) }
        body = universally(body)
        for other in wanted.dropLast() {
            if let variable = other.noun.variable {
                groups.append(Floated(variable: variable, conditions: other.noun.conditions, isEach: true))
            }
        }
        for group in last.noun.floated where !groups.contains(group) { groups.append(group) }
        if let grouping = last.noun.grouping, !isValue { groups.append(grouping) }
        let target = try self.target(last, body)
        let outer = Formula.all(groups.flatMap(\.conditions) + target.outer)
        return Query(targets: groups.map { Query.Target($0.variable) } + [target.target], body: outer)
    }

    /// The expression wanted and the part of the formula that binds it outside of any aggregate.
    private func target(_ wanted: AnswerSlot, _ body: Formula) throws(Misfit) -> (target: Query.Target, outer: [Formula]) {
        let noun = wanted.noun
        if let expression = wanted.expression { return (Query.Target(expression), [body] + noun.conditions) }
        let conditions = Formula.all(noun.conditions + [body])
        let value = Expression.term(noun.term)
        if let aggregate = try aggregate(noun, conditions) { return (Query.Target(aggregate), []) }
        switch wanted.wh {
        case .howMany, .howMuch:
            if let use = noun.use, noun.kind.isNumeric {
                return isSingle(use) && wanted.apart.isEmpty && noun.owner == nil
                    ? (Query.Target(value), [conditions])
                    : (Query.Target(.aggregate(Aggregate(.sum, value, apart: wanted.apart + apart(noun), body: conditions))), [])
            }
            return (Query.Target(.aggregate(Aggregate(.count, value, body: conditions))), [])
        case .whatPercentage:
            let part = Expression.aggregate(Aggregate(.count, value, body: conditions))
            let whole = Expression.aggregate(Aggregate(.count, value, body: .all(noun.conditions)))
            return (Query.Target(.arithmetic(.arithmetic(.number(100), .times, part), .over, whole)), [])
        default:
            return (Query.Target(value, type: noun.types.count == 1 ? noun.types[0] : nil), [conditions])
        }
    }

    /// "total", "average", "number" of the noun.
    private func aggregate(_ noun: Noun, _ body: Formula) throws(Misfit) -> Expression? {
        let function: Aggregate.Function
        switch noun.aggregate {
        case "": return nil
        case "number", "count":
            guard let use = noun.use, noun.kind.isNumeric else {
                function = .count
                break
            }
            // "the number of beds" of what has one number of them is that number.
            if isSingle(use), noun.owner == nil, noun.grouping == nil { return nil }
            function = .sum
        case "total", "sum", "combined", "overall": function = noun.kind.isNumeric ? .sum : .count
        case "average", "mean": function = .average
        case "minimum": function = .min
        case "maximum": function = .max
        default: throw Misfit(span: noun.span, message: "“\(noun.aggregate)” is not something that can be computed here")
        }
        if function != .count, !noun.kind.isNumeric { throw Misfit(span: noun.span, message: "only numbers have a \(noun.aggregate)") }
        return .aggregate(Aggregate(function, .term(noun.term), apart: function == .count ? [] : apart(noun), body: body))
    }

    /// "the average number of players per club": of the counts, one a club.
    private func averageCount(_ noun: Noun, _ body: Formula) -> Expression? {
        guard ["average", "mean"].contains(noun.aggregate), !noun.kind.isNumeric, let group = noun.floated.last ?? floated.last else {
            return nil
        }
        let count = Expression.aggregate(Aggregate(.count, .term(noun.term), body: .all(noun.conditions + [body])))
        return .aggregate(Aggregate(.average, count, apart: [group.variable], body: .all(group.conditions)))
    }

    /// Variables that keep equal values of different owners apart.
    func apart(_ noun: Noun) -> [Variable] {
        guard let use = noun.use, let value = noun.variable else { return [] }
        var result: [Variable] = []
        for case .atom(let atom) in noun.conditions.flatMap(\.parts) where atom.relation == use.relation {
            for case .variable(let variable) in atom.places.map(\.term) where variable != value && !result.contains(variable) {
                result.append(variable)
            }
            if case .variable(let variable)? = atom.time { result.append(variable) }
        }
        return result
    }

    /// Whether every owner has at most one value.
    func isSingle(_ use: AttributeUse) -> Bool {
        guard let table = world.relation(use.relation) else { return true }
        return table.distinct(use.owner) == table.count
    }
}
