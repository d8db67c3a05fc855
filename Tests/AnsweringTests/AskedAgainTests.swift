import Answering
import Extraction
import FactStore
import Foundation
import Linguistics
import Testing

/// What a question was understood as is a pattern that goes the same way.
@Suite("Questions asked again as patterns")
struct AskedAgainTests {
    private static let articles = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Articles")

    private static func store(_ folder: String) throws -> FactStore {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("again-\(UUID().uuidString).dossier").path
        let extractor = try Extractor(model: LanguageModel.load())
        _ = try StoreBuilder(into: path, model: "test", fresh: true) { extractor.read($0) }
            .build(paths: [articles.appendingPathComponent(folder).path])
        return try FactStore(path: path)
    }

    private struct Line {
        var text: String
        var isFollowUp: Bool
    }

    private static func questions(_ file: String) throws -> [Line] {
        try String(contentsOf: articles.appendingPathComponent(file), encoding: .utf8).split(separator: "\n").dropFirst().map { row in
            let fields = row.split(separator: "\t", omittingEmptySubsequences: false)
            return Line(text: String(fields[1]), isFollowUp: fields[2].hasPrefix("followup"))
        }
    }

    @Test("every question of the invented articles, with the same answers")
    func devset() throws {
        let store = try Self.store("devset")
        let english = Answerer(store: store, asOf: nil), patterns = Answerer(store: store, asOf: nil)
        for question in try Self.questions("devset/devset.tsv") {
            if !question.isFollowUp { english.forget() }
            let asked = english.answer(question.text)
            let pattern = try #require(asked.understood, "\(question.text)")
            patterns.forget()
            let again = patterns.answer(pattern)
            #expect(again.status == asked.status, "\(question.text)\n\(pattern)")
            #expect(again.answers.map(\.text) == asked.answers.map(\.text), "\(question.text)\n\(pattern)")
            #expect(again.answers.map(\.evidence) == asked.answers.map(\.evidence), "\(question.text)\n\(pattern)")
            #expect(again.understood == pattern)
        }
    }

    @Test("patterns written by hand", arguments: [
        ("?x | found(subject: ?x, object: the Ormond Museum) [who]", ["Clara Voss"]),
        ("?x | establish(subject: ?x, object: \"the *museum\")", ["Clara Voss"]),
        ("?x | found(when: ?x, object: Ormond Museum)", ["1903"]),
        ("?x | meet(where: ?x, subject: \"the leaders of Arvonia and Teland\")", ["Lisbon"]),
        ("?x | close(why: ?x, subject: \"the bridge\")", ["cracks in its pillars"]),
        ("?x | dismiss(object: ?x, subject: Brill Motors) @ \"on Monday\" [how many \"workers\"]", ["340 workers"]),
        ("?x | fact(complement: \"the mayor of Seldwyla\") [description, who]", ["Hugo Brandt"]),
    ])
    func byHand(pattern: String, expected: [String]) throws {
        let text = """
            Clara Voss founded the Ormond Museum in 1903. The leaders of Arvonia and Teland met in Lisbon. Brill Motors dismissed 340 workers on
            Monday. The bridge closed because of cracks in its pillars. Hugo Brandt, the mayor of Seldwyla, opened the fair.
            """.replacingOccurrences(of: "\n", with: " ")
        let response = try Answerer(store: ReadStore(text).store, asOf: nil).answer(pattern)
        #expect(response.answers.map(\.text) == expected, "\(response.diagnostics) \(response.message ?? "")")
        #expect(response.understood == pattern)
    }
}
