import FactStore
import Facts

/// What stands around a sentence: its article's title and the sentences just before it.
final class ArticleContext {
    private let source: SentenceSource
    private var titles: [String: [FormedWord]] = [:]
    private let forms: WordTable

    init(source: SentenceSource, forms: WordTable) {
        self.source = source
        self.forms = forms
    }

    /// 0…1: whether the two sentences before, the first sentence of the article or its title speak of the term.
    func match(_ term: QuestionTerm, around view: SentenceView, _ matcher: TermMatcher) -> Double {
        var best = 0.0
        for index in [view.key.index - 1, view.key.index - 2, view.key.index + 1, 0] where index >= 0 && index != view.key.index
            && best < 1 {
            if let near = try? source.view(SentenceView.Key(document: view.key.document, index: index)) {
                best = max(best, matcher.match(term, in: near))
            }
        }
        if best == 0, term.isName { return isInTitle(term, view) ? 1 : 0 }
        return best
    }

    /// Whether the article is about what the term names: its title or its first sentence speaks of it.
    func isTopic(_ term: QuestionTerm, of view: SentenceView, _ matcher: TermMatcher) -> Bool {
        guard term.isName else { return false }
        if isInTitle(term, view) { return true }
        let first = SentenceView.Key(document: view.key.document, index: 0)
        return (try? source.view(first)).flatMap { $0 }.map { matcher.match(term, in: $0) >= 0.9 } ?? false
    }

    private func isInTitle(_ term: QuestionTerm, _ view: SentenceView) -> Bool {
        guard let title = source.document(view.key.document)?.title else { return false }
        let folded = FoldedName(title)
        return term.names.contains(where: folded.holds)
    }
}
