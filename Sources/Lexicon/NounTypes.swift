import Facts

/// What kind of thing a common noun speaks of in news text, without its context.
///
/// A table says it of the nouns whose commonest sense in news isn't the dictionary's. For the others the dictionary's common
/// senses must agree: a noun of which they don't is a thing, for no type is better than a wrong one.
public struct NounTypes: Sendable {
    private let types: [String: EntityType]
    private let words: WordNet

    /// - Throws: ``ResourceFile/Missing``.
    public init(words: WordNet) throws {
        self.words = words
        let rows = TableText(try ResourceFile(target: "Lexicon", name: "noun-types.tsv").text).rows.map(\.fields)
        var types: [String: EntityType] = [:]
        for row in rows { types[row[0]] = EntityType(rawValue: row[1]) }
        self.types = types
    }

    /// The table's word on a noun; nil where it has none.
    public func listed(_ lemma: String) -> EntityType? { types[lemma] }

    /// What the dictionary makes of a noun; ``EntityType/thing`` where that isn't clear.
    public func fromDictionary(_ lemma: String) -> EntityType {
        let kind = words.settledNounClass(of: lemma)
        if kind.contains(.person) { return .person }
        if kind.contains(.group) { return isKind(lemma, of: Self.bodies) ? .organisation : .thing }
        if kind.contains(.place) { return .place }
        if kind.contains(.object) { return isKind(lemma, of: Self.naturalPlaces) ? .place : .thing }
        if kind.contains(.event) { return .event }
        if kind.contains(.artifact) { return artifact(lemma) }
        return isKind(lemma, of: Self.works) ? .work : .thing
    }

    private func artifact(_ lemma: String) -> EntityType {
        if isKind(lemma, of: ["weapon"]) { return .weapon }
        if isKind(lemma, of: ["vehicle"]) { return .vehicle }
        return isKind(lemma, of: Self.builtPlaces) ? .place : .thing
    }

    private func isKind(_ lemma: String, of kinds: [String]) -> Bool {
        kinds.contains { words.isFirstSense(of: lemma, below: $0) }
    }

    private static let bodies = ["social group", "people"]
    private static let naturalPlaces = ["body of water", "geological formation", "land"]
    private static let builtPlaces = ["building", "way", "area", "room", "establishment", "housing", "facility"]
    private static let works = ["document", "publication"]
}
