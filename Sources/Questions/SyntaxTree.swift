import Facts

/// The syntax of one question, as the English grammar reads it: what was asked, in which clause, with which phrases.
/// It knows nothing of any store: names and relations are still words with a span. Spans count Unicode scalars of the line.
public struct QuestionTree: Hashable, Sendable {
    public enum Mood: Hashable, Sendable {
        /// "who commands the fleet": the clause holds a wh-phrase.
        case wh
        /// "has Japan established …", also a statement with a question mark.
        case yesNo
        /// "list / show / name / give me the …": the noun phrase in `focus` is wanted, in full.
        case list
        /// "count the …", "how many …" as a whole question is `.wh`; this is the imperative.
        case count
        /// "compare A and B", "which came first, A or B": the alternatives are in `focus`.
        case compare
        /// "fleet commander", "1976": no verb; the phrase is in `focus`.
        case keywords
        /// "and in 2005?", "why?", "who else?", "for how long?": a piece to be put into the question before.
        case followUp
    }

    public var mood: Mood
    /// Nil for lists, keywords and fragments without a verb.
    public var clause: Clause?
    /// What is wanted, where it isn't a wh-phrase inside the clause.
    public var focus: [Phrase]
    /// "according to Emanuel", "who said that …" keeps its own clause; this is the source named as an adjunct.
    public var source: Phrase?
    /// Of a question without a verb: "and in 2005?", "why?", "for how long?", "defense secretary 2005".
    public var adjuncts: [Adjunct]
    public var text: String

    public init(mood: Mood, clause: Clause? = nil, focus: [Phrase] = [], source: Phrase? = nil, adjuncts: [Adjunct] = [], text: String) {
        self.mood = mood
        self.clause = clause
        self.focus = focus
        self.source = source
        self.adjuncts = adjuncts
        self.text = text
    }
}

/// A verb with its phrases. "There is a river" has the verb "exist" and the river as subject. Passive clauses keep their surface:
/// `voice` is `.passive`, `subject` the surface subject, the agent an adjunct with preposition "by".
public struct Clause: Hashable, Sendable {
    public enum Voice: Hashable, Sendable { case active, passive }
    public enum Tense: Hashable, Sendable { case present, past, future, perfect, pastPerfect, infinitive }

    /// Nil in imperatives and infinitives; a ``Phrase/gap(_:)`` in relative clauses.
    public var subject: Phrase?
    public var verb: Verb
    public var objects: [Phrase]
    /// After "be", "become", "call X …": "a river", "European", "greater than 200 million".
    public var complement: Complement?
    public var adjuncts: [Adjunct]
    /// Further predicates of the same subject, joined by "and" (`all` true) or "or": "who met Ada and signed the pact".
    public var coordinates: [Coordinate]

    public init(
        subject: Phrase? = nil, verb: Verb, objects: [Phrase] = [], complement: Complement? = nil, adjuncts: [Adjunct] = [],
        coordinates: [Coordinate] = []
    ) {
        self.subject = subject
        self.verb = verb
        self.objects = objects
        self.complement = complement
        self.adjuncts = adjuncts
        self.coordinates = coordinates
    }

    public struct Coordinate: Hashable, Sendable {
        public var all: Bool
        public var clause: Clause

        public init(all: Bool, clause: Clause) {
            self.all = all
            self.clause = clause
        }
    }

    public struct Verb: Hashable, Sendable {
        public var lemma: String
        /// "out" in "carry out"; empty for none.
        public var particle: String
        public var voice: Voice
        public var tense: Tense
        /// "would", "could", "should", "be expected to", "plan to" …; empty for none.
        public var modal: String
        public var negated: Bool
        public var progressive: Bool
        public var span: Span

        public init(
            lemma: String, particle: String = "", voice: Voice = .active, tense: Tense = .present, modal: String = "",
            negated: Bool = false, progressive: Bool = false, span: Span
        ) {
            self.lemma = lemma
            self.particle = particle
            self.voice = voice
            self.tense = tense
            self.modal = modal
            self.negated = negated
            self.progressive = progressive
            self.span = span
        }
    }
}

/// What follows a copula.
public indirect enum Complement: Hashable, Sendable {
    case phrase(Phrase)
    case adjective(AdjectivePhrase)
    case prepositional(PrepositionalPhrase)
    /// "to modernize the command"
    case infinitive(Clause)
    /// "that the dialogue has three stages"
    case clause(Clause)
}

/// "European", "largest", "more populous than India", "how large", "four-star".
public struct AdjectivePhrase: Hashable, Sendable {
    public enum Degree: Hashable, Sendable {
        case plain
        case comparative
        case superlative
        /// "the second largest": 2
        case ordinal(Int)
        case how
        /// "as large as France": `than` is France.
        case equal
    }

    public var lemma: String
    public var degree: Degree
    /// "than India", "than 200 million".
    public var than: Phrase?
    /// "200 metres" in "200 metres long"; "more than 200 metres" has that determiner.
    public var measure: Phrase?
    public var negated: Bool
    public var span: Span

    public init(lemma: String, degree: Degree = .plain, than: Phrase? = nil, measure: Phrase? = nil, negated: Bool = false, span: Span) {
        self.lemma = lemma
        self.degree = degree
        self.than = than
        self.measure = measure
        self.negated = negated
        self.span = span
    }
}

public struct PrepositionalPhrase: Hashable, Sendable {
    /// Lower case, also of several words: "because of", "according to", "south of".
    public var preposition: String
    public var object: Phrase
    public var negated: Bool
    public var span: Span

    public init(preposition: String, object: Phrase, negated: Bool = false, span: Span) {
        self.preposition = preposition
        self.object = object
        self.negated = negated
        self.span = span
    }
}

/// What hangs on a clause beside its subject and objects.
public indirect enum Adjunct: Hashable, Sendable {
    case prepositional(PrepositionalPhrase)
    /// "last August", "in 2005", "before 1950": words that `Chronology` reads, preposition included.
    case time(String, Span)
    /// when / where / why / how / how long / how far / how often / how much (adverbial).
    case wh(WhAdverb, Span)
    /// "when Mao died", "if all goes well", "because …", "before the passenger kicked the woman".
    case clause(conjunction: String, Clause, Span)
    /// "to adjust to the command".
    case infinitive(Clause)
    case adverb(String, Span)
}

public enum WhAdverb: String, Hashable, Sendable { case when, where_ = "where", why, how, howLong, howFar, howOften, howMuch }

/// A noun phrase, a coordination of phrases, a gap, or a clause used as a noun.
public indirect enum Phrase: Hashable, Sendable {
    case noun(NounPhrase)
    /// A list with "and" (`all` true) or "or".
    case coordination([Phrase], all: Bool)
    /// The place of the relative pronoun or of a fronted phrase.
    case gap(Span)
    /// "that the strategic dialogue has three stages"
    case clause(Clause)
    /// A quotation, without its marks.
    case quotation(String, Span)
}

public struct NounPhrase: Hashable, Sendable {
    public enum Wh: String, Hashable, Sendable { case who, whom, what, which, whose, howMany, howMuch, whatPercentage }

    public enum Determiner: Hashable, Sendable {
        case none, definite, indefinite, demonstrative
        case some, any, every, each, all, no, most, both, other
        case exactly(Double), atLeast(Double), atMost(Double), moreThan(Double), lessThan(Double)
    }

    /// What the phrase asks for, if it does.
    public var wh: Wh?
    public var determiner: Determiner
    /// "the largest", "European", "joint", "public": everything between determiner and head that is not part of a name.
    public var adjectives: [AdjectivePhrase]
    /// "missile" in "missile defense", "US" in "US troops": nouns before the head, as written.
    public var nounModifiers: [String]
    /// The head's lemma; empty for a bare determiner ("which", "three") and for pronouns' antecedents still to be found.
    public var head: String
    /// The phrase from its first noun to its head as written: what names are looked up by ("U.S. Forces Japan").
    public var name: String
    public var plural: Bool
    /// "Japan" in "Japan's foreign minister"; for `wh == .whose` the phrase is the possessed thing.
    public var possessor: Phrase?
    /// "it", "they", "he", "there": to be resolved by the dialogue.
    public var pronoun: String?
    /// A number with its scale multiplied out and its unit: "10 million" is 10,000,000, "$1 billion" has the unit "$",
    /// "35 years" the unit "year". It stands beside the determiner, which says how the number is meant.
    public var quantity: Quantity?
    public var prepositions: [PrepositionalPhrase]
    /// Full, reduced and participial relative clauses, each with a gap.
    public var relatives: [Clause]
    /// "total", "average", "number", "sum", "difference", "percentage" before "of": empty for none.
    public var aggregate: String
    /// "the exercise Steel Harbour", "Erik Holm, a business executive".
    public var apposition: String
    public var span: Span

    public init(
        wh: Wh? = nil, determiner: Determiner = .none, adjectives: [AdjectivePhrase] = [], nounModifiers: [String] = [],
        head: String = "", name: String = "", plural: Bool = false, possessor: Phrase? = nil, pronoun: String? = nil,
        quantity: Quantity? = nil, prepositions: [PrepositionalPhrase] = [], relatives: [Clause] = [],
        aggregate: String = "", apposition: String = "", span: Span
    ) {
        self.wh = wh
        self.determiner = determiner
        self.adjectives = adjectives
        self.nounModifiers = nounModifiers
        self.head = head
        self.name = name
        self.plural = plural
        self.possessor = possessor
        self.pronoun = pronoun
        self.quantity = quantity
        self.prepositions = prepositions
        self.relatives = relatives
        self.aggregate = aggregate
        self.apposition = apposition
        self.span = span
    }
}
