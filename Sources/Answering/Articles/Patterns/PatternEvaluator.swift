import Facts
import Questions

/// Answers a line of the pattern language from articles. One predication with one variable wanted, as English questions print, is matched as a
/// question is, with synonyms and inference; whatever joins, counts, orders or denies is exact work over the facts as tables.
struct PatternEvaluator {
    let engine: Engine
    let facts: ArticleWorld
    let patterns: ArticlePattern

    func answer(_ query: Query, _ line: String) throws -> Response {
        if query.isAsked, let asked = patterns.query(query, line: line) {
            let outcome = query.manners.contains("loose") ? try readPassages(asked) : try ArticleAnswerer(engine: engine).answer(asked)
            var response = ResponseBuilder(engine: engine).response(asked, outcome)
            response.question = line
            response.understood = PatternLanguage.print(query)
            return response
        }
        guard query.isOnePredication, let compiled = compiled(query, line) else { return try exact(query, line) }
        var response = ResponseBuilder(engine: engine).response(compiled, try ArticleAnswerer(engine: engine).answer(compiled))
        response.understood = PatternLanguage.print(query)
        return response
    }

    private func readPassages(_ query: ArticleQuery) throws -> Outcome {
        guard let question = PassageQuestion(query) else { return Outcome() }
        return try engine.passages.get().answer(question).outcome
    }

    private func exact(_ query: Query, _ line: String) throws -> Response {
        let world = try facts.world()
        if let unknown = query.relations.first(where: { world.relation($0) == nil }) {
            return Response(question: line, status: .noAnswer, understood: PatternLanguage.print(query),
                            message: "The articles don't say: no fact is told with “\(unknown)”.")
        }
        let outcome = Evaluation.run(query, over: world)
        var answers = WorldAnswers(world: world, query: query, whole: [])
        answers.add(outcome.rows)
        let isEmpty = answers.answers.isEmpty
        var notes: [String] = []
        if !outcome.isComplete { notes.append("the search was cut off: there may be more answers") }
        if query.countsOrDenies { notes.append("among what the articles say; what they leave out may be otherwise") }
        let message = isEmpty ? "The articles don't say." : notes.isEmpty ? nil : notes.joined(separator: "; ")
        return Response(question: line, status: isEmpty ? .noAnswer : .answered, understood: PatternLanguage.print(query),
                        answers: answers.answers, message: message)
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

extension Query {
    /// Whether it is a question to articles, with the places and words of one, that joins at most what stands beside the thing wanted.
    var isAsked: Bool {
        guard order.isEmpty, limit == nil, targets.count <= 1, case .atom(let main)? = body.parts.first, main.isAsked else { return false }
        return body.parts.allSatisfy { if case .atom = $0 { true } else { false } }
    }

    fileprivate var manners: [String] {
        guard case .atom(let main)? = body.parts.first else { return [] }
        return main.manners.map(\.word)
    }

    /// Whether it takes the articles to say all: with `not`, or with an aggregate.
    fileprivate var countsOrDenies: Bool {
        func isClosed(_ formula: Formula) -> Bool {
            switch formula {
            case .not, .top: true
            case .and(let parts), .or(let parts): parts.contains(where: isClosed)
            case .comparison(let a, _, let b): isClosed(a) || isClosed(b)
            case .atom, .type: false
            }
        }
        func isClosed(_ expression: Expression) -> Bool {
            switch expression {
            case .aggregate: true
            case .arithmetic(let a, _, let b), .apart(_, let a, let b): isClosed(a) || isClosed(b)
            case .calendar(_, let a): isClosed(a)
            case .term: false
            }
        }
        return isClosed(body) || targets.contains { isClosed($0.expression) }
    }

    /// One predication, perhaps with a type, of which one variable or the truth is wanted.
    fileprivate var isOnePredication: Bool {
        guard order.isEmpty, limit == nil, targets.count <= 1 else { return false }
        if let target = targets.first { guard case .term(.variable) = target.expression else { return false } }
        var atoms = 0
        for part in body.parts {
            switch part {
            case .atom: atoms += 1
            case .type: break
            case .and, .or, .not, .top, .comparison: return false
            }
        }
        return atoms == 1
    }
}
