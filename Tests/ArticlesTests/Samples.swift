import Articles
import Foundation

/// A folder for one test's files, removed with it.
final class Folder {
    let url = FileManager.default.temporaryDirectory.appending(path: "dossier-\(UUID().uuidString)")

    init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }
    deinit { try? FileManager.default.removeItem(at: url) }

    func path(_ name: String) -> String { url.appending(path: name).path }

    @discardableResult
    func write(_ name: String, _ bytes: some Sequence<UInt8>) throws -> ArticleFile {
        let file = url.appending(path: name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
        return ArticleFile(name: name, path: file.path)
    }

    /// Writes a file and reads its articles.
    func read(_ name: String, _ text: String) throws -> [Article] { try ArticleReader().read(file: write(name, text.utf8)).articles }
}

extension Article {
    var paragraphs: [String] { text.split(separator: "\n").map(String.init) }
}
