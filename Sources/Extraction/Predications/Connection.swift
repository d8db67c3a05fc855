import Facts

/// What a sentence takes from the one before it: the reason in "That's why …", and the subject of a sentence that was cut.
struct Connection {
    let scene: Scene
    let previous: Scene

    init(_ scene: Scene, after previous: Scene) {
        self.scene = scene
        self.previous = previous
    }

    func complete(_ predications: [Predication]) -> [Predication] {
        if let effect = explained() {
            return predications.map { $0.anchor == effect && $0.rule != "nominal" ? withReason($0) : $0 }
        }
        if let root = cutRoot() { return predications.map { $0.anchor == root && $0.rule == "verb" ? withSubject($0) : $0 } }
        return predications
    }

    // MARK: "That's why"

    /// The predicate of the clause after "That is why".
    private func explained() -> Int? {
        let tree = scene.tree
        guard let why = tree.tokens.prefix(6).firstIndex(where: { $0.form.lowercased() == "why" }),
            tree.tokens[..<why].contains(where: { ["that", "this"].contains($0.form.lowercased()) })
        else { return nil }
        return scene.clauses.first { $0.head > why }?.head
    }

    private func withReason(_ given: Predication) -> Predication {
        var predication = given
        let root = previous.tree.root ?? 0
        predication.phrases.append(.init(.cause, head: root, span: sentenceSpan(), sentence: previous.tree.index))
        return predication
    }

    /// The previous sentence without its quotation marks and full stop.
    private func sentenceSpan() -> Span {
        let tokens = previous.tree.tokens.indices.filter { !["“", "”", "\"", "``", "''"].contains(previous.tree.tokens[$0].form) }
        let last = tokens.last.map { previous.tree.tokens[$0].form == "." ? tokens.dropLast() : tokens[...] } ?? []
        guard let first = last.first, let end = last.last else { return previous.tree.sentence.span }
        return Span(previous.tree.tokens[first].span.start, previous.tree.tokens[end].span.end)
    }

    // MARK: Cut sentences

    /// A sentence that begins in small letters with a finite verb has lost its subject.
    private func cutRoot() -> Int? {
        let tree = scene.tree
        guard let first = tree.tokens.first, first.form.first?.isLowercase ?? false, ["AUX", "VERB"].contains(first.upos),
            let root = tree.root,
            let clause = scene.clause(at: root), clause.subjects.isEmpty
        else { return nil }
        return root
    }

    private func withSubject(_ given: Predication) -> Predication {
        guard let clause = previous.tree.root.flatMap({ previous.clause(at: $0) }) else { return given }
        let subject = clause.kind == .existential ? previous.tree.child(clause.head, "nsubj") ?? clause.head : clause.subjects.first
        guard let subject else { return given }
        var predication = given
        var phrase = previous.phrase(.agent, subject)
        phrase.sentence = previous.tree.index
        predication.phrases.insert(phrase, at: 0)
        predication.rule = "cut-sentence"
        predication.certainty = 0.6
        return predication
    }
}
