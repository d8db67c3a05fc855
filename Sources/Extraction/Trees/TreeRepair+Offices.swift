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

    /// "said Joe Lund, chairman and chief officer of the line", "Ann Reed, poet and teacher": two nouns for one person behind a name describe
    /// it, and the second belongs to the first.
    func joinCoordinatedOffice(_ i: Int, in tree: inout ClauseTree) {
        guard tree.has(i, "conj"), let name = tree.head(i), type(name, tree) == .person, tree.child(i, "cc", "nummod") == tree.child(i, "cc"),
            let link = tree.child(i, "cc"), layer.mention(headedBy: name, in: tree.index)?.kind == .name,
            let first = tree.children(name, "appos", "conj").last(where: { name < $0 && $0 < i }), tree.isSetOff(first),
            end(of: first, before: i, tree) + 1 == link, isSingular(first, tree), isSingular(i, tree),
            [first, i].contains(where: { words.nounClass(of: tree.lemma($0).lowercased()).contains(.person) }), describe(first, i, tree)
        else { return }
        if tree.has(first, "conj") { tree.attach(first, to: name, as: "appos") }
        for late in tree.children(first, "nmod") where late > i { tree.attach(late, to: i, as: "nmod") }
        tree.attach(i, to: first, as: "conj")
        if tree.upos(i) == "ADJ" { tree.retag(i, as: "NOUN", "NN") }
    }

    private func end(of noun: Int, before limit: Int, _ tree: ClauseTree) -> Int {
        tree.children[noun].filter { $0 < limit }.map { tree.reach[$0].upperBound }.max().map { max($0, noun) } ?? noun
    }

    /// Without an article nobody else can be meant; with one only behind the parser's own apposition.
    private func describe(_ first: Int, _ second: Int, _ tree: ClauseTree) -> Bool {
        let articles = [first, second].compactMap { tree.child($0, "det") }
        return articles.isEmpty || articles.count == 1 && tree.has(first, "appos") && ["a", "an"].contains(tree.lower(articles[0]))
    }

    /// "head", "native of the town": a noun for one that is nobody's name.
    private func isSingular(_ i: Int, _ tree: ClauseTree) -> Bool {
        !tree.xpos(i).hasSuffix("S") && ["NOUN", "PROPN", "ADJ"].contains(tree.upos(i)) && layer.mention(headedBy: i, in: tree.index)?.kind != .name
    }

    /// "a company in Panama, Acme Trading, whose …": a body's name behind a place is the name of what is there.
    func turnPlaceDescription(_ i: Int, in tree: inout ClauseTree) {
        guard tree.has(i, any: ["conj", "appos"]), let place = tree.head(i), let name = layer.mention(headedBy: i, in: tree.index), name.kind == .name,
            [.organisation, .person, .thing].contains(name.type), [.place, .country].contains(type(place, tree)), tree.child(i, "cc") == nil,
            tree.children(place, "conj").count < 2, tree.has(place, "nmod"), let thing = tree.head(place), tree.upos(thing) == "NOUN",
            place < i, tree.isSetOff(i),
            tree.children(thing, "det").contains(where: { ["a", "an"].contains(tree.lower($0)) }) || name.type == .person && type(thing, tree) == .person
        else { return }
        tree.attach(i, to: thing, as: "appos")
    }

    /// "“…,” said the town's chief engineer, Tom Vance": a noun without a verb behind a verb of saying is who says it.
    func turnBareSpeaker(_ i: Int, in tree: inout ClauseTree) {
        guard tree.has(i, "ccomp"), let verb = tree.head(i), verb < i, isReporting(verb, tree), tree.child(verb, "nsubj") == nil,
            ["NOUN", "PROPN"].contains(tree.upos(i)), tree.child(i, "cop", "nsubj", "aux", "mark", "case") == nil,
            tree.reach[i].lowerBound == verb + 1, verb > 0, ["\"", "”", "''", ","].contains(tree.tokens[verb - 1].form)
        else { return }
        tree.attach(i, to: verb, as: "nsubj")
    }
}
