import Facts

/// Persons beside what they are.
extension TreeRepair {
    /// "guests of the mayor of Ostrel, Hugo Brandt,": a person's name behind a comma is another name of the person described right before it.
    func moveToDescription(_ name: EntityMention, in tree: inout ClauseTree) {
        guard name.kind == .name, name.type == .person, name.head < tree.count,
            tree.has(name.head, any: ["appos", "conj", "nmod", "flat", "dep", "list", "nmod:desc"]), tree.child(name.head, "cc") == nil
        else { return }
        let start = name.title.map { min($0.tokens.lowerBound, name.tokens.lowerBound) } ?? name.tokens.lowerBound
        guard start > 1, tree.tokens[start - 1].form == ",", let holder = description(endingAt: start - 2, tree), tree.head(name.head) != holder,
            !tree.dominates(name.head, holder), !hasConjunct(holder, behind: name.head, tree)
        else { return }
        tree.attach(name.head, to: holder, as: "appos")
    }

    /// The nearest noun for one person, with its article, whose phrase ends at a token.
    private func description(endingAt end: Int, _ tree: ClauseTree) -> Int? {
        var noun = end
        for _ in 0..<6 {
            if tree.xpos(noun).hasPrefix("NN"), !tree.xpos(noun).hasSuffix("S"), isDescribedPerson(noun, tree) { return noun }
            guard let up = tree.head(noun), up < noun, ["NOUN", "PROPN"].contains(tree.upos(up)) else { return nil }
            noun = up
        }
        return nil
    }

    private func isDescribedPerson(_ noun: Int, _ tree: ClauseTree) -> Bool {
        guard let mention = layer.mention(headedBy: noun, in: tree.index), mention.kind != .name, mention.type == .person else { return false }
        return tree.children(noun, "det").contains { tree.lower($0) == "the" } || tree.child(noun, "nmod:poss") != nil
    }

    /// "the mayor, Ann Lee, and Bob Ray": a list of persons.
    private func hasConjunct(_ noun: Int, behind name: Int, _ tree: ClauseTree) -> Bool {
        tree.children(noun, "conj").contains { $0 > name && tree.child($0, "cc") != nil && layer.mention(headedBy: $0, in: tree.index)?.kind == .name }
    }

    /// "She was succeeded as chairwoman by Anders Lund": who did it hangs on the passive verb, not on the office.
    func moveDoer(_ i: Int, in tree: inout ClauseTree) {
        guard tree.has(i, "nmod"), tree.preposition(i) == "by", let office = tree.head(i), office < i, tree.has(office, "obl"),
            tree.preposition(office) == "as", let verb = tree.head(office), tree.child(verb, "aux:pass") != nil, tree.child(verb, "obl:agent") == nil
        else { return }
        tree.attach(i, to: verb, as: "obl:agent")
    }
}
