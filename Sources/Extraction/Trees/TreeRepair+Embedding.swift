import Facts

/// Repairs of which clause a clause hangs in.
extension TreeRepair {
    /// "who had cost 18 million": a form of "have" that the parser took for a verb beside its participle only helps it.
    func turnPerfect(_ i: Int, in tree: inout ClauseTree) {
        guard ["have", "has", "had"].contains(tree.lower(i)), tree.has(i, any: ["acl", "conj", "ccomp", "advcl", "parataxis"]) || tree.head(i) == nil,
            i + 1 < tree.count, ["VB", "VBN", "VBD", "VBP"].contains(tree.xpos(i + 1)), tree.upos(i + 1) == "VERB",
            tree.head(i + 1) == i || tree.head(i + 1) == tree.head(i), tree.child(i + 1, "nsubj", "mark") == nil, tree.child(i, "obj") == nil
        else { return }
        let verb = i + 1
        tree.attach(verb, to: tree.head(i) ?? -1, as: tree.relation(i))
        for child in tree.children[i] where child != verb { tree.attach(child, to: verb, as: tree.relation(child)) }
        tree.attach(i, to: verb, as: "aux")
        tree.retag(verb, as: "VERB", "VBN")
        tree.retag(i, as: "AUX", tree.xpos(i))
    }

    /// "has offered to mediate and is to travel": "is to" only helps the verb.
    func turnIsTo(_ i: Int, in tree: inout ClauseTree) {
        guard tree.has(i, "conj"), tree.child(i, "nsubj") == nil, tree.xpos(i) == "VB", let be = tree.child(i, "cop"), let mark = tree.children(i, "mark").first(where: { tree.lower($0) == "to" }),
            be + 1 == mark, tree.lemma(be) == "be"
        else { return }
        tree.attach(be, to: i, as: "aux")
    }

    /// "the union, whose head had urged action, said so": the first verb is the relative clause's, the one behind the comma the owner's.
    func splitWhoseClause(_ i: Int, in tree: inout ClauseTree) {
        guard tree.lower(i) == "whose", let noun = tree.head(i), tree.has(noun, "appos"), let owner = tree.head(noun), tree.has(owner, "nsubj"),
            let inner = tree.head(owner), inner > noun, tree.has(inner, "ccomp"), let outer = tree.head(inner), outer > inner,
            tree.tokens[outer - 1].form == ",", tree.child(outer, "nsubj") == nil
        else { return }
        tree.attach(owner, to: outer, as: "nsubj")
        tree.attach(inner, to: owner, as: "acl:relcl")
        tree.attach(noun, to: inner, as: "nsubj")
    }

    /// "disappointed the union, whose head had urged": the clause that "whose" opens belongs to the phrase right before.
    func turnWhoseClause(_ i: Int, in tree: inout ClauseTree) {
        guard tree.lower(i) == "whose", i > 1, tree.tokens[i - 1].form == ",", let noun = tree.head(i), tree.has(noun, "nsubj"), let verb = tree.head(noun),
            tree.has(verb, any: ["parataxis", "ccomp", "conj", "advcl"])
        else { return }
        var top = i - 2
        while let up = tree.head(top), up < i, ["NOUN", "PROPN"].contains(tree.upos(up)), tree.reach[up].upperBound <= i - 1 { top = up }
        guard ["NOUN", "PROPN"].contains(tree.upos(top)), !tree.dominates(verb, top) else { return }
        tree.attach(verb, to: top, as: "acl:relcl")
    }

    /// "the union, whose head, Ann Lee, had urged": the owned noun is the subject of the clause that it opens.
    func turnWhoseSubject(_ i: Int, in tree: inout ClauseTree) {
        guard tree.lower(i) == "whose", let noun = tree.head(i), tree.has(noun, "appos"), let owner = tree.head(noun),
            let verb = (tree.children(owner, "acl") + tree.children(noun, "acl")).first(where: { $0 > noun && tree.child($0, "nsubj") == nil })
        else { return }
        tree.attach(verb, to: owner, as: "acl:relcl")
        tree.attach(noun, to: verb, as: "nsubj")
    }

    /// "milk that officials had seized, threatening to ban steel": behind a comma an -ing form tells of the sentence's subject, not of whoever
    /// the clause right before speaks of.
    func moveParticipleToMain(_ i: Int, in tree: inout ClauseTree) {
        guard tree.xpos(i) == "VBG", tree.has(i, "advcl"), tree.isSetOff(i), tree.child(i, "mark") == nil, let inner = tree.head(i), inner < i,
            tree.relation(inner) == "acl:relcl", !tree.isSetOff(inner), tree.reach[i].upperBound >= tree.count - 2,
            let main = tree.ancestors(of: inner).first(where: { tree.upos($0) == "VERB" && tree.child($0, "nsubj") != nil })
        else { return }
        tree.attach(i, to: main, as: "advcl")
    }

    /// "but a guard, believing that it was a cat, switched it off": an -ing form between the commas behind a subject tells of that subject.
    func moveParticipleToSubject(_ i: Int, in tree: inout ClauseTree) {
        guard tree.xpos(i) == "VBG", tree.has(i, any: ["advcl", "acl"]), tree.isSetOff(i), i > 1, tree.reach[i].lowerBound >= i - 1,
            let subject = tree.tokens.indices.first(where: { tree.has($0, "nsubj") && tree.reach[$0].upperBound == i - 2 }), tree.head(i) != subject,
            let verb = tree.head(subject), verb > tree.reach[i].upperBound, !tree.dominates(i, verb)
        else { return }
        tree.attach(i, to: verb, as: "advcl")
    }

    /// "The alarm rang, but a guard, fearing a fire, ran": a noun beside a verb that another verb without a subject follows is that verb's subject.
    func turnConjunctSubject(_ i: Int, in tree: inout ClauseTree) {
        guard tree.has(i, "conj"), ["NOUN", "PROPN"].contains(tree.upos(i)), tree.preposition(i) == nil, let first = tree.head(i), tree.upos(first) == "VERB",
            let verb = tree.children(first, "conj").first(where: { $0 > i && tree.upos($0) == "VERB" && tree.child($0, "nsubj") == nil }),
            tree.children(verb, "cc").contains(where: { first < $0 && $0 < i })
        else { return }
        tree.attach(i, to: verb, as: "nsubj")
    }

    /// "“We want our half hour,” said Ann Lee, who heads the union and was its founder": what stands outside the quotation goes on from a verb
    /// outside it.
    func moveOutOfQuotation(_ i: Int, in tree: inout ClauseTree) {
        guard tree.has(i, "conj"), let first = tree.head(i), first < i, quotations.contain(tree.tokens[first].span),
            !quotations.contain(tree.tokens[i].span), tree.child(i, "nsubj") == nil, tree.child(i, "cop", "aux") != nil || tree.xpos(i).hasPrefix("VB"),
            let verb = (first..<i).last(where: { tree.relation($0) == "acl:relcl" && !quotations.contain(tree.tokens[$0].span) })
        else { return }
        tree.attach(i, to: verb, as: "conj")
    }

    /// "after the resignation of his predecessor, Ann Lee, said": a name between commas right behind a noun for a person is that person, where
    /// the verb has a subject besides.
    func turnSecondSubject(_ i: Int, in tree: inout ClauseTree) {
        guard tree.has(i, "nsubj"), let name = layer.mention(headedBy: i, in: tree.index), name.kind == .name, name.type == .person, let verb = tree.head(i),
            tree.children(verb, "nsubj").contains(where: { $0 < i }), name.tokens.lowerBound > 1, tree.tokens[name.tokens.lowerBound - 1].form == ",",
            name.tokens.upperBound + 1 < tree.count, tree.tokens[name.tokens.upperBound + 1].form == ","
        else { return }
        let noun = name.tokens.lowerBound - 2
        guard tree.upos(noun) == "NOUN", !tree.xpos(noun).hasSuffix("S"), layer.mention(headedBy: noun, in: tree.index)?.type == .person else { return }
        tree.attach(i, to: noun, as: "appos")
    }

    /// "In Trento, Sandri's home town, the bells rang": what stands between commas behind a fronted place describes the place.
    func turnPlaceApposition(_ i: Int, in tree: inout ClauseTree) {
        guard tree.has(i, any: ["obl", "obj", "nsubj"]), let verb = tree.head(i), i < verb, tree.upos(i) == "NOUN", tree.preposition(i) == nil,
            let place = tree.children(verb, "obl").last(where: { $0 < i }), tree.reach[place].upperBound + 1 >= tree.reach[i].lowerBound - 1,
            tree.tokens[max(0, tree.reach[i].lowerBound - 1)].form == ",", [.place, .country].contains(type(place, tree)),
            tree.children(verb, "nsubj").contains(where: { $0 > i }), tree.child(i, "det", "nmod:poss") != nil
        else { return }
        tree.attach(i, to: place, as: "appos")
    }
}
