import FactStore
import Facts
import Lexicon

/// Whether something is of a kind that a question names: by its type, by its own words, by the dictionary, or because an article says so.
final class KindKnowledge {
    private let store: FactStore
    private let matcher: TermMatcher
    private var descriptions: [EntityID: [Argument]] = [:]
    private var hasReadAll = false

    init(store: FactStore, matcher: TermMatcher) {
        self.store = store
        self.matcher = matcher
    }

    /// 0…1: whether the argument is a "country", a "US service", a "crime".
    ///
    /// - Parameter guessing: whether a name that nothing tells the kind of may be of it.
    func score(_ argument: ArgumentView, _ phrase: PhraseTerms, guessing: Bool = true) -> Double {
        guard let head = phrase.head else { return 1 }
        var best = score(head, phrase, argument.words) { matcher.match($0, in: argument) }
        if best < 0.9, let type = argument.argument.type, isTyped(type, head) {
            best = max(best, 0.95 * modifiers(phrase, head) { matcher.match($0, in: argument) })
        }
        if best < 0.7, let entity = argument.argument.entity {
            for description in described(entity) {
                let words = matcher.meanings.forms.words(of: description)
                best = max(best, 0.9 * score(head, phrase, words) { max(matcher.match($0, in: words), matcher.match($0, in: argument)) })
            }
        }
        if guessing, best < 0.7, isOfGeneralKind(argument, head) { best = 0.8 * modifiers(phrase, head) { matcher.match($0, in: argument) } }
        guard guessing, best <= 0.2, let guess = mayBe(argument, head) else { return best }
        return guess * modifiers(phrase, head) { matcher.match($0, in: argument) }
    }

    /// "Things", "goods", "matters" may be anything that is nobody, "places" whatever stands somewhere.
    private func isOfGeneralKind(_ argument: ArgumentView, _ head: QuestionTerm) -> Bool {
        func asks(for nouns: [String]) -> Bool { nouns.contains { head.forms[matcher.meanings.forms.number(of: $0)] == 1 } }
        if [.person, .time, .quantity, .money].contains(argument.argument.type) || argument.words.count > 6 { return false }
        if asks(for: Self.generalNouns) { return true }
        guard asks(for: ["place", "site", "facility", "location"]) else { return false }
        if [.place, .organisation, .country].contains(argument.argument.type) { return true }
        let kinds = argument.headForms.map { matcher.meanings.firstNounClass(of: matcher.meanings.forms.text(of: $0)) }
        return kinds.contains { !$0.isDisjoint(with: [.place, .artifact, .group]) }
    }

    private static let generalNouns = ["thing", "item", "goods", "good", "matter", "product", "object", "material", "commodity"]

    private func score(_ head: QuestionTerm, _ phrase: PhraseTerms, _ words: [FormedWord], met: (QuestionTerm) -> Double) -> Double {
        let kind = met(head)
        guard kind > 0.3 else { return 0 }
        return (kind == WordMeanings.Certainty.kind ? 0.85 : kind) * modifiers(phrase, head, met: met)
    }

    /// 0.75…1 by how many of the modifiers are met; 0 where one that tells things apart is not ("former").
    private func modifiers(_ phrase: PhraseTerms, _ head: QuestionTerm, met: (QuestionTerm) -> Double) -> Double {
        let modifiers = phrase.terms.filter { $0 != head }
        guard !modifiers.isEmpty else { return 1 }
        if modifiers.contains(where: { ["former", "deputy", "vice", "acting", "future"].contains($0.text) && met($0) < 0.5 }) { return 0 }
        return 0.75 + 0.25 * modifiers.reduce(0) { $0 + met($1) } / Double(modifiers.count)
    }

    /// How surely a name whose kind no article tells is of the kind asked for: a body may be a "party", a place a "town". Nil for what has no
    /// name of its own or is of another sort.
    private func mayBe(_ argument: ArgumentView, _ noun: QuestionTerm) -> Double? {
        guard let first = argument.words.first(where: { !$0.isFunctionWord }), first.isCapitalised,
            argument.words.last?.isCapitalised == true
        else { return nil }
        let kind = matcher.meanings.firstNounClass(of: noun.text)
        let isDescribed = argument.argument.entity.map { !described($0).isEmpty } ?? false
        switch argument.argument.type {
        case .organisation?: return kind.contains(.group) ? (isDescribed ? 0.4 : 0.7) : nil
        case .place?: return kind.contains(.place) ? (isDescribed ? 0.4 : 0.7) : nil
        case .thing?, nil: return kind.isDisjoint(with: [.person, .group, .place, .artifact]) ? nil : 0.5
        default: return nil
        }
    }

    /// Whether the noun asks for things of the type: "country", "party".
    func isTyped(_ type: EntityType, _ noun: QuestionTerm) -> Bool {
        Self.types[type]?.contains { noun.forms[matcher.meanings.forms.number(of: $0)] == 1 } == true
    }

    func isPersonOrGroup(_ argument: ArgumentView) -> Bool {
        argument.headForms.contains {
            !matcher.meanings.firstNounClass(of: matcher.meanings.forms.text(of: $0)).isDisjoint(with: [.person, .group])
        }
    }

    /// What articles call the entity: "a Swiss group" of Helmont.
    func described(_ entity: EntityID) -> [String] { descriptions(of: entity).map(\.text) }

    /// The nouns at the heads of what articles call the entity: "group" of "a Swiss group of bakers".
    func kindNouns(_ entity: EntityID) -> [String] { descriptions(of: entity).map { $0.head.lowercased() } }

    private func descriptions(of entity: EntityID) -> [Argument] {
        if let known = descriptions[entity] { return known }
        if hasReadAll { return [] }
        let filter = FactFilter(relations: Self.describing, participants: [.init(roles: [.agent], entities: [entity])], limit: Self.mostFacts)
        let found = ((try? store.facts(filter)) ?? []).flatMap { $0.arguments(.attribute) }
        descriptions[entity] = found
        return found
    }

    /// Reads what articles call any entity at once: for a walk over all of them, which would else take a query for each.
    func readAll() {
        guard !hasReadAll, let facts = try? store.facts(FactFilter(relations: Self.describing)) else { return }
        var found: [EntityID: [Fact]] = [:]
        for fact in facts {
            for entity in fact.arguments(.agent).compactMap(\.entity) {
                let known = found[entity] ?? []
                if known.count < Self.mostFacts, known.last?.id != fact.id { found[entity, default: []].append(fact) }
            }
        }
        descriptions = found.mapValues { $0.flatMap { $0.arguments(.attribute) } }
        hasReadAll = true
    }

    private static let describing = ["kind-of", "hold-office", "same-as"]
    /// Of one entity.
    private static let mostFacts = 20

    /// Nouns that ask for a type.
    private static let types: [EntityType: [String]] = [
        .person: ["person", "man", "woman", "people", "official", "leader", "politician"],
        .organisation: ["organization", "company", "firm", "group", "agency", "institution", "body", "source"],
        .country: ["country", "nation", "state", "government", "place"],
        .place: ["place", "city", "town", "village", "island", "location", "capital", "region"],
        .event: ["event", "war", "battle", "exercise", "meeting"],
        .work: ["book", "film", "work", "novel", "treaty", "law", "act", "newspaper", "study"],
        .weapon: ["weapon"], .vehicle: ["vehicle", "ship", "aircraft", "plane"],
        .nationality: ["nationality", "people"],
    ]
}
