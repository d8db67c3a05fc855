/// The best tree with exactly one root under a matrix of arc scores (Chu and Liu 1965, Edmonds 1967).
///
/// Greedy heads are a tree already for most sentences; each cycle contracted costs one pass over the matrix. Where the best tree
/// has several roots, a constant that outweighs any difference of trees is taken from every arc of the root, and the best tree
/// then uses one.
enum SpanningTree {
    private static let impossible = -1e12
    private static let rootPrice = 1e7

    /// - Parameter scores: `scores[i * n + j]` says how well place `j` heads word `i`; place 0 is the root, row 0 is not read.
    /// - Returns: the head of each place; 0 for place 0.
    static func heads(_ scores: UnsafePointer<Float>, count n: Int) -> [Int] {
        var matrix = [Double](repeating: impossible, count: n * n)
        for i in 1..<max(1, n) {
            for j in 0..<n where j != i { matrix[i * n + j] = Double(scores[i * n + j]) }
        }
        let heads = solve(matrix, n)
        if heads.dropFirst().count(where: { $0 == 0 }) == 1 { return heads }
        for i in 1..<max(1, n) { matrix[i * n] -= rootPrice }
        return solve(matrix, n)
    }

    private static func solve(_ scores: [Double], _ n: Int) -> [Int] {
        var heads = [Int](repeating: 0, count: n)
        for i in 1..<max(1, n) {
            var best = 0
            for j in 1..<n where scores[i * n + j] > scores[i * n + best] { best = j }
            heads[i] = best
        }
        guard let cycle = cycle(in: heads) else { return heads }
        return expand(cycle, heads, scores, n)
    }

    private static func cycle(in heads: [Int]) -> [Int]? {
        var seenFrom = [Int](repeating: 0, count: heads.count)
        for start in 1..<max(1, heads.count) {
            var path: [Int] = []
            var node = start
            while node != 0 && seenFrom[node] == 0 {
                seenFrom[node] = start
                path.append(node)
                node = heads[node]
            }
            if node != 0 && seenFrom[node] == start { return Array(path[path.firstIndex(of: node)!...]) }
        }
        return nil
    }

    /// Makes one node of the cycle, solves the smaller problem, and opens the cycle where the solution enters it.
    private static func expand(_ cycle: [Int], _ greedy: [Int], _ scores: [Double], _ n: Int) -> [Int] {
        var inside = [Bool](repeating: false, count: n)
        for node in cycle { inside[node] = true }
        let outside = (0..<n).filter { !inside[$0] }
        let m = outside.count + 1, contracted = m - 1
        var smaller = [Double](repeating: impossible, count: m * m)
        var bestInCycle = [Int](repeating: cycle[0], count: m)
        var entry = [Int](repeating: cycle[0], count: m)
        for (a, i) in outside.enumerated() {
            if i != 0 {
                for (b, j) in outside.enumerated() where a != b { smaller[a * m + b] = scores[i * n + j] }
                for c in cycle where scores[i * n + c] > scores[i * n + bestInCycle[a]] { bestInCycle[a] = c }
                smaller[a * m + contracted] = scores[i * n + bestInCycle[a]]
            }
            func gain(_ c: Int) -> Double { scores[c * n + i] - scores[c * n + greedy[c]] }
            for c in cycle where gain(c) > gain(entry[a]) { entry[a] = c }
            smaller[contracted * m + a] = gain(entry[a])
        }
        let solution = solve(smaller, m)
        var heads = greedy
        for (a, i) in outside.enumerated() where i != 0 {
            heads[i] = solution[a] == contracted ? bestInCycle[a] : outside[solution[a]]
        }
        let parent = solution[contracted]
        heads[entry[parent]] = outside[parent]
        return heads
    }
}
