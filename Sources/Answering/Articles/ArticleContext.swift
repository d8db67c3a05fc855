import FactStore
import Facts

/// What stands around a sentence: its article's title and the sentences just before it.
final class ArticleContext {
    private let source: SentenceSource
    private var titles: [String: FoldedName?] = [:]
    private let forms: WordTable

    init(source: SentenceSource, forms: WordTable) {
        self.source = source
        self.forms = forms
    }

    /// 0…1: whether the two sentences before, the first sentence of the article or its title speak of the term.
    func match(_ term: QuestionTerm, around view: SentenceView, _ matcher: TermMatcher) -> Double {
        match(term, around: term.sense.remembered(in: view), matcher)
    }

    func match(_ term: QuestionTerm, around remembered: TermInSentence, _ matcher: TermMatcher) -> Double {
        if remembered.around < 0 { remembered.around = look(for: term, around: remembered.view, matcher) }
        return remembered.around
    }

    private func look(for term: QuestionTerm, around view: SentenceView, _ matcher: TermMatcher) -> Double {
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
        let remembered = term.sense.remembered(in: view)
        if let isTopic = remembered.isTopic { return isTopic }
        let isTopic = isInTitle(term, view) || isInFirstSentence(term, view, matcher)
        remembered.isTopic = isTopic
        return isTopic
    }

    private func isInFirstSentence(_ term: QuestionTerm, _ view: SentenceView, _ matcher: TermMatcher) -> Bool {
        let first = SentenceView.Key(document: view.key.document, index: 0)
        return (try? source.view(first)).flatMap { $0 }.map { matcher.match(term, in: $0) >= 0.9 } ?? false
    }

    private func isInTitle(_ term: QuestionTerm, _ view: SentenceView) -> Bool {
        guard let title = title(of: view.key.document) else { return false }
        return term.names.contains(where: title.holds)
    }

    private func title(of document: String) -> FoldedName? {
        if let known = titles[document] { return known }
        let title = source.document(document)?.title.map { FoldedName($0) }
        titles[document] = .some(title)
        return title
    }
}
