import Facts

/// "When did …", "when was the battle of …": the time of a fact that meets the question.
struct TimeStrategy {
    let engine: Engine

    func answer(_ query: ArticleQuery) throws -> Outcome {
        let views = try engine.source.candidates(for: query)
        let matches = engine.matches(query, in: views)
        var found: [Found] = []
        var nearby: [Found] = []
        for match in matches.prefix(30) where match.score >= (matches.first?.score ?? 0) - 0.12 {
            guard let fact = match.fact, !(query.isFuture && fact.fact.modality == .actual) else { continue }
            guard let time = fact.fact.time, isTold(time) else {
                if let read = SentenceTimes(source: engine.source).nearest(to: fact.fact, in: match.view) {
                    nearby.append(dated(read, Found("", match: match, score: 0.97 * match.score)))
                }
                continue
            }
            found.append(dated(time, Found("", match: match, score: match.score + (time.origin == .stated ? 0.05 : 0))))
        }
        if found.isEmpty { found = nearby }
        if found.isEmpty { found = matches.prefix(5).flatMap(timesNear) }
        if found.isEmpty || found.allSatisfy({ $0.score < 0.72 }) { found += fallback(query, views) }
        return Outcome(found: found, matches: matches)
    }

    private func isTold(_ time: ValidTime) -> Bool { time.origin != .publication
        && (time.start.day != nil || time.end.day != nil || !time.text.isEmpty) }

    private func dated(_ time: ValidTime, _ found: Found) -> Found {
        var found = found
        found.text = TimeWording.text(time)
        found.type = .time
        found.time = time
        return found
    }

    /// The times of other facts of the sentence.
    private func timesNear(_ match: Match) -> [Found] {
        match.view.facts.compactMap { other in
            guard let time = other.fact.time, time.origin == .stated else { return nil }
            return dated(time, Found("", fact: other.fact, view: match.view, score: 0.8 * match.score))
        }
    }

    private func fallback(_ query: ArticleQuery, _ views: [SentenceView]) -> [Found] {
        let coverage = Coverage(matcher: engine.matcher, context: engine.context)
        return views.flatMap { view -> [Found] in
            guard let result = coverage.cover(query, view) else { return [] }
            return view.facts.compactMap { fact in
                guard let time = fact.fact.time, time.origin == .stated else { return nil }
                let distance = abs(fact.fact.evidence.span.start - result.place)
                return dated(time, Found("", fact: fact.fact, view: view, score: 0.8 * result.score / (1 + Double(distance) / 400)))
            }
        }
    }
}
