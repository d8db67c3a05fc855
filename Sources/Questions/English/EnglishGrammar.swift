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
        /// How many of the trees, from the first on, are as likely as it.
        public var equals = 0
    }

    public static let mostReadings = 6
    /// Longer lines are refused, in Unicode scalars.
    public static let longestLine = 2_000
    /// Lines of more words are refused.
    static let mostWords = 200

    let vocabulary: any Vocabulary
    let dictionary: WordNet
    private let memory = WordMemory()

    public init(vocabulary: some Vocabulary, dictionary: WordNet) {
        self.vocabulary = vocabulary
        self.dictionary = dictionary
    }

    /// - Throws: an error that says that the dictionary file is missing or damaged.
    public init(vocabulary: some Vocabulary = EmptyVocabulary()) throws {
        self.init(vocabulary: vocabulary, dictionary: try WordNet.shared())
    }

    public func parse(_ line: String) -> Parse {
        guard let words = analysed(line) else { return refused(line) }
        var parser = QuestionParser(words: words, dictionary: dictionary)
        let readings = parser.questions().prefix(Self.mostReadings)
        let equals = readings.prefix { $0.cost == readings[0].cost }.count
        if let first = readings.first, !isMisreading(first, words) {
            return Parse(trees: readings.map { finished($0.value, line) }, diagnostics: [], equals: equals)
        }
        let diagnosis = Diagnosis(grammar: self, line: line, words: words, furthest: readings.isEmpty ? parser.furthest : 0)
        if readings.isEmpty { return Parse(trees: [], diagnostics: diagnosis.diagnostics()) }
        guard !diagnosis.corrections().isEmpty else { return Parse(trees: readings.map { finished($0.value, line) }, diagnostics: [], equals: equals) }
        return Parse(trees: [], diagnostics: diagnosis.diagnostics())
    }

    /// Whether the line is read with certainty enough to be suggested: as a question with a verb, a command or a piece.
    func understands(_ line: String) -> Bool {
        guard let words = analysed(line) else { return false }
        var parser = QuestionParser(words: words, dictionary: dictionary)
        guard let best = parser.questions().first else { return false }
        return best.cost < 30 && !isMisreading(best, words)
    }

    /// "whta is the capital": a statement or a row of keywords that begins with a word that nobody knows, in lower case.
    private func isMisreading(_ reading: Edge<QuestionTree>, _ words: [QuestionWord]) -> Bool {
        guard let first = words.first, first.isUnknown, first.nameLength == 0, !first.token.isCapitalised else { return false }
        return reading.value.mood == .yesNo || reading.value.mood == .keywords && words.count > 3
    }

    private func analysed(_ line: String) -> [QuestionWord]? {
        guard line.utf8.count <= 4 * Self.longestLine, line.unicodeScalars.count <= Self.longestLine else { return nil }
        let tokens = QuestionTokenizer.tokens(of: line)
        guard tokens.count <= Self.mostWords else { return nil }
        return WordAnalyser(dictionary: dictionary, vocabulary: vocabulary, memory: memory).analyse(tokens)
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
        let span = Span(min(length, Self.longestLine), length)
        return Parse(trees: [], diagnostics: [Diagnostic(span: span, message: message, suggestions: Diagnosis.examples)])
    }
}

extension QuestionTree {
    /// Moves "according to X" out of the clause.
    mutating func takeSource() {
        func isSource(_ adjunct: Adjunct) -> PrepositionalPhrase? {
            guard case .prepositional(let phrase) = adjunct, phrase.preposition == "according to" else { return nil }
            return phrase
        }
        if let index = clause?.adjuncts.firstIndex(where: { isSource($0) != nil }),
            let phrase = clause.flatMap({ isSource($0.adjuncts[index]) })
        {
            source = phrase.object
            clause?.adjuncts.remove(at: index)
        } else if let index = adjuncts.firstIndex(where: { isSource($0) != nil }), let phrase = isSource(adjuncts[index]) {
            source = phrase.object
            adjuncts.remove(at: index)
        }
    }
}
