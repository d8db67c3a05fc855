import Facts
import Questions

/// What hangs on a verb beside its subject and objects, as interpreted.
struct Obliques {
    var phrases: [(phrase: PrepositionalPhrase, noun: Noun)] = []
    var times: [(range: DateRange, span: Span)] = []
    var asked: [(adverb: WhAdverb, span: Span)] = []
    /// "first", "last": the earliest or latest of its kind.
    var isLatest: Bool?
    var adverbs: [(word: String, span: Span)] = []
    /// "before Ada resigned": times told by another clause or thing.
    var moments: [TreeInterpreter.Moment] = []
}

/// A frame that fits, with the roles of what it takes and the positions of the phrases that it leaves over.
struct VerbFit {
    var frame: Frame
    var object: Noun?
    var subjectRole: Role?
    var objectRole: Role?
    var recipient: Noun?
    var phraseRoles: [Int: Role] = [:]
    var left: [Int] = []
    /// Prepositions taken for others: "in" for "at".
    var strained = 0
    /// "before Night Ferry": phrases that name another thing to be earlier or later than.
    var earlier: [Int] = []
    /// Phrases that name where the thing in the role is: "based in Europe" of a city.
    var bridges: [Int: TreeInterpreter.Link] = [:]

    var cost: Int { frame.cost + 3 * left.count + strained + bridges.values.reduce(0) { $0 + 1 + $1.cost } }
}

/// How a verb is taken.
enum VerbReading {
    case frame(VerbFit)
    /// "scored 10 goals": the object is an attribute of the subject, the verb says no more.
    case light
    case link(TreeInterpreter.Link)
    /// The verb says nothing: "the match took place in May".
    case alone
}
