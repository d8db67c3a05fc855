import Lexicon

/// Other words for the same in questions: "lost their lives" for "died".
struct Rewordings {
    private let rows: [(asked: String, instead: [String])]

    /// - Throws: ``ResourceFile/Missing`` where the table is not found.
    init() throws {
        let text = try ResourceFile(target: "Answering", name: "rewordings.tsv").text
        rows = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
            let fields = line.split(separator: "\t")
            return fields.count == 2 ? (String(fields[0]), fields[1].split(separator: "|").map { String($0).trimmingSpaces }) : nil
        }
    }

    /// The line with one of its phrases in other words, the nearest wording first; empty where no phrase of the table stands in it.
    func variants(of line: String) -> [String] {
        let lower = " " + line.lowercased()
        guard lower.unicodeScalars.count == line.unicodeScalars.count + 1 else { return [] }
        var variants: [String] = []
        for row in rows {
            guard stands(row.asked, in: lower), let range = lower.firstRange(of: " " + row.asked), isWordEnd(lower, range.upperBound) else {
                continue
            }
            let start = lower.unicodeScalars.distance(from: lower.startIndex, to: range.lowerBound)
            let end = lower.unicodeScalars.distance(from: lower.startIndex, to: range.upperBound) - 1
            let scalars = Array(line.unicodeScalars)
            for other in row.instead { variants.append(String(scalars: scalars[..<start]) + other + String(scalars: scalars[end...])) }
        }
        return variants
    }

    /// A quick look by bytes, for most rows of the table stand in no line.
    private func stands(_ phrase: String, in line: String) -> Bool {
        let phrase = Array(phrase.utf8)
        let line = Array(line.utf8)
        guard let first = phrase.first, line.count >= phrase.count else { return false }
        return (0...line.count - phrase.count).contains { line[$0] == first && line[$0..<$0 + phrase.count].elementsEqual(phrase) }
    }

    private func isWordEnd(_ text: String, _ index: String.Index) -> Bool {
        index == text.endIndex || !text[index].isLetter && !text[index].isNumber
    }
}
