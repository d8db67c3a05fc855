import Facts
import Questions

extension ArticleQuery {
    /// The question in the pattern language: what `understood` shows. Phrases stand in quotes, names bare; how far a phrase may be met by
    /// other
    /// words is the evaluator's business and not shown.
    var pattern: Query {
        let wanted = Variable("x")
        var places: [Atom.Place] = []
        var atoms: [Formula] = []
        if form.wantsArgument { places.append(Atom.Place(.variable(wanted), as: Self.role(self.wanted.place))) }
        for slot in slots { places.append(Atom.Place(Self.term(slot.phrase), as: Self.role(slot.place))) }
        if let role = form.wantedRole { places.append(Atom.Place(.variable(wanted), as: role)) }
        var atom = Atom(relation, places)
        if let time { atom.time = .during(DateRange(start: time.start, end: time.end)) }
        if form == .time { atom.time = .variable(wanted) }
        if isFuture { atom.modality = .planned }
        atom.polarity = isNegated ? .negative : .positive
        atom.attribution = source.map(Self.term)
        atoms.append(.atom(atom))
        for join in joins { atoms.append(join.joined(to: wanted)) }
        if case .kind(let phrase, _) = self.wanted.kind,
           !phrase.isEmpty { atoms.append(.type(.variable(wanted), phrase.text.lowercased())) }
        let body = Formula.all(atoms)
        if form == .count {
            return Query(targets: [.init(.aggregate(Aggregate(.count, .variable(wanted), body: body)))], body: .always)
        }
        return Query(targets: form == .truth ? [] : [.init(wanted, type: type)], body: body)
    }

    private func joined(to wanted: Variable) -> Formula {
        let own = [Atom.Place(.variable(wanted), as: slots.contains { $0.place == .subject } ? .patient : .agent)]
        return .atom(Atom(relation, own + slots.map { Atom.Place(Self.term($0.phrase), as: Self.role($0.place)) }))
    }

    private var relation: String {
        if let predicate { return predicate.particle.isEmpty ? predicate.verb : "\(predicate.verb) \(predicate.particle)" }
        return switch form {
        case .identity, .description, .list, .count: "be"
        case .expansion: "stand for"
        case .event: "happen"
        default: "fact"
        }
    }

    private var type: String? {
        switch wanted.kind {
        case .person: form.wantsArgument || form == .description ? "person" : nil
        case .quantity: "quantity"
        case .anything, .kind, .possessor, .action: form == .time ? "time" : form == .place ? "place" : nil
        }
    }

    private static func term(_ phrase: PhraseTerms) -> Term { phrase.entities.isEmpty ? .phrase(phrase.text) : .name(phrase.text) }

    private static func role(_ place: Slot.Place) -> Role? {
        switch place {
        case .subject: .agent
        case .object, .passiveSubject: .patient
        case .complement: .attribute
        case .circumstance: .topic
        case .preposition: Role.allCases.max { RoleProfile(place).fit($0) < RoleProfile(place).fit($1) }
        }
    }
}

extension ArticleQuery.Form {
    var wantsArgument: Bool {
        switch self {
        case .argument, .speaker, .statement: true
        default: false
        }
    }

    /// The role of what is wanted, where the form alone tells it.
    fileprivate var wantedRole: Role? {
        switch self {
        case .place: .place
        case .reason: .cause
        case .manner: .instrument
        case .duration, .extent, .frequency: .quantity
        case .identity, .description, .expansion: .attribute
        default: nil
        }
    }
}
