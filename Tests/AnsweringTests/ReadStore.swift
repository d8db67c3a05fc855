import Articles
import Extraction
import FactStore
import Foundation
import Linguistics

/// A store built from an invented text, as `dossier build` builds it.
struct ReadStore {
    let store: FactStore

    init(_ text: String, published: String = "2023-05-16", named name: String = #function) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("answering-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appendingPathComponent("article.txt").path
        try text.write(toFile: file, atomically: true, encoding: .utf8)
        try "title: \(name)\npublished: \(published)\n".write(toFile: folder.appendingPathComponent("article.meta").path, atomically: true,
            encoding: .utf8)
        let extractor = try Extractor(model: LanguageModel.load())
        let path = folder.appendingPathComponent("article.dossier").path
        _ = try StoreBuilder(into: path, model: "test", fresh: true) { extractor.read($0) }.build(paths: [file])
        store = try FactStore(path: path)
    }
}
