import Facts
import Lexicon

/// Picks from a fact that meets a query the arguments that answer it.
struct ArgumentPicker {
    let matcher: TermMatcher
    let wording: Wording
    let kinds: KindKnowledge

    /// The answers in a match, best first: all arguments of the best fitting role that are of the wanted kind.
    func pick(_ query: ArticleQuery, _ match: Match) -> [Found] {
        guard let fact = match.fact else { return [] }
        var candidates: [(index: Int, score: Double)] = []
        if let spoken = speaker(query, match) { return [spoken] }
        for (index, argument) in fact.arguments.enumerated() where !match.bound.contains(index) || query.wanted.kind.mayBeBound {
            if isBesideTheDoer(argument.argument, fact, query) { continue }
            if isAskedAbout(argument, query) || query.asksForMoney && !isMoney(argument) { continue }
            let roleFit = isPartner(argument, fact, query) ? 0.95 : fit(query.wanted, argument.argument)
            let suitability = max(suits(argument, query.wanted.kind), isNamedBehind(query, argument) ? 0.9 : 0)
            let score = match.score * (0.55 + 0.45 * roleFit) * suitability
            if suitability > 0, roleFit >= 0.35, score >= Self.least, !isBarePronoun(argument) { candidates.append((index, score)) }
        }
        guard let best = candidates.max(by: { $0.score < $1.score }) else { return [] }
        let role = fact.arguments[best.index].argument.role
        let share = query.wanted.isPlural ? 0.74 : 0.9
        let chosen = candidates.filter { fact.arguments[$0.index].argument.role == role && $0.score >= share * best.score }
        return named(withOthers(chosen, best, fact, query, match), fact).flatMap { candidate -> [Found] in
            let argument = fact.arguments[candidate.index]
            let members = NamedGroup.members(argument.argument, in: match.view)
            if !members.isEmpty {
                return members.map { Found(wording.name($0), argument: $0.argument, match: match, score: candidate.score) }
            }
            let text = wording.text(of: argument, for: query.wanted.kind)
            let isNamed = text != Wording.trimmed(argument.argument.text)
            if !isNamed, let subject = subject(ofPredicate: argument, in: match.view) {
                return [Found(wording.name(subject), argument: subject.argument, match: match, score: candidate.score)]
            }
            let full = NameBeside.text(argument.argument, in: match.view) ?? ExamplesBeside.text(argument.argument, in: match.view)
            return [Found(isNamed ? text : full ?? text, argument: argument.argument, match: match, score: candidate.score)]
        }
    }

    /// What is joined to something of the kind asked for by "and" is of that kind too.
    private func withOthers(_ chosen: [(index: Int, score: Double)], _ best: (index: Int, score: Double), _ fact: FactView, _ query: ArticleQuery,
                            _ match: Match) -> [(index: Int, score: Double)]
    {
        guard case .kind(_, let isPlural) = query.wanted.kind, isPlural || query.wanted.isPlural else { return chosen }
        let like = fact.arguments[best.index].argument
        let others = fact.arguments.indices.filter { index in
            let other = fact.arguments[index].argument
            return !chosen.contains { $0.index == index } && !match.bound.contains(index) && other.role == like.role && other.preposition == like.preposition
                && (other.type == .person) == (like.type == .person) && ![.time, .quantity, .money].contains(other.type)
        }
        return (chosen + others.map { ($0, 0.95 * best.score) }).sorted { $0.index < $1.index }
    }

    /// "The Swift was a fast ship that changed the trade": what changed the trade is the Swift.
    private func subject(ofPredicate argument: ArgumentView, in view: SentenceView) -> ArgumentView? {
        guard argument.argument.text.hasPrefix("a ") || argument.argument.text.hasPrefix("an ") else { return nil }
        let told = view.facts.first { fact in
            fact.fact.rule == "copula" && fact.fact.polarity == .positive
                && fact.arguments.contains { $0.argument.role == .attribute && $0.argument.span.start == argument.argument.span.start }
        }
        return told?.arguments.first { $0.argument.role == .agent && $0.words.contains(where: \.isCapitalised) }
    }

    /// "Under whom": a name behind the very preposition, whatever it was taken for.
    private func isNamedBehind(_ query: ArticleQuery, _ argument: ArgumentView) -> Bool {
        guard case .preposition(let word) = query.wanted.place, query.wanted.kind == .person, argument.argument.preposition == word,
            ["under", "behind", "beside", "alongside", "with"].contains(word)
        else { return false }
        return argument.words.allSatisfy { $0.isCapitalised || $0.isFunctionWord }
    }

    private func isMoney(_ argument: ArgumentView) -> Bool {
        argument.argument.type == .money || MeasureScanner.holdsMoney(argument.argument.text)
    }

    /// "Whom did Lee meet": of those who met, whoever isn't Lee.
    private func isPartner(_ argument: ArgumentView, _ fact: FactView, _ query: ArticleQuery) -> Bool {
        argument.argument.role == .agent && query.wanted.place != .subject && Unifier.symmetric.contains(fact.fact.predicate)
    }

    /// One of several that the question names itself.
    private func isAskedAbout(_ argument: ArgumentView, _ query: ArticleQuery) -> Bool {
        guard argument.argument.type == .person else { return false }
        return query.slots.contains { slot in
            slot.phrase.terms.count > 1 && slot.phrase.terms.allSatisfy(\.isName)
                && slot.phrase.terms.contains { matcher.match($0, in: argument) >= 0.9 }
        }
    }

    /// Without what only refers back ("their counterparts") where the fact has the names too.
    private func named(_ candidates: [(index: Int, score: Double)], _ fact: FactView) -> [(index: Int, score: Double)] {
        func isNamed(_ index: Int) -> Bool { fact.arguments[index].words.contains(where: \.isCapitalised) }
        guard candidates.contains(where: { isNamed($0.index) }) else { return candidates }
        return candidates.filter { isNamed($0.index) || !fact.arguments[$0.index].refersBack }
    }

    /// "It had agreed to buy its rival, Quintrel said": a pronoun that nothing resolves, inside what somebody says of himself.
    private func speaker(_ query: ArticleQuery, _ match: Match) -> Found? {
        guard query.wanted.place == .subject, let fact = match.fact, let source = fact.fact.attribution, match.score >= 0.8,
            let agent = fact.arguments.first(where: { $0.argument.role == .agent }), agent.argument.entity == nil || isBarePronoun(agent),
            ["it", "he", "she", "they"].contains(agent.argument.text.lowercased())
        else { return nil }
        let argument = Argument(role: .agent, text: source.source, head: source.source, entity: source.entity, span: source.span)
        let view = ArgumentView(argument, forms: matcher.meanings.forms)
        guard suits(view, query.wanted.kind) > 0.4 else { return nil }
        return Found(wording.name(view), argument: argument, match: match, score: 0.85 * match.score)
    }

    /// "Who stole the bell" is not answered by the church that the bell was stolen from: of the very verb asked for, only the doer, or what
    /// stands for it, answers.
    private func isBesideTheDoer(_ argument: Argument, _ fact: FactView, _ query: ArticleQuery) -> Bool {
        guard query.wanted.place == .subject, query.wanted.kind == .person,
            query.predicate?.certainty(of: fact.fact.predicate, relation: nil) ?? 0 >= 0.95
        else { return false }
        return [.place, .source, .destination].contains(argument.role)
    }

    /// An answer must at least be this good.
    static let least = 0.6

    /// A pronoun for something that has no name answers nothing.
    private func isBarePronoun(_ argument: ArgumentView) -> Bool {
        argument.words.allSatisfy { $0.isFunctionWord } && wording.phrase(argument) == Wording.trimmed(argument.argument.text)
    }

    private func fit(_ wanted: WantedThing, _ argument: Argument) -> Double {
        if case .preposition(let word) = wanted.place {
            if word == argument.preposition { return 1 }
            if argument.preposition != nil { return 0.4 * wanted.roles.fit(argument.role) }
        } else if let preposition = argument.preposition, Self.temporal.contains(preposition) {
            return 0
        }
        return wanted.roles.fit(argument.role)
    }

    /// What stands behind these tells when: no thing that is done or done to.
    private static let temporal: Set<String> = ["after", "before", "following", "since", "until", "till", "during"]

    /// 0…1: whether the argument is of the wanted kind.
    ///
    /// - Parameter guessing: whether a name that nothing tells the kind of may be of it.
    func suits(_ argument: ArgumentView, _ kind: WantedThing.Kind, guessing: Bool = true) -> Double {
        switch kind {
        case .anything, .action: argument.argument.text.isEmpty ? 0 : 1
        case .person: personScore(argument)
        case .kind(let phrase, _): kinds.score(argument, phrase, guessing: guessing)
        case .quantity(let phrase): quantityScore(argument, phrase)
        case .possessor(let phrase): wording.possessor(of: argument) == nil ? 0 : average(phrase, argument)
        }
    }

    private func personScore(_ argument: ArgumentView) -> Double {
        if argument.argument.role == .place { return 0.3 }
        switch argument.argument.type {
        case .person?: return 1
        case .organisation?, .country?, .nationality?: return 0.95
        case .place?: return 0.8
        case .event?, .quantity?, .money?, .time?, .weapon?, .vehicle?: return 0.2
        case .work?: return 0.3
        case .thing?, nil:
            return kinds.isPersonOrGroup(argument) ? 0.95 : 0.45
        }
    }

    private func quantityScore(_ argument: ArgumentView, _ phrase: PhraseTerms) -> Double {
        guard
            argument.argument.quantity != nil
                || argument.words.contains(where: { $0.isNumeral && !$0.isYear || matcher.meanings.isNumeral($0.text) })
        else { return 0 }
        if phrase.isEmpty { return 0.9 }
        let isBare = argument.words.allSatisfy {
            $0.isNumeral || matcher.meanings.isNumeral($0.text) || $0.isFunctionWord
                || $0.text == "least"
        }
        let isOfPeople = phrase.head.map { ["people", "person", "persons"].contains($0.text) } ?? false
        return isBare && isOfPeople ? max(0.85, average(phrase, argument)) : average(phrase, argument)
    }

    private func average(_ phrase: PhraseTerms, _ argument: ArgumentView) -> Double {
        phrase.isEmpty ? 1 : matcher.share(of: phrase, in: argument)
    }
}
