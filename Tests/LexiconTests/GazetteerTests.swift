import Facts
import Lexicon
import Testing

@Suite struct GazetteerTests {
    let gazetteer: Gazetteer

    init() throws { gazetteer = try Gazetteer() }

    @Test(arguments: [
        ("Norway", Gazetteer.Entry.Kind.country, "Norway"), ("U.K.", .country, "United Kingdom"), ("Burma", .country, "Myanmar"),
        ("Peruvian", .demonym, "Peru"), ("Finns", .demonym, "Finland"), ("African", .demonym, "Africa"),
        ("Lisbon", .capital, "Lisbon"), ("Elysée", .government, "Elysée"), ("Scandinavia", .region, "Scandinavia"),
        ("Toulouse", .city, "Toulouse"), ("Osaka", .city, "Osaka"),
    ])
    func knowsGeographicNames(word: String, kind: Gazetteer.Entry.Kind, name: String) throws {
        let entry = try #require(gazetteer.entry(word))
        #expect(entry.kind == kind)
        #expect(entry.name == name)
    }

    @Test(arguments: ["Zorgonia", "norway", "", "#", "~"])
    func knowsNothingElse(word: String) {
        #expect(gazetteer.entry(word) == nil)
    }

    @Test func aCityAndADemonymKnowTheirCountry() {
        #expect(gazetteer.entry("Toulouse")?.country == "France")
        #expect(gazetteer.entry("Lisbon")?.country == "Portugal")
        #expect(gazetteer.entry("Peruvian")?.country == "Peru")
        #expect(gazetteer.entry("African")?.country == nil)
    }

    @Test func aCountryIsFoundByEachOfItsNames() {
        for name in ["South Korea", "ROK", "Republic of Korea"] { #expect(gazetteer.country(name)?.name == "South Korea") }
        #expect(gazetteer.country("Korean") == nil)
    }

    @Test func firstNamesTellTheGenderWhereTheyHaveOne() {
        #expect(gazetteer.gender(ofFirstName: "Ingrid") == .female)
        #expect(gazetteer.gender(ofFirstName: "Kenji") == .male)
        #expect(gazetteer.gender(ofFirstName: "Taylor") == nil)
        #expect(gazetteer.isFirstName("Taylor"))
        #expect(!gazetteer.isFirstName("Bolt-on"))
    }

    @Test func officesAndTitlesTellTheirKind() {
        #expect(gazetteer.office("finance minister") == nil)
        #expect(gazetteer.office("minister")?.kind == .office)
        #expect(gazetteer.office("secretary of state")?.country == "United States")
        #expect(gazetteer.office("lt. gen.")?.kind == .rank)
        #expect(gazetteer.office("mrs.")?.gender == .female)
        #expect(gazetteer.office("striker")?.kind == .role)
    }

    @Test func lastWordsTellWhatANameNames() {
        #expect(gazetteer.type(ofNameEndingIn: "ministry") == .organisation)
        #expect(gazetteer.type(ofNameEndingIn: "river") == .place)
        #expect(gazetteer.type(ofNameEndingIn: "treaty") == .work)
        #expect(gazetteer.type(ofNameEndingIn: "banana") == nil)
    }
}
