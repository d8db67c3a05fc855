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
        text = Wording.trimmed(text)
        guard let agent = fact.arguments.first(where: { $0.argument.role == .agent }),
              text.hasPrefix(agent.argument.text) else { return text }
        var rest = String(text.dropFirst(agent.argument.text.count))
        var subject = agent.argument.text
        let isPronoun = agent.words.allSatisfy { FunctionWords.contains($0.text) }
        if isPronoun, let entity = agent.argument.entity, let name = names.name(entity) { subject = name }
        if rest.hasPrefix(" to "), fact.fact.modality == .planned || fact.fact.modality == .expected { rest = " will " + rest.dropFirst(4) }
        return subject + rest
    }
}
