import FactStore
import Facts
import Questions

/// A sentence that supports an answer, with what a citation needs.
public struct Citation: Hashable, Sendable {
    public var document: String
    public var title: String?
    public var publisher: String?
    public var author: String?
    public var url: String?
    public var published: Day?
    /// The sentence's span in the document.
    public var span: Span
    /// The words that carry the fact, in the document.
    public var emphasis: Span?
    public var quote: String
    /// Of an imported table: the line on which the row stands; the table has no text, and `span` is empty.
    public var row: Int?

    public init(document: String, title: String?, publisher: String?, author: String? = nil, url: String? = nil, published: Day?,
                span: Span, emphasis: Span? = nil, quote: String, row: Int? = nil) {
        self.document = document
        self.title = title
        self.publisher = publisher
        self.author = author
        self.url = url
        self.published = published
        self.span = span
        self.emphasis = emphasis
        self.quote = quote
        self.row = row
    }
}

/// One answer: the shortest full wording, and everything that tells how far to trust it.
public struct Answer: Hashable, Sendable {
    public enum Support: String, Hashable, Sendable {
        /// An article says it in so many words.
        case stated
        /// A rule derived it.
        case inferred
        /// An imported table says it.
        case given
        /// The person who uses the store says it, and no article.
        case asserted
    }

    public var text: String
    public var entity: EntityID?
    public var type: EntityType?
    public var value: Quantity?
    public var time: ValidTime?
    public var modality: Modality
    public var polarity: Polarity
    public var attribution: Attribution?
    public var support: Support
    /// Names of the inference rules used.
    public var rules: [String]
    public var evidence: [Citation]
    /// Ids of the facts behind it.
    public var facts: [String]
    /// The person's corrections that it rests on.
    public var corrections: [RestingOn] = []
    /// 0…1, for the order of answers.
    public var score: Double

    public init(text: String, entity: EntityID? = nil, type: EntityType? = nil, value: Quantity? = nil, time: ValidTime? = nil,
                modality: Modality = .actual, polarity: Polarity = .positive, attribution: Attribution? = nil,
                support: Support = .stated, rules: [String] = [], evidence: [Citation], facts: [String] = [], score: Double = 1) {
        self.text = text
        self.entity = entity
        self.type = type
        self.value = value
        self.time = time
        self.modality = modality
        self.polarity = polarity
        self.attribution = attribution
        self.support = support
        self.rules = rules
        self.evidence = evidence
        self.facts = facts
        self.score = score
    }
}

/// What became of one question.
public struct Response: Sendable {
    public enum Status: String, Sendable { case answered, noAnswer = "no-answer", notUnderstood = "not-understood", error }

    /// A fact close to the question, for a refusal, with the constraint that it fails.
    public struct Closest: Hashable, Sendable {
        public var text: String
        public var reason: String
        public var evidence: Citation

        public init(text: String, reason: String, evidence: Citation) {
            self.text = text
            self.reason = reason
            self.evidence = evidence
        }
    }

    public var question: String
    public var status: Status
    /// The query in the pattern language.
    public var understood: String?
    public var answers: [Answer]
    public var message: String?
    public var closest: [Closest]
    public var diagnostics: [Diagnostic]
    /// The answers are events, to be told by date.
    public var isChronicle: Bool

    public init(question: String, status: Status, understood: String? = nil, answers: [Answer] = [], message: String? = nil,
                closest: [Closest] = [], diagnostics: [Diagnostic] = [], isChronicle: Bool = false) {
        self.question = question
        self.status = status
        self.understood = understood
        self.answers = answers
        self.message = message
        self.closest = closest
        self.diagnostics = diagnostics
        self.isChronicle = isChronicle
    }
}
