import Facts

extension Gazetteer {
    static func addCountries(_ file: ResourceFile, to entries: inout [String: Entry]) -> [Country] {
        let countries = rows(of: file).map(Country.init)
        for country in countries {
            for word in country.governments { entries[word] = Entry(kind: .government, name: word, country: country.name) }
            for word in country.capitals { entries[word] = Entry(kind: .capital, name: word, country: country.name) }
        }
        for country in countries {
            for word in country.demonyms where entries[word] == nil {
                entries[word] = Entry(kind: .demonym, name: country.name, country: country.name)
            }
        }
        for country in countries {
            for word in [country.name] + country.aliases {
                entries[word] = Entry(kind: .country, name: country.name, country: country.name)
            }
        }
        return countries
    }

    /// - Returns: the other names by main name.
    static func addOrganisations(_ file: ResourceFile, to entries: inout [String: Entry]) -> [String: [String]] {
        var result: [String: [String]] = [:]
        for fields in rows(of: file) {
            let others = list(fields[1])
            result[fields[0]] = others
            for word in [fields[0]] + others {
                entries[word] = Entry(kind: .organisation, name: fields[0], country: fields[2].isEmpty ? nil : fields[2])
            }
        }
        return result
    }

    static func addRegions(_ file: ResourceFile, to entries: inout [String: Entry]) {
        for fields in rows(of: file) {
            for word in [fields[0]] + list(fields[2]) { entries[word] = Entry(kind: .region, name: fields[0], country: nil) }
            for word in list(fields[1]) { entries[word] = Entry(kind: .demonym, name: fields[0], country: nil) }
        }
    }

    static func readNameWords(_ file: ResourceFile) -> [String: EntityType] {
        var result: [String: EntityType] = [:]
        for fields in rows(of: file) { result[fields[0]] = EntityType(rawValue: fields[1]) }
        return result
    }

    private static func rows(of file: ResourceFile) -> [[String]] {
        TableText(file).rows.map(\.fields)
    }

    private static func list(_ field: String) -> [String] { TableText.list(field, at: "|") }
}
