import Answering
import FactStore
import Foundation
import Testing

/// Whole question files, asked at the public door of stores imported from the tables beside them.
@Suite("Questions over closed worlds")
struct WorldQuestionTests {
    @Test(
        "at least as many are right as before",
        arguments: [
            ("chat80", "lexicon.tsv", 86), ("chat80", "lexicon-plain.tsv", 84), ("fleet", "lexicon.tsv", 82), ("season", "lexicon.tsv", 92),
            ("archive", "lexicon.tsv", 103), ("orbits", "lexicon.tsv", 87),
            ("staff", "lexicon.tsv", 86), ("hospital", "lexicon.tsv", 109), ("huts", "lexicon.tsv", 80),
            ("zoo", "lexicon.tsv", 56),
        ])
    func score(world: String, lexicon: String, floor: Int) throws {
        let answerer = Answerer(store: try WorldFixture.store(world, lexicon: "\(WorldFixture.folder)/\(world)/\(lexicon)"), asOf: nil)
        let wrong = try WorldFixture.questions(world).filter { !$0.isRight(answerer.answer($0.text)) }
        let total = try WorldFixture.questions(world).count
        #expect(total - wrong.count >= floor, "\(wrong.map(\.text).joined(separator: "\n"))")
    }

    @Test(
        "what a question was understood as can be asked again, with the same answers", arguments: [
            "chat80", "fleet", "season", "archive", "orbits", "staff", "hospital", "huts", "zoo",
        ])
    func asksAgain(world: String) throws {
        let answerer = Answerer(store: try WorldFixture.store(world), asOf: nil)
        for question in try WorldFixture.questions(world) {
            let response = answerer.answer(question.text)
            guard let pattern = response.understood else { continue }
            let again = answerer.answer(pattern)
            #expect(Set(again.answers.map(\.text)) == Set(response.answers.map(\.text)), "\(question.text)\n\(pattern)")
            #expect(again.understood == pattern)
        }
    }

    @Test("a name that no table has is reported as such")
    func unknownName() throws {
        let response = Answerer(store: try WorldFixture.store("chat80"), asOf: nil).answer("What is the capital of Ruritania?")
        #expect(response.status == .noAnswer)
        #expect(response.message?.contains("Ruritania") == true)
    }

    @Test("nothing satisfies it: no answer, not a made-up one")
    func empty() throws {
        let answerer = Answerer(store: try WorldFixture.store("chat80"), asOf: nil)
        #expect(answerer.answer("Which countries border Iceland?").answers.isEmpty)
        #expect(answerer.answer("What are the rivers that flow through each country bordering the Baltic?").status == .noAnswer)
    }
}

/// A line of a question file: the answers expected, as a set; none for "no answer".
struct WorldQuestion {
    var text: String
    var expected: [String]

    /// By set of answers, letter case and units aside, numbers rounded; yes and no by their first word.
    func isRight(_ response: Response) -> Bool {
        let wanted = Set(expected.map(Self.normal)), given = Set(response.answers.map { Self.normal($0.text) })
        if wanted.isEmpty { return response.status == .noAnswer }
        if wanted == given { return true }
        guard wanted.count == 1, given.count == 1, let want = wanted.first, let have = given.first else { return false }
        if want == "yes" || want == "no" { return have.hasPrefix(want) }
        return Self.number(want) != nil && Self.number(want) == Self.number(have)
    }

    private static func number(_ text: String) -> Int? {
        text.firstMatch(of: /-?\d+(\.\d+)?/).flatMap { Double($0.output.0) }.map { Int($0.rounded()) }
    }

    private static func normal(_ text: String) -> String {
        text.lowercased().replacing(/\d+\.\d+/) { match in String(Int((Double(match.output) ?? 0).rounded())) }.replacing("%", with: "")
            .trimmingCharacters(in: .whitespaces)
    }
}

extension WorldFixture {
    static func questions(_ world: String) throws -> [WorldQuestion] {
        try String(contentsOfFile: "\(folder)/\(world)/questions.tsv", encoding: .utf8).split(separator: "\n").dropFirst().map { line in
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            let expected = fields.count > 2 ? fields[2].split(separator: "|").map(String.init) : []
            return WorldQuestion(text: fields[1], expected: expected)
        }
    }
}
