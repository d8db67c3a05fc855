import Facts

/// Repairs of how clauses hang together, each of a mistake that parsers of news text make often.
extension TreeRepair {
    // MARK: Subordinate clauses

    /// "When the talks began, the union left": the parser took the first verb for the main one.
    func turnInitialClause(in tree: inout ClauseTree) {
        guard let root = tree.root, tree.count > 4, Self.subordinators.contains(tree.lower(0)), tree.head(0) == root,
            tree.has(0, any: ["mark", "advmod", "case"])
        else { return }
        let main = tree.children[root].first { child in
            child > root && tree.has(child, any: ["ccomp", "parataxis", "conj", "advcl", "xcomp", "dep"])
                && tree.child(child, "nsubj") != nil
                && tree.isSetOff(child) && tree.child(child, "mark", "cc") == nil
        }
        guard let main else { return }
        tree.attach(main, to: -1, as: "root")
        tree.attach(root, to: main, as: "advcl")
        for child in tree.children[root] where child > main { tree.attach(child, to: main, as: tree.relation(child)) }
    }

    /// "recommended last year that the city build": the clause is what the verb recommends, not a clause about the year.
    func turnDatedComplement(_ i: Int, in tree: inout ClauseTree) {
        guard let noun = tree.head(i), isTime(noun, tree),
            let mark = tree.children[i].first(where: { tree.lower($0) == "that" && $0 > noun }),
            let verb = tree.ancestors(of: noun).first(where: { tree.upos($0) == "VERB" }),
            verbs.entry(tree.lemma(verb))?.complement != nil, tree.child(verb, "ccomp", "obj") == nil,
            tree.children(i, "nsubj").contains(where: { $0 != mark })
        else { return }
        tree.attach(i, to: verb, as: "ccomp")
        tree.attach(mark, to: i, as: "mark")
    }

    /// "A column of smoke rose over the port when …": a past tense with a noun of its own is a clause, not a participle.
    func turnFalseParticiple(_ i: Int, in tree: inout ClauseTree) {
        guard tree.relation(i) == "acl", tree.xpos(i) == "VBD", tree.child(i, "nsubj") == nil, let noun = tree.head(i), noun < i
        else { return }
        let verb = tree.head(noun)
        let isDoubled = verb.map { tree.children($0, "nsubj").count > 1 && tree.children($0, "nsubj").first == noun } ?? false
        guard tree.child(i, "obj") != nil || isDoubled else { return }
        let relation = tree.relation(noun)
        if isDoubled, let verb {
            tree.attach(i, to: tree.head(verb) ?? -1, as: tree.relation(verb))
            tree.attach(verb, to: i, as: "advcl")
        } else if relation.hasPrefix("nsubj") {
            return
        } else {
            tree.attach(i, to: verb ?? -1, as: relation.hasPrefix("root") ? "root" : relation)
        }
        tree.attach(noun, to: i, as: "nsubj")
    }

    /// "The fleet, stationed at Malta, is to sail": a participle behind a comma is about the noun before it.
    func turnDanglingParticiple(_ i: Int, in tree: inout ClauseTree) {
        guard ["VBN", "VBD"].contains(tree.xpos(i)), tree.relation(i) == "advcl", let verb = tree.head(i), verb > i, i >= 2,
            tree.tokens[i - 1].form == ",",
            tree.child(i, "mark", "nsubj", "obj", "aux") == nil, let subject = tree.child(verb, "nsubj"), subject < i,
            tree.phrase(subject).contains(i - 2) || tree.reach[subject].contains(i - 2)
        else { return }
        tree.attach(i, to: subject, as: "acl")
    }

    /// "discuss the city's promise to build": a noun before an infinitive without "for" is the object of the verb before.
    func turnInfinitiveSubject(_ i: Int, in tree: inout ClauseTree) {
        guard tree.xpos(i) == "VB", tree.has(i, any: ["advcl", "xcomp", "ccomp"]), let verb = tree.head(i), verb < i,
            tree.children(i, "mark").contains(where: { tree.lower($0) == "to" }),
            !tree.children(i, "mark").contains(where: { tree.lower($0) == "for" }),
            let noun = tree.child(i, "nsubj"), noun > verb, ["NOUN", "PROPN"].contains(tree.upos(noun)), tree.upos(verb) == "VERB",
            tree.child(verb, "obj") == nil, tree.children(i, "aux").isEmpty
        else { return }
        if let level = tree.children(noun, "compound", "amod").first(where: { child in
            tree.child(noun, "nmod:poss").map { child < $0 } ?? false
        }), let preposition = tree.child(noun, "case") {
            tree.attach(level, to: verb, as: "obl")
            tree.attach(preposition, to: level, as: "case")
            for child in tree.children(noun, "det") where child < level { tree.attach(child, to: level, as: "det") }
        }
        guard tree.preposition(noun) == nil else { return }
        tree.attach(noun, to: verb, as: "obj")
        tree.attach(i, to: noun, as: "acl")
    }

    /// A preposition that hangs on a noun before it belongs to the noun after it, and with that to the verb right before it.
    func turnStrayPreposition(_ i: Int, in tree: inout ClauseTree) {
        guard tree.upos(i) == "ADP", tree.has(i, "case"), let left = tree.head(i), left < i, i > 0, i + 1 < tree.count,
            tree.child(i, "fixed") == nil, tree.xpos(i) != "POS"
        else { return }
        guard var noun = (i + 1..<min(i + 6, tree.count)).first(where: { ["NOUN", "PROPN"].contains(tree.upos($0)) }) else {
            return
        }
        while let up = tree.head(noun), up > noun, up - noun <= 3, ["NOUN", "PROPN"].contains(tree.upos(up)) { noun = up }
        guard tree.child(noun, "case") == nil, tree.head(noun).map({ $0 < i }) ?? false else { return }
        tree.attach(i, to: noun, as: "case")
        if tree.upos(i - 1) == "VERB", tree.head(noun) != i - 1 { tree.attach(noun, to: i - 1, as: "obl") }
    }

    /// "to an all-day or “Night Owl” service": two modifiers of one noun, the first of which was taken for a noun of its own.
    func joinNounModifiers(at or: Int, in tree: inout ClauseTree) {
        guard ["or", "and"].contains(tree.lower(or)), or > 1, or + 2 < tree.count else { return }
        let first = or - 1
        guard tree.upos(first) == "NOUN", let preposition = tree.child(first, "case"),
            tree.lower(first - 1) == "-" || tree.tokens[first].form.contains("-")
        else { return }
        var noun = or + 1
        while noun < tree.count, let up = tree.head(noun), up > noun, tree.has(noun, any: ["compound", "amod", "punct"]) {
            noun = up
        }
        guard noun > or + 1, noun < tree.count, tree.upos(noun) == "NOUN", tree.child(noun, "case", "det") == nil,
            tree.xpos(first) == "NN"
        else { return }
        for child in tree.children[first] where tree.has(child, any: ["case", "det"]) {
            tree.attach(child, to: noun, as: tree.relation(child))
        }
        if let up = tree.head(noun), up >= preposition { tree.attach(noun, to: tree.head(first) ?? -1, as: tree.relation(first)) }
        tree.attach(first, to: noun, as: "compound")
        tree.attach(or, to: noun, as: "cc")
    }

    /// "since the treaty was signed": a preposition before a finite clause introduces the clause, and its noun is the subject.
    func turnPrepositionToMark(_ i: Int, in tree: inout ClauseTree) {
        guard let auxiliary = tree.children(i, "aux", "cop").first(where: { ["VBD", "VBZ", "VBP", "MD"].contains(tree.xpos($0)) }),
            tree.child(i, "nsubj", "csubj", "expl") == nil,
            let noun = tree.children(i, "obl").last(where: { $0 < auxiliary }), tree.phrase(noun).last == auxiliary - 1,
            let word = tree.child(noun, "case"), ["since", "after", "before", "until", "as"].contains(tree.lower(word))
        else { return }
        tree.attach(noun, to: i, as: "nsubj:pass")
        tree.attach(word, to: i, as: "mark")
        if tree.has(i, "acl"), let verb = tree.ancestors(of: i).first(where: { tree.upos($0) == "VERB" }) {
            tree.attach(i, to: verb, as: "advcl")
        }
    }

    /// "had problems as the tip broke": a noun with "as" right before a past form is the form's subject, and "as" introduces the clause.
    func turnClauseBehindAs(_ i: Int, in tree: inout ClauseTree) {
        guard tree.relation(i) == "acl", ["VBN", "VBD"].contains(tree.xpos(i)), tree.child(i, "aux", "cop", "nsubj", "mark") == nil,
            let noun = tree.children(i, "obl").first(where: { $0 < i }), tree.phrase(noun).last == i - 1,
            let word = tree.child(noun, "case"), ["as", "after", "before", "until", "while"].contains(tree.lower(word)),
            let verb = tree.ancestors(of: i).first(where: { tree.upos($0) == "VERB" })
        else { return }
        tree.attach(noun, to: i, as: "nsubj")
        tree.attach(word, to: i, as: "mark")
        tree.attach(i, to: verb, as: "advcl")
        tree.retag(i, as: "VERB", "VBD")
    }

    /// "“The river,” the mayor said, “is poisoned.”": the saying between two pieces of a quotation describes no word of it.
    func turnSplitSaying(_ i: Int, in tree: inout ClauseTree) {
        guard tree.has(i, any: ["acl", "appos"]), isReporting(i, tree), !quotations.contain(tree.tokens[i].span),
            let noun = tree.head(i),
            quotations.contain(tree.tokens[noun].span),
            let verb = tree.ancestors(of: noun).first(where: { ["VERB", "ADJ", "NOUN"].contains(tree.upos($0)) && $0 > i })
        else { return }
        tree.attach(i, to: verb, as: "parataxis")
    }

    /// "calls for closing two schools, selling one and moving …": participles in a row belong together.
    func chainParticiples(_ i: Int, in tree: inout ClauseTree) {
        guard tree.xpos(i) == "VBG", tree.has(i, any: ["conj", "advcl"]), let verb = tree.head(i),
            ["VBZ", "VBP", "VBD", "VB"].contains(tree.xpos(verb)),
            tree.child(i, "nsubj", "aux") == nil, tree.child(i, "mark").map({ $0 > i }) ?? true
        else { return }
        let earlier = (verb + 1..<max(verb + 1, i)).last { j in
            tree.xpos(j) == "VBG" && tree.has(j, any: ["advcl", "xcomp", "conj", "acl"])
                && tree.children(j, "mark").contains { tree.lower($0) == "for" }
        }
        if let earlier { tree.attach(i, to: earlier, as: "conj") }
    }

    /// "Then came two letters": the noun after an intransitive verb is its subject.
    func turnInverted(_ i: Int, in tree: inout ClauseTree) {
        guard tree.upos(i) == "VERB", Self.intransitive.contains(tree.lemma(i)), let noun = tree.child(i, "obj"), noun > i,
            tree.children(i, "nsubj").isEmpty
        else { return }
        tree.attach(noun, to: i, as: "nsubj")
    }

    /// Of two subjects of one verb the first belongs to a finite verb between them.
    func splitSubjects(of verb: Int, in tree: inout ClauseTree) {
        let subjects = tree.children(verb, "nsubj")
        guard subjects.count == 2, subjects[1] < verb || subjects[0] < verb else { return }
        let between = (subjects[0] + 1..<max(subjects[0] + 1, subjects[1])).first { w in
            w != verb && tree.child(w, "nsubj") == nil && !tree.dominates(subjects[0], w) && tree.upos(w) == "VERB"
                && (["VBD", "VBZ", "VBP"].contains(tree.xpos(w))
                    || tree.children(w, "aux").contains { ["VBD", "VBZ", "VBP", "MD"].contains(tree.xpos($0)) })
        }
        if let between { return tree.attach(subjects[0], to: between, as: "nsubj") }
        if let end = tree.phrase(subjects[0], .full).last, end + 1 == tree.phrase(subjects[1]).first,
            tree.upos(subjects[1]) == "NOUN"
        {
            return tree.attach(subjects[0], to: subjects[1], as: "compound")
        }
        turnHiddenVerb(in: subjects[0], beside: verb, in: &tree)
    }

    /// "The three raised money, but they were arrested": a verb that the parser took for an adjective of its object.
    private func turnHiddenVerb(in object: Int, beside verb: Int, in tree: inout ClauseTree) {
        guard let hidden = tree.children(object, "amod").first(where: { tree.xpos($0) == "VBN" && $0 < object }),
            let subject = tree.children[object].last(where: { $0 < hidden && !tree.has($0, "punct") }),
            tree.children(verb, "cc").contains(where: { $0 > object })
        else { return }
        tree.attach(hidden, to: tree.head(verb) ?? -1, as: tree.relation(verb))
        tree.attach(verb, to: hidden, as: "conj")
        tree.attach(object, to: hidden, as: "obj")
        tree.attach(subject, to: hidden, as: "nsubj")
        for child in tree.children[object] where child < subject { tree.attach(child, to: subject, as: tree.relation(child)) }
    }

    /// "called for the troops to leave": the infinitive belongs to the verb before "for".
    func moveForInfinitive(_ i: Int, in tree: inout ClauseTree) {
        guard tree.lower(i) == "for", i > 0, tree.upos(i - 1) == "VERB" || tree.upos(i - 1) == "NOUN",
            verbs.entry("\(tree.lemma(i - 1)) for") != nil,
            let noun = tree.ancestors(of: i).first(where: { tree.has($0, "nsubj") && $0 > i }), let verb = tree.head(noun),
            tree.xpos(verb) == "VB",
            tree.children(verb, "mark").contains(where: { tree.lower($0) == "to" })
        else { return }
        tree.attach(verb, to: i - 1, as: "advcl")
        tree.attach(i, to: verb, as: "mark")
    }

    /// "aims that called for the forces to “maintain order”": an infinitive right behind those who are called upon hangs on the calling.
    func moveCalledInfinitive(_ i: Int, in tree: inout ClauseTree) {
        guard tree.xpos(i) == "VB", tree.has(i, any: ["advcl", "xcomp", "ccomp"]),
            let mark = tree.children(i, "mark").first(where: { tree.lower($0) == "to" }), mark > 2, let head = tree.head(i)
        else { return }
        let caller = (max(0, mark - 12)..<mark).last { verb in
            verb != head && tree.upos(verb) == "VERB" && verbs.entry("\(tree.lemma(verb)) for")?.complement != nil
                && tree.children(verb, "obl").contains { tree.preposition($0) == "for" && tree.reach[$0].upperBound == mark - 1 }
        }
        if let caller, !tree.dominates(i, caller) { tree.attach(i, to: caller, as: "xcomp") }
    }

    /// "engage in talks with the union to include training": who stands behind "with" takes part in the first verb.
    func turnWithInfinitive(_ i: Int, in tree: inout ClauseTree) {
        guard tree.xpos(i) == "VB", let verb = tree.head(i), verb < i, tree.upos(verb) == "VERB",
            let word = tree.children(i, "mark").first(where: { tree.lower($0) == "with" }),
            let to = tree.children(i, "mark").first(where: { tree.lower($0) == "to" && $0 > word }),
            let noun = (tree.children(i, "nsubj") + tree.children(verb, "obl", "obj")).first(where: { word < $0 && $0 < to }),
            tree.preposition(noun) == nil
        else { return }
        tree.attach(noun, to: verb, as: "obl")
        tree.attach(word, to: noun, as: "case")
    }

    /// "a strategy based on building trust": a gerund whose preposition stands right behind a participle hangs on the participle.
    func moveGerundToParticiple(_ i: Int, in tree: inout ClauseTree) {
        guard tree.xpos(i) == "VBG", tree.has(i, "acl"), let mark = tree.child(i, "mark"), mark > 0, tree.xpos(mark) == "IN",
            tree.xpos(mark - 1) == "VBN", tree.head(mark - 1) == tree.head(i)
        else { return }
        tree.attach(i, to: mark - 1, as: "advcl")
    }

    /// "the Liberal Party (LP)-led coalition": the name belongs to the noun behind the bracket.
    func joinBracketedModifier(_ i: Int, in tree: inout ClauseTree) {
        guard tree.tokens[i].form.hasPrefix("-"), tree.tokens[i].form.count > 2, let noun = tree.head(i), noun > i,
            let name = layer.mentions(in: tree.index).last(where: {
                $0.kind == .name && $0.tokens.upperBound < i - 2 && i - $0.tokens.upperBound <= 4
            })
        else { return }
        tree.attach(name.head, to: noun, as: "compound")
    }

    /// "take place", "take part": the noun is part of the verb.
    func joinFixedObject(_ i: Int, in tree: inout ClauseTree) {
        guard tree.has(i, any: ["obj", "obl"]), let verb = tree.head(i), verb < i, tree.children[i].isEmpty,
            Self.fixedObjects[tree.lemma(verb)]?.contains(tree.lower(i)) ?? false
        else { return }
        tree.attach(i, to: verb, as: "compound:prt")
    }

    /// "Deepening the ties is": a gerund before an article is no adjective.
    func turnGerundBeforeArticle(_ i: Int, in tree: inout ClauseTree) {
        guard tree.xpos(i) == "VBG" || i == 0 && tree.lower(i).hasSuffix("ing"), tree.has(i, any: ["amod", "compound"]),
            let noun = tree.head(i), noun > i,
            let article = tree.child(noun, "det", "nmod:poss"), article > i, article < noun
        else { return }
        let head = tree.head(noun)
        let relation = tree.relation(noun)
        tree.attach(i, to: head ?? -1, as: relation.hasPrefix("nsubj") ? "csubj" : relation)
        tree.attach(noun, to: i, as: "obj")
    }

    /// "to counter growing pressure": a participle between a verb and its object belongs to the object.
    func turnParticipleBeforeObject(_ i: Int, in tree: inout ClauseTree) {
        guard tree.xpos(i) == "VBG", tree.has(i, any: ["xcomp", "ccomp", "advcl"]), let verb = tree.head(i), verb == i - 1,
            tree.children[i].isEmpty,
            let object = tree.child(verb, "obj"), object > i, tree.phrase(object).first == i + 1
        else { return }
        tree.attach(i, to: object, as: "amod")
    }

    /// "let the crew move a boat to port": what follows the second verb is its own.
    func moveBehindComplement(_ i: Int, in tree: inout ClauseTree) {
        guard tree.has(i, any: ["xcomp", "ccomp"]), ["VB", "VBP"].contains(tree.xpos(i)), let verb = tree.head(i), verb < i,
            tree.children(verb, "obj").contains(where: { $0 < i })
        else { return }
        for child in tree.children(verb, "obj", "obl") where child > i { tree.attach(child, to: i, as: tree.relation(child)) }
    }

    /// "ordered the firm to pay": the infinitive is what the verb asks of its object, not a description of the object.
    func turnObjectInfinitive(_ i: Int, in tree: inout ClauseTree) {
        guard tree.relation(i) == "acl", tree.xpos(i) == "VB", let noun = tree.head(i), tree.has(noun, "obj"),
            let verb = tree.head(noun), verb < noun,
            let complement = verbs.entry(tree.lemma(verb))?.complement, [.object, .raise].contains(complement.controller),
            complement.modality != .actual, !takesInfinitive(noun, tree),
            ["NOUN", "PROPN", "PRON"].contains(tree.upos(noun)), tree.child(verb, "xcomp") == nil
        else { return }
        tree.attach(i, to: verb, as: "xcomp")
    }

    /// "a plan to sell": a noun that an infinitive may describe.
    private func takesInfinitive(_ noun: Int, _ tree: ClauseTree) -> Bool {
        verbs.nominal(tree.lemma(noun)).map { verbs.entry($0.verb)?.complement != nil } ?? false
    }

    /// "Amid a surge of cases, the governor closed bars": a phrase with a preposition is no subject.
    func turnFalseSubject(_ i: Int, in tree: inout ClauseTree) {
        guard tree.has(i, "nsubj"), let verb = tree.head(i), i < verb, let preposition = tree.preposition(i) else { return }
        if preposition == "with", let word = tree.child(i, "case"), tree.xpos(verb) == "VBG", tree.has(verb, "advcl"),
            tree.child(verb, "aux", "cop") == nil
        {
            return tree.attach(word, to: verb, as: "mark")
        }
        guard
            ["amid", "in", "at", "on", "with", "after", "under", "among", "during", "from", "despite", "since"].contains(
                preposition)
        else { return }
        tree.attach(i, to: verb, as: "obl")
    }

    func isTime(_ i: Int, _ tree: ClauseTree) -> Bool { times.contains { $0.span.overlaps(tree.tokens[i].span) } }

    private static let fixedObjects: [String: Set<String>] = [
        "take": ["place", "part", "effect", "office"], "make": ["sense"], "give": ["way"],
    ]
    private static let subordinators: Set<String> = [
        "when", "while", "as", "although", "though", "after", "before", "because", "since", "if", "once",
    ]
    private static let intransitive: Set<String> = ["come", "lie", "stand", "emerge", "arise", "hang"]
}
