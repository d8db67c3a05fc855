import Facts

/// "Why …": a fact's cause or purpose, else what the sentence gives as one ("because …", "to avoid …"), else the sentences before "That's
/// why".
struct ReasonStrategy {
    let engine: Engine

    func answer(_ query: ArticleQuery) throws -> Outcome {
        let views = try engine.source.candidates(for: query)
        let matches = engine.matches(query, in: views)
        var found = matches.prefix(30).flatMap(arguments)
        if found.isEmpty { found = matches.prefix(12).flatMap { grounds($0, query) } }
        if found.isEmpty { found = matches.prefix(12).flatMap(causes) }
        if found.isEmpty { found = matches.prefix(12).flatMap(besides) }
        if found.isEmpty { found = matches.prefix(4).compactMap(afterwards) }
        if found.isEmpty { found = matches.prefix(12).flatMap(triggers) }
        if found.isEmpty { found = matches.prefix(12).compactMap { written($0.view, near: $0.fact?.fact.evidence.span, score: $0.score) } }
        if found.isEmpty {
            let coverage = Coverage(matcher: engine.matcher, context: engine.context)
            found = views.compactMap { view in
                coverage.cover(query, view).flatMap { written(view, near: nil, score: 0.85 * $0.score) }
            }
        }
        return Outcome(found: found, matches: matches)
    }

    /// Every reason that a sentence gives, of whatever it tells.
    func stated(in view: SentenceView, score: Double) -> [Found] {
        let causes = view.facts.flatMap { fact in
            fact.arguments.compactMap { argument -> Found? in
                guard let preference = preference(argument.argument), argument.words.count > 1 else { return nil }
                return Found(text(argument.argument), argument: argument.argument, fact: fact.fact, view: view, score: score * preference)
            }
        }
        return causes.isEmpty ? written(view, near: nil, score: score).map { [$0] } ?? [] : causes
    }

    private func arguments(_ match: Match) -> [Found] {
        guard let fact = match.fact else { return [] }
        return fact.arguments.enumerated().compactMap { index, argument in
            guard !match.bound.contains(index), let preference = preference(argument.argument) else { return nil }
            return Found(text(argument.argument), argument: argument.argument, match: match, score: match.score * preference)
        }
    }

    /// "They sent troops. This is to protect the vote, they said": the next sentence gives the reason.
    private func afterwards(_ match: Match) -> Found? {
        let key = SentenceView.Key(document: match.view.key.document, index: match.view.key.index + 1)
        guard let next = try? engine.source.view(key) else { return nil }
        let text = next.sentence.text
        for (cue, keeps) in Self.nextCues {
            guard let range = text.firstRange(of: cue) ?? text.firstRange(of: cue.prefix(1).uppercased() + cue.dropFirst()) else { continue }
            let rest = text[range.upperBound...]
            var found = Found(Self.clause(keeps.isEmpty ? rest : Substring(keeps + rest)), view: next, score: 0.8 * match.score)
            found.premises = [match.view]
            return found
        }
        guard PastPerfect.opens(text), !next.entities.isDisjoint(with: match.view.entities), match.score >= 0.8 else { return nil }
        var found = Found(Wording.trimmed(text), view: next, score: 0.65 * match.score)
        found.premises = [match.view]
        return found
    }

    /// With what the answer begins with before the words that follow.
    private static let nextCues: [(String, String)] = [
        ("this is to ", "to "), ("this was to ", "to "), ("this is because ", ""), ("this was because ", ""), ("the aim is to ", "to "),
        ("the aim was to ", "to "), ("the move is aimed at ", ""), ("the move was aimed at ", ""), ("the reason is that ", ""),
        ("the reason was ", ""), ("move was in response to ", ""), ("move is in response to ", ""), ("move comes after ", ""),
        ("move came after ", ""),
        ("is a direct response to ", ""), ("was a response to ", ""), ("is a response to ", ""), ("decision was prompted by ", ""),
    ]

    /// "Closed the port following a spill": what went before, where nothing is said to be the reason.
    private func triggers(_ match: Match) -> [Found] {
        guard let own = match.fact else { return [] }
        let clause = match.view.facts.filter { $0 === own || $0.fact.evidence.span == own.fact.evidence.span }
        return clause.flatMap { fact in
            fact.arguments.enumerated().compactMap { index, argument in
                guard fact !== own || !match.bound.contains(index),
                    ["following", "after", "amid", "in response to"].contains(argument.argument.preposition ?? ""),
                    argument.argument.type != .time, argument.words.count > 1
                else { return nil }
                return Found(Wording.trimmed(argument.argument.text), argument: argument.argument, match: match, score: 0.8 * match.score)
            }
        }
    }

    /// "Charged with fraud", "praised for his courage": what somebody is judged for.
    private func grounds(_ match: Match, _ query: ArticleQuery) -> [Found] {
        guard let fact = match.fact, Self.judging.contains(query.predicate?.verb ?? "") else { return [] }
        return fact.arguments.enumerated().compactMap { index, argument in
            guard !match.bound.contains(index), ["with", "of", "for", "over"].contains(argument.argument.preposition ?? "") else { return nil }
            return Found(
                "\(argument.argument.preposition!) \(Wording.trimmed(argument.argument.text))", argument: argument.argument, match: match,
                score: 0.9 * match.score)
        }
    }

    private static let judging: Set<String> = [
        "charge", "accuse", "convict", "try", "indict", "jail", "imprison", "sentence", "fine", "arrest", "detain", "sue", "suspend", "ban", "praise",
        "criticise", "criticize", "blame", "thank", "honour", "honor", "award", "dismiss", "execute", "condemn", "punish", "apologise", "apologize",
    ]

    /// "A scandal that forced him to resign": who or what made it happen, by another fact of the sentence.
    private func causes(_ match: Match) -> [Found] {
        guard let own = match.fact?.fact else { return [] }
        return match.view.facts.compactMap { fact in
            guard fact.fact.relation == "cause" || Self.causatives.contains(fact.fact.predicate),
                !match.view.facts.contains(where: { isBehind(fact.fact, in: $0.fact, own) }), makesHappen(fact.fact),
                fact.fact.evidence.span.start <= own.evidence.span.end,
                let agent = fact.arguments.first(where: { $0.argument.role == .agent || $0.argument.role == .cause }),
                fact.arguments.contains(where: { $0 !== agent && $0.argument.span.overlaps(own.evidence.span) }),
                !agent.argument.span.contains(own.evidence.span)
            else { return nil }
            return Found(
                engine.wording.phrase(agent), argument: agent.argument, fact: fact.fact, view: match.view,
                score: 0.9 * match.score)
        }
    }

    /// "Made a loss after a fault forced it to close": what stands behind "after" causes nothing inside it.
    private func isBehind(_ cause: Fact, in other: Fact, _ own: Fact) -> Bool {
        other.evidence.span == own.evidence.span && other.arguments.contains { $0.preposition != nil && $0.span.contains(cause.evidence.span) }
    }

    /// "Made a loss" makes nobody do anything.
    private func makesHappen(_ fact: Fact) -> Bool {
        fact.predicate != "make" || fact.arguments.contains { $0.role == .attribute || $0.role == .topic && [nil, "to"].contains($0.preposition) }
    }

    private static let causatives: Set<String> = [
        "force", "cause", "prompt", "lead", "push", "drive", "make", "compel", "trigger",
        "oblige",
    ]

    /// Purposes and causes that other facts of the sentence have.
    private func besides(_ match: Match) -> [Found] {
        match.view.facts.flatMap { fact in
            fact.arguments.compactMap { argument in
                guard let preference = preference(argument.argument), fact !== match.fact, argument.words.count > 1 else { return nil }
                return Found(
                    text(argument.argument), argument: argument.argument, fact: fact.fact, view: match.view,
                    score: 0.85 * match.score * preference)
            }
        }
    }

    private func preference(_ argument: Argument) -> Double? {
        switch argument.role {
        case .cause: 1
        case .purpose: argument.preposition == "for" ? 0.8 : 0.95
        default: nil
        }
    }

    private func text(_ argument: Argument) -> String {
        let text = Wording.trimmed(argument.text)
        guard argument.role == .purpose, argument.preposition == "to", !text.lowercased().hasPrefix("to ") else { return text }
        return "to \(text)"
    }

    /// What the sentence itself gives as a reason.
    private func written(_ view: SentenceView, near span: Span?, score: Double) -> Found? {
        let text = view.sentence.text
        if let words = Self.openers.first(where: { text.hasPrefix($0) }), words.hasPrefix("That"), let before = before(view) {
            var found = Found(Wording.trimmed(before.sentence.text), view: before, score: score * 0.9)
            found.premises = [view]
            return found
        }
        for (cue, keeps) in Self.cues {
            guard let range = text.firstRange(of: cue) else { continue }
            let start = keeps ? text.index(after: range.lowerBound) : range.upperBound
            return Found(Self.clause(text[start...]), view: view, score: score * 0.9)
        }
        return nil
    }

    private func before(_ view: SentenceView) -> SentenceView? {
        try? engine.source.view(SentenceView.Key(document: view.key.document, index: view.key.index - 1))
    }

    /// Up to the end of the clause.
    private static func clause(_ rest: Substring) -> String {
        var end = rest.endIndex
        for mark in [", but ", "; ", " — ", ", said ", ", he said", ", she said", ", officials", ", according", ".”", ",”"] {
            if let range = rest.firstRange(of: mark) { end = min(end, range.lowerBound) }
        }
        return Wording.trimmed(String(rest[..<end]))
    }

    private static let openers = ["That’s why", "That's why", "That is why", "This is why"]
    /// With whether the cue's words belong to the answer.
    private static let cues: [(String, Bool)] = [
        (" because of ", false), (" because ", false), (" due to ", false), (" owing to ", false), (" thanks to ", false),
        (" as a result of ", false),
        (" in order to ", true), (" so that ", true), (" lest ", true), (", saying that ", false), (", saying ", false),
        (", since ", false),
        (", citing ", false), (" since ", false), (" in an effort to ", true), (" designed to ", false), (" intended to ", false),
        (" meant to ", false), (" aimed at ", false),
        (" in a bid to ", true),
    ]
}
