import Foundation
import Testing
@testable import Answering

struct RuleBookTests {
    private let program: String

    init() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        program = try String(contentsOf: root.appendingPathComponent("Sources/Answering/Resources/inference.rules"), encoding: .utf8)
    }

    @Test func everyRuleOfTheProgramIsWellFormed() throws {
        let rules = try InferenceRule.rules(in: program)
        #expect(rules.count == program.split(separator: "\n").filter { !$0.hasPrefix("#") }.count)
        #expect(Set(rules.map(\.name)).count == rules.count)
    }

    @Test func onlyTheRulesThatConcludeWhatIsAskedAreGiven() throws {
        let book = try RuleBook(program: "a: lead(agent: ?x) :- head(agent: ?x)\nb: buy(agent: ?x) :- sell(recipient: ?x)",
                                own: "mine: lead(agent: ?x) :- steer(agent: ?x)")
        let asked = PredicateClass(verb: "lead", particle: "", lemmas: ["lead": 1], relation: nil)
        #expect(book.rules(for: asked).map(\.name) == ["a", "mine"])
    }

    @Test func aMalformedRuleOfOnesOwnIsReportedWithItsLine() {
        #expect(throws: InferenceRule.Malformed.self) { try RuleBook(program: "", own: "# mine\nnonsense") }
    }
}
