import Facts

/// One thing that a phrase of a question speaks of: a name of the store, a number or a word with what else can be meant by it.
struct QuestionTerm: Hashable {
    enum Kind: Hashable {
        /// A name that the store knows.
        case name
        /// A capitalised word that no article has as a name.
        case unknownName
        case number
        /// The word that the rest of its phrase describes.
        case head
        case modifier
    }

    var kind: Kind
    /// As typed.
    var text: String
    /// What the name can name.
    var entities: Set<EntityID>
    /// The folded forms of the name, each of which counts as the name where it stands in a text.
    var names: [String]
    /// Base forms that mean this word, with how surely they do.
    var forms: [FormID: Double]
    var weight: Double
    /// Of an unknown name of several words, the base forms of each: a text that has them all, apart, may speak of it too.
    var parts: [[FormID]] = []

    static func word(_ word: FormedWord, kind: Kind, forms: [FormID: Double]) -> QuestionTerm {
        QuestionTerm(kind: kind, text: word.text, entities: [], names: [], forms: forms, weight: kind == .head ? 1.5 : 1)
    }

    var isName: Bool { kind == .name || kind == .unknownName }
}

/// A phrase of a question as terms, with the words it was read from.
struct PhraseTerms: Hashable {
    var text: String
    var terms: [QuestionTerm]

    /// The entities that the whole phrase names; empty where it describes.
    var entities: Set<EntityID> { terms.count == 1 && terms[0].kind == .name ? terms[0].entities : [] }
    var head: QuestionTerm? { terms.first { $0.kind == .head } ?? terms.last { $0.isName } ?? terms.last }
    var unknownNames: [String] { terms.filter { $0.kind == .unknownName }.map(\.text) }
    var isEmpty: Bool { terms.isEmpty }
}
