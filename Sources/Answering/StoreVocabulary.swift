import FactStore
import Facts
import Lexicon
import Questions

/// The names of a store of articles as the grammar asks for them.
struct StoreVocabulary: Vocabulary {
    let store: FactStore
    let wordNet: WordNet
    private static let longest = 7

    /// Names of several words, and single words that English doesn't have.
    func longestName(_ words: ArraySlice<String>) -> Int {
        let words = Array(words.prefix(Self.longest))
        guard let first = words.first, (try? store.hasName(beginningWith: first)) ?? true else { return 0 }
        for count in stride(from: words.count, to: 0, by: -1) {
            let text = words.prefix(count).joined(separator: " ")
            if count == 1, !wordNet.parts(of: text).isEmpty { return 0 }
            let name = FoldedName(text)
            guard !name.isEmpty, let entities = try? store.entities(named: name),
                  entities.contains(where: { isProper($0, name) }) else { continue }
            return count
        }
        return 0
    }

    /// A description ("the commission") is no name.
    private func isProper(_ entity: Entity, _ name: FoldedName) -> Bool {
        entity.names.contains { $0.isProper && FoldedName($0.text) == name }
    }

    func uses(ofWord lemma: String) -> WordUse { [] }

    func names(startingWith prefix: String, limit: Int) -> [String] {
        ((try? store.names(startingWith: FoldedName(prefix), limit: limit)) ?? []).map(\.text)
    }

    /// Forms of the verbs by which facts are told.
    func words(startingWith prefix: String, limit: Int) -> [(word: String, use: WordUse)] {
        guard !prefix.isEmpty else { return [] }
        let verbs = ((try? store.relations()) ?? []).filter { verb in verb.first == prefix.first && verb.allSatisfy(\.isLetter) }
        let forms = verbs.flatMap { verb in [verb] + VerbForms.inflected(verb) }.filter { $0.hasPrefix(prefix) }
        return forms.prefix(limit).map { ($0, .verb) }
    }
}

extension EntityName {
    /// Whether it begins like a name, its article apart, rather than like a description ("head of the Pacific Command").
    public var isProper: Bool {
        let first = text.split(separator: " ").first { !["the", "The"].contains($0) }
        return first?.unicodeScalars.contains { $0.properties.isUppercase || $0.properties.numericType != nil } ?? false
    }
}
