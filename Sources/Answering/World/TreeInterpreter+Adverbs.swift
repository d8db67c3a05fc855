import Facts
import Questions

/// Adverbs in the superlative: "Which hut lies highest?"
extension TreeInterpreter {
    func superlativeAdverb(_ obliques: Obliques) -> AdjectivePhrase? {
        for (word, span) in obliques.adverbs where word.hasSuffix("est") {
            guard let lemma = vocabulary.wordNet?.lemmas(of: word, .adjective).first, !vocabulary.scales(lemma).isEmpty else { continue }
            return AdjectivePhrase(lemma: lemma, degree: .superlative, span: span)
        }
        return nil
    }

    /// "lives longer than 25 years", "runs faster than Bolt": the measure of the subject, compared.
    func comparativeAdverb(_ clause: Clause, _ subject: Noun) throws(Misfit) -> Formula? {
        for case .adverb(let word, let span) in clause.adjuncts where word.hasSuffix("er") {
            guard let lemma = vocabulary.wordNet?.lemmas(of: word, .adjective).first, lemma != word, !vocabulary.scales(lemma).isEmpty,
                let than = clause.adjuncts.lazy.compactMap({ $0.than }).first
            else { continue }
            return try condition(AdjectivePhrase(lemma: lemma, degree: .comparative, than: than, span: span), subject)
        }
        return nil
    }

    /// "Which hut lies highest?": the highest of those of which the rest is true.
    func farthest(_ adverb: AdjectivePhrase, _ clause: Clause, _ subject: Noun) throws(Misfit) -> Formula {
        var rest = clause
        rest.adjuncts.removeAll { if case .adverb(_, adverb.span) = $0 { true } else { false } }
        var among = try withConditions(subject)
        if !rest.objects.isEmpty || !rest.adjuncts.isEmpty { among.conditions.append(try verbal(rest, subject)) }
        try rank(&among, adverb, 1...1)
        return .all(among.conditions)
    }
}

extension Adjunct {
    /// What stands after "than".
    fileprivate var than: Phrase? {
        if case .prepositional(let phrase) = self, phrase.preposition == "than" { phrase.object } else { nil }
    }
}
