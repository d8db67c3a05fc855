import Facts

/// Finds the time expressions of a text and says what they mean.
///
/// Reading goes in three steps: words are cut into cells (``CellReader``), a grammar reads phrases from the cells
/// (``PhraseGrammar``), and a resolver turns the phrases into days (``Resolver``). Nothing here asks for the machine's clock,
/// locale or zone: the day of publication is given, and without one a relative expression stays open ("XXXX-10") rather than wrong.
///
///     let tagger = TimeTagger()
///     let times = tagger.tag(sentences: [words], published: Day(iso: "2024-07-27"))
///     times[0].value    // "2023-08" for "last August"
public struct TimeTagger: Sendable {
    public init() {}

    /// The time expressions of a text, in the order in which they stand. Costs time linear in its words.
    ///
    /// - Parameters:
    ///   - sentences: words as Universal Dependencies cut them; lemma and tag may be empty, and then forms decide.
    ///   - published: the day from which "yesterday" counts.
    public func tag(sentences: [[Word]], published: Day?) -> [TimeExpression] {
        tag(sentences: sentences, published: published, direction: nil)
    }

    /// - Parameter direction: which way all verbs point, where it is known from outside.
    func tag(sentences: [[Word]], published: Day?, direction: Direction?) -> [TimeExpression] {
        var reader = CellReader()
        var read: [SentencePhrases] = []
        for (index, words) in sentences.enumerated() {
            reader.read(words)
            let grammar = PhraseGrammar(cells: reader.cells, words: words)
            let phrases = grammar.phrases()
            if !phrases.isEmpty { read.append(SentencePhrases(index: index, grammar: grammar, phrases: phrases)) }
        }
        var story = Story(isHistory: Self.isHistory(read))
        var result: [TimeExpression] = []
        for sentence in read {
            story.begin(sentence: sentence.index)
            var resolution = SentenceResolution(sentence: sentence, published: published, given: direction, story: story)
            resolution.run()
            story = resolution.story
            result += resolution.expressions
        }
        return result
    }

    /// Whether a text tells of past times by their years and never from its own day, as an encyclopaedia does: no yesterday, no last week,
    /// no bare weekday. There a bare month goes on from the date before it, however far back that stands.
    private static func isHistory(_ read: [SentencePhrases]) -> Bool {
        var dated = 0
        for (phrase, _) in read.lazy.flatMap(\.phrases) {
            if phrase.meaning.speaksFromPublication { return false }
            if phrase.meaning.isAbsolute { dated += 1 }
        }
        return dated >= 3
    }
}
