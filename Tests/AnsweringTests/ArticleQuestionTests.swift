import Answering
import FactStore
import Testing

/// Questions about invented sentences, as a person asks them: what is answered, and what is refused.
@Suite struct ArticleQuestionTests {
    private func texts(_ question: String, about text: String) throws -> [String] {
        try Answerer(store: ReadStore(text).store, asOf: nil).answer(question).answers.map(\.text)
    }

    @Test(arguments: [
        ("Who founded the Ormond Museum?", "Clara Voss founded the Ormond Museum in 1903.", "Clara Voss"),
        ("When was the Ormond Museum founded?", "Clara Voss founded the Ormond Museum in 1903.", "1903"),
        ("What did Clara Voss open?", "Clara Voss opened the Ormond Museum in 1903.", "Ormond Museum"),
        ("How many workers did Brill Motors dismiss?", "Brill Motors dismissed 340 workers on Monday.", "340"),
        ("Why did the bridge close?", "The bridge closed because of cracks in its pillars.", "cracks in its pillars"),
        ("Where did the leaders meet?", "The leaders of Arvonia and Teland met in Lisbon.", "Lisbon"),
        ("Who is Hugo Brandt?", "Hugo Brandt, the mayor of Seldwyla, opened the fair.", "mayor"),
        ("What does TFU stand for?", "The Teland Fishers Union (TFU) went on strike.", "Teland Fishers Union"),
        ("What did Hugo Brandt say?", "“The fair was a success,” said Hugo Brandt, the mayor of Seldwyla.", "The fair was a success"),
        ("Who said the fair was a success?", "“The fair was a success,” said Hugo Brandt, the mayor of Seldwyla.", "Hugo Brandt"),
        ("What office does Hugo Brandt hold?", "Hugo Brandt, the mayor of Seldwyla, opened the fair.", "mayor"),
        ("What happened after the council made its recommendation?",
         "The council recommended a bridge in May. Then two firms sent plans.", "two firms sent plans"),
    ])
    func answers(question: String, text: String, expected: String) throws {
        let found = try texts(question, about: text)
        #expect(found.first?.contains(expected) == true, "\(question): \(found)")
    }

    @Test(arguments: [
        ("Who founded the Ormond Opera?", "Clara Voss founded the Ormond Museum in 1903."),
        ("When did Clara Voss die?", "Clara Voss founded the Ormond Museum in 1903."),
        ("Who dismissed Brill Motors?", "Brill Motors dismissed 340 workers on Monday."),
        ("What does TFU stand for?", "The TFU went on strike in Teland."),
        ("Who is the prime minister of Teland?", "Environment Minister Ida Solberg of Teland opened the fair."),
        ("Who stole the bell?", "The bell was stolen from the church of Ostrel in 1943."),
        ("Who painted the portrait?", "The portrait was painted at a farmhouse near Ostrel."),
        ("Who is the vice president of Teland?", "Teland’s President Ida Solberg opened the fair."),
        ("Who is the foreign minister of Teland?", "Teland’s Defense Minister Ida Solberg opened the fair."),
        ("Who is the defense minister of Teland?", "The defense ministers of Arvonia and Teland met in Lisbon."),
    ])
    func refusals(question: String, text: String) throws {
        let response = try Answerer(store: ReadStore(text).store, asOf: nil).answer(question)
        #expect(response.status == .noAnswer, "\(question): \(response.answers.map(\.text))")
    }

    @Test func anUnknownNameIsSaidToBeUnknown() throws {
        let response = try Answerer(store: ReadStore("Clara Voss founded the Ormond Museum in 1903.").store,
                                    asOf: nil).answer("Who dismissed Gerda Lindt?")
        #expect(response.message?.contains("Gerda Lindt") == true)
    }

    @Test func aPlanIsNoPlainYes() throws {
        let response = try Answerer(store: ReadStore("Brill Motors plans to open a factory in Teland next year.").store, asOf: nil)
            .answer("Has Brill Motors opened a factory in Teland?")
        #expect(response.answers.first.map { !$0.text.hasPrefix("Yes") } == true)
    }

    @Test(arguments: [
        ("Has Brill Motors chosen a site?", "Brill Motors needs a factory. It has not yet chosen a site.", "Not yet: "),
        ("Has the ring been found?", "A ring and a cup were stolen in Lisbon. The ring is still missing.", "Not yet"),
        ("Did Hugo Brandt open the fair?", "Clara Voss opened the fair on Monday.", "No: Clara Voss"),
        ("Is Ida Solberg the foreign minister of Teland?", "Teland’s Defense Minister Ida Solberg opened the fair.", "No: Defense Minister"),
    ])
    func yesAndNoSayWhatHolds(question: String, text: String, expected: String) throws {
        let found = try texts(question, about: text)
        #expect(found.first?.hasPrefix(expected) == true, "\(question): \(found)")
    }

    @Test(arguments: [
        ("Name the inhabited islands of Arvonia.", "Arvonia has three inhabited islands: Great Ulm, Little Ulm and Skerra. It rained in Lisbon.",
         ["Great Ulm", "Little Ulm", "Skerra"]),
        ("Name the Arvonian secretaries of state.",
         "Arvonian Secretary of Defense Hugo Brandt met Arvonian Secretary of State Clara Voss.", ["Clara Voss"]),
        ("Who is the secretary of state?",
         "Arvonian Secretary of Defense Hugo Brandt met Arvonian Secretary of State Clara Voss.", ["Clara Voss"]),
        ("List the stages of the review.", "The review has two stages: a survey of the roads; and a debate in parliament.",
         ["a survey of the roads", "a debate in parliament"]),
    ])
    func lists(question: String, text: String, expected: [String]) throws {
        #expect(try texts(question, about: text) == expected)
    }

    @Test func aPronounRefersToTheLastAnswer() throws {
        let answerer = try Answerer(store: ReadStore("Clara Voss founded the Ormond Museum in 1903. Voss died in 1931 in Lisbon.").store,
                                    asOf: nil)
        _ = answerer.answer("Who founded the Ormond Museum?")
        #expect(answerer.answer("When did she die?").answers.first?.text.contains("1931") == true)
    }

    @Test func everyAnswerCitesItsSentence() throws {
        let response = try Answerer(store: ReadStore("Clara Voss founded the Ormond Museum in 1903. It rained.").store, asOf: nil)
            .answer("Who founded the Ormond Museum?")
        #expect(response.answers.first?.evidence.first?.quote == "Clara Voss founded the Ormond Museum in 1903.")
    }

    @Test func understoodIsAPatternThatCanBeAskedAgain() throws {
        let answerer = try Answerer(store: ReadStore("Clara Voss founded the Ormond Museum in 1903.").store, asOf: nil)
        let first = answerer.answer("Who founded the Ormond Museum?")
        let again = answerer.answer(try #require(first.understood))
        #expect(again.answers.map(\.text) == first.answers.map(\.text))
    }
}
