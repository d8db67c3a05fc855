import Facts
import Lexicon

/// The knowledge that finding and identifying entities draws on.
struct EntityKnowledge: Sendable {
    let gazetteer: Gazetteer
    let words: WordNet
    let verbs: VerbLexicon
    let nouns: NounTypes

    /// With the tables that ship with the program.
    /// - Throws: an error that says which of them is missing or damaged.
    static func load() throws -> EntityKnowledge {
        let words = try WordNet.shared()
        return EntityKnowledge(
            gazetteer: try Gazetteer(), words: words, verbs: try VerbLexicon.load(), nouns: try NounTypes(words: words))
    }

    /// "gang", "foreign": a word that names use but that is no name by itself.
    func isCommonWord(_ lower: String) -> Bool {
        !words.parts(of: lower).isDisjoint(with: [.noun, .adjective]) || isCommonNoun(lower)
    }

    /// "gang", "gangs".
    func isCommonNoun(_ lower: String) -> Bool { !words.lemmas(of: lower, .noun).isEmpty }

    /// What a description with this head noun speaks of.
    func type(ofNoun lemma: String) -> EntityType {
        if let type = nouns.listed(lemma) { return type }
        if let office = gazetteer.office(lemma), office.kind != .address, !Self.rarelyPersons.contains(lemma) { return .person }
        if let type = gazetteer.type(ofNameEndingIn: lemma), !Self.vagueNameWords.contains(lemma) { return type }
        return nouns.fromDictionary(lemma)
    }

    private static let rarelyPersons = WordSet(
        """
        count, justice, prop, private, model, forward, hooker, major, general, chair, father in law, spinner
        """)
    /// Words that tell the type of a name ("Black Point") but not of a description ("the point").
    private static let vagueNameWords = WordSet(
        """
        point, sound, cape, mine, plant, range, reach, course, final, finals, open, spring, tour, watch, band, capital, energy, oil,
        steel, electric, systems, works, exchange, reserve, register, fund, trust, press, stinger, patriot, plan, program, programme,
        scheme, code, channel, quarter, border, day, operation, circuit, wood, woods, front, division, service, services, movement,
        team, rally, falls, heights, port, ground, region, depression, probe, carrier, rover, mission, communications, insurance,
        software, entertainment, law, budget, review, strategy, initiative, trial, race, plain, plains, times, command, journal,
        intelligence service
        """)
}
