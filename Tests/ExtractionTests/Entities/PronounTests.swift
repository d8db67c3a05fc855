import Extraction
import Facts
import Testing

@Suite struct PronounTests {
    @Test func pronounsAgreeInGender() throws {
        let reading = try EntityReading("Margaret Olsen met Peter Dahl on Monday. She praised his work.")
        #expect(reading.name("She") == "Margaret Olsen")
        #expect(reading.name("his") == "Peter Dahl")
    }

    @Test func itIsNoPersonAndTheyAreMany() throws {
        let reading = try EntityReading(
            "Brellon Motors dismissed Peter Dahl. It gave no reason. The workers were angry, and they went on strike.")
        #expect(reading.name("It") == "Brellon Motors")
        #expect(reading.mention("they")?.entity == reading.mention("The workers")?.entity)
    }

    @Test func whoSpeaksIsNoPlan() throws {
        let reading = try EntityReading("Norway rejected the plan. It announced a boycott.")
        #expect(reading.name("It") == "Norway")
    }

    @Test(arguments: ["It is clear that Norway will leave.", "It rained in Norway.", "Norway left. It remains unclear why."])
    func emptyItMeansNothing(text: String) throws {
        #expect(try EntityReading(text).layer.mentions.allSatisfy { $0.kind != .pronoun })
    }

    @Test func aRelativePronounMeansTheNounBeforeIt() throws {
        let reading = try EntityReading("Margaret Olsen, who leads the council, resigned.")
        #expect(reading.name("who") == "Margaret Olsen")
    }

    @Test func aPossessiveBeforeTheSubjectLooksAhead() throws {
        let reading = try EntityReading("The guards left early. In its report, the commission blamed the mayor.")
        #expect(reading.mention("its")?.entity == reading.mention("the commission")?.entity)
    }

    @Test func aFirstMentionHasNoAntecedent() throws {
        #expect(try EntityReading("He left.").mention("He") == nil)
    }
}
