import Facts
import Questions

/// What the question before was about, so that "they", "it" and "which ones" have something to refer to over tables.
struct WorldReferents: Hashable {
    /// The last answers that are things, by name.
    var answers: [String] = []
    /// The names in the last question, in its order.
    var named: [String] = []

    /// More answers than this are too many to go on about.
    static let most = 400
}

extension TreeInterpreter {
    private static let plural: Set<String> = ["they", "them", "their", "theirs"]
    static let referring: Set<String> = ["they", "them", "their", "it", "its", "he", "him", "his", "she", "her", "theirs", "hers"]

    /// "their captain": of what the clause, or the question before, is about.
    func referent(_ np: NounPhrase) throws(Misfit) -> Noun {
        let isPlural = Self.plural.contains(np.pronoun ?? "")
        let within = (antecedents.reversed() + mentioned.reversed()).filter { !($0.isBareWh && $0.kind.shape == .any) }
        var options = within.enumerated().map { rank, noun in
            (
                value: Noun(term: noun.term, kind: noun.kind, types: noun.types, span: np.span),
                cost: min(rank, 3) + (noun.isPlural == isPlural || isPlural ? 0 : 4) + (noun.isBareWh ? 2 : 0)
            )
        }
        options += earlier(isPlural: isPlural, np.span)
        return try choices.choose(
            options, else: Misfit(span: np.span, message: "“\(np.pronoun ?? "")” refers to nothing in this question or the one before"))
    }

    /// What the question before offers: its answers, then the names in it.
    private func earlier(isPlural: Bool, _ span: Span) -> [(value: Noun, cost: Int)] {
        var result: [(value: Noun, cost: Int)] = []
        if isPlural || referents.answers.count == 1, let answers = earlierAnswers(span) { result.append((answers, 1)) }
        for (rank, name) in referents.named.reversed().enumerated() {
            let things = world.things(named: name)
            guard !things.isEmpty else { continue }
            result.append((Noun(term: .name(name), kind: vocabulary.kind(of: things), span: span), min(2 + rank, 4)))
        }
        return result
    }

    /// The answers of the question before as one noun; nil where there were none, or too many.
    func earlierAnswers(_ span: Span) -> Noun? {
        let things = referents.answers.flatMap(world.things(named:))
        guard let first = referents.answers.first, !things.isEmpty, referents.answers.count <= WorldReferents.most else { return nil }
        let kind = vocabulary.kind(of: things)
        guard referents.answers.count > 1 else { return Noun(term: .name(first), kind: kind, span: span) }
        let variable = fresh("x")
        let oneOf = Formula.or(referents.answers.map { .comparison(.variable(variable), .equal, .term(.name($0))) })
        var noun = Noun(term: .variable(variable), kind: kind, conditions: [oneOf], span: span)
        noun.isPlural = true
        return noun
    }
}
