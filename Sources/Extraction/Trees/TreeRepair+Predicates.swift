import Facts

/// Repairs of what is predicated of what.
extension TreeRepair {
    /// "raised the rate by half a point to 4 percent": the new amount hangs on the verb, not on the difference.
    func moveAmount(_ i: Int, in tree: inout ClauseTree) {
        guard tree.has(i, "nmod"), ["to", "from"].contains(tree.preposition(i) ?? ""), let difference = tree.head(i), difference < i,
            tree.has(difference, "obl"), tree.preposition(difference) == "by", let verb = tree.head(difference),
            ["increase", "decrease", "change"].contains(verbs.relation(of: tree.lemma(verb)) ?? ""), tree.child(i, "nummod") != nil || tree.upos(i) == "NUM"
        else { return }
        tree.attach(i, to: verb, as: "obl")
    }

    /// "beat City 3-1": the score is no part of the loser's name.
    func moveScore(_ i: Int, in tree: inout ClauseTree) {
        guard tree.upos(i) == "NUM", let head = tree.head(i), head < i, i + 2 < tree.count,
            let verb = tree.has(head, "obj") ? tree.head(head) : tree.has(i, "obj") && tree.children(head, "obj").count > 1 ? head : nil,
            ["-", "–"].contains(tree.tokens[i + 1].form), tree.upos(i + 2) == "NUM", !tree.has(i, "conj")
        else { return }
        tree.attach(i, to: verb, as: "obl:npmod")
        tree.attach(i + 2, to: i, as: "nmod")
        tree.attach(i + 1, to: i + 2, as: "punct")
    }

    /// "found Karl Weiss, the manager, guilty of theft": an adjective behind the object of such a verb tells what he was found.
    func turnObjectPredicate(_ i: Int, in tree: inout ClauseTree) {
        guard tree.upos(i) == "ADJ", tree.has(i, "amod"), let object = tree.head(i), object < i, tree.has(object, "obj"),
            let verb = tree.head(object), Self.predicating.contains(tree.lemma(verb))
        else { return }
        tree.attach(i, to: verb, as: "xcomp")
    }

    private static let predicating: Set<String> = ["find", "consider", "deem", "declare", "hold", "keep", "leave", "render", "pronounce", "rule", "call", "label", "brand", "dub"]

    /// "found him guilty of taking bribes and sentenced him": a past form goes on from a finite verb, not from an -ing form or infinitive.
    func moveFiniteConjunct(_ i: Int, in tree: inout ClauseTree) {
        guard tree.has(i, "conj"), tree.xpos(i) == "VBD", tree.child(i, "nsubj") == nil, tree.child(i, "cc") != nil, let first = tree.head(i),
            first < i, ["VBG", "VB"].contains(tree.xpos(first)), !tree.children(first, "aux").contains(where: { tree.xpos($0) != "TO" }),
            let finite = tree.ancestors(of: first).first(where: { $0 < i && tree.xpos($0) == "VBD" && tree.child($0, "nsubj") != nil })
        else { return }
        tree.attach(i, to: finite, as: "conj")
    }

    /// "The bridge fell because its bolts had rusted, the experts concluded": the clause before the speaker is part of what is said.
    func moveIntoContent(_ i: Int, in tree: inout ClauseTree) {
        guard tree.has(i, "advcl"), let verb = tree.head(i), i < verb, isReporting(verb, tree), let content = tree.child(verb, "ccomp"), content < i,
            let speaker = tree.child(verb, "nsubj"), i < speaker
        else { return }
        tree.attach(i, to: content, as: "advcl")
    }

    /// "The move surprised traders, most of whom had expected less": the verb behind "of whom" speaks of the noun before; the past form that was
    /// taken for an adjective is the sentence's verb.
    func turnPartOfWhom(_ i: Int, in tree: inout ClauseTree) {
        let subjects = tree.children(i, "nsubj")
        guard subjects.count == 2, subjects[1] < i,
            tree.children(subjects[1], "nmod").contains(where: { ["whom", "which"].contains(tree.lower($0)) }),
            let hidden = tree.children(subjects[0], "amod").first(where: { tree.lower($0).hasSuffix("ed") && $0 < subjects[0] }),
            let doer = tree.children(subjects[0], "compound").first(where: { $0 < hidden })
        else { return }
        let object = subjects[0]
        tree.attach(hidden, to: tree.head(i) ?? -1, as: tree.relation(i))
        tree.attach(object, to: hidden, as: "obj")
        tree.attach(doer, to: hidden, as: "nsubj")
        for child in tree.children(object, "det") where child < doer { tree.attach(child, to: doer, as: "det") }
        tree.attach(i, to: object, as: "acl:relcl")
        tree.retag(hidden, as: "VERB", "VBD")
    }

    /// "The deal, worth 3.5 billion euros, failed": the amount belongs to "worth", not to the verb.
    func turnWorth(_ i: Int, in tree: inout ClauseTree) {
        guard tree.lower(i) == "worth", tree.has(i, any: ["amod", "acl", "appos", "advmod"]), let noun = tree.head(i), noun < i, i + 1 < tree.count,
            let amount = layer.mentions(in: tree.index).first(where: { $0.type == .money && $0.tokens.overlaps(i + 1...i + 2) })
        else { return }
        tree.attach(amount.head, to: i, as: "obj")
        tree.attach(i, to: noun, as: "acl")
        tree.retag(i, as: "VERB", "VBG")
    }

    /// "The boat is due in the 2040s": due is what the boat is.
    func turnDue(_ i: Int, in tree: inout ClauseTree) {
        guard tree.lower(i) == "due", tree.has(i, "case"), tree.upos(i) == "ADJ", let time = tree.head(i), i < time, let be = tree.child(time, "cop"), be < i
        else { return }
        tree.attach(i, to: tree.head(time) ?? -1, as: tree.relation(time))
        for child in tree.children[time] where child < i { tree.attach(child, to: i, as: tree.relation(child)) }
        tree.attach(time, to: i, as: "obl")
    }

    /// "The town, home to 4,000 people, lies": a noun that was taken for an adverb.
    func turnHome(_ i: Int, in tree: inout ClauseTree) {
        guard tree.lower(i) == "home", tree.upos(i) == "ADV", tree.has(i, "advmod"), let noun = tree.head(i), noun < i, tree.isSetOff(i),
            tree.lower(i, offset: 1) == "to", let people = tree.children[noun].first(where: { $0 > i && tree.preposition($0) == "to" })
        else { return }
        tree.retag(i, as: "NOUN", "NN")
        tree.attach(i, to: noun, as: "appos")
        tree.attach(people, to: i, as: "nmod")
    }

    /// "survived a vote by 98 votes to 91": what stands behind a preposition is no object.
    func turnObjectBehindPreposition(_ i: Int, in tree: inout ClauseTree) {
        guard tree.relation(i) == "obj", tree.preposition(i) == "by", let verb = tree.head(i), tree.children(verb, "obj").contains(where: { $0 < i }) else { return }
        tree.attach(i, to: verb, as: "obl")
    }

    /// "said the talks had been frank but declined to comment": without the auxiliary the past form goes on from the saying.
    func moveBehindSaid(_ i: Int, in tree: inout ClauseTree) {
        guard tree.has(i, "conj"), tree.xpos(i) == "VBD" || tree.xpos(i) == "VBN", tree.child(i, "nsubj", "aux", "aux:pass") == nil,
            tree.children(i, "cc").contains(where: { tree.lower($0) == "but" }), let content = tree.head(i), tree.has(content, "ccomp"),
            tree.children(content, "aux").contains(where: { ["had", "would", "could", "will", "might"].contains(tree.lower($0)) }),
            let saying = tree.head(content), saying < content, isReporting(saying, tree), isReporting(i, tree) || ["decline", "refuse"].contains(tree.lemma(i))
        else { return }
        tree.attach(i, to: saying, as: "conj")
        tree.retag(i, as: "VERB", "VBD")
    }
}
