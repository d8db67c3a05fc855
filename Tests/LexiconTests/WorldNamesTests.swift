import Lexicon
import Testing

@Suite("Names of the world, searched where they lie")
struct WorldNamesTests {
    @Test("every name of a country means what it means in the table read whole")
    func sameAsGazetteer() throws {
        let gazetteer = try Gazetteer(), names = try WorldNames()
        for country in gazetteer.countries {
            for name in [country.name] + country.aliases + country.demonyms + country.capitals + country.governments {
                let whole = gazetteer.entry(name)
                if whole?.kind == .region || whole?.kind == .organisation { continue }
                if whole?.kind == .demonym, whole?.country == nil { continue }
                #expect(names.entry(name) == whole, "\(name)")
                #expect(names.country(name) == gazetteer.country(name), "\(name)")
            }
        }
    }

    @Test("pieces of names are no names", arguments: ["Jap", "apan", "Kong", "", "|", "# name"])
    func pieces(name: String) throws { #expect(try WorldNames().country(name) == nil) }
}
