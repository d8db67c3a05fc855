import Facts
import Testing

@Suite struct NameTests {
    @Test(arguments: [
        ("The Northern Fisheries Council met in Oslo.", "Northern Fisheries Council", EntityType.organisation),
        ("Officials of the Ministry of Trade and Industry resigned.", "Ministry of Trade and Industry", .organisation),
        ("He works for the Food and Farming Agency.", "Food and Farming Agency", .organisation),
        ("The Gang of Seven was arrested.", "Gang of Seven", .thing),
        ("Boats crossed Lake Tarn at night.", "Lake Tarn", .place),
        ("They marched through the village of Elmstead.", "Elmstead", .place),
        ("She read “The Quiet Harbor” twice.", "The Quiet Harbor", .work),
        ("Parliament passed the Clean Rivers Act in May.", "Clean Rivers Act", .work),
        ("A pilot of the F-35 survived.", "F-35", .vehicle),
        ("The MV Aurora sank off the coast.", "MV Aurora", .vehicle),
        ("Two Norwegian ships left.", "Norwegian", .nationality),
        ("The treaty binds Portugal.", "Portugal", .country),
        ("The Battle of Elmstead lasted a day.", "Battle of Elmstead", .event),
        ("Margaret Olsen left the room.", "Margaret Olsen", .person),
        ("“This is a start,” Lena Fisk-Morland, the city's senior adviser for parks, said.", "Lena Fisk-Morland", .person),
    ])
    func findsNamesWithTheirTypes(text: String, name: String, type: EntityType) throws {
        let reading = try EntityReading(text)
        let mention = try #require(reading.mention(name))
        #expect(mention.type == type)
        #expect(mention.kind == .name)
    }

    @Test(arguments: ["Monday", "January", "The"])
    func takesNoCalendarWordForAName(word: String) throws {
        let reading = try EntityReading("On Monday the board met. In January the board met again. The end.")
        #expect(reading.mention(word) == nil)
    }

    @Test func aPossessorIsNoPartOfTheNameAfterIt() throws {
        let reading = try EntityReading("Norway's Coastal Guard Service rescued the crew.")
        #expect(reading.type("Norway") == .country)
        #expect(reading.type("Coastal Guard Service") == .organisation)
    }

    @Test func twoCountriesJoinedByAHyphenAreTwoNamesUnlessTheyNameAThing() throws {
        let relation = try EntityReading("The U.S.-Canada relationship is old.")
        #expect(relation.type("U.S.") == .country)
        #expect(relation.type("Canada") == .country)
        let treaty = try EntityReading("The US-Canada Fisheries Treaty was signed.")
        #expect(treaty.type("US-Canada Fisheries Treaty") == .work)
    }

    @Test func charactersOfOtherScriptsInBracketsAreNoNames() throws {
        let reading = try EntityReading("Lin Meihua (林美華) is a painter.")
        #expect(reading.type("Lin Meihua") == .person)
        #expect(!reading.layer.mentions.contains { $0.mention.text.contains("林") })
    }

    @Test func aCapitalAtTheBeginningOfASentenceMakesNoName() throws {
        let reading = try EntityReading("Fishermen were told to stay away.")
        #expect(reading.mention("Fishermen")?.kind != .name)
    }

    @Test(arguments: [
        ("Write to ann.berg@example.org today.", "ann.berg@example.org"),
        ("Get your FREE copy before noon.", "FREE"),
        ("We watched the whole film on a DVD.", "DVD"),
    ])
    func addressesAndCommonNounsInCapitalsNameNobody(text: String, word: String) throws {
        let type = try EntityReading(text).mention(word)?.type
        #expect(type == nil || type == .thing)
    }

    @Test func aBodyKnownByItsLettersAloneIsAnOrganisation() throws {
        #expect(try EntityReading("The NRFA rejected the plan on Monday.").type("NRFA") == .organisation)
    }
}
