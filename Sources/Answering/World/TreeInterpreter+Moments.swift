import Facts
import Questions

/// When something is so, told by another clause ("before Ada resigned", "on the day they were admitted") or by another thing ("in the same
/// year as the Aurora"), and the time from one moment to another.
extension TreeInterpreter {
    /// How the time of a clause stands to another time.
    struct Moment {
        enum Unit { case exact, year, month }

        var sign: Comparison
        var unit: Unit
        /// The other clause; nil where it is this one said of `other`.
        var clause: Clause?
        var other: Phrase?
        var span: Span
    }

    private static let conjunctions: [String: Comparison] = [
        "before": .less, "until": .less, "after": .greater, "since": .greater, "when": .equal, "while": .equal, "as": .equal,
    ]

    /// The moment that an adjunct speaks of, if it does so with a clause or another thing.
    func moment(_ adjunct: Adjunct) -> Moment? {
        switch adjunct {
        case .clause(let conjunction, let clause, let span):
            return Self.conjunctions[conjunction].map { Moment(sign: $0, unit: .exact, clause: clause, span: span) }
        case .prepositional(let phrase):
            guard case .noun(let np) = phrase.object, np.wh == nil, let unit = Self.unit(np.head), vocabulary.types(np.head).isEmpty else {
                return nil
            }
            if let than = np.adjectives.first(where: { $0.lemma == "same" })?.than {
                return Moment(sign: .equal, unit: unit, other: than, span: phrase.span)
            }
            guard let relative = np.relatives.first, let index = relative.adjuncts.firstIndex(where: { $0.hasGap }) else { return nil }
            var clause = relative
            clause.adjuncts.remove(at: index)
            let sign: Comparison = phrase.preposition == "before" ? .less : phrase.preposition == "after" ? .greater : .equal
            return Moment(sign: sign, unit: unit, clause: clause, span: phrase.span)
        default: return nil
        }
    }

    private static func unit(_ noun: String) -> Moment.Unit? {
        switch noun {
        case "day", "date", "time", "moment": .exact
        case "year": .year
        case "month": .month
        default: nil
        }
    }

    /// That the time `mine` of a clause stands to the moment as it says.
    func holds(_ moment: Moment, at mine: Variable, of clause: Clause, _ subject: Noun) throws(Misfit) -> Formula {
        var parts: [Formula] = []
        var other = clause
        if let phrase = moment.other {
            other.subject = phrase
            other.verb.negated = false
            other.adjuncts.removeAll { span(of: $0) == moment.span }
            let rival = try noun(phrase)
            parts.append(.comparison(.term(subject.term), .different, .term(rival.term)))
        } else if let told = moment.clause {
            other = told
        }
        let (theirs, formula) = try time(of: other)
        func measured(_ variable: Variable) -> Expression {
            switch moment.unit {
            case .exact: .variable(variable)
            case .year: .calendar(.year, .variable(variable))
            case .month: .calendar(.month, .variable(variable))
            }
        }
        return .all(parts + [formula, .comparison(measured(mine), moment.sign, measured(theirs))])
    }

    /// The clause with its time in a variable: what it answers when asked "when".
    func time(of clause: Clause) throws(Misfit) -> (time: Variable, formula: Formula) {
        let count = wanted.count
        var timed = clause
        timed.adjuncts.append(.wh(.when, clause.verb.span))
        let formula = try self.clause(timed)
        guard wanted.count == count + 1, let slot = wanted.popLast(), let time = slot.noun.variable else {
            throw Misfit(span: clause.verb.span, message: "nothing here tells when")
        }
        return (time, .all(slot.noun.conditions + [formula]))
    }

    // MARK: From one moment to another

    /// "How old was Ada when she resigned?": the years from her birth.
    func age(_ adjective: AdjectivePhrase, _ clause: Clause, _ subject: Noun) throws(Misfit) -> Formula? {
        guard adjective.degree == .how, let then = clause.adjuncts.lazy.compactMap({ self.moment($0) }).first(where: { $0.clause != nil }),
            let told = then.clause
        else { return nil }
        let births = vocabulary.scales(adjective.lemma).filter {
            vocabulary.kind($0.use.relation, $0.use.value)?.shape.contains(.date) == true
                && vocabulary.kind($0.use.relation, $0.use.owner)?.meets(subject.kind) == true
        }
        let birth = try choices.choose(births.map { ($0.use, $0.use.cost) }, else: noMeasure(adjective))
        let (time, formula) = try self.time(of: told)
        let begun = fresh("b")
        var asked = Noun(term: .variable(time), kind: .number, span: adjective.span)
        asked.conditions = [atom(birth, owner: subject.term, value: .variable(begun)), formula]
        wanted.append(AnswerSlot(noun: asked, wh: .howMuch, expression: .apart(.years, .variable(begun), .variable(time))))
        return .always
    }

    static let lasting: Set<String> = ["last", "take", "live", "run", "go", "continue", "stay", "serve"]

    /// "How long did the siege last?": from where it began to where it ended.
    func extent(of subject: Noun, _ span: Span) throws(Misfit) -> Formula {
        let (conditions, gap) = try duration(of: subject, span)
        let asked = Noun(term: .variable(fresh("d")), kind: .number, conditions: conditions, span: span)
        wanted.append(AnswerSlot(noun: asked, wh: .howMuch, expression: gap))
        return .always
    }

    /// "Which siege lasted the longest?"
    func longest(_ clause: Clause, _ subject: Noun) throws(Misfit) -> Formula? {
        guard Self.lasting.contains(clause.verb.lemma), clause.adjuncts.isEmpty, clause.objects.count == 1,
            case .noun(let np) = clause.objects[0], np.head.isEmpty, let adjective = np.adjectives.last, adjective.degree == .superlative,
            adjective.lemma == "long" || adjective.lemma == "short"
        else { return nil }
        var among = try withConditions(subject)
        let (conditions, gap) = try duration(of: subject, clause.verb.span)
        among.conditions += conditions
        rank(&among, by: gap, descending: adjective.lemma == "long", 1...1)
        return .all(among.conditions)
    }

    /// What binds begin and end of a thing, and the time between.
    private func duration(of subject: Noun, _ span: Span) throws(Misfit) -> (conditions: [Formula], gap: Expression) {
        func dates(_ event: String) -> [(value: AttributeUse, cost: Int)] {
            let names = vocabulary.measures?.entries(event, .event).flatMap(\.attributes).map(\.name) ?? []
            return names.flatMap { vocabulary.attributes[$0] ?? [] }.filter { use in
                use.owner == .agent && vocabulary.kind(use.relation, use.owner)?.meets(subject.kind) == true
                    && (vocabulary.kind(use.relation, use.value)?.shape.contains(.date) == true
                        || world.relation(use.relation)?.hasTimes == true)
            }.map { ($0, $0.cost) }
        }
        let misfit = Misfit(span: span, message: "nothing here tells how long")
        let first = try choices.choose(dates("begin"), else: misfit), last = try choices.choose(dates("end"), else: misfit)
        let begun = fresh("b"), ended = fresh("e")
        let areYears = [first, last].allSatisfy { vocabulary.kind($0.relation, $0.value)?.shape.contains(.number) == true }
        let conditions = [dated(first, subject.term, begun), dated(last, subject.term, ended)]
        return (conditions, .apart(areYears ? .years : .distance, .variable(begun), .variable(ended)))
    }

    /// A date that is the attribute's value or its row's time.
    private func dated(_ use: AttributeUse, _ owner: Term, _ time: Variable) -> Formula {
        vocabulary.kind(use.relation, use.value)?.shape.contains(.date) == true
            ? atom(use, owner: owner, value: .variable(time)) : atom(use.relation, [(use.owner, owner)], time: .variable(time))
    }
}

extension Adjunct {
    /// "in which" of a relative clause, or what stands for it after "the day …".
    fileprivate var hasGap: Bool {
        if case .prepositional(let phrase) = self, case .gap = phrase.object { true } else { false }
    }
}
