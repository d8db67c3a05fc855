import Facts
import Lexicon

/// The knowledge that finding and identifying entities draws on.
struct EntityKnowledge: Sendable {
    let gazetteer: Gazetteer
    let words: WordNet
    let verbs: VerbLexicon

    /// "gang", "foreign": a word that names use but that is no name by itself.
    func isCommonWord(_ lower: String) -> Bool {
        !words.parts(of: lower).isDisjoint(with: [.noun, .adjective])
    }

    func isCommonNoun(_ lower: String) -> Bool { words.parts(of: lower).contains(.noun) }

    /// What a description with this head noun speaks of.
    func type(ofNoun lemma: String) -> EntityType {
        if let office = gazetteer.office(lemma), office.kind != .address { return .person }
        if let type = gazetteer.type(ofNameEndingIn: lemma), !Self.vagueNameWords.contains(lemma) { return type }
        let kind = words.firstNounClass(of: lemma)
        if kind.contains(.person) { return .person }
        if kind.contains(.group) { return .organisation }
        if kind.contains(.place) || kind.contains(.object) { return .place }
        if kind.contains(.artifact) {
            if words.isKind(lemma, of: "weapon") { return .weapon }
            if words.isKind(lemma, of: "vehicle") { return .vehicle }
            if words.isKind(lemma, of: "structure") { return .place }
            return .thing
        }
        if kind.contains(.event) { return .event }
        if words.isKind(lemma, of: "document") || words.isKind(lemma, of: "publication") { return .work }
        return .thing
    }

    /// Words that tell the type of a name ("Black Point") but not of a description ("the point").
    private static let vagueNameWords: Set<String> = [
        "point", "sound", "cape", "mine", "plant", "range", "reach", "course", "final", "finals", "open", "spring", "tour", "watch", "band",
        "capital", "energy", "oil", "steel", "electric", "systems", "works", "exchange", "reserve", "register", "fund", "trust", "press",
        "stinger", "patriot", "plan", "program", "programme", "scheme", "code", "channel", "quarter", "border", "day", "operation", "circuit", "wood", "woods",
        "front", "division", "service", "services", "movement", "team", "rally", "falls", "heights", "port", "ground", "region",
        "depression", "probe", "carrier", "rover", "mission", "communications", "insurance", "software", "entertainment", "law", "budget",
        "review", "strategy", "initiative", "trial", "race", "plain", "plains", "times", "command", "journal", "intelligence service",
    ]
}
