import Facts

/// A fact, or a sentence where no fact fits, that meets a query, with how well it does and why.
struct Match {
    /// How one constraint was met.
    struct Step: Hashable {
        var constraint: String
        /// What met it; empty for nothing.
        var met: String
        var score: Double
    }

    var view: SentenceView
    /// Nil where only the sentence as a whole meets the query.
    var fact: FactView?
    /// The arguments that meet the query's phrases.
    var bound: Set<Int>
    var score: Double
    var steps: [Step]
    /// The inference rule that derived the fact, and the further sentences that it rests on.
    var rule: String?
    var premises: [SentenceView] = []
}
