import Questions

/// Puts a fragment ("why?", "by whom?", "and in 2005?", "and Japan?") into the question before.
struct FollowUp {
    let compiler: QueryCompiler
    let last: Dialogue.Turn

    /// Nil where nothing of the fragment fits the question before.
    func completed(_ tree: QuestionTree) -> ArticleQuery? {
        var query = last.query
        query.line = tree.text
        if let adjunct = completed(tree.adjuncts + (tree.clause?.adjuncts ?? []), &query) { return adjunct }
        for phrase in [tree.clause?.subject].compactMap({ $0 }) + (tree.clause?.objects ?? []) + tree.focus {
            if let noun = phrase.wh { return asked(noun, .subject, &query) }
            return replaced(phrase, &query)
        }
        return nil
    }

    private func completed(_ adjuncts: [Adjunct], _ query: inout ArticleQuery) -> ArticleQuery? {
        for adjunct in adjuncts {
            switch adjunct {
            case .wh(let adverb, _):
                answered(&query)
                query.form = form(adverb)
                return query
            case .prepositional(let phrase):
                if let noun = phrase.object.wh { return asked(noun, .preposition(phrase.preposition), &query) }
                if let time = compiler.times.read(phrase, line: compiler) {
                    query.time = time
                    return query
                }
                compiler.addSlot(compiler.text(phrase.object.span), head: phrase.object.noun?.head ?? "", .preposition(phrase.preposition),
                                 to: &query)
                return query
            case .time(let words, _):
                guard let time = compiler.times.read(words) else { continue }
                query.time = time
                return query
            case .clause, .infinitive, .adverb: continue
            }
        }
        return nil
    }

    private func asked(_ noun: NounPhrase, _ place: Slot.Place, _ query: inout ArticleQuery) -> ArticleQuery {
        answered(&query)
        query.form = .argument
        query.wanted = WantedThing(place: place, kind: kind(noun), isPlural: noun.plural)
        return query
    }

    private func kind(_ noun: NounPhrase) -> WantedThing.Kind {
        let phrase = compiler.phrases.terms(of: compiler.text(noun.span), head: noun.head)
        switch noun.wh {
        case .who?, .whom?, .whose?: return .person
        case .howMany?, .howMuch?, .whatPercentage?: return .quantity(phrase)
        case .what?, .which?: return phrase.isEmpty ? .anything : .kind(phrase, isPlural: noun.plural)
        case nil: return .anything
        }
    }

    private func form(_ adverb: WhAdverb) -> ArticleQuery.Form {
        switch adverb {
        case .when: .time
        case .where_: .place
        case .why: .reason
        case .how: .manner
        case .howLong, .howMuch: .duration
        case .howFar: .extent("far")
        case .howOften: .frequency
        }
    }

    /// What was asked for before is known now: the answer takes its place.
    private func answered(_ query: inout ArticleQuery) {
        guard query.form == .argument, let answer = last.answers.first else { return }
        let phrase = compiler.phrases.terms(of: answer.text)
        guard !phrase.isEmpty else { return }
        query.slots.append(Slot(place: query.wanted.place, phrase: phrase))
    }

    /// The phrase in the place of the one that is most like it: a name for a name, a time for the time.
    private func replaced(_ phrase: Phrase, _ query: inout ArticleQuery) -> ArticleQuery? {
        let words = compiler.text(phrase.span)
        if let time = compiler.times.read(words) {
            query.time = time
            return query
        }
        let terms = compiler.terms(phrase)
        guard !terms.isEmpty else { return nil }
        let isName = terms.terms.contains(where: \.isName)
        guard let index = query.slots.firstIndex(where: { $0.phrase.terms.contains(where: \.isName) == isName })
            ?? query.slots.indices.first else { return nil }
        query.slots[index].phrase = terms
        return query
    }
}
