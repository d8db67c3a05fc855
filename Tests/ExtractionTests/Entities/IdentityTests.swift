import Extraction
import Facts
import Testing

@Suite struct IdentityTests {
    @Test func aLastNameFindsItsFullNameEvenWhereThatComesLater() throws {
        let reading = try EntityReading("Olsen wins the vote\n\nMargaret Olsen won the vote on Sunday. Mrs. Olsen thanked her supporters.")
        let full = try #require(reading.mention("Margaret Olsen"))
        #expect(reading.mention("Olsen", 0)?.entity == full.entity)
        #expect(reading.mention("Olsen", 1)?.entity == full.entity)
        #expect(reading.mention("Olsen", 1)?.reason == .partOfName)
    }

    @Test func twoPersonsWithOneLastNameStayApart() throws {
        let reading = try EntityReading("Margaret Olsen met Henrik Olsen. Mr. Olsen spoke first.")
        #expect(reading.mention("Margaret Olsen")?.entity != reading.mention("Henrik Olsen")?.entity)
        #expect(reading.name("Olsen") == "Henrik Olsen")
    }

    @Test func bracketsGiveAnAbbreviation() throws {
        let reading = try EntityReading("The Coastal Rescue Service (CRS) sent a boat. The CRS has ten boats.")
        #expect(reading.name("CRS", 1) == "Coastal Rescue Service")
        #expect(reading.mention("CRS", 1)?.reason == .abbreviation)
    }

    @Test func initialsAreFormedAndMarkedAsFormed() throws {
        let reading = try EntityReading("The Coastal Rescue Service sent a boat.")
        let names = try #require(reading.entity("Coastal Rescue Service")).names
        #expect(names.contains(EntityName("CRS", .initials)))
    }

    @Test func initialsInTheTextFindTheirName() throws {
        let reading = try EntityReading("The Coastal Rescue Service sent a boat. The CRS has ten boats.")
        #expect(reading.name("CRS") == "Coastal Rescue Service")
        #expect(reading.mention("CRS")?.reason == .initials)
    }

    @Test func theNamesOfACountryAreOne() throws {
        let reading = try EntityReading(
            "The U.S. protested. America was angry, and US officials left. The United Kingdom agreed; British ships sailed.")
        #expect(Set(["U.S.", "America", "US"].map { reading.name($0) }) == ["United States"])
        #expect(reading.name("British") == "United Kingdom")
        #expect(reading.type("British") == .nationality)
    }

    @Test func aCompanyIsKnownByTheFirstWordOfItsName() throws {
        let reading = try EntityReading("Brellon Motors Inc. closed a plant. Shares in Brellon fell.")
        #expect(reading.mention("Brellon")?.entity == reading.mention("Brellon Motors Inc.")?.entity)
    }

    @Test func aCompanyAndAPersonOfOneNameStayApart() throws {
        let reading = try EntityReading(
            "Varley Foods bought a rival on Monday. Shares in Varley rose. Thomas Varley founded the firm in 1920.")
        #expect(reading.mention("Varley")?.entity == reading.mention("Varley Foods")?.entity)
        #expect(reading.mention("Varley")?.entity != reading.mention("Thomas Varley")?.entity)
    }

    @Test func aFullNameIsOneEntityAcrossArticlesAndAShortOneIsNot() throws {
        let first = try EntityReading("Margaret Olsen spoke. Prime Minister Dahl left.", article: "a")
        let second = try EntityReading("Margaret Olsen slept. Prime Minister Dahl woke.", article: "b")
        #expect(first.mention("Margaret Olsen")?.entity == second.mention("Margaret Olsen")?.entity)
        #expect(first.mention("Dahl")?.entity != second.mention("Dahl")?.entity)
    }

    @Test(arguments: [
        ("Lisbon agreed to sell ten ships to Norway.", true),
        ("Lisbon's opposition to the plan is known.", true),
        ("Talks between Lisbon and Madrid failed.", true),
        ("Officials in Lisbon said nothing.", false),
        ("The minister flew to Lisbon.", false),
        ("Lisbon's streets were empty.", false),
    ])
    func aCapitalStandsForItsGovernmentWhereItActs(text: String, isGovernment: Bool) throws {
        let reading = try EntityReading(text)
        #expect(reading.name("Lisbon") == (isGovernment ? "Portugal" : "Lisbon"))
        #expect(reading.type("Lisbon") == (isGovernment ? .country : .place))
    }

    @Test func theIdsDependOnNothingButTheArticle() throws {
        let text = "Margaret Olsen of the Coastal Rescue Service met two ministers. She thanked them."
        #expect(try EntityReading(text).layer.mentions == EntityReading(text).layer.mentions)
    }
}
