import FactStore
import Facts
import Lexicon

/// An argument of a fact with its words, taken apart once, and only when somebody asks.
final class ArgumentView {
    let argument: Argument
    /// Among the arguments of its sentence; -1 for one that is no part of a sentence's facts.
    let place: Int
    private(set) lazy var words = forms.words(of: argument.text)
    private(set) lazy var folded = FoldedName(argument.text)
    private(set) lazy var headForms = forms.forms(of: argument.head.lowercased())
    private let forms: WordTable
    /// It refers to something that is named or described elsewhere: "it", "the company".
    private(set) lazy var refersBack = argument.entity != nil && Self.refersBack(argument.text.lowercased())
    private(set) lazy var isIt = argument.text.utf8.count == 2 && argument.text.lowercased() == "it"
    /// Of its words, once the reader of passages has looked for them.
    var vectorRows: [WordVectors.Row]?
    private(set) lazy var isFirstPerson = argument.text.utf8.count <= 2 && ["i", "we", "me", "us"].contains(argument.text.lowercased())

    init(_ argument: Argument, at place: Int = -1, forms: WordTable) {
        self.argument = argument
        self.place = place
        self.forms = forms
    }

    /// Whether its words stand in the sentence.
    func isQuoted(from view: SentenceView) -> Bool { place >= 0 && view.sentence.span.contains(argument.span) }

    private static func refersBack(_ text: String) -> Bool {
        FunctionWords.contains(text) || ["the ", "this ", "that ", "its ", "their ", "his ", "her "].contains { text.hasPrefix($0) }
    }
}

final class FactView {
    let fact: Fact
    let arguments: [ArgumentView]
    private(set) lazy var predicateForm = forms.number(of: fact.predicate)
    private(set) lazy var words = forms.words(of: fact.text)
    private let forms: WordTable

    /// A fact that no sentence states as it is.
    init(_ fact: Fact, forms: WordTable) {
        self.fact = fact
        self.forms = forms
        arguments = fact.arguments.map { ArgumentView($0, forms: forms) }
    }

    /// - Parameter places: how many arguments the sentence's facts before it have.
    fileprivate init(_ fact: Fact, after places: Int, forms: WordTable) {
        self.fact = fact
        self.forms = forms
        arguments = fact.arguments.enumerated().map { ArgumentView($0.element, at: places + $0.offset, forms: forms) }
    }
}

/// A sentence with everything the store knows of it.
final class SentenceView {
    struct Key: Equatable, Comparable {
        var document: String
        var index: Int
        static func < (a: Key, b: Key) -> Bool { a.document != b.document ? a.document < b.document : a.index < b.index }
    }

    /// What a fact is told with.
    struct Outline {
        var predicate: FormID
        var relation: String?
        var rule: String
    }

    let key: Key
    let sentence: StoredSentence
    /// In the order in which sentences were read; no two have the same.
    let number: Int
    /// What its facts are told with, which is read before they are.
    private(set) lazy var outlines = reader.outlines(of: sentence).map {
        Outline(predicate: forms.number(of: $0.predicate), relation: $0.relation, rule: $0.rule)
    }
    private(set) lazy var facts = readFacts()
    /// Of all its facts.
    private(set) lazy var argumentCount = facts.reduce(0) { $0 + $1.arguments.count }
    private(set) lazy var words = forms.words(of: sentence.text)
    private(set) lazy var wordForms = FormSet(words)
    private(set) lazy var folded = FoldedName(sentence.text)
    private(set) lazy var scalars = Array(sentence.text.unicodeScalars)
    /// What its facts speak of, pronouns resolved.
    private(set) lazy var entities = Set(
        facts.flatMap { $0.arguments.compactMap(\.argument.entity) + [$0.fact.attribution?.entity].compactMap { $0 } })
    /// Base forms of the names and descriptions behind "it" and "the company".
    private(set) lazy var referredForms = FormSet(
        facts.flatMap(\.arguments).filter(\.refersBack).compactMap(\.argument.entity)
            .flatMap { names.words($0, forms) })
    /// Whether "it", "I" or "we" stands in a fact: for its article's topic or its speaker, whom nothing in the sentence need name.
    private(set) lazy var speaksByPronoun = facts.contains { $0.arguments.contains { $0.isIt || $0.isFirstPerson } }
    /// Of its words, each once, when the reader of passages has looked for them.
    var vectorRows: [WordVectors.Row]?
    private(set) lazy var measureWords = MeasureScanner.words(of: sentence.text)
    private let reader: FactReader
    private let forms: WordTable
    private let names: EntityNames

    init(_ sentence: StoredSentence, number: Int, reader: FactReader, forms: WordTable, names: EntityNames) {
        key = Key(document: sentence.document, index: sentence.index)
        self.sentence = sentence
        self.number = number
        self.reader = reader
        self.forms = forms
        self.names = names
    }

    private func readFacts() -> [FactView] {
        var places = 0
        return reader.facts(of: sentence).map { fact in
            defer { places += fact.arguments.count }
            return FactView(fact, after: places, forms: forms)
        }
    }
}
