import Facts

/// Repairs of lists: numbered paragraphs, items behind a colon, and coordinations whose last part was hung too low.
extension TreeRepair {
    /// "One, roles and missions, in which …": the number opens a paragraph of a list, which is about what follows.
    func turnEnumerator(in tree: inout ClauseTree) {
        guard tree.count > 3, tree.upos(0) == "NUM", tree.tokens[1].form == ",", tree.head(0) == nil,
            let noun = tree.children(0, "conj", "appos", "list", "dep").first(where: { ["NOUN", "PROPN"].contains(tree.upos($0)) })
        else { return }
        tree.attach(noun, to: -1, as: "root")
        for child in tree.children[0] { tree.attach(child, to: noun, as: tree.relation(child)) }
        tree.attach(0, to: noun, as: "discourse")
    }

    /// "three stages: the review just concluded, …": a past form that ends an item says what became of the item's noun.
    func turnColonItems(in tree: inout ClauseTree) {
        guard let colon = tree.tokens.firstIndex(where: { $0.form == ":" }), colon > 1, colon + 2 < tree.count,
            tree.xpos(colon - 1) == "NNS", tree.child(colon - 1, "nummod") != nil
        else { return }
        var start = colon + 1
        for end in start...tree.count - 1 where end == tree.count - 1 || tree.tokens[end].form == "," {
            turnItem(start...max(start, end - 1), of: colon - 1, in: &tree)
            start = end + 1
            if start >= tree.count { return }
        }
    }

    /// "members: Ada Holm, a lawyer; Carl Berg, head of …": what follows a name and a comma inside an item describes that name.
    func turnItemDescriptions(in tree: inout ClauseTree) {
        guard let colon = tree.tokens.firstIndex(where: { $0.form == ":" }), tree.tokens[colon...].contains(where: { $0.form == ";" }) else { return }
        let names = layer.mentions(in: tree.index).filter { $0.kind == .name && $0.tokens.lowerBound > colon }
        for name in names where [":", ";", "and"].contains(tree.lower(name.title?.tokens.lowerBound ?? name.tokens.lowerBound, offset: -1)) {
            let end = tree.tokens[name.tokens.upperBound...].firstIndex { $0.form == ";" } ?? tree.count
            guard let comma = (name.tokens.upperBound..<end).first(where: { tree.tokens[$0].form == "," }) else { continue }
            describe(name, by: comma + 1..<end, in: &tree)
        }
    }

    private func describe(_ name: EntityMention, by range: Range<Int>, in tree: inout ClauseTree) {
        let nouns = range.filter { noun in
            tree.upos(noun) == "NOUN" && tree.has(noun, any: ["conj", "appos", "nmod"]) && tree.preposition(noun) == nil
                && !(tree.head(noun).map { $0 > noun } ?? false)
        }
        guard let first = nouns.first else { return }
        tree.attach(first, to: name.head, as: "appos")
        for noun in nouns.dropFirst() { tree.attach(noun, to: first, as: "conj") }
    }

    /// "Two candidates say that they will run: Ann Lee and Bo Ray": as many names behind the colon as the noun counts are its own.
    func turnCountedItems(in tree: inout ClauseTree) {
        guard let colon = tree.tokens.firstIndex(where: { $0.form == ":" }), colon > 1, colon + 1 < tree.count,
            !tree.tokens[colon...].contains(where: { $0.form == ";" })
        else { return }
        let names = layer.mentions(in: tree.index).filter { $0.kind == .name && $0.tokens.lowerBound > colon }
        guard let first = names.first, tree.reach[first.head].lowerBound <= colon + 2 || first.tokens.lowerBound == colon + 1,
            !(tree.head(first.head).map { $0 > colon } ?? true)
        else { return }
        let count = tree.conjuncts(first.head).count
        let counted = (0..<colon).filter { noun in
            tree.xpos(noun) == "NNS" && tree.children(noun, "nummod").contains { Self.counts[tree.lower($0)] == count }
        }
        guard counted.count == 1, !tree.dominates(first.head, counted[0]) else { return }
        tree.attach(first.head, to: counted[0], as: "appos")
    }

    /// "two sisters, Ada and Ida Holm": as many names behind a counted noun as it counts are its own.
    func joinCountedNames(_ noun: Int, in tree: inout ClauseTree) {
        guard tree.xpos(noun) == "NNS", let number = tree.child(noun, "nummod"), let count = Self.counts[tree.lower(number)],
            let first = tree.children(noun, "conj").first(where: { $0 > noun }), tree.isSetOff(first), tree.child(first, "cc") == nil
        else { return }
        let items = tree.conjuncts(first) + tree.children(noun, "conj").filter { $0 > first }
        guard items.count == count, items.allSatisfy({ layer.mention(headedBy: $0, in: tree.index)?.kind == .name }) else { return }
        tree.attach(first, to: noun, as: "appos")
        for item in items.dropFirst() { tree.attach(item, to: first, as: "conj") }
    }

    private static let counts = ["two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10]

    private func turnItem(_ range: ClosedRange<Int>, of whole: Int, in tree: inout ClauseTree) {
        guard ["VBD", "VBN"].contains(tree.xpos(range.upperBound)), range.count > 2,
            let noun = range.first(where: { tree.upos($0) == "NOUN" && tree.child($0, "det") != nil }),
            !range.dropLast().contains(where: { ["VERB", "AUX"].contains(tree.upos($0)) })
        else { return }
        let verb = range.upperBound
        for child in tree.children[verb] where !range.contains(child) && !tree.dominates(child, whole) {
            tree.attach(child, to: whole, as: "dep")
        }
        tree.attach(verb, to: -1, as: "dep")
        tree.attach(noun, to: whole, as: "dep")
        tree.attach(verb, to: noun, as: "acl")
    }

    /// "president of the bank and former director", "the leaders of the two states and Ann Lee": a person beside a body is a part of
    /// the coordination that the person before the body begins.
    func movePersonConjunct(_ i: Int, in tree: inout ClauseTree) {
        guard tree.has(i, "conj"), let body = tree.head(i), type(i, tree) == .person, type(body, tree) != .person,
            tree.has(body, "nmod"), let person = tree.head(body),
            type(person, tree) == .person, tree.preposition(i) == nil
        else { return }
        tree.attach(i, to: person, as: "conj")
    }

    /// "side by side", "day by day": two equal nouns around a preposition tell how.
    func joinRepeated(at i: Int, in tree: inout ClauseTree) {
        guard i + 2 < tree.count, tree.lower(i) == tree.lower(i + 2), tree.upos(i + 1) == "ADP", tree.lower(i).allSatisfy(\.isLetter),
            let verb = (0..<i).last(where: { tree.upos($0) == "VERB" && (tree.ancestors(of: i) + tree.ancestors(of: i + 2)).contains($0) })
        else { return }
        for child in tree.children[i + 2] where child > i + 2 {
            tree.attach(child, to: verb, as: tree.has(child, "acl") ? "advcl" : tree.relation(child))
        }
        tree.attach(i, to: verb, as: "advmod")
        tree.attach(i + 2, to: i, as: "fixed")
        tree.attach(i + 1, to: i, as: "fixed")
        tree.retag(i, as: "ADV", "RB")
    }

    /// "a schedule of talks among capitals, an exercise, and warnings": the middle of a list is no other name of what ends its first part.
    func turnDistantListPart(_ i: Int, in tree: inout ClauseTree) {
        let next = tree.reach[i].upperBound + 1
        guard tree.has(i, "appos"), next + 1 < tree.count, tree.tokens[next].form == ",", tree.upos(next + 1) == "CCONJ", tree.child(i, "det") != nil,
            let last = tree.head(next + 1), tree.has(last, "conj"), let first = tree.head(last), let noun = tree.head(i), noun != first,
            tree.dominates(first, noun) || tree.dominates(noun, first), first < i, first != i
        else { return }
        tree.attach(i, to: first, as: "conj")
    }

    /// "a vow to raise spending and a plan": of two nouns with an article the second goes with the first, not with a bare noun between.
    func moveParallelConjunct(_ i: Int, in tree: inout ClauseTree) {
        func isNew(_ noun: Int) -> Bool { tree.children(noun, "det").contains { ["a", "an"].contains(tree.lower($0)) } }
        guard tree.has(i, "conj"), isNew(i), let bare = tree.head(i), tree.has(bare, "obj"), tree.child(bare, "det", "nmod:poss") == nil,
            let verb = tree.head(bare), tree.has(verb, "acl"), let noun = tree.head(verb), isNew(noun), noun < verb
        else { return }
        tree.attach(i, to: noun, as: "conj")
    }

    /// "counterparts from Chile and India in Tokyo": a country lies in no city, so the city is where it happens.
    func moveCityToVerb(_ i: Int, in tree: inout ClauseTree) {
        guard tree.has(i, "nmod"), tree.preposition(i) == "in", type(i, tree) == .place, let country = tree.head(i), type(country, tree) == .country,
            let verb = tree.ancestors(of: country).first(where: { tree.upos($0) == "VERB" }), verb < country
        else { return }
        tree.attach(i, to: verb, as: "obl")
    }

    /// "put it in the region where it works and into reach of the port": a place beside a place, not beside the verb between them.
    func movePlaceConjunct(_ i: Int, in tree: inout ClauseTree) {
        guard tree.has(i, "conj"), ["NOUN", "PROPN"].contains(tree.upos(i)), tree.preposition(i) != nil, let verb = tree.head(i),
            tree.upos(verb) == "VERB", tree.relation(verb) == "acl:relcl", let place = tree.head(verb), tree.preposition(place) != nil
        else { return }
        tree.attach(i, to: place, as: "conj")
    }

    /// "sell weapons built under license to Norland": who gets what is sold hangs on the selling.
    func moveRecipient(_ i: Int, in tree: inout ClauseTree) {
        guard tree.has(i, "obl"), tree.preposition(i) == "to", let kind = type(i, tree), [.country, .organisation, .person, .place].contains(kind),
            let participle = tree.head(i), tree.has(participle, "acl"), tree.xpos(participle) == "VBN",
            let thing = tree.head(participle), tree.has(thing, "obj"), let verb = tree.head(thing),
            verbs.relation(of: tree.lemma(verb)).map({ ["sell", "supply"].contains($0) }) ?? false,
            verbs.relation(of: tree.lemma(participle)).map({ !["sell", "supply"].contains($0) }) ?? true
        else { return }
        tree.attach(i, to: verb, as: "obl")
    }
}
