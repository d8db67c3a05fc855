import FactStore
import Facts

/// An argument of a fact with its words, taken apart once, and only when somebody asks.
final class ArgumentView {
    let argument: Argument
    private(set) lazy var words = forms.words(of: argument.text)
    /// Between spaces, so that a name can be looked for as whole words.
    private(set) lazy var folded = " \(FoldedName(argument.text).text) "
    private(set) lazy var headForms = forms.forms(of: argument.head.lowercased())
    private let forms: WordTable
    /// It refers to something that is named or described elsewhere: "it", "the company".
    let refersBack: Bool

    init(_ argument: Argument, forms: WordTable) {
        let text = argument.text.lowercased()
        refersBack = argument.entity != nil
            && (text.hasPrefix("the ") || text.hasPrefix("this ") || text.hasPrefix("that ") || text.hasPrefix("its ")
            || text.hasPrefix("their ") || text.hasPrefix("his ") || text.hasPrefix("her ") || FunctionWords.contains(text))
        self.argument = argument
        self.forms = forms
    }
}

final class FactView {
    let fact: Fact
    let arguments: [ArgumentView]

    init(_ fact: Fact, forms: WordTable) {
        self.fact = fact
        arguments = fact.arguments.map { ArgumentView($0, forms: forms) }
    }
}

/// A sentence with everything the store knows of it.
final class SentenceView {
    struct Key: Hashable, Comparable {
        var document: String
        var index: Int
        static func < (a: Key, b: Key) -> Bool { a.document != b.document ? a.document < b.document : a.index < b.index }
    }

    let key: Key
    let sentence: StoredSentence
    let facts: [FactView]
    let words: [FormedWord]
    let folded: String
    let wordForms: Set<FormID>
    /// What its facts speak of, pronouns resolved.
    let entities: Set<EntityID>
    /// Base forms of the names and descriptions behind "it" and "the company".
    let referredForms: Set<FormID>

    init(_ sentence: StoredSentence, facts: [Fact], forms: WordTable, names: EntityNames) {
        key = Key(document: sentence.document, index: sentence.index)
        self.sentence = sentence
        self.facts = facts.map { FactView($0, forms: forms) }
        words = forms.words(of: sentence.text)
        folded = " \(FoldedName(sentence.text).text) "
        referredForms = Set(self.facts.flatMap(\.arguments).filter(\.refersBack).compactMap(\.argument.entity).flatMap { names.words($0,
            forms) }.flatMap(\.forms))
        wordForms = Set(words.flatMap(\.forms))
        entities = Set(facts.flatMap { $0.arguments.compactMap(\.entity) + [$0.attribution?.entity].compactMap { $0 } })
    }
}
