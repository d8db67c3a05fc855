import Facts

/// From scores of name labels to name spans: the best sequence in which `I-X` continues only a name of kind X (Viterbi 1967).
struct NameDecoder: Sendable {
    private enum Label: Equatable {
        case outside
        case begin(EntityType)
        case inside(EntityType)
    }

    private let labels: [Label]
    /// What a word is more likely than the net thinks to stand outside of names, as log-odds: of the names that the net is not sure
    /// of, most are none in text it was not trained on.
    private static let reserve: Float = 1
    /// For each label those that may come before it.
    private let predecessors: [[Int]]

    private static let kinds: [String: EntityType] = [
        "PER": .person, "ORG": .organisation, "LOC": .place, "EVENT": .event, "WORK": .work, "WEAPON": .weapon, "VEHICLE": .vehicle,
    ]

    /// - Parameter names: "O", "B-PER", "I-PER", …
    init?(names: [String]) {
        var labels: [Label] = []
        for name in names {
            if name == "O" { labels.append(.outside); continue }
            guard let type = Self.kinds[String(name.dropFirst(2))] else { return nil }
            labels.append(name.hasPrefix("B-") ? .begin(type) : .inside(type))
        }
        guard labels.contains(.outside) else { return nil }
        self.labels = labels
        predecessors = labels.map { label in
            guard case .inside(let type) = label else { return Array(labels.indices) }
            return labels.indices.filter { labels[$0] == .begin(type) || labels[$0] == .inside(type) }
        }
        if predecessors.contains(where: \.isEmpty) { return nil }
    }

    /// - Parameter scores: rows of label scores, one a word, `stride` apart.
    func names(_ scores: UnsafePointer<Float>, stride: Int, words: Int) -> [NameSpan] {
        spans(best(scores, stride, words))
    }

    private func best(_ scores: UnsafePointer<Float>, _ stride: Int, _ words: Int) -> [Int] {
        let n = labels.count
        guard words > 0 else { return [] }
        func score(_ label: Int, at word: Int) -> Float {
            scores[word * stride + label] + (labels[label] == .outside ? Self.reserve : 0)
        }
        var back = [Int](repeating: 0, count: words * n)
        var now = labels.indices.map { label -> Float in
            if case .inside = labels[label] { return -.infinity }
            return score(label, at: 0)
        }
        for word in 1..<words {
            var next = now
            for label in 0..<n {
                var from = predecessors[label][0]
                for other in predecessors[label] where now[other] > now[from] { from = other }
                back[word * n + label] = from
                next[label] = now[from] + score(label, at: word)
            }
            now = next
        }
        var label = labels.indices.reduce(0) { now[$1] > now[$0] ? $1 : $0 }
        var result = [Int](repeating: 0, count: words)
        for word in (0..<words).reversed() {
            result[word] = label
            label = back[word * n + label]
        }
        return result
    }

    private func spans(_ sequence: [Int]) -> [NameSpan] {
        var result: [NameSpan] = []
        for (i, label) in sequence.enumerated() {
            switch labels[label] {
            case .outside: break
            case .begin(let type): result.append(NameSpan(first: i, last: i, type: type))
            case .inside: result[result.count - 1].last = i
            }
        }
        return result
    }
}
