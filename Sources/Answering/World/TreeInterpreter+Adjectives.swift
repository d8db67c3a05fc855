import Facts
import Questions

/// Adjectives: restrictions ("European"), measures in every degree ("largest", "larger than India", "second largest"), order ("first").
extension TreeInterpreter {
    /// True where an adjective says how many ("the most cities", "more cities than Italy"), so that no other quantifier applies.
    func addAdjectives(_ adjectives: some BidirectionalCollection<AdjectivePhrase>, _ noun: inout Noun, _ np: NounPhrase) throws(Misfit)
        -> Bool
    {
        var counts = false
        for adjective in merged(Array(adjectives)).reversed() {
            if adjective.lemma == "many" || adjective.lemma == "few" {
                let more = adjective.lemma == "many"
                switch adjective.degree {
                case .superlative: noun.quantifier = .extremeCount(more: more)
                case .comparative, .equal:
                    if np.wh != nil, adjective.than == nil {
                        noun.isDifference = true
                        continue
                    }
                    noun.quantifier = adjective.degree == .equal ? .asMany : .moreThan(more: more)
                    if case .noun(let other)? = adjective.than { noun.than = other }
                default: continue
                }
                counts = true
            } else {
                try apply(adjective, to: &noun, ranks: ranks(adjective, np))
            }
        }
        return counts
    }

    /// "best paid", "second highest rated": one measure, not two.
    private func merged(_ adjectives: [AdjectivePhrase]) -> [AdjectivePhrase] {
        var result: [AdjectivePhrase] = []
        for adjective in adjectives {
            guard let last = result.last, adjective.degree == .plain, last.isGraded, last.than == nil,
                ["good", "bad", "high", "low", "well", "wide"].contains(last.lemma), !vocabulary.scales(adjective.lemma).isEmpty,
                last.span.end < adjective.span.start
            else {
                result.append(adjective)
                continue
            }
            var whole = adjective
            whole.degree = last.degree
            whole.than = last.than
            whole.span = Span(last.span.start, adjective.span.end)
            result[result.count - 1] = whole
        }
        return result
    }

    private func ranks(_ adjective: AdjectivePhrase, _ np: NounPhrase) -> ClosedRange<Int> {
        if case .ordinal(let rank) = adjective.degree { return rank...rank }
        if let number = np.quantity?.value, number >= 1, np.determiner == .definite { return 1...Int(number) }
        return 1...1
    }

    private static let empty: Set<String> = [
        "different", "various", "distinct", "own", "actual", "current", "certain", "several", "single", "individual",
    ]

    func apply(_ adjective: AdjectivePhrase, to noun: inout Noun, ranks: ClosedRange<Int> = 1...1) throws(Misfit) {
        if Self.empty.contains(adjective.lemma), adjective.degree == .plain,
            vocabulary.lexicon.meanings(adjective.lemma, .adjective).isEmpty
        {
            return
        }
        if adjective.lemma == "other" {
            guard let own = gaps.last ?? antecedents.last else { return }
            noun.conditions.append(.comparison(.term(noun.term), .different, .term(own.term)))
            return
        }
        if adjective.lemma == "same" {
            try shareValue(&noun, adjective)
            return
        }
        switch adjective.degree {
        case .superlative, .ordinal: try rank(&noun, adjective, ranks)
        case .comparative, .plain, .equal, .how:
            if let order = Self.orders[adjective.lemma], adjective.than == nil, adjective.degree == .plain {
                try rankByTime(&noun, latest: order.latest, ranks: order.rank...order.rank, adjective)
                return
            }
            if adjective.degree == .comparative, adjective.than == nil, pendingAlternatives != nil {
                // "which has the larger crew, A or B"
                try rank(&noun, adjective, 1...1)
                return
            }
            let formula = try condition(adjective, noun)
            noun.conditions.append(formula)
        }
    }

    /// "the same captain as the Aurora": of another thing, the same value.
    private func shareValue(_ noun: inout Noun, _ adjective: AdjectivePhrase) throws(Misfit) {
        guard let than = adjective.than else { throw Misfit(span: adjective.span, message: "the same as what?") }
        guard let use = noun.use, noun.owner != nil else { return try share(noun, with: than, adjective.span) }
        let other = try self.noun(than)
        guard vocabulary.kind(use.relation, use.owner)?.meets(other.kind) == true else { throw noMeasure(adjective) }
        noun.conditions.append(wrap(other) { self.atom(use, owner: $0, value: noun.term) })
        if let owner = noun.owner { noun.conditions.append(.comparison(.variable(owner.variable), .different, .term(other.term))) }
    }

    private static let orders: [String: (rank: Int, latest: Bool)] = [
        "first": (1, false), "second": (2, false), "third": (3, false), "fourth": (4, false), "fifth": (5, false), "last": (1, true),
        "latest": (1, true),
        "final": (1, true),
    ]

    /// What a plain or comparative adjective says of a noun.
    func condition(_ adjective: AdjectivePhrase, _ noun: Noun) throws(Misfit) -> Formula {
        if let measure = adjective.measure {
            let formula = try comparison(adjective, noun, measure, isMeasure: true)
            return adjective.negated ? .not(formula) : formula
        }
        if let than = adjective.than {
            let formula = try comparison(adjective, noun, than)
            return adjective.negated ? .not(formula) : formula
        }
        var options: [(value: Formula, cost: Int)] = []
        for key in [adjective.lemma, slice(adjective.span).lowercased()] {
            for meaning in vocabulary.lexicon.meanings(key, .adjective, .noun, .type) {
                switch meaning {
                case .restriction(let relation, let name): options.append((.atom(Atom(relation, noun.term, .name(name))), 0))
                case .types(let types): options.append((.or(types.map { .type(noun.term, $0) }), 0))
                default: break
                }
            }
        }
        if options.isEmpty {
            var copy = Noun(term: noun.term, kind: noun.kind, owner: noun.owner, span: adjective.span)
            try restrict(&copy, byModifier: slice(adjective.span), adjective.span)
            options.append((.all(copy.conditions), 0))
        }
        let formula = try choices.choose(
            options, else: Misfit(span: adjective.span, message: "nothing here is “\(adjective.lemma)”", isUnknown: true))
        return adjective.negated ? .not(formula) : formula
    }

    // MARK: Comparisons

    /// "larger than India", "greater than 200 million", "as large as France"; with `isMeasure`, "more than 200 metres long".
    private func comparison(_ adjective: AdjectivePhrase, _ noun: Noun, _ than: Phrase, isMeasure: Bool = false) throws(Misfit) -> Formula {
        let text = slice(adjective.span).lowercased()
        let isLess = text.hasPrefix("less ") || text.hasPrefix("not as ") || text.hasPrefix("not so ")
        let other = try self.noun(than)
        let isEqual = adjective.degree == .plain || adjective.degree == .equal
        func sign(_ more: Bool) -> Comparison {
            isEqual ? (isLess ? (more ? .less : .greater) : .equal) : more != isLess ? .greater : .less
        }
        if noun.kind.isNumeric,
            ["great", "large", "high", "many", "big"].contains(adjective.lemma)
                || ["small", "low", "few", "little"].contains(adjective.lemma)
        {
            let more = ["great", "large", "high", "many", "big"].contains(adjective.lemma)
            let value = try self.value(of: other, like: noun)
            return wrap(value) { .comparison(.term(noun.term), sign(more), .term($0)) }
        }
        let options = vocabulary.scales(adjective.lemma).filter { vocabulary.kind($0.use.relation, $0.use.owner)?.meets(noun.kind) == true }
        let (use, more) = try choices.choose(options.map { ($0, $0.use.cost) }, else: noMeasure(adjective))
        let mine = fresh(use.relation)
        let own = atom(use, owner: noun.term, value: .variable(mine))
        if other.kind.isNumeric || other.kind.shape == .date || other.use?.relation == use.relation {
            return .all([own, wrap(other) { .comparison(.variable(mine), sign(more), .term($0)) }])
        }
        guard vocabulary.kind(use.relation, use.owner)?.meets(other.kind) == true else { throw noMeasure(adjective) }
        let theirs = fresh(use.relation)
        return .all([
            own,
            wrap(other) {
                .all([self.atom(use, owner: $0, value: .variable(theirs)), .comparison(.variable(mine), sign(more), .variable(theirs))])
            },
        ])
    }

    /// Where a number is compared with a thing, the thing's same attribute is meant: "a population greater than India".
    func value(of other: Noun, like noun: Noun) throws(Misfit) -> Noun {
        guard !other.kind.isNumeric, let use = noun.use, vocabulary.kind(use.relation, use.owner)?.meets(other.kind) == true else {
            return other
        }
        var value = Noun(term: .variable(fresh(use.relation)), kind: noun.kind, use: use, span: other.span)
        attach(other, [atom(use, owner: other.term, value: value.term)], to: &value)
        return value
    }

    func noMeasure(_ adjective: AdjectivePhrase) -> Misfit {
        Misfit(span: adjective.span, message: "nothing here tells how “\(adjective.lemma)” these are")
    }

    // MARK: Ranks

    /// "the largest country", "the highest population", "the second most populous city".
    func rank(_ noun: inout Noun, _ adjective: AdjectivePhrase, _ ranks: ClosedRange<Int>) throws(Misfit) {
        let text = slice(adjective.span).lowercased()
        let isLeast = text.contains("least ") || text.contains("worst ") || text.contains("lowest ")
        if let use = noun.use, ["common", "frequent", "popular"].contains(adjective.lemma), !noun.kind.isNumeric {
            // "the most common genre": the one that the most have.
            let owner = fresh("o")
            let key = Aggregate(.count, .variable(owner), body: atom(use, owner: .variable(owner), value: noun.term))
            rank(&noun, by: .aggregate(key), descending: !isLeast, ranks)
            return
        }
        if noun.use != nil, noun.kind.isNumeric || noun.kind.shape == .date {
            let lemma = adjective.lemma
            let less = ["small", "low", "short", "few", "little", "early", "old", "slow", "young", "cheap", "bad"].contains(lemma)
            rank(&noun, by: .term(noun.term), descending: less == isLeast, ranks)
            return
        }
        var options: [(value: (use: AttributeUse, more: Bool), cost: Int)] = []
        for scale in vocabulary.scales(adjective.lemma) where vocabulary.kind(scale.use.relation, scale.use.owner)?.meets(noun.kind) == true
        {
            options.append((scale, scale.use.cost))
        }
        if options.isEmpty, let order = Self.timeOrders[adjective.lemma] {
            try rankByTime(&noun, latest: order, ranks: ranks, adjective)
            return
        }
        if options.isEmpty, let key = frequency(of: adjective, noun) {
            rank(&noun, by: key, descending: !isLeast, ranks)
            return
        }
        let (use, more) = try choices.choose(options, else: noMeasure(adjective))
        let key = fresh(use.relation)
        noun.conditions.append(atom(use, owner: noun.term, value: .variable(key)))
        rank(&noun, by: .variable(key), descending: more != isLeast, ranks)
    }

    /// "the most visited port", "the most widely spoken language": by how many do that.
    private func frequency(of adjective: AdjectivePhrase, _ noun: Noun) -> Expression? {
        guard let verb = vocabulary.wordNet?.lemmas(of: adjective.lemma, .verb).first else { return nil }
        for frame in vocabulary.frames(verb: verb, particle: "", prepositions: []) {
            guard let object = frame.object, let subject = frame.subject, vocabulary.kind(frame.relation, object)?.meets(noun.kind) == true
            else { continue }
            let doer = fresh("y")
            return .aggregate(
                Aggregate(.count, .variable(doer), body: atom(frame.relation, [(subject, .variable(doer)), (object, noun.term)])))
        }
        return nil
    }

    private static let timeOrders: [String: Bool] = ["early": false, "late": true, "recent": true, "new": true, "old": false]

    func rank(_ noun: inout Noun, by key: Expression, descending: Bool, _ ranks: ClosedRange<Int>) {
        let groups = noun.floated
        let among = Formula.all(groups.flatMap(\.conditions) + noun.conditions)
        noun.conditions = [.top(Top(ranks: ranks, key: key, descending: descending, groups: groups.map(\.variable), among: among))]
        noun.floated = groups.map { Floated(variable: $0.variable, conditions: [], isEach: true) }
        if let grouping = noun.grouping, let variable = noun.variable, grouping.variable != variable { noun.grouping = nil }
    }

    private func rankByTime(_ noun: inout Noun, latest: Bool, ranks: ClosedRange<Int>, _ adjective: AdjectivePhrase) throws(Misfit) {
        let date = try choices.choose(dates(of: noun), else: noMeasure(adjective))
        let key = fresh("t")
        noun.conditions.append(date(noun.term, key))
        rank(&noun, by: .variable(key), descending: latest, ranks)
    }
}

extension AdjectivePhrase {
    fileprivate var isGraded: Bool {
        switch degree {
        case .superlative, .ordinal, .comparative: true
        case .plain, .how, .equal: false
        }
    }
}
