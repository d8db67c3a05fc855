import FactStore
import Facts

/// "What does MRT stand for": the long form that an article gives, never one that is only known elsewhere.
struct ExpansionStrategy {
    let engine: Engine

    func answer(_ query: ArticleQuery) throws -> Outcome {
        guard let phrase = query.slots.first?.phrase else { return Outcome() }
        let short = phrase.text.split(separator: " ").last.map(String.init) ?? phrase.text
        let folded = Set(phrase.terms.flatMap(\.names) + [FoldedName(short).text])
        let entities = phrase.terms.flatMap(\.entities).sorted()
        var facts: [Fact] = []
        if !entities.isEmpty { facts = try engine.store.facts(FactFilter(relations: ["same-as"], participants: [.init(entities: entities)],
            limit: 30)) }
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
            let lead = range.lowerBound == sentence.text.startIndex ? try textBefore(sentence) : String(sentence.text[..<range.lowerBound])
            let before = lead.split(separator: " ").suffix(short.count + 4)
            guard let long = Self.long(before.map(String.init), initials: Array(short.lowercased())),
                  let view = try engine.source.view(.init(document: sentence.document, index: sentence.index)) else { continue }
            return [Found(Wording.trimmed(long), view: view, score: 0.9)]
        }
        return []
    }

    /// Where an abbreviation's point was taken for the end of a sentence.
    private func textBefore(_ sentence: StoredSentence) throws -> String {
        try engine.source.view(.init(document: sentence.document, index: sentence.index - 1))?.sentence.text ?? ""
    }

    /// The words before the bracket whose initials are the short form; else those from the first capital that begins it.
    private static func long(_ words: [String], initials: [Character]) -> String? {
        func initial(_ word: String) -> Character? { word.first.map { Character($0.lowercased()) } }
        for count in 2...max(2, words.count) {
            let run = words.suffix(count)
            guard let first = run.first, first.first?.isUppercase == true else { continue }
            let capitals = run.filter { $0.first?.isUppercase == true }.compactMap(initial)
            if capitals == initials || run.compactMap(initial) == initials { return run.joined(separator: " ") }
        }
        for count in stride(from: min(words.count, initials.count + 3), through: 1, by: -1) {
            let run = words.suffix(count)
            guard let first = run.first, first.first?.isUppercase == true, initial(first) == initials.first else { continue }
            return run.joined(separator: " ")
        }
        return nil
    }

    private func view(of fact: Fact) -> SentenceView? {
        try? engine.source.view(SentenceView.Key(document: fact.evidence.document, index: fact.evidence.sentence))
    }
}
