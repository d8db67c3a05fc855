import Facts
import Questions

/// Clauses: subject, predicate, and the copula in its uses.
extension TreeInterpreter {
    /// What the clause says, closed but for what is asked, the gap and floating "each" phrases.
    func clause(_ clause: Clause) throws(Misfit) -> Formula {
        let clause = try rearranged(clause.normalised)
        guard let phrase = clause.subject else {
            throw Misfit(span: clause.verb.span, message: "this verb has no subject")
        }
        let subject = try noun(phrase)
        antecedents.append(subject)
        defer { antecedents.removeLast() }
        var said = try predicate(clause, subject)
        for coordinate in clause.coordinates {
            let other = try predicate(coordinate.clause, subject)
            said = coordinate.all ? .all([said, other]) : .or([said, other])
        }
        return close(subject, said)
    }

    /// Puts the subject's conditions and quantifier around what is said of it.
    func close(_ subject: Noun, _ said: Formula) -> Formula {
        floated += subject.floated
        if isRanking(said) { return said }
        if let variable = subject.variable, subject.members.isEmpty, subject.quantifier == .each || subject.quantifier == .every {
            floated.insert(Floated(variable: variable, conditions: subject.conditions, isEach: subject.quantifier == .each), at: 0)
            return said
        }
        if subject.members.isEmpty { return wrap(subject) { _ in said } }
        return said
    }

    private func predicate(_ clause: Clause, _ subject: Noun) throws(Misfit) -> Formula {
        guard subject.members.isEmpty else {
            let parts = try subject.members.map { member throws(Misfit) in close(member, try predicate(clause, member)) }
            return subject.all ? .all(parts) : .or(parts)
        }
        let mark = shared.count
        var said: Formula
        switch clause.verb.lemma {
        case "be" where clause.verb.voice == .active: said = try copula(clause, subject)
        case "exist" where clause.objects.isEmpty: said = try existence(clause, subject)
        case "have" where clause.verb.voice == .active && clause.objects.count == 1: said = try possession(clause, subject)
        default: said = try verbal(clause, subject)
        }
        said = try sharing(said, subject, since: mark)
        return clause.verb.negated ? .not(said) : said
    }

    // MARK: Be

    private func copula(_ clause: Clause, _ subject: Noun) throws(Misfit) -> Formula {
        if case .adjective(let adjective)? = clause.complement {
            if let said = try differing(adjective, clause, subject) { return said }
            if let said = try age(adjective, clause, subject) { return said }
        }
        var parts: [Formula] = []
        var subject = subject
        switch clause.complement {
        case .phrase(let phrase):
            parts.append(try nominal(phrase, subject))
            // "What are the rivers … in Asia?": what follows is about the rivers.
            if subject.isBareWh, let index = wanted.lastIndex(where: { $0.noun.term == subject.term || $0.noun.span != subject.span }) {
                subject = wanted[index].noun
            }
        case .adjective(let adjective): parts.append(try adjectival(adjective, subject, clause))
        case .prepositional(let phrase): parts.append(try prepositional(phrase, subject))
        case .infinitive(let clause), .clause(let clause): throw Misfit(span: clause.verb.span, message: "tables don't hold clauses")
        case nil: break
        }
        for adjunct in clause.adjuncts { parts.append(try adjunctOfBeing(adjunct, subject, hasComplement: clause.complement != nil)) }
        guard !parts.isEmpty else { throw Misfit(span: clause.verb.span, message: "what is it?") }
        return Formula.all(parts)
    }

    /// "How much larger is Sarnia than Ovria?"
    private func differing(_ adjective: AdjectivePhrase, _ clause: Clause, _ subject: Noun) throws(Misfit) -> Formula? {
        guard adjective.degree == .comparative, clause.adjuncts.contains(where: \.asksByHowMuch) else { return nil }
        let phrases = clause.adjuncts.compactMap { adjunct -> Phrase? in
            if case .prepositional(let phrase) = adjunct, phrase.preposition == "than" { phrase.object } else { nil }
        }
        guard let phrase = adjective.than ?? phrases.first else { throw Misfit(span: adjective.span, message: "than what?") }
        let other = try noun(phrase)
        let scales = vocabulary.scales(adjective.lemma).filter {
            vocabulary.kind($0.use.relation, $0.use.owner)?.meets(subject.kind) == true
        }
        let use = try choices.choose(scales.map { ($0.use, $0.use.cost) }, else: noMeasure(adjective))
        let mine = fresh(use.relation), theirs = fresh(use.relation)
        let conditions =
            other.conditions + [
                atom(use, owner: subject.term, value: .variable(mine)), atom(use, owner: other.term, value: .variable(theirs)),
            ]
        let asked = Noun(term: .variable(mine), kind: .number, conditions: conditions, span: adjective.span)
        wanted.append(AnswerSlot(noun: asked, wh: .howMuch, expression: .apart(.distance, .variable(mine), .variable(theirs))))
        return .always
    }

    func adjunctOfBeing(_ adjunct: Adjunct, _ subject: Noun, hasComplement: Bool) throws(Misfit) -> Formula {
        switch adjunct {
        case .prepositional(let phrase): return try prepositional(phrase, subject)
        case .wh(.where_, let span): return try whereabouts(subject, span)
        case .wh(.when, let span): return try date(subject, span)
        case .time(let text, let span):
            guard let range = TimeReading.days(text, asOf: asOf) else { throw Misfit(span: span, message: "what time is “\(text)”?") }
            var noun = Noun(term: subject.term, kind: subject.kind, use: subject.use, span: span)
            try restrict(&noun, to: range, span)
            return .all(noun.conditions)
        case .adverb(let word, _) where !vocabulary.scales(word).isEmpty:
            // "between 3000 and 4000 m high": the unit has told what is measured.
            return .always
        case .adverb(let word, let span)
        where !hasComplement || ["together", "altogether", "there", "also", "now", "currently", "still", "ever"].contains(word):
            _ = span
            return .always
        default: throw Misfit(span: span(of: adjunct), message: "this doesn't fit after “is”")
        }
    }

    /// "is the capital of Sarnia", "is a river", "is London", "is 840 million", "is the largest".
    private func nominal(_ phrase: Phrase, _ subject: Noun) throws(Misfit) -> Formula {
        if case .noun(let np) = phrase, np.head.isEmpty, np.wh == nil, np.pronoun == nil, let adjective = np.adjectives.last,
            np.quantity == nil || adjective.degree != .plain
        {
            return try headless(adjective, np, subject)
        }
        let complement = try noun(phrase)
        if !complement.members.isEmpty {
            // "neither a doctor nor a nurse"
            let denied = complement.members.allSatisfy { $0.quantifier == .no }
            let parts = try complement.members.map { member throws(Misfit) -> Formula in
                guard denied else { return try identity(member, subject) }
                return .not(.all(member.conditions + [.comparison(.term(member.term), .equal, .term(subject.term))]))
            }
            if denied { return .all(parts) }
            return complement.all && !subject.isBareWh ? .all(parts) : .or(parts)
        }
        return try identity(complement, subject)
    }

    private func headless(_ adjective: AdjectivePhrase, _ np: NounPhrase, _ subject: Noun) throws(Misfit) -> Formula {
        var among = try withConditions(subject)
        if subject.isBareWh, among.conditions.isEmpty, np.prepositions.isEmpty, np.relatives.isEmpty, let answers = earlierAnswers(np.span),
            let variable = answers.variable
        {
            // "Which is the oldest?" after a list: of these.
            among.conditions = answers.conditions.map { $0.substituting(.variable(variable), with: subject.term) }
            among.kind = answers.kind
        }
        for phrase in np.prepositions { try restrict(&among, by: phrase) }
        try apply(adjective, to: &among, ranks: 1...max(1, Int(np.quantity?.value ?? 1)))
        floated += among.floated.filter { !floated.contains($0) }
        return .all(among.conditions)
    }

    /// The subject with the conditions that were set aside because it is asked for.
    func withConditions(_ subject: Noun) throws(Misfit) -> Noun {
        guard case .wh = subject.quantifier, let asked = wanted.last(where: { $0.noun.term == subject.term }) else { return subject }
        var noun = subject
        noun.conditions = asked.noun.conditions
        return noun
    }

    private func identity(_ complement: Noun, _ subject: Noun) throws(Misfit) -> Formula {
        // "What is the capital of Sarnia?": the complement is what is asked for.
        if subject.isBareWh, case .wh = subject.quantifier, let index = wanted.lastIndex(where: { $0.noun.term == subject.term }),
            pendingAlternatives == nil,
            complement.variable != nil, !isWanted(complement)
        {
            guard subject.kind.meets(complement.kind) else {
                throw Misfit(span: complement.span, message: "this is no answer to “who”")
            }
            var asked = complement
            asked.quantifier = .some
            wanted[index].noun = asked
            if case .count = complement.quantifier { throw Misfit(span: complement.span, message: "a number of things is no answer") }
            return .always
        }
        if complement.isBareWh, case .wh = complement.quantifier, let index = wanted.lastIndex(where: { $0.noun.term == complement.term }),
            subject.variable != nil
        {
            wanted[index].noun = subject
            floated += subject.floated
            return .always
        }
        if case .wh = subject.quantifier, !subject.kind.meets(complement.kind), complement.members.isEmpty,
            let index = wanted.lastIndex(where: { $0.noun.term == subject.term }), let owner = wanted[index].noun.owner,
            owner.kind.meets(complement.kind)
        {
            // "What nationality is Ada?": hers.
            try own(&wanted[index].noun, complement)
            return .always
        }
        guard subject.kind.meets(complement.kind) else {
            throw Misfit(span: complement.span, message: "these are different kinds of thing")
        }
        floated += complement.floated
        if let owner = complement.owner, complement.use != nil, complement.isDefinite == false, owner.kind.meets(subject.kind),
            !complement.kind.isNumeric
        {
            // "is Ada a captain": of something.
            return wrap(complement) { .comparison(.term(subject.term), .equal, .term($0)) }
        }
        if let variable = complement.variable, let own = subject.variable, complement.quantifier == .some, complement.aggregate.isEmpty {
            return .all(complement.conditions.map { $0.renaming(variable, to: own) })
        }
        if !complement.aggregate.isEmpty || !subject.aggregate.isEmpty {
            throw Misfit(span: complement.span, message: "an aggregate can't be compared in this way")
        }
        return wrap(complement) { .comparison(.term(subject.term), .equal, .term($0)) }
    }

    func isWanted(_ noun: Noun) -> Bool {
        if case .wh = noun.quantifier { return wanted.contains { $0.noun.term == noun.term } }
        return false
    }

    /// "is European", "is larger than India", "how large is".
    private func adjectival(_ adjective: AdjectivePhrase, _ subject: Noun, _ clause: Clause) throws(Misfit) -> Formula {
        switch adjective.degree {
        case .how:
            var options: [(value: AttributeUse, cost: Int)] = []
            for scale in vocabulary.scales(adjective.lemma)
            where vocabulary.kind(scale.use.relation, scale.use.owner)?.meets(subject.kind) == true {
                options.append((scale.use, scale.use.cost))
            }
            let use = try choices.choose(options, else: noMeasure(adjective))
            let value = fresh(use.relation)
            let condition = atom(use, owner: subject.term, value: .variable(value))
            var asked = Noun(
                term: .variable(value), kind: vocabulary.kind(use.relation, use.value) ?? .number, conditions: [condition], use: use,
                span: adjective.span)
            if subject.isPlural, let owner = subject.variable { asked.grouping = Floated(variable: owner, conditions: [], isEach: true) }
            want(asked, .what)
            return .always
        case .superlative, .ordinal:
            var among = try withConditions(subject)
            try apply(adjective, to: &among)
            return .all(among.conditions)
        case .comparative where adjective.than == nil && pendingAlternatives != nil:
            // "Which is larger, A or B?"
            var among = try withConditions(subject)
            try rank(&among, adjective, 1...1)
            return .all(among.conditions)
        case .plain, .comparative, .equal: return try condition(adjective, subject)
        }
    }

    private func prepositional(_ phrase: PrepositionalPhrase, _ subject: Noun) throws(Misfit) -> Formula {
        if let range = days(of: phrase) {
            var noun = Noun(term: subject.term, kind: subject.kind, use: subject.use, span: phrase.span)
            try restrict(&noun, to: range, phrase.span)
            return .all(noun.conditions)
        }
        var other = try noun(phrase.object)
        if phrase.preposition == "per" { other.quantifier = .each }
        if phrase.preposition == "without" {
            let link = try self.link(subject, "with", other, phrase.span)
            return .not(wrap(other) { link.core(subject.term, $0) })
        }
        if let holder = askedHolder(of: subject), !holder.kind.isNumeric, !subject.kind.meets(other.kind) || subject.kind.isNumeric {
            // "How many beds are there in the Old Wing?": in those that have beds.
            let link = try self.link(holder, phrase.preposition, other, phrase.span)
            floated += other.floated
            if other.quantifier == .each || other.quantifier == .every, let variable = other.variable {
                floated.append(Floated(variable: variable, conditions: other.conditions, isEach: other.quantifier == .each))
                return link.core(holder.term, other.term)
            }
            return wrap(other) { link.core(holder.term, $0) }
        }
        if let variable = other.variable, let owner = other.owner, owner.kind.meets(subject.kind),
            other.quantifier == .each || phrase.preposition == "per"
        {
            // "for each genre", "per genre": the genre is the subject's own.
            floated.append(Floated(variable: variable, conditions: domain(of: other), isEach: true))
            return .all(owned(other, by: subject.term))
        }
        let link = try self.link(subject, phrase.preposition, other, phrase.span)
        floated += other.floated
        if other.quantifier == .each || other.quantifier == .every, let variable = other.variable {
            floated.append(Floated(variable: variable, conditions: other.conditions, isEach: other.quantifier == .each))
            return link.core(subject.term, other.term)
        }
        let formula = wrap(other) { link.core(subject.term, $0) }
        return phrase.negated ? .not(formula) : formula
    }

    /// That an attribute's value is one that something has.
    func domain(of noun: Noun) -> [Formula] { noun.use.map { [atom($0, owner: .anything, value: noun.term)] } ?? [] }

    /// What has the number that is asked for, where that is still open.
    private func askedHolder(of subject: Noun) -> Noun? {
        guard subject.kind.isNumeric, case .wh = subject.quantifier,
            let owner = wanted.last(where: { $0.noun.term == subject.term })?.noun.owner
        else { return nil }
        return Noun(term: .variable(owner.variable), kind: owner.kind, span: subject.span)
    }

    func span(of adjunct: Adjunct) -> Span? {
        switch adjunct {
        case .prepositional(let phrase): phrase.span
        case .time(_, let span), .wh(_, let span), .clause(_, _, let span), .adverb(_, let span): span
        case .infinitive(let clause): clause.verb.span
        }
    }
}

extension Adjunct {
    /// "how much", "by how many metres".
    fileprivate var asksByHowMuch: Bool {
        switch self {
        case .wh(.howMuch, _): true
        case .prepositional(let phrase):
            if phrase.preposition == "by", case .noun(let np) = phrase.object { np.wh == .howMany || np.wh == .howMuch } else { false }
        default: false
        }
    }
}
