import FactStore
import Facts
import Lexicon

/// Finds facts of a store that contradict each other, across articles or inside one.
///
/// Facts that speak of what happened or holds are read as claims by the rules of `ClaimRule`; claims of one topic that exclude each other and
/// hold at the same time are a conflict. Documents are read one by one, and of their facts only the claims are kept.
public struct ConflictFinder {
    private let store: FactStore
    private let documents: [String: StoredDocument]

    public init(store: FactStore) throws(StoreError) {
        self.store = store
        documents = Dictionary(
            try store.documents().map { document in
                var document = document
                document.text = ""
                return (document.id, document)
            }, uniquingKeysWith: { first, _ in first })
    }

    /// The conflicts, by rule and topic.
    ///
    /// - Parameter entities: only conflicts of which a side speaks of one of these, where given.
    public func conflicts(about entities: [EntityID]? = nil) throws -> [Conflict] {
        let documents = self.documents
        let names = EntityNames(store: store)
        let reading = ClaimReading(
            offices: try SingleOffices(), gazetteer: try Gazetteer(), published: { documents[$0]?.published },
            name: names.name)
        var claims: [String: (rule: Int, claims: [Claim])] = [:]
        for document in documents.keys.sorted() {
            for fact in try store.facts(FactFilter(documents: [document], modalities: [.actual, .generic])) {
                for (number, rule) in ClaimRule.all.enumerated() {
                    for claim in rule.claims(fact, reading) { claims[claim.topic, default: (number, [])].claims.append(claim) }
                }
            }
        }
        var found: [Conflict] = []
        for (_, entry) in claims.sorted(by: { ($0.value.rule, $0.value.claims[0].title, $0.key) < ($1.value.rule, $1.value.claims[0].title, $1.key) })
        {
            if let conflict = try conflict(entry.claims, rule: ClaimRule.all[entry.rule].name) { found.append(conflict) }
        }
        guard let wanted = entities.map(Set.init) else { return found }
        return found.filter { conflict in
            conflict.sides.contains { side in side.facts.contains { fact in fact.arguments.contains { $0.entity.map(wanted.contains) ?? false } } }
        }
    }

    /// Nil where all agree.
    private func conflict(_ claims: [Claim], rule: String) throws(StoreError) -> Conflict? {
        guard claims.count > 1 else { return nil }
        try store.cancellation.check()
        let disputed = claims.filter { claim in claims.contains { claim.contradicts($0) } }
        var sides: [[Claim]] = []
        for claim in disputed {
            if let side = sides.firstIndex(where: { !$0[0].value.excludes(claim.value) }) { sides[side].append(claim) } else { sides.append([claim]) }
        }
        guard sides.count > 1 else { return nil }
        var told: [Conflict.Side] = []
        for side in sides { told.append(try self.side(side)) }
        return Conflict(rule: rule, topic: disputed[0].title, sides: told)
    }

    private func side(_ claims: [Claim]) throws(StoreError) -> Conflict.Side {
        let facts = try store.facts(ids: claims.map(\.fact))
        var evidence: [Citation] = []
        for fact in facts {
            guard let citation = try citation(fact) else { continue }
            if !evidence.contains(where: { $0.document == citation.document && $0.span == citation.span }) { evidence.append(citation) }
        }
        return Conflict.Side(text: claims[0].value.text, facts: facts, evidence: evidence)
    }

    private func citation(_ fact: Fact) throws(StoreError) -> Citation? {
        let place = fact.evidence
        guard let document = documents[place.document] else { return nil }
        let sentence = try store.sentence(place.document, place.sentence)
        return Citation(
            document: place.document, title: document.title, publisher: document.publisher, author: document.author, url: document.url,
            published: document.published, span: sentence?.span ?? place.span, emphasis: place.span, quote: place.quote)
    }
}
