import Facts
import Lexicon

/// Reads one sentence whose words are known: tags, tree, lemmas, names.
struct SentenceParser: Sendable {
    private let network: Network
    private let nameDecoder: NameDecoder
    private let nameRefiner: NameRefiner
    private let lemmatiser: Lemmatiser
    /// Relations that a word under another word can have: all but "root".
    private let relations: [Int]

    /// - Throws: ``ModelFile/Damaged``, or what a data file that is missing throws.
    init(_ file: ModelFile, _ embedding: Embedding) throws {
        network = try Network(file, embedding)
        relations = network.relations.indices.filter { [network] in network.relations[$0] != "root" }
        guard let decoder = NameDecoder(names: network.nameLabels), !relations.isEmpty else {
            throw ModelFile.Damaged(path: file.resource.path, problem: "its labels are unknown")
        }
        nameDecoder = decoder
        nameRefiner = try NameRefiner()
        lemmatiser = try Lemmatiser()
    }

    var columns: Int { network.columns }

    /// - Precondition: `raw` is not empty, and `features` are those of its words.
    func read(_ raw: ArraySlice<RawToken>, _ features: ArraySlice<WordFeatures>, of text: [Unicode.Scalar], startsParagraph: Bool,
              in memory: Workspace) -> Sentence {
        network.run(features, in: memory)
        let tree = SpanningTree.heads(memory.arcs, count: raw.count + 1)
        network.scoreRelations(tree, in: memory)
        var tokens: [Token] = []
        tokens.reserveCapacity(raw.count)
        for (i, word) in raw.enumerated() { tokens.append(token(word, place: i + 1, head: tree[i + 1], of: text, memory)) }
        TreeRepairs.apply(to: &tokens)
        let marked = nameDecoder.names(memory.names + network.namesStride, stride: network.namesStride, words: raw.count)
        return Sentence(span: Span(raw.first!.start, raw.last!.end), tokens: tokens, names: nameRefiner.names(tokens, marked: marked),
                        confidence: confidence(tree, memory), startsParagraph: startsParagraph)
    }

    private func token(_ word: RawToken, place: Int, head: Int, of text: [Unicode.Scalar], _ memory: Workspace) -> Token {
        let upos = network.upos[Vectors.indexOfGreatest(memory.upos + place * network.uposStride, network.upos.count)]
        let xpos = network.xpos[Vectors.indexOfGreatest(memory.xpos + place * network.xposStride, network.xpos.count)]
        let form = String(scalars: text[word.start..<word.end])
        return Token(span: Span(word.start, word.end), form: form, lemma: lemmatiser.lemma(of: form, upos: upos, xpos: xpos), upos: upos,
                     xpos: xpos, head: head - 1, deprel: head == 0 ? "root" : relation(place, memory))
    }

    private func relation(_ place: Int, _ memory: Workspace) -> String {
        let scores = memory.relations + place * network.relationStride
        return network.relations[relations.reduce(relations[0]) { scores[$1] > scores[$0] ? $1 : $0 }]
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
