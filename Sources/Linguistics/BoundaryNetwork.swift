/// The trained layers that tell where sentences end.
///
/// Convolutions of width 3 over the embeddings of the words of a paragraph, each with wider holes than the one before, so that a word
/// is judged by fifteen neighbours on either side, and by whether white space stands before them.
struct BoundaryNetwork: Sendable {
    private let embedding: Embedding
    private let spaced: EmbeddingTable
    private let norm: Normalisation
    private let near: DenseLayer
    private let distance: Int
    private let convolutions: [Convolution]
    private let end: DenseLayer
    /// Words on either side that a judgement looks at.
    private let reach: Int

    /// Words judged at a time, so that the memory needed does not grow with the paragraph.
    private static let chunk = 400

    /// - Throws: ``ModelFile/Damaged``.
    init(_ file: ModelFile, _ embedding: Embedding) throws {
        let dilations = try file.lines("boundary-dilations").compactMap { Int($0) }
        let inner = try file.table("boundary-end.weight", .quantised, rows: 1).columns
        guard let first = dilations.first, dilations.allSatisfy({ (1...64).contains($0) }), inner % Vectors.block == 0 else {
            throw ModelFile.Damaged(path: file.resource.path, problem: "the shape of its boundary net is impossible")
        }
        self.embedding = embedding
        spaced = try EmbeddingTable(file, "boundary-spaced", columns: embedding.width)
        norm = try Normalisation(file, "boundary.norm", width: embedding.width)
        near = try DenseLayer(file, "boundary-convolution0", inputs: 3 * embedding.width, outputs: inner)
        distance = first
        convolutions = try dilations.enumerated().dropFirst().map {
            try Convolution(file, "boundary-convolution\($0)", width: inner, dilation: $1)
        }
        end = try DenseLayer(file, "boundary-end", inputs: inner, outputs: 1)
        reach = dilations.reduce(0, +)
        guard spaced.rows == 2 else {
            throw ModelFile.Damaged(path: file.resource.path, problem: "its table boundary-spaced is of the wrong size")
        }
    }

    /// The longest row that a layer writes.
    var columns: Int { max(embedding.width, near.stride) }

    /// For each word the log-odds that a sentence ends with it.
    func odds(_ words: [WordFeatures], spaced flags: [Bool], in memory: Workspace) -> [Float] {
        var result: [Float] = []
        result.reserveCapacity(words.count)
        memory.reserve(places: min(words.count, Self.chunk) + 2 * reach)
        for start in stride(from: 0, to: words.count, by: Self.chunk) {
            let stop = min(words.count, start + Self.chunk)
            let range = max(0, start - reach)..<min(words.count, stop + reach)
            let n = range.count, x = memory.a
            for (row, word) in range.enumerated() {
                embedding.write(words[word], to: x + row * embedding.width)
                spaced.add(row: flags[word] ? 1 : 0, to: x + row * embedding.width)
            }
            norm.apply(x, rows: n)
            Windows.gather(x, rows: n, width: embedding.width, distance: distance, to: memory.wide)
            near.apply(memory.wide, xStride: near.inputs, rows: n, to: memory.states, rectified: true)
            for layer in convolutions { layer.apply(rows: n, in: memory) }
            end.apply(memory.states, xStride: near.stride, rows: n, to: memory.c)
            for word in start..<stop { result.append(memory.c[(word - range.lowerBound) * end.stride]) }
        }
        return result
    }
}
