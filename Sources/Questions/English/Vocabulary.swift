/// What the grammar wants to know of the store that a question is about: its names and its words. The grammar itself knows
/// neither names nor relations.
public protocol Vocabulary: Sendable {
    /// How many of `words`, from the first on, form a name or another name of something in the store; 0 for none, and the
    /// longest where several do. The words are in lower case with straight apostrophes; a possessive "'s" is a word of its own.
    func longestName(_ words: ArraySlice<String>) -> Int

    /// What a lemma is used for in the store's own lexicon; empty for a word that it doesn't have.
    func uses(ofWord lemma: String) -> WordUse

    /// Names that begin with `prefix` (any case), in a fixed order, at most `limit`; for completion and "did you mean".
    func names(startingWith prefix: String, limit: Int) -> [String]

    /// Words of the store's lexicon that begin with `prefix`, with their use, in a fixed order, at most `limit`.
    func words(startingWith prefix: String, limit: Int) -> [(word: String, use: WordUse)]
}

/// What a store's lexicon uses a word for.
public struct WordUse: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// "country", "river": a type of thing.
    public static let type = Self(rawValue: 1)
    /// "border", "flow": a relation asked for by a verb.
    public static let verb = Self(rawValue: 2)
    /// "population", "capital": a relation asked for by a noun.
    public static let attribute = Self(rawValue: 4)
    public static let adjective = Self(rawValue: 8)
    public static let preposition = Self(rawValue: 16)
}

/// A vocabulary without names and words: the grammar then goes by capitals and the dictionary alone.
public struct EmptyVocabulary: Vocabulary {
    public init() {}
    public func longestName(_ words: ArraySlice<String>) -> Int { 0 }
    public func uses(ofWord lemma: String) -> WordUse { [] }
    public func names(startingWith prefix: String, limit: Int) -> [String] { [] }
    public func words(startingWith prefix: String, limit: Int) -> [(word: String, use: WordUse)] { [] }
}
