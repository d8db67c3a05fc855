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
    var weight: Double
    let sense: TermSense
    /// Where its words stand in the phrase's text; nil for a term from elsewhere.
    var span: Span?

    static func == (a: QuestionTerm, b: QuestionTerm) -> Bool { a.kind == b.kind && a.weight == b.weight && a.sense == b.sense }

    func hash(into hasher: inout Hasher) {
        hasher.combine(kind)
        hasher.combine(sense)
    }

    init(kind: Kind, text: String, entities: Set<EntityID>, names: [String], forms: [FormID: Double], weight: Double, parts: [[FormID]] = []) {
        self.kind = kind
        self.weight = weight
        sense = TermSense(text: text, entities: entities, names: names, forms: forms, parts: parts)
    }

    static func word(_ word: FormedWord, kind: Kind, forms: [FormID: Double]) -> QuestionTerm {
        QuestionTerm(kind: kind, text: word.text, entities: [], names: [], forms: forms, weight: kind == .head ? 1.5 : 1)
    }

    func weighing(_ weight: Double) -> QuestionTerm {
        var term = self
        term.weight = weight
        return term
    }

    var isName: Bool { kind == .name || kind == .unknownName }
    /// As typed.
    var text: String { sense.text }
    /// What the name can name.
    var entities: Set<EntityID> { sense.entities }
    /// The folded forms of the name, each of which counts as the name where it stands in a text.
    var names: [String] { sense.names }
    /// Base forms that mean this word, with how surely they do.
    var forms: [FormID: Double] { sense.forms }
    /// Of an unknown name of several words, the base forms of each: a text that has them all, apart, may speak of it too.
    var parts: [[FormID]] { sense.parts }
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
