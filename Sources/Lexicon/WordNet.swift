/// Word knowledge from Princeton's WordNet: parts of speech, base forms, synonyms, kinds, derivations.
///
/// C. Fellbaum (ed.), "WordNet: An Electronic Lexical Database", MIT Press 1998. The data is a memory-mapped resource:
/// opening takes microseconds, a look-up about one. Words are given in lower case, compounds with spaces.
public struct WordNet: Sendable {
    public enum Part: UInt8, Hashable, Sendable, CaseIterable { case noun = 0, verb, adjective, adverb }

    /// The parts of speech that a lemma can have.
    public struct PartsOfSpeech: OptionSet, Hashable, Sendable {
        public let rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }
        public static let noun = Self(rawValue: 1)
        public static let verb = Self(rawValue: 2)
        public static let adjective = Self(rawValue: 4)
        public static let adverb = Self(rawValue: 8)

        public init(_ part: Part) { self.init(rawValue: 1 << part.rawValue) }
    }

    let table: WordNetTable

    /// The dictionary that ships with the program, opened once.
    /// - Throws: ``ResourceFile/Missing`` where it isn't installed, or an error that says that it is damaged.
    public static func shared() throws -> WordNet { try opened.get() }

    private static let opened = Result { try WordNet(file: ResourceFile(target: "Lexicon", name: "wordnet.bin")) }

    /// - Throws: an error that says that the file is damaged.
    public init(file: ResourceFile) throws {
        table = try WordNetTable(file)
    }

    /// Empty for an unknown lemma.
    public func parts(of lemma: String) -> PartsOfSpeech {
        senses(of: lemma).reduce(into: []) { $0.insert(PartsOfSpeech($1.part)) }
    }

    /// The parts of speech of a lemma, the most frequent one in tagged text first ("lead": verb, noun).
    public func partsByFrequency(of lemma: String) -> [Part] {
        let senses = senses(of: lemma)
        return Part.allCases
            .compactMap { part in senses.filter { $0.part == part }.map(\.countClass).max().map { (part, $0) } }
            .sorted { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0.rawValue < $1.0.rawValue }
            .map(\.0)
    }

    /// How often the lemma is this part in tagged text: 16 × log2(1 + occurrences of its commonest sense); nil where it never is.
    public func frequency(of lemma: String, as part: Part) -> Int? {
        table.lemma(lemma).flatMap { table.countClass(ofLemma: $0, as: part) }
    }

    func senses(of lemma: String) -> [WordNetTable.Sense] {
        table.lemma(lemma).map(table.senses) ?? []
    }
}
