import Facts
import Questions

/// What there is and what things have, and how much or how many of it: counted, ranked, compared.
extension TreeInterpreter {
    /// "There is a river in each continent": the adjuncts restrict what there is.
    func existence(_ clause: Clause, _ subject: Noun) throws(Misfit) -> Formula {
        var parts: [Formula] = []
        if let said = try outnumbering(clause, subject) { return said }
        for adjunct in clause.adjuncts { parts.append(try adjunctOfBeing(adjunct, subject, hasComplement: true)) }
        return .all(parts)
    }

    /// "Are there more trawlers than ferries?", "as many trawlers as ferries".
    private func outnumbering(_ clause: Clause, _ subject: Noun) throws(Misfit) -> Formula? {
        let sign: Comparison
        switch subject.quantifier {
        case .moreThan(let more): sign = more ? .greater : .less
        case .asMany: sign = .equal
        default: return nil
        }
        guard let than = subject.than else { throw Misfit(span: subject.span, message: "more than what?") }
        var sides: [Expression] = []
        for var side in [subject, try noun(than)] {
            side.quantifier = .some
            var parts: [Formula] = []
            for adjunct in clause.adjuncts { parts.append(try adjunctOfBeing(adjunct, side, hasComplement: true)) }
            let counted = count(side, .all(parts))
            sides.append(side.variable.map { counted.renaming($0, to: fresh($0.name)) } ?? counted)
        }
        return .comparison(sides[0], sign, sides[1])
    }

    func possession(_ clause: Clause, _ subject: Noun) throws(Misfit) -> Formula {
        let object = try noun(clause.objects[0])
        if let index = clause.adjuncts.firstIndex(where: {
            if case .prepositional(let phrase) = $0 { phrase.preposition == "as" } else { false }
        }),
            case .prepositional(let phrase) = clause.adjuncts[index], clause.adjuncts.count == 1
        {
            // "has Ovria as its capital": its capital is Ovria.
            let role = try noun(phrase.object)
            guard role.use != nil, role.owner == nil, role.kind.meets(object.kind) else {
                throw Misfit(span: phrase.span, message: "these have nothing as that")
            }
            return .all(role.conditions + [wrap(object) { .comparison(.term(role.term), .equal, .term($0)) }])
        }
        // "have their home port in Sarnia": the pronoun has named the owner.
        if object.owner == nil, object.use != nil, clause.adjuncts.isEmpty { return try combine(object, subject) { _ in .always } }
        guard let owner = object.owner, owner.kind.meets(subject.kind) else {
            if object.owner == nil, object.use == nil { return try verbal(clause, subject, has: object) }
            throw Misfit(span: object.span, message: "these have no \(object.use?.relation ?? "such thing")")
        }
        let said = try having(subject, object, clause.adjuncts)
        return said
    }

    /// That the subject is the owner of an attribute, with the attribute's quantifier.
    func having(_ subject: Noun, _ object: Noun, _ adjuncts: [Adjunct] = []) throws(Misfit) -> Formula {
        guard object.owner != nil else { throw Misfit(span: object.span, message: "this belongs to something else") }
        var object = object
        let asked: Int? = if case .wh = object.quantifier { wanted.lastIndex { $0.noun.term == object.term } } else { nil }
        if let asked {
            object.conditions = wanted[asked].noun.conditions
            if subject.isPlural, let variable = subject.variable { wanted[asked].apart = [variable] }
        }
        object.conditions = owned(object, by: subject.term)
        object.owner = nil
        if case .top(var top)? = object.conditions.first, object.conditions.count == 1, object.quantifier == .some, subject.variable != nil
        {
            // "Which technician has the highest salary?": the highest among technicians.
            top.among = .all(try withConditions(subject).conditions + [top.among])
            return .top(top)
        }
        for adjunct in adjuncts {
            if case .prepositional(let phrase) = adjunct, phrase.preposition == "than" {
                than = try noun(phrase.object)
            } else {
                try restrict(&object, by: adjunct)
            }
        }
        giveConditionsToWanted(&object)
        return try combine(object, subject) { _ in .always }
    }

    /// What is asked for keeps its conditions with the question.
    func giveConditionsToWanted(_ object: inout Noun) {
        guard case .wh = object.quantifier, let index = wanted.lastIndex(where: { $0.noun.term == object.term }) else { return }
        wanted[index].noun.conditions = object.conditions
        wanted[index].noun.owner = nil
        object.conditions = []
    }

    func restrict(_ object: inout Noun, by adjunct: Adjunct) throws(Misfit) {
        switch adjunct {
        case .prepositional(let phrase): try restrict(&object, by: phrase)
        case .time(let text, let span):
            guard let range = TimeReading.days(text, asOf: asOf) else { throw Misfit(span: span, message: "what time is “\(text)”?") }
            try restrict(&object, to: range, span)
        case .adverb: break
        default: throw Misfit(span: span(of: adjunct), message: "this doesn't fit here")
        }
    }

    /// What the predicate says of the subject with an object under its quantifier: plain, counted, ranked among the subject's kind,
    /// compared.
    func combine(_ object: Noun, _ subject: Noun, _ core: (Term) -> Formula) throws(Misfit) -> Formula {
        switch object.quantifier {
        case .extremeCount(let more):
            let among = try withConditions(subject)
            guard among.variable != nil else { throw Misfit(span: object.span, message: "one thing can't have the most") }
            var ranked = among
            ranked.floated = []
            let key = measure(object, core)
            if let condition = key.binding { ranked.conditions.append(condition) }
            if ranked.conditions.isEmpty {
                // The things counted are not those that there are: they have a variable of their own.
                let any = core(object.term)
                ranked.conditions.append(object.variable.map { any.renaming($0, to: fresh("y")) } ?? any)
            }
            rank(&ranked, by: key.value, descending: more, 1...1)
            return .all(ranked.conditions)
        case .moreThan, .asMany:
            let sign: Comparison =
                switch object.quantifier {
                case .moreThan(let more): more ? .greater : .less
                default: .equal
                }
            let other = try object.than.map { np throws(Misfit) in try noun(np) } ?? than
            guard let other else { throw Misfit(span: object.span, message: "more than what?") }
            let mine = measure(object, core)
            return wrap(other) { term in
                let theirs = self.swapped(mine.value, mine.binding, subject.term, term)
                return .all([mine.binding, theirs.binding].compactMap { $0 } + [.comparison(mine.value, sign, theirs.value)])
            }
        case .wh where object.isDifference:
            guard let other = than, let index = wanted.lastIndex(where: { $0.noun.term == object.term }) else {
                throw Misfit(span: object.span, message: "more than what?")
            }
            var counted = object
            if counted.conditions.isEmpty { counted.conditions = wanted[index].noun.conditions }
            let mine = measure(counted, core)
            let theirs = swapped(mine.value, mine.binding, subject.term, other.term)
            wanted[index].expression = .arithmetic(mine.value, .minus, theirs.value)
            wanted[index].noun.conditions = other.conditions + [mine.binding, theirs.binding].compactMap { $0 }
            return .always
        case .each, .every:
            floated += object.floated
            guard let variable = object.variable, object.members.isEmpty else { return wrap(object, core) }
            floated.append(Floated(variable: variable, conditions: object.conditions, isEach: object.quantifier == .each))
            return core(object.term)
        default:
            floated += object.floated
            return wrap(object, core)
        }
    }

    /// How much or how many of the object: its value where it is a number of which there is one, else their sum or count.
    private func measure(_ object: Noun, _ core: (Term) -> Formula) -> (value: Expression, binding: Formula?) {
        let inner = Formula.all(object.conditions + [core(object.term)])
        guard let use = object.use, object.kind.isNumeric else {
            return (.aggregate(Aggregate(.count, .term(object.term), body: inner)), nil)
        }
        if isSingle(use) { return (.term(object.term), inner) }
        return (.aggregate(Aggregate(.sum, .term(object.term), apart: apart(object), body: inner)), nil)
    }

    /// The same measure of another thing.
    func swapped(_ value: Expression, _ binding: Formula?, _ own: Term, _ other: Term) -> (value: Expression, binding: Formula?) {
        var result = value.substituting(own, with: other)
        var bound = binding?.substituting(own, with: other)
        if case .term(.variable(let variable)) = value {
            let copy = fresh("n")
            result = .variable(copy)
            bound = bound?.renaming(variable, to: copy)
        }
        return (result, bound)
    }
}
