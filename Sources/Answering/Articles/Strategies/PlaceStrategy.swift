import Facts

/// "Where did …", "where is …": the place of a fact that meets the question, or what a place phrase says of the thing.
struct PlaceStrategy {
    let engine: Engine

    private static let roles: [Role: Double] = [.place: 1, .destination: 0.9, .source: 0.7, .topic: 0.4, .patient: 0.3]

    func answer(_ query: ArticleQuery) throws -> Outcome {
        let views = try engine.source.candidates(for: query)
        let matches = engine.matches(query, in: views)
        var found = matches.prefix(40).flatMap(places)
        if found.isEmpty { found = fallback(query, views) }
        if found.isEmpty { found = named(query, views) }
        return Outcome(found: found, matches: matches)
    }

    private func places(_ match: Match) -> [Found] {
        guard let fact = match.fact else { return [] }
        var best = 0.0
        var found: [Found] = []
        for (index, argument) in fact.arguments.enumerated() where !match.bound.contains(index) {
            let score = match.score * (0.5 + 0.5 * (placeScore(argument)))
            guard placeScore(argument) >= 0.5 else { continue }
            best = max(best, score)
            found.append(Found(text(argument, match.view), argument: argument.argument, match: match, score: score))
        }
        if found.isEmpty { return match.bound.sorted().compactMap { inside(fact.arguments[$0], match) } }
        return found.filter { $0.score >= 0.9 * best }
    }

    /// A place that stands within the words of the thing itself: "the microbes in a core of frozen soil".
    private func inside(_ argument: ArgumentView, _ match: Match) -> Found? {
        let text = argument.argument.text
        for preposition in ["in", "at", "near", "on", "off", "outside"] {
            guard let range = text.firstRange(of: " \(preposition) ") else { continue }
            let place = Wording.withoutRelative(Wording.trimmed(String(text[range.upperBound...])))
            let words = ["in", "at"].contains(preposition) ? place : "\(preposition) \(place)"
            return Found(words, argument: nil, match: match, score: 0.85 * match.score)
        }
        return nil
    }

    func placeScore(_ argument: ArgumentView) -> Double {
        guard let role = Self.roles[argument.argument.role] else { return 0 }
        switch argument.argument.type {
        case .place?, .country?: return role
        case .organisation?, .event?: return role * 0.9
        case .time?, .quantity?, .money?: return 0
        case .person?: return argument.argument.role == .place && ["in", "at", "near"].contains(argument.argument.preposition ?? "") ? 0.7
            : 0
        default:
            let isPlace = argument.headForms.contains {
                !engine.meanings.nounClass(of: engine.forms.text(of: $0)).isDisjoint(with: [.place, .artifact, .object, .group])
            }
            return role * (isPlace ? 0.9 : argument.argument.role == .place ? 0.75 : 0.4)
        }
    }

    /// With its preposition, unless that is "in" or "at".
    private func text(_ argument: ArgumentView, _ view: SentenceView) -> String {
        let text = NameBeside.text(argument.argument, in: view) ?? engine.wording.phrase(argument)
        guard let preposition = argument.argument.preposition,
              !["in", "at", "to", "into", "from"].contains(preposition) else { return text }
        return text.hasPrefix(preposition + " ") ? text : "\(preposition) \(text)"
    }

    private func fallback(_ query: ArticleQuery, _ views: [SentenceView]) -> [Found] {
        let coverage = Coverage(matcher: engine.matcher, context: engine.context)
        var found: [Found] = []
        for view in views {
            guard let result = coverage.cover(query, view) else { continue }
            for fact in view.facts {
                for argument in fact.arguments where placeScore(argument) >= 0.8 && !speaksOf(argument, query) {
                    let distance = abs(argument.argument.span.start - result.place)
                    found.append(Found(text(argument, view), argument: argument.argument, fact: fact.fact, view: view,
                                       score: 0.8 * result.score / (1 + Double(distance) / 400)))
                }
            }
        }
        return found
    }

    /// The name of a place that stands nearest to what is asked, as part of no fact.
    private func named(_ query: ArticleQuery, _ views: [SentenceView]) -> [Found] {
        let coverage = Coverage(matcher: engine.matcher, context: engine.context)
        return views.compactMap { view in
            guard let result = coverage.cover(query, view), result.score >= 0.85 else { return nil }
            let places = engine.source.names(in: view).filter { name in
                [.place, .country].contains(name.argument.type) && !query.slots.contains { slot in
                    slot.phrase.terms.contains { engine.matcher.match($0, in: name) >= 0.8 }
                }
            }
            let nearest = places.min { abs($0.argument.span.start - result.place) < abs($1.argument.span.start - result.place) }
            return nearest.map { Found($0.argument.text, argument: $0.argument, view: view, score: 0.7 * result.score) }
        }
    }

    private func speaksOf(_ argument: ArgumentView, _ query: ArticleQuery) -> Bool {
        query.slots.contains { slot in slot.phrase.head.map { engine.matcher.match($0, in: argument) >= 0.8 } ?? false }
    }
}
