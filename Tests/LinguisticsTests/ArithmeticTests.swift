import CVectors
import Facts
@testable import Linguistics
import Testing

/// The arithmetic under the net, against plain definitions.
struct ArithmeticTests {
    /// A sequence of numbers that look random and are the same every time.
    struct Numbers: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
    }

    /// To the bit: the order of the sums is part of the promise that every machine gives the same trees.
    @Test(arguments: [(1, 16, 1), (3, 5, 1), (9, 128, 3), (26, 200, 2)])
    func denseIsTheSumInOrder(rows: Int, inputs: Int, panels: Int) {
        var numbers = Numbers(state: 7)
        func random(_ count: Int) -> [Float] { (0..<count).map { _ in Float.random(in: -2...2, using: &numbers) } }
        let columns = panels * Int(CVECTORS_PANEL)
        let x = random(rows * inputs), weights = random(inputs * columns), bias = random(columns)
        var y = [Float](repeating: .nan, count: rows * columns)
        cvectors_dense(x, inputs, rows, weights, inputs, panels, bias, true, &y)
        for row in 0..<rows {
            for column in 0..<columns {
                var sum = bias[column]
                for k in 0..<inputs { sum += weights[(column / 16 * inputs + k) * 16 + column % 16] * x[row * inputs + k] }
                #expect(y[row * columns + column] == max(0, sum))
            }
        }
    }

    @Test func exponentialIsClose() {
        for x in stride(from: Float(-86), through: 20, by: 0.37) {
            let exact = Float(_exp(Double(x)))
            #expect(abs(Vectors.exp(x) - exact) <= exact * 1e-6)
        }
        #expect(Vectors.exp(-100) == 0)
    }

    /// e^x by its series, after halving x until it is small.
    private func _exp(_ x: Double) -> Double {
        if abs(x) > 0.01 { return _exp(x / 2) * _exp(x / 2) }
        return 1 + x * (1 + x / 2 * (1 + x / 3 * (1 + x / 4)))
    }

    @Test(arguments: 0..<200)
    func treeIsTheBestOfAll(seed: Int) {
        var numbers = Numbers(state: UInt64(seed))
        let n = 2 + seed % 4
        let scores = (0..<n * n).map { _ in Float(Int.random(in: -9...9, using: &numbers)) }
        let found = SpanningTree.heads(scores, count: n)
        func total(_ heads: [Int]) -> Float { (1..<n).reduce(0) { $0 + scores[$1 * n + heads[$1]] } }
        #expect(isTree(found))
        #expect(total(found) == allTrees(n).map(total).max())
    }

    private func isTree(_ heads: [Int]) -> Bool {
        guard heads.dropFirst().filter({ $0 == 0 }).count == 1 else { return false }
        return heads.indices.dropFirst().allSatisfy { start in
            var node = start
            for _ in heads.indices where node != 0 { node = heads[node] }
            return node == 0
        }
    }

    private func allTrees(_ n: Int) -> [[Int]] {
        var all: [[Int]] = [[0]]
        for i in 1..<n { all = all.flatMap { heads in (0..<n).filter { $0 != i }.map { heads + [$0] } } }
        return all.filter(isTree)
    }

    @Test func namesContinueOnlyTheirOwnKind() throws {
        let decoder = try #require(NameDecoder(names: ["O", "B-PER", "I-PER", "B-ORG", "I-ORG"]))
        // Word by word the best labels would be I-PER, I-ORG, O, B-ORG, I-ORG.
        var scores: [Float] = [
            0, 2, 3, 0, 0,
            0, 0, 2, 0, 3,
            5, 0, 0, 0, 0,
            0, 0, 0, 4, 0,
            1, 0, 0, 0, 4,
        ]
        let names = decoder.names(&scores, stride: 5, words: 5)
        #expect(names == [NameSpan(first: 0, last: 1, type: .person), NameSpan(first: 3, last: 4, type: .organisation)])
        #expect(NameDecoder(names: ["O", "B-CAT"]) == nil)
    }
}
