import Presentation

/// What a block expects beside what it printed, line by line: common lines plain, expected ones with `-`, printed ones with `+`.
struct TranscriptDifference {
    private enum Line { case common(String), expected(String), printed(String) }

    private var lines: [Line] = []

    init(expected: [Transcript.Expectation], printed: [String]) {
        let matches = expected.map(Self.matcher)
        let lengths = Self.commonLengths(matches, printed)
        var (i, j) = (0, 0)
        while i < expected.count || j < printed.count {
            if i < expected.count, expected[i] == .anyLines {
                lines.append(.common(expected[i].written))
                i += 1
                // Any lines: up to where the rest has most in common.
                while j < printed.count, lengths[i][j + 1] == lengths[i][j] { j += 1 }
            } else if i < expected.count, j < printed.count, matches[i](printed[j]) {
                lines.append(.common(expected[i].written))
                (i, j) = (i + 1, j + 1)
            } else if j == printed.count || i < expected.count && lengths[i + 1][j] >= lengths[i][j + 1] {
                lines.append(.expected(expected[i].written))
                i += 1
            } else {
                lines.append(.printed(Transcript.Expectation.line(printed[j]).written))
                j += 1
            }
        }
    }

    private static func matcher(_ expectation: Transcript.Expectation) -> (String) -> Bool {
        let match = expectation == .anyLines ? nil : try? TranscriptMatch([expectation])
        return { line in match?.accepts([line]) ?? false }
    }

    /// Of every two suffixes, how many lines match in order.
    private static func commonLengths(_ matches: [(String) -> Bool], _ printed: [String]) -> [[Int]] {
        var lengths = [[Int]](repeating: [Int](repeating: 0, count: printed.count + 1), count: matches.count + 1)
        for i in matches.indices.reversed() {
            for j in printed.indices.reversed() {
                lengths[i][j] = matches[i](printed[j]) ? lengths[i + 1][j + 1] + 1 : max(lengths[i + 1][j], lengths[i][j + 1])
            }
        }
        return lengths
    }

    func text(style: Style) -> String {
        lines.map { line in
            switch line {
            case .common(let text): "      \(SafeText.visible(text))\n"
            case .expected(let text): "    " + style.red("- \(SafeText.visible(text))") + "\n"
            case .printed(let text): "    " + style.green("+ \(SafeText.visible(text))") + "\n"
            }
        }.joined()
    }
}
