import FactStore
import Facts
import Questions

/// A store's names and lexicon as the grammar asks for them.
struct StoreVocabulary: Vocabulary {
    let store: FactStore
    private let uses: [String: WordUse]

    init(store: FactStore) {
        self.store = store
        var uses: [String: WordUse] = [:]
        for row in (try? store.lexicon()) ?? [] {
            let use: WordUse? = switch row.part {
            case "type", "noun": .type
            case "verb": .verb
            case "attribute": .attribute
            case "adjective": .adjective
            case "preposition": .preposition
            default: nil
            }
            if let use { uses[row.word, default: []].insert(use) }
        }
        self.uses = uses
    }

    func longestName(_ words: ArraySlice<String>) -> Int { 0 }
    func uses(ofWord lemma: String) -> WordUse { uses[lemma] ?? [] }

    func names(startingWith prefix: String, limit: Int) -> [String] {
        ((try? store.names(startingWith: FoldedName(prefix), limit: limit)) ?? []).map(\.text)
    }

    func words(startingWith prefix: String, limit: Int) -> [(word: String, use: WordUse)] {
        uses.filter { $0.key.hasPrefix(prefix) }.sorted { $0.key < $1.key }.prefix(limit).map { ($0.key, $0.value) }
    }
}
