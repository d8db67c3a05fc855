import Facts

/// One way in which a verb speaks of a relation: which role its subject, its object and its prepositional phrases fill.
///
/// Functions are those of the active clause: in "was built by Lind", Lind is the subject and the ship the object.
struct Frame: Hashable {
    var relation: String
    /// The relation's words, for a match with the noun that the verb takes: "goals scored".
    var subject: Role?
    var object: Role?
    /// Filled by the phrases with these prepositions.
    var prepositions: [String: Role] = [:]
    /// How far the relation's name is from the word: 0 the lexicon or the same word, more for derivations and synonyms.
    var cost: Int
    /// The dictionary word that stood in for the verb; nil where the verb is the relation's own.
    var synonym: String?
}

/// A noun's way to a relation: its value stands in `value`, what it belongs to in `owner`.
struct AttributeUse: Hashable {
    var relation: String
    var owner: Role
    var value: Role
    var cost: Int

    var inverted: AttributeUse { AttributeUse(relation: relation, owner: value, value: owner, cost: cost) }
}
