import Facts
import Questions

/// Determiners and numbers, and how they bind what is said.
extension TreeInterpreter {
    func quantify(_ noun: inout Noun, _ np: NounPhrase) {
        switch np.determiner {
        case .each: noun.quantifier = .each
        case .every, .all, .both: noun.quantifier = .every
        case .no: noun.quantifier = .no
        case .most: noun.quantifier = .most
        case .exactly(let number) where noun.variable != nil && !isLiteral(noun): noun.quantifier = .count(.equal, number)
        case .atLeast(let number) where !isLiteral(noun): noun.quantifier = .count(.atLeast, number)
        case .atMost(let number) where !isLiteral(noun): noun.quantifier = .count(.atMost, number)
        case .moreThan(let number) where !isLiteral(noun): noun.quantifier = .count(.greater, number)
        case .lessThan(let number) where !isLiteral(noun): noun.quantifier = .count(.less, number)
        default: break
        }
        if noun.quantifier == .no, noun.use != nil, noun.kind.shape.contains(.number) {
            // "no goals": none, or nought of them.
            noun.conditions.append(.comparison(.term(noun.term), .greater, .number(0)))
        }
        guard case .count(let sign, let number) = noun.quantifier, noun.use != nil, noun.kind.isNumeric else { return }
        // "5 points", "more than 20 goals": the number is the attribute's value, not a count of values.
        noun.conditions.append(.comparison(.term(noun.term), sign, .number(number)))
        noun.quantifier = .some
    }

    private func isLiteral(_ noun: Noun) -> Bool {
        if case .quantity = noun.term { return true }
        guard noun.use == nil, noun.types.isEmpty, noun.conditions.count == 1, case .comparison = noun.conditions[0] else { return false }
        return true
    }

    /// The formula that says `core` of the noun, with its conditions and its quantifier.
    func wrap(_ noun: Noun, _ core: (Term) -> Formula) -> Formula {
        if !noun.members.isEmpty {
            let parts = noun.members.map { wrap($0, core) }
            return noun.all ? .all(parts) : .or(parts)
        }
        let inner = core(noun.term)
        switch noun.quantifier {
        case .some, .wh, .extremeCount, .moreThan, .asMany: return .all(noun.conditions + [inner])
        case .no: return .not(.all(noun.conditions + [inner]))
        case .each, .every: return .not(.all(noun.conditions + [.not(inner)]))
        case .count(let sign, let number): return .comparison(count(noun, inner), sign, .number(number))
        case .most:
            return .comparison(.arithmetic(.number(2), .times, count(noun, inner)), .greater, count(noun, .always))
        }
    }

    func count(_ noun: Noun, _ inner: Formula) -> Expression {
        .aggregate(Aggregate(.count, .term(noun.term), body: .all(noun.conditions + [inner])))
    }

    /// Adds to a noun what holds between it and another: the other's conditions and quantifier come along.
    func attach(_ other: Noun, _ cores: [Formula], to noun: inout Noun) {
        noun.floated += other.floated
        guard other.members.isEmpty, let variable = other.variable else {
            noun.conditions.append(wrap(other) { _ in .all(cores) })
            return
        }
        switch other.quantifier {
        case .each, .every:
            noun.floated.append(Floated(variable: variable, conditions: other.conditions, isEach: other.quantifier == .each))
            noun.conditions += cores
        case .some, .wh: noun.conditions += other.conditions + cores
        case .no, .most, .count, .extremeCount, .moreThan, .asMany: noun.conditions.append(wrap(other) { _ in .all(cores) })
        }
    }
}
