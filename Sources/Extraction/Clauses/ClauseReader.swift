import Facts
import Lexicon

/// Finds the predicates of a sentence, from the root down, with their understood subjects, modality and polarity.
///
/// A clause is read after the one it hangs in, so that omitted subjects (control, coordination, participles) and the
/// factuality of what embeds it are known by then.
struct ClauseReader {
    let tree: ClauseTree
    let verbs: VerbLexicon
    let words: WordNet

    /// In the order from the root down.
    func read() -> [Clause] {
        var byHead: [Int: Clause] = [:]
        var result: [Clause] = []
        for i in tree.topDown where isPredicate(i) {
            let governor = governingPredicate(of: i, among: byHead)
            var clause = Clause(
                head: i, kind: kind(i), link: link(i), governor: governor?.head, verb: verb(i), isPassive: isPassive(i))
            clause.marker = tree.marker(i)
            clause.tense = tense(i, link: clause.link, governor: governor)
            resolveSubject(&clause, governor: governor)
            let factuality = ModalityReader(tree: tree, verbs: verbs).read(clause, governor: governor)
            clause.modality = factuality.modality
            clause.polarity = factuality.polarity
            byHead[i] = clause
            result.append(clause)
        }
        return result
    }

    // MARK: Predicates

    private static let neverPredicates = [
        "aux", "cop", "case", "mark", "fixed", "flat", "compound", "amod", "det", "cc", "punct",
        "goeswith", "nummod", "advmod", "reparandum",
    ]
    private static let clausal = [
        "root", "conj", "ccomp", "xcomp", "advcl", "acl", "csubj", "parataxis", "dep", "appos", "discourse",
    ]

    func isPredicate(_ i: Int) -> Bool {
        if tree.has(i, any: Self.neverPredicates) || ["according", "including", "following"].contains(tree.lower(i)) {
            return false
        }
        if tree.child(i, "cop") != nil { return true }
        if tree.has(i, "conj"), tree.has(tree.firstConjunct(i), any: ["amod", "compound"]), tree.child(i, "nsubj", "obj", "aux") == nil {
            return false
        }
        switch tree.upos(i) {
        case "VERB":
            if tree.has(i, any: Self.clausal) { return !isVerbalNoun(i) }
            return tree.xpos(i) == "VBG" && tree.child(i, "obj", "ccomp", "xcomp", "mark") != nil && tree.child(i, "det") == nil
                || ["VBD", "VBZ", "VBP"].contains(tree.xpos(i)) && tree.child(i, "nsubj") != nil
        case "AUX":
            return tree.has(i, any: Self.clausal)
        case "ADJ":
            return tree.child(i, "nsubj") != nil
        default:
            return tree.child(i, "nsubj") != nil
                && (tree.child(i, "aux") != nil || tree.has(i, any: ["advcl", "ccomp"]) && tree.child(i, "mark") != nil)
        }
    }

    /// "the stationing of troops": a noun for the rules, whatever its tag.
    private func isVerbalNoun(_ i: Int) -> Bool {
        tree.xpos(i) == "VBG" && tree.child(i, "det", "nmod:poss") != nil && tree.child(i, "obj", "nsubj", "aux") == nil
    }

    private func kind(_ i: Int) -> Clause.Kind {
        if tree.child(i, "expl").map({ tree.lower($0) == "there" }) ?? false { return .existential }
        if tree.child(i, "cop") != nil { return isParticiple(i) || isArranged(i) ? .verbal : .copular }
        if tree.upos(i) == "ADJ" { return .copular }
        return .verbal
    }

    private func verb(_ i: Int) -> String {
        if tree.child(i, "cop") != nil, isParticiple(i) { return participleVerb(i) ?? tree.lemma(i).lowercased() }
        if tree.child(i, "cop") != nil && !isArranged(i) || tree.upos(i) == "ADJ" { return "be" }
        let particles = tree.children(i, "compound:prt").map { tree.lower($0) }
        return ([lemma(ofVerb: i)] + particles).joined(separator: " ")
    }

    /// "The firm is to pump", of somebody or something that can do it; "the aim is to pump" says what the aim is.
    private func isArranged(_ i: Int) -> Bool {
        guard tree.xpos(i) == "VB", let copula = tree.child(i, "cop"), let mark = tree.child(i, "mark"), copula < mark, tree.lower(mark) == "to",
            let subject = tree.child(i, "nsubj")
        else { return false }
        if tree.upos(subject) == "PROPN" || ["he", "she", "they", "we"].contains(tree.lower(subject)) || tree.child(i, "aux:pass") != nil {
            return true
        }
        let kind = words.firstNounClass(of: tree.lemma(subject).lowercased())
        return tree.upos(subject) == "NOUN" && !kind.isDisjoint(with: [.person, .group, .artifact, .place, .object])
    }

    /// The tagger's lemma, or WordNet's where the tagger's is no verb ("sank", "breaks" taken for a noun).
    private func lemma(ofVerb i: Int) -> String {
        let lemma = tree.lemma(i).lowercased()
        if words.parts(of: lemma).contains(.verb), tree.upos(i) == "VERB" || tree.upos(i) == "AUX" { return lemma }
        return words.lemmas(of: tree.lower(i), .verb).first ?? lemma
    }

    /// "was ousted" whose participle was tagged as an adjective: a passive where the verb is known to do something.
    private func isParticiple(_ i: Int) -> Bool { tree.xpos(i) == "VBN" || participleVerb(i) != nil }

    private func participleVerb(_ i: Int) -> String? {
        guard tree.child(i, "det", "nmod:poss", "case") == nil, tree.upos(i) != "PROPN" else { return nil }
        let form = tree.lower(i)
        let lemmas = words.lemmas(of: form, .verb).filter { $0 != form }
        guard form.hasSuffix("ed") || form.hasSuffix("en") || form.hasSuffix("wn") || tree.xpos(i) == "VBN" else { return nil }
        return lemmas.first { lemma in
            guard let relation = verbs.relation(of: lemma) else { return false }
            return !["fear", "plan", "promise", "say", "affect", "have"].contains(relation)
        }
    }

    func isPassive(_ i: Int) -> Bool {
        if tree.child(i, "cop") != nil, isParticiple(i) { return true }
        if tree.child(i, "aux:pass", "nsubj:pass", "csubj:pass") != nil { return true }
        guard ["VBN", "VBD"].contains(tree.xpos(i)), tree.child(i, "aux", "cop", "nsubj") == nil else { return false }
        if tree.xpos(i) == "VBD" { return tree.has(i, "acl") && tree.child(i, "obj") == nil }
        if tree.has(i, "conj"), let first = tree.head(i), tree.upos(first) == "VERB" || tree.child(first, "cop") != nil {
            return tree.child(i, "nsubj") == nil && isPassive(tree.firstConjunct(i))
        }
        return tree.has(i, any: ["acl", "advcl", "xcomp"]) && tree.child(i, "obj") == nil
    }

    private func link(_ i: Int) -> Clause.Link {
        switch tree.base(i) {
        case "conj": .coordinated
        case "ccomp": .complement
        case "xcomp": .control
        case "csubj": .subject
        case "advcl": tree.xpos(i) == "VB" && isComplementOfHead(i) ? .control : .adverbial
        case "acl": tree.relation(i) == "acl:relcl" ? .relative : .reduced
        case "parataxis", "appos", "discourse": .aside
        case "root": .main
        default: .adverbial
        }
    }

    /// An infinitive that the parser took for an adverbial though its verb asks for one: "prompted the firm to sell".
    private func isComplementOfHead(_ i: Int) -> Bool {
        guard let up = tree.head(i), up < i, tree.child(i, "mark").map({ tree.lower($0) == "to" }) ?? false else { return false }
        if verbs.entry("\(tree.lemma(up)) for")?.complement != nil,
            tree.children(up, "obl").contains(where: { tree.preposition($0) == "for" && $0 < i })
        {
            return true
        }
        guard let complement = verbs.entry(tree.lemma(up).lowercased())?.complement, tree.child(up, "xcomp", "ccomp") == nil
        else { return false }
        if complement.controller == .raise, tree.child(up, "obj") != nil, tree.child(up, "aux:pass") == nil { return true }
        return (complement.controller == .object) == (tree.child(up, "obj") != nil) && tree.reach[i].lowerBound > up
    }

    private func isControlled(_ i: Int, by governor: Clause?) -> Bool {
        tree.marker(i) == "for" && governor.map { verbs.entry("\($0.verb) for") != nil } ?? false
    }

    private func governingPredicate(of i: Int, among known: [Int: Clause]) -> Clause? {
        for up in tree.ancestors(of: i) {
            if let clause = known[up] { return clause }
        }
        return nil
    }

    // MARK: Tense

    private func tense(_ i: Int, link: Clause.Link, governor: Clause?) -> Clause.Tense {
        let auxiliaries = tree.children(i, "aux", "cop", "aux:pass")
        for auxiliary in auxiliaries {
            switch tree.lower(auxiliary) {
            case "will", "'ll", "’ll", "shall": return .future
            case "has", "have", "'ve", "’ve": return .perfect
            case "had", "was", "were", "did": return .past
            default: continue
            }
        }
        if auxiliaries.contains(where: { ["VBZ", "VBP", "MD"].contains(tree.xpos($0)) }) { return .present }
        switch tree.xpos(i) {
        case "VBD": return .past
        case "VBZ", "VBP": return .present
        case "VBN" where !isPassive(i): return .past
        default: break
        }
        switch link {
        case .reduced: return tree.xpos(i) == "VBN" ? .past : governor?.tense ?? .none
        case .subject: return .none
        default: return governor?.tense ?? .none
        }
    }

    // MARK: Subjects

    private func resolveSubject(_ clause: inout Clause, governor: Clause?) {
        let i = clause.head
        if let own = tree.children(i, "nsubj").first(where: { !isCleftPronoun($0) && !["both", "either"].contains(tree.lower($0)) }) {
            clause.hasOwnSubject = true
            clause.subjects = expand(own)
            return
        }
        if let clausal = tree.child(i, "csubj") {
            clause.hasOwnSubject = true
            clause.clausalSubject = clausal
            return
        }
        if let pronoun = tree.child(i, "expl"), tree.lower(pronoun) != "there", clause.kind != .existential {
            clause.hasOwnSubject = true
            clause.subjects = [pronoun]
            return
        }
        switch clause.link {
        case .coordinated:
            guard let first = tree.head(i), let governor, governor.head == first || governor.head == tree.firstConjunct(i) else {
                return
            }
            clause.subjects = governor.subjects
        case .control:
            clause.subjects = controlled(i, by: governor)
        case .relative:
            guard let noun = tree.head(i) else { return }
            clause.subjects = expand(located(noun, by: i))
        case .reduced:
            clause.subjects = ofReducedRelative(i, governor: governor)
        case .adverbial, .complement:
            if verbs.relation(of: clause.verb) == "include", let governor, let mark = tree.child(i, "mark"), tree.lower(mark) == "to" {
                clause.subjects = tree.children(governor.head, "obj", "obl").first { $0 < i }.map(expand) ?? []
                return
            }
            if let quality = tree.head(i), tree.has(quality, "amod"), let noun = tree.head(quality) {
                clause.subjects = expand(noun)
                return
            }
            if clause.marker == "as", let governor, ["quote", "cite"].contains(governor.verb), !governor.isPassive {
                clause.subjects = tree.children(governor.head, "obj").flatMap(expand)
                return
            }
            if clause.marker == "for", let governor, !governor.isPassive, Reactions.contains(governor.verb, verbs),
                let object = tree.child(governor.head, "obj")
            {
                clause.subjects = expand(object)
                return
            }
            clause.subjects = isControlled(i, by: governor) ? controlled(i, by: governor) : governor?.subjects ?? []
        case .main, .subject, .aside:
            return
        }
    }

    private func isCleftPronoun(_ i: Int) -> Bool { tree.xpos(i) == "EX" }

    private func controlled(_ i: Int, by governor: Clause?) -> [Int] {
        guard let governor else { return [] }
        if governor.verb == "make", tree.child(i, "mark") != nil { return [] }
        if verbs.entry("\(governor.verb) for")?.complement != nil,
            let called = tree.children(governor.head, "obl").first(where: { tree.preposition($0) == "for" && $0 < i })
        {
            return expand(called)
        }
        let objects = tree.children(governor.head, "obj", "iobj").filter { tree.lower($0) != "that" }
        let wanted = verbs.entry(governor.verb)?.complement?.controller
        if !governor.isPassive, wanted != .subject, let object = objects.first { return expand(object) }
        return governor.subjects
    }

    /// "the plan proposed by", "a man singing", "a decision to leave".
    private func ofReducedRelative(_ i: Int, governor: Clause?) -> [Int] {
        guard let noun = tree.head(i) else { return [] }
        if tree.xpos(i) == "VBG", tree.child(i, "mark") != nil { return [] }
        if tree.xpos(i) != "VB" || tree.child(i, "mark") == nil { return expand(located(noun, by: i)) }
        if isPassive(i) { return expand(noun) }
        if tree.preposition(noun) == "for" { return expand(noun) }
        if let owner = tree.child(noun, "nmod:poss") { return expand(owner) }
        if let preposition = tree.preposition(noun), ["amid", "despite", "over", "after", "because of"].contains(preposition) { return [] }
        return governor?.subjects.contains(noun) == true ? [] : governor?.subjects ?? []
    }

    /// "The overhaul of the fleet, stationed at Malta": a thing is stationed, not an event.
    private func located(_ noun: Int, by verb: Int) -> Int {
        guard ["station", "base", "locate", "situate", "headquarter", "deploy"].contains(tree.lemma(verb)),
            verbs.nominal(tree.lemma(noun)) != nil,
            let thing = tree.children(noun, "nmod").first(where: { tree.preposition($0) == "of" })
        else { return noun }
        return thing
    }

    /// Every conjunct, with relative pronouns replaced by what they stand for.
    func expand(_ i: Int) -> [Int] {
        guard let antecedent = tree.antecedent(ofPronoun: i) else { return tree.conjuncts(i) }
        let all = tree.conjuncts(tree.firstConjunct(antecedent))
        return all.count > 1 && tree.relativeClause(of: i).map(isPlural) ?? false ? all : [antecedent]
    }

    /// "which have", "who were".
    private func isPlural(_ clause: Int) -> Bool {
        ([clause] + tree.children(clause, "aux", "cop")).contains { tree.xpos($0) == "VBP" || tree.lower($0) == "were" }
    }
}

extension ClauseTree {
    private static let relativePronouns: Set<String> = ["who", "whom", "which", "that", "whose", "where"]

    /// What a relative pronoun stands for; nil for any other word.
    func antecedent(ofPronoun i: Int) -> Int? {
        guard Self.relativePronouns.contains(lower(i)), ["WDT", "WP", "WP$", "WRB", "IN"].contains(xpos(i)) else { return nil }
        return relativeClause(of: i).flatMap { head($0) }
    }

    /// The relative clause that a word stands in.
    func relativeClause(of i: Int) -> Int? { ([i] + ancestors(of: i)).first { relation($0) == "acl:relcl" } }
}
