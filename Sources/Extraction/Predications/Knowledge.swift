import Facts
import Lexicon

/// The knowledge of words that the rules of extraction share.
struct Knowledge: Sendable {
    let verbs: VerbLexicon
    let words: WordNet
    let gazetteer: Gazetteer

    /// The kind of thing a common noun speaks of in its first sense; nil where that tells nothing.
    func type(ofNoun lemma: String, isName: Bool = false) -> EntityType? {
        if isName { return nil }
        let sense = words.firstNounClass(of: lemma)
        if !sense.contains(.person), verbs.nominal(lemma) != nil { return .event }
        if sense.contains(.person) { return .person }
        if sense.contains(.group) { return .organisation }
        if sense.contains(.time) { return .time }
        if sense.contains(.place) { return .place }
        if sense.contains(.event) { return .event }
        if sense.contains(.artifact) {
            if words.isKind(lemma, of: "weapon") { return .weapon }
            if words.isKind(lemma, of: "vehicle") { return .vehicle }
            return .thing
        }
        return nil
    }

    /// Whether the noun names something that happens or is done.
    func isEvent(_ lemma: String) -> Bool {
        verbs.nominal(lemma) != nil || words.firstNounClass(of: lemma).contains(.event)
    }
}
