import Facts

/// Answers a compiled query from the articles of a store: chooses the strategy for its form.
struct ArticleAnswerer {
    let engine: Engine

    func answer(_ query: ArticleQuery) throws -> Outcome {
        let outcome = try answerAsked(query)
        if !outcome.found.isEmpty { return outcome }
        for other in query.otherwise {
            var found = try answerAsked(other)
            found.asked = other
            if !found.found.isEmpty { return found }
        }
        return outcome
    }

    private func answerAsked(_ query: ArticleQuery) throws -> Outcome {
        switch query.form {
        case .argument: try ArgumentStrategy(engine: engine).answer(query)
        case .time: try time(query)
        case .place: try PlaceStrategy(engine: engine).answer(query)
        case .reason: try ReasonStrategy(engine: engine).answer(query)
        case .manner: try MannerStrategy(engine: engine).answer(query)
        case .frequency: try ArgumentStrategy(engine: engine).answer(query)
        case .duration: try ExtentStrategy(engine: engine).answer(query, "lasting")
        case .extent(let adjective): try ExtentStrategy(engine: engine).answer(query, adjective)
        case .truth: try TruthStrategy(engine: engine).answer(query)
        case .identity: try IdentityStrategy(engine: engine).answer(query)
        case .description: try DescriptionStrategy(engine: engine).answer(query)
        case .expansion: try ExpansionStrategy(engine: engine).answer(query)
        case .event: try EventStrategy(engine: engine).answer(query)
        case .statement: try StatementStrategy(engine: engine).answer(query)
        case .speaker: try SpeakerStrategy(engine: engine).answer(query)
        case .list: try ListStrategy(engine: engine).answer(query)
        case .count: try ListStrategy(engine: engine).count(query)
        case .comparison: try ComparisonStrategy(engine: engine).answer(query)
        case .keywords: try KeywordStrategy(engine: engine).answer(query)
        }
    }

    /// "When was the unveiling": when it was unveiled, else when what is said of the unveiling was.
    private func time(_ query: ArticleQuery) throws -> Outcome {
        let expanded = EventPhrase(engine: engine).expanded(query)
        let outcome = try TimeStrategy(engine: engine).answer(expanded)
        if !outcome.found.isEmpty { return outcome }
        if let turn = try turn(of: query) { return turn }
        return expanded != query ? try TimeStrategy(engine: engine).answer(query) : outcome
    }

    /// "When did the war end": the end of the years that an article gives the war.
    private func turn(of query: ArticleQuery) throws -> Outcome? {
        let isEnd = ["end", "finish", "conclude", "stop"].contains(query.predicate?.verb ?? "")
        guard isEnd || ["begin", "start"].contains(query.predicate?.verb ?? "") else { return nil }
        var event = query
        event.predicate = nil
        let dated = try TimeStrategy(engine: engine).answer(event)
        let turns = dated.found.compactMap { found -> Found? in
            guard let first = found.time?.start.day, let last = found.time?.end.day, found.fact?.rule == "dated-name" || last - first > 366 else {
                return nil
            }
            var found = found
            found.text = "\(isEnd ? last.advanced(by: -1).year : first.year)"
            return found
        }
        return turns.isEmpty ? nil : Outcome(found: turns, matches: dated.matches)
    }
}
