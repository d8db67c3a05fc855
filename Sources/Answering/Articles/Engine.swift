import FactStore
import Facts
import Lexicon

/// Everything the strategies share: the sentences of the store, the words' meanings, and how facts are matched and put into words.
final class Engine {
    let store: FactStore
    let asOf: Day?
    let forms: WordTable
    let meanings: WordMeanings
    let matcher: TermMatcher
    let source: SentenceSource
    let context: ArticleContext
    let unifier: Unifier
    let names: EntityNames
    let wording: Wording
    let kinds: KindKnowledge
    let picker: ArgumentPicker
    let phrases: PhraseReader
    let predicates: PredicateReader
    let verbs: VerbKnowledge
    let knowledge: GeneralKnowledge

    /// Opened by the first question that nothing else answers.
    private(set) lazy var passages = Result { try PassageReader(engine: self) }

    private let deduction: Deduction
    private let rules: RuleBook

    init(store: FactStore, asOf: Day?, wordNet: WordNet, verbs: VerbKnowledge, rules: RuleBook) {
        self.store = store
        self.asOf = asOf
        self.verbs = verbs
        forms = WordTable(wordNet: wordNet)
        self.rules = rules
        deduction = Deduction(forms: forms)
        meanings = WordMeanings(forms: forms)
        names = EntityNames(store: store)
        matcher = TermMatcher(meanings: meanings, names: names)
        source = SentenceSource(store: store, forms: forms, names: names)
        context = ArticleContext(source: source, forms: forms)
        unifier = Unifier(matcher: matcher, context: context, source: source)
        wording = Wording(names: names)
        kinds = KindKnowledge(store: store, matcher: matcher)
        picker = ArgumentPicker(matcher: matcher, wording: wording, kinds: kinds)
        knowledge = GeneralKnowledge(store: store)
        phrases = PhraseReader(store: store, forms: forms, meanings: meanings, knowledge: knowledge)
        predicates = PredicateReader(wordNet: wordNet, verbs: verbs)
    }

    /// Lets go of what was remembered for the question before.
    func forget() {
        phrases.forget()
        source.forget()
    }

    /// All facts of the candidate sentences that meet the query, best first.
    func matches(_ query: ArticleQuery, in views: [SentenceView]) -> [Match] {
        var found = views.flatMap { store.cancellation.isRequested ? [] : unifier.matches(query, in: $0) }
        if let predicate = query.predicate { found += derivedMatches(query, rules.rules(for: predicate), views) }
        return found.stableSorted { $0.score > $1.score }
    }

    /// Facts that rules derive count a little less than those that an article states.
    private func derivedMatches(_ query: ArticleQuery, _ rules: [InferenceRule], _ views: [SentenceView]) -> [Match] {
        guard !rules.isEmpty else { return [] }
        return deduction.derive(rules, from: views).compactMap { derived in
            guard var match = unifier.unify(query, derived.fact, in: derived.view) else { return nil }
            match.score *= 0.97
            match.rule = derived.rule
            match.premises = derived.premises
            return match
        }
    }
}

extension Array {
    /// Sorted, with equals in their old order.
    func stableSorted(by isBefore: (Element, Element) -> Bool) -> [Element] {
        enumerated().sorted { isBefore($0.element, $1.element) || !isBefore($1.element, $0.element)
            && $0.offset < $1.offset }.map(\.element)
    }
}
