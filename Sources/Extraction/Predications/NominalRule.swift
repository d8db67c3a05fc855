import Facts
import Lexicon

/// Nouns that name an event state it: "the council's passage of the bill", "an attack on the port", "talks between A and B".
struct NominalRule {
    let scene: Scene
    private var tree: ClauseTree { scene.tree }

    init(_ scene: Scene) { self.scene = scene }

    func predications() -> [Predication] { tree.tokens.indices.compactMap { predication($0) ?? dated($0) } }

    /// "before the presidential election in March": an event that only its time is told of.
    private func dated(_ i: Int) -> Predication? {
        guard tree.upos(i) == "NOUN", i + 2 < tree.count, scene.knowledge.isEvent(tree.lemma(i).lowercased()), scene.clause(at: i) == nil,
            ["in", "on", "of"].contains(tree.lower(i + 1)), let time = scene.times.first(where: { $0.span.overlaps(tree.tokens[i + 2].span) }), time.kind == .date,
            tree.children(i, "det", "amod", "compound", "nmod:poss").contains(where: { $0 < i })
        else { return nil }
        let event = Predication.Phrase(.agent, head: i, span: scene.text.trimmed(tree.span(of: tree.phrase(i).filter { $0 <= i })))
        var result = scene.predication(at: i, "take place", "happen", [event], rule: "dated-event", certainty: 0.75)
        result.time = time.interval(published: nil)
        result.evidence = event.span.union(time.span)
        return result
    }

    private func predication(_ i: Int) -> Predication? {
        guard tree.upos(i) == "NOUN" || tree.xpos(i) == "VBG" && tree.child(i, "det", "nmod:poss") != nil, !scene.isTime(i),
            !tree.has(i, any: ["compound", "amod", "flat"]), scene.clause(at: i)?.kind != .verbal
        else { return nil }
        let lemma = tree.lemma(i).lowercased()
        if tree.xpos(i) == "NNS", scene.knowledge.words.nounClass(of: lemma).contains(.artifact), tree.child(i, "nmod:poss") == nil,
            !tree.children(i, "nmod").contains(where: { tree.preposition($0) == "of" }), Self.equipment.contains(lemma)
        {
            return nil
        }
        guard let noun = scene.knowledge.eventVerb(ofNoun: lemma) else { return nil }
        var phrases = arguments(of: i, noun)
        let light = lightVerbClause(of: i)
        if let light, Self.undergoing.contains(light.verb), tree.children(i, "compound").contains(where: { tree.upos($0) == "NOUN" }) { return nil }
        if let light { phrases = subjects(of: light) + phrases + outside(light, after: i) }
        guard isInformative(phrases, of: i, lemma) || light != nil && !phrases.isEmpty else { return nil }
        phrases = dropRepeated(phrases)
        let factuality = factuality(of: i, light: light)
        let relation = scene.knowledge.verbs.relation(of: noun.verb)
        return Predication(
            anchor: i, predicate: noun.verb, relation: relation, phrases: phrases, modality: factuality.modality,
            polarity: factuality.polarity, tense: scene.clause(around: i)?.tense ?? .none,
            rule: light == nil ? "nominal" : "light-verb", certainty: 0.8,
            evidence: scene.text.trimmed(light.map { tree.span(of: scene.words(of: $0)) } ?? tree.span(i)),
            text: light == nil ? scene.text(scene.text.trimmed(tree.span(i))) : light.flatMap(scene.wording))
    }

    /// "war plans" and "US services" say nothing that happens: a phrase behind the noun, an owner or a doer of a deed must be named.
    private func isInformative(_ phrases: [Predication.Phrase], of i: Int, _ lemma: String) -> Bool {
        let named = phrases.filter { $0.role != .quantity }
        let modifiers = named.filter { $0.head < i && tree.has($0.head, any: ["compound", "amod"]) && tree.head($0.head) == i }
        if named.count > modifiers.count { return true }
        return modifiers.contains { $0.role == .agent } && !scene.knowledge.words.nounClass(of: lemma).contains(.group)
    }

    // MARK: Arguments

    private func arguments(of i: Int, _ noun: VerbLexicon.Nominal) -> [Predication.Phrase] {
        var result: [Predication.Phrase] = []
        let ofPhrases = tree.children(i, "nmod").filter { tree.preposition($0) == "of" }
        if let owner = tree.child(i, "nmod:poss"), !scene.isTime(owner) {
            let role: Role =
                ofPhrases.isEmpty && Self.undergone.contains(noun.verb) && tree.child(i, "acl") == nil ? .patient : .agent
            result += scene.phrases(role, owner)
        }
        for child in tree.children[i] {
            if scene.isTime(child) { continue }
            if tree.has(child, "nmod"), !tree.has(child, "nmod:poss"), child > i {
                result += scene.expandOblique(child).compactMap { phrase($0.head, $0.preposition, noun) }
            } else if child < i, tree.has(child, any: ["amod", "compound", "nmod"]) {
                if let modifier = modifier(child, noun, hasOf: !ofPhrases.isEmpty) { result.append(modifier) }
            } else if tree.has(child, "acl"), scene.clause(at: child) != nil,
                ModalityReader(tree: tree, verbs: scene.knowledge.verbs).isInfinitive(child)
            {
                result.append(scene.clausePhrase(.topic, child, preposition: "to"))
            } else if tree.has(child, any: ["ccomp", "acl"]), scene.clause(at: child)?.hasOwnSubject == true,
                !tree.has(child, "acl:relcl")
            {
                result.append(scene.clausePhrase(.topic, child))
            }
        }
        return result
    }

    private func phrase(_ head: Int, _ preposition: String?, _ noun: VerbLexicon.Nominal) -> Predication.Phrase? {
        guard let preposition, preposition != "including", preposition != "such as", preposition != "like" else { return nil }
        let type = scene.type(of: head)
        let isActor = [.person, .organisation, .country, .place].contains(type)
        if type == .quantity || scene.mention(head)?.quantity != nil && preposition != "of" && !isActor {
            return scene.phrase(.quantity, head, preposition: preposition)
        }
        let role: Role
        switch preposition {
        case "of": role = noun.ofRole == .patient && scene.mention(head)?.type == .event ? .topic : noun.ofRole
        case "by": role = .agent
        case "between", "among": role = type == .place ? .place : .agent
        case "against": role = .patient
        case "for" where ["support", "praise", "protect"].contains(scene.knowledge.verbs.relation(of: noun.verb) ?? ""):
            role = .patient
        case "on", "upon": role = scene.knowledge.verbs.relation(of: noun.verb) == "attack" || type == .person ? .patient : .topic
        case "with": role = type == .weapon || type == .vehicle ? .instrument : .recipient
        case "in", "into", "at": role = type == .place || type == .country ? .place : .topic
        case "to"
        where ["threaten", "criticise", "weaken", "affect", "destroy"].contains(scene.knowledge.verbs.relation(of: noun.verb) ?? ""):
            role = .patient
        case "to" where scene.knowledge.verbs.relation(of: noun.verb) == "change": role = .destination
        case "to": role = type == .person || type == .organisation ? .recipient : .destination
        default: role = ObliqueRoles.role(preposition, of: head, in: scene, verb: noun.verb)
        }
        return scene.phrase(role, head, preposition: preposition)
    }

    /// "Chinese aggression" (agent), "weapons sales" (patient).
    private func modifier(_ i: Int, _ noun: VerbLexicon.Nominal, hasOf: Bool) -> Predication.Phrase? {
        if let type = scene.mention(i)?.type, [.nationality, .country, .organisation, .person].contains(type) {
            return scene.phrase(.agent, i)
        }
        guard tree.has(i, "compound"), tree.upos(i) == "NOUN", !hasOf, noun.ofRole == .patient else { return nil }
        let isMeans = [.weapon, .vehicle].contains(scene.type(of: i)) && scene.knowledge.verbs.relation(of: noun.verb) == "attack"
        return scene.phrase(isMeans ? .instrument : .patient, i)
    }

    private func dropRepeated(_ phrases: [Predication.Phrase]) -> [Predication.Phrase] {
        var seen: Set<Span> = []
        return phrases.filter { seen.insert($0.span).inserted }
    }

    // MARK: Light verbs

    /// "made a decision", "held talks": the clause whose object the noun is, where its verb adds nothing of its own.
    private func lightVerbClause(of i: Int) -> Clause? {
        let first = tree.firstConjunct(i)
        guard let up = tree.head(first), let clause = scene.clause(at: up) else { return nil }
        let isObject = tree.has(first, "obj") && !clause.isPassive || tree.has(first, "nsubj:pass") && clause.isPassive
        guard isObject, Self.lightVerbs.contains(clause.verb),
            !scene.knowledge.words.firstNounClass(of: tree.lemma(i).lowercased()).contains(.artifact)
        else { return nil }
        return clause
    }

    private func subjects(of clause: Clause) -> [Predication.Phrase] {
        if clause.isPassive {
            return tree.children(clause.head, "obl").filter { tree.preposition($0) == "by" && !scene.isTime($0) }
                .flatMap { scene.phrases(.agent, $0, preposition: "by") }
        }
        let role: Role = Self.undergoing.contains(clause.verb) ? .patient : .agent
        return clause.subjects.map { scene.phrase(role, $0) }
    }

    /// Light verbs whose subject undergoes what the noun says: "suffered a defeat".
    private static let undergoing: Set<String> = ["suffer", "face"]

    private func outside(_ clause: Clause, after i: Int) -> [Predication.Phrase] {
        tree.children(clause.head, "obl").filter { $0 > i && !scene.isTime($0) }.flatMap { oblique in
            scene.expandOblique(oblique).compactMap { head, preposition in
                guard let preposition, preposition != "according to", preposition != "by" else { return nil }
                let role: Role = preposition == "against" ? .patient : ObliqueRoles.role(preposition, of: head, in: scene)
                return scene.phrase(role, head, preposition: preposition)
            }
        }
    }

    // MARK: Did it happen?

    private func factuality(of i: Int, light: Clause?) -> (modality: Modality, polarity: Polarity) {
        if let light { return (light.modality, light.polarity) }
        let isDenied = tree.children(i, "det").contains { tree.lower($0) == "no" }
        let polarity: Polarity = isDenied ? .negative : .positive
        if let possible = tree.children(i, "amod").first(where: {
            ["possible", "potential", "planned", "proposed", "expected"].contains(tree.lower($0))
        }) {
            switch tree.lower(possible) {
            case "planned": return (.planned, polarity)
            case "proposed": return (.recommended, polarity)
            case "expected": return (.expected, polarity)
            default: return (.possible, polarity)
            }
        }
        let first = tree.firstConjunct(i)
        if let up = tree.head(first), let outer = scene.knowledge.verbs.nominal(tree.lemma(up)),
            ["for", "to", "of"].contains(tree.preposition(first) ?? ""),
            let complement = scene.knowledge.verbs.entry(outer.verb)?.complement, complement.modality != .actual
        {
            return (complement.modality, polarity)
        }
        guard let clause = scene.clause(around: i) else { return (.actual, polarity) }
        let governs = tree.head(first) == clause.head
        let isAnnounced =
            clause.isPassive && tree.has(first, "nsubj") && !["aim", "commit", "prepare", "design"].contains(clause.verb)
        if governs, tree.has(first, any: ["obj", "obl", "nmod"]) || isAnnounced {
            let entry =
                tree.preposition(first).flatMap { scene.knowledge.verbs.entry("\(clause.verb) \($0)") }
                ?? scene.knowledge.verbs.entry(clause.verb)
            let isPlain =
                tree.has(first, "obj") || tree.has(first, "obl") && tree.preposition(first) == nil
                || ["for", "to", "on"].contains(tree.preposition(first) ?? "") || clause.isPassive
            let isIntention =
                scene.knowledge.verbs.nominal(tree.lemma(i)).flatMap { scene.knowledge.verbs.entry($0.verb)?.complement } != nil
            if isPlain, !isIntention, let complement = entry?.complement, complement.modality != .actual || complement.isNegative {
                let negative = complement.isNegative != (clause.polarity == .negative)
                return (complement.modality, negative != isDenied ? .negative : .positive)
            }
            if tree.has(first, "obj") || ["as", "through", "by", "via"].contains(tree.preposition(first) ?? ""), clause.modality != .actual,
                isIndefinite(i)
            {
                return (clause.modality, clause.polarity)
            }
        }
        if ["happen", "occur", "take place", "be held", "come", "begin", "start"].contains(clause.verb)
            || clause.kind == .existential,
            clause.subjects.contains(i)
        {
            return (clause.modality, clause.polarity)
        }
        return (.actual, polarity)
    }

    private func isIndefinite(_ i: Int) -> Bool {
        !tree.children(i, "det", "nmod:poss").contains { !["a", "an", "any", "another"].contains(tree.lower($0)) }
    }

    private static let lightVerbs: Set<String> = [
        "make", "take", "hold", "have", "give", "conduct", "carry out", "launch", "pay", "stage", "do",
        "mount", "reach", "begin", "start", "commit", "perform", "undertake", "wage", "issue", "deliver",
        "put", "play", "provide", "lead", "offer", "end", "enter", "win", "suffer", "face", "sign",
    ]
    /// Nouns that name things where they stand in the plural: "air defenses".
    private static let equipment: Set<String> = ["defense", "defence", "supply", "work", "support", "cover"]
    /// Verbs whose event noun is owned by what undergoes it: "the mayor's arrest".
    private static let undergone: Set<String> = [
        "arrest", "kill", "murder", "assassinate", "execute", "oust", "expel", "dismiss", "remove", "detain",
        "convict", "sentence", "acquit", "release", "appoint", "elect", "nominate", "include", "destroy",
        "injure", "imprison", "deport", "indict", "rescue", "restore", "create", "found", "establish", "close",
        "destruct", "demolish", "overthrow", "depose", "impeach", "exclude",
    ]
}
