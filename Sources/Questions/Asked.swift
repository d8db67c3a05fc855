import Facts

/// A place of an English sentence in a pattern: looser than a role, for articles put the same thing in several.
public struct PlaceLabel: Hashable, Sendable {
    public let text: String

    /// Nil for words that are no place.
    public init?(_ text: String) {
        let words = text.split(separator: " ")
        let isMeasure = words.count == 2 && words[0] == "how"
        guard Self.roles[text] != nil || isMeasure || words.allSatisfy({ Self.isPreposition(String($0)) }) || Self.longPrepositions.contains(text)
        else { return nil }
        self.text = text
    }

    /// The adjective that is measured: "old" of "how old".
    public var measured: String? { text.hasPrefix("how ") ? String(text.dropFirst(4)) : nil }

    /// The role that it is most often, for exact work over facts.
    var role: Role? { Self.roles[text] ?? (measured != nil ? .quantity : nil) }

    /// The places that aren't prepositions.
    public static let grammatical = [
        "subject", "object", "undergoer", "complement", "beside", "clause", "relative", "when", "where", "why", "how",
    ]

    private static let roles: [String: Role] = [
        "subject": .agent, "object": .patient, "undergoer": .patient, "complement": .attribute, "beside": .topic, "clause": .topic,
        "relative": .topic, "when": .topic, "where": .place, "why": .cause, "how": .instrument, "to": .recipient, "in": .place, "at": .place,
        "on": .place, "into": .destination, "from": .source, "with": .instrument, "by": .agent, "for": .purpose, "about": .topic,
        "because of": .cause,
    ]
    private static let longPrepositions = Set(FunctionWords.longPrepositions.values.joined().map { $0.joined(separator: " ") })

    private static func isPreposition(_ word: String) -> Bool {
        FunctionWords.classes[word]?.contains(.preposition) == true || word == "or" || word == "and"
    }
}

/// What the words of a question tell beside its phrases: what is wanted, in which tense, in which form of question.
public struct Manner: Hashable, Sendable {
    public let word: String
    /// "US services" of `which "US services"`.
    public let words: String?

    /// Nil where no question is asked like that.
    public init?(_ word: String, _ words: String? = nil) {
        guard words == nil ? Self.bare.contains(word) : Self.worded.contains(word) else { return nil }
        self.word = word
        self.words = words
    }

    public static let worded = ["which", "how many", "whose", "modal", "or"]
    public static let bare = [
        "who", "to do", "plural", "named", "passive", "present", "future", "perfect", "past perfect", "infinitive", "before", "after", "together",
        "last", "identity", "description", "expansion", "event", "statement", "speaker", "list", "count", "comparison", "keywords", "loose",
    ]
}

/// Words that belong to a verb: "out" of "carry out".
public enum VerbParticles {
    public static func contains(_ word: String) -> Bool { FunctionWords.classes[word]?.contains(.particle) == true }
}
