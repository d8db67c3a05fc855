import Extraction
import FactStore
import Linguistics

/// Reading of articles into a store, with progress on a terminal.
public enum ArticleBuild {
    /// - Parameters:
    ///   - model: names the program that reads; a change of it has every file read again.
    ///   - cancellation: leaves what was read to the next build of the same articles.
    /// - Throws: `StoreError`, and what the language model's loading throws.
    @discardableResult
    public static func build(_ paths: [String], into store: String, model: String = Version.number, isFresh: Bool = false, prunes: Bool = false,
                             showsProgress: Bool = false, cancellation: Cancellation = .never) throws -> StoreBuilder.Summary {
        let extractor = try Extractor(model: LanguageModel.load())
        let builder = StoreBuilder(into: store, model: model, fresh: isFresh, prune: prunes, date: { extractor.dating($0) },
                                   read: { extractor.read($0) })
        let bar = ProgressBar(isShown: showsProgress)
        defer { bar.clear() }
        return try builder.build(paths: paths) { progress throws(StoreError) in
            bar.show(done: progress.bytes, of: progress.totalBytes, what: "\(progress.documents) documents, \(progress.facts) facts")
            try cancellation.check()
        }
    }

    /// What a build has done, as a sentence.
    public static func sentence(_ summary: StoreBuilder.Summary, store: String) -> String {
        var text = "\(ServerAddress.shown(store)): read \(count(summary.filesRead, "file")), \(count(summary.documents, "document")), \(count(summary.facts, "fact"))"
        if summary.filesUnchanged > 0 { text += "; \(count(summary.filesUnchanged, "file")) unchanged" }
        if summary.filesRemoved > 0 { text += "; \(count(summary.filesRemoved, "file")) removed" }
        return text
    }

    private static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
