import FactStore
import Foundation
import Testing

@testable import Answering

/// A person's own rules beside a store: over tables, with recursion, and over articles.
@Suite("Rules of one's own")
struct RuleTests {
    private static let facts = """
        subject\trelation\tobject
        Ada\tparent of\tBen
        Ben\tparent of\tCleo
        Cleo\tparent of\tDov
        Ada\tborn\t1901
        Ben\tborn\t1928
        """
    private static let rules = """
        parent-is-forebear: forebear of(?x, ?y) :- parent of(?x, ?y)
        forebear-of-parent: forebear of(?x, ?z) :- parent of(?x, ?y) & forebear of(?y, ?z)
        early: early(?x, ?b) :- born(?x, ?b) & ?b < 1910
        """

    private func answerer() throws -> Answerer {
        let folder = FileManager.default.temporaryDirectory.appending(path: "rules-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Self.facts.write(toFile: "\(folder)/family.tsv", atomically: true, encoding: .utf8)
        try Self.rules.write(toFile: "\(folder)/family.dossier.rules", atomically: true, encoding: .utf8)
        _ = try TableImport(into: "\(folder)/family.dossier", fresh: true).run(paths: ["\(folder)/family.tsv"])
        return Answerer(store: try FactStore(path: "\(folder)/family.dossier"), asOf: nil)
    }

    @Test("a rule may use its own conclusion", arguments: [
        ("?x | forebear of(?x, Dov) order by ?x", ["Ada", "Ben", "Cleo"]),
        ("Who is a forebear of Dov?", ["Ada", "Ben", "Cleo"]),
        ("count ?y | forebear of(Ada, ?y)", ["3"]),
        ("?x | early(?x, _)", ["Ada"]),
    ])
    func recursion(question: String, expected: [String]) throws {
        let response = try answerer().answer(question)
        #expect(response.answers.map(\.text).sorted() == expected, "\(response)")
    }

    @Test("a derived answer names its rules and cites the rows it rests on")
    func grounds() throws {
        let answer = try #require(try answerer().answer("forebear of(Ada, Cleo)").answers.first)
        #expect(answer.support == .inferred)
        #expect(answer.rules == ["forebear-of-parent", "parent-is-forebear"])
        #expect(answer.evidence.map(\.row) == [2, 3])
        #expect(answer.evidence.map(\.quote) == ["Ada parent of Ben", "Ben parent of Cleo"])
    }

    @Test("over articles, patterns join, count, order and deny", arguments: [
        ("?x | sign(?x, ?y) & ?x : person order by ?x", ["Ida Solberg", "Karl Reuss"]),
        ("count ?x | sign(?x, ?y) & ?x : person", ["2"]),
        ("?x | sign(?x, _) & resign(?x)", ["Karl Reuss"]),
        ("?x | sign(?x, _) & ?x : person & not resign(?x)", ["Ida Solberg"]),
        ("?x : person | sign(?x, _) order by ?x desc limit 1", ["Karl Reuss"]),
    ])
    func articles(pattern: String, expected: [String]) throws {
        let store = try ReadStore("Ida Solberg signed the harbour treaty in Ostrel. Karl Reuss signed the fishing pact. Karl Reuss resigned in May.")
        let response = Answerer(store: store.store, asOf: nil).answer(pattern)
        #expect(response.answers.map(\.text) == expected, "\(response)")
        #expect(response.answers.allSatisfy { !$0.evidence.isEmpty })
    }
}
