import Facts

/// A fact with all that a reader elsewhere needs to know of it: where its sentence stands, in which document, and what the things it
/// speaks of are called.
public struct StoredFact: Sendable {
    public var fact: Fact
    /// Of the sentence in its document; nil for a row of a table.
    public var sentence: Span?
    public var source: DocumentHead
    /// Of the arguments and of who says so.
    public var entities: [EntityID: EntityHead]

    /// The words that carry the fact, as its document has them; nil for a row of a table.
    public var words: String? {
        guard let sentence, sentence.contains(fact.evidence.span) else { return nil }
        let start = fact.evidence.span.start - sentence.start
        return ScalarText(fact.evidence.quote)[Span(start, start + fact.evidence.span.length)]
    }
}

/// What is known of a document beside its text.
public struct DocumentHead: Hashable, Sendable {
    public var id: String
    public var kind: StoredDocument.Kind
    public var title: String?
    public var publisher: String?
    public var author: String?
    public var url: String?
    public var published: Day?

    static let columns = "d.name, d.kind, d.title, d.publisher, d.author, d.url, d.published"

    /// - Parameter first: the first of the `columns`.
    init(_ row: ResultRow, from first: Int32) {
        id = row[first]
        kind = StoredDocument.Kind(rawValue: row[first + 1]) ?? .article
        title = row[first + 2]
        publisher = row[first + 3]
        author = row[first + 4]
        url = row[first + 5]
        published = (row[first + 6] as Int32?).map(Day.init(number:))
    }
}

/// An entity by its main name.
public struct EntityHead: Hashable, Sendable {
    public var name: String
    public var type: EntityType
}
