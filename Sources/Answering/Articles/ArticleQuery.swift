import Facts
import Questions

/// What a question asks of articles: a predicate, phrases that take part in it, and what is wanted.
///
/// Unlike a `Query`, whose terms hold or don't, its phrases are met more or less: "the details of the modernized command" by an
/// argument that says so in other words.
struct ArticleQuery: Hashable {
    /// What kind of answer is wanted, which decides the strategy.
    enum Form: Hashable {
        /// The phrase in a role: "who fired what".
        case argument
        case time, place, reason, manner, duration, frequency
        /// "how old", "how long is", "how deep": by adjective.
        case extent(String)
        case truth
        /// "who is Ann Lee", "what is NATO".
        case identity
        /// "who is the president of Malta", "what is the capital": the thing of which the description holds.
        case description
        case expansion
        /// "what happened", "what did X do".
        case event
        /// "what did X say".
        case statement
        /// "who said".
        case speaker
        case list, count
        case comparison
        case keywords
    }

    enum Order: Hashable { case before, after, together }

    var line: String
    var form: Form
    var predicate: PredicateClass?
    var slots: [Slot] = []
    var wanted = WantedThing()
    var time: AskedTime?
    var tense: Clause.Tense = .past
    /// "would", "be expected to" …; empty for none.
    var modal = ""
    var isNegated = false
    var isPassive = false
    /// "according to …".
    var source: PhraseTerms?
    /// Conditions of the relative clauses on what is wanted: "which person who used to command …".
    var joins: [ArticleQuery] = []
    /// How the event asked for stands to the circumstance: "before the ship sank".
    var order: Order?
    /// What else the question may mean, for want of an answer.
    var otherwise: [ArticleQuery] = []
    /// "which came first, A or B".
    var alternatives: [PhraseTerms] = []

    /// Whether what is wanted would stand where the question says something itself: no likely reading.
    var asksForWhatItSays: Bool { form.wantsArgument && slots.contains { $0.place == wanted.place } }

    /// Whether something else is wanted, or of another event; not only with its phrases in other places.
    func asksOther(than other: ArticleQuery) -> Bool {
        form != other.form || predicate?.verb != other.predicate?.verb || wanted.place != other.wanted.place || wanted.kind != other.wanted.kind
    }

    /// "How much did Lee pay, earn, spend": what is asked for is money.
    var asksForMoney: Bool {
        guard case .quantity(let counted) = wanted.kind, counted.isEmpty, let verb = predicate?.verb else { return false }
        return Self.verbsOfMoney.contains(verb) && asksHowMuch
    }

    var asksHowMuch: Bool { line.lowercased().contains("how much") }

    static let verbsOfMoney: Set<String> = [
        "buy", "purchase", "sell", "acquire", "pay", "cost", "earn", "worth", "charge", "spend", "owe", "donate", "invest", "fine", "sign", "borrow",
    ]

    /// Whether something still to come is asked for.
    var isFuture: Bool {
        tense == .future || !modal.isEmpty && (modal.contains("will") || modal.contains("expect") || modal.contains("plan"))
    }
}

/// A phrase of the question with the roles that it can have in a fact that answers.
struct Slot: Hashable {
    enum Place: Hashable {
        case subject, object, passiveSubject, complement
        case preposition(String)
        /// A clause or whatever else stands beside the predication: "when Mao died".
        case circumstance
    }

    var place: Place { didSet { roles = RoleProfile(place) } }
    var phrase: PhraseTerms
    /// Of the phrase's words, when they are only loosely tied to the predication.
    var weight: Double
    private(set) var roles: RoleProfile

    init(place: Place, phrase: PhraseTerms, weight: Double = 1) {
        self.place = place
        self.phrase = phrase
        self.weight = weight
        roles = RoleProfile(place)
    }

    var preposition: String? { if case .preposition(let word) = place { word } else { nil } }
}

/// What is wanted: where it stands and what it must be.
struct WantedThing: Hashable {
    enum Kind: Hashable {
        case anything
        /// "who", "whom".
        case person
        /// "which country", "what crimes": the noun with its modifiers.
        case kind(PhraseTerms, isPlural: Bool)
        /// "how many stars", "how much aid", "what percentage": of the noun.
        case quantity(PhraseTerms)
        /// "whose attention": the possessor of the noun.
        case possessor(PhraseTerms)
        /// "what did X agree to do": the clause.
        case action

        /// Whether a phrase of the question can itself hold the answer: "150,000 civilians" for "how many civilians".
        var mayBeBound: Bool {
            switch self {
            case .quantity, .kind: true
            case .anything, .person, .possessor, .action: false
            }
        }
    }

    var place: Slot.Place = .subject { didSet { roles = RoleProfile(place) } }
    var kind: Kind = .anything
    /// "What is the name of": a description answers nothing.
    var mustBeNamed = false
    var isPlural = false
    private(set) var roles = RoleProfile(.subject)

    init() {}

    init(place: Slot.Place, kind: Kind, isPlural: Bool = false) {
        self.place = place
        self.kind = kind
        self.isPlural = isPlural
        roles = RoleProfile(place)
    }
}

/// How well each role of a fact fits a place in the question.
struct RoleProfile: Hashable {
    /// By the number of the role.
    private let weights: [Double]

    func fit(_ role: Role) -> Double { weights[role.number] }

    init(_ place: Slot.Place) {
        switch place {
        case .subject:
            self = Self.subject
        case .object:
            self = Self.object
        case .passiveSubject:
            self = Self.passiveSubject
        case .complement:
            self = Self.complement
        case .circumstance:
            self = Self.circumstance
        case .preposition(let word):
            self = Self.prepositions[word] ?? Self.otherPreposition
        }
    }

    private init(_ weights: KeyValuePairs<Role, Double>, other: Double) {
        self.weights = weights.reduce(into: [Double](repeating: other, count: Role.allCases.count)) { $0[$1.key.number] = $1.value }
    }

    private static let subject = RoleProfile(
        [.agent: 1, .cause: 0.8, .instrument: 0.7, .source: 0.6, .patient: 0.55, .topic: 0.4, .place: 0.4], other: 0.3)
    private static let object = RoleProfile(
        [.patient: 1, .topic: 0.95, .attribute: 0.9, .recipient: 0.8, .destination: 0.75, .quantity: 0.75, .purpose: 0.7, .place: 0.6,
         .source: 0.5, .instrument: 0.5, .cause: 0.5, .agent: 0.3], other: 0.4)
    private static let passiveSubject = RoleProfile(
        [.patient: 1, .recipient: 0.9, .topic: 0.85, .destination: 0.5, .attribute: 0.6, .agent: 0.45], other: 0.4)
    private static let complement = RoleProfile([.attribute: 1, .patient: 0.8, .topic: 0.7, .quantity: 0.8, .agent: 0.6], other: 0.4)
    private static let circumstance = RoleProfile([:], other: 0.8)
    private static let otherPreposition = RoleProfile([.topic: 1, .patient: 0.7, .recipient: 0.7], other: 0.6)
    private static let inside: KeyValuePairs<Role, Double> = [.place: 1, .destination: 0.8, .source: 0.5, .topic: 0.7, .attribute: 0.5, .patient: 0.6]
    private static let toward: KeyValuePairs<Role, Double> = [.destination: 1, .recipient: 1, .place: 0.7, .purpose: 0.6, .topic: 0.7, .patient: 0.7]
    private static let about: KeyValuePairs<Role, Double> = [.topic: 1, .patient: 0.9, .place: 0.6, .attribute: 0.6]
    private static let prepositions: [String: RoleProfile] = rolesByPreposition.mapValues { RoleProfile($0, other: 0.6) }
    private static let rolesByPreposition: [String: KeyValuePairs<Role, Double>] = [
        "in": inside, "at": inside, "near": inside, "inside": inside, "outside": inside, "off": inside, "across": inside, "along": inside,
        "around": inside, "on": [.place: 1, .topic: 1, .destination: 0.8, .patient: 0.7],
        "to": toward, "into": toward, "onto": toward, "toward": toward, "towards": toward,
        "from": [.source: 1, .place: 0.7, .agent: 0.6, .topic: 0.7, .cause: 0.5],
        "with": [.instrument: 1, .recipient: 1, .topic: 0.9, .agent: 0.7, .patient: 0.8],
        "by": [.agent: 1, .instrument: 0.8, .quantity: 0.8, .cause: 0.7, .place: 0.5],
        "for": [.purpose: 1, .recipient: 1, .topic: 0.9, .cause: 0.9, .quantity: 0.9, .patient: 0.8],
        "about": about, "of": [.topic: 1, .patient: 1, .agent: 0.9, .source: 0.8, .place: 0.8, .cause: 0.9, .attribute: 0.8], "over": about,
        "against": [.topic: 1, .patient: 0.9, .recipient: 0.9],
        "as": [.attribute: 1, .topic: 0.6],
        "because of": [.cause: 1], "due to": [.cause: 1], "after": [.cause: 0.9],
    ]
}
