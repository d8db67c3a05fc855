import Facts

/// "Who said …", "which source says …": who is given as the source of words like these.
struct SpeakerStrategy {
    let engine: Engine

    func answer(_ query: ArticleQuery) throws -> Outcome {
        let views = try engine.source.candidates(for: query)
        let said = query.slots.flatMap(\.phrase.terms)
        let quoting = Self.quotation(in: query.line).map { words in views.filter { $0.folded.holds(words) } } ?? []
        var found: [Found] = []
        for view in quoting.isEmpty ? views : quoting { found += speakers(said, view, query) }
        if found.isEmpty { return try ArgumentStrategy(engine: engine).answer(query) }
        return Outcome(found: found)
    }

    /// The words that the question quotes, folded; nil where it quotes fewer than two.
    private static func quotation(in line: String) -> String? {
        let marks: Set<Character> = ["\"", "“", "”"]
        let parts = line.split(omittingEmptySubsequences: false, whereSeparator: marks.contains)
        guard parts.count >= 3 else { return nil }
        let words = FoldedName(String(parts[1])).text
        return words.contains(" ") ? words : nil
    }

    private func speakers(_ said: [QuestionTerm], _ view: SentenceView, _ query: ArticleQuery) -> [Found] {
        var found: [Found] = []
        for fact in view.facts {
            if let source = fact.fact.attribution {
                let score = coverage(said, fact, view)
                guard score >= 0.6 else { continue }
                let argument = Argument(
                    role: .agent, text: source.source, head: lastWord(source.source), entity: source.entity,
                    span: source.span)
                let text = NameBeside.text(argument, in: view) ?? engine.wording.name(ArgumentView(argument, forms: engine.forms))
                found.append(Found(text, argument: argument, fact: fact.fact, view: view, score: score))
            } else if isSaying(fact.fact) {
                let score = coverage(said, fact, view)
                guard score >= 0.6 else { continue }
                let agents = fact.arguments.filter { $0.argument.role == .agent }
                for agent in agents.prefix(score >= 0.7 && fact.fact.rule != "nominal" ? agents.count : 1) where maySpeak(agent, of: said) {
                    found.append(
                        Found(
                            NameBeside.text(agent.argument, in: view) ?? engine.wording.name(agent), argument: agent.argument,
                            fact: fact.fact, view: view, score: score + 0.02))
                }
            }
        }
        return found
    }

    private func maySpeak(_ agent: ArgumentView, of said: [QuestionTerm]) -> Bool {
        engine.picker.suits(agent, .person) >= 0.6 && !said.contains { engine.matcher.match($0, in: agent) > 0.8 && $0.isName }
    }

    private func lastWord(_ text: String) -> String { text.split(separator: " ").last.map(String.init) ?? text }

    private func isSaying(_ fact: Fact) -> Bool {
        fact.relation == "say" || fact.relation == "announce"
            || SayingVerbs.contains(fact.predicate)
    }

    /// How much of what was asked for the fact, and at a discount its sentence, says.
    private func coverage(_ terms: [QuestionTerm], _ fact: FactView, _ view: SentenceView) -> Double {
        let words = fact.words
        let total = terms.reduce(0) { $0 + $1.weight }
        let isSaid = terms.allSatisfy { term in
            term.kind != .head || !engine.meanings.isMostlyVerb(term.text) || engine.matcher.match(term, in: words) >= 0.5
                || engine.matcher.match(term, in: view) >= 0.8
        }
        guard total > 0, isSaid else { return 0 }
        let met = terms.reduce(0) { sum, term in
            let inFact =
                term.isName
                ? fact.arguments.map { engine.matcher.match(term, in: $0) }.max() ?? 0
                : engine.matcher.match(term, in: words)
            return sum + term.weight * max(inFact, 0.85 * engine.matcher.match(term, in: view))
        }
        return met / total
    }
}
