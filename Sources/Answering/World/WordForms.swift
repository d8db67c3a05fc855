import Facts
import Lexicon

/// The forms by which words of tables and of questions meet: lower case, hyphens and underscores as spaces, every word as itself and as
/// the lemmas it can have. "goals_scored", "Goals scored" and "goal score" are one.
struct WordForms {
    private let wordNet: WordNet?

    init(wordNet: WordNet?) { self.wordNet = wordNet }

    /// Words in lower case without signs.
    static func words(_ text: some StringProtocol) -> [String] {
        text.lowercased().split { $0 == " " || $0 == "-" || $0 == "_" || $0 == "/" }.map(String.init)
    }

    /// A word itself first, then its lemmas as verb and noun.
    func lemmas(_ word: String) -> [String] {
        var result = [word]
        for part in [WordNet.Part.verb, .noun] {
            for lemma in wordNet?.lemmas(of: word, part) ?? Self.plainLemmas(word) where !result.contains(lemma) { result.append(lemma) }
        }
        return result
    }

    /// For words that no dictionary has.
    private static func plainLemmas(_ word: String) -> [String] {
        word.hasSuffix("ies") ? [word.dropLast(3) + "y"] : word.hasSuffix("s") && !word.hasSuffix("ss") ? [String(word.dropLast())] : []
    }

    /// All keys under which a phrase is found, its own words first; at most 48, which no phrase of a table reaches.
    func keys(_ text: some StringProtocol) -> [String] {
        var keys = [""]
        for word in Self.words(text) {
            keys = Array(keys.flatMap { key in lemmas(word).map { key.isEmpty ? $0 : key + " " + $0 } }.prefix(48))
        }
        return keys
    }
}
