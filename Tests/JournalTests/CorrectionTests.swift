import Answering
import FactStore
import Facts
import Foundation
import Testing
@testable import Journal

@Suite struct CorrectionTests {
    let folder: CorrectedFolder

    init() throws { folder = try CorrectedFolder() }

    @Test func anAssertedFactAnswersAndSaysWhoSaidSo() throws {
        try folder.correct("assert command(Eve Dahl, Lake Flotilla) @ 2020..")
        let answer = try #require(try folder.ask("who commands the Lake Flotilla").answers.first)
        #expect(answer.text == "Eve Dahl")
        #expect(answer.support == .asserted)
        #expect(answer.corrections.map(\.words) == ["assert command(Eve Dahl, Lake Flotilla) @ 2020.."])
        #expect(answer.corrections.map(\.day.description) == ["2026-11-28"])
        #expect(answer.evidence.map(\.quote) == ["command(Eve Dahl, Lake Flotilla) @ 2020.."])
        #expect(answer.time?.start == .day(Day(year: 2020, month: 1, day: 1)!))
        #expect(answer.time?.end == .open)
    }

    @Test func whatAnArticleStatesTooIsStated() throws {
        try folder.correct("assert command(Ann Lee, Harbour Fleet)")
        let answer = try #require(try folder.ask("who commands the Harbour Fleet").answers.first)
        #expect(answer.text == "Ann Lee")
        #expect(answer.support == .stated)
        #expect(answer.corrections.count == 1)
    }

    @Test func otherAnswersRestOnNothing() throws {
        try folder.correct("assert command(Eve Dahl, Lake Flotilla)")
        let answer = try #require(try folder.ask("who commands the Coast Guard").answers.first)
        #expect(answer.corrections.isEmpty)
        #expect(answer.support == .stated)
    }

    @Test func aRetractedFactIsHidden() throws {
        #expect(try folder.answers("who commands the Coast Guard") == ["Tom Reid"])
        #expect(try folder.correct("retract command(Tom Reid, ?x)").facts == 1)
        #expect(try !folder.answers("who commands the Coast Guard").contains("Tom Reid"))
        #expect(try folder.undo() == "retract command(Tom Reid, ?x)")
        #expect(try folder.answers("who commands the Coast Guard") == ["Tom Reid"])
    }

    @Test func aRefusalThatRestsOnARetractionSaysSo() throws {
        try folder.correct("retract buy(Harbour Fleet, ?x)")
        let response = try folder.ask("who bought boats from Ovra Yards")
        #expect(response.status == .noAnswer)
        #expect(response.message?.contains("you have retracted on 2026-11-28 (retract buy(Harbour Fleet, ?x))") == true)
        #expect(try folder.ask("who won the election").message?.contains("retracted") != true)
    }

    @Test func aFactIsRetractedByItsID() throws {
        let fact = try #require(try FactStore(path: folder.store).facts(FactFilter(predicates: ["buy"])).first)
        #expect(try folder.correct("retract \(fact.id)").facts == 1)
        #expect(try CorrectedStore(path: folder.store).open().facts(ids: [fact.id]).isEmpty)
        #expect(try FactStore(path: folder.store).facts(ids: [fact.id]) == [fact])
    }

    @Test func anAliasIsUnderstood() throws {
        #expect(try folder.ask("what does Nan command").status != .answered)
        try folder.correct("alias Nan = Ann Lee")
        let answer = try #require(try folder.ask("what does Nan command").answers.first)
        #expect(answer.text.contains("Harbour Fleet"))
        #expect(answer.corrections.map(\.words) == ["alias Nan = Ann Lee"])
        #expect(try folder.ask("what does Ann Lee command").answers.first?.corrections == [])
    }

    @Test func mergedEntitiesAreOne() throws {
        let entities = try FactStore(path: folder.store).entities().map(\.name)
        try #require(entities.contains("Tom Reid") && entities.contains("Eve Dahl") == false)
        try folder.correct("merge Tom Reid, Ann Lee")
        let answer = try #require(try folder.ask("what does Tom Reid command").answers.first { $0.text.contains("Harbour Fleet") })
        #expect(answer.corrections.map(\.words) == ["merge Tom Reid, Ann Lee"])
        let store = try CorrectedStore(path: folder.store).open()
        #expect(try store.entities(named: FoldedName("Ann Lee")).map(\.name) == ["Tom Reid"])
    }

    @Test func aSplitPartsEntitiesByDocuments() throws {
        let before = try FactStore(path: folder.store).entities(named: FoldedName("Ann Lee"))
        #expect(before.count == 1)
        #expect(try folder.correct("split Ann Lee (island.txt)").facts > 0)
        let store = try CorrectedStore(path: folder.store).open()
        let after = try store.entities(named: FoldedName("Ann Lee"))
        #expect(after.count == 2)
        let painted = try #require(try store.facts(FactFilter(predicates: ["paint"])).first?.first(.agent)?.entity)
        let commands = try #require(try store.facts(FactFilter(predicates: ["command"])).first?.first(.agent)?.entity)
        #expect(painted != commands)
        #expect(commands == before.first?.id)
    }

    @Test(arguments: [
        ("assert command(Eve Dahl, ?x)", "variables stand for none"),
        ("assert command(Eve Dahl", "expected"),
        ("alias Nan", "An alias is"),
        ("merge Ann Lee", "Two names"),
        ("split Ann Lee", "in brackets"),
    ])
    func whatMakesNoSenseHasAPlaceAndACure(words: String, message: String) throws {
        let error = #expect(throws: (any Error).self) { try folder.correct(words) }
        #expect("\(try #require(error))".contains(message))
        #expect(!FileManager.default.fileExists(atPath: folder.journal))
    }

    @Test(arguments: [
        "alias Nan = Nobody Known", "merge Ann Lee, Ann Lee", "split Ann Lee (nowhere.txt)", "retract fly(Ann Lee)", "retract 0123456789abcdef",
    ])
    func whatHasNoEffectIsRefused(words: String) throws {
        #expect(throws: CorrectedStore.Refusal.self) { try folder.correct(words) }
        #expect(!FileManager.default.fileExists(atPath: folder.journal))
    }
}
