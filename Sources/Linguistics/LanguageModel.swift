import Facts
import Lexicon

/// Reads English: text to sentences with words, tags, lemmas, dependency trees and names.
///
/// The trained weights are mapped, so that a model is ready in a few milliseconds and two of them share their memory. Reading is
/// deterministic to the bit. A model may be used by several threads at once; each analysis works in memory of its own.
public struct LanguageModel: Sendable {
    private let abbreviations: Abbreviations
    private let boundaries: BoundaryNetwork
    private let parser: SentenceParser

    /// Opens the model that comes with the program.
    /// - Throws: an error that says what is missing or damaged and how to cure it.
    public static func load() throws -> LanguageModel { try LanguageModel(weights: weightsFile()) }

    /// Names the weights that come with the program; nil where they are missing. Reading the same text with the same edition gives the same trees.
    public static var edition: String? { (try? weightsFile()).flatMap(ModelFile.edition) }

    private static func weightsFile() throws -> ResourceFile { try ResourceFile(target: "Linguistics", name: "english.weights") }

    /// - Throws: as ``load()``.
    init(weights: ResourceFile) throws {
        let file = try ModelFile(weights)
        let embedding = try Embedding(file)
        boundaries = try BoundaryNetwork(file, embedding)
        parser = try SentenceParser(file, embedding)
        abbreviations = try Abbreviations()
    }

    /// The sentences of a text, in order. Line feeds separate paragraphs, and a paragraph's end always ends a sentence.
    /// Any text is read; the time is linear in its length. A cancelled task gets the sentences read so far.
    public func analyse(_ text: String) -> [Sentence] {
        let scalars = Array(text.unicodeScalars)
        let memory = workspace()
        var result: [Sentence] = []
        for paragraph in Self.paragraphs(scalars) {
            let tokens = Tokenizer.tokens(scalars, paragraph, abbreviations)
            let features = tokens.map { WordFeatures(scalars[$0.start..<$0.end]) }
            let odds = boundaries.odds(features, spaced: tokens.map(\.spaced), in: memory)
            for (i, range) in SentenceSplitter.sentences(tokens, in: scalars, odds: odds).enumerated() {
                if Task.isCancelled { return result }
                result.append(parser.read(tokens[range], features[range], of: scalars, startsParagraph: i == 0, in: memory))
            }
        }
        return result
    }

    /// Sentences whose words the caller has found, as spans of `text`; the first starts a paragraph. Of one that is longer than any
    /// sentence this reader finds itself, the parts are read and hung on the first part's root.
    /// - Precondition: no sentence is empty, and the spans of each ascend and lie in the text.
    public func analyse(sentences: [[Span]], of text: String) -> [Sentence] {
        let scalars = Array(text.unicodeScalars)
        let memory = workspace()
        return sentences.enumerated().map { i, words in
            let tokens = words.map { RawToken(start: $0.start, end: $0.end, spaced: true, abbreviation: nil) }
            let features = tokens.map { WordFeatures(scalars[$0.start..<$0.end]) }
            let parts = stride(from: 0, to: tokens.count, by: SentenceSplitter.longest).map { start in
                let range = start..<min(tokens.count, start + SentenceSplitter.longest)
                return parser.read(tokens[range], features[range], of: scalars, startsParagraph: i == 0, in: memory)
            }
            return parts.dropFirst().reduce(into: parts[0]) { Self.append($1, to: &$0) }
        }
    }

    private func workspace() -> Workspace { Workspace(columns: max(parser.columns, boundaries.columns)) }

    /// Adds a later part of the same sentence.
    private static func append(_ part: Sentence, to whole: inout Sentence) {
        let offset = whole.tokens.count, root = whole.tokens.firstIndex { $0.head < 0 } ?? 0
        whole.tokens += part.tokens.map { token in
            var token = token
            if token.head < 0 { token.deprel = "parataxis" }
            token.head = token.head < 0 ? root : token.head + offset
            return token
        }
        whole.names += part.names.map { NameSpan(first: $0.first + offset, last: $0.last + offset, type: $0.type) }
        whole.span = whole.span.union(part.span)
        whole.confidence = min(whole.confidence, part.confidence)
    }

    private static func paragraphs(_ text: [Unicode.Scalar]) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var start = 0
        for (i, scalar) in text.enumerated() where scalar == "\n" || scalar == "\r" || scalar == "\u{2029}" {
            if start < i { result.append(start..<i) }
            start = i + 1
        }
        if start < text.count { result.append(start..<text.count) }
        return result
    }
}
