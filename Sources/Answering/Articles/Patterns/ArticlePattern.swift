import Facts
import Questions

/// Questions to articles in the pattern language, both ways: what `understood` shows is asked again the same way, with the same answers.
struct ArticlePattern {
    let notation: PhraseNotation
    let predicates: PredicateReader
    let times: TimeReader

    private static let wanted = Variable("x")

    /// - Parameter isLoose: whether the question was answered by whatever sentence speaks of its words.
    func pattern(of query: ArticleQuery, isLoose: Bool = false) -> Query {
        var atom = atom(query)
        let label = query.form.label ?? (query.form.wantsArgument ? query.wanted.place.label : nil)
        if let label { atom.places.insert(Atom.Place(.variable(Self.wanted), at: label), at: 0) }
        if let form = query.form.manner { atom.manners.insert(form, at: 0) }
        if isLoose, let loose = Manner("loose") { atom.manners.append(loose) }
        let joins = query.joins.map { Formula.atom(self.atom($0)) }
        return Query(targets: query.form == .truth ? [] : [.init(Self.wanted)], body: .all([.atom(atom)] + joins))
    }

    /// Predicate, phrases, time and manner: what a clause says.
    private func atom(_ query: ArticleQuery) -> Atom {
        var atom = Atom(query.predicate?.name ?? "fact", query.slots.compactMap { slot in
            slot.label.map { Atom.Place(term(slot.phrase, in: query.line), at: $0) }
        })
        atom.timeWords = query.time?.text
        atom.polarity = query.isNegated ? .negative : .positive
        atom.attribution = query.source.map { term($0, in: query.line) }
        atom.manners = [
            wanted(query), query.wanted.isPlural ? Manner("plural") : nil, query.wanted.mustBeNamed ? Manner("named") : nil,
            query.isPassive ? Manner("passive") : nil, query.tense.manner, query.modal.isEmpty ? nil : Manner("modal", query.modal),
            query.order.flatMap { Manner($0.word) },
        ].compactMap { $0 } + query.alternatives.compactMap { Manner("or", notation.text($0)) }
        if query.form == .comparison, ComparisonStrategy.asksForLast(query.line), let last = Manner("last") { atom.manners.append(last) }
        return atom
    }

    private func wanted(_ query: ArticleQuery) -> Manner? {
        switch query.wanted.kind {
        case .anything: nil
        case .person: Manner("who")
        case .kind(let phrase, _): Manner("which", notation.text(phrase))
        case .quantity(let phrase): Manner("how many", notation.text(phrase))
        case .possessor(let phrase): Manner("whose", notation.text(phrase))
        case .action: Manner("to do")
        }
    }

    private func term(_ phrase: PhraseTerms, in line: String) -> Term {
        guard line.contains(phrase.text) else { return .phrase(notation.brought(phrase)) }
        let text = notation.text(phrase)
        return phrase.entities.isEmpty || text != phrase.text ? .phrase(text) : .name(text)
    }

    // MARK: Back

    /// The question that a pattern asks; nil where it asks none.
    func query(_ pattern: Query, line: String) -> ArticleQuery? {
        let atoms = pattern.body.parts.compactMap { part -> Atom? in if case .atom(let atom) = part { atom } else { nil } }
        guard let main = atoms.first else { return nil }
        var query = frame(main, line)
        query.form = pattern.targets.isEmpty ? .truth : .argument
        for place in main.places {
            guard case .variable = place.term, let label = place.label else { continue }
            if let form = ArticleQuery.Form(label) { query.form = form } else { query.wanted.place = Slot.Place(label) }
        }
        for manner in main.manners { if let form = ArticleQuery.Form(manner) { query.form = form } }
        if query.form == .list || query.form == .count, case .kind(let phrase, _) = query.wanted.kind {
            query.wanted.kind = .kind(phrase, isPlural: true)
        }
        query.joins = atoms.dropFirst().map { frame($0, line) }
        query.line = notation.withoutBrought(line)
        return query
    }

    private func frame(_ atom: Atom, _ line: String) -> ArticleQuery {
        var query = ArticleQuery(line: line, form: .argument)
        query.predicate = predicates.predicateClass(named: atom.relation)
        for place in atom.places {
            guard let words = place.term.words, let label = place.label else { continue }
            query.slots.append(Slot(place: Slot.Place(label), phrase: notation.terms(words), weight: label.weight))
        }
        QueryCompiler.joinPreposition(&query)
        query.time = atom.timeWords.flatMap(times.read)
        if case .during(let range)? = atom.time { query.time = AskedTime(text: "", start: range.start, end: range.end, relation: .during) }
        query.isNegated = atom.polarity == .negative
        query.source = atom.attribution?.words.map(notation.terms)
        for manner in atom.manners { read(manner, &query) }
        if case .kind(let phrase, _) = query.wanted.kind { query.wanted.kind = .kind(phrase, isPlural: query.wanted.isPlural) }
        return query
    }

    private func read(_ manner: Manner, _ query: inout ArticleQuery) {
        let phrase = manner.words.map(notation.terms) ?? PhraseTerms(text: "", terms: [])
        switch manner.word {
        case "who": query.wanted.kind = .person
        case "which": query.wanted.kind = .kind(phrase, isPlural: false)
        case "how many": query.wanted.kind = .quantity(phrase)
        case "whose": query.wanted.kind = .possessor(phrase)
        case "to do": query.wanted.kind = .action
        case "plural": query.wanted.isPlural = true
        case "named": query.wanted.mustBeNamed = true
        case "passive": query.isPassive = true
        case "modal": query.modal = manner.words ?? ""
        case "or": query.alternatives.append(phrase)
        default:
            if let tense = Clause.Tense(manner) { query.tense = tense }
            if let order = ArticleQuery.Order(manner) { query.order = order }
        }
    }
}

extension Term {
    /// Of a name or phrase.
    fileprivate var words: String? {
        switch self {
        case .name(let words), .phrase(let words): words
        case .variable, .anything, .quantity, .date: nil
        }
    }
}
