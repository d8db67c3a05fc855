import Facts
import Lexicon

/// How well words of a question are met by words of an article: by the same word, a synonym or a name, and else by nearness in meaning.
final class SoftMatcher {
    let matcher: TermMatcher
    private let vectors: WordVectors
    /// By the number of a word; −1 for one without a vector and for those that say nothing, −2 before it is looked for.
    private var rows: [WordVectors.Row] = []
    /// Of the words that were asked for.
    private var askedRows: [String: WordVectors.Row?] = [:]

    init(matcher: TermMatcher, vectors: WordVectors) {
        self.matcher = matcher
        self.vectors = vectors
    }

    /// 0…1.
    func match(_ term: QuestionTerm, in view: SentenceView) -> Double {
        let exact = matcher.match(term, in: view)
        return exact >= 0.8 || !isSoft(term) ? exact : max(exact, nearness(term, rows(of: view)))
    }

    /// 0…1.
    func match(_ term: QuestionTerm, in argument: ArgumentView) -> Double {
        let exact = matcher.match(term, in: argument)
        return exact >= 0.8 || !isSoft(term) ? exact : max(exact, nearness(term, rows(of: argument)))
    }

    /// 0…1.
    func match(_ term: QuestionTerm, in words: [FormedWord]) -> Double {
        if term.isName { return term.names.contains { name in words.contains { $0.text == name } } ? 1 : 0 }
        let exact = matcher.match(term, in: words)
        return exact >= 0.8 || !isSoft(term) ? exact : max(exact, nearness(term, words.compactMap(row(of:))))
    }

    /// Words near in meaning, for the search of sentences that say a thing in other words.
    func neighbours(of term: QuestionTerm) -> [String] {
        guard isSoft(term), let row = row(of: term.text) else { return [] }
        return vectors.neighbours(of: row)
    }

    private func isSoft(_ term: QuestionTerm) -> Bool { !term.isName && term.kind != .number }

    private func nearness(_ term: QuestionTerm, _ rows: [WordVectors.Row]) -> Double {
        guard let asked = askedRow(of: term.text) else { return 0 }
        var best = 0.0
        for row in rows { best = max(best, vectors.similarity(asked, row)) }
        return max(0, (best - Self.floor) / (1 - Self.floor))
    }

    /// The similarity of words that have nothing to do with each other.
    private static let floor = 0.3

    private func row(of word: String) -> WordVectors.Row? {
        if let row = vectors.row(of: word) { return row }
        let forms = matcher.meanings.forms
        return forms.forms(of: word).lazy.compactMap { self.vectors.row(of: forms.text(of: $0)) }.first
    }

    private func askedRow(of word: String) -> WordVectors.Row? {
        if let known = askedRows[word] { return known }
        let found = row(of: word)
        askedRows[word] = found
        return found
    }

    private func rows(of view: SentenceView) -> [WordVectors.Row] {
        if let known = view.vectorRows { return known }
        let rows = Array(Set(view.words.compactMap(row(of:))))
        view.vectorRows = rows
        return rows
    }

    private func rows(of argument: ArgumentView) -> [WordVectors.Row] {
        if let known = argument.vectorRows { return known }
        let rows = argument.words.compactMap(row(of:))
        argument.vectorRows = rows
        return rows
    }

    private func row(of word: FormedWord) -> WordVectors.Row? {
        guard let form = word.forms.first else { return nil }
        let key = Int(form)
        if key >= rows.count { rows += [WordVectors.Row](repeating: -2, count: key + 1024 - rows.count) }
        if rows[key] == -2 { rows[key] = word.isFunctionWord ? -1 : row(of: word.text) ?? -1 }
        return rows[key] < 0 ? nil : rows[key]
    }
}
