import Questions

extension Formula {
    /// The formula with another variable in the place of one.
    func renaming(_ old: Variable, to new: Variable) -> Formula {
        switch self {
        case .atom(var atom):
            for index in atom.places.indices { atom.places[index].term = atom.places[index].term.renaming(old, to: new) }
            if case .variable(old)? = atom.time { atom.time = .variable(new) }
            return .atom(atom)
        case .type(let term, let type): return .type(term.renaming(old, to: new), type)
        case .comparison(let a, let sign, let b): return .comparison(a.renaming(old, to: new), sign, b.renaming(old, to: new))
        case .top(var top):
            top.among = top.among.renaming(old, to: new)
            top.key = top.key.renaming(old, to: new)
            top.groups = top.groups.map { $0 == old ? new : $0 }
            return .top(top)
        case .and(let parts): return .and(parts.map { $0.renaming(old, to: new) })
        case .or(let parts): return .or(parts.map { $0.renaming(old, to: new) })
        case .not(let inner): return .not(inner.renaming(old, to: new))
        }
    }
}

extension Term {
    func renaming(_ old: Variable, to new: Variable) -> Term { self == .variable(old) ? .variable(new) : self }
}

extension Expression {
    func renaming(_ old: Variable, to new: Variable) -> Expression {
        switch self {
        case .term(let term): return .term(term.renaming(old, to: new))
        case .arithmetic(let a, let sign, let b): return .arithmetic(a.renaming(old, to: new), sign, b.renaming(old, to: new))
        case .distance(let a, let b): return .distance(a.renaming(old, to: new), b.renaming(old, to: new))
        case .aggregate(var aggregate):
            aggregate.value = aggregate.value.renaming(old, to: new)
            aggregate.apart = aggregate.apart.map { $0 == old ? new : $0 }
            aggregate.body = aggregate.body.renaming(old, to: new)
            return .aggregate(aggregate)
        }
    }
}

extension Formula {
    /// The formula with a term in the place of a variable; where the variable stands in an expression or is ranked, it is made equal to the term.
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
