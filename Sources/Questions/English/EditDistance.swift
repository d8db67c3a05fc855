/// How many slips of the keyboard lie between two words: a letter too many, too few, wrong, or two swapped.
///
/// Optimal string alignment (a restricted Damerau–Levenshtein distance), three rows of memory.
public enum EditDistance {
    /// The distance, or anything above `limit` where it is more.
    public static func between(_ a: [UInt8], _ b: [UInt8], limit: Int) -> Int {
        guard abs(a.count - b.count) <= limit else { return limit + 1 }
        var beforeLast = [Int](repeating: 0, count: b.count + 1)
        var last = Array(0...b.count)
        var row = last
        for i in 0..<a.count {
            row[0] = i + 1
            var least = row[0]
            for j in 0..<b.count {
                let same = a[i] == b[j] ? 0 : 1
                var value = min(last[j] + same, last[j + 1] + 1, row[j] + 1)
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { value = min(value, beforeLast[j - 1] + 1) }
                row[j + 1] = value
                least = min(least, value)
            }
            if least > limit { return limit + 1 }
            (beforeLast, last, row) = (last, row, beforeLast)
        }
        return last[b.count]
    }
}
