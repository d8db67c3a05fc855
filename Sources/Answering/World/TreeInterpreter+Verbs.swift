import Facts
import Questions

/// Verbs other than "be" and "have": which relation they speak of and which phrase fills which of its roles.
extension TreeInterpreter {
    func verbal(_ clause: Clause, _ subject: Noun, has possessed: Noun? = nil) throws(Misfit) -> Formula {
        let verb = clause.verb
        if clause.complement != nil { throw Misfit(span: verb.span, message: "tables don't say what things are called") }
        if possessed == nil, let said = try longest(clause, subject) { return said }
        if clause.objects.isEmpty, let said = try comparativeAdverb(clause, subject) { return said }
        var objects: [Noun] = possessed.map { [$0] } ?? []
        if possessed == nil { for phrase in clause.objects { objects.append(try noun(phrase)) } }
        let obliques = try self.obliques(clause)
        if let comparison = try compared(verb, subject, objects.first) { return comparison }
        if let said = try inhabited(verb, subject, obliques) { return said }
        if objects.isEmpty, obliques.phrases.isEmpty, case .howLong? = obliques.asked.first?.adverb,
            Self.lasting.contains(verb.lemma)
        {
            if let said = try? extent(of: subject, verb.span) { return said }
        }
        var options = fits(verb, subject, objects, obliques).map { (value: VerbReading.frame($0), cost: $0.cost) }
        if let object = objects.first, objects.count == 1, let owner = object.owner, owner.kind.meets(subject.kind), verb.voice == .active {
            options.append((.light, lightCost(verb.lemma, object)))
        }
        if let object = objects.first, objects.count == 1, verb.voice == .active {
            let says = ["have", "contain", "include", "own", "use", "house", "host", "accommodate", "feature"].contains(verb.lemma)
            if options.isEmpty && says || possessed != nil { options += anyRelation(object, subject, 1).map { (.link($0), $0.cost) } }
        }
        if options.isEmpty, objects.isEmpty,
            verb.voice == .passive || ["play", "take", "lie", "sit", "stand", "go", "come", "occur", "happen", "be"].contains(verb.lemma)
        {
            options.append((.alone, 5))
        }
        if let word = superlativeAdverb(obliques) { return try farthest(word, clause, subject) }
        let choice = try choices.choose(
            options,
            else: Misfit(
                span: verb.span, message: "nothing here is about “\(verb.lemma)” of these things",
                isUnknown: true))
        switch choice {
        case .frame(let fit): return try atom(fit, clause, subject, obliques)
        case .light:
            return try having(subject, objects[0], clause.adjuncts.filter { if case .wh = $0 { false } else { true } })
        case .link(let link):
            try refuseTimes(obliques)
            let said = try combine(objects[0], subject) { link.core($0, subject.term) }
            return try adding(obliques, Array(obliques.phrases.indices), to: said, subject, objects[0], nil)
        case .alone:
            try refuseTimes(obliques)
            if objects.isEmpty, !Self.empty.contains(verb.lemma) { substitutions.append("the tables don't speak of “\(verb.lemma)”") }
            return try adding(obliques, Array(obliques.phrases.indices), to: .always, subject, nil, nil)
        }
    }

    /// Verbs that say no more than "be" does.
    private static let empty: Set<String> = [
        "be", "lie", "locate", "situate", "stand", "sit", "find", "base", "place", "occur", "happen", "take", "go", "come", "belong",
    ]

    /// Without a relation of its own the verb has no time.
    private func refuseTimes(_ obliques: Obliques) throws(Misfit) {
        if let moment = obliques.moments.first { throw Misfit(span: moment.span, message: "nothing here tells when") }
    }

    /// "first climbed" says "first" itself.
    private func saysOrder(_ relation: String) -> Bool {
        WordForms.words(relation).first.map { WorldVocabulary.leadingAdverbs.contains($0) } ?? false
    }

    private func lightCost(_ verb: String, _ object: Noun) -> Int {
        guard let use = object.use else { return 3 }
        let words = WordForms.words(use.relation).flatMap(vocabulary.forms.lemmas)
        return words.contains(verb)
            ? 0 : ["have", "get", "hold", "earn", "score", "win", "make", "receive", "carry", "own", "show"].contains(verb) ? 1 : 4
    }

    /// "How many people live in Sarnia?": the population of Sarnia.
    private func inhabited(_ verb: Clause.Verb, _ subject: Noun, _ obliques: Obliques) throws(Misfit) -> Formula? {
        guard ["live", "reside", "dwell", "fit", "sit"].contains(verb.lemma), case .wh = subject.quantifier, subject.kind.isNumeric,
            let index = wanted.lastIndex(where: { $0.noun.term == subject.term }), let owner = wanted[index].noun.owner,
            let place = obliques.phrases.first?.noun, obliques.phrases.count == 1, owner.kind.meets(place.kind)
        else { return nil }
        try own(&wanted[index].noun, place)
        return .always
    }

    // MARK: Comparing verbs

    /// "exceeds 1 million", "exceeds the population of India": of a number.
    private func compared(_ verb: Clause.Verb, _ subject: Noun, _ object: Noun?) throws(Misfit) -> Formula? {
        guard let entry = vocabulary.measures?.entries(verb.lemma, .verb).first(where: { $0.sense == .greater || $0.sense == .smaller }),
            let object, subject.kind.isNumeric
        else { return nil }
        let other = try value(of: object, like: subject)
        guard other.kind.shape.contains(.number) else { return nil }
        return wrap(other) { .comparison(.term(subject.term), entry.sense == .greater ? .greater : .less, .term($0)) }
    }

    // MARK: Fitting frames

    private func obliques(_ clause: Clause) throws(Misfit) -> Obliques {
        var result = Obliques()
        for adjunct in clause.adjuncts {
            if let moment = moment(adjunct) {
                result.moments.append(moment)
                continue
            }
            switch adjunct {
            case .prepositional(let phrase):
                if phrase.preposition == "than" {
                    than = try noun(phrase.object)
                } else if asksWhen(phrase) {
                    result.asked.append((.when, phrase.span))
                } else if asksHowLong(phrase) {
                    result.asked.append((.howLong, phrase.span))
                } else if let range = days(of: phrase) {
                    result.times.append((range, phrase.span))
                } else {
                    result.phrases.append((phrase, try noun(phrase.object)))
                }
            case .time(let text, let span):
                guard let range = TimeReading.days(text, asOf: asOf) else {
                    throw Misfit(span: span, message: "what time is “\(text)”?")
                }
                result.times.append((range, span))
            case .wh(let adverb, let span): result.asked.append((adverb, span))
            case .adverb("first", _), .adverb("earliest", _): result.isLatest = false
            case .adverb("last", _), .adverb("latest", _), .adverb("recently", _), .adverb("most recently", _): result.isLatest = true
            case .adverb(let word, let span): result.adverbs.append((word, span))
            default: throw Misfit(span: span(of: adjunct), message: "tables don't say this")
            }
        }
        return result
    }

    /// "In which year": when.
    private func asksWhen(_ phrase: PrepositionalPhrase) -> Bool {
        guard case .noun(let np) = phrase.object, np.wh == .which || np.wh == .what else { return false }
        return ["year", "month", "day", "date", "decade", "time"].contains(np.head)
    }

    /// "For how many years": how long.
    private func asksHowLong(_ phrase: PrepositionalPhrase) -> Bool {
        guard phrase.preposition == "for", case .noun(let np) = phrase.object, np.wh == .howMany else { return false }
        return ["year", "month", "week", "day"].contains(np.head) && vocabulary.attributes(np.head).isEmpty
    }

    private func fits(_ verb: Clause.Verb, _ subject: Noun, _ objects: [Noun], _ obliques: Obliques) -> [VerbFit] {
        let prepositions = obliques.phrases.map(\.phrase.preposition)
        var frames = vocabulary.frames(verb: verb.lemma, particle: verb.particle, prepositions: prepositions)
        for entry in vocabulary.measures?.entries(verb.lemma, .verb) ?? [] where entry.sense == .itself {
            for use in entry.attributes.flatMap({ vocabulary.attributes[$0.name] ?? [] }) where use.owner == .agent {
                frames.append(Frame(relation: use.relation, subject: .agent, object: use.value, cost: 2))
            }
        }
        return frames.compactMap { fit($0, verb, subject, objects, obliques) }
    }

    private func fit(_ frame: Frame, _ verb: Clause.Verb, _ subject: Noun, _ objects: [Noun], _ obliques: Obliques) -> VerbFit? {
        guard objects.count <= 2 else { return nil }
        let isPassive = verb.voice == .passive
        var fit = VerbFit(frame: frame)
        // "was paid 40 million": of what somebody gets, the one who gets it.
        let isGiven = isPassive && objects.count == 1 && vocabulary.kind(frame.relation, .recipient) != nil
        fit.subjectRole = isGiven ? .recipient : isPassive ? frame.object : frame.subject
        guard let role = fit.subjectRole, vocabulary.kind(frame.relation, role)?.meets(subject.kind) == true else { return nil }
        if let object = objects.last {
            let isRecipient = objects.count == 1 && frame.object.flatMap { vocabulary.kind(frame.relation, $0)?.meets(object.kind) } != true
            fit.objectRole = isPassive && !isGiven ? nil : isRecipient && !isPassive ? .recipient : frame.object
            fit.object = object
            guard let role = fit.objectRole, vocabulary.kind(frame.relation, role)?.meets(object.kind) == true else { return nil }
        }
        if objects.count == 2 {
            // "paid the agency 40 million": the first is who gets it.
            guard vocabulary.kind(frame.relation, .recipient)?.meets(objects[0].kind) == true else { return nil }
            fit.recipient = objects[0]
        }
        for (index, (phrase, noun)) in obliques.phrases.enumerated() {
            var role = isPassive && phrase.preposition == "by" ? frame.subject : frame.prepositions[phrase.preposition]
            if role == nil, ["in", "at", "on"].contains(phrase.preposition) {
                role = ["in", "at", "on"].compactMap { frame.prepositions[$0] }.first
                if role != nil { fit.strained += 1 }
            }
            if ["before", "after"].contains(phrase.preposition), let role = fit.subjectRole,
                vocabulary.kind(frame.relation, role)?.meets(noun.kind) == true, isDated(frame.relation, role)
            {
                fit.earlier.append(index)
            } else if let role, vocabulary.kind(frame.relation, role)?.meets(noun.kind) == true, !fit.phraseRoles.values.contains(role) {
                fit.phraseRoles[index] = role
                if !stands(noun, in: frame.relation, role) { fit.strained += 1 }
            } else if let role, !fit.phraseRoles.values.contains(role), let bridge = bridge(frame.relation, role, phrase.preposition, noun) {
                fit.phraseRoles[index] = role
                fit.bridges[index] = bridge
            } else if takesObject(frame, fit, objects, isPassive, noun), let role = frame.object {
                // "specialises in oncology" of a specialty.
                fit.phraseRoles[index] = role
                fit.strained += 1
            } else {
                fit.left.append(index)
            }
        }
        return fit
    }

    private func atom(_ fit: VerbFit, _ clause: Clause, _ subject: Noun, _ obliques: Obliques) throws(Misfit) -> Formula {
        let relation = fit.frame.relation
        if let synonym = fit.frame.synonym { substitutions.append("“\(clause.verb.lemma)” taken as “\(synonym)”") }
        var places: [(Role, Term)] = [(fit.subjectRole ?? .agent, subject.term)]
        var nouns: [Noun] = []
        if var object = fit.object, let role = fit.objectRole {
            if object.use == nil, object.types.isEmpty, object.variable != nil, let kind = vocabulary.kind(relation, role), kind.isNumeric {
                // "earns the most", "how much does it cost": the amount itself.
                object.use = AttributeUse(relation: relation, owner: fit.subjectRole ?? .agent, value: role, cost: 0)
                object.kind = kind
                if let index = wanted.lastIndex(where: { $0.noun.term == object.term }) {
                    wanted[index].noun.use = object.use
                    wanted[index].noun.kind = kind
                }
            }
            places.append((role, object.term))
            nouns.append(object)
        }
        if let recipient = fit.recipient {
            places.append((.recipient, recipient.term))
            nouns.append(recipient)
        }
        var extra: [Formula] = []
        for index in obliques.phrases.indices {
            guard let role = fit.phraseRoles[index] else { continue }
            let noun = obliques.phrases[index].noun
            nouns.append(noun)
            guard let bridge = fit.bridges[index] else {
                places.append((role, noun.term))
                continue
            }
            let place = Term.variable(fresh("p"))
            places.append((role, place))
            extra.append(bridge.core(place, noun.term))
        }
        var time: Atom.Time?
        try addTimes(relation, obliques, &places, &time, &extra, subject, fit.object)
        var order: (key: Variable, latest: Bool)?
        if let latest = obliques.isLatest, !saysOrder(relation) {
            order = (try ownTime(relation, &places, &time, &extra, subject, clause.verb.span), latest)
        }
        // "released before Night Ferry": before that was.
        let rivals = fit.earlier.map { index in
            let phrase = obliques.phrases[index].phrase
            return Moment(sign: phrase.preposition == "before" ? .less : .greater, unit: .exact, other: phrase.object, span: phrase.span)
        }
        for moment in obliques.moments + rivals {
            let mine = try ownTime(relation, &places, &time, &extra, subject, clause.verb.span)
            extra.append(try holds(moment, at: mine, of: clause, subject))
        }
        try addAsked(fit, obliques, &places, &time, &extra, subject)
        setDomain(of: subject, clause, nouns, relation, fit)
        let slots = places.map { ($0.0, $0.1) }
        let final = time
        var said = Formula.all([atom(relation, slots, time: final)] + extra)
        for noun in nouns.reversed() {
            let core = said
            said = try combine(noun, subject) { term in
                // A list takes the place of its first member.
                if case .variable = noun.term { return core }
                return noun.members.isEmpty ? core : self.atom(relation, slots.map { $0.1 == noun.term ? ($0.0, term) : $0 }, time: final)
            }
        }
        if let order {
            var among = try withConditions(subject)
            among.conditions.append(said)
            rank(&among, by: .variable(order.key), descending: order.latest, 1...1)
            said = .all(among.conditions)
        }
        return try adding(Obliques(phrases: obliques.phrases), fit.left, to: said, subject, fit.object, fit)
    }

    /// The time of what the verb says in a variable: a date among its roles, the row's time, or a date of the subject.
    private func ownTime(
        _ relation: String, _ places: inout [(Role, Term)], _ time: inout Atom.Time?, _ extra: inout [Formula], _ subject: Noun, _ span: Span
    ) throws(Misfit) -> Variable {
        if case .variable(let known)? = time { return known }
        let variable = fresh("t")
        if let role = dateRole(relation, places) {
            places.append((role, .variable(variable)))
        } else if world.relation(relation)?.hasTimes == true, time == nil {
            time = .variable(variable)
        } else {
            let dating = try choices.choose(dates(of: subject), else: Misfit(span: span, message: "nothing here tells when"))
            extra.append(dating(subject.term, variable))
        }
        return variable
    }

    private func isDated(_ relation: String, _ subject: Role) -> Bool {
        dateRole(relation, [(subject, .anything)]) != nil || world.relation(relation)?.hasTimes == true
    }

    /// Whether a phrase can stand for the object that the verb lacks.
    private func takesObject(_ frame: Frame, _ fit: VerbFit, _ objects: [Noun], _ isPassive: Bool, _ noun: Noun) -> Bool {
        guard let role = frame.object, objects.isEmpty, !isPassive, !fit.phraseRoles.values.contains(role),
            let kind = vocabulary.kind(frame.relation, role), kind.shape == .thing
        else { return false }
        return kind.meets(noun.kind)
    }

    /// "Who directed more than one film?" asks of those who directed any: a wh-word alone has no other domain.
    private func setDomain(of subject: Noun, _ clause: Clause, _ nouns: [Noun], _ relation: String, _ fit: VerbFit) {
        guard subject.isBareWh, let index = wanted.lastIndex(where: { $0.noun.term == subject.term }), let role = fit.subjectRole else {
            return
        }
        let isPlain = nouns.allSatisfy { noun in
            switch noun.quantifier {
            case .some, .wh, .extremeCount, .moreThan, .asMany: noun.members.isEmpty
            default: false
            }
        }
        if !isPlain || clause.verb.negated { wanted[index].noun.conditions.append(atom(relation, [(role, subject.term)])) }
    }

    /// Phrases that the verb doesn't take restrict the object or the subject; times that the relation doesn't hold date one of them.
    func adding(_ obliques: Obliques, _ left: [Int], to said: Formula, _ subject: Noun, _ object: Noun?, _ fit: VerbFit?) throws(Misfit)
        -> Formula
    {
        var parts = [said]
        for index in left {
            let (phrase, noun) = obliques.phrases[index]
            var options: [(value: Formula, cost: Int)] = []
            for (anchor, cost) in [(subject, 0), (object, 1)] {
                guard let anchor, anchor.members.isEmpty else { continue }
                for link in links(anchor, phrase.preposition, noun) {
                    options.append((wrap(noun) { link.core(anchor.term, $0) }, link.cost + cost))
                }
            }
            let formula = try choices.choose(options, else: Misfit(span: phrase.span, message: "this phrase fits nothing in the question"))
            parts.append(phrase.negated ? .not(formula) : formula)
        }
        if fit == nil {
            for (range, span) in obliques.times { parts += try dated(subject, object, range, span) }
            for (adverb, span) in obliques.asked {
                switch adverb {
                case .when: parts.append(try date(subject, span))
                case .where_: parts.append(try whereabouts(subject, span))
                default: throw Misfit(span: span, message: "tables don't say \(adverb.rawValue)")
                }
            }
        }
        guard case .top(var top) = said else { return .all(parts) }
        // "earns the most in Finance": the most among those in Finance.
        top.among = .all([top.among] + parts.dropFirst())
        return .top(top)
    }

    func dated(_ subject: Noun, _ object: Noun?, _ range: DateRange, _ span: Span) throws(Misfit) -> [Formula] {
        var options: [(value: (Noun, Dating), cost: Int)] = []
        for (anchor, cost) in [(subject, 0), (object, 1)] {
            guard let anchor, anchor.members.isEmpty else { continue }
            options += dates(of: anchor).map { ((anchor, $0.value), $0.cost + cost) }
        }
        let (anchor, dating) = try choices.choose(options, else: Misfit(span: span, message: "nothing here is dated in this way"))
        let variable = fresh("t")
        return [dating(anchor.term, variable)] + Self.within(variable, range)
    }
}
