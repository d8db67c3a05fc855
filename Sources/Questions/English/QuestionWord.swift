import Facts

/// The forms that a verb can stand in.
struct VerbForms: OptionSet, Hashable, Sendable {
    let rawValue: UInt8
    static let base = Self(rawValue: 1)
    static let thirdPerson = Self(rawValue: 2)
    static let past = Self(rawValue: 4)
    static let participle = Self(rawValue: 8)
    static let ing = Self(rawValue: 16)
    static let finite: Self = [.base, .thirdPerson, .past]
}

/// One token with everything it could be.
struct QuestionWord: Sendable {
    var token: QuestionToken
    var function: FunctionClass = []

    var verbForms: VerbForms = []
    var verbLemma = ""
    var isNoun = false
    var nounLemma = ""
    var isPlural = false
    var isAdjective = false
    var adjectiveLemma = ""
    var degree = AdjectivePhrase.Degree.plain
    var isAdverb = false
    /// In no closed class, dictionary or store.
    var isUnknown = false
    var isVerbParticiple: Bool { !verbForms.isDisjoint(with: [.participle, .ing]) }
    /// What it costs to read the word as a noun, verb or adjective although it is commoner as another: 0 for the commonest.
    var nounCost = 0
    var verbCost = 0
    var adjectiveCost = 0

    var number: Double?
    /// "$", "percent": part of a number token.
    var unit = ""
    /// How many tokens, from this one on, are a name of the store; 0 for none.
    var nameLength = 0

    var lower: String { token.lower }
    var form: String { token.form }
    var span: Span { token.span }
    var isMark: Bool { token.kind == .mark }

    func has(_ class_: FunctionClass) -> Bool { !function.isDisjoint(with: class_) }
    /// Whether the word can be an element of a noun phrase that is no function word.
    var isContent: Bool { function.isEmpty && token.kind == .word && token.lower != "'s" }
}
