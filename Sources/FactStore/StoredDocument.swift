import Facts

/// A document as the store keeps it: an article, or the table file that imported rows came from.
public struct StoredDocument: Hashable, Sendable {
    public enum Kind: String, Sendable {
        /// A whole article, read by Dossier.
        case article
        /// A table of imported facts; it has no text.
        case table
        /// An article of which only quoted sentences are known: their offsets count the text that these make, a line each.
        case excerpt
        /// A fact that the person who uses the store has asserted; its text is the person's words.
        case assertion
    }

    /// `FILE`, or `FILE#2` where a file holds several articles.
    public var id: String
    public var kind: Kind
    public var title: String?
    public var publisher: String?
    public var author: String?
    public var url: String?
    public var published: Day?
    /// How the date became known ("sidecar", "metadata", "dateline", "filename", "text", "given"); nil without a date.
    public var publishedOrigin: String?
    /// For a date inferred from the text, why; else empty.
    public var publishedReason: String
    /// Empty for a table.
    public var text: String
}

/// A sentence as the store keeps it.
public struct StoredSentence: Hashable, Sendable {
    public var document: String
    /// Its number in the document, from 0.
    public var index: Int
    public var span: Span
    public var startsParagraph: Bool
    public var text: String
}
