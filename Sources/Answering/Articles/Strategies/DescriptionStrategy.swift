import FactStore
import Facts

/// "Who was the foreign minister of Japan in 2005", "what is the capital", "who is the club's top scorer": of whom or what the
/// description holds.
struct DescriptionStrategy {
    let engine: Engine

    func answer(_ query: ArticleQuery) throws -> Outcome {
        guard let description = query.slots.first?.phrase else { return Outcome() }
        let views = try engine.source.candidates(for: query)
        let parts = try parts(of: description, views)
        if parts.count > 1 { return Outcome(found: parts, tolerance: 0.25) }
        var found: [Found] = []
        for view in views {
            for fact in view.facts { if let item = holder(fact, description, view, query) { found.append(item) } }
        }
        if found.isEmpty { found = views.flatMap { counterparts(description, $0) } }
        if found.isEmpty { found = try byVerb(description, query) }
        if found.isEmpty, query.predicate?.verb == "become" || query.isFuture { found = try byAppointment(description, query) }
        if found.isEmpty { found = views.compactMap { beside(description, $0, query) } }
        if found.isEmpty { found = views.flatMap { named(description, $0, query) } }
        return Outcome(found: latestFirst(found, query), tolerance: query.time == nil ? 0.25 : 0.08)
    }

    private static let relations: Set<String> = ["kind-of", "hold-office", "same-as", "lead", "command"]

    /// "What are the open questions": what an article lists as them.
    private func parts(of description: PhraseTerms, _ views: [SentenceView]) throws -> [Found] {
        let documents = Set(views.map(\.key.document)).sorted()
        let facts = try engine.store.facts(FactFilter(relations: ["part-of"], documents: documents, limit: 400))
        return try facts.compactMap { fact in
            guard Self.lists.contains(fact.rule), let whole = fact.first(.patient), let part = fact.first(.agent) else { return nil }
            let wholeView = ArgumentView(whole, forms: engine.forms)
            guard let head = description.head, engine.matcher.match(head, in: wholeView) >= 0.7,
                let view = try engine.source.view(.init(document: fact.evidence.document, index: fact.evidence.sentence)),
                description.terms.allSatisfy({ engine.matcher.match($0, in: wholeView) >= 0.7 || engine.matcher.match($0, in: view) >= 0.8 })
            else { return nil }
            let text = Wording.core(engine.wording.phrase(ArgumentView(part, forms: engine.forms)))
            return Found(text, argument: part, fact: fact, view: view, score: 0.9)
        }
    }

    private static let lists: Set<String> = ["list", "numbered-list", "members", "whole"]

    private func holder(_ fact: FactView, _ description: PhraseTerms, _ view: SentenceView, _ query: ArticleQuery) -> Found? {
        let own = fact.fact
        guard Self.relations.contains(own.relation ?? "") || own.predicate == "be",
            own.polarity == (query.isNegated ? .negative : .positive),
            let agent = fact.arguments.first(where: { $0.argument.role == .agent }),
            let attribute = fact.arguments.first(where: { $0.argument.role == .attribute })
        else { return nil }
        if let score = score(description, attribute, fact, agent, view), let time = timeScore(own, view, query),
            mayHold(agent, description), engine.picker.suits(agent, query.wanted.kind) > 0.4
        {
            let named = NameBeside.text(agent.argument, in: view) ?? engine.wording.name(agent)
            return Found(named, argument: agent.argument, fact: own, view: view, score: score * (0.9 + 0.1 * time))
        }
        guard own.relation != "hold-office", let score = score(description, agent, fact, attribute, view),
            let time = timeScore(own, view, query), mayHold(attribute, description),
            engine.picker.suits(attribute, query.wanted.kind) > 0.4
        else { return nil }
        return Found(
            engine.wording.phrase(attribute), argument: attribute.argument, fact: own, view: view,
            score: 0.95 * score * (0.9 + 0.1 * time))
    }

    /// "Lee's French counterpart": whom the article pairs with Lee in a fact of counterparts.
    private func counterparts(_ description: PhraseTerms, _ view: SentenceView) -> [Found] {
        guard let head = description.terms.first(where: { $0.kind == .head }), head.text == "counterpart",
            view.words.contains(where: { $0.forms.contains { head.forms[$0] == 1 } }),
            let owner = description.terms.first(where: { $0.isName && $0.entities.contains(where: { engine.names.entity($0)?.type == .person }) })
        else { return [] }
        return view.facts.flatMap { fact -> [Found] in
            guard fact.fact.rule != "title",
                fact.arguments.contains(where: { $0.argument.role == .agent && engine.matcher.match(owner, in: $0) >= 0.9 })
            else { return [] }
            return fact.arguments.filter { $0.argument.role != .agent && $0.argument.type == .person && $0.words.contains(where: \.isCapitalised) }
                .map {
                    Found(engine.wording.name($0), argument: $0.argument, fact: fact.fact, view: view, score: 0.85)
                }
        }
    }

    /// Only persons hold offices: neither "all of this" nor a country is a minister.
    private func mayHold(_ argument: ArgumentView, _ description: PhraseTerms) -> Bool {
        guard isOffice(description) else { return true }
        switch argument.argument.type {
        case .person?: return true
        case .thing?, nil:
            return engine.kinds.isPersonOrGroup(argument)
                || argument.words.allSatisfy {
                    $0.isCapitalised && !FunctionWords.contains($0.text)
                }
        default: return false
        }
    }

    private func isOffice(_ description: PhraseTerms) -> Bool {
        guard let head = description.terms.first(where: { $0.kind == .head }) else { return false }
        return engine.forms.forms(of: head.text).contains { engine.knowledge.isOffice(engine.forms.text(of: $0)) }
    }

    /// How well an argument is what the description says; its owner may stand elsewhere in the fact or sentence. The head must be there.
    private func score(
        _ description: PhraseTerms, _ holder: ArgumentView, _ fact: FactView, _ answer: ArgumentView,
        _ view: SentenceView
    ) -> Double? {
        guard let head = description.terms.first(where: { $0.kind == .head }) ?? description.head else { return nil }
        guard engine.matcher.match(head, in: holder) >= 0.7 || isElliptic(holder, description, head, view) else { return nil }
        let isPerson = !head.isName && engine.meanings.firstNounClass(of: head.text).contains(.person)
        let isOffice = isOffice(description)
        var total = 0.0
        var possible = 0.0
        for term in description.terms {
            var met = engine.matcher.match(term, in: holder)
            if term.kind == .modifier, met < 0.7, isOffice { return nil }
            for argument in fact.arguments
            where argument !== holder
                && argument !== answer
            { met = max(met, engine.matcher.match(term, in: argument)) }
            if term.isName, met < 0.5, hasOtherOwner(holder, fact, description) { return nil }
            if term.kind == .modifier, met < 0.7, isPerson { return nil }
            if met == 0 { met = 0.8 * engine.matcher.match(term, in: view) }
            if met == 0 { met = (term.isName ? 0.6 : 0.3) * engine.context.match(term, around: view, engine.matcher) }
            guard met > 0 || !term.isName else { return nil }
            if term.kind == .modifier || term.kind == .number, met < 0.7,
                fact.fact.relation == "hold-office"
                    || engine.meanings.isDistinguishing(term.text)
            {
                return nil
            }
            total += term.weight * met
            possible += term.weight
        }
        let score = total / possible
        return score >= 0.6 ? score : nil
    }

    /// "The heaviest was an atlas", among volumes spoken of before.
    private func isElliptic(_ holder: ArgumentView, _ description: PhraseTerms, _ head: QuestionTerm, _ view: SentenceView) -> Bool {
        let words = holder.words.filter { !FunctionWords.contains($0.text) }
        guard words.count == 1, description.terms.contains(where: { $0.kind == .modifier && engine.matcher.match($0, in: words) >= 0.9 }) else { return false }
        return engine.context.match(head, around: view, engine.matcher) > 0
    }

    /// "President of the Center" is not president of another body.
    private func hasOtherOwner(_ holder: ArgumentView, _ fact: FactView, _ description: PhraseTerms) -> Bool {
        if fact.fact.relation == "hold-office", fact.fact.first(.patient) != nil { return true }
        guard let range = holder.argument.text.firstRange(of: " of ") else { return false }
        let owner = engine.forms.words(of: String(holder.argument.text[range.upperBound...]))
        return !description.terms.contains { !$0.isName && engine.matcher.match($0, in: owner) >= 0.9 }
    }

    /// Nil where the fact's time, or without one its article's, lies elsewhere.
    private func timeScore(_ fact: Fact, _ view: SentenceView, _ query: ArticleQuery) -> Double? {
        guard let asked = query.time else { return 1 }
        if let fit = asked.fit(fact.time), fact.time?.origin != .publication { return fit > 0 ? fit : nil }
        guard let published = engine.source.document(view.key.document)?.published else { return 0.5 }
        let sameYear = asked.days.contains(published) || asked.start?.year == published.year
        return sameYear ? 0.8 : nil
    }

    /// "Founder" by who founded, "commander" by who commands.
    func byVerb(_ description: PhraseTerms, _ query: ArticleQuery) throws -> [Found] {
        guard let index = description.terms.firstIndex(where: { $0.kind == .head }),
            !isOffice(description) || description.terms[..<index].allSatisfy({ $0.kind != .modifier })
        else { return [] }
        let head = description.terms[index]
        let verbs = head.forms.keys.sorted().flatMap { engine.meanings.verbs(of: engine.forms.text(of: $0)) }
        guard let verb = verbs.first(where: { !LightVerbs.contains($0) && $0 != head.text }) else { return [] }
        var asked = query
        asked.form = .argument
        asked.predicate = engine.predicates.predicateClass(verb, particle: "")
        asked.wanted.place = .subject
        asked.wanted.kind = query.wanted.kind == .anything ? .person : query.wanted.kind
        let rest = PhraseTerms(text: description.text, terms: description.terms.filter { $0.kind != .head })
        asked.slots = (rest.isEmpty ? [] : [Slot(place: .object, phrase: rest)]) + query.slots.dropFirst()
        guard !asked.slots.isEmpty else { return [] }
        return try ArgumentStrategy(engine: engine).answer(asked).found
    }

    /// "Who will become justice minister": whom somebody names as it.
    private func byAppointment(_ description: PhraseTerms, _ query: ArticleQuery) throws -> [Found] {
        var asked = query
        asked.form = .argument
        asked.predicate = PredicateClass(
            verb: "appoint", particle: "",
            lemmas: ["appoint": 1, "name": 1, "elect": 0.9, "nominate": 0.9, "choose": 0.8, "install": 0.8],
            relation: nil)
        asked.wanted = WantedThing(place: .object, kind: .person)
        asked.slots = [Slot(place: .preposition("as"), phrase: description)] + query.slots.dropFirst()
        return try ArgumentStrategy(engine: engine).answer(asked).found
    }

    /// A name right beside the words of the description: "the referee, Ann Lee".
    private func beside(_ description: PhraseTerms, _ view: SentenceView, _ query: ArticleQuery) -> Found? {
        guard let head = description.terms.first(where: { $0.kind == .head }), isPublished(view, in: query.time) else { return nil }
        let isOffice = isOffice(description)
        let scalars = Array(view.sentence.text.unicodeScalars)
        for (index, word) in view.words.enumerated() where word.forms.contains(where: { head.forms[$0] == 1 }) {
            let near = view.words[max(0, index - 4)...min(view.words.count - 1, index + 4)]
            let others = description.terms.filter { $0 != head }
            guard others.allSatisfy({ term in isMet(term, near: Array(near), view, isOffice: isOffice) }) else { continue }
            for name in engine.source.names(in: view)
            where mayHold(name, description) && engine.picker.suits(name, query.wanted.kind) > 0.8
                && !others.contains(where: { engine.matcher.match($0, in: name) > 0.8 })
            {
                let start = name.argument.span.start - view.sentence.span.start
                guard start >= word.span.end, start - word.span.end <= 30 else { continue }
                let between = String(String.UnicodeScalarView(scalars[word.span.end..<start]))
                guard
                    ["", " ", ", "].contains(between)
                        || between.hasPrefix(" of ") && between.hasSuffix(", ")
                            && between.dropLast(2).allSatisfy({ $0 != "," })
                else { continue }
                return Found(engine.wording.name(name), argument: name.argument, view: view, score: 0.8)
            }
        }
        return nil
    }

    /// "The battle in April": "the battle of Larkin" in a fact of that time.
    private func named(_ description: PhraseTerms, _ view: SentenceView, _ query: ArticleQuery) -> [Found] {
        guard query.time != nil, let head = description.terms.first(where: { $0.kind == .head }) else { return [] }
        return view.facts.flatMap { fact -> [Found] in
            guard let time = timeScore(fact.fact, view, query), fact.fact.time?.origin == .stated else { return [] }
            return fact.arguments.filter { argument in
                argument.headForms.contains { head.forms[$0] == 1 } && argument.words.contains(where: \.isCapitalised)
                    && description.terms.allSatisfy { engine.matcher.match($0, in: argument) >= 0.7 || engine.matcher.match($0, in: view) >= 0.8 }
            }.map { Found(engine.wording.phrase($0), argument: $0.argument, fact: fact.fact, view: view, score: 0.8 * time) }
        }
    }

    private func isPublished(_ view: SentenceView, in time: AskedTime?) -> Bool {
        guard let time else { return true }
        guard let published = engine.source.document(view.key.document)?.published else { return false }
        return time.days.contains(published) || time.start?.year == published.year
    }

    /// Whose office it is, its own sentence must say.
    private func isMet(_ term: QuestionTerm, near words: [FormedWord], _ view: SentenceView, isOffice: Bool) -> Bool {
        if term.isName, engine.matcher.match(term, in: view) > 0 { return true }
        if term.isName { return !isOffice && engine.context.match(term, around: view, engine.matcher) > 0 }
        return engine.matcher.match(term, in: words) > 0
    }

    private func latestFirst(_ found: [Found], _ query: ArticleQuery) -> [Found] {
        found.stableSorted { abs($0.score - $1.score) > 0.02 ? $0.score > $1.score : day($0) > day($1) }
    }

    private func day(_ found: Found) -> Day { engine.source.document(found.view.key.document)?.published ?? AskedTime.earliest }
}
