import Facts
import Questions

extension Phrase {
    /// Where the phrase stands in the line.
    var span: Span {
        switch self {
        case .noun(let noun): noun.span
        case .coordination(let parts, _): parts.map(\.span).reduce(parts.first?.span ?? Span(0, 0)) { $0.union($1) }
        case .gap(let span), .quotation(_, let span): span
        case .clause(let clause): clause.span
        }
    }

    var noun: NounPhrase? { if case .noun(let noun) = self { noun } else { nil } }

    /// The wh-phrase that this phrase is or holds: "of which countries" in "the capital of which countries".
    var wh: NounPhrase? {
        switch self {
        case .noun(let noun):
            if noun.wh != nil { return noun }
            if let possessor = noun.possessor?.wh { return possessor }
            return noun.prepositions.lazy.compactMap(\.object.wh).first
        case .coordination(let parts, _): return parts.lazy.compactMap(\.wh).first
        case .gap, .clause, .quotation: return nil
        }
    }

    var isGap: Bool { if case .gap = self { true } else { false } }
}

extension Clause {
    /// From the first to the last of its phrases; gaps don't count.
    var span: Span {
        var spans = [verb.span]
        if let subject, !subject.isGap, subject.noun?.wh == nil { spans.append(subject.span) }
        spans += objects.filter { !$0.isGap && $0.noun?.wh == nil }.map(\.span)
        if let complement { spans.append(complement.span) }
        spans += adjuncts.compactMap(\.span)
        return spans.dropFirst().reduce(spans[0]) { $0.union($1) }
    }
}

extension Complement {
    var span: Span {
        switch self {
        case .phrase(let phrase): phrase.span
        case .adjective(let adjective): adjective.than.map { adjective.span.union($0.span) } ?? adjective.span
        case .prepositional(let phrase): phrase.span
        case .infinitive(let clause), .clause(let clause): clause.span
        }
    }
}

extension Adjunct {
    var span: Span? {
        switch self {
        case .prepositional(let phrase): phrase.span
        case .time(_, let span), .wh(_, let span), .clause(_, _, let span), .adverb(_, let span): span
        case .infinitive(let clause): clause.span
        }
    }
}
