import Facts

/// A name hangs together, with its title before it and its owner.
extension TreeRepair {
    /// Every token of a name hangs on its head, and what hangs on the others hangs on the head too.
    func gather(_ mention: EntityMention, in tree: inout ClauseTree) {
        let range = mention.tokens
        guard range.upperBound < tree.count, range.count > 1 else { return }
        for token in range where token != mention.head && tree.has(token, "conj") && tree.head(token).map(range.contains) == true {
            tree.attach(token, to: mention.head, as: "flat")
        }
        for token in range where tree.upos(token) == "VERB" && token != mention.head && token > range.lowerBound { handOn(token, of: mention, in: &tree) }
        let strays = range.filter { token in
            token != mention.head && (tree.head(token).map { !range.contains($0) } ?? true)
        }
        for token in strays {
            if tree.dominates(token, mention.head) {
                guard let outside = tree.head(mention.head), !range.contains(outside), let up = tree.head(token) else { continue }
                tree.attach(mention.head, to: up, as: tree.relation(token))
            }
            tree.attach(token, to: mention.head, as: "flat")
            for child in tree.children[token] where !range.contains(child) && !tree.dominates(child, mention.head) {
                tree.attach(child, to: mention.head, as: tree.relation(child))
            }
        }
        for token in range where token != mention.head {
            for child in tree.children(token, "case", "det") where child < range.lowerBound {
                tree.attach(child, to: mention.head, as: tree.relation(child))
            }
            for child in tree.children(token, "appos", "acl") where child > range.upperBound && !tree.dominates(child, mention.head) {
                tree.attach(child, to: mention.head, as: tree.relation(child))
            }
        }
    }

    /// "The envoy, Kim Ji-won, left": what the parser took for a verb is the end of the name; the verb that goes on from it takes its place.
    func handOn(_ token: Int, of mention: EntityMention, in tree: inout ClauseTree) {
        guard let verb = tree.children(token, "conj").first(where: { tree.upos($0) == "VERB" }) else { return }
        tree.attach(verb, to: tree.head(token) ?? -1, as: tree.relation(token))
        for child in tree.children[token] where child != verb && !mention.tokens.contains(child) && !tree.dominates(child, mention.head) || tree.has(child, "nsubj") {
            tree.attach(child, to: verb, as: tree.relation(child))
        }
        tree.attach(token, to: mention.head, as: "flat")
        tree.retag(token, as: "PROPN", "NNP")
    }

    /// "a speech by French President Ann Lee": title and name are one phrase, whose preposition stands before the title.
    func gatherTitle(_ mention: EntityMention, in tree: inout ClauseTree) {
        guard let title = mention.title, title.tokens.upperBound < mention.tokens.lowerBound, mention.tokens.upperBound < tree.count
        else { return }
        let range = title.tokens.lowerBound...mention.tokens.upperBound
        for token in mention.tokens where ["VERB", "AUX"].contains(tree.upos(token)) {
            turnVerbToName(token, behind: title.tokens.upperBound, in: &tree)
        }
        let strays = title.tokens.filter { token in tree.head(token).map { !range.contains($0) } ?? true }
        for token in strays where !tree.dominates(token, mention.head) {
            if let preposition = tree.child(token, "case"), tree.child(mention.head, "case") == nil, let head = tree.head(token) {
                let relation = tree.relation(token)
                tree.attach(mention.head, to: head, as: relation)
                tree.attach(preposition, to: mention.head, as: "case")
            }
            tree.attach(token, to: mention.head, as: "nmod:desc")
            for child in tree.children[token] where !range.contains(child) {
                tree.attach(child, to: mention.head, as: tree.relation(child))
            }
        }
        defer { separate(mention, from: title.tokens.lowerBound, in: &tree) }
        for token in strays where tree.dominates(token, mention.head) && token != mention.head {
            let head = tree.head(token)
            let relation = tree.relation(token)
            let children = tree.children[token].filter { !range.contains($0) }
            tree.attach(mention.head, to: head ?? -1, as: relation)
            tree.attach(token, to: mention.head, as: "nmod:desc")
            for child in children where child != mention.head { tree.attach(child, to: mention.head, as: tree.relation(child)) }
        }
        for word in title.tokens.dropFirst().dropLast() where tree.upos(word) == "ADP" && tree.head(word) == mention.head {
            tree.attach(word + 1, to: word - 1, as: "nmod")
            tree.attach(word, to: word + 1, as: "case")
        }
    }

    /// "detained President Win Oster": the first name is no verb. It takes the place of its title.
    func turnVerbToName(_ token: Int, behind title: Int, in tree: inout ClauseTree) {
        tree.retag(token, as: "PROPN", "NNP")
        for child in tree.children(token, "obj") where child == token + 1 { tree.attach(child, to: token, as: "flat") }
        guard let head = tree.head(title), head != token else { return }
        tree.attach(token, to: head, as: tree.relation(title))
        tree.attach(title, to: token, as: "nmod:desc")
        for child in tree.children(title, "cc", "case", "punct") { tree.attach(child, to: token, as: tree.relation(child)) }
    }

    /// "Minister Ann Lee, President Bob Ray": two names beside a comma are two persons.
    func separate(_ mention: EntityMention, from start: Int, in tree: inout ClauseTree) {
        guard tree.has(mention.head, any: ["flat", "appos", "compound", "nmod"]), start > 0,
            [",", "and"].contains(tree.lower(start - 1)),
            let other = tree.head(mention.head).flatMap({ layer.mention(at: tree.index, token: $0) }), other.type == .person,
            other.kind == .name,
            !other.tokens.overlaps(mention.tokens)
        else { return }
        tree.attach(mention.head, to: tree.firstConjunct(other.head), as: "conj")
    }

    /// "the governor's plan": the owner hangs on the noun behind the mark, and the noun takes the owner's place.
    func attachOwner(at mark: Int, in tree: inout ClauseTree) {
        guard mark > 0, mark + 1 < tree.count else { return }
        let owner =
            layer.mention(at: tree.index, token: mark - 1).flatMap { $0.tokens.upperBound == mark - 1 ? $0.head : nil }
            ?? tree.head(mark) ?? mark - 1
        guard owner < mark, !tree.has(owner, "nmod:poss"), let noun = ownedNoun(after: mark, tree), noun != owner else { return }
        guard tree.head(noun) == owner || tree.head(owner) == tree.head(noun) || tree.head(noun).map({ $0 < mark }) ?? false,
            !tree.dominates(noun, owner)
        else { return }
        let prepositions = tree.children(owner, "case").filter { tree.xpos($0) != "POS" }
        tree.attach(noun, to: tree.head(owner) ?? -1, as: tree.relation(owner))
        tree.attach(owner, to: noun, as: "nmod:poss")
        tree.attach(mark, to: owner, as: "case")
        for preposition in prepositions { tree.attach(preposition, to: noun, as: "case") }
    }

    /// The last of the nouns that follow a possessive mark before anything else does.
    func ownedNoun(after mark: Int, _ tree: ClauseTree) -> Int? {
        var noun: Int?
        var start = mark + 1
        if tree.tokens[start].form == "(", let close = (start..<min(start + 5, tree.count - 1)).first(where: { tree.tokens[$0].form == ")" }) {
            start = close + 1
        }
        for i in start..<tree.count {
            if ["NOUN", "PROPN"].contains(tree.upos(i)) {
                noun = i
            } else if noun != nil
                || !["ADJ", "NUM", "ADV"].contains(tree.upos(i)) && tree.xpos(i) != "VBN" && tree.xpos(i) != "VBG"
            {
                break
            }
        }
        return noun
    }

    /// "the head of the bank, Ann Lee": a person's name is another name of the head, not of the bank.
    func moveToPerson(_ i: Int, in tree: inout ClauseTree) {
        guard tree.has(i, "appos"), let noun = tree.head(i), type(i, tree) == .person, let kind = type(noun, tree),
            [.organisation, .place, .country].contains(kind),
            tree.has(noun, "nmod"), let holder = tree.head(noun), tree.upos(holder) == "NOUN"
        else { return }
        tree.attach(i, to: holder, as: "appos")
    }

    func type(_ i: Int, _ tree: ClauseTree) -> EntityType? { layer.mention(headedBy: i, in: tree.index)?.type }
}
