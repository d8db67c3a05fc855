import Facts
import Lexicon
import Questions

/// Words of a line that are a slip away from a name or word of the tables: "nroth block" for "North Block".
struct WorldSlips {
    struct Slip: Hashable {
        var span: Span
        var written: String
        var meant: String
    }

    let words: WorldWords
    let wordNet: WordNet?

    private static let longestName = 5
    private static let most = 6
    /// Of more names than this, only those that begin with the same letters are looked at.
    private static let mostNames = 5000

    /// The nearest first; none for single words that somebody knows.
    func slips(in line: String) -> [Slip] {
        let tokens = Self.tokens(of: line)
        let all = words.names(startingWith: "", limit: Self.mostNames + 1)
        var found: [(slip: Slip, distance: Int)] = []
        for first in tokens.indices {
            for last in first..<min(first + Self.longestName, tokens.count) {
                let window = tokens[first...last]
                guard first < last || isUnknown(tokens[first].text) else { continue }
                let written = window.map(\.text).joined(separator: " ")
                let span = Span(tokens[first].span.start, tokens[last].span.end)
                let names = all.count <= Self.mostNames ? all : words.names(startingWith: String(written.prefix(2)), limit: Self.mostNames)
                for (meant, distance) in near(written, names + (first == last ? words.known : [])) {
                    found.append((Slip(span: span, written: written, meant: meant), distance))
                }
            }
        }
        let order = found.indices.sorted { (found[$0].distance, $0) < (found[$1].distance, $1) }
        return order.prefix(Self.most).map { found[$0].slip }
    }

    private func isUnknown(_ word: String) -> Bool {
        let lower = word.lowercased()
        return lower.utf8.count > 2 && (wordNet?.parts(of: lower).isEmpty ?? true) && words.uses(ofWord: lower).isEmpty
    }

    private func near(_ written: String, _ candidates: [String]) -> [(String, Int)] {
        let typed = Array(written.lowercased().utf8)
        let limit = typed.count > 5 ? 2 : 1
        var result: [(String, Int)] = []
        for candidate in candidates {
            let distance = EditDistance.between(typed, Array(candidate.lowercased().utf8), limit: limit)
            if distance > 0, distance <= limit { result.append((candidate, distance)) }
        }
        return result
    }

    private static func tokens(of line: String) -> [(text: String, span: Span)] {
        var result: [(String, Span)] = []
        var current = String.UnicodeScalarView()
        var start = 0
        for (index, scalar) in line.unicodeScalars.enumerated() {
            if scalar.properties.isAlphabetic || scalar == "'" || scalar == "-" || ("0"..."9").contains(scalar) {
                if current.isEmpty { start = index }
                current.append(scalar)
            } else if !current.isEmpty {
                result.append((String(current), Span(start, index)))
                current = String.UnicodeScalarView()
            }
        }
        if !current.isEmpty { result.append((String(current), Span(start, start + current.count))) }
        return result
    }
}

extension WorldSlips.Slip {
    /// The line with what was meant.
    func corrected(_ line: String) -> String {
        let scalars = Array(line.unicodeScalars)
        var result = String.UnicodeScalarView()
        result.append(contentsOf: scalars[..<span.start])
        result.append(contentsOf: meant.unicodeScalars)
        result.append(contentsOf: scalars[span.end...])
        return String(result)
    }
}
