import Questions
import Testing

struct CompleterTests {
    let completer: Completer

    init() throws { completer = Completer(grammar: try EnglishGrammar(vocabulary: IslandVocabulary())) }

    private func texts(_ line: String) -> [String] { completer.complete(line).map(\.text) }

    @Test func aBegunWordIsCompletedFromTheStore() {
        #expect(texts("which isl").first == "island")
        #expect(texts("who guards the Gr").first == "Grand Harbour")
        #expect(texts("wh").contains("which"))
    }

    @Test func onlyWhatCanFollowIsOffered() {
        let afterIn = texts("what happened in ")
        #expect(afterIn.contains("Saint Olaf") && afterIn.contains("the"))
        #expect(!afterIn.contains("of") && !afterIn.contains("did"))
        #expect(texts("which island d").contains("did"))
        #expect(!texts("the d").contains("did"))
    }

    @Test func kindsAreTold() {
        #expect(completer.complete("list the lig").first == .init(text: "lighthouse", kind: .type))
        #expect(completer.complete("who is the kee").first == .init(text: "keeper", kind: .attribute))
    }
}
