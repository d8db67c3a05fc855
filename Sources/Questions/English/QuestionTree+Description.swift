/// The tree as an S-expression: deterministic, for tests, `.explain` and people who report a problem.
extension QuestionTree: CustomStringConvertible {
    public var description: String {
        var parts = ["\(mood)"]
        if let clause { parts.append("\(clause)") }
        parts += focus.map { "\($0)" } + adjuncts.map { "\($0)" }
        if let source { parts.append("source: \(source)") }
        return "(\(parts.joined(separator: " ")))"
    }
}

extension Clause: CustomStringConvertible {
    public var description: String {
        var parts = ["\(verb)"]
        if let subject { parts.append("subj: \(subject)") }
        parts += objects.map { "obj: \($0)" }
        if let complement { parts.append("comp: \(complement)") }
        parts += adjuncts.map { "\($0)" }
        parts += coordinates.map { ($0.all ? "and: " : "or: ") + "\($0.clause)" }
        return "(\(parts.joined(separator: " ")))"
    }
}

extension Clause.Verb: CustomStringConvertible {
    /// "not will be-expected-to sign.past.passive".
    public var description: String {
        var text = particle.isEmpty ? lemma : "\(lemma)_\(particle)"
        if !modal.isEmpty { text = modal.split(separator: " ").joined(separator: "-") + "~" + text }
        if tense != .present { text += ".\(tense)" }
        if progressive { text += ".ing" }
        if voice == .passive { text += ".passive" }
        return negated ? "not-" + text : text
    }
}

extension Complement: CustomStringConvertible {
    public var description: String {
        switch self {
        case .phrase(let phrase): "\(phrase)"
        case .adjective(let adjective): "\(adjective)"
        case .prepositional(let phrase): "\(phrase)"
        case .infinitive(let clause), .clause(let clause): "\(clause)"
        }
    }
}

extension AdjectivePhrase: CustomStringConvertible {
    public var description: String {
        var text = lemma
        switch degree {
        case .plain: break
        case .comparative: text += "+"
        case .superlative: text += "++"
        case .ordinal(let rank): text += "++\(rank)"
        case .how: text = "how-" + text
        case .equal: text += "="
        }
        if let measure { text = "\(measure) \(text)" }
        if negated { text = "not-" + text }
        return than.map { "(\(text) than \($0))" } ?? "<\(text)>"
    }
}

extension PrepositionalPhrase: CustomStringConvertible {
    public var description: String {
        "(\(negated ? "not " : "")\(preposition.split(separator: " ").joined(separator: "-")) \(object))"
    }
}

extension Adjunct: CustomStringConvertible {
    public var description: String {
        switch self {
        case .prepositional(let phrase): "\(phrase)"
        case .time(let text, _): "@[\(text)]"
        case .wh(let adverb, _): "?\(adverb.rawValue)"
        case .clause(let conjunction, let clause, _): "(\(conjunction): \(clause))"
        case .infinitive(let clause): "(to: \(clause))"
        case .adverb(let text, _): "~\(text)"
        }
    }
}

extension Phrase: CustomStringConvertible {
    public var description: String {
        switch self {
        case .noun(let noun): "\(noun)"
        case .coordination(let members, let all): "(\(all ? "and" : "or") \(members.map { "\($0)" }.joined(separator: " ")))"
        case .gap: "_"
        case .clause(let clause): "\(clause)"
        case .quotation(let text, _): "“\(text)”"
        }
    }
}

extension NounPhrase: CustomStringConvertible {
    public var description: String {
        var parts: [String] = []
        if let wh { parts.append("?\(wh.rawValue)") }
        if let text = determiner.text { parts.append(text) }
        if !aggregate.isEmpty { parts.append("#\(aggregate)") }
        if let possessor { parts.append("\(possessor)'s") }
        parts += adjectives.map { "\($0)" }
        if let pronoun { parts.append("^\(pronoun)") }
        if let quantity, determiner.isPlain || quantity.value != determiner.count { parts.append("\(number(quantity.value))") }
        if let quantity, !quantity.unit.isEmpty, quantity.unit != head { parts.append("[\(quantity.unit)]") }
        let modifiers = nounModifiers.joined(separator: " ")
        if !head.isEmpty { parts.append((modifiers.isEmpty ? "" : modifiers + " ") + head + (plural ? "*" : "")) }
        if !apposition.isEmpty { parts.append("= \(apposition)") }
        parts += prepositions.map { "\($0)" } + relatives.map { "that: \($0)" }
        return parts.count == 1 ? parts[0] : "[\(parts.joined(separator: " "))]"
    }
}

private func number(_ value: Double) -> String {
    value == value.rounded() && value.magnitude < 1e15 ? "\(Int(value))" : "\(value)"
}

extension NounPhrase.Determiner {
    fileprivate var isPlain: Bool { count == nil }

    fileprivate var count: Double? {
        switch self {
        case .exactly(let n), .atLeast(let n), .atMost(let n), .moreThan(let n), .lessThan(let n): n
        default: nil
        }
    }

    fileprivate var text: String? {
        switch self {
        case .none: nil
        case .definite: "the"
        case .indefinite: "a"
        case .demonstrative: "this"
        case .exactly(let n): number(n)
        case .atLeast(let n): "≥\(number(n))"
        case .atMost(let n): "≤\(number(n))"
        case .moreThan(let n): ">\(number(n))"
        case .lessThan(let n): "<\(number(n))"
        default: "\(self)"
        }
    }
}
