import Facts

/// "A and B met X and Y, respectively": A met X, B met Y.
struct RespectivelyRule {
    let scene: Scene

    init(_ scene: Scene) { self.scene = scene }

    func split(_ predications: [Predication]) -> [Predication] {
        guard let word = scene.tree.tokens.firstIndex(where: { $0.lemma.lowercased() == "respectively" }) else {
            return predications
        }
        guard let clause = scene.clause(around: word) else { return predications }
        return predications.flatMap { $0.anchor == clause.head ? pairs($0) : [$0] }
    }

    private func pairs(_ predication: Predication) -> [Predication] {
        var lists: [(role: Role, preposition: String?, phrases: [Predication.Phrase])] = []
        for phrase in predication.phrases {
            let named = listed(phrase)
            if let position = lists.firstIndex(where: { $0.role == phrase.role && $0.preposition == phrase.preposition }) {
                lists[position].phrases += named
            } else {
                lists.append((phrase.role, phrase.preposition, named))
            }
        }
        for position in lists.indices { lists[position].phrases = withoutPlural(lists[position].phrases) }
        guard let first = lists.first(where: { $0.phrases.count > 1 }),
            let second = lists.dropFirst().first(where: { list in
                list.phrases.count == first.phrases.count
                    && (list.role, list.preposition ?? "") != (first.role, first.preposition ?? "")
            })
        else { return [predication] }
        let rest = predication.phrases.filter { phrase in
            [first, second].allSatisfy { !($0.role == phrase.role && $0.preposition == phrase.preposition) }
        }
        return first.phrases.indices.map { index in
            var pair = predication
            pair.phrases = [first.phrases[index], second.phrases[index]] + rest
            pair.rule = "respectively"
            return pair
        }
    }

    /// "their counterparts, X and Y" read as three: the plural before the names only says what they are.
    private func withoutPlural(_ phrases: [Predication.Phrase]) -> [Predication.Phrase] {
        guard phrases.count > 2, let first = phrases.first, ["NNS", "NNPS"].contains(scene.tree.xpos(first.head)),
            scene.mention(first.head)?.kind != .name, phrases.dropFirst().allSatisfy({ scene.mention($0.head)?.kind == .name })
        else { return phrases }
        return Array(phrases.dropFirst())
    }

    /// "their counterparts, X and Y": the names that a plural is in apposition to stand for it.
    private func listed(_ phrase: Predication.Phrase) -> [Predication.Phrase] {
        let tree = scene.tree
        guard let name = tree.children(phrase.head, "appos").first(where: { tree.child($0, "conj") != nil }) else {
            return [phrase]
        }
        return tree.conjuncts(name).map { scene.phrase(phrase.role, $0, preposition: phrase.preposition) }
    }
}
