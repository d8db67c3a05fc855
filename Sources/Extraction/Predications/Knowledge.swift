import Facts
import Lexicon

/// The knowledge of words that the rules of extraction share.
struct Knowledge: Sendable {
    let entities: EntityKnowledge
    var verbs: VerbLexicon { entities.verbs }
    var words: WordNet { entities.words }
    var gazetteer: Gazetteer { entities.gazetteer }

    /// The kind of thing a common noun speaks of; nil where the noun alone doesn't tell.
    func type(ofNoun lemma: String, isName: Bool = false) -> EntityType? {
        if isName { return nil }
        let sense = words.firstNounClass(of: lemma)
        if entities.nouns.listed(lemma) == nil, !sense.contains(.person), verbs.nominal(lemma) != nil { return .event }
        if sense.contains(.time) { return .time }
        let type = entities.type(ofNoun: lemma)
        return type == .thing ? nil : type
    }

    /// Whether the noun names something that happens or is done.
    func isEvent(_ lemma: String) -> Bool {
        verbs.nominal(lemma) != nil || words.firstNounClass(of: lemma).contains(.event)
    }
}
