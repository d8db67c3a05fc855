/// The trained net: words in, tags, scores of arcs, relations and name labels out.
///
/// Embeddings are summed, widened and normalised; residual convolutions of width 3 read the neighbourhood; tag heads after the first
/// ones feed what they think back into the states; self-attention with one more convolution each reads the whole sentence; a
/// biaffine form scores arcs (Dozat and Manning 2017). Place 0 stands for the root.
struct Network: Sendable {
    private struct Attention: Sendable {
        let query, key, value, output: DenseLayer
        let norm: Normalisation
        let convolution: Convolution
    }

    static let heads = 4
    private static let furthest = 31

    let width: Int
    let upos: [String]
    let xpos: [String]
    let relations: [String]
    let nameLabels: [String]

    private let embedding: Embedding
    private let root: WeightVector
    private let input: DenseLayer
    private let inputNorm: Normalisation
    private let convolutions: [Convolution]
    private let tagsAfter: Int
    private let uposLayer, xposLayer, tagFeedback, names: DenseLayer
    private let attentions: [Attention]
    private let dependent, head, bilinear: DenseLayer
    private let distance: WeightVector
    private let relationDependent, relationHead, relation: DenseLayer
    private let direction: EmbeddingTable

    /// - Throws: ``ModelFile/Damaged``.
    init(_ file: ModelFile, _ embedding: Embedding) throws {
        let dilations = try file.lines("dilations").compactMap { Int($0) }
        let tagsAfter = try file.lines("tags-after").first.flatMap { Int($0) } ?? 0
        let width = try file.table("root", .floats, rows: 1).columns
        guard width % Vectors.block == 0, width % Self.heads == 0, (1...dilations.count).contains(tagsAfter) else {
            throw ModelFile.Damaged(path: file.resource.path, problem: "the shape of its net is impossible")
        }
        self.width = width
        self.tagsAfter = tagsAfter
        upos = try file.lines("upos")
        xpos = try file.lines("xpos")
        relations = try file.lines("relations")
        nameLabels = try file.lines("name-labels")
        self.embedding = embedding
        root = try WeightVector(file, "root", count: width)
        input = try DenseLayer(file, "input", inputs: embedding.width, outputs: width)
        inputNorm = try Normalisation(file, "input.norm", width: width)

        func dense(_ name: String, _ inputs: Int, _ outputs: Int, biased: Bool = true) throws -> DenseLayer {
            try DenseLayer(file, name, inputs: inputs, outputs: outputs, biased: biased)
        }
        func convolution(_ name: String, _ dilation: Int) throws -> Convolution {
            try Convolution(file, name, width: width, dilation: dilation)
        }
        convolutions = try dilations.enumerated().map { try convolution("convolution\($0)", $1) }
        attentions = try (0..<file.count("attention", ".query.weight")).map { i in
            let name = "attention\(i)"
            return Attention(query: try dense(name + ".query", width, width), key: try dense(name + ".key", width, width),
                             value: try dense(name + ".value", width, width), output: try dense(name + ".output", width, width),
                             norm: try Normalisation(file, name + ".norm", width: width), convolution: try convolution(name + ".convolution", 1))
        }
        uposLayer = try dense("upos", width, upos.count)
        xposLayer = try dense("xpos", width, xpos.count)
        tagFeedback = try dense("tag-feedback", uposLayer.stride + xposLayer.stride, width, biased: false)
        names = try dense("names", width, nameLabels.count)
        let arcs = try file.table("dependent.weight", .quantised, columns: width).rows
        dependent = try dense("dependent", width, arcs)
        head = try dense("head", width, arcs)
        bilinear = try dense("bilinear", arcs, arcs)
        distance = try WeightVector(file, "distance", count: 2 * Self.furthest + 1)
        let inner = try file.table("relation.weight", .quantised, rows: relations.count).columns
        relationDependent = try dense("relation-dependent", width, inner)
        relationHead = try dense("relation-head", width, inner)
        relation = try dense("relation", inner, relations.count)
        direction = try EmbeddingTable(file, "relation-direction", columns: inner)
        guard direction.rows == 2, arcs % Vectors.block == 0, inner % Vectors.block == 0 else {
            throw ModelFile.Damaged(path: file.resource.path, problem: "the shape of its net is impossible")
        }
    }

    /// Reads a sentence of `words.count` words. What comes out lies in `memory` until the next call.
    func run(_ words: ArraySlice<WordFeatures>, in memory: Workspace) {
        let n = words.count + 1
        memory.reserve(places: n)
        let x = memory.states
        for (i, word) in words.enumerated() { embedding.write(word, to: memory.wide + i * embedding.width) }
        x.update(from: root.start, count: width)
        input.apply(memory.wide, xStride: embedding.width, rows: words.count, to: x + width)
        inputNorm.apply(x, rows: n)
        for (i, layer) in convolutions.enumerated() {
            layer.apply(rows: n, in: memory)
            if i + 1 == tagsAfter { feedTagsBack(n, memory) }
        }
        for layer in attentions { apply(layer, n, memory) }
        names.apply(x, xStride: width, rows: n, to: memory.names)
        scoreArcs(n, memory)
    }

    /// The longest row that a layer writes or reads.
    var columns: Int {
        let dense = [input, uposLayer, xposLayer, tagFeedback, names, dependent, head, bilinear, relationDependent, relationHead, relation]
        return dense.map { max($0.inputs, $0.stride) }.max()!
    }

    var uposStride: Int { uposLayer.stride }
    var xposStride: Int { xposLayer.stride }
    var namesStride: Int { names.stride }
    var relationStride: Int { relation.stride }

    private func feedTagsBack(_ n: Int, _ memory: Workspace) {
        let x = memory.states, tags = memory.wide
        uposLayer.apply(x, xStride: width, rows: n, to: memory.upos)
        xposLayer.apply(x, xStride: width, rows: n, to: memory.xpos)
        for i in 0..<n {
            let u = memory.upos + i * uposLayer.stride, p = memory.xpos + i * xposLayer.stride
            Vectors.softmax(u, upos.count)
            Vectors.softmax(p, xpos.count)
            let row = tags + i * tagFeedback.inputs
            row.update(repeating: 0, count: tagFeedback.inputs)
            row.update(from: u, count: upos.count)
            (row + uposLayer.stride).update(from: p, count: xpos.count)
        }
        tagFeedback.apply(tags, xStride: tagFeedback.inputs, rows: n, to: memory.a)
        for i in 0..<n * width { x[i] += memory.a[i] }
    }

    private func apply(_ layer: Attention, _ n: Int, _ memory: Workspace) {
        let x = memory.states, q = memory.a, k = memory.b, v = memory.c, y = memory.d, weights = memory.row
        layer.query.apply(x, xStride: width, rows: n, to: q)
        layer.key.apply(x, xStride: width, rows: n, to: k)
        layer.value.apply(x, xStride: width, rows: n, to: v)
        let part = width / Self.heads
        let scale = 1 / Float(part).squareRoot()
        y.update(repeating: 0, count: n * width)
        for at in stride(from: 0, to: width, by: part) {
            for i in 0..<n {
                let qi = q + i * width + at
                for j in 0..<n { weights[j] = Vectors.dot(qi, k + j * width + at, part) * scale }
                Vectors.softmax(weights, n)
                let yi = y + i * width + at
                for j in 0..<n {
                    let weight = Vectors.Lanes(repeating: weights[j]), vj = v + j * width + at
                    for z in stride(from: 0, to: part, by: 8) { Vectors.store(Vectors.load(yi + z) + weight * Vectors.load(vj + z), yi + z) }
                }
            }
        }
        layer.output.apply(y, xStride: width, rows: n, to: q)
        layer.norm.apply(x, rows: n, adding: q, termStride: width)
        layer.convolution.apply(rows: n, in: memory)
    }

    /// `memory.arcs[i * n + j]`: how well place `j` heads word `i`.
    private func scoreArcs(_ n: Int, _ memory: Workspace) {
        let x = memory.states, d = memory.a, h = memory.b, t = memory.c
        dependent.apply(x, xStride: width, rows: n, to: d, rectified: true)
        head.apply(x, xStride: width, rows: n, to: h, rectified: true)
        bilinear.apply(d, xStride: dependent.stride, rows: n, to: t)
        for i in 1..<n {
            let row = memory.arcs + i * n
            for j in 0..<n {
                let far = max(-Self.furthest, min(Self.furthest, j - i)) + Self.furthest
                row[j] = Vectors.dot(t + i * bilinear.stride, h + j * head.stride, head.outputs) + distance.start[far]
            }
        }
    }

    /// Scores the relations of each word to its head; they lie in `memory.relations`.
    /// - Parameter tree: heads by place, 0 the root.
    func scoreRelations(_ tree: [Int], in memory: Workspace) {
        let n = tree.count
        let x = memory.states, d = memory.a, h = memory.b, inner = relation.inputs
        relationDependent.apply(x, xStride: width, rows: n, to: d)
        relationHead.apply(x, xStride: width, rows: n, to: h)
        for i in 1..<n {
            let row = d + i * relationDependent.stride, other = h + tree[i] * relationHead.stride
            direction.add(row: tree[i] > i ? 1 : 0, to: row)
            for z in stride(from: 0, to: inner, by: 8) {
                Vectors.store(pointwiseMax(Vectors.load(row + z) + Vectors.load(other + z), .zero), row + z)
            }
        }
        relation.apply(d, xStride: relationDependent.stride, rows: n, to: memory.relations)
    }
}
