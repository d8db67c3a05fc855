import Facts

/// "How did …": by what means or in which way, as the fact or its sentence says; else the clause itself.
struct MannerStrategy {
    let engine: Engine

    func answer(_ query: ArticleQuery) throws -> Outcome {
        let views = try engine.source.candidates(for: query)
        let matches = engine.matches(query, in: views)
        var found = matches.prefix(20).flatMap(arguments)
        if found.isEmpty { found = matches.prefix(12).compactMap { written($0.view, within: $0.fact?.fact.evidence.span, score: $0.score) } }
        if found.isEmpty {
            found = matches.prefix(3).compactMap { match in match.fact.map { Found(Wording.trimmed($0.fact.text), match: match,
                score: 0.8 * match.score) } }
        }
        if found.isEmpty {
            let coverage = Coverage(matcher: engine.matcher, context: engine.context)
            found = views.compactMap { view in
                coverage.cover(query, view).map { written(view, score: $0.score)
                    ?? Found(Wording.trimmed(view.sentence.text), view: view, score: 0.7 * $0.score) }
            }
        }
        return Outcome(found: found, matches: matches)
    }

    private func arguments(_ match: Match) -> [Found] {
        guard let fact = match.fact else { return [] }
        return fact.arguments.enumerated().compactMap { index, argument in
            guard !match.bound.contains(index) else { return nil }
            if argument.argument.preposition == "from", let change = change(argument.argument, fact, match) { return change }
            let preference: Double? = switch argument.argument.role {
            case .instrument: 1
            case .attribute: argument.argument.preposition == "as" ? 1 : 0.85
            case .purpose, .agent, .patient, .recipient, .topic, .place, .source, .destination, .cause, .quantity: nil
            }
            return preference.map { Found(text(argument.argument), argument: argument.argument, match: match, score: match.score * $0) }
        }
    }

    /// "From a depot to a museum".
    private func change(_ from: Argument, _ fact: FactView, _ match: Match) -> Found? {
        let after = fact.fact.arguments.filter { $0.preposition == "to" || $0.preposition == "into" }
        guard let to = after.first(where: { $0.span.start > from.span.end && $0.span.start - from.span.end <= 6 }) else { return nil }
        return Found("from \(Wording.trimmed(from.text)) \(to.preposition!) \(Wording.trimmed(to.text))", argument: from, match: match,
                     score: 0.9 * match.score)
    }

    private func text(_ argument: Argument) -> String {
        let text = Wording.trimmed(argument.text)
        guard let preposition = argument.preposition, !text.hasPrefix(preposition + " ") else { return text }
        return "\(preposition) \(text)"
    }

    private func written(_ view: SentenceView, within span: Span? = nil, score: Double) -> Found? {
        var text = view.sentence.text
        if let span, view.sentence.span.contains(span) {
            let start = span.start - view.sentence.span.start
            text = String(scalars: text.unicodeScalars.dropFirst(start).prefix(span.length))
        }
        for cue in [" by ", " through ", " using ", " via ", " with "] {
            guard let range = text.firstRange(of: cue) else { continue }
            let rest = text[text.index(after: range.lowerBound)...]
            let end = [", ", "; ", " — ", ". "].compactMap { rest.firstRange(of: $0)?.lowerBound }.min() ?? rest.endIndex
            return Found(Wording.trimmed(String(rest[..<end])), view: view, score: 0.8 * score)
        }
        return nil
    }
}
