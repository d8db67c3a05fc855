import Facts

/// Yes/no questions: a fact that says so, a fact that says the contrary, or a plan.
struct TruthStrategy {
    let engine: Engine

    func answer(_ query: ArticleQuery) throws -> Outcome {
        let views = try engine.source.candidates(for: query)
        var plain = query
        plain.isNegated = false
        let matches = engine.matches(plain, in: views).filter { saysItOfTheSubject($0, plain) }
        if let verdict = verdict(plain, matches) {
            let dated = isDated(verdict) ? nil : otherTime(plain, views)
            return outcome(dated ?? verdict, query, matches)
        }
        if let contrary = contrary(plain, views) { return outcome(contrary, query, matches) }
        if let covered = covered(plain, views) { return outcome(covered, query, matches) }
        return Outcome(matches: matches)
    }

    /// What a copula says, it says of its subject: "Lee will be in Rome to meet Minister Bai" does not say that Bai is anything.
    private func saysItOfTheSubject(_ match: Match, _ query: ArticleQuery) -> Bool {
        guard query.predicate?.verb == "be", let subject = query.slots.first(where: { $0.place == .subject }),
            query.slots.contains(where: { $0.place == .complement }), let fact = match.fact,
            let agent = fact.arguments.first(where: { $0.argument.role == .agent })
        else { return true }
        return subject.phrase.terms.contains { engine.matcher.match($0, in: agent) >= 0.7 } || agent.refersBack
    }

    private enum Verdict {
        case yes(Match)
        case no(Match, String)
        case notYet(Match)
    }

    /// A fact without a time of its own does not confirm a time that a dated fact speaks against.
    private func isDated(_ verdict: Verdict) -> Bool {
        switch verdict {
        case .yes(let match), .no(let match, _), .notYet(let match): match.fact?.fact.time?.origin == .stated
        }
    }

    /// Of the best matches, the one that decides: a fact beats a plan.
    private func verdict(_ query: ArticleQuery, _ matches: [Match]) -> Verdict? {
        guard let top = matches.first?.score else { return nil }
        let best = matches.filter { $0.score >= top - 0.05 }
        let ranked = best.stableSorted { rank($0) < rank($1) }
        guard let match = ranked.first, let fact = match.fact?.fact else { return nil }
        if match.view.sentence.text.contains("still being "), query.tense != .future { return .no(match, "still open") }
        if fact.polarity == .negative { return saysNotYet(match) ? .notYet(match) : .no(match, "") }
        switch fact.modality {
        case .actual, .generic: return .yes(match)
        case .planned, .expected:
            return wasGivenUp(match)
                ? .no(match, "")
                : query.isFuture
                    || query.tense == .present
                        && !query.isPassive
                    ? .yes(match) : .notYet(match)
        case .possible, .conditional: return ["could", "can", "may", "might", "would"].contains(query.modal) ? .yes(match) : .notYet(match)
        case .recommended: return query.modal.contains("should") ? .yes(match) : .notYet(match)
        }
    }

    private func rank(_ match: Match) -> Int {
        switch match.fact?.fact.modality {
        case .actual?, .generic?: 0
        case .planned?, .expected?: 1
        case .possible?, .conditional?, .recommended?: 2
        case nil: 3
        }
    }

    /// A plan that the sentence says came to nothing.
    private func wasGivenUp(_ match: Match) -> Bool {
        let words = Set(match.view.words.map(\.text))
        return !words.isDisjoint(with: [
            "abandoned", "cancelled", "canceled", "scrapped", "dropped", "failed", "rejected", "withdrew",
            "shelved",
        ])
    }

    private func saysNotYet(_ match: Match) -> Bool {
        let text = match.view.sentence.text
        return text.contains("not yet") || text.contains("yet to ") || text.contains("still being")
    }

    // MARK: The contrary

    /// A fact that would meet the question but for one thing that it says differently: another time, another number, another name.
    private func contrary(_ query: ArticleQuery, _ views: [SentenceView]) -> Verdict? {
        otherTime(query, views) ?? otherOffice(query, views) ?? oppositeState(query, views) ?? antonym(query, views)
            ?? otherwise(query, views) ?? otherAgent(query, views)
    }

    /// "In 1976" where the question says "in 1966".
    private func otherTime(_ query: ArticleQuery, _ views: [SentenceView]) -> Verdict? {
        guard query.time != nil else { return nil }
        var timeless = query
        timeless.time = nil
        return engine.matches(timeless, in: views).first { $0.fact?.fact.time?.origin == .stated }.map { match in
            .no(match, match.fact?.fact.time.map(TimeWording.text) ?? "")
        }
    }

    /// "Defense minister" where the question says "foreign minister".
    private func otherOffice(_ query: ArticleQuery, _ views: [SentenceView]) -> Verdict? {
        guard let index = query.slots.firstIndex(where: { $0.place == .complement }),
            let head = query.slots[index].phrase.terms.first(where: { $0.kind == .head })
        else { return nil }
        var plain = query
        plain.slots[index].phrase.terms.removeAll { $0.kind == .modifier }
        guard plain.slots != query.slots else { return nil }
        return engine.matches(plain, in: views).first { match in
            match.fact?.fact.relation == "hold-office" && match.fact?.fact.polarity == .positive
                && match.fact?.arguments.contains { $0.argument.role == .attribute && engine.matcher.match(head, in: $0) >= 0.9 } == true
        }.map { .no($0, contrast(.attribute, $0)) }
    }

    /// "Still missing" where the question says "found": what would hold if it had not been done.
    private func oppositeState(_ query: ArticleQuery, _ views: [SentenceView]) -> Verdict? {
        guard let predicate = query.predicate, let states = Self.states[predicate.verb], query.tense != .future else { return nil }
        var state = query
        state.predicate = PredicateClass(verb: "be", particle: "", lemmas: ["be": 1, "remain": 1, "stay": 1], relation: nil)
        return engine.matches(state, in: views).first { match in
            match.fact?.fact.polarity == .positive
                && match.fact?.fact.arguments(.attribute).contains { states.contains($0.head.lowercased()) } == true
        }.map { match in
            let isOpen = match.view.words.contains { $0.text == "still" }
            return isOpen ? .notYet(match) : .no(match, contrast(.attribute, match))
        }
    }

    private static let states: [String: Set<String>] = [
        "find": ["missing", "lost"], "solve": ["unsolved"], "resolve": ["unresolved", "open"], "settle": ["unsettled", "open"],
        "finish": ["unfinished", "incomplete"], "complete": ["unfinished", "incomplete"], "pay": ["unpaid", "owed"],
        "open": ["closed", "shut"], "reopen": ["closed", "shut"], "close": ["open"], "free": ["captive", "imprisoned"],
        "release": ["captive", "imprisoned", "jailed"], "sell": ["unsold"], "identify": ["unidentified", "unknown"],
        "catch": ["free", "large"], "recover": ["ill", "sick", "missing"], "repair": ["broken", "damaged"],
    ]

    /// "Last wife" where the question says "first wife".
    private func otherwise(_ query: ArticleQuery, _ views: [SentenceView]) -> Verdict? {
        var plain = query
        for index in plain.slots.indices { plain.slots[index].phrase.terms.removeAll { engine.meanings.isDistinguishing($0.text) } }
        guard plain.slots != query.slots, plain.slots.allSatisfy({ !$0.phrase.isEmpty }) else { return nil }
        return engine.matches(plain, in: views).first { $0.score >= 0.7 && $0.fact?.fact.polarity == .positive }
            .map { .no($0, contrast(.attribute, $0)) }
    }

    /// The predicate's opposite: "prohibit" for "allow", "reject" for "accept".
    private func antonym(_ query: ArticleQuery, _ views: [SentenceView]) -> Verdict? {
        guard let predicate = query.predicate else { return nil }
        var opposites = engine.meanings.antonyms(of: predicate.verb)
        opposites += Self.opposites[predicate.verb] ?? []
        opposites += opposites.flatMap { engine.predicates.predicateClass($0, particle: "").lemmas.filter { $0.value >= 0.8 }.keys.sorted() }
        opposites.removeAll { predicate.certainty(of: $0, relation: nil) > 0 }
        guard !opposites.isEmpty else { return nil }
        var opposite = query
        opposite.predicate = PredicateClass(
            verb: predicate.verb, particle: "",
            lemmas: Dictionary(opposites.map { ($0, 0.9) }, uniquingKeysWith: max), relation: nil)
        return engine.matches(opposite, in: views).first { $0.fact?.fact.polarity == .positive }.map { .no($0, "") }
    }

    /// The same done by somebody else.
    private func otherAgent(_ query: ArticleQuery, _ views: [SentenceView]) -> Verdict? {
        guard let subject = query.slots.first(where: { $0.place == .subject || query.isPassive && $0.place == .preposition("by") }),
            query.slots.count > 1
        else { return nil }
        var open = query
        open.slots.removeAll { $0 == subject }
        let match = engine.matches(open, in: views).first { match in
            guard let agent = match.fact?.fact.first(.agent), match.fact?.fact.modality == .actual else { return false }
            return !FunctionWords.contains(agent.text.lowercased())
                && subject.phrase.terms.allSatisfy { term in
                    engine.matcher.match(term, in: ArgumentView(agent, forms: engine.forms)) == 0
                }
        }
        return match.map { .no($0, contrast(.agent, $0)) }
    }

    /// The argument that differs from the question's, by name; empty for a pronoun that nothing resolves.
    private func contrast(_ role: Role, _ match: Match) -> String {
        guard let argument = match.fact?.arguments.first(where: { $0.argument.role == role }) else { return "" }
        let text = engine.wording.name(argument)
        return FunctionWords.contains(text.lowercased()) ? "" : text
    }

    /// A sentence that speaks of all of it, denied or affirmed by its words.
    private func covered(_ query: ArticleQuery, _ views: [SentenceView]) -> Verdict? {
        let coverage = Coverage(matcher: engine.matcher, context: engine.context)
        let best = views.compactMap { view in coverage.cover(query, view).map { (view, $0) } }.max { $0.1.score < $1.1.score }
        guard let (view, result) = best, result.score >= 0.8,
            query.time == nil || view.facts.contains(where: { query.time!.fit($0.fact.time) ?? 0 >= 0.7 })
        else { return nil }
        let match = Match(view: view, fact: nil, bound: [], score: 0.8 * result.score, steps: result.steps)
        if let other = otherDoer(query, view) ?? otherParty(query, view) { return .no(match, other) }
        if let fact = telling(query, view) {
            let told = Match(view: view, fact: fact, bound: [], score: match.score, steps: match.steps)
            if fact.fact.polarity == .negative { return .no(told, "") }
            if fact.fact.modality == .actual { return .yes(told) }
        }
        let words = Set(view.words.map(\.text))
        if !words.isDisjoint(with: ["not", "no", "never", "nobody", "none", "without", "nothing"]) {
            return saysNotYet(match) ? .notYet(match) : .no(match, "")
        }
        if !words.isDisjoint(with: ["plan", "plans", "planned", "will", "would", "expected", "could", "may", "might"]),
            !query.isFuture
        {
            return .notYet(match)
        }
        return .yes(match)
    }

    /// "To France", by a fact of the sentence, where the question says "to Spain".
    private func otherParty(_ query: ArticleQuery, _ view: SentenceView) -> String? {
        guard let predicate = query.predicate,
            let asked = query.slots.first(where: { $0.preposition != nil && $0.phrase.terms.contains(where: \.isName) }),
            let preposition = asked.preposition
        else { return nil }
        let facts = view.facts.filter { predicate.certainty(of: $0.fact.predicate, relation: nil) >= 0.9 }
        let parties = facts.flatMap(\.arguments).filter { $0.argument.preposition == preposition && $0.words.contains(where: \.isCapitalised) }
        guard !parties.isEmpty, parties.allSatisfy({ party in asked.phrase.terms.allSatisfy { engine.matcher.match($0, in: party) == 0 } })
        else { return nil }
        return "\(preposition) \(engine.wording.name(parties[0]))"
    }

    /// The fact of the sentence whose doer is the question's subject and which says the rest too.
    private func telling(_ query: ArticleQuery, _ view: SentenceView) -> FactView? {
        guard let subject = query.slots.first(where: { $0.place == .subject }) else { return nil }
        let others = query.slots.filter { $0 != subject }.flatMap(\.phrase.terms)
        return view.facts.first { fact in
            fact.fact.rule == "verb"
                && fact.arguments.contains { argument in
                    argument.argument.role == .agent && subject.phrase.terms.allSatisfy { engine.matcher.match($0, in: argument) >= 0.9 }
                } && others.allSatisfy { term in fact.arguments.contains { engine.matcher.match(term, in: $0) >= 0.7 } }
        }
    }

    /// Who, by a fact of the sentence, did what the question asks of another.
    private func otherDoer(_ query: ArticleQuery, _ view: SentenceView) -> String? {
        guard let predicate = query.predicate, let subject = query.slots.first(where: { $0.place == .subject }) else { return nil }
        let facts = view.facts.filter { predicate.certainty(of: $0.fact.predicate, relation: nil) >= 0.9 }
        let agents = facts.flatMap(\.arguments).filter {
            $0.argument.role == .agent && $0.argument.entity != nil && !$0.refersBack
        }
        guard !agents.isEmpty, agents.allSatisfy({ agent in subject.phrase.terms.allSatisfy { engine.matcher.match($0, in: agent) == 0 } })
        else { return nil }
        return engine.wording.name(agents[0])
    }

    // MARK: Wording

    private func outcome(_ verdict: Verdict, _ query: ArticleQuery, _ matches: [Match]) -> Outcome {
        let (text, match): (String, Match) =
            switch verdict {
            case .yes(let match): (query.isNegated ? "No" : affirmative(match), match)
            case .no(let match, let contrary): (query.isNegated ? "Yes" : contrary.isEmpty ? "No" : "No: \(contrary)", match)
            case .notYet(let match): (notYet(match), match)
            }
        var found = Found(text, match: match, score: match.score)
        found.type = nil
        return Outcome(found: [found], isComplete: true, matches: matches)
    }

    /// "Not yet: planned", "Not yet: Brill Motors has not yet chosen a site".
    private func notYet(_ match: Match) -> String {
        guard let fact = match.fact else { return "Not yet" }
        if fact.fact.polarity == .negative { return "Not yet: \(EventWording(names: engine.names).text(fact))" }
        switch fact.fact.modality {
        case .planned: return "Not yet: planned"
        case .expected: return "Not yet: expected"
        case .actual, .generic, .possible, .conditional, .recommended: return "Not yet"
        }
    }

    private func affirmative(_ match: Match) -> String {
        switch match.fact?.fact.modality {
        case .planned?: "Yes, planned"
        case .expected?: "Yes, expected"
        case .possible?, .conditional?: "Yes, possibly"
        default: "Yes"
        }
    }

    private static let opposites: [String: [String]] = [
        "allow": ["prohibit", "forbid", "ban", "prevent", "bar"], "permit": ["prohibit", "forbid", "ban"],
        "accept": ["reject", "refuse", "decline"],
        "approve": ["reject", "block", "oppose"], "support": ["oppose", "reject"], "win": ["lose"], "lose": ["win"],
        "raise": ["cut", "lower", "leave"],
        "cut": ["raise", "increase"], "build": ["abandon", "cancel"], "find": ["lose"], "convict": ["acquit"], "acquit": ["convict"],
        "increase": ["reduce", "cut"], "reduce": ["increase", "raise"], "expand": ["reduce", "shrink"],
        "reinstate": ["remove", "abolish"], "remove": ["reinstate", "keep"], "survive": ["die"], "agree": ["refuse", "disagree"],
        "open": ["close"], "close": ["open"], "enter": ["leave"], "start": ["end", "stop"], "end": ["continue"],
        "continue": ["end", "stop", "suspend", "halt", "cease"], "suspend": ["continue", "resume"], "rise": ["fall", "drop", "decline"],
        "fall": ["rise", "climb", "increase"], "confirm": ["deny"], "admit": ["deny"], "deny": ["admit", "confirm"], "succeed": ["fail"], "fail": ["succeed"],
        "stay": ["leave"], "pass": ["reject", "defeat"], "reject": ["accept", "approve"], "join": ["leave", "quit"], "improve": ["worsen"],
        "worsen": ["improve"], "hire": ["dismiss", "fire"], "release": ["detain", "hold"],
    ]
}
