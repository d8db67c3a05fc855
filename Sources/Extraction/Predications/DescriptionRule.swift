import Facts

/// A common noun right before a name says what is named: "the electronics retailer Best Deal", "the film Long Road".
///
/// Titles of persons are read by ``AppositionRule``.
struct DescriptionRule {
    let scene: Scene
    private var tree: ClauseTree { scene.tree }

    init(_ scene: Scene) { self.scene = scene }

    func predications() -> [Predication] {
        scene.layer.mentions(in: tree.index).compactMap { name in
            guard name.kind == .name, name.title == nil, let noun = noun(before: name) else { return nil }
            let described = Predication.Phrase(.agent, head: name.head, span: name.span)
            let description = Predication.Phrase(.attribute, head: noun, span: span(of: noun))
            return Predication(
                anchor: noun, predicate: "be", relation: "kind-of", phrases: [described, description], tense: .none, rule: "description",
                certainty: 0.85, evidence: description.span.union(name.span), text: nil)
        }
    }

    /// The noun that describes the name and agrees with it in kind; nil where none does.
    private func noun(before name: EntityMention) -> Int? {
        let noun = name.tokens.lowerBound - 1
        guard noun >= 0, tree.upos(noun) == "NOUN", tree.xpos(noun) == "NN", tree.head(noun) == name.head,
            tree.has(noun, any: ["compound", "nmod:desc"]), tree.tokens[noun].form.allSatisfy(\.isLowercase)
        else { return nil }
        let kind = scene.knowledge.type(ofNoun: tree.lemma(noun))
        return kind == name.type || tree.relation(noun) == "nmod:desc" && kind != .person ? noun : nil
    }

    /// The noun with its own modifiers, without article and owner.
    private func span(of noun: Int) -> Span {
        let first = tree.children(noun, "compound", "amod").filter { scene.mention($0)?.kind != .name }.map { tree.reach[$0].lowerBound }.min()
        return Span(tree.tokens[first ?? noun].span.start, tree.tokens[noun].span.end)
    }
}
