import Facts

/// Writes what is said into the predications of the verbs that say it, and makes predications of "according to" and of
/// quoted sentences that leave their speaker to the sentences around them.
struct SayingRule {
    let scene: Scene
    let quotations: Quotations
    private var tree: ClauseTree { scene.tree }

    /// - Parameter sayings: of this sentence.
    func complete(_ predications: [Predication], with sayings: [Saying]) -> [Predication] {
        var result = predications
        for saying in sayings {
            let topic = topic(of: saying)
            if let verb = saying.verb, let position = result.firstIndex(where: { $0.anchor == verb && $0.rule == "verb" }) {
                result[position].phrases.removeAll {
                    $0.role == .topic && $0.span.overlaps(topic.span) || $0.role == .patient && topic.span.contains($0.span)
                }
                result[position].phrases.append(topic)
                result[position].relation = relation(of: result[position].predicate)
                result[position].rule = "saying"
                result[position].text = wording(of: saying, topic)
                result[position].evidence = result[position].evidence.union(topic.span)
            } else if saying.verb == nil {
                result.append(accordingTo(saying, topic))
            }
        }
        return result
    }

    /// A quoted sentence whose speaker is named in another one.
    func quotation(by speaker: SpeakerReader.Speaker, in other: Scene) -> Predication {
        let root = tree.root ?? 0
        var agent = other.phrase(.agent, speaker.token)
        agent.sentence = speaker.sentence
        let topic = spoken(Array(tree.tokens.indices), head: root)
        return Predication(
            anchor: root, predicate: "say", relation: "say", phrases: [agent, topic], tense: .past, rule: "quotation",
            certainty: 0.85, evidence: topic.span,
            text: scene.text(agent.span) + " " + speaker.cue + ": " + (topic.text ?? scene.text(topic.span)))
    }

    private func relation(of verb: String) -> String? {
        let entry = scene.knowledge.verbs.entry(verb)
        if entry?.relation == "report" { return "say" }
        return entry?.relation ?? (entry?.stance == .assert ? nil : "say")
    }

    private func accordingTo(_ saying: Saying, _ topic: Predication.Phrase) -> Predication {
        let agents = saying.speakers.map { scene.phrase(.agent, $0) }
        let anchor = saying.speakers.first ?? saying.contentHead
        let evidence = agents.map(\.span).reduce(topic.span) { $0.union($1) }
        return Predication(
            anchor: anchor, predicate: "say", relation: "say", phrases: agents + [topic], tense: .present, rule: "according-to",
            certainty: 0.9, evidence: evidence, text: nil)
    }

    private func wording(of saying: Saying, _ topic: Predication.Phrase) -> String {
        let who = saying.speakers.map { scene.text(scene.text.trimmed(tree.span($0))) }.joined(separator: ", ")
        return "\(who) \(saying.cue): \(topic.text ?? scene.text(topic.span))"
    }

    // MARK: The words said

    private func topic(of saying: Saying) -> Predication.Phrase {
        var tokens = saying.content
        let marks = tree.children(saying.contentHead, "mark").filter { tree.lower($0) == "that" }
        tokens.removeAll { marks.contains($0) }
        return spoken(tokens, head: saying.contentHead)
    }

    /// The words said, without quotation marks; where the text interrupts them, the pieces are joined.
    private func spoken(_ tokens: [Int], head: Int) -> Predication.Phrase {
        var tokens = tokens
        if let first = tokens.first, tree.lower(first) == "that", ["IN", "SCONJ"].contains(tree.xpos(first)) {
            tokens.removeFirst()
        }
        if let colon = tokens.prefix(3).firstIndex(where: { tree.tokens[$0].form == ":" }),
            tokens[..<colon].allSatisfy({ ["ADV", "PUNCT"].contains(tree.upos($0)) })
        {
            tokens.removeFirst(colon + 1)
        }
        while let first = tokens.first, tree.upos(first) == "PUNCT" || tree.has(first, "cc") && tree.head(first) == head {
            tokens.removeFirst()
        }
        while let last = tokens.last, tree.upos(last) == "PUNCT", last != head { tokens.removeLast() }
        guard !tokens.isEmpty else { return Predication.Phrase(.topic, head: head, span: tree.tokens[head].span) }
        let pieces = pieces(tokens).map { scene.text.trimmed($0) }.filter { $0.length > 0 }
        let span = pieces.dropFirst().reduce(pieces.first ?? tree.tokens[head].span) { $0.union($1) }
        let words = pieces.map { scene.text($0) }.joined(separator: " ")
        let plain = String(words.unicodeScalars.filter { !["“", "”", "\""].contains($0) }.map(Character.init))
        return Predication.Phrase(.topic, head: head, span: span, text: plain)
    }

    private func pieces(_ tokens: [Int]) -> [Span] {
        var result: [Span] = []
        var previous: Int?
        for token in tokens {
            let span = tree.tokens[token].span
            if let last = previous, token == last + 1 || (last + 1..<token).allSatisfy({ tree.upos($0) == "PUNCT" }),
                let piece = result.popLast()
            {
                result.append(piece.union(span))
            } else {
                result.append(span)
            }
            previous = token
        }
        return result
    }
}
