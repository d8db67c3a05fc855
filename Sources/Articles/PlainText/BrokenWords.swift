import Lexicon

/// Joins lines, and puts words together again that a line end has broken.
///
/// A hyphen at the end of a line is the word's own or the printer's. What the rest of the text writes decides, then the dictionary; where
/// neither has the word, a hyphen between two words is its own.
struct BrokenWords {
    /// Words as they stand inside lines, in lower case.
    private var whole = Set<String>()

    init(_ lines: [String]) {
        var isBroken = false
        for line in lines {
            let words = line.split(separator: " ").dropFirst(isBroken ? 1 : 0)
            isBroken = words.last.map(BrokenWords.endsInHyphen) ?? false
            for word in isBroken ? words.dropLast() : words { whole.insert(BrokenWords.plain(word)) }
        }
    }

    func joined(_ lines: [String]) -> String {
        var text = ""
        for line in lines {
            if text.isEmpty {
                text = line
            } else if BrokenWords.endsInHyphen(text) {
                let hyphen = text.removeLast()
                text += keepsHyphen(text.lastWord, line.firstWord, hyphen) ? "-\(line)" : line
            } else {
                let touches = text.last == "—" && text.dropLast().last != " " || line.first == "—" && line.dropFirst().first != " "
                text += touches ? line : " \(line)"
            }
        }
        return text
    }

    private static let softHyphen: Character = "\u{ad}"
    private static let hyphens: Set<Character> = ["-", "\u{2010}", softHyphen]

    /// Not a dash, which stands alone.
    private static func endsInHyphen(_ text: some StringProtocol) -> Bool {
        guard let last = text.last, hyphens.contains(last), let before = text.dropLast().last else { return false }
        return before.isLetter || before.isNumber
    }

    private func keepsHyphen(_ first: Substring, _ second: Substring, _ hyphen: Character) -> Bool {
        if hyphen == BrokenWords.softHyphen { return false }
        guard first.last?.isLetter == true, second.first?.isLowercase == true else { return true }
        let (start, end) = (BrokenWords.plain(first), BrokenWords.plain(second))
        let choices = [(whole.contains(start + end), false), (whole.contains("\(start)-\(end)"), true),
                       (BrokenWords.isEntry(start + end), false), (BrokenWords.isEntry("\(start)-\(end)"), true),
                       (BrokenWords.isWord(start + end), false)]
        if let choice = choices.first(where: \.0) { return choice.1 }
        if start.contains("-") { return true }
        if first.first?.isUppercase == true { return whole.contains(start) && BrokenWords.isModifier(end) }
        return start.count > 2 && BrokenWords.isWord(start) && BrokenWords.isWord(end)
    }

    /// A form of a noun, verb, adjective or adverb of the dictionary.
    private static func isEntry(_ word: String) -> Bool {
        guard word.utf8.count > 2, let dictionary = try? WordNet.shared() else { return false }
        return !dictionary.lemmas(of: word, WordNet.Part.allCases).isEmpty
    }

    /// Such a form, or another frequent word: "because".
    static func isWord(_ word: String) -> Bool {
        isEntry(word) || (try? WordVectors.shared())?.row(of: word) != nil
    }

    /// What follows a name and its hyphen: "Tokyo-based", "US-led", "Europe-wide".
    private static func isModifier(_ word: String) -> Bool {
        guard let dictionary = try? WordNet.shared() else { return false }
        return !dictionary.parts(of: word).isDisjoint(with: .adjective) || dictionary.lemmas(of: word, .verb).contains { $0 != word }
    }

    /// In lower case, with plain hyphens, without marks at its ends and a possessive.
    private static func plain(_ word: Substring) -> String {
        var word = word.lowercased().replacing("\u{2010}", with: "-")
        for ending in ["'s", "’s"] where word.trimmingQuotes.hasSuffix(ending) { word = String(word.trimmingQuotes.dropLast(2)) }
        return String(word.trimmingQuotes)
    }
}

private extension String {
    /// As much of it as a word can have.
    var lastWord: Substring {
        let end = suffix(60)
        return end[(end.lastIndex(of: " ").map { index(after: $0) } ?? end.startIndex)...]
    }
    var firstWord: Substring { prefix(60).prefix { $0 != " " } }

    /// Without anything but letters and digits at its ends.
    var trimmingQuotes: Substring {
        let isInner: (Character) -> Bool = { $0.isLetter || $0.isNumber }
        guard let first = firstIndex(where: isInner), let last = lastIndex(where: isInner) else { return "" }
        return self[first...last]
    }
}
