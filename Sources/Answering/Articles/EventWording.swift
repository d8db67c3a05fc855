import Facts

/// A fact as a clause that stands alone: its own words, with a name for a pronoun at the front and a finite verb for an infinitive.
struct EventWording {
    let names: EntityNames

    /// - Parameter without: a circumstance that the question has given and the answer leaves out.
    func text(_ fact: FactView, without circumstance: ArgumentView? = nil) -> String {
        var text = fact.fact.text
        if let circumstance {
            let clause = [circumstance.argument.preposition, circumstance.argument.text].compactMap { $0 }.joined(separator: " ")
            for variant in [clause, clause.prefix(1).uppercased() + clause.dropFirst()] {
                if let range = text.firstRange(of: variant) { text.removeSubrange(range) }
            }
        }
        text = explained(Wording.trimmed(text), fact)
        if text.contains("("), !text.contains(")") { text += ")" }
        guard let agent = fact.arguments.first(where: { $0.argument.role == .agent }),
              text.hasPrefix(agent.argument.text) else { return text }
        var rest = String(text.dropFirst(agent.argument.text.count))
        var subject = agent.argument.text
        let isPronoun = agent.words.allSatisfy { $0.isFunctionWord }
        if isPronoun, let entity = agent.argument.entity, let name = names.name(entity) { subject = name }
        if rest.hasPrefix(" to "), fact.fact.modality == .planned || fact.fact.modality == .expected { rest = " will " + rest.dropFirst(4) }
        return subject + rest
    }

    /// "removed it [Harvest Day] from the list": an object pronoun with the name it stands for, in brackets as editors put it.
    private func explained(_ text: String, _ fact: FactView) -> String {
        for argument in fact.arguments where argument.argument.role != .agent && Self.pronouns.contains(argument.argument.text) {
            let words = text.split(separator: " ", omittingEmptySubsequences: false)
            let places = words.indices.filter { words[$0] == argument.argument.text }
            guard places.count == 1, let entity = argument.argument.entity, let name = names.name(entity),
                  name.hasCapital else { continue }
            var explained = words.map(String.init)
            explained[places[0]] += " [\(name)]"
            return explained.joined(separator: " ")
        }
        return text
    }

    private static let pronouns: Set<String> = ["it", "them", "him", "her"]
}
