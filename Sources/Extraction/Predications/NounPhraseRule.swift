import Facts
import Lexicon

/// What noun phrases state without a verb: possession, place, kind, example, part, and participles joined by a hyphen.
struct NounPhraseRule {
    let scene: Scene
    private var tree: ClauseTree { scene.tree }

    init(_ scene: Scene) { self.scene = scene }

    func predications() -> [Predication] {
        tree.tokens.indices.flatMap { i -> [Predication] in
            guard ["NOUN", "PROPN", "PRON", "NUM", "DET"].contains(tree.upos(i)) else { return [] }
            return possession(i) + places(i) + examples(i) + ofPhrases(i) + compounds(i) + members(i) + price(i) + amount(i)
        }
    }

    // MARK: Owners

    private func possession(_ i: Int) -> [Predication] {
        guard !isTitle(i), !isInsideName(i), let owner = tree.child(i, "nmod:poss"), !scene.isTime(owner), !scene.isTime(i),
            scene.knowledge.eventVerb(ofNoun: tree.lemma(i).lowercased()) == nil
                || scene.knowledge.words.firstNounClass(of: tree.lemma(i)).contains(.person)
        else { return [] }
        return [
            scene.predication(
                at: i, "have", "have", scene.phrases(.agent, owner) + [thing(i, without: owner)], rule: "possession", certainty: 0.9
            )
        ]
    }

    /// "the People's Republic": the owner is part of the name.
    private func isInsideName(_ i: Int) -> Bool {
        guard let name = scene.mention(i), name.kind == .name, let owner = tree.child(i, "nmod:poss") else { return false }
        return name.tokens.contains(owner)
    }

    /// A title before a name is read with the name.
    private func isTitle(_ i: Int) -> Bool { scene.mention(i)?.title.map { $0.tokens.contains(i) } ?? false }

    /// The noun phrase without its possessor: "last wife" of "his last wife".
    private func thing(_ i: Int, without owner: Int) -> Predication.Phrase {
        var tokens = tree.phrase(i).filter { $0 > tree.reach[owner].upperBound }
        guard tokens.contains(i) else { return scene.phrase(.patient, i) }
        if let close = tokens.firstIndex(where: { tree.tokens[$0].form == ")" }), tree.tokens[tokens[0]].form == "(", tokens[close] < i {
            tokens.removeFirst(close + 1)
        }
        return Predication.Phrase(.patient, head: i, span: scene.text.trimmed(tree.span(of: tokens)))
    }

    /// "the leaders of the two states", "Erik Holm of Norland Power".
    private func ofPhrases(_ i: Int) -> [Predication] {
        guard !scene.isTime(i), !isTitle(i), !["DET", "PRON"].contains(tree.upos(i)),
            ![
                "part", "member", "number", "kind", "type", "sort", "form", "lot", "all", "one", "most", "some", "many", "dozen",
                "hundred", "thousand", "million", "billion", "percent", "half", "group",
            ].contains(tree.lemma(i).lowercased())
        else { return [] }
        return tree.children(i, "nmod").filter { tree.preposition($0) == "of" && !scene.isTime($0) }.flatMap {
            whole -> [Predication] in
            let owners = tree.conjuncts(whole).filter { conjunct in
                guard let mention = scene.mention(conjunct) else { return false }
                return [.country, .organisation, .person, .place, .nationality].contains(mention.type)
            }
            if owners.isEmpty || scene.knowledge.eventVerb(ofNoun: tree.lemma(i).lowercased()) != nil
                || scene.mention(i)?.quantity != nil && tree.upos(i) == "NUM"
            {
                return []
            }
            if scene.mention(i).map({ $0.kind == .name && $0.tokens.contains(whole) }) ?? false { return [] }
            let isPerson = scene.mention(i)?.kind == .name && scene.type(of: i) == .person
            let owned = Predication.Phrase(isPerson ? .agent : .patient, head: i, span: headSpan(i, before: whole))
            if isPerson, owners.contains(where: { ![.organisation, .country, .nationality].contains(scene.mention($0)?.type) }) {
                return []
            }
            if isPerson {
                return [
                    scene.predication(
                        at: i, "be", "member-of", [owned] + owners.map { scene.phrase(.patient, $0, preposition: "of") },
                        rule: "of-phrase", certainty: 0.7)
                ]
            }
            return [
                scene.predication(
                    at: i, "have", "have", owners.map { scene.phrase(.agent, $0, preposition: "of") } + [owned], rule: "of-phrase",
                    certainty: 0.7)
            ]
        }
    }

    private func headSpan(_ i: Int, before child: Int) -> Span {
        let tokens = tree.phrase(i).filter { $0 < tree.reach[child].lowerBound }
        return tokens.contains(i) ? scene.text.trimmed(tree.span(of: tokens)) : tree.tokens[i].span
    }

    // MARK: Places

    private func places(_ i: Int) -> [Predication] {
        guard !scene.isTime(i) else { return [] }
        return tree.children(i, "nmod").compactMap { child -> Predication? in
            guard let preposition = tree.preposition(child), Self.placing.contains(preposition), !scene.isTime(child) else {
                return nil
            }
            guard let type = scene.mention(child)?.type, type == .country || type == .place else { return nil }
            if scene.knowledge.isEvent(tree.lemma(i)) { return nil }
            if scene.knowledge.words.firstNounClass(of: tree.lemma(i)).contains(.time) { return nil }
            let owned = Predication.Phrase(.agent, head: i, span: headSpan(i, before: child))
            return scene.predication(
                at: i, "be", "located-in", [owned] + scene.phrases(.place, child, preposition: preposition),
                rule: "place-in-phrase", certainty: 0.85)
        }
    }

    // MARK: Examples and parts

    private func examples(_ i: Int) -> [Predication] {
        tree.children(i, "nmod", "appos", "conj", "acl").compactMap { child -> Predication? in
            guard let word = tree.preposition(child), ["such as", "like", "including"].contains(word) else { return nil }
            let general = Predication.Phrase(word == "including" ? .patient : .attribute, head: i, span: headSpan(i, before: child))
            let isCounted = word == "including" && scene.mention(i)?.quantity != nil
            let items = tree.conjuncts(child).map { scene.phrase(.agent, $0) }
            if word == "including" || isCounted {
                return scene.predication(at: i, "be", "part-of", items + [general], rule: "including", certainty: 0.85)
            }
            return scene.predication(at: i, "be", "kind-of", items + [general], rule: "example", certainty: 0.85)
        }
    }

    /// "members of the council", "a member of the party, Ann Lee": the members are what the noun is in apposition to.
    private func members(_ i: Int) -> [Predication] {
        guard tree.lemma(i) == "member" else { return [] }
        var groups = tree.children(i, "nmod").filter { tree.preposition($0) == "of" }
        if groups.isEmpty {
            groups = tree.children(i, "compound", "nmod", "nmod:poss").filter { scene.mention($0)?.type == .organisation }
        }
        guard let group = groups.first else { return [] }
        let items = tree.children(i, "appos").flatMap { tree.conjuncts($0) }.filter { $0 > i }
        let members =
            items.isEmpty
            ? [Predication.Phrase(.agent, head: i, span: headSpan(i, before: group))] : items.map { scene.phrase(.agent, $0) }
        return [
            scene.predication(
                at: i, "be", "member-of", members + scene.phrases(.patient, group, preposition: "of"), rule: "members",
                certainty: 0.85)
        ]
    }

    // MARK: Hyphens

    /// "union-led strike", "Oslo-based firm": the participle's agent or place is joined to it.
    private func compounds(_ i: Int) -> [Predication] {
        tree.children(i, "amod").compactMap { child -> Predication? in
            guard let (verb, joined) = participle(child) else { return nil }
            let noun = Predication.Phrase(.agent, head: i, span: nounSpan(i, after: child))
            if ["base", "headquarter"].contains(verb) {
                return scene.predication(
                    at: i, "be", "located-in", [noun, Predication.Phrase(.place, head: joined.head, span: joined.span)],
                    rule: "hyphen", certainty: 0.9)
            }
            var patient = noun
            patient.role = .patient
            return scene.predication(
                at: i, verb, scene.knowledge.verbs.relation(of: verb),
                [Predication.Phrase(.agent, head: joined.head, span: joined.span), patient],
                rule: "hyphen", certainty: 0.8)
        }
    }

    /// "a €410 million tram line": an amount of money before something built or planned is what it costs.
    private func price(_ i: Int) -> [Predication] {
        guard isCostly(tree.lemma(i).lowercased()),
            let amount = tree.children(i, "compound", "nummod", "nmod", "amod").first(where: { $0 < i && scene.mention($0)?.type == .money }),
            let span = scene.mention(amount)?.span
        else { return [] }
        let thing = Predication.Phrase(.agent, head: i, span: nounSpan(i, after: scene.mention(amount)?.tokens.upperBound ?? amount))
        return [
            scene.predication(
                at: i, "cost", "cost", [thing, Predication.Phrase(.patient, head: amount, span: span)], rule: "price", certainty: 0.85)
        ]
    }

    /// "a release clause of 60 million euros", "a depth of 2,800 meters": the amount behind "of" is what the noun measures.
    private func amount(_ i: Int) -> [Predication] {
        guard tree.upos(i) == "NOUN", let amount = tree.children(i, "nmod").first(where: { $0 > i && tree.preposition($0) == "of" }),
            let mention = scene.mention(amount), [.money, .quantity].contains(mention.type), mention.type == .money || isMeasured(tree.lemma(i))
        else { return [] }
        let measured = Predication.Phrase(.agent, head: i, span: headSpan(i, before: amount))
        return [
            scene.predication(
                at: i, "be", nil, [measured, Predication.Phrase(.quantity, head: amount, span: mention.span)], rule: "amount", certainty: 0.8)
        ]
    }

    private func isMeasured(_ noun: String) -> Bool {
        scene.knowledge.words.firstNounClass(of: noun).contains(.attribute) || ["population", "capacity", "majority", "share", "rate"].contains(noun)
    }

    private func isCostly(_ noun: String) -> Bool {
        let words = scene.knowledge.words
        return words.nounClass(of: noun).contains(.artifact) && !words.firstNounClass(of: noun).contains(.possession) || Self.costly.contains(noun)
    }

    private static let costly: Set<String> = ["project", "scheme", "programme", "program", "plan", "contract", "venture", "deal", "takeover"]

    private func nounSpan(_ i: Int, after child: Int) -> Span {
        let tokens = tree.phrase(i).filter { $0 > child }
        return tokens.contains(i) ? scene.text.trimmed(tree.span(of: tokens)) : tree.tokens[i].span
    }

    /// The verb of a joined participle and what is joined to it, whether the tokeniser split the word or not.
    private func participle(_ i: Int) -> (verb: String, joined: (head: Int, span: Span))? {
        let form = tree.lower(i)
        if let hyphen = form.lastIndex(of: "-") {
            let word = String(form[form.index(after: hyphen)...])
            guard let verb = Self.joinedVerbs[word] else { return nil }
            if form.first == "-" { return nameBefore(i - 1).map { (verb, ($0.head, $0.span)) } }
            let start = tree.tokens[i].span.start
            return (verb, (i, Span(start, start + form[..<hyphen].unicodeScalars.count)))
        }
        guard let verb = Self.joinedVerbs[form], i >= 2, ["-", "‑", "–"].contains(tree.tokens[i - 1].form) else { return nil }
        guard
            let joined = tree.children[i].first(where: { $0 < i && ["NOUN", "PROPN", "ADJ"].contains(tree.upos($0)) })
                ?? Optional(i - 2)
        else { return nil }
        if tree.tokens[i - 2].form == ")", let name = nameBefore(i - 2) { return (verb, (name.head, name.span)) }
        let span = tree.tokens[i - 2].span.union(scene.mention(joined)?.span ?? tree.tokens[joined].span)
        return (verb, (joined, scene.text.trimmed(span)))
    }

    /// "Nationalist Party (NP)-led": the name before the bracket.
    private func nameBefore(_ bracket: Int) -> EntityMention? {
        scene.layer.mentions(in: tree.index).last {
            $0.kind == .name && $0.tokens.upperBound < bracket && bracket - $0.tokens.upperBound <= 3
                && tree.tokens[$0.tokens.upperBound + 1].form == "("
        }
    }

    private static let placing: Set<String> = [
        "in", "at", "near", "outside", "off", "inside", "within", "around", "across", "north of",
        "south of", "east of", "west of", "next to",
    ]
    private static let joinedVerbs = [
        "led": "lead", "based": "base", "backed": "back", "held": "hold", "controlled": "control", "owned": "own",
        "run": "run", "ruled": "rule", "built": "build", "made": "make", "sponsored": "sponsor", "funded": "fund",
        "occupied": "occupy", "brokered": "broker", "headquartered": "headquarter", "supported": "support",
        "produced": "produce", "allied": "ally", "organised": "organise", "organized": "organize", "dominated": "dominate",
    ]
}
