import Facts
import Lexicon

/// Reads English: text to sentences with words, tags, lemmas, dependency trees and names.
///
/// The trained weights are mapped, so that a model is ready in a few milliseconds and two of them share their memory. Reading is
/// deterministic to the bit. A model may be used by several threads at once; each analysis works in memory of its own.
public struct LanguageModel: Sendable {
    private let network: Network
    private let nameRules: NameRules
    private let abbreviations: Abbreviations
    private let lemmatiser: Lemmatiser

    /// Opens the model that comes with the program.
    /// - Throws: an error that says what is missing or damaged and how to cure it.
    public static func load() throws -> LanguageModel {
        try LanguageModel(weights: ResourceFile(target: "Linguistics", name: "english.weights"))
    }

    /// - Throws: as ``load()``.
    init(weights: ResourceFile) throws {
        let file = try ModelFile(weights)
        network = try Network(file)
        nameRules = try NameRules()
        abbreviations = try Abbreviations()
        lemmatiser = try Lemmatiser()
    }

    /// The sentences of a text, in order. Line feeds separate paragraphs, and a paragraph's end always ends a sentence.
    /// Any text is read; the time is linear in its length. A cancelled task gets the sentences read so far.
    public func analyse(_ text: String) -> [Sentence] {
        let scalars = Array(text.unicodeScalars)
        let memory = Workspace()
        var result: [Sentence] = []
        for paragraph in Self.paragraphs(scalars) {
            let tokens = Tokenizer.tokens(scalars, paragraph, abbreviations)
            for (i, range) in SentenceSplitter.sentences(tokens, in: scalars).enumerated() {
                if Task.isCancelled { return result }
                result.append(sentence(tokens[range], of: scalars, startsParagraph: i == 0, memory))
            }
        }
        return result
    }

    /// The sentence whose words the caller has found, as spans of `text`.
    /// - Precondition: `words` is not empty, and its spans ascend and lie in the text.
    public func analyse(words: [Span], of text: String, startsParagraph: Bool = false) -> Sentence {
        let tokens = words.map { RawToken(start: $0.start, end: $0.end, spaced: true, abbreviation: nil) }
        return sentence(tokens[...], of: Array(text.unicodeScalars), startsParagraph: startsParagraph, Workspace())
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

    private func sentence(_ raw: ArraySlice<RawToken>, of text: [Unicode.Scalar], startsParagraph: Bool, _ memory: Workspace) -> Sentence {
        network.run(raw.map { WordFeatures(text[$0.start..<$0.end]) }, in: memory)
        let n = raw.count + 1
        let tree = SpanningTree.heads(memory.arcs, count: n)
        network.scoreRelations(tree, in: memory)
        var tokens: [Token] = []
        tokens.reserveCapacity(raw.count)
        for (i, word) in raw.enumerated() {
            let place = i + 1
            let upos = network.upos[Vectors.indexOfGreatest(memory.upos + place * network.uposStride, network.upos.count)]
            let xpos = network.xpos[Vectors.indexOfGreatest(memory.xpos + place * network.xposStride, network.xpos.count)]
            let relation = tree[place] == 0 ? "root" : self.relation(at: place, memory)
            let form = String(String.UnicodeScalarView(text[word.start..<word.end]))
            tokens.append(Token(span: Span(word.start, word.end), form: form, lemma: lemmatiser.lemma(of: form, upos: upos, xpos: xpos),
                                upos: upos, xpos: xpos, head: tree[place] - 1, deprel: relation))
        }
        return Sentence(span: Span(raw.first!.start, raw.last!.end), tokens: tokens, names: nameRules.names(tokens),
                        confidence: confidence(tree, memory), startsParagraph: startsParagraph)
    }

    /// The best relation but "root", which only the root's word has.
    private func relation(at place: Int, _ memory: Workspace) -> String {
        let scores = memory.relations + place * network.relationStride
        var best: Int?
        for i in network.relations.indices where network.relations[i] != "root" && best.map({ scores[i] > scores[$0] }) ?? true { best = i }
        return best.map { network.relations[$0] } ?? "dep"
    }

    /// The mean probability of the chosen arcs. Overwrites the arc scores.
    private func confidence(_ tree: [Int], _ memory: Workspace) -> Double {
        let n = tree.count
        var sum = 0.0
        for place in 1..<n {
            let row = memory.arcs + place * n
            row[place] = -1e4
            Vectors.softmax(row, n)
            sum += Double(row[tree[place]])
        }
        return sum / Double(n - 1)
    }
}
