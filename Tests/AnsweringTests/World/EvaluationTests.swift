import FactStore
import Facts
import Foundation
import Questions
import Testing

@testable import Answering

@Suite("Evaluation over a closed world")
struct EvaluationTests {
    private func answers(_ pattern: String) throws -> [String] {
        let world = try WorldFixture.world("chat80")
        world.relation("in")?.isTransitive = true
        let outcome = Evaluation.run(try PatternLanguage.parse(pattern), over: world)
        return outcome.rows.map { row in row.values.map(world.text).joined(separator: ": ") }
    }

    @Test(
        "patterns",
        arguments: [
            (
                "?x | ?x : ocean & borders(?x, ?a) & ?a : country & in(?a, Africa) & borders(?x, ?b) & ?b : country & in(?b, Asia)",
                ["Indian Ocean"]
            ),
            ("?x | capital(Upper Volta, ?x)", ["Ouagadougou"]),
            ("?x | top 1 by ?a { ?x : country & area(?x, ?a) }", ["Soviet Union"]),
            ("?x | top 2..2 by ?a { ?x : country & area(?x, ?a) }", ["Canada"]),
            ("count{ ?c | ?c : country & flows through(Danube, ?c) }", ["6"]),
            (
                """
                sum{ ?a, ?x | ?x : country & latitude(?x, ?l) & latitude(Equator, ?e) & ?l < ?e \
                & not in(?x, Australasia) & area(?x, ?a) }
                """,
                ["10228 ksqmiles"]
            ),
            ("?x : ocean | not (borders(?x, ?c) & ?c : country)", ["Southern Ocean"]),
            (
                """
                ?x : continent | not (?c : country & in(?c, ?x) \
                & count{ ?y | ?y : city & in(?y, ?c) & population(?y, ?p) & ?p > 1 million } > 2) order by ?x
                """,
                ["Africa", "Antarctica", "Australasia"]
            ),
            (
                """
                ?x : country | borders(?x, Mediterranean) & borders(?x, ?y) & ?y : country & borders(?y, ?z) & ?z : country \
                & population(?z, ?p) & population(India, ?q) & ?p > ?q
                """,
                ["Turkey"]
            ),
            (
                "?c, ?x | top 1 by ?a per ?c { ?c : continent & ?x : country & in(?x, ?c) & area(?x, ?a) } order by ?c",
                ["Africa: Sudan", "America: Canada", "Asia: Soviet Union", "Australasia: Australia", "Europe: France"]
            ),
            ("?x : country | count{ ?y | ?y : city & in(?y, ?x) } = 3 order by ?x", ["Italy", "Soviet Union", "United Kingdom"]),
            ("count{ ?r | ?r : river & flow(?r, destination: West Germany) }", ["2"]),
            ("distance{ ?a, ?b } | area(France, ?a) & area(Spain, ?b)", ["18 ksqmiles"]),
            ("?x | ?x : country & (borders(?x, Baltic) or ?x = Malta) order by ?x limit 3", ["Denmark", "East Germany", "Finland"]),
        ])
    func pattern(_ text: String, expected: [String]) throws { #expect(try answers(text) == expected) }

    @Test("yes and no")
    func yesNo() throws {
        #expect(try answers("in(Rhine, Switzerland)") == [""])
        #expect(try answers("borders(Spain, Pacific)") == [])
        #expect(try answers("population(China, ?p) & ?p = 840 million") == [""])
    }
}

/// The worlds of `Tests/Worlds`, imported as a person would import them.
enum WorldFixture {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Worlds").path

    static func tables(_ name: String, lexicon: String? = nil) throws -> [String] {
        let files = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(name)").sorted()
        let tables = files.filter { $0.hasSuffix(".tsv") && $0 != "questions.tsv" && !$0.hasPrefix("lexicon") }
        return tables.map { "\(folder)/\(name)/\($0)" } + [lexicon ?? "\(folder)/\(name)/lexicon.tsv"]
    }

    static func store(_ name: String, lexicon: String? = nil) throws -> FactStore {
        let path = FileManager.default.temporaryDirectory.appending(path: "\(name)-\(UUID().uuidString).dossier").path
        _ = try TableImport(into: path, fresh: true).run(paths: try tables(name, lexicon: lexicon))
        return try FactStore(path: path)
    }

    static func world(_ name: String) throws -> World { try World(store: try store(name)) }
}
