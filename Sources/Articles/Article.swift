import Facts

/// A day of publication and how it became known.
public struct PublicationDate: Hashable, Sendable {
    public enum Origin: String, Sendable { case sidecar, metadata, dateline, filename, text, given }

    public var day: Day
    public var origin: Origin
    /// For a date inferred from the text, why: "“yesterday” is Oct. 25 and the latest year named is 2026".
    public var reason: String

    public init(day: Day, origin: Origin, reason: String = "") {
        self.day = day
        self.origin = origin
        self.reason = reason
    }
}

/// One article as it was read from a file: its text without page furniture, and what is known of it.
public struct Article: Hashable, Sendable {
    /// `FILE`, or `FILE#2` where a file holds several; the path is relative to what was given to `build`.
    public var id: String
    public var title: String?
    public var publisher: String?
    public var author: String?
    public var url: String?
    public var published: PublicationDate?
    /// Paragraphs separated by a line feed. All offsets of the product count this text's Unicode scalars.
    public var text: String

    public init(id: String, title: String? = nil, publisher: String? = nil, author: String? = nil, url: String? = nil,
                published: PublicationDate? = nil, text: String) {
        self.id = id
        self.title = title
        self.publisher = publisher
        self.author = author
        self.url = url
        self.published = published
        self.text = text
    }
}
