import Facts

/// Repairs of how noun phrases hang together.
extension TreeRepair {
    /// "507th Signal Group Commander": the body right before a noun that hangs on the same word as the noun belongs to the noun.
    func attachBeforeNoun(_ mention: EntityMention, in tree: inout ClauseTree) {
        let noun = mention.tokens.upperBound + 1
        guard mention.type == .organisation, noun < tree.count, ["NOUN", "PROPN"].contains(tree.upos(noun)),
            tree.head(noun) == tree.head(mention.head), tree.has(mention.head, any: ["list", "dep", "appos", "nmod:unmarked"]),
            layer.mention(at: tree.index, token: noun)?.kind != .name
        else { return }
        for child in tree.children[mention.head] where !mention.tokens.contains(child) { tree.attach(child, to: noun, as: tree.relation(child)) }
        tree.attach(mention.head, to: noun, as: "compound")
    }

    /// "passed the retailer Best Deal": a noun and the name right behind it are one phrase, of which the name is the head.
    func joinDescription(of mention: EntityMention, in tree: inout ClauseTree) {
        let noun = mention.tokens.lowerBound - 1
        guard noun >= 0, mention.title == nil, tree.upos(noun) == "NOUN", tree.xpos(noun) == "NN",
            tree.child(mention.head, "case", "det") == nil
        else { return }
        let isBeside =
            tree.head(noun) == tree.head(mention.head) && tree.relation(noun) == tree.relation(mention.head)
            && tree.has(noun, any: ["nsubj", "obj", "obl", "nmod"])
        let isBelow = tree.head(mention.head) == noun && tree.has(mention.head, any: ["appos", "flat", "nmod:unmarked"])
        guard isBeside || isBelow else { return }
        if isBelow {
            tree.attach(mention.head, to: tree.head(noun) ?? -1, as: tree.relation(noun))
            for child in tree.children[noun] where child > noun { tree.attach(child, to: mention.head, as: tree.relation(child)) }
        }
        for child in tree.children(noun, "case", "cc", "punct", "conj") { tree.attach(child, to: mention.head, as: tree.relation(child)) }
        tree.attach(noun, to: mention.head, as: "nmod:desc")
    }

    /// "build a fleet, a milestone on the road to peace": a phrase right behind a noun of an apposition belongs to that noun.
    func moveIntoApposition(_ i: Int, in tree: inout ClauseTree) {
        guard tree.has(i, "obl"), !isTime(i, tree), let verb = tree.head(i), tree.child(i, "case") == tree.reach[i].lowerBound else { return }
        let noun = tree.reach[i].lowerBound - 1
        guard noun > verb, tree.upos(noun) == "NOUN",
            let apposition = ([noun] + tree.ancestors(of: noun)).first(where: { tree.has($0, "appos") && $0 > verb }), tree.isSetOff(apposition),
            apposition != noun
        else { return }
        tree.attach(i, to: noun, as: "nmod")
    }

    /// "discussed at a high level Norland's commitment": a noun with its preposition before an owner is a phrase of its own.
    func splitBeforeOwner(_ i: Int, in tree: inout ClauseTree) {
        guard tree.has(i, "obl"), let verb = tree.head(i), verb < i, tree.upos(verb) == "VERB", tree.child(verb, "obj") == nil,
            let owner = tree.child(i, "nmod:poss"), let word = tree.child(i, "case"), word < owner,
            let other = tree.children[i].first(where: {
                tree.upos($0) == "NOUN" && $0 > word && tree.reach[$0].upperBound == tree.reach[owner].lowerBound - 1
            })
        else { return }
        tree.attach(other, to: verb, as: "obl")
        tree.attach(word, to: other, as: "case")
        tree.attach(i, to: verb, as: "obj")
    }

    /// "treat a threat to one country": whom a noun of harm threatens hangs on the noun.
    func moveToHarm(_ i: Int, in tree: inout ClauseTree) {
        guard tree.has(i, "obl"), tree.preposition(i) == "to", let noun = Optional(tree.reach[i].lowerBound - 1), noun > 0,
            tree.upos(noun) == "NOUN", tree.head(noun) == tree.head(i), tree.has(noun, "obj"),
            let verb = verbs.nominal(tree.lemma(noun))?.verb, ["threaten", "damage", "affect"].contains(verbs.relation(of: verb) ?? "")
        else { return }
        tree.attach(i, to: noun, as: "nmod")
    }

    /// "the attorney general": a bare word right behind a noun is part of it, no other name of it.
    func joinBareApposition(_ i: Int, in tree: inout ClauseTree) {
        guard tree.head(i) == i - 1, tree.upos(i - 1) == "NOUN", tree.children[i].allSatisfy({ $0 > i && tree.has($0, "punct") }),
            tree.tokens[i].form.allSatisfy(\.isLowercase)
        else { return }
        tree.attach(i, to: i - 1, as: "flat")
    }

    /// "Oslo, the base at Bodø and Rome": a middle part of a list is no apposition.
    func turnListedApposition(_ i: Int, in tree: inout ClauseTree) {
        guard let noun = tree.head(i), tree.reach[i].upperBound + 1 < tree.count,
            tree.upos(tree.reach[i].upperBound + 1) == "CCONJ",
            tree.children(noun, "conj").contains(where: { $0 > i })
        else { return }
        tree.attach(i, to: noun, as: "conj")
    }

    /// "Dutch and Belgian troops": two adjectives of one noun, not three nouns.
    func joinModifiers(at and: Int, in tree: inout ClauseTree) {
        guard tree.upos(and) == "CCONJ", and > 0, and + 2 < tree.count else { return }
        let first = and - 1
        let second = and + 1
        guard isModifier(first, tree), isModifier(second, tree) else { return }
        var noun = second + 1
        while noun < tree.count, ["ADJ", "NOUN"].contains(tree.upos(noun)), noun + 1 < tree.count, tree.upos(noun + 1) == "NOUN" {
            noun += 1
        }
        guard noun < tree.count, tree.upos(noun) == "NOUN",
            tree.head(noun) == first || tree.head(noun) == second || tree.head(noun) == tree.head(first),
            tree.has(noun, any: ["conj", "flat", "appos", "compound", "nsubj"]), !tree.has(first, any: ["compound", "amod"])
        else { return }
        let head = tree.head(first)
        let relation = tree.relation(first)
        tree.attach(noun, to: head ?? -1, as: relation)
        tree.attach(first, to: noun, as: "amod")
        tree.attach(second, to: first, as: "conj")
        for child in tree.children[first] where child != second && (child > second || child < first && !tree.has(child, "advmod")) {
            tree.attach(child, to: noun, as: tree.relation(child))
        }
        for child in tree.children[second] where child > second { tree.attach(child, to: noun, as: tree.relation(child)) }
    }

    private func isModifier(_ i: Int, _ tree: ClauseTree) -> Bool {
        if let type = layer.mention(at: tree.index, token: i)?.type { return type == .country || type == .nationality }
        return tree.upos(i) == "ADJ" && tree.tokens[i].form.first?.isUppercase ?? false
    }

    /// "the bank's report on the merger, which fell": a clause behind a comma is about the name right before it.
    func moveToNearestName(_ i: Int, in tree: inout ClauseTree) {
        guard tree.relation(i) == "acl:relcl", tree.isSetOff(i), let noun = tree.head(i),
            let name = layer.mentions(in: tree.index).last(where: {
                $0.kind == .name && $0.tokens.upperBound < tree.reach[i].lowerBound
                    && tree.tokens[max(0, $0.tokens.lowerBound - 1)].form != "("
                    && tree.reach[i].lowerBound - $0.tokens.upperBound <= 4
            })
        else { return }
        let between = (name.tokens.upperBound + 1..<tree.reach[i].lowerBound)
        let isAdjacent = between.allSatisfy { tree.upos($0) == "PUNCT" || tree.tokens[$0].form.allSatisfy(\.isUppercase) }
        let first = tree.firstConjunct(name.head)
        if first == noun, name.head != noun, !isPlural(i, tree), between.allSatisfy({ tree.upos($0) == "PUNCT" }) {
            return tree.attach(i, to: name.head, as: "acl:relcl")
        }
        guard isAdjacent, name.head != noun, first != noun, tree.dominates(noun, name.head) || isTime(noun, tree),
            tree.has(first, "nmod"),
            !tree.dominates(i, first)
        else { return }
        tree.attach(i, to: first, as: "acl:relcl")
    }

    private func isPlural(_ clause: Int, _ tree: ClauseTree) -> Bool {
        ([clause] + tree.children(clause, "aux", "cop")).contains { tree.xpos($0) == "VBP" || tree.lower($0) == "were" }
    }

    /// "a plan for the leaders at the end of the year, who invited her": "who" stands for persons.
    func moveToPersons(_ i: Int, in tree: inout ClauseTree) {
        guard tree.relation(i) == "acl:relcl", let who = tree.child(i, "nsubj"), tree.lower(who) == "who", let noun = tree.head(i),
            isThing(noun, tree),
            let person = (0..<tree.reach[i].lowerBound).last(where: {
                type($0, tree) == .person && !tree.has($0, any: ["nmod:poss", "compound", "flat"])
            }),
            !tree.dominates(i, person)
        else { return }
        tree.attach(i, to: person, as: "acl:relcl")
    }

    private func isThing(_ i: Int, _ tree: ClauseTree) -> Bool {
        guard tree.upos(i) == "NOUN" else { return false }
        return type(i, tree).map { ![.person, .organisation, .country, .nationality].contains($0) } ?? !isKindOfPerson(i, tree)
    }

    private func isKindOfPerson(_ i: Int, _ tree: ClauseTree) -> Bool { ["people", "person", "one", "those"].contains(tree.lemma(i).lowercased()) }

    /// "the Oslo Conference on the north and the region which will be hosted": what is hosted is an event.
    func moveToEvent(_ i: Int, in tree: inout ClauseTree) {
        guard tree.has(i, "acl"), tree.xpos(i) == "VBN", verbs.relation(of: tree.lemma(i)) == "hold-event", let noun = tree.head(i),
            let type = type(noun, tree), type != .event,
            let event = tree.ancestors(of: noun).first(where: { self.type($0, tree) == .event }), !tree.dominates(i, event)
        else { return }
        tree.attach(i, to: event, as: tree.relation(i))
    }

    /// "a new framework for cooperation that will set rules": a clause without a comma is about the noun with the article.
    func moveToIndefinite(_ i: Int, in tree: inout ClauseTree) {
        guard tree.relation(i) == "acl:relcl", !tree.isSetOff(i), let noun = tree.head(i), tree.has(noun, "nmod"),
            tree.xpos(noun) == "NN",
            tree.child(noun, "det", "nmod:poss", "amod", "compound") == nil, let up = tree.head(noun),
            tree.children(up, "det").contains(where: { ["a", "an"].contains(tree.lower($0)) })
        else { return }
        tree.attach(i, to: up, as: "acl:relcl")
    }

    /// An apposition that a verb separates from its noun is about the verb's object.
    func moveDistantApposition(_ i: Int, in tree: inout ClauseTree) {
        guard let noun = tree.head(i), noun < i, let verb = tree.ancestors(of: noun).first(where: { tree.upos($0) == "VERB" }),
            verb > noun, verb < i
        else { return }
        if let object = tree.children(verb, "obj").last(where: { $0 > verb && $0 < i }) {
            return tree.attach(i, to: object, as: "appos")
        }
        tree.attach(i, to: verb, as: "dep")
    }

    /// "steps to reform the forces, a milestone": one new thing is no other name of many inside a phrase, but of what the phrase is about.
    func moveNewApposition(_ i: Int, in tree: inout ClauseTree) {
        guard tree.has(i, "appos"), tree.xpos(i) == "NN", tree.children(i, "det").contains(where: { ["a", "an"].contains(tree.lower($0)) }),
            let noun = tree.head(i), tree.xpos(noun) == "NNS", tree.has(noun, "nmod"),
            let top = tree.ancestors(of: noun).last(where: { tree.has($0, "obj") && tree.upos($0) == "NOUN" })
        else { return }
        tree.attach(i, to: top, as: "appos")
    }

    /// "600 people, including 30 children": the part hangs on the whole.
    func moveExamples(_ i: Int, in tree: inout ClauseTree) {
        guard tree.has(i, any: ["obl", "advcl"]), let word = tree.preposition(i), ["including", "such as"].contains(word),
            let verb = tree.head(i)
        else { return }
        let start = tree.reach[i].lowerBound
        guard start >= 2 else { return }
        var noun = tree.tokens[start - 1].form == "," ? start - 2 : start - 1
        while let up = tree.head(noun), up != verb, up < start, !["VERB", "AUX"].contains(tree.upos(up)) { noun = up }
        if isTime(noun, tree) {
            noun = tree.children(verb, "obj", "nsubj").last { $0 < i && ["NNS", "NNPS"].contains(tree.xpos($0)) && sameType($0, i, tree) } ?? verb
        }
        if ["NOUN", "PROPN"].contains(tree.upos(noun)), noun != verb { tree.attach(i, to: noun, as: "nmod") }
    }

    /// "the fall of the towns in the north including Oster": examples belong to the nearest noun of their kind.
    func moveExampleToKind(_ i: Int, in tree: inout ClauseTree) {
        guard tree.has(i, "nmod"), ["including", "such as"].contains(tree.preposition(i) ?? ""), let noun = tree.head(i), !sameType(noun, i, tree),
            let kind = (noun + 1..<max(noun + 1, tree.reach[i].lowerBound)).last(where: { tree.xpos($0) == "NNS" && sameType($0, i, tree) })
        else { return }
        tree.attach(i, to: kind, as: "nmod")
    }

    /// "Bob Lee, formerly a teacher,": a noun without a preposition between commas is another name of the person.
    func turnBareDescription(_ i: Int, in tree: inout ClauseTree) {
        guard tree.relation(i) == "nmod", tree.upos(i) == "NOUN", tree.preposition(i) == nil, tree.isSetOff(i), let name = tree.head(i), name < i,
            type(name, tree) == .person, layer.mention(at: tree.index, token: name)?.kind == .name, !isTime(i, tree)
        else { return }
        tree.attach(i, to: name, as: "appos")
    }

    /// "the murder of some, the arrest of others and the flight of the rest": several appositions of which the last has "and" are a list.
    func turnRepeatedApposition(_ i: Int, in tree: inout ClauseTree) {
        guard let noun = tree.head(i), let last = tree.children(noun, "appos").last, last > i || tree.child(i, "cc") != nil,
            tree.child(last, "cc") != nil, tree.children(noun, "appos", "conj").count > 1
        else { return }
        tree.attach(i, to: noun, as: "conj")
    }

    private func sameType(_ a: Int, _ b: Int, _ tree: ClauseTree) -> Bool { type(a, tree) == type(b, tree) }

    /// "The council on Friday rejected": the day is the verb's, not the council's.
    func moveDateToVerb(in tree: inout ClauseTree) {
        for time in times {
            let inside = tree.tokens.indices.filter { time.span.overlaps(tree.tokens[$0].span) }
            guard let i = inside.first(where: { token in tree.head(token).map { !inside.contains($0) } ?? true }),
                tree.has(i, "nmod"),
                let preposition = tree.preposition(i), ["on", "in", "at", "during", "since", "until"].contains(preposition),
                let noun = tree.head(i),
                let verb = tree.head(noun), tree.upos(verb) == "VERB", tree.has(noun, any: ["nsubj", "obj", "obl"]),
                verbs.nominal(tree.lemma(noun)) == nil, !tree.lower(noun).hasSuffix("ion"),
                tree.reach[noun].upperBound == tree.reach[i].upperBound
            else { continue }
            tree.attach(i, to: verb, as: "obl")
        }
    }

    /// "a league comprising six clubs": what follows the participle is its object, not another name of the league.
    func turnObjectOfParticiple(_ i: Int, in tree: inout ClauseTree) {
        guard tree.has(i, "appos"), let noun = tree.head(i), let start = tree.phrase(i).first, start > 0,
            tree.xpos(start - 1) == "VBG",
            tree.relation(start - 1) == "acl", tree.head(start - 1) == noun, tree.child(start - 1, "obj") == nil
        else { return }
        tree.attach(i, to: start - 1, as: "obj")
    }

    /// "a plan by the head of the bank, Ann Lee, the mayor of Bergen will get money": no comma ends the last phrase before the verb,
    /// so that phrase is the subject, and the name before it belongs to the person before the name.
    func turnUnclosedApposition(before verb: Int, in tree: inout ClauseTree) {
        let subjects = tree.children(verb, "nsubj").filter { $0 < verb }
        guard let subject = subjects.last else { return }
        let noun = tree.children(subject, "appos").last { $0 < verb } ?? subject
        guard tree.upos(noun) == "NOUN", let article = tree.child(noun, "det"), article > 1, tree.tokens[article - 1].form == ",",
            !(noun..<verb).contains(where: { tree.tokens[$0].form == "," }),
            let name = layer.mention(at: tree.index, token: article - 2), name.kind == .name, name.type == .person,
            subjects.allSatisfy({ $0 == noun || $0 == name.head })
        else { return }
        let start = name.title?.tokens.lowerBound ?? name.tokens.lowerBound
        guard start > 1, tree.tokens[start - 1].form == "," else { return }
        var holder = start - 2
        while let up = tree.head(holder), up < start - 1, ["NOUN", "PROPN"].contains(tree.upos(up)) { holder = up }
        let isPerson = type(holder, tree).map { $0 == .person } ?? tree.has(holder, "obl:agent")
        guard tree.xpos(holder) == "NN", isPerson, !tree.dominates(holder, verb) else { return }
        tree.attach(noun, to: verb, as: tree.relation(subject))
        tree.attach(name.head, to: holder, as: "appos")
    }
}
