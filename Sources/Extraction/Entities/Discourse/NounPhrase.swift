import Facts

/// A description: a noun phrase that is no name.
struct NounPhrase {
    enum Determiner { case definite, demonstrative, possessive, indefinite, none }

    let head: Int
    let tokens: ClosedRange<Int>
    let lemma: String
    let isPlural: Bool
    let determiner: Determiner
    /// Lemmas of the adjectives and nouns before the head.
    let modifiers: [String]
    /// Whether a phrase or clause after the head says which one is meant.
    let hasComplement: Bool
    /// The head of the possessor before it: "Japan" in "Japan's constitution".
    let possessor: Int?
    let type: EntityType

    /// Nil where the token heads no description: inside a name or title, a time, a number.
    init?(head: Int, in words: SentenceWords, isCovered: (Int) -> Bool) {
        let tree = words.tree
        guard tree.upos(head) == "NOUN" || tree.upos(head) == "PROPN", !isCovered(head) else { return nil }
        guard !tree.has(head, any: ["compound", "flat", "fixed", "goeswith", "list"]) else { return nil }
        lemma = tree.lemma(head).lowercased()
        guard !Self.notThings.contains(lemma), lemma.utf8.contains(where: { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") }) else {
            return nil
        }
        if lemma == "place", tree.has(head, "obj"), tree.head(head).map({ tree.lemma($0) == "take" }) ?? false { return nil }
        self.head = head
        isPlural = !Self.singulars.contains(lemma) && tree.xpos(head) == "NNS" || tree.xpos(head) == "NNPS" || Self.plurals.contains(lemma)
        type = words.knowledge.type(ofNoun: lemma)

        var first = head
        var modifiers: [String] = []
        var determiner = Determiner.none
        var possessor: Int?
        for child in tree.children[head].reversed() where child < head {
            guard Self.isModifier(child, tree), tree.reach[child].upperBound == first - 1 else { break }
            if tree.has(child, "punct"), !words.isHyphen(child) { break }
            first = tree.reach[child].lowerBound
            if tree.has(child, any: ["amod", "compound", "flat"]) { modifiers.append(tree.lemma(child).lowercased()) }
            if tree.relation(child) == "nmod:poss" { (determiner, possessor) = (.possessive, child) }
            if tree.has(child, "det") { determiner = Self.determiner(words.lower[child]) ?? determiner }
        }
        if first > 0, words.lower[first - 1] == "at" || words.lower[first - 1] == "up",
            ["least", "most", "to"].contains(words.lower[first])
        {
            first -= 1
        }
        while first < head, !["at", "up"].contains(words.lower[first]),
            ["PUNCT", "CCONJ", "ADP", "AUX", "PART", "SCONJ"].contains(tree.upos(first))
        { first += 1 }
        self.modifiers = modifiers
        self.determiner = determiner
        self.possessor = possessor
        var last = head
        if let of = tree.children(head, "nmod").first(where: { $0 > head && tree.preposition($0) == "of" }),
            tree.children(of, "case").first == head + 1
        {
            last = tree.conjuncts(of).compactMap { tree.phrase($0, .core).last }.max() ?? head
        }
        hasComplement =
            last > head || tree.children[head].contains { $0 > head && tree.has($0, any: ["nmod", "acl"]) && !tree.isSetOff($0) }
        tokens = first...last
    }

    private static func isModifier(_ i: Int, _ tree: ClauseTree) -> Bool {
        tree.has(i, any: ["det", "amod", "nummod", "compound", "advmod", "flat", "punct"])
            || ["nmod:poss", "nmod:desc"].contains(tree.relation(i))
    }

    private static func determiner(_ word: String) -> Determiner? {
        switch word {
        case "the", "both": .definite
        case "this", "that", "these", "those": .demonstrative
        case "a", "an", "another", "some", "any", "every", "each", "no": .indefinite
        default: nil
        }
    }

    private static let singulars: Set<String> = ["headquarters", "barracks", "series", "crossroads", "news"]
    private static let plurals: Set<String> = ["people", "police", "personnel", "couple"]
    private static let notThings = WordSet(
        """
        percent, %, time, lot, way, part, number, kind, sort, today, yesterday, tomorrow, tonight, monday, tuesday, wednesday,
        thursday, friday, saturday, sunday, january, february, march, april, june, july, august, september, october, november,
        december, day, week, month, year, hour, minute, decade, century, weekend, morning, evening, afternoon, night, spring, summer,
        autumn, fall, winter, dollar, euro, yen, fact, order, addition, case, example, reason
        """)
}
