/// The trained layers that tell where sentences end.
///
/// Two convolutions of width 3 over the embeddings of the words of a paragraph, the second with holes, so that each word is judged by
/// three neighbours on either side, and by whether white space stands before them.
struct BoundaryNetwork: Sendable {
    private let embedding: Embedding
    private let spaced: EmbeddingTable
    private let norm: Normalisation
    private let near, far, end: DenseLayer

    /// Words judged at a time, so that the memory needed does not grow with the paragraph.
    private static let chunk = 400
    /// Words on either side that a judgement looks at.
    private static let reach = 3

    /// - Throws: ``ModelFile/Damaged``.
    init(_ file: ModelFile, _ embedding: Embedding) throws {
        self.embedding = embedding
        spaced = try EmbeddingTable(file, "boundary-spaced", columns: embedding.width)
        norm = try Normalisation(file, "boundary.norm", width: embedding.width)
        let inner = try file.table("boundary-end.weight", .quantised, rows: 1).columns
        near = try DenseLayer(file, "boundary-near", inputs: 3 * embedding.width, outputs: inner)
        far = try DenseLayer(file, "boundary-far", inputs: 3 * inner, outputs: inner)
        end = try DenseLayer(file, "boundary-end", inputs: inner, outputs: 1)
        guard spaced.rows == 2, inner % Vectors.block == 0 else {
            throw ModelFile.Damaged(path: file.resource.path, problem: "its boundary layers are of the wrong size")
        }
    }

    /// The longest row that a layer writes.
    var columns: Int { max(embedding.width, near.stride, far.stride) }

    /// For each word the log-odds that a sentence ends with it.
    func odds(_ words: [WordFeatures], spaced flags: [Bool], in memory: Workspace) -> [Float] {
        var result: [Float] = []
        result.reserveCapacity(words.count)
        memory.reserve(places: min(words.count, Self.chunk) + 2 * Self.reach)
        for start in stride(from: 0, to: words.count, by: Self.chunk) {
            let stop = min(words.count, start + Self.chunk)
            let range = max(0, start - Self.reach)..<min(words.count, stop + Self.reach)
            let n = range.count, x = memory.states
            for (row, word) in range.enumerated() {
                embedding.write(words[word], to: x + row * embedding.width)
                spaced.add(row: flags[word] ? 1 : 0, to: x + row * embedding.width)
            }
            norm.apply(x, rows: n)
            Windows.gather(x, rows: n, width: embedding.width, distance: 1, to: memory.wide)
            near.apply(memory.wide, xStride: 3 * embedding.width, rows: n, to: memory.a, rectified: true)
            Windows.gather(memory.a, rows: n, width: near.stride, distance: 2, to: memory.wide)
            far.apply(memory.wide, xStride: 3 * near.stride, rows: n, to: memory.b, rectified: true)
            end.apply(memory.b, xStride: far.stride, rows: n, to: memory.c)
            for word in start..<stop { result.append(memory.c[(word - range.lowerBound) * end.stride]) }
        }
        return result
    }
}
