import Facts

/// One predicate of a sentence with its understood subject, before its phrases become arguments.
struct Clause: Sendable {
    enum Kind: Sendable {
        /// A verb says it.
        case verbal
        /// "is" with a noun, an adjective or a place.
        case copular
        /// "There is".
        case existential
    }

    /// How the clause hangs in its sentence.
    enum Link: Sendable {
        case main, coordinated, complement, control, subject, adverbial, relative, reduced, aside
    }

    enum Tense: Sendable { case past, perfect, present, future, none }

    /// The predicate's token: the verb, or what the copula says of the subject.
    let head: Int
    let kind: Kind
    let link: Link
    /// The predicate of the clause it hangs in.
    let governor: Int?
    /// Lemma with its particle: "carry out".
    let verb: String
    let isPassive: Bool
    /// The surface subjects, one for each conjunct, relative pronouns and omitted subjects resolved.
    var subjects: [Int] = []
    /// A clause that is the subject: "Deepening the ties is …".
    var clausalSubject: Int?
    var tense: Tense = .none
    var modality: Modality = .actual
    var polarity: Polarity = .positive
    /// "if", "because", "when"; the words that introduce it.
    var marker: String?
    /// Whether its subject stands in the clause itself.
    var hasOwnSubject = false
}
