import FactStore
import Facts

/// "What happened in 1998", "what did Sable do in 2017", "what happened before the ship sank": clauses of facts, in the order of time.
struct EventStrategy {
    let engine: Engine

    func answer(_ query: ArticleQuery) throws -> Outcome {
        if let circumstance = query.slots.first(where: { $0.place == .circumstance }), query.time == nil {
            let told = try conditional(circumstance, query)
            if !told.found.isEmpty { return told }
            if let order = query.order, query.slots.count == 1 || order != .after { return try beside(circumstance, order, query) }
        }
        if let undergoer = query.slots.first(where: { $0.preposition == "to" }), query.time == nil { return try happened(to: undergoer, query) }
        var found = try told(query)
        if found.isEmpty { found = try toldOnThatDayOfOtherYears(query) }
        found.sort { ($0.time?.start.day ?? AskedTime.latest, $0.view.key) < ($1.time?.start.day ?? AskedTime.latest, $1.view.key) }
        return Outcome(found: Array(found.prefix(12)), isComplete: true)
    }

    private func told(_ query: ArticleQuery) throws -> [Found] {
        var found: [Found] = []
        for (fact, view) in try candidates(query) {
            guard isEvent(fact, query), let score = score(fact, view, query) else { continue }
            found.append(Found(EventWording(names: engine.names).text(fact), fact: fact.fact, view: view, score: score))
        }
        return outermost(found)
    }

    /// "What happened on 25 June": where the nearest 25 June has nothing, those of the century before it.
    private func toldOnThatDayOfOtherYears(_ query: ArticleQuery) throws -> [Found] {
        guard let day = query.time?.dayOfAnyYear else { return [] }
        return try (1...100).flatMap { back -> [Found] in
            let date = day.civil
            guard let other = Day(year: date.year - back, month: date.month, day: date.day) else { return [] }
            var asked = query
            asked.time?.start = other
            asked.time?.end = other.advanced(by: 1)
            return try told(asked)
        }
    }

    /// "What happened to the fort after the war": what was done to it, else what it did.
    private func happened(to undergoer: Slot, _ query: ArticleQuery) throws -> Outcome {
        var found: [Found] = []
        for view in try engine.source.candidates(for: query) {
            for fact in view.facts where isEvent(fact, query) && fact.fact.rule == "verb" && fact.fact.relation != "part-of" {
                let roles = fact.arguments.filter { argument in
                    undergoer.phrase.terms.allSatisfy { engine.matcher.match($0, in: argument) >= 0.85 }
                }.map(\.argument.role)
                guard !roles.isEmpty else { continue }
                let isDone = roles.contains(.patient) || roles.contains(.recipient)
                guard isDone || roles.contains(.agent) else { continue }
                let others = query.slots.filter { $0 != undergoer }.map { engine.unifier.meet($0, fact, view, isStrict: false).score }
                let met = others.reduce(0, +) / Double(max(1, others.count))
                found.append(
                    Found(
                        EventWording(names: engine.names).text(fact), fact: fact.fact, view: view,
                        score: (isDone ? 0.9 : 0.75) + 0.3 * met))
            }
        }
        return Outcome(found: found, tolerance: 0.05)
    }

    private func candidates(_ query: ArticleQuery) throws -> [(FactView, SentenceView)] {
        if let time = query.time {
            var facts = try engine.store.facts(FactFilter(time: time.days, timeOrigins: [.stated], limit: 400))
            if time.isRelative { facts += try namesakes(time) }
            let ids = Set(facts.map(\.id))
            var keys: [SentenceView.Key] = []
            for fact in facts {
                let key = SentenceView.Key(document: fact.evidence.document, index: fact.evidence.sentence)
                if keys.last != key { keys.append(key) }
            }
            return try keys.compactMap { try engine.source.view($0) }.flatMap { view in
                view.facts.filter { ids.contains($0.fact.id) }.map { ($0, view) }
            }
        }
        return try engine.source.candidates(for: query).flatMap { view in view.facts.map { ($0, view) } }
    }

    /// Facts whose articles give their time in the question's own words ("on Saturday night"), from whatever day they count.
    private func namesakes(_ time: AskedTime) throws -> [Fact] {
        try engine.store.search(time.bareWords, limit: 40).flatMap { sentence in
            try engine.source.view(SentenceView.Key(document: sentence.document, index: sentence.index))?.facts.map(\.fact) ?? []
        }.filter { $0.time?.origin == .stated && $0.time!.text.lowercased().contains(time.bareWords) }
    }

    private func isEvent(_ fact: FactView, _ query: ArticleQuery) -> Bool {
        let own = fact.fact
        guard own.polarity == .positive,
            !["kind-of", "hold-office", "same-as", "have", "located-in"].contains(own.relation ?? "")
        else { return false }
        switch own.modality {
        case .actual: return !query.isFuture && !["may", "might", "should", "must"].contains(query.modal)
        case .planned, .expected: return query.isFuture
        case .possible, .conditional: return ["may", "might", "could", "can"].contains(query.modal)
        case .recommended: return ["should", "must"].contains(query.modal)
        case .generic: return false
        }
    }

    private func score(_ fact: FactView, _ view: SentenceView, _ query: ArticleQuery) -> Double? {
        var total = 1.0
        var possible = 1.0
        if let source = query.source, engine.unifier.sourceScore(source, fact, view) == nil { return nil }
        if let time = query.time {
            guard let own = fact.fact.time, own.origin == .stated,
                time.isRelative
                    || own.start.day != nil
                        && (own.end.day != nil || time.isOpen),
                let fit = time.fit(own),
                fit >= (time.isOpen ? 0.5 : 0.7), fit >= 0.85 || time.isOpen || own.length <= time.length,
                // "This year" says of no day what happened on it.
                fit == 1 || time.isOpen || own.length <= max(7, 4 * time.length),
                fit == 1 || fact.fact.rule != "dated-name" || own.start.day.map(time.days.contains) ?? false
            else { return nil }
            total += fit
            possible += 1
        }
        for slot in query.slots {
            if slot.place == .subject, slot.phrase.terms.contains(where: \.isName), !isDone(by: slot.phrase, fact) { return nil }
            let met = engine.unifier.meet(slot, fact, view, isStrict: true)
            guard met.isAcceptable, met.score >= 0.5 else { return nil }
            total += met.score
            possible += 1
        }
        return total / possible
    }

    /// "What did Lee do": Lee, or a pronoun for him, is the doer.
    private func isDone(by phrase: PhraseTerms, _ fact: FactView) -> Bool {
        fact.arguments.contains { argument in
            argument.argument.role == .agent && phrase.terms.allSatisfy { engine.matcher.match($0, in: argument) >= 0.75 }
        }
    }

    /// Of facts of one sentence of which one's words hold the other's, the whole one.
    private func outermost(_ found: [Found]) -> [Found] {
        found.enumerated().filter { index, item in
            guard let span = item.fact?.evidence.span else { return true }
            return !found.enumerated().contains { other, outer in
                guard other != index, outer.view === item.view, let wide = outer.fact?.evidence.span,
                    wide.contains(span)
                else { return false }
                return wide != span || other < index
            }
        }.map(\.element)
    }

    /// "What will happen if all goes well": the fact of which the clause is a condition or circumstance.
    private func conditional(_ circumstance: Slot, _ query: ArticleQuery) throws -> Outcome {
        var found: [Found] = []
        for view in try engine.source.candidates(for: query) {
            for fact in view.facts {
                for argument in fact.arguments where conditions(query).contains(argument.argument.preposition ?? "") {
                    let met = engine.matcher.share(of: circumstance.phrase, in: argument)
                    guard met >= 0.7 else { continue }
                    found.append(
                        Found(
                            EventWording(names: engine.names).text(fact, without: argument), fact: fact.fact, view: view,
                            score: met))
                }
            }
        }
        return Outcome(found: outermost(found))
    }

    private func conditions(_ query: ArticleQuery) -> Set<String> {
        switch query.order {
        case .before?: ["before", "until", "till"]
        case .after?: ["after", "following", "since", "once"]
        case .together?: ["when", "while", "as", "during"]
        case nil: ["if", "unless", "once", "as soon as", "provided", "in case", "when"]
        }
    }

    // MARK: Before and after another event

    /// The events beside one that a clause names: the sentence before or after the one that tells of it.
    private func beside(_ circumstance: Slot, _ order: ArticleQuery.Order, _ query: ArticleQuery) throws -> Outcome {
        var probe = query
        probe.slots = [circumstance]
        probe.predicate = nil
        let views = try engine.source.candidates(for: probe)
        let coverage = Coverage(matcher: engine.matcher, context: engine.context)
        let covered = views.compactMap { view in coverage.cover(probe, view).map { (view, $0.score) } }
        guard let best = covered.max(by: { $0.1 < $1.1 }) else { return Outcome() }
        if order == .after, let next = nextClause(in: best.0, after: circumstance) { return Outcome(found: [next]) }
        return Outcome(found: neighbours(best.0, order))
    }

    /// "The old council closed it, but the new one opened it": what the same sentence tells next.
    private func nextClause(in view: SentenceView, after circumstance: Slot) -> Found? {
        func met(_ fact: FactView) -> Double {
            circumstance.phrase.terms.reduce(0) { sum, term in
                sum + term.weight * (fact.arguments.map { engine.matcher.match(term, in: $0) }.max() ?? 0)
            }
        }
        let told = view.facts.filter { $0.fact.rule == "verb" && $0.fact.modality == .actual && $0.fact.polarity == .positive }
        guard let asked = told.max(by: { met($0) < met($1) }), met(asked) > 0 else { return nil }
        let end = asked.fact.evidence.span.end
        let next = told.filter { $0.fact.evidence.span.start >= end && $0.fact.first(.agent) != nil }
            .min { $0.fact.evidence.span.start < $1.fact.evidence.span.start }
        guard let next, next.fact.evidence.span.start - end <= 8 else { return nil }
        return Found(EventWording(names: engine.names).text(next), fact: next.fact, view: view, score: 0.8)
    }

    /// The story goes on from sentence to sentence; the past perfect goes back behind the sentence before.
    private func neighbours(_ view: SentenceView, _ order: ArticleQuery.Order) -> [Found] {
        for step in [1, -1] {
            guard
                let near = try? engine.source.view(
                    SentenceView.Key(
                        document: view.key.document,
                        index: view.key.index + step))
            else { continue }
            let isEarlier = PastPerfect.opens(near.sentence.text) || step < 0
            guard (order == .before) == isEarlier else { continue }
            return [Found(Wording.trimmed(near.sentence.text), fact: near.facts.first?.fact, view: near, score: 0.7)]
        }
        return []
    }
}
