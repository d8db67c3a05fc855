import FactStore
import Facts
import Questions

/// Puts what a strategy found into a response: merged, ranked, cited, or a refusal that says what is missing.
struct ResponseBuilder {
    let engine: Engine

    func response(_ query: ArticleQuery, _ outcome: Outcome) -> Response {
        var outcome = outcome
        if query.form != .truth { outcome.found.removeAll { isBarePronoun($0.text) } }
        if query.wanted.mustBeNamed { outcome.found.removeAll { !$0.text.hasCapital } }
        if query.form == .argument { outcome.found.removeAll { isBareTitle($0.text) } }
        let ranking = Ranking(names: engine.names)
        let groups = outcome.isComplete
            ? ranking.repetitions(outcome.found)
                : ranking.groups(outcome.found, within: outcome.tolerance, limit: limit(query))
        guard !groups.isEmpty else { return refusal(query, outcome) }
        return Response(question: query.line, status: .answered, answers: groups.map(answer), isChronicle: query.form == .event)
    }

    /// "President" without a name is nobody.
    private func isBareTitle(_ text: String) -> Bool {
        text.unicodeScalars.first?.properties.isUppercase == true && engine.knowledge.isOffice(text.lowercased())
    }

    /// "It" answers nothing.
    private func isBarePronoun(_ text: String) -> Bool {
        let words = engine.forms.words(of: text)
        return !words.isEmpty && words.allSatisfy { $0.isFunctionWord && !engine.meanings.isNumeral($0.text) }
    }

    /// A question for one thing gets one answer unless others are as good.
    private func limit(_ query: ArticleQuery) -> Int { query.wanted.isPlural ? 12 : 6 }

    private func answer(_ group: Ranking.Group) -> Answer {
        let best = group.best
        var citations: [Citation] = []
        for found in group.all {
            for view in [found.view] + found.premises {
                let citation = citation(view, found.fact?.evidence.span)
                if !citations.contains(where: { $0.document == citation.document
                                       && $0.span == citation.span }) { citations.append(citation) }
            }
        }
        return Answer(text: best.text, entity: best.entity, type: best.type, value: best.quantity,
                      time: best.time,
                      modality: best.fact?.modality ?? .actual, polarity: best.fact?.polarity ?? .positive,
                          attribution: best.fact?.attribution,
                      support: best.rules.isEmpty ? .stated : .inferred, rules: best.rules, evidence: citations,
                      facts: group.all.compactMap { $0.fact?.id }, score: best.score)
    }

    func citation(_ view: SentenceView, _ emphasis: Span?) -> Citation {
        let document = engine.source.document(view.key.document)
        let span = view.sentence.span
        return Citation(document: view.key.document, title: document?.title, publisher: document?.publisher, author: document?.author,
                        url: document?.url,
                        published: document?.published, span: span, emphasis: emphasis.flatMap { span.contains($0) ? $0 : nil },
                            quote: view.sentence.text)
    }

    // MARK: Refusals

    private func refusal(_ query: ArticleQuery, _ outcome: Outcome) -> Response {
        let closest = outcome.matches.prefix(3).compactMap { match -> Response.Closest? in
            guard let fact = match.fact?.fact else { return nil }
            let failing = match.steps.min { $0.score < $1.score }.map { "nothing in it is “\($0.constraint)”" }
                ?? "it does not say what is asked"
            return Response.Closest(text: fact.text, reason: failing, evidence: citation(match.view, fact.evidence.span))
        }
        return Response(question: query.line, status: .noAnswer, message: outcome.message ?? message(query), closest: closest)
    }

    private func message(_ query: ArticleQuery) -> String {
        let unknown = query.phrases.flatMap(\.unknownNames)
        guard let name = unknown.first(where: { !isWritten($0) }) else { return "The articles don't say." }
        let words = name.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
        return "The articles don't say: no article mentions \(words)."
    }

    private func isWritten(_ name: String) -> Bool { ((try? engine.store.search(name, limit: 1))
                                                      ?? []).contains { FoldedName($0.text).text.contains(FoldedName(name).text) } }
}
