import Facts
import Questions

/// Answers a line of the pattern language from articles: one predication with one variable wanted, as English questions print.
struct PatternEvaluator {
    let engine: Engine

    func answer(_ query: Query, _ line: String) throws -> Response {
        guard let compiled = compiled(query, line) else {
            let diagnostic = Diagnostic(span: Span(0, line.unicodeScalars.count),
                                        message: "Over articles a pattern asks for one variable of one predication",
                                        suggestions: ["?x : person | lead(agent: ?x, patient: …)"])
            return Response(question: line, status: .notUnderstood, diagnostics: [diagnostic])
        }
        var response = ResponseBuilder(engine: engine).response(compiled, try ArticleAnswerer(engine: engine).answer(compiled))
        response.understood = PatternLanguage.print(query)
        return response
    }

    private func compiled(_ pattern: Query, _ line: String) -> ArticleQuery? {
        guard let atom = Self.atoms(pattern.body).first, pattern.targets.count <= 1 else { return nil }
        var query = ArticleQuery(line: line, form: pattern.targets.isEmpty ? .truth : .argument)
        query.predicate = ["fact", "be"].contains(atom.relation) ? nil : engine.predicates.predicateClass(atom.relation, particle: "")
        for (index, place) in atom.places.enumerated() {
            let role = place.role ?? (index == 0 ? .agent : .patient)
            switch place.term {
            case .variable: query.wanted.place = Self.place(role)
            case .name(let words), .phrase(let words):
                query.slots.append(Slot(place: Self.place(role), phrase: engine.phrases.terms(of: words)))
            case .anything, .quantity, .date: break
            }
        }
        if case .during(let range)? = atom.time { query.time = AskedTime(text: "", start: range.start, end: range.end, relation: .during) }
        if case .variable? = atom.time { query.form = .time }
        if case .name(let words)? = atom.attribution { query.source = engine.phrases.terms(of: words) }
        if case .phrase(let words)? = atom.attribution { query.source = engine.phrases.terms(of: words) }
        query.isNegated = atom.polarity == .negative
        if atom.relation == "be" { query.form = query.slots.first?.place == .subject ? .identity : .description }
        if atom.relation == "stand for" { query.form = .expansion }
        if atom.relation == "happen" { query.form = .event }
        if pattern.targets.first?.type == "person" { query.wanted.kind = .person }
        return query
    }

    private static func atoms(_ formula: Formula) -> [Atom] {
        switch formula {
        case .atom(let atom): [atom]
        case .and(let parts): parts.flatMap(atoms)
        case .or, .not, .type, .comparison, .top: []
        }
    }

    private static func place(_ role: Role) -> Slot.Place {
        switch role {
        case .agent: .subject
        case .patient: .object
        case .attribute: .complement
        case .recipient, .destination: .preposition("to")
        case .place: .preposition("in")
        case .source: .preposition("from")
        case .instrument: .preposition("with")
        case .purpose, .quantity: .preposition("for")
        case .cause: .preposition("because of")
        case .topic: .preposition("about")
        }
    }
}
