import Facts
import Lexicon
import Questions

/// The names and words of a world as the grammar wants to know them.
public struct WorldWords: Vocabulary {
    private let names: Set<FoldedName>
    private let longest: Int
    private let spellings: [String]
    private let uses: [String: WordUse]
    private let sortedWords: [String]

    init(_ vocabulary: WorldVocabulary) {
        let entries = vocabulary.world.nameSpellings
        spellings = entries
        let compounds = vocabulary.compounds.flatMap { [$0, $0 + "s"] }
        names = Set((entries + compounds).map { FoldedName($0) })
        longest = (entries + compounds).map { $0.split(whereSeparator: { $0 == " " || $0 == "-" }).count }.max() ?? 0
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
        let run = words.prefix(longest + 2).prefix {
            $0.unicodeScalars.contains { $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "'" || $0 == "&" }
        }
        var count = run.count
        while count > 0 {
            let name = FoldedName(words.prefix(count).joined(separator: " ").replacing(" 's", with: "'s"))
            if !name.isEmpty, names.contains(name), words.first != "the" || count > 1 { return count }
            count -= 1
        }
        return 0
    }

    public func uses(ofWord lemma: String) -> WordUse { uses[lemma] ?? [] }

    public func names(startingWith prefix: String, limit: Int) -> [String] {
        let folded = prefix.lowercased()
        return Array(spellings.lazy.filter { $0.lowercased().hasPrefix(folded) }.prefix(limit))
    }

    public func words(startingWith prefix: String, limit: Int) -> [(word: String, use: WordUse)] {
        sortedWords.lazy.filter { $0.hasPrefix(prefix.lowercased()) }.prefix(limit).map { ($0, uses[$0] ?? []) }
    }

    /// All names as they are written, and all words of the tables.
    var spelled: [String] { spellings }
    var known: [String] { sortedWords }

    /// Questions that can be asked of this world.
    let suggestions: [String]
}
