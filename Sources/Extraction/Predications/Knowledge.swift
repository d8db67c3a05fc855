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

    /// The verb whose event a noun names: "passage" of pass, "treatment" of treat.
    func eventVerb(ofNoun lemma: String) -> VerbLexicon.Nominal? { verbs.nominal(lemma) ?? derivedVerb(lemma) }

    private func derivedVerb(_ lemma: String) -> VerbLexicon.Nominal? {
        guard lemma.hasSuffix("tion") || lemma.hasSuffix("ment") || lemma.hasSuffix("sion"),
            !words.nounClass(of: lemma).contains(.group), words.firstNounClass(of: lemma).contains(.event),
            let verb = words.derived(from: lemma, .noun).first(where: { $0.part == .verb && $0.lemma.prefix(4) == lemma.prefix(4) })
        else { return nil }
        return VerbLexicon.Nominal(verb: verb.lemma, ofRole: .patient)
    }

    /// Whether the noun names something that happens or is done.
    func isEvent(_ lemma: String) -> Bool {
        verbs.nominal(lemma) != nil || words.firstNounClass(of: lemma).contains(.event)
    }
}
