import Answering
import Articles
import Extraction
import FactStore
import Facts
import Foundation
import Linguistics
@testable import Journal

/// A folder with invented articles and the store built from them, as `dossier build` builds it.
final class CorrectedFolder {
    let url = FileManager.default.temporaryDirectory.appending(path: "journal-\(UUID().uuidString)")
    var store: String { url.appending(path: "news.dossier").path }
    var journal: String { store + ".journal" }
    let today = Moment(day: Day(year: 2026, month: 11, day: 28)!, second: 34_200)

    static let harbour = """
        Ann Lee commands the Harbour Fleet. Tom Reid commands the Coast Guard. The Harbour Fleet bought 12 boats from Ovra Yards in 2019. \
        Captain Ferrer visited Port Sarn in 2018.
        """
    static let island = "Ann Lee painted a mural in Port Sarn in 2017. Lou Ferrer opened a museum in Port Sarn in 2021."

    init() throws {
        try FileManager.default.createDirectory(at: url.appending(path: "news"), withIntermediateDirectories: true)
        try write("harbour.txt", Self.harbour)
        try write("island.txt", Self.island)
        try build()
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func write(_ name: String, _ text: String) throws {
        try text.write(to: url.appending(path: "news/\(name)"), atomically: true, encoding: .utf8)
        let meta = "title: \(name)\npublished: 2023-05-16\n"
        try meta.write(to: url.appending(path: "news/\(name.dropLast(4)).meta"), atomically: true, encoding: .utf8)
    }

    func build(fresh: Bool = false) throws {
        let extractor = try Extractor(model: LanguageModel.load())
        _ = try StoreBuilder(into: store, model: "test", fresh: fresh) { extractor.read($0) }.build(paths: [url.appending(path: "news").path])
    }

    @discardableResult
    func correct(_ words: String) throws -> CorrectionEffect { try CorrectedStore(path: store).correct(words, at: today) }

    func undo() throws -> String { try CorrectedStore(path: store).undo(at: today) }

    func lines() throws -> [String] {
        try String(contentsOfFile: journal, encoding: .utf8).split(separator: "\n").map(String.init)
    }

    func ask(_ question: String) throws -> Response {
        Answerer(store: try CorrectedStore(path: store).open(), asOf: nil).answer(question)
    }

    func answers(_ question: String) throws -> [String] { try ask(question).answers.map(\.text) }
}
