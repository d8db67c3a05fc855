import Articles
import Facts
import Foundation

/// Reads tables of facts, types, names and words into a store. All files of one call make one import: it takes effect as a whole.
///
/// Each file becomes a document of kind `table`; a file imported again replaces its rows. The rows of the facts tables become facts of rule
/// `import`: subject = agent, object = patient, or quantity where it is a number.
public struct TableImport: Sendable {
    /// What an import brought in.
    public struct Summary: Hashable, Sendable {
        public var files = 0
        public var facts = 0
        /// Rows that the store had already, from this or another table.
        public var repeated = 0
        public var types = 0
        public var names = 0
        public var words = 0
    }

    private let store: String
    private let fresh: Bool

    /// - Parameters:
    ///   - store: path of the store to make or to add to.
    ///   - fresh: start from an empty store even where there is one.
    public init(into store: String, fresh: Bool = false) {
        self.store = store
        self.fresh = fresh
    }

    /// - Throws: `StoreError`: a file is missing or has a row that makes no sense (with its line), or the store cannot be written; the
    ///   store is then as before.
    public func run(paths: [String]) throws(StoreError) -> Summary {
        let files = try paths.map { path throws(StoreError) in try TableImport.load(path) }
        let draft = try StoreDraft(path: store, start: fresh ? .fresh : .update, purpose: "import")
        do {
            let summary = try draft.write { db in
                var writer = TableWriter(StoreWriter(db))
                try writer.add(files)
                return writer.summary
            }
            try draft.publish()
            return summary
        } catch {
            draft.discard()
            throw StoreError(error, path: store)
        }
    }

    private static func load(_ path: String) throws(StoreError) -> TableSource {
        let url = URL(fileURLWithPath: path)
        guard FileManager.default.fileExists(atPath: path) else { throw .badInput("\(path): no such file") }
        do {
            let bytes = [UInt8](try Data(contentsOf: url, options: .mappedIfSafe))
            return TableSource(table: try TableFile(name: path, bytes: bytes), file: SourceFile(location: url.standardizedFileURL.path, content: bytes))
        } catch let error as StoreError {
            throw error
        } catch {
            throw .badInput("\(path): cannot be read (\(error.localizedDescription))")
        }
    }
}

/// A table with where it came from.
struct TableSource {
    var table: TableFile
    var file: SourceFile
}
