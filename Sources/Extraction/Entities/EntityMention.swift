import Facts

/// A mention with its place in the analysed sentences: what the rules over trees look up by token.
public struct EntityMention: Hashable, Sendable {
    /// Why this mention belongs to its entity. A mention that begins an entity of its own is `.first`.
    public enum Reason: String, Hashable, Sendable {
        case first
        /// The same words (possessive, article and case of "the" apart).
        case sameName
        /// "Lee" after "Ann B. Lee", "Mr. Holm" after "Erik Holm".
        case partOfName
        /// "Democratic Progressive Party (DPP)".
        case abbreviation
        /// "NCG" beside "Norland Coast Guard".
        case initials
        /// Two names of one country in the gazetteer.
        case gazetteer
        /// "Moscow’s opposition": a capital that stands for its government.
        case government
        /// "The commission" after "a commission on security".
        case description
        /// "It", "their", "who".
        case pronoun
        /// "A writer, Ann Lee": two phrases side by side, or joined by "is".
        case apposition
    }

    public var mention: Mention
    /// Index of the sentence in the list that was resolved.
    public var sentence: Int
    /// The mention's tokens in its sentence, title and determiner of a name apart.
    public var tokens: ClosedRange<Int>
    /// The token of `tokens` that the rest of the sentence hangs on.
    public var head: Int
    public var reason: Reason
    /// The title in front of a person's name: "US Secretary of State".
    public var title: OfficePhrase?
    /// For mentions of type quantity and money, and for counted nouns ("nine top generals").
    public var quantity: Quantity?
    /// The single things that a plural stands for, in order: "the two allies"; empty where it is one thing or unknown.
    public var members: [EntityID]

    public init(
        mention: Mention, sentence: Int, tokens: ClosedRange<Int>, head: Int, reason: Reason = .first,
        title: OfficePhrase? = nil, quantity: Quantity? = nil, members: [EntityID] = []
    ) {
        self.mention = mention
        self.sentence = sentence
        self.tokens = tokens
        self.head = head
        self.reason = reason
        self.title = title
        self.quantity = quantity
        self.members = members
    }

    public var entity: EntityID { mention.entity }
    public var type: EntityType { mention.type }
    public var kind: Mention.Kind { mention.kind }
    public var span: Span { mention.span }
}
