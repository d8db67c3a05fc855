import Facts
import Questions

/// A question over tables that was answered: how it was read, its answers, and what the next question's pronouns can mean.
struct WorldTurn {
    /// A follow-up is kept as the question that it meant.
    var tree: QuestionTree
    var answers: [Answer]
    var referents: WorldReferents

    /// - Parameter before: the turn before; what it was about is still spoken of where this one names and finds nothing.
    init(_ tree: QuestionTree, answers: [Answer], before: WorldTurn?, isName: (String) -> Bool) {
        self.tree = tree
        self.answers = answers
        let things = answers.compactMap { $0.entity == nil ? nil : $0.text }
        let named = tree.nounPhrases.filter { $0.wh == nil && isName($0.name) }.map(\.name)
        let isSilent = things.isEmpty && named.isEmpty
        referents = WorldReferents(
            answers: things.isEmpty ? before?.referents.answers ?? [] : things,
            named: isSilent ? before?.referents.named ?? [] : named)
    }
}
