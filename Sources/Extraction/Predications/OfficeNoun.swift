import Facts
import Lexicon

/// A noun phrase that names an office, split from the body it belongs to: "former head of the Coast Guard" is the office
/// "former head" of the Coast Guard.
struct OfficeNoun {
    /// The office as written, without article and owner.
    let span: Span
    /// The bodies or countries it belongs to, as patients.
    let owners: [Predication.Phrase]
    let isFormer: Bool

    /// Nil where the phrase names no office.
    init?(_ scene: Scene, head: Int) {
        let tree = scene.tree
        guard ["NOUN", "PROPN"].contains(tree.upos(head)), scene.type(of: head) != .place else { return nil }
        guard Self.isOffice(scene, head) else { return nil }
        var owners: [Predication.Phrase] = []
        var first = head
        for child in tree.children[head].reversed() where child < head {
            if tree.has(child, any: ["det", "nmod:poss", "case", "punct", "cc", "nummod"]) || Self.isOwner(scene, child) {
                if tree.has(child, "nmod:poss") || Self.isOwner(scene, child) { owners += scene.phrases(.patient, child).prefix(1) }
                break
            }
            if tree.has(child, any: ["compound", "amod", "advmod", "nmod:desc", "flat"]) {
                first = min(first, tree.reach[child].lowerBound)
            }
        }
        for child in tree.children[head].filter({ $0 < first && Self.isOwner(scene, $0) || $0 < first && tree.has($0, "nmod:poss") }
        )
        where !owners.contains(where: { $0.head == child || $0.head == tree.antecedent(ofPronoun: child) }) {
            owners += scene.phrases(.patient, child).prefix(1)
        }
        var last = Self.end(scene, head)
        for child in tree.children(head, "nmod") where child > head {
            guard let preposition = tree.preposition(child) else { continue }
            let words = (first...head).map { tree.lower($0) } + [preposition, tree.lower(child)]
            if preposition == "of",
                Self.isField(scene, child) || scene.knowledge.gazetteer.office(words.suffix(3).joined(separator: " ")) != nil
            {
                last = child
                owners += Self.owners(scene, below: child)
            } else if preposition == "to", ["ambassador", "envoy", "representative", "adviser", "advisor", "aide", "assistant", "delegate", "consul"].contains(tree.lemma(head)) {
                last = tree.reach[child].upperBound
            } else if ["of", "at", "for", "in"].contains(preposition) {
                owners += tree.conjuncts(child).map { scene.phrase(.patient, $0, preposition: preposition) }
            }
        }
        while first < head, Self.owned(scene, first) { first += 1 }
        span = scene.text.trimmed(tree.span(of: Array(first...last)))
        self.owners = owners
        isFormer = (first...head).contains { ["former", "ex", "late", "retired", "then"].contains(tree.lower($0)) }
    }

    private static func owners(_ scene: Scene, below i: Int) -> [Predication.Phrase] {
        scene.tree.children(i, "nmod").compactMap { owner in
            guard let preposition = scene.tree.preposition(owner), ["of", "for", "at", "in"].contains(preposition) else { return nil }
            return scene.phrase(.patient, owner, preposition: preposition)
        }
    }

    /// "minister of transport": a bare noun behind "of" is what the office is about, not the body that it belongs to.
    private static func isField(_ scene: Scene, _ i: Int) -> Bool {
        scene.tree.upos(i) == "NOUN" && scene.tree.xpos(i) == "NN"
            && !scene.tree.children[i].contains { $0 < i && !scene.tree.has($0, "case") }
    }

    /// The last word of the office itself: "attorney general".
    private static func end(_ scene: Scene, _ head: Int) -> Int { scene.tree.children(head, "flat").last { $0 > head } ?? head }

    /// Whether the noun, alone or with the words before it or an of-phrase, is in the table of offices.
    private static func isOffice(_ scene: Scene, _ head: Int) -> Bool {
        let tree = scene.tree
        let gazetteer = scene.knowledge.gazetteer
        func isListed(_ words: String) -> Bool { gazetteer.office(words)?.kind == .office }
        if isListed(tree.lower(head)) || isListed(tree.lemma(head).lowercased()) { return true }
        let end = end(scene, head)
        if end > head, isListed((head...end).map { tree.lower($0) }.joined(separator: " ")) { return true }
        for start in max(0, head - 3)..<head + 0 where tree.children[head].contains(where: { tree.reach[$0].contains(start) }) {
            if isListed((start...head).map { tree.lower($0) }.joined(separator: " ")) { return true }
        }
        return tree.children(head, "nmod").contains {
            tree.preposition($0) == "of" && isListed("\(tree.lower(head)) of \(tree.lower($0))")
        }
    }

    private static func isOwner(_ scene: Scene, _ i: Int) -> Bool {
        guard scene.tree.has(i, any: ["compound", "amod", "nmod", "nmod:desc"]), let mention = scene.mention(i) else {
            return false
        }
        return [.country, .nationality, .organisation, .place].contains(mention.type)
    }

    private static func owned(_ scene: Scene, _ i: Int) -> Bool { isOwner(scene, i) || scene.tree.has(i, any: ["det", "punct"]) }
}
