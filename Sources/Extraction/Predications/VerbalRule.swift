import Facts

/// One predication for every verb, from its subject, objects, complements and adverbials.
struct VerbalRule {
    let scene: Scene
    private var tree: ClauseTree { scene.tree }

    init(_ scene: Scene) { self.scene = scene }

    func predications() -> [Predication] {
        scene.clauses.flatMap { clause -> [Predication] in
            switch clause.kind {
            case .verbal: verbal(clause).map { [$0] + parts(of: $0) + gapped(clause, $0) } ?? []
            case .copular: []
            case .existential: existential(clause).map { [$0] } ?? []
            }
        }
    }

    // MARK: Verbs

    private func verbal(_ clause: Clause) -> Predication? {
        let i = clause.head
        if tree.isAuxiliary(i) { return nil }
        let objects = objects(of: clause)
        var phrases = subject(of: clause, hasObject: !objects.isEmpty)
        phrases += objects
        phrases += tree.children(i, "iobj").filter { !scene.isTime($0) }.flatMap { scene.phrases(.recipient, $0) }
        phrases += obliques(of: clause)
        phrases += complements(of: clause)
        phrases += adverbials(of: clause)
        if let raising = raisingGovernor(of: clause) { phrases += adverbials(of: raising) + obliques(of: raising) }
        phrases = unique(phrases)
        guard phrases.count > (clause.verb == "be" ? 1 : 0) else { return nil }
        let relation = relation(of: clause, phrases)
        if relation == "include", clause.isPassive { phrases = phrases.map(asWhole) }
        return Predication(
            anchor: i, predicate: clause.verb, relation: relation, phrases: phrases,
            modality: clause.modality, polarity: clause.polarity, tense: clause.tense, rule: "verb",
            certainty: clause.hasOwnSubject ? 0.95 : 0.85, evidence: scene.evidence(of: clause),
            text: scene.wording(of: clause))
    }

    /// "The panel is made up of five judges": the panel includes them.
    private func asWhole(_ phrase: Predication.Phrase) -> Predication.Phrase {
        var phrase = phrase
        if phrase.role == .patient {
            phrase.role = .agent
        } else if phrase.preposition?.hasSuffix("of") == true {
            (phrase.role, phrase.preposition) = (.patient, nil)
        }
        return phrase
    }

    /// "The league comprises six clubs": the clubs are part of the league.
    private func parts(of whole: Predication) -> [Predication] {
        guard whole.relation == "include", !whole.phrases(.agent).isEmpty, !whole.phrases(.patient).isEmpty else { return [] }
        var result = whole
        result.predicate = "be"
        result.relation = "part-of"
        result.rule = "whole"
        result.phrases = whole.phrases.compactMap { phrase in
            var phrase = phrase
            switch phrase.role {
            case .agent: phrase.role = .patient
            case .patient: phrase.role = .agent
            default: return nil
            }
            return phrase
        }
        return [result]
    }

    /// "Labour won 412 seats, the Conservatives 121 and the Liberals 72": the verb holds for the others too.
    private func gapped(_ clause: Clause, _ first: Predication) -> [Predication] {
        gaps(of: clause).map { doer, amount in
            var result = first
            result.phrases = first.phrases.filter { ![.agent, .patient, .quantity].contains($0.role) }
            result.phrases += [named(doer, before: amount), Predication.Phrase(.patient, head: amount, span: tree.tokens[amount].span)]
            result.rule = "gapped"
            result.certainty = 0.8
            return result
        }
    }

    private func named(_ doer: Int, before amount: Int) -> Predication.Phrase {
        .init(.agent, head: doer, span: scene.text.trimmed(tree.span(of: tree.phrase(doer).filter { $0 < amount })))
    }

    /// Behind an object that is a number: each further name with the number right behind it.
    private func gaps(of clause: Clause) -> [(doer: Int, amount: Int)] {
        guard !clause.isPassive, !clause.subjects.isEmpty, let object = tree.child(clause.head, "obj"),
            tree.upos(object) == "NUM" || tree.child(object, "nummod") != nil
        else { return [] }
        return tree.conjuncts(object).dropFirst().compactMap { item in
            guard tree.upos(item) == "PROPN", let amount = tree.children[item].last(where: { $0 > item && tree.upos($0) == "NUM" }),
                tree.has(amount, any: ["flat", "nummod", "appos", "nmod"]), tree.child(amount, "case") == nil
            else { return nil }
            return (item, amount)
        }
    }

    /// "To save money, the firm is expected to close": the aim is that of closing.
    private func raisingGovernor(of clause: Clause) -> Clause? {
        guard clause.link == .control, let governor = clause.governor.flatMap({ scene.clause(at: $0) }), governor.kind == .verbal,
            scene.knowledge.verbs.entry(governor.verb)?.complement?.controller == .raise
        else { return nil }
        return governor
    }

    private func subject(of clause: Clause, hasObject: Bool) -> [Predication.Phrase] {
        let role: Role = clause.isPassive ? (hasObject && !isNaming(clause) ? .recipient : .patient) : .agent
        if let clausal = clause.clausalSubject { return [scene.clausePhrase(role, clausal)] }
        let isImpersonal = tree.child(clause.head, "ccomp", "xcomp", "csubj") != nil
        return clause.subjects.filter {
            !(tree.lower($0) == "it" && clause.isPassive && tree.child(clause.head, "ccomp") != nil)
                && !(tree.has($0, "expl") && (isImpersonal || tree.lower($0) == "there")) && !isEnumerator($0)
        }
        .map {
            scene.phrase(
                isLocating(clause) ? .agent : role, $0,
                before: modifier(of: $0, around: clause.head))
        }
    }

    /// The clause or word that hangs on the noun and holds the predicate: no part of what the noun names.
    private func modifier(of noun: Int, around predicate: Int) -> Int? {
        ([predicate] + tree.ancestors(of: predicate)).first { tree.head($0) == noun }
    }

    /// "is based in", "stationed at": what is there is the agent, as of "is in".
    private func isLocating(_ clause: Clause) -> Bool {
        if clause.verb == "bind", clause.isPassive { return tree.children(clause.head, "obl").contains { tree.preposition($0) == "for" } }
        return ["base", "locate", "situate", "station", "headquarter"].contains(clause.verb) && clause.isPassive
    }

    /// "was declared winner", "was elected mayor".
    private func isNaming(_ clause: Clause) -> Bool { clause.isPassive && isNamingVerb(clause) }

    /// "appointed her captain": the second object is what the first becomes.
    private func isNamingVerb(_ clause: Clause) -> Bool {
        ["appoint", "call"].contains(scene.knowledge.verbs.relation(of: clause.verb) ?? "")
            || Self.namingVerbs.contains(clause.verb)
    }

    /// "One, …": the number of a paragraph is nobody.
    private func isEnumerator(_ i: Int) -> Bool { i == 0 && tree.upos(i) == "NUM" && tree.count > 1 && tree.tokens[1].form == "," }

    /// Direct objects; in a coordination the object may stand with the first verb only ("build and run a plant").
    private func objects(of clause: Clause) -> [Predication.Phrase] {
        var tokens = ownObjects(of: clause)
        if tokens.isEmpty, !clause.isPassive { tokens = sharedObjects(of: clause) }
        if tokens.isEmpty, Self.namingVerbs.contains(clause.verb), let day = datedObject(of: clause) { return [day] }
        if tokens.isEmpty, let gap = relativeObject(of: clause) {
            return [scene.phrase(.patient, gap, before: modifier(of: gap, around: clause.head))]
        }
        let role: Role = clause.verb == "be" || isNaming(clause) ? .attribute : .patient
        let first = tokens.first
        let named = !clause.isPassive && tokens.count > 1 && isNamingVerb(clause) ? tokens.last : nil
        let others = Set(gaps(of: clause).map(\.doer))
        return tokens.filter { $0 == first || !tree.isSetOff($0) }.flatMap { object in
            scene.phrases(object == named ? .attribute : role, object).filter { !others.contains($0.head) }.map { phrase in
                detached(from: phrase.head).isEmpty ? phrase : shortened(phrase)
            }
        }
    }

    private func ownObjects(of clause: Clause) -> [Int] {
        let own = tree.children(clause.head, "obj").filter { object in
            !isBareThat(object) && !isDatePronoun(object) && !scene.isOccasion(object)
                && !(scene.isTime(object) && scene.mention(object) == nil)
                && !(tree.lower(object) == "what" && object < clause.head)
        }
        if !own.isEmpty { return own }
        if clause.isPassive {
            guard scene.knowledge.verbs.relation(of: clause.verb) == "supply" else { return [] }
            return tree.children(clause.head, "obl").filter { thing in
                thing > clause.head && tree.preposition(thing) == nil && !scene.isTime(thing) && tree.upos(thing) == "NOUN"
            }
        }
        return tree.children(clause.head, "obl").filter { isUnmarkedObject($0, of: clause) }
    }

    /// The object of a coordinated verb that stands for both: "built and ran a plant", whichever verb the parser gave it to.
    private func sharedObjects(of clause: Clause) -> [Int] {
        let i = clause.head
        if clause.link == .coordinated, let first = clause.governor {
            let behind = tree.children(first, "obj").filter { $0 > i }
            if !behind.isEmpty { return behind }
        }
        guard let next = tree.children(i, "conj").first(where: { scene.clause(at: $0)?.kind == .verbal }), next > i + 1,
            next - i <= 3,
            tree.tokens[i + 1..<next].allSatisfy({ $0.upos == "CCONJ" || $0.upos == "ADV" })
        else { return [] }
        return tree.children(next, "obj")
    }

    /// "designated Monday as a day of rest": what is named is a day.
    private func datedObject(of clause: Clause) -> Predication.Phrase? {
        guard !clause.isPassive else { return nil }
        let day = tree.children(clause.head, "obl", "obj", "advmod").first {
            scene.isTime($0) && $0 > clause.head && tree.preposition($0) == nil
        }
        let isNamed = tree.children(clause.head, "obl", "xcomp").contains { tree.preposition($0) == "as" }
        return isNamed ? day.map { scene.phrase(.patient, $0) } : nil
    }

    private static let namingVerbs: Set<String> = ["designate", "declare", "proclaim", "mark", "observe", "celebrate", "name"]

    private func isBareThat(_ i: Int) -> Bool {
        ["that", "which"].contains(tree.lower(i)) && tree.antecedent(ofPronoun: i) == nil && tree.children[i].isEmpty
    }

    /// "the first time in ten years that": the pronoun stands for a time.
    private func isDatePronoun(_ i: Int) -> Bool {
        tree.antecedent(ofPronoun: i).map { scene.isTime($0) || ["time", "day", "year"].contains(tree.lemma($0)) } ?? false
    }

    /// "announced on Sunday an upgrade": an object that the parser took for an adverbial.
    private func isUnmarkedObject(_ i: Int, of clause: Clause) -> Bool {
        tree.preposition(i) == nil && !scene.isTime(i) && !scene.isOccasion(i) && i > clause.head
            && tree.upos(i) == "NOUN" && tree.relation(i) == "obl"
            && scene.mention(i)?.quantity == nil && tree.child(i, "det") != nil
    }

    /// "the issues [that] officials discuss": the noun is the object where the clause has a subject but no pronoun and no object.
    private func relativeObject(of clause: Clause) -> Int? {
        if clause.link == .control, let outer = clause.governor.flatMap({ scene.clause(at: $0) }), outer.link == .relative, outer.hasOwnSubject,
            tree.children(outer.head, "obj", "iobj").allSatisfy({ tree.antecedent(ofPronoun: $0) != nil }),
            tree.child(clause.head, "ccomp", "xcomp", "advcl") == nil, !clause.isPassive
        {
            return tree.head(outer.head).flatMap { noun in
                ["NOUN", "PROPN"].contains(tree.upos(noun)) && !scene.isTime(noun) && !isCircumstance(noun) && !standsForSubject(outer) ? noun : nil
            }
        }
        guard clause.link == .relative, clause.hasOwnSubject, !clause.isPassive, let noun = tree.head(clause.head) else {
            return nil
        }
        if scene.isTime(noun) || isCircumstance(noun) { return nil }
        let pronouns = tree.subtree(clause.head).filter { tree.antecedent(ofPronoun: $0) == noun }
        if let pronoun = pronouns.first { return tree.has(pronoun, "obj") ? noun : nil }
        return tree.child(clause.head, "ccomp", "xcomp") == nil ? noun : nil
    }

    private func isCircumstance(_ noun: Int) -> Bool { ["way", "reason", "time", "day", "place", "moment"].contains(tree.lemma(noun)) }

    /// "the firm that wants to sell": the relative pronoun is the subject, so nothing is missing.
    private func standsForSubject(_ clause: Clause) -> Bool {
        tree.children(clause.head, "nsubj").contains { tree.antecedent(ofPronoun: $0) != nil }
            || tree.subtree(clause.head).contains { ["where", "when", "why"].contains(tree.lower($0)) }
    }

    // MARK: Phrases with prepositions

    private func obliques(of clause: Clause) -> [Predication.Phrase] {
        var result: [Predication.Phrase] = []
        var phrases = tree.children(clause.head, "obl", "nmod")
        phrases += tree.children(clause.head, "obj").flatMap { tree.conjuncts($0) }.flatMap { detached(from: $0) }
        for oblique in phrases where !scene.isTime(oblique) && !scene.isOccasion(oblique) {
            if tree.has(oblique, "nmod:poss") { continue }
            result += self.oblique(oblique, of: clause)
        }
        return result
    }

    private func oblique(_ i: Int, of clause: Clause) -> [Predication.Phrase] {
        scene.expandOblique(i).flatMap { head, preposition -> [Predication.Phrase] in
            guard let preposition else {
                return tree.has(i, any: ["obl:npmod", "obl:unmarked"]) || scene.mention(head)?.quantity != nil
                    ? [scene.phrase(.quantity, head)] : []
            }
            if Self.fixedPhrases.contains("\(preposition) \(tree.lower(head))"),
                tree.children[head].filter({ !tree.has($0, "punct") }).count == 1
            {
                return []
            }
            if ["according to", "unlike", "like", "despite", "rather than"].contains(preposition) {
                return preposition == "according to" ? [] : [scene.phrase(.topic, head, preposition: preposition)]
            }
            let type = scene.type(of: head)
            if preposition == "by" {
                if clause.isPassive, type != .quantity, type != .time { return [scene.phrase(.agent, head, preposition: "by")] }
                return [scene.phrase(type == .quantity ? .quantity : .instrument, head, preposition: "by")]
            }
            if type == .quantity, ["to", "from", "at", "for"].contains(preposition) {
                return [scene.phrase(.quantity, head, preposition: preposition)]
            }
            return [
                scene.phrase(
                    ObliqueRoles.role(preposition, of: head, in: scene, verb: clause.verb), head, preposition: preposition,
                    before: head == i ? nil : modifier(of: head, around: clause.head))
            ]
        }
    }

    private static let fixedPhrases: Set<String> = [
        "in particular", "in public", "in addition", "in fact", "in turn", "on paper", "at least", "at all",
        "for example", "for instance", "of course", "in general", "at first", "in private",
        "on average", "in total", "by contrast", "as such", "in part",
    ]

    /// Phrases that the parser hung on the object of a verb though they say where the thing goes: "fired a missile over the bay".
    private func detached(from object: Int) -> [Int] {
        guard tree.has(object, any: ["obj", "conj"]) else { return [] }
        let lemma = tree.lemma(object).lowercased()
        let sense = scene.knowledge.words.firstNounClass(of: lemma)
        if scene.knowledge.isEvent(lemma) || !sense.isDisjoint(with: [.cognition, .communication, .attribute, .relation, .state]) {
            return []
        }
        return tree.children(object, "nmod").filter { child in
            ["to", "into", "onto", "over", "toward", "towards", "against", "during"].contains(tree.preposition(child) ?? "")
        }
    }

    private func shortened(_ phrase: Predication.Phrase) -> Predication.Phrase {
        guard let first = detached(from: phrase.head).map({ tree.reach[$0].lowerBound }).min(), first > phrase.head else {
            return phrase
        }
        let tokens = tree.phrase(phrase.head).filter { $0 < first }
        var result = phrase
        if !tokens.isEmpty { result.span = scene.text.trimmed(tree.span(of: tokens)) }
        return result
    }

    // MARK: Clauses as arguments

    private func complements(of clause: Clause) -> [Predication.Phrase] {
        let i = clause.head
        var result: [Predication.Phrase] = []
        for child in tree.children(i, "xcomp") + tree.children(i, "advcl").filter({ scene.clause(at: $0)?.link == .control }) {
            if scene.clause(at: child)?.kind == .verbal || tree.child(child, "mark") != nil {
                result.append(scene.clausePhrase(.topic, child, preposition: tree.child(child, "mark").map(tree.lower)))
            } else {
                result += tree.conjuncts(child).map { scene.phrase(.attribute, $0, preposition: tree.preposition($0)) }
            }
        }
        if Self.stateVerbs.contains(clause.verb) {
            for child in tree.children(i, "advcl", "ccomp", "obl")
            where tree.upos(child) == "ADJ" || tree.xpos(child) == "VBN" && child > i {
                result.append(scene.clausePhrase(.attribute, child))
            }
        }
        for child in tree.children(i, "ccomp") where !isQuotationAround(child, clause) {
            result.append(scene.clausePhrase(clause.verb == "be" ? .attribute : .topic, child))
        }
        return result
    }

    private static let stateVerbs: Set<String> = [
        "grow", "become", "remain", "seem", "appear", "stay", "feel", "look", "get", "turn", "go",
    ]

    /// Said content is written by the rule of attribution, which knows the quotation marks.
    private func isQuotationAround(_ child: Int, _ clause: Clause) -> Bool {
        guard let stance = scene.knowledge.verbs.entry(clause.verb)?.stance, stance.isReporting else { return false }
        return !clause.subjects.isEmpty && !clause.isPassive
    }

    private func adverbials(of clause: Clause) -> [Predication.Phrase] {
        let i = clause.head
        var result: [Predication.Phrase] = []
        for child in tree.children(i, "advcl") where scene.clause(at: child)?.link != .control {
            if let phrase = scene.adverbialClause(child, verb: clause.verb) { result.append(phrase) }
        }
        for child in tree.children(i, "advmod") where Self.placeAdverbs.contains(tree.lower(child)) && !scene.isTime(child) {
            let isFull = tree.child(child, "obl") != nil
            result.append(.init(.place, head: child, span: isFull ? tree.span(of: Array(tree.reach[child])) : tree.tokens[child].span))
        }
        return result
    }

    private static let placeAdverbs: Set<String> = [
        "here", "there", "abroad", "overseas", "online", "nearby", "outside", "worldwide",
        "elsewhere", "home", "north", "south", "east", "west", "nationwide", "ashore",
    ]

    // MARK: Relations

    private func relation(of clause: Clause, _ phrases: [Predication.Phrase]) -> String? {
        if isLocating(clause), phrases.contains(where: { $0.role == .place && $0.preposition != "on" }) { return "located-in" }
        let objects = phrases.filter { $0.role == .patient }.map { scene.type(of: $0.head)?.rawValue ?? "" }
        for object in objects {
            if let entry = scene.knowledge.verbs.entry("\(clause.verb) @\(object)") { return entry.relation }
        }
        for phrase in phrases {
            if let preposition = phrase.preposition,
                let relation = scene.knowledge.verbs.relation(of: "\(clause.verb) \(preposition)")
            {
                return relation
            }
        }
        if ["manage", "decline"].contains(clause.verb), tree.child(clause.head, "xcomp") != nil { return nil }
        let relation = scene.knowledge.verbs.relation(of: clause.verb)
        switch relation {
        case "travel" where !phrases.contains(where: { [.destination, .source, .place].contains($0.role) }): return nil
        case nil where clause.verb == "become" && phrases.contains { $0.role == .attribute && OfficeNoun(scene, head: $0.head) != nil }:
            return "hold-office"
        case "produce" where phrases.contains(where: { $0.role == .patient && scene.type(of: $0.head) == .event }): return nil
        default: return relation
        }
    }

    private func unique(_ phrases: [Predication.Phrase]) -> [Predication.Phrase] {
        var seen: Set<Span> = []
        return phrases.filter { seen.insert($0.span).inserted }
    }

    // MARK: There is

    private func existential(_ clause: Clause) -> Predication? {
        let things = tree.children(clause.head, "nsubj").isEmpty ? [clause.head] : tree.children(clause.head, "nsubj")
        var phrases = things.flatMap { scene.phrases(.agent, $0) }
        phrases += obliques(of: clause)
        phrases += adverbials(of: clause)
        guard !phrases.isEmpty else { return nil }
        return Predication(
            anchor: clause.head, predicate: "be", relation: "exist", phrases: unique(phrases), modality: clause.modality,
            polarity: clause.polarity, tense: clause.tense, rule: "existential", certainty: 0.9,
            evidence: scene.evidence(of: clause), text: scene.wording(of: clause))
    }
}
