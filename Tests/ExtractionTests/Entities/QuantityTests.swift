import Extraction
import Facts
import Testing

@Suite struct QuantityTests {
    @Test(arguments: [
        ("The flood killed 250,000 people.", 250_000.0, "people", ""),
        ("It cost US$1.5 billion.", 1.5e9, "US$", ""),
        ("Dozens of houses burned.", 12, "house", "dozens of"),
        ("Nearly 40 ships sank.", 40, "ship", "nearly"),
        ("A dozen ships sank.", 12, "ship", ""),
        ("Nine top generals resigned.", 9, "general", ""),
        ("Prices rose by 3.5 percent.", 3.5, "percent", ""),
        ("The road is 18 kilometers long.", 18, "kilometer", ""),
        ("Twenty-one ships sank.", 21, "ship", ""),
        ("Two hundred and fifty ships sank.", 250, "ship", ""),
    ])
    func readsNumbersWithWhatTheyCount(text: String, value: Double, unit: String, qualifier: String) throws {
        let phrase = try #require(EntityReading(text).layer.quantities[0].first)
        #expect(phrase.quantity == Quantity(value: value, unit: unit, qualifier: qualifier))
    }

    @Test(arguments: ["The war began in 1939.", "They met on Oct. 25.", "Rovers won 2-1.", "The treaty of 1966-1976 ended."])
    func yearsDaysAndScoresAreNoQuantities(text: String) throws {
        #expect(try EntityReading(text).layer.quantities[0].isEmpty)
    }

    @Test func aCountedNounKnowsItsNumber() throws {
        let reading = try EntityReading("A fire destroyed 12 wooden houses.")
        let house = try #require(reading.mention("12 wooden houses"))
        #expect(house.quantity?.value == 12)
        #expect(reading.layer.quantity(at: 0, token: house.head)?.kind == .count)
    }
}
