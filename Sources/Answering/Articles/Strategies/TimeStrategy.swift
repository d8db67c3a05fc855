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
        if found.isEmpty || found.allSatisfy({ $0.score < 0.72 }) { found += fallback(query, views) }
        return Outcome(found: found.filter { !query.isFuture || isStillToCome($0) }, matches: matches)
    }

    /// What will happen, its article does not date before itself.
    private func isStillToCome(_ found: Found) -> Bool {
        guard let end = found.time?.end.day, let published = engine.source.document(found.view.key.document)?.published else { return true }
        return end > published
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

    private func fallback(_ query: ArticleQuery, _ views: [SentenceView]) -> [Found] {
        let coverage = Coverage(matcher: engine.matcher, context: engine.context)
        return views.flatMap { view -> [Found] in
            guard let result = coverage.cover(query, view) else { return [] }
            return view.facts.compactMap { fact in
                guard let time = fact.fact.time, time.origin == .stated, speaks(fact, of: query) else { return nil }
                let distance = abs(fact.fact.evidence.span.start - result.place)
                return dated(time, Found("", fact: fact.fact, view: view, score: 0.8 * result.score / (1 + Double(distance) / 400)))
            }
        }
    }

    /// Whether a fact is about what is asked: its predicate is the one asked for, or without one it takes up a phrase of the question.
    private func speaks(_ fact: FactView, of query: ArticleQuery) -> Bool {
        if let predicate = query.predicate {
            if predicate.certainty(of: fact.fact.predicate, relation: fact.fact.relation) >= 0.5 { return true }
            let forms = engine.meanings.predicateForms(predicate).certainties
            return fact.arguments.contains { $0.words.contains { word in word.forms.contains { forms[$0] ?? 0 >= 0.8 } } }
        }
        return query.slots.contains { engine.unifier.nearest($0, fact) != nil }
    }
}
