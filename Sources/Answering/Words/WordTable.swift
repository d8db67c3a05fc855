import Facts
import Lexicon

/// The number of a base form: words are compared by the base forms they can have.
typealias FormID = Int

/// A word of a text, with every base form that it can have, so that "met" meets "meeting" without a tagger.
struct FormedWord: Hashable {
    /// Lower case, without clitics; "US" and "U.S." are "u.s.", which the pronoun is not.
    var text: String
    var isCapitalised: Bool
    /// Whether it carries no content of its own.
    var isFunctionWord: Bool
    /// In Unicode scalars of the text it was taken from.
    var span: Span
    var forms: [FormID]

    var isNumeral: Bool { text.utf8.first.map { $0 >= 0x30 && $0 <= 0x39 } ?? false }
    /// "1942", which counts nothing but years.
    var isYear: Bool { text.utf8.count == 4 && Int(text).map { (1000...2100).contains($0) } ?? false }
}

/// Takes texts apart into words and numbers their base forms. One lives as long as its answerer and remembers every word it has met.
final class WordTable {
    let wordNet: WordNet
    private var numbers: [String: FormID] = [:]
    private var known: [String: Known] = [:]
    private var words: [String] = []
    private var singulars: [String: String] = [:]

    init(wordNet: WordNet) {
        self.wordNet = wordNet
        numbers.reserveCapacity(1_024)
        known.reserveCapacity(1_024)
    }

    func number(of form: String) -> FormID {
        if let known = numbers[form] { return known }
        let number = FormID(words.count)
        numbers[form] = number
        words.append(form)
        return number
    }

    func text(of form: FormID) -> String { words[Int(form)] }

    /// The base form of a noun; the word itself where it has none.
    func singular(_ noun: String) -> String {
        if let known = singulars[noun] { return known }
        let singular = wordNet.lemmas(of: noun, .noun).first ?? noun
        singulars[noun] = singular
        return singular
    }

    /// The word itself first, then the base forms it has as a noun, verb, adjective or adverb.
    func forms(of word: String) -> [FormID] { look(up: word).forms }

    private struct Known {
        var forms: [FormID]
        var isFunctionWord: Bool
    }

    private func look(up word: String) -> Known {
        if let known = known[word] { return known }
        let found = Known(forms: findForms(of: word), isFunctionWord: FunctionWords.contains(word))
        known[word] = found
        return found
    }

    private func findForms(of word: String) -> [FormID] {
        var result = [number(of: word)]
        for lemma in wordNet.lemmas(of: word, Self.inflected) where lemma != word { result.append(number(of: lemma)) }
        if let spelling = Self.americanSpelling(word) {
            let form = number(of: spelling)
            if !result.contains(form) { result.append(form) }
        }
        if let digits = Self.numerals[word] { result.append(number(of: digits)) }
        return result
    }

    /// The words of a text in order: letters and digits, with inner points and commas of numbers and abbreviations.
    func words(of text: String) -> [FormedWord] {
        var result: [FormedWord] = []
        var scanner = WordScanner(text)
        while let (word, isCapitalised, span) = scanner.next() {
            let known = look(up: word)
            result.append(FormedWord(text: word, isCapitalised: isCapitalised, isFunctionWord: known.isFunctionWord, span: span, forms: known.forms))
        }
        return result
    }

    private static let inflected: [WordNet.Part] = [.noun, .verb, .adjective]

    /// "centre" is "center", "defence" is "defense", "organisation" is "organization".
    private static func americanSpelling(_ word: String) -> String? {
        for (british, american) in spellings where word.utf8.count > british.count + 2 && word.utf8.suffix(british.count).elementsEqual(british) {
            return String(word.dropLast(british.count)) + american
        }
        return nil
    }

    private static let spellings: [(british: [UInt8], american: String)] = [
        ("isation", "ization"), ("ise", "ize"), ("ised", "ized"), ("our", "or"), ("ours", "ors"), ("ence", "ense"), ("tre", "ter"),
        ("tres", "ters"),
    ].map { (Array($0.0.utf8), $0.1) }

    private static let numerals: [String: String] = [
        "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10",
        "eleven": "11", "twelve": "12",
    ]
}
