import Chronology
import Facts
import Testing

@Suite struct PublicationEvidenceTests {
    private func infer(_ text: String) -> (day: Day, reason: String)? {
        PublicationEvidence.infer(from: TextCutter.sentences(text))
    }

    @Test func yesterdayBesideTheOnlyDayAndABudgetYear() throws {
        let found = try #require(
            infer("Founders' Day is held on May 4 every year. The council kept yesterday quiet. It passed the 2022 budget act."))
        #expect(found.day.description == "2021-05-05")
        #expect(found.reason.contains("yesterday") && found.reason.contains("May 4"))
    }

    @Test func countedYearsBesideAYearAndAPictureName() throws {
        let found = try #require(
            infer("Both towns have changed a lot in fifty years. In June 1948, the ferry sank (x)0611p04.tif off the cape."))
        #expect(found.day.description == "1998-06-11")
    }

    @Test func aWeekdayThatFitsItsDateInOneYear() throws {
        let found = try #require(infer("The mill opened in 2011. It burned on Tuesday, March 5, and nobody was hurt."))
        #expect(found.day.description == "2013-03-05")
    }

    @Test func theLatestPastDayOfATextThatSpeaksFromItsDay() throws {
        let found = try #require(
            infer("The mill burned on March 5, 2013. It was built in 1911. Owners said on Friday they were shocked."))
        #expect(found.day.description == "2013-03-05")
        #expect(found.reason.contains("March 5, 2013"))
    }

    @Test(arguments: [
        "The mill burned on March 5, 1911.", "The mill burned yesterday.", "Nothing is said of time.", "In 1976, the gang was ousted.",
        "",
    ])
    func isSilentWhereTheTextIs(_ text: String) {
        #expect(infer(text) == nil)
    }
}
