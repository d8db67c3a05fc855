import Facts
import Questions

/// Times, and what "when" and "where" ask for.
extension TreeInterpreter {
    func addTimes(
        _ relation: String, _ obliques: Obliques, _ places: inout [(Role, Term)], _ time: inout Atom.Time?,
        _ extra: inout [Formula], _ subject: Noun, _ object: Noun?
    ) throws(Misfit) {
        for (range, span) in obliques.times {
            if let role = dateRole(relation, places) {
                let variable = fresh("t")
                places.append((role, .variable(variable)))
                extra += Self.within(variable, range)
            } else if world.relation(relation)?.hasTimes == true, time == nil {
                time = .during(range)
            } else {
                extra += try dated(subject, object, range, span)
            }
        }
    }

    /// A role of the relation that holds dates and is not filled.
    func dateRole(_ relation: String, _ places: [(Role, Term)]) -> Role? {
        world.relation(relation)?.roles.first { role in
            !places.contains { $0.0 == role } && vocabulary.kind(relation, role)?.shape.contains(.date) == true
        }
    }

    func addAsked(
        _ fit: VerbFit, _ obliques: Obliques, _ places: inout [(Role, Term)], _ time: inout Atom.Time?,
        _ extra: inout [Formula], _ subject: Noun
    ) throws(Misfit) {
        let relation = fit.frame.relation
        for (adverb, span) in obliques.asked {
            let variable = fresh(adverb == .when ? "t" : "p")
            switch adverb {
            case .when:
                if let role = dateRole(relation, places) {
                    places.append((role, .variable(variable)))
                } else if world.relation(relation)?.hasTimes == true {
                    time = .variable(variable)
                } else {
                    extra.append(try date(subject, span))
                    continue
                }
                want(Noun(term: .variable(variable), kind: .date, span: span), .what)
            case .where_:
                guard let role = placeRole(fit, places) else {
                    extra.append(try whereabouts(subject, span))
                    continue
                }
                places.append((role, .variable(variable)))
                want(Noun(term: .variable(variable), kind: .thing, span: span), .what)
            case .howMuch, .howLong, .howFar, .how:
                guard
                    let role = [Role.patient, .quantity].first(where: { role in
                        !places.contains { $0.0 == role } && vocabulary.kind(relation, role)?.isNumeric == true
                    })
                else { throw Misfit(span: span, message: "nothing here tells how much") }
                places.append((role, .variable(variable)))
                want(Noun(term: .variable(variable), kind: .number, span: span), .what)
            case .howOften:
                want(Noun(term: .variable(variable), kind: .any, span: span), .howMany)
                time = .variable(variable)
            case .why: throw Misfit(span: span, message: "tables don't say why")
            }
        }
    }

    private func placeRole(_ fit: VerbFit, _ places: [(Role, Term)]) -> Role? {
        func isFree(_ role: Role) -> Bool {
            !places.contains { $0.0 == role } && vocabulary.kind(fit.frame.relation, role)?.shape.contains(.thing) == true
        }
        let byPreposition = ["in", "at", "on", "into", "to", "from", "near", "off", "through"].compactMap { fit.frame.prepositions[$0] }
        return ([Role.place] + byPreposition + [.patient, .destination, .source]).first(where: isFree)
    }

    private static let placeNouns: Set<String> = [
        "headquarters", "headquarter", "location", "place", "birthplace", "address", "base", "site", "seat", "venue", "port", "located",
        "based", "office",
    ]

    /// "Where is X?": what X is in, at or on.
    func whereabouts(_ subject: Noun, _ span: Span) throws(Misfit) -> Formula {
        if let use = subject.use, subject.kind.shape == .thing,
            !Self.placeNouns.isDisjoint(with: WordForms.words(use.relation))
        {
            // "Where are the headquarters": the headquarters are the place.
            want(subject, .what)
            wanted[wanted.count - 1].noun.quantifier = .some
            return .always
        }
        let place = Noun(term: .variable(fresh("p")), kind: .thing, span: span)
        var options: [(value: Link, cost: Int)] = []
        for preposition in ["in", "at", "on"] {
            for meaning in vocabulary.lexicon.meanings(preposition, .preposition) {
                if case .relation(let name, let inverse, _) = meaning, !inverse, vocabulary.kind(name, .agent)?.meets(subject.kind) == true
                {
                    options.append((Link(core: { x, y in self.atom(name, [(.agent, x), (.patient, y)]) }, cost: 0), 0))
                }
            }
            for frame in vocabulary.prepositionFrames[preposition] ?? []
            where vocabulary.kind(frame.relation, .agent)?.meets(subject.kind) == true
                && vocabulary.kind(frame.relation, .patient)?.shape == .thing
            {
                let located = frame.isPlain || ["located", "situated", "lies", "based", "stands"].contains(where: frame.relation.hasPrefix)
                options.append((Link(core: { x, y in self.atom(frame.relation, [(.agent, x), (.patient, y)]) }, cost: 0), located ? 0 : 2))
            }
        }
        for noun in ["location", "place", "position", "city", "town", "country", "home", "venue", "address", "region"] {
            for use in vocabulary.attributes[noun] ?? []
            where vocabulary.kind(use.relation, use.owner)?.meets(subject.kind) == true
                && vocabulary.kind(use.relation, use.value)?.shape == .thing
            {
                options.append((Link(core: { x, y in self.atom(use, owner: x, value: y) }, cost: 0), 1 + use.cost))
            }
        }
        let link = try choices.choose(options, else: Misfit(span: span, message: "nothing here tells where these are"))
        want(place, .what)
        return link.core(subject.term, place.term)
    }

    /// "When was X?": a date of X.
    func date(_ subject: Noun, _ span: Span) throws(Misfit) -> Formula {
        let dating = try choices.choose(dates(of: subject), else: Misfit(span: span, message: "nothing here tells when"))
        let variable = fresh("t")
        want(Noun(term: .variable(variable), kind: .date, span: span), .what)
        return dating(subject.term, variable)
    }
}
