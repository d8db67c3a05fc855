import Facts
import Lexicon

/// Repairs by what verbs and prepositions ask for.
extension TreeRepair {
    /// "acquitted the mayor of fraud", "robbed the museum of two paintings": what stands behind "of" is the verb's second object.
    func moveMatter(_ i: Int, in tree: inout ClauseTree) {
        guard tree.preposition(i) == "of", ["NOUN", "PROPN", "NUM"].contains(tree.upos(i)), let head = tree.head(i), head < i else { return }
        if Self.mattering.contains(tree.lemma(head)), tree.upos(head) == "VERB" {
            if !tree.has(i, "obl") { tree.attach(i, to: head, as: "obl") }
            return
        }
        guard tree.has(i, "nmod"), tree.has(head, any: ["obj", "iobj"]), let verb = tree.head(head), verb < head,
            Self.mattering.contains(tree.lemma(verb)), !isOffice(head, tree), !isName(head, holding: i, tree)
        else { return }
        tree.attach(i, to: verb, as: "obl")
    }

    /// "compared the shrine with a cemetery", "replaced the king with his son": so does what stands behind "with".
    func moveCompanion(_ i: Int, in tree: inout ClauseTree) {
        guard tree.has(i, "nmod"), tree.preposition(i) == "with", let object = tree.head(i), object < i, tree.has(object, "obj"), let verb = tree.head(object),
            Self.pairing.contains(tree.lemma(verb)), !isName(object, holding: i, tree)
        else { return }
        tree.attach(i, to: verb, as: "obl")
    }

    private static let pairing: Set<String> = [
        "align", "associate", "charge", "combine", "compare", "confuse", "connect", "contrast", "equip", "exchange", "fill", "link", "merge", "pair",
        "present", "provide", "reconcile", "replace", "share", "supply", "swap",
    ]

    /// "dropped after China and Russia objected": a past form right behind a preposition's nouns is their verb, and the preposition introduces it.
    func turnClauseBehindNouns(_ i: Int, in tree: inout ClauseTree) {
        guard tree.has(i, "advcl"), ["VBD", "VBN"].contains(tree.xpos(i)), tree.child(i, "nsubj", "csubj", "mark", "aux", "aux:pass") == nil,
            let governor = tree.head(i), governor < i,
            let noun = tree.children(governor, "obl").last(where: { $0 < i && tree.reach[$0].upperBound == i - 1 }), let word = tree.child(noun, "case"),
            ["after", "before", "since", "until", "as", "because"].contains(tree.lower(word))
        else { return }
        tree.attach(noun, to: i, as: "nsubj")
        tree.attach(word, to: i, as: "mark")
        tree.retag(i, as: "VERB", "VBD")
    }

    private func isName(_ i: Int, holding token: Int, _ tree: ClauseTree) -> Bool {
        layer.mention(headedBy: i, in: tree.index).map { $0.kind == .name && $0.tokens.contains(token) } ?? false
    }

    private func isOffice(_ i: Int, _ tree: ClauseTree) -> Bool {
        layer.mention(headedBy: i, in: tree.index).map { $0.kind != .name && $0.type == .person } == true && tree.children(i, "nmod").count == 1
            && ["minister", "secretary", "head", "director", "chief", "member", "leader", "president", "governor"].contains(tree.lemma(i))
    }

    private static let mattering: Set<String> = [
        "accuse", "acquit", "absolve", "assure", "cheat", "cleanse", "clear", "convict", "convince", "cure", "deprive", "exonerate", "inform",
        "notify", "persuade", "relieve", "remind", "rid", "rob", "strip", "suspect", "warn",
    ]

    /// "since the ferry, a steamer, was sold": a finite verb without a subject whose preposition's noun, with all that describes it,
    /// ends right before it is a clause, and the preposition introduces it.
    func turnDescribedSubject(of i: Int, in tree: inout ClauseTree) {
        guard tree.has(i, any: ["parataxis", "conj", "advcl", "ccomp"]), let governor = tree.head(i), governor < i,
            let auxiliary = tree.children(i, "aux", "cop").first(where: { ["VBD", "VBZ", "VBP", "MD"].contains(tree.xpos($0)) }),
            tree.child(i, "csubj", "expl", "cc", "mark") == nil, tree.tokens[auxiliary - 1].form == ",",
            let noun = tree.children(governor, "obl").last(where: { $0 < auxiliary }), let word = tree.child(noun, "case"),
            ["since", "after", "before", "until", "as"].contains(tree.lower(word))
        else { return }
        if let description = tree.child(i, "nsubj") {
            guard tree.reach[noun].upperBound + 2 == tree.phrase(description).first, tree.tokens[tree.reach[noun].upperBound + 1].form == ",",
                tree.children(description, "det").contains(where: { ["a", "an"].contains(tree.lower($0)) })
            else { return }
            tree.attach(description, to: noun, as: "appos")
        } else if ![auxiliary - 1, auxiliary - 2].contains(tree.reach[noun].upperBound) {
            return
        }
        tree.attach(noun, to: i, as: tree.child(i, "aux:pass") == nil ? "nsubj" : "nsubj:pass")
        tree.attach(word, to: i, as: "mark")
        tree.attach(i, to: governor, as: "advcl")
    }

    /// "promised not to begin until the study is done": a clause of time behind an infinitive limits the infinitive.
    func moveBehindInfinitive(_ i: Int, in tree: inout ClauseTree) {
        guard tree.has(i, "advcl"), ["until", "till", "unless"].contains(tree.marker(i) ?? ""), let verb = tree.head(i), verb < i,
            let infinitive = tree.children(verb, "xcomp").last(where: { verb < $0 && $0 < i }), tree.xpos(infinitive) == "VB", !tree.isSetOff(i)
        else { return }
        tree.attach(i, to: infinitive, as: "advcl")
    }

    /// "China trained officers, donated a ship and offered aid": no comma stands between a subject and its verb, so what does is the object of
    /// the verb before.
    func turnSeparatedSubject(of i: Int, in tree: inout ClauseTree) {
        guard tree.xpos(i) == "VBD" || tree.xpos(i) == "VBZ" || tree.xpos(i) == "VBP", let noun = tree.child(i, "nsubj"), noun < i,
            tree.tokens[i - 1].form == ",", [i - 1, i - 2].contains(tree.reach[noun].upperBound),
            !tree.tokens[tree.reach[noun].lowerBound..<i - 1].contains(where: { $0.form == "," }),
            let before = Optional(tree.reach[noun].lowerBound - 1), before >= 1, tree.upos(before) == "VERB", tree.xpos(before) == tree.xpos(i),
            let doer = tree.child(before, "nsubj"), !tree.dominates(i, doer), tree.child(before, "obj", "ccomp") == nil
        else { return }
        let isBelow = tree.head(before) == i
        if isBelow || tree.has(before, "ccomp") { tree.attach(before, to: tree.head(i) ?? -1, as: tree.relation(isBelow ? i : before)) }
        tree.attach(i, to: before, as: "conj")
        tree.attach(noun, to: before, as: "obj")
    }

    /// "missed the record, set in 2011 by his rival": such a participle behind a thing tells of the thing, not of a person.
    func moveParticipleToThing(_ i: Int, in tree: inout ClauseTree) {
        guard tree.xpos(i) == "VBN", tree.has(i, "advcl"), tree.isSetOff(i), tree.child(i, "aux", "aux:pass", "mark", "obj") == nil, let verb = tree.head(i),
            verb < i, Self.making.contains(tree.lemma(i)),
            let object = tree.children(verb, "obj").last(where: { $0 < i && (1...2).contains(tree.reach[i].lowerBound - tree.reach[$0].upperBound) }),
            type(object, tree) != .person
        else { return }
        tree.attach(i, to: object, as: "acl")
    }

    private static let making: Set<String> = [
        "set", "build", "found", "make", "write", "design", "publish", "sign", "establish", "create", "name", "launch", "erect", "paint", "direct",
        "discover", "invent", "draft", "propose", "introduce", "adopt", "compose", "own", "acquire", "buy", "install", "hold", "draw",
    ]

    /// "There a binder taught her his trade": before a verb that does not tell of being, "there" is a place.
    func turnPlaceThere(_ i: Int, in tree: inout ClauseTree) {
        guard tree.has(i, "expl"), tree.lower(i) == "there", let verb = tree.head(i), i < verb, tree.upos(verb) == "VERB",
            let subject = tree.child(verb, "nsubj"), i < subject, subject < verb, tree.child(verb, "obj", "ccomp") != nil
        else { return }
        tree.attach(i, to: verb, as: "advmod")
        tree.retag(i, as: "ADV", "RB")
    }

    /// "Closing the plant would cost jobs, the union said", "Fighting came within miles": the -ing form that begins a clause is the subject
    /// of the finite verb right behind its phrase.
    func turnGerundSubject(_ i: Int, in tree: inout ClauseTree) {
        guard tree.xpos(i) == "VBG", tree.has(i, "advcl"), tree.child(i, "mark", "aux", "nsubj", "cop", "case") == nil else { return }
        let next = tree.reach[i].upperBound + 1
        guard tree.reach[i].lowerBound == i, i == 0 || ["``", "“", "\"", ",", "that"].contains(tree.lower(i - 1)), next < tree.count,
            ["VBD", "VBZ", "VBP", "MD"].contains(tree.xpos(next)),
            let verb = tree.upos(next) == "AUX" ? tree.head(next) : next, verb != i, tree.child(verb, "nsubj", "csubj", "expl") == nil,
            !tree.dominates(i, verb)
        else { return }
        if tree.child(i, "obj", "ccomp", "xcomp") != nil { return tree.attach(i, to: verb, as: "csubj") }
        tree.retag(i, as: "NOUN", "NN")
        tree.attach(i, to: verb, as: "nsubj")
        for child in tree.children(i, "obl") { tree.attach(child, to: i, as: "nmod") }
        guard let first = tree.children(i, "nmod").first(where: { tree.preposition($0) == "between" }), tree.child(first, "conj") == nil else { return }
        for other in tree.children(i, "conj") where other > first { tree.attach(other, to: first, as: "conj") }
    }

    /// "She owns, she admits, hardly any books": what follows the saying between commas is the object of what is said.
    func moveBehindAside(_ i: Int, in tree: inout ClauseTree) {
        guard tree.has(i, "obj"), let verb = tree.head(i), verb < i, isReporting(verb, tree), tree.tokens[tree.reach[i].lowerBound - 1].form == ","
                || tree.tokens[tree.reach[i].lowerBound].form == ",",
            let content = tree.child(verb, "ccomp"), content < verb, tree.child(content, "obj", "cop") == nil, tree.upos(content) == "VERB"
        else { return }
        tree.attach(i, to: content, as: "obj")
    }

    /// "employs 300 people and specialises in turbines": a word that is only a verb is no second object.
    func turnVerbalConjunct(_ i: Int, in tree: inout ClauseTree) {
        guard tree.has(i, "conj"), tree.xpos(i) == "NNS", tree.child(i, "cc") != nil, tree.child(i, "det", "amod", "nummod", "case", "nmod:poss") == nil,
            let object = tree.head(i), tree.has(object, "obj"), let verb = tree.head(object), isOnlyVerb(tree.lower(i))
        else { return }
        tree.retag(i, as: "VERB", "VBZ")
        tree.attach(i, to: verb, as: "conj")
        for child in tree.children(object, "nmod") where child > i { tree.attach(child, to: i, as: "obl") }
        for child in tree.children(i, "nmod") { tree.attach(child, to: i, as: "obl") }
    }

    private func isOnlyVerb(_ form: String) -> Bool {
        guard form.hasSuffix("s") else { return false }
        let lemma = String(form.dropLast())
        return words.parts(of: lemma).contains(.verb) && !words.parts(of: lemma).contains(.noun)
            || lemma.hasSuffix("ise") && words.parts(of: lemma.dropLast(3) + "ize").contains(.verb) && !words.parts(of: lemma).contains(.noun)
    }
}
