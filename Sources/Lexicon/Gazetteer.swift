import Facts

/// Knowledge of the world that no article explains: countries with their adjectives and capitals, regions, cities, first names
/// with their gender, offices and titles, and the words that tell what a name names ("… Ministry", "… River").
public struct Gazetteer: Sendable {
    public enum Gender: Character, Hashable, Sendable { case female = "f", male = "m" }

    /// What a geographic word stands for.
    public struct Entry: Hashable, Sendable {
        public enum Kind: String, Hashable, Sendable {
            case country, region, city
            /// "Japanese", "Briton", "European".
            case demonym
            /// A city that also stands for the government of `country`: "Moscow".
            case capital
            /// "Whitehall".
            case government
            /// A body that the whole world knows: "United Nations", "FBI".
            case organisation
        }

        public var kind: Kind
        /// The main name: "United States" for "America"; of a demonym, the country or region.
        public var name: String
        /// Main name of the country it belongs to, where there is one.
        public var country: String?
    }

    /// A country with everything that names it.
    public struct Country: Hashable, Sendable {
        public var name: String
        public var aliases: [String]
        public var demonyms: [String]
        public var capitals: [String]
        public var governments: [String]
    }

    /// One row of the table of offices and titles.
    public struct Office: Hashable, Sendable {
        public enum Kind: String, Hashable, Sendable { case office, rank, address, role }

        public var kind: Kind
        /// The only country that has an office of this name.
        public var country: String?
        public var gender: Gender?

        /// The fields after its name.
        init(_ fields: [Substring]) {
            kind = Kind(rawValue: String(fields[0])) ?? .office
            country = fields[1].isEmpty ? nil : String(fields[1])
            gender = fields[2].first.flatMap(Gender.init(rawValue:))
        }
    }

    /// In the order of the table, which is alphabetical but for the last few.
    public let countries: [Country]
    private let entries: [String: Entry]
    private let organisations: [String: [String]]
    private let countryPositions: [String: Int]
    private let nameWords: [String: EntityType]
    private let offices: SortedTable
    private let cities: SortedTable
    private let firstNames: SortedTable

    /// - Throws: ``ResourceFile/Missing``.
    public init() throws {
        func file(_ name: String) throws -> ResourceFile { try ResourceFile(target: "Lexicon", name: name) }
        var entries: [String: Entry] = [:]
        Self.addRegions(try file("regions.tsv"), to: &entries)
        organisations = Self.addOrganisations(try file("organisations.tsv"), to: &entries)
        countries = Self.addCountries(try file("countries.tsv"), to: &entries)
        self.entries = entries
        countryPositions = Dictionary(countries.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
        offices = SortedTable(try file("offices.tsv"))
        nameWords = Self.readNameWords(try file("name-words.tsv"))
        cities = SortedTable(try file("cities.tsv"))
        firstNames = SortedTable(try file("first-names.tsv"))
    }

    /// - Parameter name: with its capitals, without "the".
    public func entry(_ name: String) -> Entry? {
        if let entry = entries[name] { return entry }
        guard let row = cities.row(name) else { return nil }
        return Entry(kind: .city, name: name, country: String(row[0]))
    }

    /// - Parameter name: any name or alias of it, with its capitals.
    public func country(_ name: String) -> Country? {
        if let position = countryPositions[name] { return countries[position] }
        guard let entry = entries[name], entry.kind == .country else { return nil }
        return countryPositions[entry.name].map { countries[$0] }
    }

    /// Every way of writing the name of a well-known body, the main one first.
    /// - Parameter name: the main name.
    public func names(ofOrganisation name: String) -> [String] { organisations[name].map { [name] + $0 } ?? [] }

    /// - Parameter words: lower case, separated by one space, as written otherwise ("lt. gen.", "foreign minister").
    public func office(_ words: String) -> Office? { offices.row(words).map(Office.init) }

    /// The type of thing that a name with this last word (or two words) names: "ministry", "air base".
    /// - Parameter words: lower case.
    public func type(ofNameEndingIn words: String) -> EntityType? { nameWords[words] }

    public func isFirstName(_ name: String) -> Bool { firstNames.row(name) != nil }

    /// Nil for an unknown name and for one that women and men have.
    public func gender(ofFirstName name: String) -> Gender? {
        firstNames.row(name)?.first?.first.flatMap(Gender.init(rawValue:))
    }
}
