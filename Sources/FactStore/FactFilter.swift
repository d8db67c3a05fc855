import Facts

/// Which facts are wanted. Every condition that is given must hold; an empty filter wants all facts.
public struct FactFilter: Hashable, Sendable {
    /// One argument of the fact names one of `entities` or has one of `heads`, in one of `roles` (any role if empty).
    public struct Participant: Hashable, Sendable {
        public var roles: [Role]
        public var entities: [EntityID]
        /// Lemmas of head words, as `Argument.head` has them.
        public var heads: [String]
        /// Also true where the entity is who says so (`Attribution.entity`).
        public var orSource: Bool

        public init(roles: [Role] = [], entities: [EntityID] = [], heads: [String] = [], orSource: Bool = false) {
            self.roles = roles
            self.entities = entities
            self.heads = heads
            self.orSource = orSource
        }
    }

    /// Predicate lemmas. With `relations`, either may hold.
    public var predicates: [String]
    /// Canonical relations or relations of imported tables. With `predicates`, either may hold.
    public var relations: [String]
    /// Each must be met, by the same or by different arguments.
    public var participants: [Participant]
    /// The fact's time overlaps these days or may do so (an open or unknown side reaches as far as it can). Facts without time fail.
    public var time: Range<Day>?
    /// How the time must have come to the fact; all ways if empty. Counts only together with `time`.
    public var timeOrigins: [ValidTime.Origin]
    /// Nil for all documents; an empty list finds nothing.
    public var documents: [String]?
    /// Index of the sentence, in each of `documents`.
    public var sentence: Int?
    public var modalities: [Modality]
    public var polarity: Polarity?
    /// Ids of the facts to choose among; nil for all, an empty list finds nothing.
    public var ids: [String]?
    public var limit: Int?

    public init(predicates: [String] = [], relations: [String] = [], participants: [Participant] = [], time: Range<Day>? = nil,
                timeOrigins: [ValidTime.Origin] = [], documents: [String]? = nil, sentence: Int? = nil, modalities: [Modality] = [],
                polarity: Polarity? = nil, ids: [String]? = nil, limit: Int? = nil) {
        self.predicates = predicates
        self.relations = relations
        self.participants = participants
        self.time = time
        self.timeOrigins = timeOrigins
        self.documents = documents
        self.sentence = sentence
        self.modalities = modalities
        self.polarity = polarity
        self.ids = ids
        self.limit = limit
    }
}
