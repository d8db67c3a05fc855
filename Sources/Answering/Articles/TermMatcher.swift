import Facts

/// How well a term of a question is met by a piece of an article.
struct TermMatcher {
    let meanings: WordMeanings
    let names: EntityNames

    /// 0…1, in an argument of a fact.
    func match(_ term: QuestionTerm, in argument: ArgumentView) -> Double {
        if let entity = argument.argument.entity, term.entities.contains(entity) { return 1 }
        if let entity = argument.argument.entity, term.isName, !term.entities.isEmpty, names.parted.contains(entity) { return 0 }
        if term.isName { return term.names.contains(where: argument.folded.holds) ? 0.95
            : parts(term) { form in argument.words.contains { $0.forms.contains(form) } } }
        var best = match(term, in: argument.words)
        if best < 0.9, argument.refersBack, let entity = argument.argument.entity {
            best = max(best, 0.9 * match(term, in: names.words(entity, meanings.forms)))
        }
        guard term.kind == .head, best < WordMeanings.Certainty.kind else { return best }
        return isKind(argument, of: term) ? WordMeanings.Certainty.kind : best
    }

    /// 0…1, in an argument of a fact that the sentence states: what the whole sentence doesn't speak of, nothing in it does.
    func match(_ term: QuestionTerm, in argument: ArgumentView, _ sentence: TermInSentence) -> Double {
        guard match(term, sentence) == 0, argument.isQuoted(from: sentence.view), names.parted.isDisjoint(with: sentence.view.entities) else {
            return match(term, in: argument)
        }
        return term.kind == .head && isKind(argument, of: term) ? WordMeanings.Certainty.kind : 0
    }

    /// 0…1, by weight: how much of a phrase an argument says.
    func share(of phrase: PhraseTerms, in argument: ArgumentView) -> Double {
        phrase.terms.reduce(0) { $0 + $1.weight * match($1, in: argument) } / max(0.1, phrase.terms.reduce(0) { $0 + $1.weight })
    }

    /// 0…1, anywhere in a sentence; names also by what its pronouns speak of.
    func match(_ term: QuestionTerm, in view: SentenceView) -> Double {
        match(term, term.sense.remembered(in: view))
    }

    func match(_ term: QuestionTerm, _ remembered: TermInSentence) -> Double {
        if remembered.said < 0 { remembered.said = look(for: term, in: remembered.view) }
        return remembered.said
    }

    private func look(for term: QuestionTerm, in view: SentenceView) -> Double {
        if term.isName {
            if !term.entities.isDisjoint(with: view.entities) { return 1 }
            if !term.entities.isEmpty, !names.parted.isDisjoint(with: view.entities) { return 0 }
            return term.names.contains(where: view.folded.holds) ? 1 : parts(term, view.wordForms.contains)
        }
        var best = 0.0
        for (form, certainty) in term.forms where certainty > best {
            if view.wordForms.contains(form) { best = certainty } else if view.referredForms.contains(form) { best = max(best,
                0.85 * certainty) }
        }
        return best
    }

    func match(_ term: QuestionTerm, in words: [FormedWord]) -> Double {
        var best = 0.0
        for word in words {
            for form in word.forms { if let certainty = term.forms[form], certainty > best { best = certainty } }
        }
        return best
    }

    /// 0.8 where all words of an unknown name are met apart: "the party of the Democrats" for "Democratic Party".
    private func parts(_ term: QuestionTerm, _ isMet: (FormID) -> Bool) -> Double {
        !term.parts.isEmpty && term.parts.allSatisfy { $0.contains(where: isMet) } ? 0.8 : 0
    }

    private func isKind(_ argument: ArgumentView, of term: QuestionTerm) -> Bool {
        argument.headForms.contains { form in
            term.sense.hasKind(form) { meanings.isKind(meanings.forms.text(of: form), of: term.text) }
        }
    }
}
