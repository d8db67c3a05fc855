import Articles
import Extraction
import Facts
import Foundation
import GRDB

/// Reads articles into a store, and only those whose files have changed since the store was last built.
///
/// Articles are read on all cores in bounded batches, while the batch before is written; the store gets them in the order of the
/// files, so that it does not depend on the cores. Memory holds two batches, however many files there are. The new state becomes
/// the store when it is complete; after an interrupt the next build goes on where this one stopped.
public struct StoreBuilder: Sendable {
    /// How far a build has come.
    public struct Progress: Hashable, Sendable {
        public var files: Int
        public var totalFiles: Int
        /// Of the files' contents.
        public var bytes: Int
        public var totalBytes: Int
        public var documents: Int
        public var facts: Int
    }

    /// What a build has done.
    public struct Summary: Hashable, Sendable {
        /// Files that were read, and how many of all were as before.
        public var filesRead = 0
        public var filesUnchanged = 0
        public var filesRemoved = 0
        /// Documents and facts that were read in this build.
        public var documents = 0
        public var facts = 0
        /// One line for each file that gave nothing, and for each encoding that was guessed.
        public var notes: [String] = []
    }

    private let store: String
    private let model: String
    private let fresh: Bool
    private let prune: Bool
    private let date: @Sendable ([Article]) -> [Article]
    private let read: @Sendable (Article) -> Reading

    /// - Parameters:
    ///   - store: path of the store to make or to bring up to date.
    ///   - model: names the version of whatever `read` does; a change of it has every file read again.
    ///   - fresh: start from an empty store even where there is one.
    ///   - prune: take out the documents of files that no longer exist.
    ///   - date: completes the publication days of the articles of one file.
    ///   - read: extracts the facts of an article; called from several threads at a time.
    public init(into store: String, model: String, fresh: Bool = false, prune: Bool = false,
                date: @escaping @Sendable ([Article]) -> [Article] = { $0 }, read: @escaping @Sendable (Article) -> Reading) {
        self.store = store
        self.model = model
        self.fresh = fresh
        self.prune = prune
        self.date = date
        self.read = read
    }

    /// Reads the files under `paths` ("-" is standard input). A file that cannot be read is left out with a note, unless it is
    /// the only one.
    ///
    /// - Parameter progress: called after every batch, on the calling thread; what it throws ends the build. `StoreError.cancelled` leaves what
    ///   was read to the next build of the same paths.
    /// - Throws: `StoreError`; the store is then as before.
    public func build(paths: [String], progress: (Progress) throws(StoreError) -> Void = { _ in }) throws(StoreError) -> Summary {
        let found: ArticleFinder.Result
        do throws(ArticleError) {
            found = try ArticleFinder().find(paths)
        } catch {
            throw .input(error)
        }
        let draft = try StoreDraft(path: store, start: fresh ? .fresh : .update, purpose: "build \(model) \(paths)")
        do {
            var run = BuildRun(draft: draft, model: model, date: date, read: read)
            run.summary.notes = found.notes
            try run.readFiles(found.files, progress: progress)
            if prune { try run.prune() }
            if run.hasChanged { try draft.publish() } else { draft.discard() }
            return run.summary
        } catch {
            if case StoreError.cancelled = error { draft.leave() } else { draft.discard() }
            throw StoreError(error, path: store)
        }
    }

    /// Takes documents out of a store, by name.
    ///
    /// - Throws: `StoreError.noSuchDocument` for a name that the store does not have; nothing is then taken out.
    public static func remove(documents: [String], from store: String) throws(StoreError) {
        guard ServerAddress(store) != nil || FileManager.default.fileExists(atPath: store) else { throw .missing(path: store) }
        let draft = try StoreDraft(path: store, start: .update, purpose: "remove \(documents)")
        do {
            try draft.write { db in
                let writer = StoreWriter(db)
                for name in documents {
                    guard let row = try Row.fetchOne(db, sql: "select id, file from document where name = ?", arguments: [name]) else {
                        throw StoreError.noSuchDocument(name: name, path: store)
                    }
                    try writer.removeDocument(row[0])
                    // A file that has lost a document is read again by the next build that is given it.
                    try writer.run("update file set hash = '' where id = ?", [row[1] as Int64?])
                    try writer.run("delete from file where id = ?1 and not exists (select 1 from document where file = ?1)",
                                   [row[1] as Int64?])
                }
            }
            try draft.publish()
        } catch {
            draft.discard()
            throw StoreError(error, path: store)
        }
    }
}
