import Facts

/// A phrase of the question held against one sentence: what its terms met there, for all of the sentence's facts.
final class SlotInSentence {
    struct Term {
        let asked: QuestionTerm
        let found: TermInSentence
    }

    let slot: Slot
    let terms: [Term]
    /// What the phrase counts among the others.
    let weight: Double
    /// Of all terms.
    let termWeight: Double
    let preposition: String?
    /// How much of the phrase each argument says, by the arguments' places; negative before it is asked for.
    private var shares: [Double]

    init(_ slot: Slot, _ view: SentenceView) {
        self.slot = slot
        terms = slot.phrase.terms.map { Term(asked: $0, found: $0.sense.remembered(in: view)) }
        termWeight = slot.phrase.terms.reduce(0) { $0 + $1.weight }
        weight = slot.weight * min(2.5, 0.6 + 0.5 * termWeight)
        preposition = slot.preposition
        shares = [Double](repeating: -1, count: view.argumentCount)
    }

    /// 0…1, by weight: how much of the phrase the argument says.
    func share(in argument: ArgumentView, _ matcher: TermMatcher) -> Double {
        let place = argument.place
        if place >= 0, shares[place] >= 0 { return shares[place] }
        let share = terms.reduce(0) { $0 + $1.asked.weight * $1.said(in: argument, matcher) } / max(0.1, termWeight)
        if place >= 0 { shares[place] = share }
        return share
    }

    /// Whether neither the sentence nor what stands around it speaks of a name in the phrase: then none of its facts meets it.
    func lacksName(_ matcher: TermMatcher, _ context: ArticleContext) -> Bool {
        guard let view = terms.first?.found.view, matcher.names.parted.isEmpty, !view.speaksByPronoun else { return false }
        return terms.contains { term in
            term.asked.isName && matcher.match(term.asked, term.found) == 0 && context.match(term.asked, around: term.found, matcher) == 0
        }
    }

    func fit(_ argument: Argument) -> Double {
        if let preposition, preposition == argument.preposition { return 1 }
        return slot.roles.fit(argument.role)
    }
}

extension SlotInSentence.Term {
    func said(in argument: ArgumentView, _ matcher: TermMatcher) -> Double {
        found.said(inArgument: argument.place, isHead: asked.kind == .head) { matcher.match(asked, in: argument, found) }
    }
}
