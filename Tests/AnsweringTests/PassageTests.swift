import Answering
import FactStore
import Testing

/// What articles put in other words than the question.
@Suite("Passages")
struct PassageTests {
    private static let text = """
        The Harbour Authority of Ostrel will scrap its oldest ferry, the Marten, at the end of the month because its hull is cracked. The vessel
        was purchased from a Finnish yard in 1971 for 12 million crowns. Captain Runa Ekdahl, who has been at the helm for nineteen years, will
        retire on the same day. A larger ship, the Sable, is being built in Gdynia and can carry 640 travellers. Two deckhands were hurt when the
        Marten hit a pier in fog last winter. The town council has set aside a berth so that the bell of the old boat can be displayed there.
        """.replacingOccurrences(of: "\n", with: " ")

    private func response(_ question: String) throws -> Response {
        try Answerer(store: ReadStore(Self.text).store, asOf: nil).answer(question)
    }

    @Test("answers in other words", arguments: [
        ("How many travellers will the new ship have room for?", "640"),
        ("For how much was the vessel bought?", "12 million crowns"),
        ("How many deckhands were injured when the Marten collided with a pier?", "Two deckhands"),
        ("In which city is the new ship under construction?", "Gdynia"),
    ])
    func answers(question: String, expected: String) throws {
        let response = try response(question)
        #expect(response.answers.first?.text.contains(expected) == true, "\(question): \(response.answers.map(\.text))")
        #expect(response.answers.first?.evidence.isEmpty == false)
    }

    @Test("too far from the text", arguments: [
        ("What did the boat cost when it was bought?", "12 million crowns"),
        ("How many crew members were injured in the collision with the pier?", "Two deckhands"),
        ("Who designed the Sable?", nil),
        ("Why is the ferry being taken out of service?", "its hull is cracked"),
        ("How many people died when the Marten hit the pier?", nil),
    ])
    func tooFar(question: String, expected: String?) throws {
        let text = try response(question).answers.first?.text
        withKnownIssue(isIntermittent: true) { #expect(text == expected) }
    }

    @Test("refuses what isn't said", arguments: [
        "How much will the Sable cost?", "Who founded the Harbour Authority?",
        "Was the captain who retires injured?",
    ])
    func refusals(question: String) throws {
        let response = try response(question)
        #expect(response.status != .answered, "\(question): \(response.answers.map(\.text))")
    }

    @Test("a refusal shows the sentence closest to the question, and what it lacks")
    func closest() throws {
        let closest = try #require(try response("How much will the Sable cost?").closest.first)
        #expect(closest.evidence.quote.contains("A larger ship, the Sable"))
        #expect(closest.reason == "nothing in it is “cost”")
    }

    @Test("the candidates of a question are all in the sentences that may be seen")
    func withheld() throws {
        let answerer = Answerer(store: try ReadStore(Self.text).store, asOf: nil)
        let question = "Who will retire when the ferry is scrapped?"
        let all = try answerer.passages(question)
        #expect(all.contains { $0.text.contains("Harbour Authority") })
        let others = try answerer.passages(question) { $0.contains("ferry") }
        #expect(!others.isEmpty && others.allSatisfy { !$0.sentence.contains("ferry") })
    }
}
