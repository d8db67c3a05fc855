import Facts

/// "Who fired what": the argument of a fact in the wanted role; where no fact meets the question, the argument of the right
/// kind in a sentence that speaks of everything in it.
struct ArgumentStrategy {
    let engine: Engine

    func answer(_ query: ArticleQuery) throws -> Outcome {
        let views = try engine.source.candidates(for: query)
        let matches = engine.matches(query, in: views)
        var found = matches.prefix(40).flatMap { match in engine.picker.pick(query, match).filter { !repeatsQuestion($0, query) } }
        if found.isEmpty { found = fallback(query, views) }
        return Outcome(found: found, matches: matches)
    }

    /// Arguments of any fact in sentences that cover the query, nearest to the predicate first.
    func fallback(_ query: ArticleQuery, _ views: [SentenceView]) -> [Found] {
        let coverage = Coverage(matcher: engine.matcher, context: engine.context)
        var found: [Found] = []
        for view in views {
            guard let result = coverage.cover(query, view) else { continue }
            var best: (argument: ArgumentView, fact: FactView, score: Double)?
            for fact in view.facts {
                if let time = query.time, let fit = time.fit(fact.fact.time), fit == 0 { continue }
                for argument in fact.arguments where !isSpokenOf(argument, query) {
                    let suits = engine.picker.suits(argument, query.wanted.kind)
                    guard suits >= 0.6 else { continue }
                    let score = suits * nearness(argument.argument.span, result.place)
                    if score > best?.score ?? 0 { best = (argument, fact, score) }
                }
            }
            guard let best, !isOpen(query.wanted.kind) else { continue }
            let text = engine.wording.text(of: best.argument, for: query.wanted.kind)
            found.append(Found(text, argument: best.argument.argument, fact: best.fact.fact, view: view, score: 0.8 * result.score * (0.7 + 0.3 * best.score)))
        }
        return found.filter { !repeatsQuestion($0, query) }
    }

    /// Where anything would do, a sentence alone does not tell which of its phrases is meant.
    private func isOpen(_ kind: WantedThing.Kind) -> Bool { kind == .anything || kind == .action }

    private func nearness(_ span: Span, _ place: Int) -> Double {
        let distance = span.start > place ? span.start - place : max(0, place - span.end)
        return 1 / (1 + Double(distance) / 60)
    }

    private func isSpokenOf(_ argument: ArgumentView, _ query: ArticleQuery) -> Bool {
        query.slots.contains { slot in
            guard let head = slot.phrase.head else { return false }
            return engine.matcher.match(head, in: argument) >= 0.8 && (head.isName || argument.headForms.contains { head.forms[$0] != nil })
        }
    }

    /// An answer must say something that the question doesn't.
    private func repeatsQuestion(_ found: Found, _ query: ArticleQuery) -> Bool {
        if let entity = found.entity, query.slots.contains(where: { $0.phrase.entities.contains(entity) }) { return true }
        let words = engine.forms.words(of: found.text).filter { !FunctionWords.contains($0.text) }
        let asked = Set(engine.forms.words(of: query.line).flatMap(\.forms))
        return !words.isEmpty && words.allSatisfy { word in word.forms.contains(where: asked.contains) }
    }
}
