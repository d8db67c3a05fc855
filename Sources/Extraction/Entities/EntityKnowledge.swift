import Facts
import Lexicon

/// The knowledge that finding and identifying entities draws on.
struct EntityKnowledge: Sendable {
    let gazetteer: Gazetteer
    let words: WordNet
    let verbs: VerbLexicon

    /// "gang", "foreign": a word that names use but that is no name by itself.
    func isCommonWord(_ lower: String) -> Bool {
        !words.parts(of: lower).isDisjoint(with: [.noun, .adjective]) || isCommonNoun(lower)
    }

    /// "gang", "gangs".
    func isCommonNoun(_ lower: String) -> Bool { !words.lemmas(of: lower, .noun).isEmpty }

    /// What a description with this head noun speaks of.
    func type(ofNoun lemma: String) -> EntityType {
        if let type = Self.types[lemma] { return type }
        if let office = gazetteer.office(lemma), office.kind != .address, !Self.rarelyPersons.contains(lemma) { return .person }
        if let type = gazetteer.type(ofNameEndingIn: lemma), !Self.vagueNameWords.contains(lemma) { return type }
        let kind = words.firstNounClass(of: lemma)
        if kind.contains(.person) { return .person }
        if kind.contains(.group) { return .organisation }
        if kind.contains(.place) || kind.contains(.object) { return .place }
        if kind.contains(.artifact) {
            if words.isKind(lemma, of: "weapon") { return .weapon }
            if words.isKind(lemma, of: "vehicle") { return .vehicle }
            if Self.placeKinds.contains(where: { words.isKind(lemma, of: $0) }) { return .place }
            return .thing
        }
        if kind.contains(.event) { return .event }
        if words.isKind(lemma, of: "document") || words.isKind(lemma, of: "publication") { return .work }
        return .thing
    }

    private static let rarelyPersons = WordSet(
        """
        count, justice, prop, private, model, forward, hooker, major, general, chair, father in law, spinner
        """)
    private static let placeKinds = ["building", "way", "area", "room", "establishment", "housing", "facility"]
    /// Where the dictionary's commonest sense isn't the one that news means.
    private static let types: [String: EntityType] = [
        "country": .country, "nation": .country, "kingdom": .country, "meeting": .event, "series": .thing, "class": .thing, "line": .thing,
        "table": .thing, "law": .work, "news": .thing, "business": .organisation, "membership": .thing, "partnership": .thing,
        "opposition": .organisation,
        "authority": .thing, "content": .thing, "place": .thing, "end": .thing, "time-frame": .thing, "position": .thing,
        "front": .thing, "reach": .thing,
        "scene": .place, "side": .thing, "forefront": .thing, "world": .place, "structure": .thing, "seat": .thing,
        "ally": .country, "resolve": .thing,
        "return": .thing, "reference": .thing, "fighter": .person, "call": .event, "summit": .event, "operation": .event,
        "talk": .event, "talks": .event,
        "meetings": .event, "excavator": .vehicle, "loader": .vehicle, "missile": .weapon, "munition": .weapon,
        "artillery": .weapon, "cache": .thing,
        "mortar": .weapon, "rocket": .weapon, "facility": .place, "location": .place, "family": .organisation, "state": .thing,
        "government": .organisation,
        "share": .thing, "market": .place, "board": .organisation, "score": .thing, "match": .event, "game": .event,
        "season": .event, "goal": .thing, "crash": .event,
        "capital": .place, "package": .thing, "mutation": .thing, "strain": .thing, "variant": .thing, "colony": .place,
        "ground": .thing, "retailer": .organisation, "lender": .organisation,
        "maker": .organisation, "embassy": .organisation, "carmaker": .organisation, "automaker": .organisation,
        "chipmaker": .organisation, "insurer": .organisation,
        "manufacturer": .organisation, "supplier": .organisation, "publisher": .organisation, "operator": .organisation,
        "airline": .organisation, "carrier": .organisation,
        "economy": .thing, "data": .thing, "tier": .thing, "regime": .organisation, "military": .organisation, "mission": .thing,
        "formation": .thing,
        "figure": .thing, "sum": .thing, "majority": .thing, "minority": .thing, "rest": .thing, "set": .thing, "range": .thing,
        "variety": .thing, "generation": .thing,
        "population": .organisation, "public": .organisation, "community": .organisation, "couple": .person, "pair": .thing,
        "crowd": .organisation, "collection": .thing,
    ]

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
