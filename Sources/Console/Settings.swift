import FactStore
import Facts
import Presentation

/// What a person can set for a session.
public struct Settings: Sendable {
    public var format: OutputFormat = .text
    /// Columns; nil follows the terminal.
    public var width: Int?
    public var colours = false
    /// The day from which "last August" in a question counts; nil is the newest document's.
    public var asOf: Day?
    public var showsTimer = false
    /// How many answers are shown at most; the rest is counted, never dropped silently.
    public var limit: Int?
    public var raw = false
    /// Nothing but answers.
    public var quiet = false
    /// Files may not be written and other stores not opened.
    public var safe = false
    /// The store of the seed articles, which nothing but its own build writes to.
    public var seedStore: String?
    /// Long work shows how far it is.
    public var showsProgress = false
    /// Only documents of these publishers or days count.
    public var publisher: String?
    public var published: ClosedRange<Day>?

    public init() {}
}

extension Settings {
    /// The store as the settings let it be seen: only documents of a publisher, or of some days.
    public func scoped(_ store: FactStore) -> FactStore {
        guard publisher != nil || published != nil, let documents = try? store.documents() else { return store }
        let chosen = documents.filter { document in
            let isPublisher = publisher.map { FoldedName($0) == FoldedName(document.publisher ?? "") } ?? true
            let isPublished = published.map { days in document.published.map(days.contains) ?? false } ?? true
            return isPublisher && isPublished
        }
        return store.restricted(to: chosen.map(\.id))
    }
}

/// What one line of input led to.
public struct Outcome: Sendable {
    /// For standard output.
    public var output: String
    /// For standard error.
    public var note: String
    /// Exit status as `ask` would give it: 0 answered, 1 the articles don't say, 2 not understood.
    public var status: Int32
    public var quits: Bool

    public init(output: String = "", note: String = "", status: Int32 = 0, quits: Bool = false) {
        self.output = output
        self.note = note
        self.status = status
        self.quits = quits
    }

    /// Of a line that was no longer wanted: what there is of its output is not shown.
    static let stopped = Outcome(note: "Stopped.\n", status: Interrupt.status)

    static func failure(_ note: String, status: Int32 = 2) -> Outcome {
        Outcome(note: SafeText.visible(note) + "\n", status: status)
    }
}
