import Facts

/// A verb with its auxiliaries, and the adverbs among them.
struct VerbGroup: Sendable {
    var verb: Clause.Verb
    var adverbs: [Adjunct] = []
}

/// The auxiliary that decides which form comes next.
enum Auxiliary: Sendable { case none, be, have, do_, modal }

extension QuestionParser {
    /// Verb groups that begin a finite clause's predicate: "has been trying to fix".
    mutating func finiteVerbs(at index: Int) -> [Edge<VerbGroup>] {
        verbs(at: index, expecting: .finite, after: .none, VerbGroup(verb: Clause.Verb(lemma: "", span: span(index, index))), from: index)
    }

    /// The rest of a verb group whose first word is read already.
    mutating func verbs(at index: Int, expecting: VerbForms, after: Auxiliary, _ group: VerbGroup, from start: Int) -> [Edge<VerbGroup>] {
        guard fuel > 0, index - start < 16 else { return [] }
        var group = group
        var position = index
        while isMidAdverb(at: position, beforeVerb: expecting) {
            readAdverb(at: &position, into: &group)
        }
        guard let word = word(position), !word.verbForms.isDisjoint(with: expecting) else { return [] }
        if word.lower == "last", TimeWords.units.contains(lower(position + 1)) { return [] }
        group.verb.span = span(start, position + 1)
        settleTense(&group.verb, word, after: after)
        let next = position + 1
        var result: [Edge<VerbGroup>] = []
        if word.has(.be) {
            var copula = group
            var end = next
            while isBesideComplement(at: end) { readAdverb(at: &end, into: &copula) }
            result += main("be", copula, end)
            result += verbs(at: next, expecting: [.ing, .participle], after: .be, group, from: start)
            result += raised(at: next, group, from: start)
        } else if word.has(.have) {
            result += main("have", group, next)
            var perfect = group
            if perfect.verb.modal.isEmpty || perfect.verb.tense != .future {
                perfect.verb.tense = word.verbForms.contains(.past) ? .pastPerfect : .perfect
            }
            result += verbs(at: next, expecting: .participle, after: .have, perfect, from: start)
        } else if word.has(.do_) {
            result += main("do", group, next, cost: isEnd(next) ? 0 : Cost.desperate)
            result += verbs(at: next, expecting: .base, after: .do_, group, from: start)
        } else if word.has(.modal) {
            setModal(&group.verb, word.lower)
            result += verbs(at: isAt(next, "to") ? next + 1 : next, expecting: .base, after: .modal, group, from: start)
        } else {
            settleVoice(&group.verb, word, after: after)
            result += main(word.verbLemma, group, next, cost: word.verbCost)
        }
        result += catenated(word, at: next, group, from: start)
        return best(result)
    }

    /// Whether an adverb or negation stands here that can come between the words of a verb group.
    private func isMidAdverb(at index: Int, beforeVerb expected: VerbForms) -> Bool {
        if has(index, [.negation, .adverb]) { return true }
        if isAt(index, "no"), isAt(index + 1, "longer") { return true }
        if isAt(index, "neither") { return word(index + 1)?.verbForms.isDisjoint(with: expected) == false }
        guard let word = word(index), word.isContent else { return false }
        if word.isAdverb, word.verbForms.isEmpty { return true }
        return isAt(index, ["last", "first", "next"]) && self.word(index + 1)?.verbForms.isDisjoint(with: expected) == false
    }

    /// An adverb or negation between a copula and what it says: "not", "largely" of "is largely an office".
    func isBesideComplement(at index: Int) -> Bool {
        if has(index, [.negation, .adverb]) { return !has(index, .subordinator) && !isAt(index, "else") }
        guard let word = word(index), word.isContent, word.isAdverb, !word.isNoun, !word.isAdjective else { return false }
        return has(index + 1, [.article, .possessive])
    }

    private func main(_ lemma: String, _ group: VerbGroup, _ end: Int, cost: Int = 0) -> [Edge<VerbGroup>] {
        var group = group
        group.verb.lemma = lemma
        return [Edge(value: group, end: end, cost: cost)]
    }

    func readAdverb(at position: inout Int, into group: inout VerbGroup) {
        let text = lower(position)
        if text == "no" {
            group.verb.negated = true
            group.adverbs.append(.adverb("no longer", span(position, position + 2)))
            position += 2
            return
        }
        if has(position, .negation) || text == "neither" { group.verb.negated.toggle() } else { group.adverbs.append(.adverb(text, words[position].span)) }
        position += 1
    }

    private func settleTense(_ verb: inout Clause.Verb, _ word: QuestionWord, after: Auxiliary) {
        guard after == .none, verb.tense == .present else { return }
        let isPast = word.verbForms.contains(.past) && !word.verbForms.contains(.base)
        if isPast, !word.has(.modal) { verb.tense = .past }
    }

    private func settleVoice(_ verb: inout Clause.Verb, _ word: QuestionWord, after: Auxiliary) {
        guard after == .be else { return }
        if word.verbForms.contains(.ing) { verb.progressive = true } else { verb.voice = .passive }
    }

    func setModal(_ verb: inout Clause.Verb, _ modal: String) {
        switch modal {
        case "will", "shall", "'ll": verb.tense = .future
        case "'d": verb.modal = "would"
        case "cannot":
            verb.modal = "can"
            verb.negated = true
        default: verb.modal = modal
        }
    }

    /// "is expected to announce", "are likely to", "is to".
    private mutating func raised(at index: Int, _ group: VerbGroup, from start: Int) -> [Edge<VerbGroup>] {
        var position = index
        var group = group
        while has(position, [.negation, .adverb]) { readAdverb(at: &position, into: &group) }
        var phrase = "be to"
        if FunctionWords.raisingWords.contains(lower(position)) {
            phrase = "be \(lower(position)) to"
            position += 1
        }
        guard isAt(position, "to") else { return [] }
        group.verb.modal = phrase
        return verbs(at: position + 1, expecting: .base, after: .modal, group, from: start)
    }

    /// "plans to visit", "used to command", "is trying to strengthen".
    private mutating func catenated(_ word: QuestionWord, at index: Int, _ group: VerbGroup, from start: Int) -> [Edge<VerbGroup>] {
        guard group.verb.voice == .active, !word.has([.be, .do_, .modal]), FunctionWords.catenatives.contains(word.verbLemma) else {
            return []
        }
        var group = group
        if word.verbLemma == "use", word.lower != "used" { return [] }
        if word.verbLemma == "end" || word.verbLemma == "go" {
            let particle = word.verbLemma == "end" ? "up" : "on"
            guard isAt(index, particle) else { return [] }
            group.verb.modal = "\(word.verbLemma) \(particle)"
            return verbs(at: index + 1, expecting: .ing, after: .modal, group, from: start)
        }
        let isTo = isAt(index, "to")
        let takesGerund = ["continue", "begin", "start"].contains(word.verbLemma)
        guard isTo || takesGerund else { return [] }
        let outer = group.verb.modal.isEmpty ? "" : group.verb.modal + " "
        group.verb.modal = outer + (word.lower == "used" ? "used to" : "\(word.verbLemma) to")
        return verbs(at: isTo ? index + 1 : index, expecting: isTo ? .base : .ing, after: .modal, group, from: start)
            .map { $0.costing(word.verbCost) }
    }
}
