import Facts
import Questions

/// A noun phrase as interpreted over a world: a term, what is known of it, and how it is quantified.
struct Noun {
    enum Quantifier: Hashable {
        /// A name, a definite or indefinite phrase, a plural.
        case some
        case each, every, no, most
        case count(Comparison, Double)
        /// "the most cities", "the fewest cities".
        case extremeCount(more: Bool)
        /// "more cities than Italy".
        case moreThan(more: Bool)
        /// "as many cities as Italy".
        case asMany
        case wh(NounPhrase.Wh)
    }

    var term: Term
    var kind: Kind
    /// What holds of the term.
    var conditions: [Formula] = []
    var quantifier = Quantifier.some
    /// Of a list: its members, and whether all of them are meant.
    var members: [Noun] = []
    var all = true
    /// Phrases with "each" and "every" inside this one, which take scope over the clause.
    var floated: [Floated] = []
    /// Of an attribute whose owner is still to be found ("a population of 3 million"): the owner's variable, its kind.
    var owner: (variable: Variable, kind: Kind)?
    /// Of an attribute or other thing "of the countries …": the variable by which answers are grouped.
    var grouping: Floated?
    var use: AttributeUse?
    /// "how many more goals": the answer is a difference.
    var isDifference = false
    /// A wh-word alone: "who", "what".
    var isBareWh = false
    var isPlural = false
    var isDefinite = false
    /// What it is compared with: "more cities than Italy".
    var than: NounPhrase?
    /// Types known of it, for the expected type of an answer.
    var types: [String] = []
    /// "total", "average", "number" …
    var aggregate = ""
    var span: Span

    var variable: Variable? { if case .variable(let variable) = term { variable } else { nil } }
}

extension Noun {
    /// The same noun, a list of which all or one is meant.
    init(_ noun: Noun, all: Bool) {
        self = noun
        self.all = all
    }
}

/// A phrase that takes scope over the clause it stands in.
struct Floated: Hashable {
    var variable: Variable
    var conditions: [Formula]
    /// "each" asks for an answer apiece; "every" does so only of aggregates and superlatives.
    var isEach: Bool
}

/// An answer that the question wants.
struct AnswerSlot {
    var noun: Noun
    var wh: NounPhrase.Wh
    /// For "how many goals": the variables that keep equal values apart.
    var apart: [Variable] = []
    /// A value that isn't a noun's: "how large", "how many more", "when".
    var expression: Expression?
}
