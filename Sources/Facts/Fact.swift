/// Whether a fact happened or holds, or is only spoken of.
public enum Modality: String, Hashable, Sendable, CaseIterable {
    case actual, planned, expected, possible, recommended, conditional, generic
}

public enum Polarity: String, Hashable, Sendable, CaseIterable { case positive, negative }

/// The part an argument plays in a predication. `docs/fact-model.md` says with examples which phrase gets which.
public enum Role: String, Hashable, Sendable, CaseIterable {
    case agent, patient, recipient, attribute, topic, place, source, destination, instrument, purpose, cause, quantity
}

/// A number with what it counts or measures.
public struct Quantity: Hashable, Sendable {
    public var value: Double
    /// "people", "US$", "year", "million"; empty for a bare number. As written, singular where the lemma is known.
    public var unit: String
    /// "about", "more than", "at least", "dozens of"; empty when the number is plain.
    public var qualifier: String

    public init(value: Double, unit: String, qualifier: String = "") {
        self.value = value
        self.unit = unit
        self.qualifier = qualifier
    }
}

/// One argument of a fact.
public struct Argument: Hashable, Sendable {
    public var role: Role
    /// The whole phrase as the article has it, without its preposition and without a relative clause's comma.
    public var text: String
    /// Lemma of the head word ("commander"), lower case unless it is a name.
    public var head: String
    /// The entity that the head names or refers to (pronouns and descriptions resolved).
    public var entity: EntityID?
    public var type: EntityType?
    public var span: Span
    /// "with", "against", "over": nil for subjects and objects.
    public var preposition: String?
    public var quantity: Quantity?

    public init(role: Role, text: String, head: String, entity: EntityID? = nil, type: EntityType? = nil, span: Span,
                preposition: String? = nil, quantity: Quantity? = nil) {
        self.role = role
        self.text = text
        self.head = head
        self.entity = entity
        self.type = type
        self.span = span
        self.preposition = preposition
        self.quantity = quantity
    }
}

/// Who says so, and by which words.
public struct Attribution: Hashable, Sendable {
    /// As described: "a senior defense official".
    public var source: String
    public var entity: EntityID?
    /// "said", "according to", "reported".
    public var cue: String
    /// Of the source.
    public var span: Span
    /// Inside quotation marks.
    public var quoted: Bool

    public init(source: String, entity: EntityID?, cue: String, span: Span, quoted: Bool) {
        self.source = source
        self.entity = entity
        self.cue = cue
        self.span = span
        self.quoted = quoted
    }
}

/// Where a fact stands, to the letter.
public struct Evidence: Hashable, Sendable {
    public var document: String
    /// Index of the sentence in its document; -1 for an imported fact without text.
    public var sentence: Int
    /// Of the words that carry the fact, inside the sentence.
    public var span: Span
    /// The whole sentence.
    public var quote: String

    public init(document: String, sentence: Int, span: Span, quote: String) {
        self.document = document
        self.sentence = sentence
        self.span = span
        self.quote = quote
    }
}

/// One predication that a sentence makes, with who says so and when it holds.
public struct Fact: Hashable, Sendable {
    /// Derived from document, span and predicate: the same articles give the same ids however the work is split.
    public var id: String
    /// Lemma as the text has it, with its particle: "fire", "carry out".
    public var predicate: String
    /// Canonical relation where one is known: "command", "hold-office", "say".
    public var relation: String?
    /// The clause in the article's words.
    public var text: String
    public var arguments: [Argument]
    public var time: ValidTime?
    public var modality: Modality
    public var polarity: Polarity
    public var attribution: Attribution?
    /// 0…1.
    public var confidence: Double
    /// The name of the rule that made it: "verb", "apposition", "title".
    public var rule: String
    public var evidence: Evidence

    public init(id: String, predicate: String, relation: String? = nil, text: String, arguments: [Argument],
                time: ValidTime? = nil, modality: Modality = .actual, polarity: Polarity = .positive,
                attribution: Attribution? = nil, confidence: Double = 1, rule: String, evidence: Evidence) {
        self.id = id
        self.predicate = predicate
        self.relation = relation
        self.text = text
        self.arguments = arguments
        self.time = time
        self.modality = modality
        self.polarity = polarity
        self.attribution = attribution
        self.confidence = confidence
        self.rule = rule
        self.evidence = evidence
    }

    public func arguments(_ role: Role) -> [Argument] { arguments.filter { $0.role == role } }
    public func first(_ role: Role) -> Argument? { arguments.first { $0.role == role } }
}
