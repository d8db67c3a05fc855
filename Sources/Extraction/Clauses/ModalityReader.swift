import Facts
import Lexicon

/// Tells whether a clause happened, is planned, expected, possible … and whether it is denied: from its own auxiliaries
/// and adverbs, then from what embeds it.
struct ModalityReader {
    let tree: ClauseTree
    let verbs: VerbLexicon

    func read(_ clause: Clause, governor: Clause?) -> (modality: Modality, polarity: Polarity) {
        let embedding = embedding(of: clause, governor: governor)
        let own = ownModality(clause, governor: governor)
        let isNegative = isNegated(clause.head) != embedding.isNegative
        var modality = own ?? embedding.modality
        if own == nil, modality == .actual, isConditioned(clause.head), clause.tense != .past { modality = .conditional }
        if own == .planned, isConditioned(clause.head) || embedding.modality == .conditional { modality = .conditional }
        return (modality, isNegative ? .negative : .positive)
    }

    // MARK: Own words

    private func ownModality(_ clause: Clause, governor: Clause?) -> Modality? {
        let i = clause.head
        for auxiliary in tree.children(i, "aux") {
            switch tree.lower(auxiliary) {
            case "will", "'ll", "’ll", "shall", "wo": return .planned
            case "would", "'d", "’d": return isReportedFuture(clause, governor: governor) ? .planned : .conditional
            case "may", "might", "could", "can", "ca": return .possible
            case "should", "must", "ought": return .recommended
            default: continue
            }
        }
        if clause.kind == .verbal,
            tree.children(i, "cop", "aux", "aux:pass").contains(where: { isFiniteBe($0) && $0 + 1 < i && tree.lower($0 + 1) == "to" })
        {
            return .planned
        }
        if tree.children(i, "advmod").contains(where: { Self.doubts.contains(tree.lower($0)) }) { return .possible }
        if let marker = clause.marker, Self.conditions.contains(marker) { return .conditional }
        return nil
    }

    private func isFiniteBe(_ i: Int) -> Bool { ["is", "are", "was", "were"].contains(tree.lower(i)) }

    /// "He said he would resign": a plan, told in the past.
    private func isReportedFuture(_ clause: Clause, governor: Clause?) -> Bool {
        guard clause.link == .complement, let governor, governor.tense == .past || governor.tense == .perfect else { return false }
        return verbs.entry(governor.verb)?.stance?.isReporting ?? false
    }

    private func isConditioned(_ i: Int) -> Bool {
        tree.children(i, "advcl").contains { child in
            guard let marker = tree.marker(child) else { return false }
            return marker == "if" && tree.children(child, "advmod").allSatisfy { tree.lower($0) != "even" } || marker == "unless"
        }
    }

    func isNegated(_ i: Int) -> Bool {
        for adverb in tree.children(i, "advmod", "cc", "det") where Self.negations.contains(tree.lower(adverb)) {
            if adverb + 1 < tree.count, ["only", "just", "merely"].contains(tree.lower(adverb + 1)) { continue }
            return true
        }
        if tree.children(i, "advmod").contains(where: { tree.lower($0) == "longer" && $0 > 0 && tree.lower($0 - 1) == "no" }) {
            return true
        }
        return tree.children(i, "nsubj", "obj").contains { noun in
            tree.children(noun, "det").contains { ["no", "neither"].contains(tree.lower($0)) }
                || tree.children(noun, "advmod").contains { ["hardly", "scarcely"].contains(tree.lower($0)) }
                || tree.children(noun, "cc").contains { tree.lower($0) == "neither" } || ["nobody", "none", "nothing", "neither"].contains(tree.lower(noun))
        }
    }

    // MARK: What embeds it

    private func embedding(of clause: Clause, governor: Clause?) -> (modality: Modality, isNegative: Bool) {
        let inherited = governor?.modality ?? .actual
        switch clause.link {
        case .main, .aside, .subject:
            return (.actual, false)
        case .coordinated:
            guard let governor, !clause.hasOwnSubject, !hasOwnAuxiliary(clause.head) else { return (.actual, false) }
            return (governor.modality, false)
        case .control, .complement:
            return ofComplement(clause, governor: governor)
        case .adverbial:
            return ofAdverbial(clause, governor: governor)
        case .relative:
            return (.actual, false)
        case .reduced:
            return ofReduced(clause, inherited: inherited, governor: governor)
        }
    }

    private func hasOwnAuxiliary(_ i: Int) -> Bool {
        tree.children(i, "aux").contains { tree.xpos($0) == "MD" } || ["VBD", "VBZ", "VBP"].contains(tree.xpos(i))
    }

    private func ofComplement(_ clause: Clause, governor: Clause?) -> (modality: Modality, isNegative: Bool) {
        guard let governor else { return (.actual, false) }
        let entry = verbs.entry(governor.verb)
        if clause.link == .complement, let stance = entry?.stance, stance.isReporting {
            if stance == .deny { return (.actual, true) }
            if clause.tense == .none || governor.polarity == .negative { return (.possible, false) }
            return (stance == .predict ? .expected : stance == .warn && clause.tense == .none ? .possible : .actual, false)
        }
        let implied = complement(of: governor)
        if governor.verb == "have", [.past, .perfect].contains(governor.tense), governor.polarity == .positive { return (governor.modality, false) }
        let modality = implied.modality == .actual ? governor.modality : implied.modality
        return (modality, implied.isNegative != (governor.polarity == .negative))
    }

    /// What a governing predicate implies of its complement: from the lexicon, or from the adjective of a copula.
    private func complement(of governor: Clause) -> (modality: Modality, isNegative: Bool) {
        if governor.kind == .copular {
            switch tree.lower(governor.head) {
            case "likely", "due", "certain", "sure", "bound": return (.expected, false)
            case "unlikely": return (.expected, true)
            case "ready", "set", "eager", "willing", "prepared", "determined", "poised", "keen", "about": return (.planned, false)
            case "able", "free", "possible", "impossible": return (.possible, tree.lower(governor.head) == "impossible")
            case "unable": return (.actual, true)
            case "reluctant", "unwilling", "hesitant": return (.possible, false)
            case "necessary", "important", "essential", "vital", "crucial": return (.recommended, false)
            default: return (.actual, false)
            }
        }
        let called = tree.children(governor.head, "obl").contains { tree.preposition($0) == "for" } ? verbs.entry("\(governor.verb) for") : nil
        guard let complement = called?.complement ?? verbs.entry(governor.verb)?.complement else { return (.actual, false) }
        return (complement.modality, complement.isNegative)
    }

    private func ofAdverbial(_ clause: Clause, governor: Clause?) -> (modality: Modality, isNegative: Bool) {
        let i = clause.head
        let inherited = governor?.modality ?? .actual
        if let marker = clause.marker, Self.conditions.contains(marker) { return (.conditional, false) }
        if isInfinitive(i) { return (governor.map { purposeModality($0) } ?? .planned, false) }
        if let marker = clause.marker, marker == "for", clause.hasOwnSubject, let governor,
            let complement = verbs.entry("\(governor.verb) for")?.complement
        {
            return (complement.modality, false)
        }
        if clause.hasOwnSubject { return (.actual, false) }
        if let quality = tree.head(i), ["capable", "able"].contains(tree.lower(quality)) { return (.possible, false) }
        if clause.marker == "without" { return (inherited, true) }
        if let marker = clause.marker, marker == "for", let governor,
            let complement = verbs.entry("\(governor.verb) for")?.complement
        {
            return (complement.modality, false)
        }
        return (inherited, false)
    }

    private func purposeModality(_ governor: Clause) -> Modality {
        guard governor.kind == .copular else { return .planned }
        let implied = complement(of: governor).modality
        return implied == .actual && tree.lower(governor.head) != "unable" ? .planned : implied
    }

    private func ofReduced(_ clause: Clause, inherited: Modality, governor: Clause?) -> (modality: Modality, isNegative: Bool) {
        guard let noun = tree.head(clause.head) else { return (inherited, false) }
        if clause.hasOwnSubject, tree.has(noun, "obj"), let verb = tree.head(noun), Self.refusals.contains(tree.lemma(verb)), Self.reports.contains(tree.lemma(noun)) {
            return (.actual, !isNegated(verb))
        }
        let isNone = tree.children(noun, "det").contains { tree.lower($0) == "no" }
        if isNone, isInfinitive(clause.head) { return (.planned, true) }
        if isInfinitive(clause.head) || clause.hasOwnSubject {
            if let entry = verbs.nominal(tree.lemma(noun)).flatMap({ verbs.entry($0.verb) }), let complement = entry.complement {
                return (complement.modality, complement.isNegative)
            }
            switch tree.lower(noun) {
            case "ability", "chance", "opportunity", "capability", "capacity", "power", "possibility", "risk", "danger", "way",
                "ways", "right":
                return (.possible, false)
            case "inability": return (.actual, true)
            case "fact", "news", "evidence", "view": return (.actual, false)
            default: return (clause.hasOwnSubject ? .actual : .planned, false)
            }
        }
        let isNew =
            tree.children(noun, "det").contains { ["a", "an", "any"].contains(tree.lower($0)) }
            || tree.child(noun, "det", "nmod:poss", "nummod") == nil && tree.xpos(noun) == "NN"
        let holds = ["lead", "command", "control", "located-in", "have", "call", "part-of"].contains(
            verbs.relation(of: clause.verb) ?? "")
        return (isNew && holds ? inherited : .actual, false)
    }

    func isInfinitive(_ i: Int) -> Bool {
        tree.xpos(i) == "VB" && tree.children(i, "mark").contains { ["to"].contains(tree.lower($0)) }
            || tree.children(i, "mark").contains { tree.xpos($0) == "TO" }
    }

    /// "denied reports that": what the report says is denied.
    private static let refusals: Set<String> = ["deny", "reject", "dismiss", "refute", "contradict", "disprove"]
    private static let reports: Set<String> = [
        "report", "claim", "allegation", "accusation", "suggestion", "rumour", "rumor", "charge", "assertion", "notion", "idea", "speculation",
    ]
    private static let conditions: Set<String> = ["if", "unless", "whether", "in case", "as long as", "provided"]
    private static let doubts: Set<String> = ["maybe", "perhaps", "possibly", "reportedly", "allegedly", "probably"]
    private static let negations: Set<String> = ["not", "n't", "n’t", "never", "hardly", "scarcely", "neither", "nor", "no"]
}
