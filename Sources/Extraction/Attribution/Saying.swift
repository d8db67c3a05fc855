import Facts

/// Who says what in one sentence: the words that are said, and by whom.
struct Saying: Sendable {
    /// The verb's token; nil for "according to".
    let verb: Int?
    /// "said", "according to": the word that tells that somebody says it.
    let cue: String
    /// One for each conjunct.
    let speakers: [Int]
    /// What hangs on the said clause, in text order, without the words that tell who says it.
    let content: [Int]
    let contentHead: Int
    let isQuoted: Bool
}
