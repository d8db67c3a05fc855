import Questions

extension Formula {
    /// The formula with another variable in the place of one.
    func renaming(_ old: Variable, to new: Variable) -> Formula { substituting(.variable(old), with: .variable(new)) }

    /// The formula with a term in the place of another.
    func substituting(_ old: Term, with new: Term) -> Formula {
        switch self {
        case .atom(var atom):
            for index in atom.places.indices { atom.places[index].term = atom.places[index].term.substituting(old, with: new) }
            if case .variable(let variable)? = atom.time, old == .variable(variable), case .variable(let other) = new {
                atom.time = .variable(other)
            }
            return .atom(atom)
        case .type(let term, let type): return .type(term.substituting(old, with: new), type)
        case .comparison(let a, let sign, let b): return .comparison(a.substituting(old, with: new), sign, b.substituting(old, with: new))
        case .top(var top):
            top.among = top.among.substituting(old, with: new)
            top.key = top.key.substituting(old, with: new)
            top.groups = top.groups.map { $0.substituting(old, with: new) }
            return .top(top)
        case .and(let parts): return .and(parts.map { $0.substituting(old, with: new) })
        case .or(let parts): return .or(parts.map { $0.substituting(old, with: new) })
        case .not(let inner): return .not(inner.substituting(old, with: new))
        }
    }
}

extension Variable {
    func substituting(_ old: Term, with new: Term) -> Variable {
        if old == .variable(self), case .variable(let other) = new { other } else { self }
    }
}

extension Term {
    func substituting(_ old: Term, with new: Term) -> Term { self == old ? new : self }
}

extension Expression {
    func renaming(_ old: Variable, to new: Variable) -> Expression { substituting(.variable(old), with: .variable(new)) }

    func substituting(_ old: Term, with new: Term) -> Expression {
        switch self {
        case .term(let term): return .term(term.substituting(old, with: new))
        case .arithmetic(let a, let sign, let b): return .arithmetic(a.substituting(old, with: new), sign, b.substituting(old, with: new))
        case .apart(let gap, let a, let b): return .apart(gap, a.substituting(old, with: new), b.substituting(old, with: new))
        case .calendar(let unit, let a): return .calendar(unit, a.substituting(old, with: new))
        case .aggregate(var aggregate):
            aggregate.value = aggregate.value.substituting(old, with: new)
            aggregate.apart = aggregate.apart.map { $0.substituting(old, with: new) }
            aggregate.body = aggregate.body.substituting(old, with: new)
            return .aggregate(aggregate)
        }
    }
}

extension Formula {
    /// The formula with a term in the place of a variable; where the variable stands in an expression or is ranked, it is made equal to
    /// the term.
    func replacing(_ variable: Variable, with term: Term) -> Formula {
        switch self {
        case .atom(var atom):
            for index in atom.places.indices where atom.places[index].term == .variable(variable) { atom.places[index].term = term }
            return .atom(atom)
        case .type(.variable(variable), let type): return .type(term, type)
        case .and(let parts): return .and(parts.map { $0.replacing(variable, with: term) })
        case .or(let parts): return .or(parts.map { $0.replacing(variable, with: term) })
        case .not(let inner): return .not(inner.replacing(variable, with: term))
        case .type: return self
        case .comparison, .top:
            return mentioned.contains(variable) ? .all([.comparison(.variable(variable), .equal, .term(term)), self]) : self
        }
    }
}
