import Facts
import Lexicon

/// How well words of a question are met by words of an article: by the same word, a synonym or a name, and else by nearness in meaning.
final class SoftMatcher {
    let matcher: TermMatcher
    private let vectors: WordVectors
    /// By the number of a word; −1 for one without a vector.
    private var rows: [FormID: WordVectors.Row] = [:]

    init(matcher: TermMatcher, vectors: WordVectors) {
        self.matcher = matcher
        self.vectors = vectors
    }

    /// 0…1.
    func match(_ term: QuestionTerm, in view: SentenceView) -> Double {
        let exact = matcher.match(term, in: view)
        return exact >= 0.8 || !isSoft(term) ? exact : max(exact, nearness(term, view.words))
    }

    /// 0…1.
    func match(_ term: QuestionTerm, in argument: ArgumentView) -> Double {
        let exact = matcher.match(term, in: argument)
        return exact >= 0.8 || !isSoft(term) ? exact : max(exact, nearness(term, argument.words))
    }

    /// 0…1.
    func match(_ term: QuestionTerm, in words: [FormedWord]) -> Double {
        if term.isName { return term.names.contains { name in words.contains { $0.text == name } } ? 1 : 0 }
        let exact = matcher.match(term, in: words)
        return exact >= 0.8 || !isSoft(term) ? exact : max(exact, nearness(term, words))
    }

    /// Words near in meaning, for the search of sentences that say a thing in other words.
    func neighbours(of term: QuestionTerm) -> [String] {
        guard isSoft(term), let row = row(of: term.text) else { return [] }
        return vectors.neighbours(of: row)
    }

    private func isSoft(_ term: QuestionTerm) -> Bool { !term.isName && term.kind != .number }

    private func nearness(_ term: QuestionTerm, _ words: [FormedWord]) -> Double {
        guard let asked = row(of: term.text) else { return 0 }
        var best = 0.0
        for word in words where !FunctionWords.contains(word.text) {
            guard let other = row(of: word) else { continue }
            best = max(best, vectors.similarity(asked, other))
        }
        return max(0, (best - Self.floor) / (1 - Self.floor))
    }

    /// The similarity of words that have nothing to do with each other.
    private static let floor = 0.3

    private func row(of word: String) -> WordVectors.Row? {
        if let row = vectors.row(of: word) { return row }
        let forms = matcher.meanings.forms
        return forms.forms(of: word).lazy.compactMap { self.vectors.row(of: forms.text(of: $0)) }.first
    }

    private func row(of word: FormedWord) -> WordVectors.Row? {
        guard let key = word.forms.first else { return nil }
        if let known = rows[key] { return known < 0 ? nil : known }
        let found = row(of: word.text)
        rows[key] = found ?? -1
        return found
    }
}
