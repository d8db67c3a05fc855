import FactStore
import Facts
import Foundation
import Lexicon
import Questions
import Testing

@testable import Answering

/// Worlds of which nothing is read whole, as those of millions of rows are.
@Suite("Large worlds")
struct LargeWorldTests {
    @Test(
        "questions have the answers that they have where the tables are read whole",
        arguments: ["chat80", "season", "hospital", "huts"])
    func sameAnswers(world: String) throws {
        let store = try WorldFixture.store(world)
        let whole = try #require(try WorldInterpreter(store: store))
        let large = try #require(try WorldInterpreter(store: store, limits: WorldSource.Limits(table: 0, world: 0)))
        let grammar = EnglishGrammar(vocabulary: whole.words, dictionary: try WordNet.shared())
        for question in try WorldFixture.questions(world) {
            let trees = grammar.parse(question.text).trees
            #expect(told(large, trees, question.text) == told(whole, trees, question.text), "\(question.text)")
        }
        try large.check()
    }

    private func told(_ interpreter: WorldInterpreter, _ trees: [QuestionTree], _ question: String) -> [String] {
        switch interpreter.answer(trees, question: question) {
        case .response(let response, _): [response.understood ?? ""] + response.answers.map(\.text).sorted()
        case .misfit(let diagnostic, _): [diagnostic.message]
        }
    }

    @Test(
        "patterns over one table of more rows than are read whole",
        arguments: [
            ("?x | meets(n5, ?x)", ["n6"]),
            ("?x | meets(?x, n5)", ["n4"]),
            ("?x | meets(?x, _) @ 2001 order by ?x", ["n1", "n2001", "n7"]),
            ("count{ ?x | meets(?x, _) }", ["2500"]),
            ("?x | weighs(?x, 7)", ["n7"]),
            ("?x | ?x : big", ["n3"]),
            ("?x | at(?x, @1998-05)", ["n9"]),
            ("?x, count{ ?y | meets(?x, ?y) } | meets(?x, _) order by count{ ?y | meets(?x, ?y) } desc limit 1", ["n7: 3"]),
            ("?x | top 1 by count{ ?y | meets(?x, ?y) } { meets(?x, _) }", ["n7"]),
            ("?x | top 2..2 by count{ ?y | meets(?y, ?x) } { meets(?z, ?x) } order by ?x", ["n2"]),
            ("?x | top 1 by count{ ?y | meets(?x, ?y) @ 2001 } { meets(?x, _) @ 2001 }", ["n7"]),
        ])
    func patterns(pattern: String, expected: [String]) throws {
        let world = try World(store: try Self.store(), limits: WorldSource.Limits(table: 10, world: 10))
        let outcome = Evaluation.run(try PatternLanguage.parse(pattern), over: world)
        #expect(outcome.rows.map { $0.values.map(world.text).joined(separator: ": ") } == expected)
        try world.source?.check()
    }

    @Test("what the store ranks is cited by its rows")
    func rankedRowsAreCited() throws {
        let store = try Self.store()
        let interpreter = try #require(try WorldInterpreter(store: store, limits: WorldSource.Limits(table: 10, world: 10)))
        let query = try PatternLanguage.parse("?x | top 1 by count{ ?y | meets(?x, ?y) } { meets(?x, _) }")
        let response = interpreter.response(query, interpreter.evaluated(query), question: "")
        #expect(response.answers.map { $0.evidence.map(\.quote) } == [["n7 meets n1, 2001", "n7 meets n2, 2001", "n7 meets n8, 2003-02"]])
        #expect(response.answers.first?.facts.count == 3)
    }

    @Test("what was read is let go of, and read again")
    func forgets() throws {
        let world = try World(store: try Self.store(), limits: WorldSource.Limits(table: 10, world: 10))
        let query = try PatternLanguage.parse("count{ ?x | meets(?x, _) }")
        let first = Evaluation.run(query, over: world).rows.map(\.values)
        for table in world.relations { table.forget() }
        #expect(world.relations.allSatisfy { $0.forgettable == 0 })
        #expect(Evaluation.run(query, over: world).rows.map(\.values) == first)
    }

    /// Some 2,500 meetings, as many weights, and a date that is the name of a thing.
    private static func store() throws -> FactStore {
        let folder = FileManager.default.temporaryDirectory.appending(path: "large-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        var facts = "subject\trelation\tobject\ttime\nn9\tat\t1998-05\t\n"
        for number in 0..<2500 {
            facts += "n\(number)\tmeets\tn\(number + 1)\t\(number % 2000 == 1 ? "2001" : "2003-02")\n"
            facts += "n\(number)\tweighs\t\(number)\t\n"
        }
        facts += "n7\tmeets\tn1\t2001\nn7\tmeets\tn2\t2001\nn8\tmeets\tn1\t\n"
        try facts.write(toFile: "\(folder)/facts.tsv", atomically: true, encoding: .utf8)
        try "entity\ttype\nn3\tbig\n".write(toFile: "\(folder)/types.tsv", atomically: true, encoding: .utf8)
        _ = try TableImport(into: "\(folder)/world.dossier", fresh: true).run(paths: ["\(folder)/facts.tsv", "\(folder)/types.tsv"])
        return try FactStore(path: "\(folder)/world.dossier")
    }
}
