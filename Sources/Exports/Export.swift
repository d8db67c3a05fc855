import FactStore

/// The facts of a store that a filter chooses, written in one format.
///
/// Records are written as they are read: memory doesn't grow with the store. The same store gives the same bytes.
public struct Export {
    public struct Options: Sendable {
        /// What the IRIs of facts, entities and documents begin with.
        public var base: String
        /// Lets control characters through where a format has no escape for them.
        public var raw: Bool

        public init(base: String = IRI.defaultBase, raw: Bool = false) {
            self.base = base
            self.raw = raw
        }
    }

    /// As much is written at a time.
    private static let block = 1 << 16
    private let store: FactStore
    private let filter: FactFilter
    private let writer: any ExportWriter

    /// - Throws: where the program's own table of a format can't be read.
    public init(_ format: ExportFormat, of store: FactStore, filter: FactFilter = FactFilter(), options: Options = Options()) throws {
        self.store = store
        self.filter = filter
        writer = try format.writer(options)
    }

    /// - Parameter sink: takes the text in pieces.
    /// - Throws: `StoreError`.
    public func write(to sink: (String) -> Void) throws {
        var pending = writer.head
        var isFirst = true
        func add(_ record: String?) {
            guard let record else { return }
            if !isFirst { pending += writer.separator }
            isFirst = false
            pending += record
            guard pending.utf8.count >= Self.block else { return }
            sink(pending)
            pending = ""
        }
        let records = writer.records
        if records.contains(.documents) { try store.forEachDocument(of: filter) { add(writer.text(of: $0)) } }
        if records.contains(.entities) { try store.forEachEntity(of: filter) { add(writer.text(of: $0)) } }
        if records.contains(.facts) { try store.forEachFact(filter) { add(writer.text(of: $0)) } }
        sink(pending + writer.tail)
    }
}

extension ExportFormat {
    fileprivate func writer(_ options: Export.Options) throws -> any ExportWriter {
        switch self {
        case .nodes: NodeTableWriter(raw: options.raw)
        case .edges: EdgeTableWriter(raw: options.raw)
        case .jsonl: JSONLinesWriter()
        case .nquads: NQuadsWriter(base: options.base)
        case .trig: TriGWriter(base: options.base)
        case .jsonld: JSONLDWriter(base: options.base)
        case .graphml: GraphMLWriter()
        case .events: try EventWriter()
        }
    }
}
