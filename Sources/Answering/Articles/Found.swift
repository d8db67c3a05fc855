import Facts

/// An answer on its way: what was found in one match, before findings of the same thing are put together.
struct Found {
    var text: String
    var entity: EntityID?
    var type: EntityType?
    var quantity: Quantity?
    /// Where the words stand, for an argument.
    var span: Span?
    var fact: Fact?
    var view: SentenceView
    var score: Double
    var rules: [String] = []
    /// Where the fact's own time isn't the answer's.
    var time: ValidTime?
    /// Further sentences that the answer rests on.
    var premises: [SentenceView] = []

    init(_ text: String, argument: Argument? = nil, match: Match, score: Double) {
        self.text = text
        entity = argument?.entity
        type = argument?.type
        quantity = argument?.quantity
        span = argument?.span
        fact = match.fact?.fact
        view = match.view
        rules = match.rule.map { [$0] } ?? []
        premises = match.premises
        time = fact?.time
        self.score = score
    }

    init(_ text: String, argument: Argument? = nil, fact: Fact? = nil, view: SentenceView, score: Double) {
        self.text = text
        entity = argument?.entity
        type = argument?.type
        quantity = argument?.quantity
        span = argument?.span
        self.fact = fact
        self.view = view
        time = fact?.time
        self.score = score
    }
}
