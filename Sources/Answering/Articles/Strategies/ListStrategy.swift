import FactStore
import Facts

/// "List the political parties", "name the members of the Gang", "how many US presidents are mentioned".
struct ListStrategy {
    let engine: Engine

    func answer(_ query: ArticleQuery) throws -> Outcome {
        guard case .kind(let phrase, _) = query.wanted.kind else { return Outcome() }
        var found = try members(phrase, query)
        if found.isEmpty { found = try enumerated(phrase) }
        if found.isEmpty { found = try holders(phrase, query) }
        if found.isEmpty { found = try doers(phrase, query) }
        if found.isEmpty, query.joins.isEmpty { found = try ofKind(phrase, query) }
        if found.isEmpty { found = try plurals(phrase, query) }
        return Outcome(found: distinct(found), isComplete: true)
    }

    /// The number of what a list would hold.
    func count(_ query: ArticleQuery) throws -> Outcome {
        counted(try answer(query))
    }

    /// The number of those that articles name as members or parts.
    func countMembers(_ query: ArticleQuery) throws -> Outcome {
        guard case .kind(let phrase, _) = query.wanted.kind else { return Outcome() }
        return counted(Outcome(found: distinct(try members(phrase, query)), isComplete: true))
    }

    private func counted(_ list: Outcome) -> Outcome {
        guard let first = list.found.first else { return list }
        var found = first
        found.text = "\(list.found.count)"
        found.entity = nil
        found.premises = list.found.dropFirst().map(\.view)
        return Outcome(found: [found], isComplete: true)
    }

    /// "The members of X": by membership, by parts, or by the items that a sentence lists.
    private func members(_ phrase: PhraseTerms, _ query: ArticleQuery) throws -> [Found] {
        let groups = phrase.terms.filter(\.isName)
        guard !groups.isEmpty, let head = phrase.terms.first(where: { $0.kind == .head }) else { return [] }
        let isMembership = ["member", "part", "founder", "leader"].contains { head.forms[engine.forms.number(of: $0)] == 1 }
        guard isMembership else { return [] }
        let entities = Set(groups.flatMap(\.entities)).sorted()
        let all = try engine.store.facts(FactFilter(relations: ["member-of", "part-of"],
                                                    participants: [.init(roles: [.patient], entities: entities)], limit: 60))
        let members = all.filter { $0.relation == "member-of" }
        let facts = members.isEmpty ? all : members
        return facts.compactMap { fact in
            guard let agent = fact.first(.agent), let view = engine.source.view(of: fact) else { return nil }
            return Found(engine.wording.name(ArgumentView(agent, forms: engine.forms)), argument: agent, fact: fact, view: view, score: 1)
        }
    }

    /// What a sentence lists right behind the noun: "three inhabited islands: A, B and C" for "the inhabited islands of the lake".
    private func enumerated(_ phrase: PhraseTerms) throws -> [Found] {
        guard let head = phrase.terms.first(where: { $0.kind == .head }) else { return [] }
        var listed = ArticleQuery(line: phrase.text, form: .list)
        listed.slots = [Slot(place: .circumstance, phrase: phrase)]
        for view in try engine.source.candidates(for: listed) {
            guard phrase.terms.allSatisfy({ isSpokenOf($0, view) }),
                  let start = view.words.first(where: { exact(head, [$0]) })?.span.end else { continue }
            let rest = String(String.UnicodeScalarView(view.sentence.text.unicodeScalars.dropFirst(start)))
            guard EnumeratedItems.cues.contains(where: rest.hasPrefix) else { continue }
            let items = EnumeratedItems.items(of: rest)
            if items.count >= 2 { return items.map { Found($0, view: view, score: 0.9) } }
        }
        return []
    }

    private func isSpokenOf(_ term: QuestionTerm, _ view: SentenceView) -> Bool {
        engine.matcher.match(term, in: view) > 0.7 || term.isName && isAround(term, view)
    }

    /// People by their office: "the US secretaries of state".
    private func holders(_ phrase: PhraseTerms, _ query: ArticleQuery) throws -> [Found] {
        guard let head = phrase.terms.first(where: { $0.kind == .head }),
              engine.meanings.nounClass(of: head.text).contains(.person)
                  || head.forms.keys.contains(where: { engine.meanings.nounClass(of: engine.forms.text(of: $0)).contains(.person) })
        else { return [] }
        let facts = try engine.store.facts(FactFilter(relations: ["hold-office", "kind-of"], limit: 3000))
        var found: [Found] = []
        for fact in facts {
            guard let agent = fact.first(.agent), agent.type == .person, let attribute = fact.first(.attribute) else { continue }
            let attributeView = ArgumentView(attribute, forms: engine.forms)
            guard exact(head, attributeView.words), let view = engine.source.view(of: fact) else { continue }
            let owner = fact.first(.patient).map { ArgumentView($0, forms: engine.forms) }
            let isUnowned = attributeView.words.allSatisfy { word in
                FunctionWords.contains(word.text) || phrase.terms.contains { exact($0, [word]) }
            }
            let isMet = phrase.terms.allSatisfy { term in
                if term == head || exact(term, attributeView.words) { return true }
                guard term.isName else { return false }
                if engine.matcher.match(term, in: attributeView) > 0.7 { return true }
                if let owner { return engine.matcher.match(term, in: owner) > 0.7 }
                return (isUnowned || !attribute.text.contains(" of "))
                    && isAround(term, view)
            }
            guard isMet, query.time?.fit(fact.time) != 0 else { continue }
            let agentView = ArgumentView(agent, forms: engine.forms)
            found.append(Found(engine.names.name(agent.entity ?? EntityID("")) ?? engine.wording.name(agentView), argument: agent,
                               fact: fact, view: view, score: 1))
        }
        return found
    }

    /// "The founders of X": whoever founded it.
    private func doers(_ phrase: PhraseTerms, _ query: ArticleQuery) throws -> [Found] {
        guard let head = phrase.head, phrase.terms.contains(where: \.isName), engine.meanings.nounClass(of: engine.forms.singular(head.text)).contains(.person)
        else { return [] }
        var asked = query
        asked.wanted.kind = .person
        asked.wanted.isPlural = true
        return try DescriptionStrategy(engine: engine).byVerb(phrase, asked)
    }

    private func exact(_ term: QuestionTerm,
                       _ words: [FormedWord]) -> Bool { words.contains { word in word.forms.contains { term.forms[$0] == 1 } } }

    /// Entities of the kind: by type, by the words of their names, by what articles call them.
    private func ofKind(_ phrase: PhraseTerms, _ query: ArticleQuery) throws -> [Found] {
        guard let head = phrase.terms.first(where: { $0.kind == .head }) ?? phrase.head else { return [] }
        let places = phrase.terms.filter(\.isName)
        var found: [Found] = []
        engine.kinds.readAll()
        for entity in try engine.store.entities() where entity.name.unicodeScalars.first?.properties.isUppercase == true
            && !entity.name.hasPrefix("The ") {
            let name = Argument(role: .agent, text: entity.name, head: engine.forms.words(of: entity.name).last?.text ?? "",
                                entity: entity.id, type: entity.type, span: Span(0, 0))
            let own = self.name(of: entity, saying: head)
            guard own != nil || engine.kinds.isTyped(entity.type, head) || described(entity.id, as: head) else { continue }
            guard let view = try views(entity.id).first(where: { view in places.allSatisfy { isAround($0, view) } }) else { continue }
            found.append(Found(own ?? entity.name, argument: name, view: view, score: 1))
        }
        return found
    }

    /// "Reform Party" is a party and "Lake Ulm" a lake by its name, whichever of its names the store prefers.
    private func name(of entity: Entity, saying head: QuestionTerm) -> String? {
        ([entity.name] + entity.names.filter(\.isProper).map(\.text)).first { name in
            let words = engine.forms.words(of: name)
            return exact(head, Array(words.prefix(1) + words.suffix(1)))
        }
    }

    private func described(_ entity: EntityID, as head: QuestionTerm) -> Bool {
        engine.kinds.kindNouns(entity).contains { exact(head, engine.forms.words(of: $0)) }
    }

    private func isAround(_ term: QuestionTerm, _ view: SentenceView) -> Bool {
        engine.matcher.match(term, in: view) > 0 || engine.context.match(term, around: view, engine.matcher) > 0
    }

    private func views(_ entity: EntityID) throws -> [SentenceView] {
        try engine.store.facts(FactFilter(participants: [.init(entities: [entity])], limit: 40)).compactMap(engine.source.view(of:))
    }

    /// Items listed in a sentence: "three stages: the review …, an examination … and scrutiny …".
    private func plurals(_ phrase: PhraseTerms, _ query: ArticleQuery) throws -> [Found] {
        var listed = query
        listed.slots = [Slot(place: .circumstance, phrase: phrase)] + query.slots
        let coverage = Coverage(matcher: engine.matcher, context: engine.context)
        let views = try engine.source.candidates(for: listed)
        let covered = views.compactMap { view in coverage.cover(listed, view).map { (view, $0.score) } }
        for (view, score) in covered.stableSorted(by: { $0.1 > $1.1 }) {
            let items = EnumeratedItems.items(of: view.sentence.text)
            if items.count >= 2 { return items.map { Found($0, view: view, score: 0.9 * score) } }
        }
        return []
    }

    private func distinct(_ found: [Found]) -> [Found] {
        var seen: Set<String> = []
        return found.filter { seen.insert($0.entity?.value ?? FoldedName($0.text).text).inserted }
    }
}

/// The items that a sentence lists after a colon, "such as", "including" or "comprising".
enum EnumeratedItems {
    static let cues = [": ", " such as ", " including ", " comprising ", " namely ", ", namely ", ", including "]

    static func items(of text: String) -> [String] {
        for cue in cues {
            guard let range = text.firstRange(of: cue) else { continue }
            let rest = String(text[range.upperBound...])
            let separator = rest.contains("; ") ? "; " : ", "
            var parts = rest.split(separator: separator).map(String.init)
            if let last = parts.popLast() {
                if last.hasPrefix("and ") { parts.append(String(last.dropFirst(4))) } else { parts += last.split(separator: " and ",
                    maxSplits: 1).map(String.init) }
            }
            let items = parts.map(Wording.trimmed).filter { !$0.isEmpty }
            if items.count >= 2 { return items }
        }
        return []
    }
}
