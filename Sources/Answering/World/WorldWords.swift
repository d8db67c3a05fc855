import FactStore
import Facts
import Lexicon
import Questions

/// The names and words of a world as the grammar wants to know them. Names of a large world are looked up in the store.
public struct WorldWords: Vocabulary {
    private let store: FactStore
    private let names: Set<FoldedName>?
    /// Types and attributes of several words.
    private let compounds: Set<FoldedName>
    private let longestCompound: Int
    private let longestName: Int
    private let uses: [String: WordUse]
    private let sortedWords: [String]

    init(_ vocabulary: WorldVocabulary, store: FactStore, longestName: Int) {
        self.store = store
        names = vocabulary.world.allNames
        self.longestName = longestName
        let compounds = vocabulary.compounds.flatMap { [$0, $0 + "s"] }
        self.compounds = Set(compounds.map { FoldedName($0) })
        longestCompound = compounds.map(FactStore.wordCount(ofName:)).max() ?? 0
        var uses: [String: WordUse] = [:]
        func add(_ key: String, _ use: WordUse) { if !key.contains(" ") { uses[key, default: []].formUnion(use) } }
        for key in vocabulary.types.keys { add(key, .type) }
        for key in vocabulary.attributes.keys where vocabulary.lexicon.meanings(key, .verb).isEmpty { add(key, .attribute) }
        for (key, frames) in vocabulary.frames where frames.contains(where: { $0.cost == 0 }) { add(key, .verb) }
        for (word, part) in vocabulary.lexicon.words {
            switch part {
            case .noun, .place: add(word, .attribute)
            case .type: add(word, .type)
            case .adjective: add(word, .adjective)
            case .preposition: add(word, .preposition)
            case .verb: add(String(word.prefix { $0 != " " }), .verb)
            }
        }
        self.uses = uses
        sortedWords = uses.keys.sorted()
        let types = vocabulary.world.types.prefix(2)
        suggestions = types.isEmpty ? ["list …"] : types.map { "list every \($0.name)" }
    }

    public func longestName(_ words: ArraySlice<String>) -> Int {
        let longest = beginsName(words) ? max(longestName, longestCompound) : longestCompound
        let run = words.prefix(longest > 0 ? longest + 2 : 0).prefix {
            $0.unicodeScalars.contains { $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "'" || $0 == "&" }
        }
        var count = run.count
        while count > 0 {
            let name = FoldedName(words.prefix(count).joined(separator: " ").replacing(" 's", with: "'s"))
            if !name.isEmpty, compounds.contains(name) || isName(name), words.first != "the" || count > 1 { return count }
            count -= 1
        }
        return 0
    }

    /// Whether a name may begin with the first of the words, which spares looking for those of several.
    private func beginsName(_ words: ArraySlice<String>) -> Bool {
        guard names == nil, let first = words.first else { return names != nil }
        return (try? store.hasName(beginningWith: first)) ?? true
    }

    private func isName(_ name: FoldedName) -> Bool {
        names?.contains(name) ?? (try? store.worldThings(named: name))?.contains(where: \.isNamed) ?? false
    }

    public func uses(ofWord lemma: String) -> WordUse { uses[lemma] ?? [] }

    public func names(startingWith prefix: String, limit: Int) -> [String] {
        ((try? store.names(startingWith: FoldedName(prefix), limit: limit)) ?? []).map(\.text)
    }

    public func words(startingWith prefix: String, limit: Int) -> [(word: String, use: WordUse)] {
        sortedWords.lazy.filter { $0.hasPrefix(prefix.lowercased()) }.prefix(limit).map { ($0, uses[$0] ?? []) }
    }

    /// All words of the tables.
    var known: [String] { sortedWords }

    /// Questions that can be asked of this world.
    let suggestions: [String]
}
