import Facts
import Lexicon

/// The number of a base form: words are compared by the base forms they can have.
typealias FormID = Int32

/// A word of a text, with every base form that it can have, so that "met" meets "meeting" without a tagger.
struct FormedWord: Hashable {
    /// Lower case, without clitics; "US" and "U.S." are "u.s.", which the pronoun is not.
    var text: String
    var isCapitalised: Bool
    /// In Unicode scalars of the text it was taken from.
    var span: Span
    var forms: [FormID]

    var isNumeral: Bool { text.utf8.first.map { $0 >= 0x30 && $0 <= 0x39 } ?? false }
}

/// Takes texts apart into words and numbers their base forms. One lives as long as its answerer and remembers every word it has met.
final class WordTable {
    let wordNet: WordNet
    private var numbers: [String: FormID] = [:]
    private var formsByWord: [String: [FormID]] = [:]
    private var words: [String] = []

    init(wordNet: WordNet) {
        self.wordNet = wordNet
    }

    func number(of form: String) -> FormID {
        if let known = numbers[form] { return known }
        let number = FormID(words.count)
        numbers[form] = number
        words.append(form)
        return number
    }

    func text(of form: FormID) -> String { words[Int(form)] }

    /// The word itself first, then the base forms it has as a noun, verb, adjective or adverb.
    func forms(of word: String) -> [FormID] {
        if let known = formsByWord[word] { return known }
        var result = [number(of: word)]
        for part in [WordNet.Part.noun, .verb, .adjective] {
            for lemma in wordNet.lemmas(of: word, part) {
                let form = number(of: lemma)
                if !result.contains(form) { result.append(form) }
            }
        }
        if let spelling = Self.americanSpelling(word) {
            let form = number(of: spelling)
            if !result.contains(form) { result.append(form) }
        }
        if let digits = Self.numerals[word] { result.append(number(of: digits)) }
        formsByWord[word] = result
        return result
    }

    /// The words of a text in order: letters and digits, with inner points and commas of numbers and abbreviations.
    func words(of text: String) -> [FormedWord] {
        var result: [FormedWord] = []
        var scanner = WordScanner(text)
        while let (word, isCapitalised, span) = scanner.next() {
            result.append(FormedWord(text: word, isCapitalised: isCapitalised, span: span, forms: forms(of: word)))
        }
        return result
    }

    /// "centre" is "center", "defence" is "defense", "organisation" is "organization".
    private static func americanSpelling(_ word: String) -> String? {
        for (british, american) in [("isation", "ization"), ("ise", "ize"), ("ised", "ized"), ("our", "or"), ("ours", "ors"),
                                    ("ence", "ense"),
                                    ("tre", "ter"), ("tres", "ters")]
        where word.hasSuffix(british) && word.utf8.count > british.utf8.count + 2 {
            return String(word.dropLast(british.count)) + american
        }
        return nil
    }

    private static let numerals: [String: String] = [
        "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10",
        "eleven": "11", "twelve": "12",
    ]
}

/// Finds the words of a text, scalar by scalar.
struct WordScanner {
    private let scalars: [Unicode.Scalar]
    private var position = 0

    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
    }

    mutating func next() -> (word: String, isCapitalised: Bool, span: Span)? {
        while position < scalars.count, !isLetterOrDigit(position) { position += 1 }
        guard position < scalars.count else { return nil }
        let start = position
        while position < scalars.count, isLetterOrDigit(position) || isInner(position) { position += 1 }
        let written = String(scalars: scalars[start..<position])
        let end = position
        skipClitic()
        let isCapitalised = scalars[start].properties.isUppercase
        return (normal(written), isCapitalised, Span(start, end))
    }

    private func isLetterOrDigit(_ index: Int) -> Bool {
        let scalar = scalars[index]
        if scalar.isASCII { return isDigit(scalar) || (0x61...0x7A).contains(scalar.value | 0x20) }
        return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }

    /// A point or comma inside a number or abbreviation: "2.5", "250,000", "U.S".
    private func isInner(_ index: Int) -> Bool {
        guard scalars[index] == "." || scalars[index] == ",", index + 1 < scalars.count, isLetterOrDigit(index + 1) else { return false }
        let before = scalars[index - 1], after = scalars[index + 1]
        if isDigit(before) && isDigit(after) { return true }
        return scalars[index] == "." && before.properties.isUppercase && after.properties.isUppercase
    }

    private func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 0x30 && scalar.value <= 0x39 }

    /// "’s" and the apostrophe of "allies’" belong to no word; "n't" is left out with its verb's negation read elsewhere.
    private mutating func skipClitic() {
        guard position < scalars.count, scalars[position] == "'" || scalars[position] == "’" else { return }
        position += 1
        if position < scalars.count, scalars[position] == "s", position + 1 == scalars.count
            || !isLetterOrDigit(position + 1) { position += 1 }
    }

    private func normal(_ written: String) -> String {
        switch written {
        case "US", "U.S", "USA", "U.S.A": return "u.s."
        default:
            let lower = written.lowercased()
            return lower.utf8.contains(0x2c) || isDottedAbbreviation(lower)
                ? lower.filter { $0 != "," && ($0 != "." || lower.first!.isNumber) } : lower
        }
    }

    private func isDottedAbbreviation(_ word: String) -> Bool {
        word.utf8.contains(0x2e) && !(word.utf8.first! >= 0x30 && word.utf8.first! <= 0x39)
    }
}
