/// What a strategy found for a query.
struct Outcome {
    var found: [Found] = []
    /// For yes/no questions and lists the order of `found` is the order of the answers, and none is dropped for its score.
    var isComplete = false
    /// How far below the best score an answer may lie.
    var tolerance = 0.08
    /// Why there is no answer, where the strategy knows better than "the articles don't say".
    var message: String?
    /// What was answered, where the question meant something else than its first reading.
    var asked: ArticleQuery?
    /// The best matches, also those that don't answer, for the trace.
    var matches: [Match] = []
}
