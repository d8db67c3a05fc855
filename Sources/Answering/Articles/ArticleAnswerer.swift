import Facts

/// Answers a compiled query from the articles of a store: chooses the strategy for its form.
struct ArticleAnswerer {
    let engine: Engine

    func answer(_ query: ArticleQuery) throws -> Outcome {
        let outcome = try answerAsked(query)
        if !outcome.found.isEmpty { return outcome }
        for other in query.otherwise {
            let found = try answerAsked(other)
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
        return outcome.found.isEmpty && expanded != query ? try TimeStrategy(engine: engine).answer(query) : outcome
    }
}
