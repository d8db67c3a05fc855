import FactStore
import Facts

/// An argument of a fact with its words, taken apart once, and only when somebody asks.
final class ArgumentView {
    let argument: Argument
    private(set) lazy var words = forms.words(of: argument.text)
    private(set) lazy var folded = FoldedName(argument.text)
    private(set) lazy var headForms = forms.forms(of: argument.head.lowercased())
    private let forms: WordTable
    /// It refers to something that is named or described elsewhere: "it", "the company".
    private(set) lazy var refersBack = argument.entity != nil && Self.refersBack(argument.text.lowercased())

    init(_ argument: Argument, forms: WordTable) {
        self.argument = argument
        self.forms = forms
    }

    private static func refersBack(_ text: String) -> Bool {
        FunctionWords.contains(text) || ["the ", "this ", "that ", "its ", "their ", "his ", "her "].contains { text.hasPrefix($0) }
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
    let wordForms: FormSet
    private(set) lazy var folded = FoldedName(sentence.text)
    /// What its facts speak of, pronouns resolved.
    private(set) lazy var entities = Set(
        facts.flatMap { $0.arguments.compactMap(\.argument.entity) + [$0.fact.attribution?.entity].compactMap { $0 } })
    /// Base forms of the names and descriptions behind "it" and "the company".
    private(set) lazy var referredForms = FormSet(
        facts.flatMap(\.arguments).filter(\.refersBack).compactMap(\.argument.entity)
            .flatMap { names.words($0, forms) })
    private let forms: WordTable
    private let names: EntityNames

    init(_ sentence: StoredSentence, facts: [Fact], forms: WordTable, names: EntityNames) {
        key = Key(document: sentence.document, index: sentence.index)
        self.sentence = sentence
        self.facts = facts.map { FactView($0, forms: forms) }
        self.forms = forms
        self.names = names
        words = forms.words(of: sentence.text)
        wordForms = FormSet(words)
    }
}
