import Facts

/// Holds a query against facts: scores how well the predicate and every phrase is met, and rejects what contradicts.
///
/// A phrase is met best by an argument in the expected role; each of its words may instead be met, at a discount, by another argument of
/// the
/// fact, by the sentence, or by the article around it.
struct Unifier {
    let matcher: TermMatcher
    let context: ArticleContext
    let source: SentenceSource

    enum Discount {
        static let sameFact = 0.85
        static let sameSentence = 0.65
        static let sameArticle = 0.35
    }

    /// Below this a fact doesn't answer.
    static let threshold = 0.62
    /// How surely its predicate must be the one asked for.
    private static let leastPredicate = 0.4

    /// Nil where the fact doesn't meet the query.
    func unify(_ query: ArticleQuery, _ fact: FactView, in view: SentenceView) -> Match? {
        let predicate = predicateScore(query, certainties(query), fact)
        guard predicate >= Self.leastPredicate else { return nil }
        return unify(query, fact, in: view, query.slots.map { SlotInSentence($0, view) }, predicate)
    }

    /// Every fact of the sentence that meets the query.
    func matches(_ query: ArticleQuery, in view: SentenceView) -> [Match] {
        let certainties = certainties(query)
        guard mayTell(view, query, certainties) else { return [] }
        var found: [Match] = []
        var slots: [SlotInSentence]?
        for fact in view.facts {
            let predicate = predicateScore(query, certainties, fact)
            guard predicate >= Self.leastPredicate else { continue }
            if slots == nil {
                let asked = query.slots.map { SlotInSentence($0, view) }
                if asked.contains(where: { $0.lacksName(matcher, context) && !isAside($0.slot, query) }) { return [] }
                slots = asked
            }
            if let match = unify(query, fact, in: view, slots!, predicate) { found.append(match) }
        }
        return found
    }

    private func unify(_ query: ArticleQuery, _ fact: FactView, in view: SentenceView, _ slots: [SlotInSentence], _ predicate: Double) -> Match? {
        var total = 1.6 * predicate
        var possible = 1.6
        var meetings: [Meeting] = []
        meetings.reserveCapacity(slots.count)
        for slot in slots {
            let met = meet(slot, fact, view, isStrict: query.form == .truth)
            guard met.isAcceptable || isAside(slot.slot, query) else { return nil }
            meetings.append(met)
            total += slot.weight * met.score
            possible += slot.weight
        }
        var timeScore: Double?
        if let time = query.time {
            let score = time.fit(fact.fact.time) ?? 0.3
            guard score > 0 else { return nil }
            total += 0.8 * score
            possible += 0.8
            timeScore = score
        }
        if let asked = query.source {
            guard let score = sourceScore(asked, fact, view) else { return nil }
            total += score
            possible += 1
        }
        let score = total / possible * likelihood(query, fact.fact, view)
        guard score >= Self.threshold else { return nil }
        var match = Match(view: view, fact: fact, bound: [], score: score, steps: [])
        match.steps.append(Match.Step(constraint: query.predicate?.verb ?? "", met: fact.fact.predicate, score: predicate))
        for (slot, met) in zip(query.slots, meetings) {
            let text = met.argument.map { fact.arguments[$0].argument.text } ?? ""
            match.steps.append(Match.Step(constraint: slot.phrase.text, met: text, score: met.score))
            if let argument = met.argument, !mayAnswer(fact.arguments[argument].argument, to: slot, of: query) { match.bound.insert(argument) }
        }
        if let time = query.time, let timeScore {
            match.steps.append(Match.Step(constraint: time.text, met: fact.fact.time?.text ?? "", score: timeScore))
        }
        return match
    }

    /// A circumstance that the fact's own sentence leaves out may be told elsewhere: it counts as unmet, but rejects nothing. What would
    /// confirm a yes or no must be said.
    private func isAside(_ slot: Slot, _ query: ArticleQuery) -> Bool {
        guard query.form != .truth,
            slot.place == .circumstance || ["before", "after", "during", "since", "under", "as", "about", "regarding", "concerning"].contains(slot.preposition ?? "")
        else { return false }
        return query.slots.contains { $0 != slot && $0.place != .circumstance } || query.slots == [slot] && query.wanted.place == .subject && !slot.phrase.terms.contains(where: \.isName)
    }

    /// "What will they discuss about weapons": what is discussed may itself be what speaks of weapons.
    private func mayAnswer(_ argument: Argument, to slot: Slot, of query: ArticleQuery) -> Bool {
        ["about", "regarding", "concerning"].contains(slot.preposition ?? "") && argument.preposition == nil
            && query.wanted.roles.fit(argument.role) >= 0.95
    }

    /// Verbs that take their sense from their object: what is said of "supreme power" is that somebody holds it, wields it or has it.
    private static let vague: Set<String> = ["hold", "have", "make", "take", "get", "give", "keep", "bring", "put", "carry"]

    // MARK: The predicate

    private func certainties(_ query: ArticleQuery) -> PredicateCertainties? { query.predicate.map(matcher.meanings.certainties) }

    /// Whether a fact of the sentence may have the predicate, by what its facts are told with.
    private func mayTell(_ view: SentenceView, _ query: ArticleQuery, _ certainties: PredicateCertainties?) -> Bool {
        guard let predicate = query.predicate, let certainties else { return true }
        return view.outlines.contains { outline in
            certainties.certainty(of: outline.predicate, relation: outline.relation) >= Self.leastPredicate
                || isVague(predicate, query, told: outline.rule) || Self.describes(outline.relation)
        }
    }

    /// How surely the fact's predicate is the one asked for. "A former head of Corvane" also says that somebody headed it.
    private func predicateScore(_ query: ArticleQuery, _ certainties: PredicateCertainties?, _ fact: FactView) -> Double {
        guard let predicate = query.predicate, let certainties else { return 1 }
        var own = certainties.certainty(of: fact.predicateForm, relation: fact.fact.relation)
        if own < 0.5, isVague(predicate, query, told: fact.fact.rule) { own = 0.5 }
        guard own < 0.9, Self.describes(fact.fact.relation), let attribute = fact.arguments.first(where: { $0.argument.role == .attribute })
        else { return own }
        let agents = matcher.meanings.agentNouns(of: predicate)
        return attribute.words.contains { word in word.forms.contains { agents.contains($0) } } ? max(own, 0.9) : own
    }

    private func isVague(_ predicate: PredicateClass, _ query: ArticleQuery, told rule: String) -> Bool {
        rule == "verb" && predicate.particle.isEmpty && Self.vague.contains(predicate.verb) && query.slots.count > 0 && query.form == .argument
    }

    /// Whether a fact of the relation says what somebody is, by a noun that may say what he does.
    private static func describes(_ relation: String?) -> Bool { relation == "hold-office" || relation == "kind-of" }

    /// Slightly less than 1 where the question asks for what happened and the fact only plans it, or the other way round, and where the
    /// fact tells of long before its article though the question names no time.
    private func likelihood(_ query: ArticleQuery, _ fact: Fact, _ view: SentenceView) -> Double {
        var result = 1.0
        let isOpen = fact.modality != .actual && fact.modality != .generic
        if query.form != .truth {
            if isOpen, !query.isFuture, query.modal.isEmpty, query.tense == .past || query.tense == .perfect { result *= 0.94 }
            if !isOpen, query.isFuture { result *= 0.95 }
            if fact.polarity == .negative, !query.isNegated { result *= 0.8 }
        }
        if query.time == nil, let day = fact.time?.end.day, fact.time?.origin == .stated,
            let published = source.document(view.key.document)?.published, published - day > 800
        {
            result *= 0.94
        }
        return result
    }

    // MARK: Phrases

    struct Meeting {
        var argument: Int?
        var score = 0.0
        /// False where a name isn't met, where only the article around speaks of the phrase, or where the fact says the contrary.
        var isAcceptable = true
    }

    /// - Parameter isStrict: whether a name must be met in the fact itself or its sentence.
    func meet(_ slot: Slot, _ fact: FactView, _ view: SentenceView, isStrict: Bool) -> Meeting {
        meet(SlotInSentence(slot, view), fact, view, isStrict: isStrict)
    }

    private func meet(_ asked: SlotInSentence, _ fact: FactView, _ view: SentenceView, isStrict: Bool) -> Meeting {
        let slot = asked.slot
        var best = Meeting()
        for (index, argument) in fact.arguments.enumerated() {
            let score = direct(asked, argument, fact, view) * asked.fit(argument.argument)
            if score > best.score { best = Meeting(argument: index, score: score) }
        }
        let primary = best.argument.map { fact.arguments[$0] }
        let primaryFit = primary.map { asked.fit($0.argument) } ?? 0
        let isSaidOfSpeaker = primary.map { isSpeaker(slot.phrase, $0, fact) } ?? false
        let isSaidOfTopic = primary.map { isTopicPronoun(slot.phrase, $0, view) } ?? false
        let isOfOffice = slot.place == .complement && fact.fact.relation == "hold-office"
        var isMet = true
        var nearest = 0.0
        var sum = 0.0
        for found in asked.terms {
            let term = found.asked
            var met = 0.0
            if let primary { met = primaryFit * (isSaidOfSpeaker ? 0.95 : max(found.said(in: primary, matcher), isSaidOfTopic ? 0.7 : 0)) }
            if met < Discount.sameFact, term.kind == .head, let primary, isElliptic(primary, asked), context.match(term, around: found.found, matcher) > 0 {
                met = Discount.sameFact
            }
            if met < Discount.sameFact {
                for argument in fact.arguments { met = max(met, Discount.sameFact * found.said(in: argument, matcher)) }
            }
            if met < Discount.sameSentence { met = max(met, Discount.sameSentence * matcher.match(term, found.found)) }
            if met < Discount.sameArticle { met = max(met, Discount.sameArticle * context.match(term, around: found.found, matcher)) }
            if isOfOffice, !term.isName, !isOfficeWord(found, fact) { isMet = false }
            if term.isName, met == 0 || met < (isStrict ? 0.7 : 0.5) && !isOpen(slot, fact) && !isUnderstood(term, slot, primary, fact, view) {
                isMet = false
            }
            if term.kind == .modifier || term.kind == .number, met < Discount.sameArticle, matcher.meanings.isDistinguishing(term.text),
                isOtherwise(term, primary)
            {
                isMet = false
            }
            if term.isName, met < Discount.sameFact, isTaken(slot, by: term, fact) { isMet = false }
            nearest = max(nearest, met)
            sum += term.weight * met
        }
        best.score = sum / asked.termWeight
        best.isAcceptable = isMet && nearest >= Discount.sameArticle && best.score >= 0.25 && !isReversed(slot, fact, primary)
        return best
    }

    /// "The first", "the heaviest", "two": without a noun it speaks of the things spoken of before.
    private func isElliptic(_ argument: ArgumentView, _ asked: SlotInSentence) -> Bool {
        let words = argument.words.filter { !FunctionWords.contains($0.text) }
        guard words.count == 1 else { return false }
        return asked.terms.contains { [.modifier, .number].contains($0.asked.kind) && $0.said(in: argument, matcher) >= 0.9 }
    }

    /// How well the argument says the phrase, whatever its role.
    private func direct(_ asked: SlotInSentence, _ argument: ArgumentView, _ fact: FactView, _ view: SentenceView) -> Double {
        if isSpeaker(asked.slot.phrase, argument, fact) { return 0.95 }
        return isTopicPronoun(asked.slot.phrase, argument, view) ? 0.7 : asked.share(in: argument, matcher)
    }

    /// A minister of one thing is not the minister of another: each word of an asked office stands in the office held.
    private func isOfficeWord(_ term: SlotInSentence.Term, _ fact: FactView) -> Bool {
        fact.arguments.contains { $0.argument.role == .attribute && term.said(in: $0, matcher) >= 0.7 }
    }

    /// The argument that says most of the phrase, whatever its role; nil where none says half of it.
    func nearest(_ slot: Slot, _ fact: FactView) -> ArgumentView? {
        let scored = fact.arguments.map { argument in
            (argument, matcher.share(of: slot.phrase, in: argument))
        }
        return scored.filter { $0.1 >= 0.5 }.max { $0.1 < $1.1 }?.0
    }

    /// Whether what the sentence leaves out, or says by a pronoun, could be the phrase.
    private func isOpen(_ slot: Slot, _ fact: FactView) -> Bool {
        let filling = fact.arguments.filter { slot.roles.fit($0.argument.role) >= 0.95 }
        return filling.isEmpty || filling.contains { $0.words.allSatisfy { $0.isFunctionWord } }
    }

    /// "Murat Aydin received seven years" tells nothing of what a person got whom the sentence names besides.
    private func isTaken(_ slot: Slot, by term: QuestionTerm, _ fact: FactView) -> Bool {
        guard slot.place == .subject || slot.place == .passiveSubject,
            term.entities.contains(where: { matcher.names.entity($0)?.type == .person })
        else { return false }
        let others = fact.arguments.filter { slot.roles.fit($0.argument.role) == 1 }
        return !others.isEmpty && others.allSatisfy { other in
            guard other.argument.type == .person, let entity = other.argument.entity else { return false }
            return !term.entities.contains(entity) && other.words.contains(where: \.isCapitalised)
                && matcher.names.name(entity)?.hasCapital == true && matcher.match(term, in: other) == 0
        }
    }

    /// "It" that nothing named stands behind, in an article about what the phrase names.
    private func isTopicPronoun(_ phrase: PhraseTerms, _ argument: ArgumentView, _ view: SentenceView) -> Bool {
        guard argument.isIt, let name = phrase.terms.first(where: \.isName) else { return false }
        let behind = argument.argument.entity.flatMap(matcher.names.name)
        guard behind.map({ !$0.hasCapital }) ?? true else { return false }
        return context.isTopic(name, of: view, matcher)
    }

    /// "I" and "we" in the words of whom the phrase names.
    private func isSpeaker(_ phrase: PhraseTerms, _ argument: ArgumentView, _ fact: FactView) -> Bool {
        guard argument.isFirstPerson, let source = fact.fact.attribution else { return false }
        let words = matcher.meanings.forms.words(of: source.source)
        return phrase.terms.allSatisfy { term in
            source.entity.map(term.entities.contains) ?? false || term.isName && FoldedName(source.source).holds(term.names[0])
                || !term.isName && matcher.match(term, in: words) >= 0.7
        }
    }

    /// Whether a name that the sentence leaves out goes without saying: the article is about it and the sentence only says "the bridge", or
    /// it owns something that the sentence names without an owner ("the elections" for "Larkin's elections").
    private func isUnderstood(_ term: QuestionTerm, _ slot: Slot, _ primary: ArgumentView?, _ fact: FactView, _ view: SentenceView) -> Bool {
        if slot.phrase.terms.count == 1 {
            guard context.isTopic(term, of: view, matcher) else { return false }
            return fact.arguments.contains { slot.roles.fit($0.argument.role) >= 0.95 && isUnnamed($0, beside: slot.phrase, isTopic: true) }
        }
        guard let primary, let head = slot.phrase.terms.first(where: { $0.kind == .head }) else { return false }
        guard matcher.match(head, in: primary) >= 0.8 else { return false }
        let isSaid = slot.phrase.terms.contains { $0 != head && !$0.isName && matcher.match($0, in: primary) >= 0.8 }
        return isUnnamed(primary, beside: slot.phrase, isTopic: context.isTopic(term, of: view, matcher), mayBeIndefinite: isSaid)
    }

    /// "The bridge", "the March elections", and of an article's topic also "it" and "soldiers": without a name but those of the phrase.
    private func isUnnamed(_ argument: ArgumentView, beside phrase: PhraseTerms, isTopic: Bool = false, mayBeIndefinite: Bool = false) -> Bool {
        let text = argument.argument.text.lowercased()
        if isTopic, FunctionWords.contains(text) {
            return argument.argument.entity.flatMap(matcher.names.name).map { !$0.hasCapital } ?? true
        }
        guard text.hasPrefix("the ") || mayBeIndefinite || isTopic && !text.hasPrefix("a ") && !text.hasPrefix("an ") else { return false }
        return argument.words.drop { $0.isFunctionWord }.allSatisfy { word in
            !word.isCapitalised || MonthNames.contains(word.text) || phrase.terms.contains { term in word.forms.contains { term.forms[$0] != nil } }
        }
    }

    /// "Last wife" where the question says "first wife".
    private func isOtherwise(_ term: QuestionTerm, _ argument: ArgumentView?) -> Bool {
        argument?.words.contains { $0.text != term.text && matcher.meanings.isDistinguishing($0.text) } ?? false
    }

    /// The question's object does what the question asks who did to it.
    func isReversed(_ slot: Slot, _ fact: FactView, _ argument: ArgumentView?) -> Bool {
        guard let role = argument?.argument.role, !Self.symmetric.contains(fact.fact.predicate) else { return false }
        func hasOther(_ other: Role) -> Bool { fact.arguments.contains { $0 !== argument && $0.argument.role == other } }
        switch slot.place {
        case .object, .passiveSubject: return role == .agent && hasOther(.patient)
        case .subject: return role == .patient && hasOther(.agent)
        case .complement, .preposition, .circumstance: return false
        }
    }

    static let symmetric: Set<String> = [
        "meet", "marry", "be", "resemble", "talk", "agree", "ally", "cooperate",
        "divorce", "equal", "quarrel",
    ]

    /// How well whoever said the fact is the source asked for; nil for another.
    func sourceScore(_ source: PhraseTerms, _ fact: FactView, _ view: SentenceView) -> Double? {
        guard let attribution = fact.fact.attribution else {
            return source.terms.allSatisfy { matcher.match($0, in: view) > 0 }
                ? 0.7
                : nil
        }
        let words = matcher.meanings.forms.words(of: attribution.source)
        let score =
            sum(source) { term in
                if let entity = attribution.entity, term.entities.contains(entity) { return 1 }
                return max(matcher.match(term, in: words), 0.6 * matcher.match(term, in: view))
            } / Double(source.terms.count)
        return score >= 0.5 ? score : nil
    }

    private func sum(_ phrase: PhraseTerms, _ value: (QuestionTerm) -> Double) -> Double { phrase.terms.reduce(0) { $0 + value($1) } }
}
