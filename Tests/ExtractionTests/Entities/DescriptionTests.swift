import Extraction
import Facts
import Testing

@Suite struct DescriptionTests {
    @Test func theSameHeadWithFewerWordsIsTheSameThing() throws {
        let reading = try EntityReading("The mayor formed a commission on traffic. The commission will report in May.")
        #expect(reading.mention("The commission")?.reason == .description)
        #expect(reading.mention("The commission")?.entity == reading.mention("a commission")?.entity)
    }

    @Test func moreWordsDescribeAnotherThing() throws {
        let reading = try EntityReading("A ferry sank on Monday. The Danish ferry was built in 1990.")
        #expect(reading.mention("The Danish ferry")?.entity != reading.mention("A ferry")?.entity)
    }

    @Test func theLastWordOfANameDescribesIt() throws {
        let reading = try EntityReading("Parliament passed the Clean Rivers Act. The act takes effect in July.")
        #expect(reading.name("The act") == "Clean Rivers Act")
    }

    @Test func aNumberStandsForTheNameThatEndsInIt() throws {
        let reading = try EntityReading("The Gang of Seven was a band of smugglers. The seven ruled the coast, but they were arrested in May.")
        #expect(reading.name("The seven") == "Gang of Seven")
        #expect(reading.name("they") == "Gang of Seven")
    }

    @Test func aCompanyIsTheBodyThatWasSpokenOf() throws {
        let reading = try EntityReading("Brellon Motors closed a plant. The company blamed high prices.")
        #expect(reading.name("The company") == "Brellon Motors")
    }

    @Test func aCouncilIsNoCompany() throws {
        let reading = try EntityReading("The Northern Fisheries Council met. The company blamed high prices.")
        #expect(reading.name("The company") != "Northern Fisheries Council")
    }

    @Test func theTwoCountriesAreTheTwoThatWereJoined() throws {
        let reading = try EntityReading("Norway and Portugal signed a treaty. The two countries had been at odds since Sweden left.")
        #expect(reading.members("The two countries") == ["Norway", "Portugal"])
    }

    @Test func anAgeTellsWhoIsMeant() throws {
        let reading = try EntityReading("A young passenger hit a 73-year-old woman. The septuagenarian was taken to hospital.")
        #expect(reading.mention("The septuagenarian")?.entity == reading.mention("a 73-year-old woman")?.entity)
    }

    @Test func anAppositionIsTheSamePerson() throws {
        let reading = try EntityReading("A prominent lawyer, Margaret Olsen, led the inquiry.")
        #expect(reading.mention("A prominent lawyer")?.entity == reading.mention("Margaret Olsen")?.entity)
    }
}
