import Lexicon
import Questions

/// The predicates that state what a verb of a question asks for, each with how surely it does.
struct PredicateClass: Hashable {
    /// As asked, with its particle.
    var verb: String
    var particle: String
    var lemmas: [String: Double]
    var relation: String?

    /// How surely a fact's predicate says what the verb asks; 0 for not at all.
    func certainty(of predicate: String, relation factRelation: String?) -> Double {
        if let found = lemmas[predicate] { return found }
        if let space = predicate.utf8.firstIndex(of: UInt8(ascii: " ")), let found = lemmas[String(predicate[..<space])] { return found * 0.9 }
        return certainty(ofRelation: factRelation)
    }

    func certainty(ofRelation factRelation: String?) -> Double { relation != nil && relation == factRelation ? 0.75 : 0 }
}

extension PredicateClass {
    private static let parts = "part-of"

    /// What a thing is made of, whatever verb tells it.
    static let inclusion = PredicateClass(verb: "include", particle: "", lemmas: [:], relation: parts)

    /// As patterns name it.
    var name: String {
        if self == Self.inclusion { return Self.parts }
        return particle.isEmpty ? verb : "\(verb) \(particle)"
    }
}

extension PredicateReader {
    /// Nil for "fact", which is any.
    func predicateClass(named name: String) -> PredicateClass? {
        if name == "fact" { return nil }
        if name == PredicateClass.inclusion.name { return .inclusion }
        guard let space = name.lastIndex(of: " "), VerbParticles.contains(String(name[name.index(after: space)...])) else {
            return predicateClass(name, particle: "")
        }
        return predicateClass(String(name[..<space]), particle: String(name[name.index(after: space)...]))
    }
}

/// Builds predicate classes from the verb lexicon and the dictionary.
struct PredicateReader {
    let wordNet: WordNet
    let verbs: VerbKnowledge

    /// Verbs of so many senses that their synonyms say little.
    private static let vague: Set<String> = ["be", "have", "do", "take", "make", "get", "give", "go", "come", "put", "set", "run", "hold", "keep",
                                             "see", "bring", "turn", "become", "bear", "pass", "carry", "cut"]

    func predicateClass(_ verb: String, particle: String) -> PredicateClass {
        let full = particle.isEmpty ? verb : "\(verb) \(particle)"
        var lemmas: [String: Double] = [:]
        func add(_ lemma: String, _ certainty: Double) { lemmas[lemma] = max(lemmas[lemma] ?? 0, certainty) }
        add(full, 1)
        if !particle.isEmpty { add(verb, 0.85) }
        for paraphrase in Paraphrases.verbs[full] ?? [] { add(paraphrase, 0.9) }
        let relation = verbs.relation(of: full) ?? verbs.relation(of: verb)
        if !Self.vague.contains(full) { for synonym in wordNet.synonyms(of: full, .verb) { add(synonym, 0.8) } }
        for (lemma, part) in wordNet.derived(from: verb, .verb) where part == .verb { add(lemma, 0.8) }
        return PredicateClass(verb: verb, particle: particle, lemmas: lemmas, relation: relation)
    }
}
