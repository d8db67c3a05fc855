import FactStore
import Facts

/// "Who is Ann Lee", "what is NATO": everything that an article says the named one is.
struct IdentityStrategy {
    let engine: Engine

    func answer(_ query: ArticleQuery) throws -> Outcome {
        guard let phrase = query.slots.first?.phrase else { return Outcome() }
        let entities = Set(phrase.terms.flatMap(\.entities))
        if isAcronym(phrase.text) {
            let expansion = try ExpansionStrategy(engine: engine).answer(query)
            if !expansion.found.isEmpty { return expansion }
        }
        var found: [Found] = []
        if !entities.isEmpty {
            let facts = try engine.store.facts(FactFilter(relations: Self.relations, participants: [.init(entities: entities.sorted())],
                                                          limit: 60))
            for fact in facts { found += descriptions(fact, entities, query) }
        }
        if found.isEmpty { found = try byWords(phrase, query) }
        found.removeAll { says($0.text, nothingBeyond: phrase) }
        if found.isEmpty { found = try memberships(entities) }
        if found.isEmpty { found = try inPlace(query, entities) }
        return Outcome(found: withoutRepeats(found), isComplete: true)
    }

    /// "Ann Lee" does not tell who Ann Lee is.
    private func says(_ text: String, nothingBeyond phrase: PhraseTerms) -> Bool {
        let asked = Set(engine.forms.words(of: phrase.text).flatMap(\.forms) + phrase.terms.flatMap(\.names).flatMap { engine.forms.words(of: $0) }
            .flatMap(\.forms))
        return engine.forms.words(of: text).allSatisfy { FunctionWords.contains($0.text) || $0.forms.contains(where: asked.contains) }
    }

    /// "A member of the council", where nothing else is said of the person.
    private func memberships(_ entities: Set<EntityID>) throws -> [Found] {
        guard !entities.isEmpty else { return [] }
        let facts = try engine.store.facts(FactFilter(relations: ["member-of"], participants: [.init(roles: [.agent], entities: entities.sorted())],
                                                      limit: 10))
        return facts.compactMap { fact in
            guard let group = fact.first(.patient), let view = engine.source.view(of: fact) else { return nil }
            return Found("member of \(Wording.withoutRelative(Wording.trimmed(group.text)))", fact: fact, view: view, score: 0.9)
        }
    }

    private func isAcronym(_ text: String) -> Bool {
        let word = text.split(separator: " ").last.map(String.init) ?? text
        return (2...7).contains(word.count) && word.allSatisfy(\.isUppercase)
    }

    private static let relations = ["kind-of", "hold-office", "same-as", "lead", "command"]

    private func descriptions(_ fact: Fact, _ entities: Set<EntityID>, _ query: ArticleQuery) -> [Found] {
        guard let view = engine.source.view(of: fact), let agent = fact.first(.agent), let attribute = fact.first(.attribute) else { return [] }
        guard fact.polarity == .positive, query.time?.fit(fact.time ?? published(view)) != 0 else { return [] }
        if let entity = agent.entity, entities.contains(entity) {
            return [Found(Self.office(fact, attribute), argument: nil, fact: fact, view: view, score: fact.relation == "kind-of" ? 0.9 : 1)]
        }
        if fact.relation == "same-as", let entity = attribute.entity, entities.contains(entity) {
            return [Found(Wording.trimmed(agent.text), argument: nil, fact: fact, view: view, score: 0.8)]
        }
        return []
    }

    /// "Foreign Minister of Japan": the office with whose it is.
    static func office(_ fact: Fact, _ attribute: Argument) -> String {
        let text = Wording.withoutRelative(Wording.trimmed(attribute.text))
        guard fact.relation == "hold-office", let owner = fact.first(.patient), !owner.text.isEmpty,
              !text.contains(owner.text) else { return text }
        let name = Wording.trimmed(owner.text)
        return text.hasSuffix(" of") ? "\(text) \(name)" : "\(text) of \(name)"
    }

    private func byWords(_ phrase: PhraseTerms, _ query: ArticleQuery) throws -> [Found] {
        let views = try engine.source.candidates(for: query)
        var found: [Found] = []
        for view in views {
            for fact in view.facts where Self.relations.contains(fact.fact.relation ?? "") || fact.fact.predicate == "be" {
                guard let agent = fact.arguments.first(where: { $0.argument.role == .agent }),
                      let attribute = fact.fact.first(.attribute) else { continue }
                let met = engine.matcher.share(of: phrase, in: agent)
                guard met >= 0.8, isItself(agent, phrase) else { continue }
                found.append(Found(Self.office(fact.fact, attribute), argument: nil, fact: fact.fact, view: view, score: met))
            }
        }
        return found
    }

    /// "Ann Lee of Harbour Works" is not Harbour Works: a person's surname or two thirds of what is described must be of the phrase.
    private func isItself(_ argument: ArgumentView, _ phrase: PhraseTerms) -> Bool {
        let asked = Set(engine.forms.words(of: phrase.text).flatMap(\.forms))
        let words = argument.words.filter { !FunctionWords.contains($0.text) }
        if argument.argument.type == .person, !argument.argument.text.contains(" of "), let surname = words.last,
           surname.forms.contains(where: asked.contains) { return true }
        return Double(words.filter { $0.forms.contains(where: asked.contains) }.count) > 0.65 * Double(words.count)
    }

    /// What happens at or with it, where nothing says what it is.
    private func inPlace(_ query: ArticleQuery, _ entities: Set<EntityID>) throws -> [Found] {
        guard !entities.isEmpty else { return [] }
        let facts = try engine.store.facts(FactFilter(participants: [.init(entities: entities.sorted())], limit: 20))
            .filter { $0.relation != "member-of" && $0.arguments.count > 1 }
        return facts.prefix(1).compactMap { fact in engine.source.view(of: fact).map { Found(Wording.trimmed(fact.text), fact: fact, view: $0,
            score: 0.6) } }
    }

    private func published(_ view: SentenceView) -> ValidTime? {
        engine.source.document(view.key.document)?.published.map {
            ValidTime(start: .day($0), end: .day($0.advanced(by: 1)), precision: .day, text: "", origin: .publication)
        }
    }

    /// A description whose words another has too adds nothing.
    private func withoutRepeats(_ found: [Found]) -> [Found] {
        let words = found.map { Set(engine.forms.words(of: $0.text).filter { !FunctionWords.contains($0.text) }.map(\.text)) }
        return found.indices.filter { index in
            !found.indices.contains { other in
                other != index && words[index].isSubset(of: words[other]) && (words[other].count > words[index].count || other < index)
            }
        }.map { found[$0] }.stableSorted { $0.score > $1.score }
    }
}
