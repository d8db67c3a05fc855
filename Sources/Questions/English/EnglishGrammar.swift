import Facts
import Lexicon

/// Reads a question in English. `docs/grammar.md` describes the language.
///
/// The grammar is written by hand and works on any subject: it knows the function words and word classes of English, and asks
/// a ``Vocabulary`` for the names and words of the store. Reading one line takes some tens of microseconds and is bounded for any
/// line; the same line always gives the same trees.
public struct EnglishGrammar: Sendable {
    /// What came of a line: readings, or reasons why there are none.
    public struct Parse: Sendable {
        /// Best first, at most ``EnglishGrammar/mostReadings``; empty where the line was not understood.
        public var trees: [QuestionTree]
        /// Empty where `trees` is not.
        public var diagnostics: [Diagnostic]
    }

    public static let mostReadings = 6
    /// Longer lines are refused, in Unicode scalars.
    public static let longestLine = 2_000
    /// Lines of more words are refused.
    static let mostWords = 200

    let vocabulary: any Vocabulary
    let dictionary: WordNet

    public init(vocabulary: some Vocabulary, dictionary: WordNet) {
        self.vocabulary = vocabulary
        self.dictionary = dictionary
    }

    /// - Throws: an error that says that the dictionary file is missing or damaged.
    public init(vocabulary: some Vocabulary = EmptyVocabulary()) throws {
        self.init(vocabulary: vocabulary, dictionary: try WordNet.shared())
    }

    public func parse(_ line: String) -> Parse {
        guard line.utf8.count <= 4 * Self.longestLine else { return refused(line) }
        let tokens = QuestionTokenizer.tokens(of: line)
        guard tokens.count <= Self.mostWords else { return refused(line) }
        let words = WordAnalyser(dictionary: dictionary, vocabulary: vocabulary).analyse(tokens)
        var parser = QuestionParser(words: words, dictionary: dictionary)
        let trees = parser.questions().prefix(Self.mostReadings).map { finished($0.value, line) }
        guard trees.isEmpty else { return Parse(trees: trees, diagnostics: []) }
        return Parse(trees: [], diagnostics: [diagnosis(words, furthest: parser.furthest)])
    }

    private func finished(_ tree: QuestionTree, _ line: String) -> QuestionTree {
        var tree = tree
        tree.text = line
        tree.takeSource()
        return tree
    }

    private func refused(_ line: String) -> Parse {
        let message = "A question has at most \(Self.longestLine) characters and \(Self.mostWords) words; this line has more"
        let length = line.unicodeScalars.count
        return Parse(trees: [], diagnostics: [Diagnostic(span: Span(min(length, Self.longestLine), length), message: message,
                                                         suggestions: ["ask for one thing at a time, for instance: what happened in 1998"])])
    }

    private func diagnosis(_ words: [QuestionWord], furthest: Int) -> Diagnostic {
        let example = ["who is …", "what happened in …", "list …"]
        guard let last = words.last else {
            return Diagnostic(span: Span(0, 0), message: "There is no question on this line", suggestions: example)
        }
        guard furthest < words.count else {
            return Diagnostic(span: Span(last.span.end, last.span.end), message: "The question breaks off here", suggestions: example)
        }
        let word = words[furthest]
        return Diagnostic(span: word.span, message: "Not understood from “\(word.form)” on", suggestions: example)
    }
}

extension QuestionTree {
    /// Moves "according to X" out of the clause.
    mutating func takeSource() {
        func isSource(_ adjunct: Adjunct) -> PrepositionalPhrase? {
            guard case .prepositional(let phrase) = adjunct, phrase.preposition == "according to" else { return nil }
            return phrase
        }
        if let index = clause?.adjuncts.firstIndex(where: { isSource($0) != nil }), let phrase = clause.flatMap({ isSource($0.adjuncts[index]) }) {
            source = phrase.object
            clause?.adjuncts.remove(at: index)
        } else if let index = adjuncts.firstIndex(where: { isSource($0) != nil }), let phrase = isSource(adjuncts[index]) {
            source = phrase.object
            adjuncts.remove(at: index)
        }
    }
}
