import Articles
import Facts
import Foundation

/// Reads tables of facts, types, names and words, and JSON Lines of facts and annotated documents, into a store. All files of one
/// call make one import: it takes effect as a whole.
///
/// Each table becomes a document of kind `table`; a file imported again replaces what it brought before. The rows of the facts
/// tables become facts of rule `import`: subject = agent, object = patient, or quantity where it is a number. JSON Lines are what
/// `facts` and `annotate` print.
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

    /// How far an import is.
    public struct Progress: Hashable, Sendable {
        /// Of the files' contents.
        public var bytes: Int
        public var totalBytes: Int
        public var facts: Int
        /// All rows are in, and the indexes are being made.
        public var isIndexing = false
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

    /// - Parameter progress: called now and then, on the calling thread; what it throws ends the import.
    /// - Throws: `StoreError`: a file is missing or has a row that makes no sense (with its line), or the store cannot be written; the
    ///   store is then as before.
    public func run(paths: [String], progress: (Progress) throws(StoreError) -> Void = { _ in }) throws(StoreError) -> Summary {
        let files = try paths.map { path throws(StoreError) in try ImportFile(path) }
        let draft = try StoreDraft(path: store, start: fresh ? .fresh : .update, purpose: "import \(paths)")
        do {
            let summary = try draft.write { db in
                try TableImport.write(files, StoreWriter(db), progress)
            }
            let bytes = files.reduce(0) { $0 + $1.source.bytes }
            try progress(Progress(bytes: bytes, totalBytes: bytes, facts: summary.facts, isIndexing: true))
            try draft.publish()
            return summary
        } catch {
            draft.discard()
            throw StoreError(error, path: store)
        }
    }

    private static func write(_ files: [ImportFile], _ writer: StoreWriter, _ progress: (Progress) throws(StoreError) -> Void) throws -> Summary {
        let total = files.reduce(0) { $0 + $1.source.bytes }
        var done = 0
        var tables: [(TableFile, Int64)] = []
        var annotations = try AnnotationWriter(writer)
        for file in files {
            var source = file.source
            source.name = try writer.distinctName(source.name, location: source.location, taken: [:])
            let row = try writer.replace(source)
            switch file.content {
            case .table(let table):
                try writer.removeDocument(named: source.name)
                tables.append((table, try writer.addDocument(Article(id: source.name, text: ""), kind: .table, file: row)))
            case .lines(let bytes):
                try annotations.add(bytes, name: file.path, file: row)
                done += bytes.count
                try progress(Progress(bytes: done, totalBytes: total, facts: annotations.facts))
            }
        }
        var rows = try TableWriter(writer)
        try rows.add(tables) { bytes, facts in
            try progress(Progress(bytes: done + bytes, totalBytes: total, facts: annotations.facts + facts))
        }
        var summary = rows.summary
        summary.files = files.count
        summary.facts += annotations.facts
        summary.repeated += annotations.repeated
        return summary
    }
}

/// A file that is to be imported, told apart by its first character.
private struct ImportFile {
    enum Content {
        case table(TableFile)
        /// JSON Lines.
        case lines([UInt8])
    }

    /// A table lies in memory while it is imported; several tables can make one import.
    private static let mostBytes = 2 << 30

    let path: String
    let source: SourceFile
    let content: Content

    init(_ path: String) throws(StoreError) {
        self.path = path
        let url = URL(fileURLWithPath: path)
        let bytes: [UInt8]
        do throws(FileBytes.Failure) {
            bytes = try FileBytes.contents(of: path, atMost: ImportFile.mostBytes)
        } catch {
            switch error {
            case .missing: throw .input(.missing(path: path))
            case .unreadable(let reason): throw .input(.unreadable(path: path, reason: reason))
            case .tooLarge: throw .input(.malformed(path: path, reason: error.reason))
            }
        }
        source = SourceFile(location: url.standardizedFileURL.path, content: bytes)
        let isJSON = bytes.first { $0 > 0x20 } == UInt8(ascii: "{")
        content = isJSON ? .lines(bytes) : .table(try TableFile(name: path, bytes: bytes))
    }
}
