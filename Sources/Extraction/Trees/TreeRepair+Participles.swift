import Facts

/// Repairs of where participles hang.
extension TreeRepair {
    /// "easing rules and raising wages": the noun between two participles is the object of the first, not the subject of the second.
    func joinParticiples(at second: Int, in tree: inout ClauseTree) {
        guard second > 2, tree.xpos(second) == "VBG", tree.upos(second - 1) == "CCONJ", tree.child(second, "aux", "cop") == nil,
            let noun = (max(0, second - 10)..<second - 1).last(where: { tree.phrase($0).last == second - 2 && tree.has($0, "nsubj") }),
            let start = tree.phrase(noun).first, start > 0, let owner = tree.head(noun), owner >= second - 1
        else { return }
        let first = start - 1
        guard tree.xpos(first) == "VBG", tree.child(first, "obj") == nil, !tree.dominates(second, first) else { return }
        let object = tree.child(second, "obj") ?? objectBeforeItsVerb(after: second, tree)
        tree.attach(second, to: first, as: "conj")
        tree.attach(second - 1, to: second, as: "cc")
        tree.attach(noun, to: first, as: "obj")
        if let object { tree.attach(object, to: second, as: "obj") }
    }

    /// The noun phrase right behind a verb that hangs as an object on a later verb.
    private func objectBeforeItsVerb(after verb: Int, _ tree: ClauseTree) -> Int? {
        tree.tokens.indices.first { noun in
            noun > verb && tree.has(noun, "obj") && (tree.head(noun) ?? 0) > noun && tree.phrase(noun).first == verb + 1
        }
    }

    /// "The firm took a share in the mine, raising its output": a participle behind a comma that ends the verb's object tells what
    /// the subject did. Participles that tell what a thing holds stay with the thing, and so do those behind a name.
    func moveParticipleToVerb(_ i: Int, in tree: inout ClauseTree) {
        guard tree.relation(i) == "acl", tree.xpos(i) == "VBG", i > 0, tree.tokens[i - 1].form == ",", let noun = tree.head(i),
            tree.upos(noun) == "NOUN", tree.has(noun, "obj"), type(noun, tree) != .person,
            let verb = tree.head(noun), verb < noun, tree.upos(verb) == "VERB", tree.child(verb, "nsubj") != nil,
            tree.child(i, "obj") != nil, !Self.holding.contains(tree.lemma(i))
        else { return }
        tree.attach(i, to: verb, as: "advcl")
    }

    /// "concerned about threats, with the two fueling wars and fears": a participle before the noun that it hangs on tells what goes on
    /// beside, and the noun is a second object of it.
    func turnBackwardParticiple(_ i: Int, in tree: inout ClauseTree) {
        guard tree.relation(i) == "acl", tree.xpos(i) == "VBG", let noun = tree.head(i), noun > i,
            let verb = tree.ancestors(of: noun).first(where: { tree.upos($0) == "VERB" && $0 < i })
        else { return }
        tree.attach(i, to: verb, as: "advcl")
        if let object = tree.child(i, "obj"), object < noun, tree.child(noun, "cc") != nil { tree.attach(noun, to: object, as: "conj") }
    }

    /// "the takeover in that country, also known as Burma": another name is one of the noun right before the comma, where the kinds agree.
    func moveOtherName(_ i: Int, in tree: inout ClauseTree) {
        guard tree.relation(i) == "acl", tree.lemma(i) == "know", let noun = tree.head(i), tree.isSetOff(i),
            let alias = tree.children(i, "obl").first(where: { tree.preposition($0) == "as" }), let kind = type(alias, tree)
        else { return }
        let nearest = tree.reach[i].lowerBound - 1
        let before = tree.tokens[max(0, nearest)].form == "," ? nearest - 1 : nearest
        guard before >= 0, before != noun, tree.dominates(noun, before), let own = type(before, tree), type(noun, tree) != kind,
            own == kind || [own, kind].allSatisfy({ [.country, .place].contains($0) })
        else { return }
        tree.attach(i, to: before, as: "acl")
    }

    /// "the Liberal Party (LP)-led council met": the parser took the joined participle for a verb, and the true verb for another.
    func turnBracketedVerb(_ i: Int, in tree: inout ClauseTree) {
        guard i > 0, tree.tokens[i].form.hasPrefix("-"), tree.tokens[i].form.count > 2, tree.tokens[i - 1].form == ")",
            tree.upos(i) == "VERB", let name = tree.child(i, "nsubj"), name < i,
            let noun = (i + 1..<min(i + 5, tree.count)).first(where: {
                tree.upos($0) == "NOUN" && (tree.has($0, "nsubj") || tree.has($0, "obj") && tree.head($0) == i)
            }), let verb = verb(behind: noun, joinedTo: i, tree)
        else { return }
        if tree.dominates(i, verb) { tree.attach(verb, to: tree.head(i) ?? -1, as: tree.relation(i)) }
        tree.attach(noun, to: verb, as: "nsubj")
        for child in tree.children[i] where child != name { tree.attach(child, to: verb, as: tree.relation(child)) }
        for child in tree.children(name, "det") { tree.attach(child, to: noun, as: "det") }
        tree.attach(i, to: noun, as: "amod")
        tree.attach(name, to: noun, as: "compound")
    }

    /// The verb that the noun is the subject of, or that lacks a subject beside or below the joined participle.
    private func verb(behind noun: Int, joinedTo participle: Int, _ tree: ClauseTree) -> Int? {
        if tree.has(noun, "nsubj") { return tree.head(noun) }
        return (noun + 1..<max(noun + 1, tree.count)).first { verb in
            tree.upos(verb) == "VERB" && tree.child(verb, "nsubj") == nil && tree.head(verb) != nil
                && (tree.head(verb) == participle || tree.head(verb) == tree.head(participle))
        }
    }

    private static let holding: Set<String> = [
        "include", "comprise", "contain", "cover", "involve", "feature", "concern", "regard", "consist", "follow", "total", "represent",
    ]
}
