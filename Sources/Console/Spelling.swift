/// Words close to a misspelt one.
enum Spelling {
    /// The word at the smallest distance, if that is at most a third of the length (and at least 1).
    static func nearest(to word: String, in words: [String]) -> String? {
        let limit = max(1, word.count / 3)
        let scored = words.map { ($0, distance(Array(word.unicodeScalars), Array($0.unicodeScalars))) }
        guard let best = scored.min(by: { ($0.1, $0.0) < ($1.1, $1.0) }), best.1 <= limit else {
            return words.filter { $0.hasPrefix(word) && !word.isEmpty }.min()
        }
        return best.0
    }

    /// Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours.
    static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
        var previous: [Int] = []
        var current = Array(0...b.count)
        for i in a.indices {
            var next = [i + 1] + Array(repeating: 0, count: b.count)
            for j in b.indices {
                next[j + 1] = min(current[j + 1] + 1, next[j] + 1, current[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { next[j + 1] = min(next[j + 1], previous[j - 1] + 1) }
            }
            previous = current
            current = next
        }
        return current[b.count]
    }
}
