import Chronology
import FactStore
import Facts
import Lexicon
import Questions

/// What can be said of a question while it is being typed: which of its words are understood, and what can come next.
public final class TypingHelp {
    public struct KnownWord: Hashable, Sendable {
        public enum Kind: Sendable { case name, relation, time, word, unknown }
        /// In Unicode scalars of the line.
        public var span: Span
        public var kind: Kind
    }

    let store: FactStore
    private let wordNet: WordNet
    private let grammar: EnglishGrammar
    public let completer: Completer
    /// Years in which facts are dated, ascending.
    private(set) lazy var knownDates: [String] = ((try? store.years()) ?? []).map { "\($0)" }
    private let tagger = TimeTagger()
    private let day: Day

    /// - Throws: ``ResourceFile/Missing`` where the dictionary is not installed; `StoreError` where the store can't be read.
    public init(store: FactStore, asOf: Day?) throws {
        self.store = store
        let wordNet = try WordNet.shared()
        self.wordNet = wordNet
        let tables = try WorldInterpreter(store: store)
        grammar = tables.map { EnglishGrammar(vocabulary: $0.words, dictionary: wordNet) }
            ?? EnglishGrammar(vocabulary: StoreVocabulary(store: store, wordNet: wordNet), dictionary: wordNet)
        completer = Completer(grammar: grammar)
        day = asOf ?? Day(number: 0)
    }

    /// Every word of the line, in order. The last word counts as known while it may still grow into one.
    public func words(in line: String) -> [KnownWord] {
        let words = Self.split(line)
        let times = timeSpans(in: words)
        let relation = grammar.parse(line).trees.first?.clause?.verb.lemma
        var result: [KnownWord] = []
        var index = 0
        while index < words.count {
            if let name = try? store.longestName(in: words.map(\.text), from: index), name.count > 0 {
                result.append(KnownWord(span: words[index].span.union(words[index + name.count - 1].span), kind: .name))
                index += name.count
                continue
            }
            let word = words[index]
            let isLast = index + 1 == words.count && word.span.end == line.unicodeScalars.count
            let kind: KnownWord.Kind =
                times.contains { $0.contains(word.span) }
                ? .time
                : relation.map { isForm(word.text, of: $0) } ?? false ? .relation : isLast || isKnown(word.text) ? .word : .unknown
            result.append(KnownWord(span: word.span, kind: kind))
            index += 1
        }
        return result
    }

    private func timeSpans(in words: [(text: String, span: Span)]) -> [Span] {
        let tokens = words.map { Word(span: $0.span, form: $0.text, lemma: $0.text.lowercased(), xpos: "") }
        return tagger.tag(sentences: [tokens], published: day).map(\.span)
    }

    private func isForm(_ word: String, of verb: String) -> Bool {
        let lower = word.lowercased()
        return lower == verb || wordNet.lemmas(of: lower, .verb).contains(verb)
    }

    private func isKnown(_ word: String) -> Bool {
        let lower = word.lowercased()
        if lower.unicodeScalars.count < 3 || lower.unicodeScalars.contains(where: { $0.properties.numericType != nil }) { return true }
        if FunctionWords.contains(lower) { return true }
        return [WordNet.Part.noun, .verb, .adjective, .adverb].contains { part in
            wordNet.lemmas(of: lower, part).contains { !wordNet.parts(of: $0).isEmpty }
        }
    }

    private static func split(_ line: String) -> [(text: String, span: Span)] {
        var words: [(String, Span)] = []
        var word = String.UnicodeScalarView()
        var start = 0
        var position = 0
        func close() {
            if !word.isEmpty { words.append((String(word), Span(start, position))) }
            word = String.UnicodeScalarView()
        }
        for scalar in line.unicodeScalars {
            let isInside = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                || "'’.-&$".unicodeScalars.contains(scalar)
            if !isInside { close() } else if word.isEmpty { start = position }
            if isInside { word.append(scalar) }
            position += 1
        }
        close()
        return words
    }
}
