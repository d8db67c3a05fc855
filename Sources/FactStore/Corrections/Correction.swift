import Facts

/// What a person says against or beside what the articles say, ready to be applied to a store. Names are as the person wrote them: which
/// entities have them is looked up in each store anew, so that a correction outlives the articles and programs that it was written for.
public enum Correction: Hashable, Sendable {
    /// A fact that no article states.
    case assert(AssertedFact)
    /// Facts that are hidden from every answer.
    case retract(RetractedFacts)
    /// Another name of what has a name.
    case alias(name: String, of: String)
    /// Two entities are one, shown by the first name.
    case merge(String, String)
    /// What has a name in some documents is another entity than elsewhere.
    case split(name: String, documents: [String])
}

/// A fact in a person's words.
public struct AssertedFact: Hashable, Sendable {
    public struct Place: Hashable, Sendable {
        public var role: Role
        public var text: String
        /// Whether the words name something, rather than describe it.
        public var isName: Bool
        public var quantity: Quantity?
        /// Where the words stand in `words`.
        public var span: Span

        public init(role: Role, text: String, isName: Bool, quantity: Quantity?, span: Span) {
            self.role = role
            self.text = text
            self.isName = isName
            self.quantity = quantity
            self.span = span
        }
    }

    /// As the person wrote it: the evidence.
    public var words: String
    /// A clause of plain English.
    public var clause: String
    public var predicate: String
    public var relation: String?
    /// The word that the person used, which may be a relation of an imported table.
    public var written: String
    public var places: [Place]
    public var time: ValidTime?
    public var modality: Modality
    public var polarity: Polarity
    public var source: String?

    public init(words: String, clause: String, predicate: String, relation: String?, written: String, places: [Place], time: ValidTime?,
                modality: Modality, polarity: Polarity, source: String?) {
        self.words = words
        self.clause = clause
        self.predicate = predicate
        self.relation = relation
        self.written = written
        self.places = places
        self.time = time
        self.modality = modality
        self.polarity = polarity
        self.source = source
    }
}

/// Which facts are retracted.
public enum RetractedFacts: Hashable, Sendable {
    case id(String)
    /// Every fact of a predicate or relation with these arguments, at this time where one is given.
    case matching(FactPattern)
}

/// A predication with some of its arguments left open.
public struct FactPattern: Hashable, Sendable {
    public struct Place: Hashable, Sendable {
        public var role: Role
        /// A name, or the words of the argument.
        public var text: String

        public init(role: Role, text: String) {
            self.role = role
            self.text = text
        }
    }

    /// A predicate as articles write it or a canonical relation.
    public var relation: String
    public var places: [Place]
    public var days: Range<Day>?
    /// Nil: any.
    public var modality: Modality?
    public var polarity: Polarity

    public init(relation: String, places: [Place], days: Range<Day>?, modality: Modality?, polarity: Polarity) {
        self.relation = relation
        self.places = places
        self.days = days
        self.modality = modality
        self.polarity = polarity
    }
}

/// A correction that stands in a journal.
public struct JournalledCorrection: Hashable, Sendable {
    /// Its line, from 1.
    public var line: Int
    /// When the person said so.
    public var day: Day
    /// The command with its arguments, as the journal has it.
    public var words: String
    public var correction: Correction

    public init(line: Int, day: Day, words: String, correction: Correction) {
        self.line = line
        self.day = day
        self.words = words
        self.correction = correction
    }
}

/// What a correction has done to a store.
public struct CorrectionEffect: Hashable, Sendable {
    public var line: Int
    public var day: Day
    public var words: String
    /// How many facts it gives, hides or changes.
    public var facts: Int
    /// Why it could not be applied to this store; nil where it was.
    public var problem: String?
}

/// A correction that something rests on.
public struct RestingOn: Hashable, Sendable {
    /// When the person said so.
    public var day: Day
    /// The command with its arguments.
    public var words: String
    /// The id of the fact that it asserts, and the name of the document that has it; nil for a correction of another kind.
    public var fact: String?
    public var document: String?

    public init(day: Day, words: String, fact: String? = nil, document: String? = nil) {
        self.day = day
        self.words = words
        self.fact = fact
        self.document = document
    }
}
