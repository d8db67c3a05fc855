import Facts
import Questions

/// Questions that wrap what they ask in another clause, unwrapped: "what is the exercise that the fleets hold" asks "which exercise do the
/// fleets hold", "what did Lee say the firm owes" asks "what does the firm owe", according to Lee.
struct ClauseReduction {
    /// The clause that is really asked.
    var clause: Clause
    /// Who must have said it.
    var source: Phrase?
    /// Whether the clause around it may also be what is meant, should the inner one have no answer.
    var isTentative = false
    /// Whether its name is asked for.
    var asksName = false

    /// Nil where the clause wraps nothing.
    init?(_ outer: Clause) {
        if let said = Self.said(outer) {
            self = said
        } else if let described = Self.described(outer) {
            self = described
        } else {
            return nil
        }
    }

    private init(clause: Clause, source: Phrase? = nil, isTentative: Bool = false, asksName: Bool = false) {
        self.clause = clause
        self.asksName = asksName
        self.source = source
        self.isTentative = isTentative
    }

    /// "List the ports that the fleet uses": which ports the fleet uses. Nil for a noun without a relative clause.
    init?(listing noun: NounPhrase) {
        guard let inner = Self.unwrapped(noun, isListed: true) else { return nil }
        self.init(clause: inner)
    }

    /// The relative clause of a noun with the noun, as what is asked for, in its gap.
    private static func unwrapped(_ noun: NounPhrase, isListed: Bool = false) -> Clause? {
        guard noun.pronoun == nil, let relative = noun.relatives.last, relative.verb.lemma != "be" || isListed && isQuality(relative) else { return nil }
        var noun = noun
        noun.relatives.removeLast()
        noun.wh = Self.anything.contains(noun.head) ? .what : .which
        noun.span = Span(noun.span.start, max(noun.span.start, min(noun.span.end, relative.span.start)))
        if noun.wh == .what { noun.span = Span(noun.span.start, noun.span.start) }
        return relative.filled(with: .noun(noun))
    }

    /// "That are exempt from the cuts".
    private static func isQuality(_ relative: Clause) -> Bool { if case .adjective? = relative.complement { true } else { false } }

    private static let anything: Set<String> = ["thing", "item", "something", "everything"]

    /// "What did the two sides agree they needed": the wh-phrase stands in the clause that is said.
    private static func said(_ outer: Clause) -> ClauseReduction? {
        guard !tellingVerbs.contains(outer.verb.lemma), let index = outer.objects.firstIndex(where: { if case .clause = $0 { true } else { false } }),
              case .clause(var inner) = outer.objects[index], let subject = outer.subject, subject.noun?.wh == nil,
              inner.asks || outer.adjuncts.contains(where: \.asks) else { return nil }
        if let pronoun = inner.subject?.noun?.pronoun, ["he", "she", "it", "they"].contains(pronoun.lowercased()) { inner.subject = subject }
        inner.adjuncts += outer.adjuncts
        return ClauseReduction(clause: inner, source: subject)
    }

    /// "Whom has the firm told that it will close" asks who was told.
    private static let tellingVerbs: Set<String> = ["tell", "inform", "notify", "warn", "assure", "remind", "ask", "persuade", "convince"]

    /// "What is (the name of) the car that changed the trade": the noun with its relative clause says what is asked.
    private static func described(_ outer: Clause) -> ClauseReduction? {
        guard outer.verb.lemma == "be", !outer.verb.negated, let phrase = outer.copularPhrase, var noun = phrase.noun,
              let wh = outer.copularWh, wh.head.isEmpty || wh.head == "person" else { return nil }
        let asksName = noun.head == "name"
        if asksName, let named = noun.prepositions.first(where: { $0.preposition == "of" })?.object.noun {
            let relatives = noun.relatives
            noun = named
            noun.relatives = named.relatives + relatives
        }
        guard var inner = unwrapped(noun) else { return nil }
        inner.adjuncts += outer.adjuncts
        return ClauseReduction(clause: inner, isTentative: !asksName, asksName: asksName)
    }
}

extension Clause {
    /// The phrase that a copula says something of: "the car that …" of "what is the car that …".
    fileprivate var copularPhrase: Phrase? {
        if let subject, subject.noun?.wh == nil { return subject }
        if case .phrase(let phrase)? = complement, phrase.noun?.wh == nil { return phrase }
        return objects.first { $0.noun?.wh == nil }
    }

    fileprivate var copularWh: NounPhrase? {
        if let wh = subject?.noun, wh.wh != nil { return wh }
        if case .phrase(let phrase)? = complement, let noun = phrase.noun, noun.wh != nil { return noun }
        return objects.lazy.compactMap(\.noun).first { $0.wh != nil }
    }

    /// Whether a wh-phrase stands in it.
    fileprivate var asks: Bool {
        if subject?.wh != nil || objects.contains(where: { $0.wh != nil }) || adjuncts.contains(where: \.asks) { return true }
        switch complement {
        case .phrase(let phrase)?: return phrase.wh != nil
        case .adjective(let adjective)?: return adjective.degree == .how
        case .prepositional(let phrase)?: return phrase.object.wh != nil
        case .infinitive(let inner)?, .clause(let inner)?: return inner.asks
        case nil: return objects.contains { if case .clause(let inner) = $0 { inner.asks } else { false } }
        }
    }

    /// With the phrase in the place of its first gap; nil where it has none.
    fileprivate func filled(with phrase: Phrase) -> Clause? {
        var clause = self
        if subject?.isGap == true {
            clause.subject = phrase
            return clause
        }
        if let index = objects.firstIndex(where: \.isGap) {
            clause.objects[index] = phrase
            return clause
        }
        switch complement {
        case .phrase(let place)? where place.isGap: clause.complement = .phrase(phrase)
        case .prepositional(var place)? where place.object.isGap:
            place.object = phrase
            clause.complement = .prepositional(place)
        case .infinitive(let inner)?:
            guard let filled = inner.filled(with: phrase) else { return filledAdjunct(with: phrase) }
            clause.complement = .infinitive(filled)
        case .clause(let inner)?:
            guard let filled = inner.filled(with: phrase) else { return filledAdjunct(with: phrase) }
            clause.complement = .clause(filled)
        default: return filledAdjunct(with: phrase)
        }
        return clause
    }

    private func filledAdjunct(with phrase: Phrase) -> Clause? {
        var clause = self
        for (index, adjunct) in adjuncts.enumerated() {
            switch adjunct {
            case .prepositional(var place) where place.object.isGap:
                place.object = phrase
                clause.adjuncts[index] = .prepositional(place)
                return clause
            case .infinitive(let inner):
                guard let filled = inner.filled(with: phrase) else { continue }
                clause.adjuncts[index] = .infinitive(filled)
                return clause
            default: continue
            }
        }
        return nil
    }
}

extension Adjunct {
    fileprivate var asks: Bool {
        switch self {
        case .wh: true
        case .prepositional(let phrase): phrase.object.wh != nil
        case .infinitive(let clause): clause.asks
        case .time, .clause, .adverb: false
        }
    }
}
