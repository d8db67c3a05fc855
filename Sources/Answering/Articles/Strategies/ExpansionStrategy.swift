import FactStore
import Facts

/// "What does MRT stand for": the long form that an article gives, never one that is only known elsewhere.
struct ExpansionStrategy {
    let engine: Engine

    func answer(_ query: ArticleQuery) throws -> Outcome {
        guard let phrase = query.slots.first?.phrase else { return Outcome() }
        let short = phrase.text
        let folded = Set(phrase.terms.flatMap(\.names) + [FoldedName(short).text])
        let entities = phrase.terms.flatMap(\.entities).sorted()
        var facts: [Fact] = []
        if !entities.isEmpty { facts = try engine.store.facts(FactFilter(relations: ["same-as"], participants: [.init(entities: entities)], limit: 30)) }
        let found = facts.compactMap { fact -> Found? in
            guard let agent = fact.first(.agent), let long = fact.first(.attribute), folded.contains(FoldedName(agent.text).text),
                  FoldedName(long.text) != FoldedName(agent.text), let view = view(of: fact) else { return nil }
            return Found(Wording.trimmed(long.text), argument: nil, fact: fact, view: view, score: 1)
        }
        return Outcome(found: found.isEmpty ? try written(short) : found)
    }

    /// "Long Form (LF)" in a sentence.
    private func written(_ short: String) throws -> [Found] {
        for sentence in try engine.store.search(short, limit: 20) {
            guard let range = sentence.text.firstRange(of: "(\(short))") else { continue }
            let before = sentence.text[..<range.lowerBound].split(separator: " ").suffix(short.count + 3)
            let initials = Array(short.lowercased())
            for count in stride(from: before.count, through: 2, by: -1) {
                let words = before.suffix(count)
                let capitals = words.filter { $0.first?.isUppercase == true }.compactMap { $0.first.map { Character($0.lowercased()) } }
                guard words.first?.first?.isUppercase == true, capitals == initials || capitals.first == initials.first && count <= short.count + 1,
                      let view = try engine.source.view(.init(document: sentence.document, index: sentence.index)) else { continue }
                return [Found(words.joined(separator: " "), view: view, score: 0.9)]
            }
        }
        return []
    }

    private func view(of fact: Fact) -> SentenceView? {
        try? engine.source.view(SentenceView.Key(document: fact.evidence.document, index: fact.evidence.sentence))
    }
}
