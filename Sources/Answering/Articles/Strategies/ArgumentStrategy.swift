import Facts

/// "Who fired what": the argument of a fact in the wanted role; where no fact meets the question, the argument of the right
/// kind in a sentence that speaks of everything in it.
struct ArgumentStrategy {
    let engine: Engine

    func answer(_ query: ArticleQuery) throws -> Outcome {
        let views = try engine.source.candidates(for: query)
        let owners = OwnerOfDescribed(engine: engine).find(query, in: views)
        if !owners.isEmpty { return Outcome(found: owners) }
        let matches = engine.matches(query, in: views)
        var found = matches.prefix(40).flatMap { match in
            engine.picker.pick(query, match).flatMap { examples(of: $0, match, query) ?? [$0] }.filter { isNew($0, query) }
        }
        if found.isEmpty || found.allSatisfy({ $0.score < 0.68 }) { found += fallback(query, views) }
        if found.isEmpty, let count = try members(query) { return count }
        return Outcome(found: found, matches: matches)
    }

    /// "How many members does the club have": as many as the articles name.
    private func members(_ query: ArticleQuery) throws -> Outcome? {
        guard case .quantity(let phrase) = query.wanted.kind, ["have", "be", "exist"].contains(query.predicate?.verb ?? ""),
            let head = phrase.terms.first(where: { $0.kind == .head }),
            let group = query.slots.first(where: { $0.phrase.terms.contains(where: \.isName) })
        else { return nil }
        var list = query
        list.wanted.kind = .kind(PhraseTerms(text: phrase.text, terms: [head] + group.phrase.terms.filter(\.isName)), isPlural: true)
        let count = try ListStrategy(engine: engine).countMembers(list)
        return count.found.isEmpty ? nil : count
    }

    /// Arguments of any fact, names and counted things in sentences that cover the query, nearest to the predicate first.
    func fallback(_ query: ArticleQuery, _ views: [SentenceView]) -> [Found] {
        guard !isOpen(query.wanted.kind) || query.wanted.place == .object else { return [] }
        let coverage = Coverage(matcher: engine.matcher, context: engine.context)
        var found: [Found] = []
        for view in views {
            guard let result = coverage.cover(query, view), !saysTheReverse(query, view),
                !leavesOutTheDoer(query, view)
            else { continue }
            if isOpen(query.wanted.kind) {
                guard result.score >= 0.8, let words = WordsAfterVerb(matcher: engine.matcher).find(query, in: view) else { continue }
                found.append(Found(words, view: view, score: 0.75 * result.score))
            } else if case .quantity(let phrase) = query.wanted.kind {
                found += counted(
                    phrase, view, result,
                    query)
            } else {
                found += named(view, result, query)
            }
        }
        return found.filter { isNew($0, query) }
    }

    /// "The towns in the valley, including A and B" answers which towns by A and B.
    private func examples(of found: Found, _ match: Match, _ query: ArticleQuery) -> [Found]? {
        guard case .kind(let phrase, isPlural: true) = query.wanted.kind, let head = phrase.head, let span = found.span else { return nil }
        let examples = match.view.facts.filter {
            $0.fact.rule == "example" && $0.fact.arguments.contains { $0.role == .attribute && $0.span.overlaps(span) }
        }
        .compactMap { fact in fact.arguments.first { $0.argument.role == .agent }.map { (fact, $0) } }
        guard !examples.isEmpty, engine.forms.words(of: found.text).contains(where: { $0.forms.contains { head.forms[$0] == 1 } }) else { return nil }
        return examples.map { Found(engine.wording.phrase($0.1), argument: $0.1.argument, fact: $0.0.fact, view: match.view, score: found.score) }
    }

    /// Whether an answer says something that the question doesn't, and tells what is asked.
    func isNew(_ found: Found, _ query: ArticleQuery) -> Bool { !repeatsQuestion(found, query) && tells(found, query) }

    /// "Nine generals" does not tell which generals.
    private func tells(_ found: Found, _ query: ArticleQuery) -> Bool {
        if query.wanted.mustBeNamed, !found.text.hasCapital { return false }
        guard case .kind(let phrase, _) = query.wanted.kind, let head = phrase.head, !head.isName else { return true }
        let words = engine.forms.words(of: found.text)
        guard words.count > 1, words[0].isNumeral || engine.meanings.isNumeral(words[0].text) else { return true }
        return !words[words.count - 1].forms.contains { head.forms[$0] == 1 }
    }

    /// Whether a fact of the sentence has the predicate with the question's object as its doer: "who dismissed the firm" is not answered by
    /// whom the firm dismissed.
    private func saysTheReverse(_ query: ArticleQuery, _ view: SentenceView) -> Bool {
        guard let predicate = query.predicate else { return false }
        return view.facts.contains { fact in
            predicate.certainty(of: fact.fact.predicate, relation: nil) >= 0.9
                && query.slots.contains { slot in
                    engine.unifier.isReversed(slot, fact, engine.unifier.nearest(slot, fact))
                }
        }
    }

    /// Whether the sentence tells in the passive, without naming the doer, what the question asks who did.
    private func leavesOutTheDoer(_ query: ArticleQuery, _ view: SentenceView) -> Bool {
        guard let predicate = query.predicate, query.wanted.place == .subject, query.wanted.kind == .person,
            !view.words.contains(where: { $0.text == "by" })
        else { return false }
        return view.facts.contains { fact in
            predicate.certainty(of: fact.fact.predicate, relation: nil) >= 0.95
                && !fact.arguments.contains { $0.argument.role == .agent }
                && query.slots.contains { $0.place == .object && engine.unifier.nearest($0, fact)?.argument.role == .patient }
        }
    }

    private func named(_ view: SentenceView, _ result: Coverage.Result, _ query: ArticleQuery) -> [Found] {
        var candidates: [(argument: ArgumentView, fact: FactView?, score: Double)] = []
        func consider(_ argument: ArgumentView, _ fact: FactView?) {
            guard !isSpokenOf(argument, query), !FunctionWords.contains(argument.folded.text) else { return }
            var suits = engine.picker.suits(argument, query.wanted.kind, guessing: false)
            if let fact, query.predicate?.certainty(of: fact.fact.predicate, relation: nil) ?? 0 >= 0.75,
                query.wanted.roles.fit(argument.argument.role) >= 0.9
            {
                suits = 2 * engine.picker.suits(argument, query.wanted.kind)
            }
            if suits >= 0.6 { candidates.append((argument, fact, suits * nearness(argument.argument.span, result.place))) }
        }
        for fact in view.facts {
            if let time = query.time, let fit = time.fit(fact.fact.time), fit == 0 { continue }
            for argument in fact.arguments { consider(argument, fact) }
        }
        for mention in engine.source.names(in: view) { consider(mention, nil) }
        guard let best = candidates.map(\.score).max() else { return [] }
        let isPlural = query.wanted.isPlural
        return candidates.filter { $0.score >= (isPlural ? 0.5 : 0.999) * best }.map { candidate in
            Found(
                engine.wording.text(of: candidate.argument, for: query.wanted.kind), argument: candidate.argument.argument,
                fact: candidate.fact?.fact, view: view, score: 0.8 * result.score * (isPlural ? 0.9 : 0.7 + 0.3 * min(1, candidate.score)))
        }
    }

    /// A number that stands before the noun asked for: "80 tons of fuel" for "how much fuel".
    private func counted(_ phrase: PhraseTerms, _ view: SentenceView, _ result: Coverage.Result, _ query: ArticleQuery) -> [Found] {
        guard let text = CountedThing(matcher: engine.matcher).find(phrase, in: view) else { return [] }
        return [Found(text, fact: nil, view: view, score: 0.78 * result.score)]
    }

    /// Where anything would do, a sentence alone does not tell which of its phrases is meant.
    private func isOpen(_ kind: WantedThing.Kind) -> Bool { kind == .anything || kind == .action }

    private func nearness(_ span: Span, _ place: Int) -> Double {
        let distance = span.start > place ? span.start - place : max(0, place - span.end)
        return 1 / (1 + Double(distance) / 60)
    }

    private func isSpokenOf(_ argument: ArgumentView, _ query: ArticleQuery) -> Bool {
        query.slots.contains { slot in
            if slot.phrase.terms.contains(where: { $0.isName && engine.matcher.match($0, in: argument) >= 0.9 }) { return true }
            guard let head = slot.phrase.head else { return false }
            return engine.matcher.match(head, in: argument) >= 0.8 && argument.headForms.contains { head.forms[$0] != nil }
        }
    }

    /// "Carlos Belo" is no other than the Bishop Belo who is asked about.
    private func isNamesake(_ found: Found, _ query: ArticleQuery) -> Bool {
        guard found.type == .person, let last = FoldedName(found.text).text.split(separator: " ").last else { return false }
        return query.slots.contains { slot in
            slot.phrase.terms.contains { $0.kind == .unknownName && FoldedName($0.text).text.split(separator: " ").last == last }
        }
    }

    /// An answer must say something that the question doesn't.
    private func repeatsQuestion(_ found: Found, _ query: ArticleQuery) -> Bool {
        if let entity = found.entity, query.slots.contains(where: { $0.phrase.entities.contains(entity) }) { return true }
        if isNamesake(found, query) { return true }
        let words = engine.forms.words(of: found.text).filter { !FunctionWords.contains($0.text) }
        let asked = Set(engine.forms.words(of: query.line).flatMap(\.forms))
        return !words.isEmpty && words.allSatisfy { word in word.forms.contains(where: asked.contains) }
    }
}
