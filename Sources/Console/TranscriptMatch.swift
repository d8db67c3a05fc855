/// Whether output lines are what a transcript expects.
struct TranscriptMatch {
    /// A regular expression of a transcript that cannot be compiled.
    struct BadPattern: Error { let pattern: String }

    private enum Item {
        case line(String)
        case pattern(Regex<AnyRegexOutput>)
        case anyLines
        /// Sorted.
        case group([String])
    }

    private let items: [Item]

    /// - Throws: ``BadPattern``.
    init(_ expectations: [Transcript.Expectation]) throws {
        var items: [Item] = []
        var group: [String] = []
        func close() {
            if !group.isEmpty { items.append(.group(group.sorted())) }
            group = []
        }
        for expectation in expectations {
            if case .unordered(let text) = expectation {
                group.append(Self.withoutTrailingBlanks(text))
                continue
            }
            close()
            switch expectation {
            case .line(let text): items.append(.line(Self.withoutTrailingBlanks(text)))
            case .anyLines: items.append(.anyLines)
            case .pattern(let text):
                guard let regex = try? Regex(text) else { throw BadPattern(pattern: text) }
                items.append(.pattern(regex))
            case .unordered: break
            }
        }
        close()
        self.items = items
    }

    /// Dynamic programming over (item, line): time is the product of the two counts.
    func accepts(_ output: [String]) -> Bool {
        let lines = output.map(Self.withoutTrailingBlanks)
        var reachable = [Bool](repeating: false, count: lines.count + 1)
        reachable[0] = true
        for item in items {
            var next = [Bool](repeating: false, count: lines.count + 1)
            for position in reachable.indices where reachable[position] {
                switch item {
                case .line(let text):
                    if position < lines.count, lines[position] == text { next[position + 1] = true }
                case .pattern(let regex):
                    if position < lines.count, lines[position].wholeMatch(of: regex) != nil { next[position + 1] = true }
                case .group(let sorted):
                    let end = position + sorted.count
                    if end <= lines.count, lines[position..<end].sorted() == sorted { next[end] = true }
                case .anyLines:
                    for later in position...lines.count { next[later] = true }
                }
            }
            reachable = next
        }
        return reachable[lines.count]
    }

    /// Editors strip trailing blanks, so they are no difference.
    private static func withoutTrailingBlanks(_ line: String) -> String {
        var end = line.endIndex
        while end > line.startIndex, line[line.index(before: end)].isWhitespace { end = line.index(before: end) }
        return String(line[..<end])
    }
}
