import Testing
import Facts
@testable import Lexicon

@Suite struct VerbLexiconTests {
    let lexicon = try! VerbLexicon.load()

    @Test func synonymsStateOneRelation() {
        #expect(lexicon.relation(of: "purchase") == "buy")
        #expect(lexicon.relation(of: "overthrow") == lexicon.relation(of: "oust"))
        #expect(lexicon.relation(of: "step down") == "resign")
        #expect(lexicon.verbs(of: "invade").contains("annex"))
    }

    @Test func nounsNameTheEventsOfVerbs() {
        #expect(lexicon.nominal("passage") == VerbLexicon.Nominal(verb: "pass", ofRole: .patient))
        #expect(lexicon.nominal("death")?.ofRole == .agent)
        #expect(lexicon.nominal("teapot") == nil)
    }

    @Test func complementsCarryModality() throws {
        #expect(lexicon.entry("agree")?.complement?.modality == .planned)
        let refuse = try #require(lexicon.entry("refuse")?.complement)
        #expect(refuse.isNegative && refuse.controller == .subject)
        #expect(lexicon.entry("urge")?.complement?.controller == .object)
    }

    @Test func brokenLinesAreReported() {
        #expect(throws: VerbLexicon.Malformed.self) { try VerbLexicon(table: "run\tlead\n") }
        #expect(throws: VerbLexicon.Malformed.self) { try VerbLexicon(table: "run\t\t\tsubject:perhaps\t\n") }
    }
}
