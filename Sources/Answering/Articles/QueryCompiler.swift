import Chronology
import FactStore
import Facts
import Lexicon
import Questions

/// A question's syntax as an ``ArticleQuery``: which phrase stands where, what is wanted, when.
struct QueryCompiler {
    let phrases: PhraseReader
    let predicates: PredicateReader
    let times: TimeReader
    let referents: Referents
    /// The line's scalars, by which the phrases' spans count.
    let line: [Unicode.Scalar]

    init(line: String, phrases: PhraseReader, predicates: PredicateReader, times: TimeReader, referents: Referents) {
        self.referents = referents
        self.phrases = phrases
        self.predicates = predicates
        self.times = times
        self.line = Array(line.unicodeScalars)
    }

    /// Nil for a tree that asks for nothing (a follow-up, which its dialogue completes).
    func compile(_ tree: QuestionTree) -> ArticleQuery? {
        var query: ArticleQuery?
        if let keywords = keywords(tree) { return keywords }
        switch tree.mood {
        case .wh: query = tree.clause.flatMap { compileWh($0) }
        case .yesNo: query = tree.clause.map { compileTruth($0) }
        case .list, .count: query = compileList(tree)
        case .compare: query = compileComparison(tree)
        case .keywords: query = compileKeywords(tree)
        case .followUp: query = nil
        }
        query?.line = tree.text
        for index in (query?.otherwise ?? []).indices { query?.otherwise[index].line = tree.text }
        if let source = tree.source, !isTheTexts(source) { query?.source = terms(source) }
        return query
    }

    // MARK: Questions with a verb

    private func compileWh(_ clause: Clause) -> ArticleQuery {
        if let reduced = ClauseReduction(clause) {
            var query = compileWh(reduced.clause)
            query.source = reduced.source.flatMap { isTheTexts($0) ? nil : terms($0) } ?? query.source
            query.wanted.mustBeNamed = reduced.asksName
            if reduced.isTentative { query.otherwise = [compilePlain(clause)] }
            return query
        }
        return compilePlain(clause)
    }

    private func compilePlain(_ clause: Clause) -> ArticleQuery {
        if let inner = inner(of: clause) { return compileWh(inner) }
        var query = frame(clause)
        guard let wh = findWanted(clause) else {
            query.wanted.place = .object
            if line.prefix(4).map({ String($0).lowercased() }).joined() == "whom" {
                query.wanted = WantedThing(place: .preposition("to"), kind: .person)
            }
            query.form = query.wanted.kind == .anything && SayingVerbs.contains(clause.verb.lemma) ? .statement : .argument
            return query
        }
        switch wh {
        case .adverb(let adverb): query.form = form(of: adverb, clause)
        case .adjective(let adjective): query.form = .extent(adjective.lemma)
        case .phrase(let noun, let place): setWanted(noun, place, &query)
        }
        query = SpecialForms(compiler: self).applied(to: query, clause)
        return asParts(query) ?? query
    }

    /// "What did X announce a plan to build", "how long did it take to build": the clause that the question is really about, with what the
    /// outer clause says of it. Nil where the outer clause is what is asked about.
    private func inner(of clause: Clause) -> Clause? {
        guard var inner = complementClause(clause), inner.verb.lemma != "do" else { return nil }
        let isWantedInside = findWanted(inner) != nil
        let isTaking = clause.verb.lemma == "take" && clause.subject?.noun?.pronoun != nil
        guard isWantedInside || isTaking else { return nil }
        if inner.subject == nil || inner.subject!.isGap { inner.subject = isTaking ? nil : clause.subject }
        inner.adjuncts += clause.adjuncts.filter { adjunct in if case .clause = adjunct { false } else { true } }
        return inner
    }

    private func complementClause(_ clause: Clause) -> Clause? {
        if case .infinitive(let inner)? = clause.complement { return inner }
        for adjunct in clause.adjuncts {
            if case .clause(let conjunction, let inner, _) = adjunct, conjunction == "to" { return inner }
            if case .infinitive(let inner) = adjunct, clause.verb.lemma == "take" { return inner }
        }
        return nil
    }

    private func compileTruth(_ clause: Clause) -> ArticleQuery {
        var query = frame(clause)
        query.form = !query.isNegated && tellsWhen(clause) ? .time : .truth
        return query
    }

    private func form(of adverb: WhAdverb, _ clause: Clause) -> ArticleQuery.Form {
        switch adverb {
        case .when: .time
        case .where_: .place
        case .why: .reason
        case .how: .manner
        case .howLong: clause.verb.lemma == "be" && clause.verb.tense == .present ? .extent("long") : .duration
        case .howFar: .extent("far")
        case .howOften: .frequency
        case .howMuch: .argument
        }
    }

    private enum WhPlace {
        case phrase(NounPhrase, Slot.Place)
        case adverb(WhAdverb)
        case adjective(AdjectivePhrase)
    }

    private func findWanted(_ clause: Clause) -> WhPlace? {
        if let noun = clause.subject?.wh { return .phrase(noun, subjectPlace(clause)) }
        for object in clause.objects { if let noun = object.wh { return .phrase(noun, .object) } }
        switch clause.complement {
        case .phrase(let phrase)?: if let noun = phrase.wh { return .phrase(noun, .complement) }
        case .adjective(let adjective)? where adjective.degree == .how: return .adjective(adjective)
        case .prepositional(let phrase)?: if let noun = phrase.object.wh { return .phrase(noun, .preposition(phrase.preposition)) }
        case .infinitive(let inner)?, .clause(let inner)?: if let found = findWanted(inner) { return found }
        default: break
        }
        for adjunct in clause.adjuncts {
            switch adjunct {
            case .prepositional(let phrase): if let noun = phrase.object.wh { return .phrase(noun, .preposition(phrase.preposition)) }
            case .wh(let adverb, _): return .adverb(adverb)
            case .infinitive(let inner): if let found = findWanted(inner) { return found }
            default: break
            }
        }
        return nil
    }

    private func subjectPlace(_ clause: Clause) -> Slot.Place { clause.verb.voice == .passive ? .passiveSubject : .subject }

    private func setWanted(_ noun: NounPhrase, _ place: Slot.Place, _ query: inout ArticleQuery) {
        query.form = .argument
        query.wanted.place = place
        query.wanted.isPlural = noun.plural
        let phrase = describing(noun)
        switch noun.wh {
        case .who?, .whom?: query.wanted.kind = .person
        case .whose?: query.wanted.kind = .possessor(phrase)
        case .howMany?, .howMuch?, .whatPercentage?: query.wanted.kind = .quantity(phrase)
        case .which?, .what?: query.wanted.kind = phrase.isEmpty ? .anything : .kind(phrase, isPlural: noun.plural)
        case nil: query.wanted.kind = .anything
        }
        for relative in noun.relatives { join(frame(relative), to: &query) }
    }

    /// "Which person who used to command the office was quoted" asks who commanded it; else what a relative clause says must be said
    /// beside the main clause.
    private func join(_ relative: ArticleQuery, to query: inout ArticleQuery) {
        query.joins.append(relative)
        if query.isPassive, query.slots.isEmpty, ["quote", "mention", "name", "cite"].contains(query.predicate?.verb ?? "") {
            query.predicate = relative.predicate
            query.slots = relative.slots
            query.time = relative.time ?? query.time
            query.isNegated = relative.isNegated
            query.wanted.place = relative.isPassive ? .passiveSubject : .subject
        } else {
            query.slots += relative.slots.map { Slot(place: .circumstance, phrase: $0.phrase, weight: 0.7) }
        }
    }

    /// The words of a wh-phrase beside the wh-word, without its relative clauses.
    private func describing(_ noun: NounPhrase) -> PhraseTerms {
        if ["kind", "type", "sort"].contains(noun.head), let of = noun.prepositions.first(where: { $0.preposition == "of" }) {
            return terms(of.object)
        }
        var end = noun.span.end
        for relative in noun.relatives { end = min(end, max(noun.span.start, relative.span.start)) }
        for phrase in noun.prepositions where namesTheTexts(phrase) { end = min(end, max(noun.span.start, phrase.span.start)) }
        return phrases.terms(of: text(Span(noun.span.start, end)), head: noun.head)
    }

    // MARK: The frame of a clause

    /// Predicate, time and every phrase that isn't wanted.
    func frame(_ clause: Clause) -> ArticleQuery {
        var query = ArticleQuery(line: "", form: .argument)
        let verb = clause.verb
        query.tense = verb.tense
        query.modal = verb.modal
        query.isNegated = verb.negated
        query.isPassive = verb.voice == .passive
        query.predicate = verb.lemma.isEmpty ? nil : predicates.predicateClass(verb.lemma, particle: verb.particle)
        readModal(verb, &query)
        if let subject = clause.subject { add(subject, subjectPlace(clause), to: &query) }
        for object in clause.objects { add(object, .object, to: &query) }
        addComplement(clause.complement, to: &query)
        for adjunct in clause.adjuncts { add(adjunct, to: &query) }
        foldLightVerb(&query)
        Self.joinPreposition(&query)
        return query
    }

    /// "Take it off the list" is to remove it: a verb that means another with the preposition of one of its phrases.
    static func joinPreposition(_ query: inout ArticleQuery) {
        guard let predicate = query.predicate else { return }
        for preposition in query.slots.compactMap(\.preposition) {
            for (lemma, certainty) in Paraphrases.lemmas(of: "\(predicate.verb) \(preposition)") {
                query.predicate!.lemmas[lemma] = max(predicate.lemmas[lemma] ?? 0, certainty)
            }
        }
    }

    private func addComplement(_ complement: Complement?, to query: inout ArticleQuery) {
        switch complement {
        case nil: break
        case .phrase(let phrase)?: add(phrase, .complement, to: &query)
        case .adjective(let adjective)?:
            if adjective.degree != .how { addSlot(text(complement!.span), head: adjective.lemma, .complement, to: &query) }
        case .prepositional(let phrase)?: addPrepositional(phrase, to: &query)
        case .infinitive(let inner)?, .clause(let inner)?: addInner(inner, to: &query)
        }
    }

    /// "expected to announce", "agree to do": the words of the inner clause that aren't asked for.
    private func addInner(_ inner: Clause, to query: inout ArticleQuery) {
        let isDo = inner.verb.lemma == "do" && inner.objects.allSatisfy { $0.wh != nil || $0.isGap }
        if isDo {
            query.wanted.kind = .action
            for adjunct in inner.adjuncts { add(adjunct, to: &query) }
            return
        }
        let start = [inner.verb.span.start, inner.subject.map(\.span.start) ?? Int.max].min() ?? inner.verb.span.start
        addSlot(text(Span(start, max(start, inner.span.end))), head: inner.verb.lemma, .object, to: &query)
    }

    private func add(_ phrase: Phrase, _ place: Slot.Place, to query: inout ArticleQuery) {
        switch phrase {
        case .gap: break
        case .noun(let noun):
            guard phrase.wh == nil else { return }
            if let object = noun.prepositions.first(where: { times.read($0, line: self) != nil }), query.time == nil {
                query.time = times.read(object, line: self)
            }
            addNoun(noun, place, to: &query)
        case .coordination, .clause: addSlot(text(phrase.span), head: "", place, to: &query)
        case .quotation(let words, _): addSlot(words, head: "", place, to: &query)
        }
    }

    /// Pronouns bring what they refer to.
    private func addNoun(_ noun: NounPhrase, _ place: Slot.Place, to query: inout ArticleQuery) {
        if let pronoun = noun.pronoun {
            if let referent = referents.resolve(pronoun.lowercased()) { query.slots.append(Slot(place: place, phrase: referent)) }
            return
        }
        var phrase = phrases.terms(of: text(noun.span), head: noun.head)
        if let pronoun = noun.possessor?.noun?.pronoun, let referent = referents.resolve(pronoun.lowercased()) {
            phrase.terms += referent.terms.map { term in
                var owner = term
                if owner.kind == .head { owner.kind = .modifier }
                return owner
            }
        }
        guard !phrase.isEmpty else { return }
        query.slots.append(Slot(place: place, phrase: phrase))
    }

    /// "In the articles", "according to the text": the store itself, which every answer is from.
    private func namesTheTexts(_ phrase: PrepositionalPhrase) -> Bool { phrase.preposition == "in" && isTheTexts(phrase.object) }

    private func isTheTexts(_ phrase: Phrase) -> Bool {
        guard let noun = phrase.noun, noun.adjectives.isEmpty, noun.nounModifiers.isEmpty, noun.possessor == nil, noun.prepositions.isEmpty,
            noun.relatives.isEmpty
        else { return false }
        return ["article", "text", "story", "clipping", "document", "corpus", "source", "passage"].contains(noun.head)
    }

    private func addPrepositional(_ phrase: PrepositionalPhrase, to query: inout ArticleQuery) {
        guard phrase.object.wh == nil, !phrase.object.isGap, !namesTheTexts(phrase) else { return }
        if query.time == nil, let time = times.read(phrase, line: self) {
            query.time = time
            return
        }
        let order = Self.orders[phrase.preposition]
        if let order { query.order = order }
        let place: Slot.Place = order == nil ? .preposition(phrase.preposition) : .circumstance
        if let noun = phrase.object.noun {
            addNoun(noun, place, to: &query)
        } else {
            addSlot(
                text(phrase.object.span), head: "", place,
                to: &query)
        }
    }

    private static let orders: [String: ArticleQuery.Order] = [
        "before": .before, "after": .after, "when": .together, "while": .together,
        "during": .together,
    ]

    func add(_ adjunct: Adjunct, to query: inout ArticleQuery) {
        switch adjunct {
        case .prepositional(let phrase): addPrepositional(phrase, to: &query)
        case .time(let words, _):
            if let time = times.read(words) { query.time = time } else { addSlot(words, head: "", .circumstance, to: &query) }
        case .clause(let conjunction, let inner, _):
            query.order = Self.orders[conjunction]
            addSlot(text(inner.span), head: inner.verb.lemma, .circumstance, to: &query)
        case .infinitive(let inner): addSlot(text(inner.span), head: inner.verb.lemma, .circumstance, to: &query)
        case .adverb, .wh: break
        }
    }

    func addSlot(_ text: String, head: String, _ place: Slot.Place, to query: inout ArticleQuery) {
        let phrase = phrases.terms(of: text, head: head)
        guard !phrase.isEmpty else { return }
        query.slots.append(Slot(place: place, phrase: phrase, weight: place == .circumstance ? 0.8 : 1))
    }

    // MARK: Questions without a verb

    private func compileList(_ tree: QuestionTree) -> ArticleQuery {
        var list = compilePlainList(tree)
        if tree.mood == .list, tree.clause == nil, let noun = tree.focus.first?.noun, let asked = ClauseReduction(listing: noun) {
            var query = compileWh(asked.clause)
            query.wanted.isPlural = true
            query.line = tree.text
            list.line = tree.text
            query.otherwise = [list]
            return query
        }
        return list
    }

    private func compilePlainList(_ tree: QuestionTree) -> ArticleQuery {
        var query = tree.clause.map { frame($0) } ?? ArticleQuery(line: tree.text, form: .list)
        query.form = tree.mood == .count ? .count : .list
        if let focus = tree.focus.first {
            let noun = focus.noun
            query.wanted.kind = .kind(noun.map(describing) ?? terms(focus), isPlural: true)
            query.wanted.isPlural = noun?.plural ?? true
            for relative in noun?.relatives ?? [] { query.joins.append(frame(relative)) }
        }
        return query
    }

    private func compileComparison(_ tree: QuestionTree) -> ArticleQuery {
        var query = tree.clause.map { frame($0) } ?? ArticleQuery(line: tree.text, form: .comparison)
        query.form = .comparison
        query.alternatives = tree.focus.flatMap { focus -> [PhraseTerms] in
            if case .coordination(let parts, _) = focus { return parts.map(terms) }
            return [terms(focus)]
        }
        return query
    }

    /// "Harbour trade total": a row of words that only reads like a statement because one of them may be a verb.
    private func keywords(_ tree: QuestionTree) -> ArticleQuery? {
        guard tree.mood == .yesNo, let clause = tree.clause, clause.verb.tense == .present, !clause.verb.negated, clause.verb.modal.isEmpty,
            clause.verb.voice == .active, clause.subject?.span.start == 0, !line.contains("?"),
            text(clause.verb.span).lowercased() == clause.verb.lemma, phrases.meanings.isNoun(clause.verb.lemma),
            phrases.forms.words(of: tree.text).allSatisfy({ !$0.isFunctionWord })
        else { return nil }
        var query = ArticleQuery(line: tree.text, form: .keywords)
        addSlot(text(Span(0, line.count)), head: "", .circumstance, to: &query)
        return query
    }

    private func compileKeywords(_ tree: QuestionTree) -> ArticleQuery {
        var query = ArticleQuery(line: tree.text, form: .keywords)
        query.time = times.read(tree.text)
        if query.time == nil, !tree.adjuncts.contains(where: { if case .time = $0 { true } else { false } }) {
            addSlot(text(Span(0, line.count)), head: "", .circumstance, to: &query)
            return query
        }
        for adjunct in tree.adjuncts { add(adjunct, to: &query) }
        for focus in tree.focus
        where query.time == nil
            || times.read(text(focus.span)) == nil
        { addSlot(text(focus.span), head: focus.noun?.head ?? "", .circumstance, to: &query) }
        return query
    }

    // MARK: Text

    /// "U.S." keeps its last point.
    private func isAbbreviation(_ end: Int) -> Bool { end >= 4 && line[end - 1] == "." && line[end - 3] == "." }

    func terms(_ phrase: Phrase) -> PhraseTerms {
        if case .quotation(let words, _) = phrase { return phrases.terms(of: words) }
        return phrases.terms(of: text(phrase.span), head: phrase.noun?.head ?? "")
    }

    func text(_ span: Span) -> String {
        var end = min(span.end, line.count)
        let start = min(span.start, end)
        while end > start, ["?", "!", ".", ","].contains(line[end - 1]), !isAbbreviation(end) { end -= 1 }
        return String(String.UnicodeScalarView(line[start..<end]))
    }
}
