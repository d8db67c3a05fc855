/// What readings cost. A reading's cost is the sum over its parts; the cheapest reading comes first.
///
/// The sizes were set so that the readings of `Tests/QuestionsTests/Readings` come out right; only their order matters. A
/// word's own cost (0 to 4, ``QuestionWord/nounCost`` and its kin) comes from its frequencies as noun, verb and adjective.
enum Cost {
    /// Between two ways that are almost as good.
    static let slight = 1
    /// Less likely than its rivals.
    static let mild = 2
    /// A phrase that belongs to a word farther away than need be, past a clause or past the noun beside it.
    static let far = 2
    /// Allowed, but hardly the first thing one thinks of.
    static let unusual = 3
    /// Against number agreement, or an object where a verb has none to take.
    static let strange = 4
    /// An "of" that doesn't belong to the noun before it.
    static let looseOf = 5
    /// Only where nothing else reads the line.
    static let desperate = 6
    /// A statement that no question mark ends.
    static let unmarked = 8
    /// "who Keller": the verb left out.
    static let verbless = 12
    /// A row of keywords: any sentence is better.
    static let keywords = 14
    /// A statement that is hardly one ("ships built in Hamburg").
    static let noStatement = 20
}
