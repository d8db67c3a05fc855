/// The table of countries, searched where it lies for the few names that a question holds: reading it whole took a twentieth of a cold one.
struct CountryTable: Sendable {
    private let file: ResourceFile

    init(_ file: ResourceFile) { self.file = file }

    /// The countries that have the name in any column, in the order of the table.
    func countries(with name: String) -> [Gazetteer.Country] {
        guard !name.isEmpty, !name.utf8.contains(where: { Self.separates($0) }) else { return [] }
        return lines(with: Array(name.utf8)).compactMap { line in
            TableText(file, in: line).rows.first.map { Gazetteer.Country($0.fields) }
        }
    }

    private func lines(with name: [UInt8]) -> [Range<Int>] {
        let bytes = file.bytes, newline = UInt8(ascii: "\n")
        var found: [Range<Int>] = []
        var next = 0
        while let start = file.position(of: name, from: next) {
            let end = start + name.count
            guard start == 0 || Self.separates(bytes[start - 1]), end == bytes.count || Self.separates(bytes[end]) else {
                next = start + 1
                continue
            }
            let line = (bytes[..<start].lastIndex(of: newline).map { $0 + 1 } ?? 0)..<(bytes[end...].firstIndex(of: newline) ?? bytes.count)
            found.append(line)
            next = max(line.upperBound, end)
        }
        return found
    }

    private static func separates(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "|") || byte == UInt8(ascii: "\n")
    }
}

extension Gazetteer.Country {
    /// The columns of the table.
    init(_ fields: [String]) {
        func list(_ column: Int) -> [String] { TableText.list(fields[column], at: "|") }
        self.init(name: fields[0], aliases: list(1), demonyms: list(2), capitals: list(3), governments: list(4))
    }

    /// What a name of the country stands for; nil where it has no such name.
    func entry(_ name: String) -> Gazetteer.Entry? {
        if self.name == name || aliases.contains(name) { return .init(kind: .country, name: self.name, country: self.name) }
        if capitals.contains(name) { return .init(kind: .capital, name: name, country: self.name) }
        if governments.contains(name) { return .init(kind: .government, name: name, country: self.name) }
        return demonyms.contains(name) ? .init(kind: .demonym, name: self.name, country: self.name) : nil
    }
}

/// What a question needs of the world's names: countries, cities and offices, each table searched where it lies.
public struct WorldNames: Sendable {
    private let countries: CountryTable
    private let cities: SortedTable
    private let offices: SortedTable

    /// - Throws: ``ResourceFile/Missing``.
    public init() throws {
        func file(_ name: String) throws -> ResourceFile { try ResourceFile(target: "Lexicon", name: name) }
        countries = CountryTable(try file("countries.tsv"))
        cities = SortedTable(try file("cities.tsv"))
        offices = SortedTable(try file("offices.tsv"))
    }

    /// As ``Gazetteer/entry(_:)``, of countries and cities only.
    public func entry(_ name: String) -> Gazetteer.Entry? {
        let entries = countries.countries(with: name).compactMap { $0.entry(name) }
        if let country = entries.last(where: { $0.kind == .country }) { return country }
        if let seat = entries.last(where: { $0.kind == .capital || $0.kind == .government }) { return seat }
        if let demonym = entries.first { return demonym }
        return cities.row(name).map { Gazetteer.Entry(kind: .city, name: name, country: String($0[0])) }
    }

    /// - Parameter name: any name or alias of it, with its capitals.
    public func country(_ name: String) -> Gazetteer.Country? {
        let found = countries.countries(with: name)
        return found.last { $0.name == name } ?? found.last { $0.aliases.contains(name) }
    }

    /// As ``Gazetteer/office(_:)``.
    public func office(_ words: String) -> Gazetteer.Office? { offices.row(words).map(Gazetteer.Office.init) }
}
