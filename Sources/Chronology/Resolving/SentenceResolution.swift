import Facts

/// The time phrases of one sentence.
struct SentencePhrases {
    let index: Int
    let grammar: PhraseGrammar
    let phrases: [(Phrase, isEdge: Bool)]
}

/// Resolves the phrases of one sentence, from left to right.
struct SentenceResolution {
    private let sentence: SentencePhrases
    private let published: Day?
    /// Which way all verbs point, where it is known from outside.
    private let given: Direction?
    private(set) var story: Story
    private(set) var expressions: [TimeExpression] = []
    /// Between the edges of a range of every week.
    private var inHabit = false
    private var grammar: PhraseGrammar { sentence.grammar }
    private var cells: [Cell] { sentence.grammar.cells }

    init(sentence: SentencePhrases, published: Day?, given: Direction?, story: Story) {
        self.sentence = sentence
        self.published = published
        self.given = given
        self.story = story
    }

    mutating func run() {
        for (phrase, isEdge) in sentence.phrases { emit(phrase, isEdge: isEdge) }
    }

    private mutating func emit(_ phrase: Phrase, isEdge: Bool) {
        var phrase = phrase
        let relation = isEdge && !phrase.isListed ? .range : grammar.relation(before: phrase.first)
        let direction = phrase.meaning.needsDirection ? direction(of: phrase, relation) : .unknown
        if let future = inLength(phrase, direction) { phrase = future }
        if isNowadays(phrase) { phrase.meaning = .reference(.present) }
        if phrase.isHabitualRange, inHabit || direction != .past && !grammar.hasAuxiliary(before: phrase.first),
            case .cyclic(.weekday(let weekday), .bare) = phrase.meaning
        {
            phrase.meaning = .recurring(.weekday(weekday), part: nil)
            inHabit.toggle()
        }
        let resolver = Resolver(
            published: published, direction: direction, story: story, passage: passage(for: phrase, direction, relation),
            compares: grammar.compares(before: phrase.first))
        guard let found = resolver.resolve(phrase.meaning) else { return }
        expressions.append(expression(phrase, found, relation))
        if let period = found.period, found.kind != .duration, relation != .since, relation != .until {
            let fronted = phrase.first <= 1
            story.note(period, absolute: phrase.meaning.isAbsolute || resolver.passage != nil, fronted: fronted)
        }
    }

    private func direction(of phrase: Phrase, _ relation: TimeExpression.Relation) -> Direction {
        if let given { return given }
        let range = Int(cells[phrase.first].word)..<Int(cells[phrase.end - 1].word) + 1
        let verb = GoverningVerb(words: grammar.words).direction(of: range)
        switch relation {
        case .until where verb != .past || grammar.extends(before: phrase.first): return .future
        case .after where grammar.extends(before: phrase.first): return .future
        case .at where phrase.meaning.isWeekday && grammar.compares(before: phrase.first): return .past
        case .before where grammar.isPreposition(phrase.first - 2, .ahead): return .future
        case .at where grammar.isAsOf(before: phrase.first) && phrase.meaning.isWeekday: return .past
        case .at where grammar.isPreposition(phrase.first - 1, .for) && phrase.meaning.unit == .day: return .future
        case .by where verb != .past: return .future
        case .since where grammar.isPreposition(phrase.first - 1, .since): return .past
        default: return verb
        }
    }

    private func passage(for phrase: Phrase, _ direction: Direction, _ relation: TimeExpression.Relation) -> Period? {
        guard case .cyclic(_, .bare) = phrase.meaning, direction == .past || direction == .unknown, relation != .since else { return nil }
        return story.passage(published: published)
    }

    /// "in three weeks" with a future verb is a point, and its preposition belongs to it.
    private func inLength(_ phrase: Phrase, _ direction: Direction) -> Phrase? {
        guard case .duration(let length) = phrase.meaning, phrase.first > 0, grammar.isPreposition(phrase.first - 1, .in),
            direction == .future,
            length.count != nil, !length.unit.isOfClock, !grammar.isRecord(before: phrase.first - 1)
        else { return nil }
        var moved = phrase
        moved.meaning = .offset(length, sign: 1, from: .publication)
        moved.first -= 1
        moved.rule = .fromNow
        return moved
    }

    /// "Today, few people live there": fronted, apart and with a present verb it isn't the day.
    private func isNowadays(_ phrase: Phrase) -> Bool {
        guard case .day(0) = phrase.meaning, phrase.first == 0, grammar.kind(phrase.end) == .comma else { return false }
        return direction(of: phrase, .at) == .present
    }

    private func expression(_ phrase: Phrase, _ found: Resolution, _ relation: TimeExpression.Relation) -> TimeExpression {
        let span = Span(Int(cells[phrase.first].start), Int(cells[phrase.end - 1].end))
        let time = found.days.map {
            ValidTime(
                start: $0.start, end: $0.end, precision: found.precision, text: grammar.text(phrase), origin: .stated, value: found.value)
        }
        return TimeExpression(
            span: span, sentence: sentence.index, kind: found.kind, value: found.value, mod: phrase.mod.isEmpty ? found.mod : phrase.mod,
            time: time, relation: relation, certainty: min(phrase.certainty, found.certainty), rule: phrase.rule.rawValue,
            anchor: found.anchor)
    }
}

extension Meaning {
    /// Whether the governing verb has a say in it.
    fileprivate var needsDirection: Bool {
        switch self {
        case .cyclic(_, .bare), .cyclic(_, .this), .duration: true
        case .unit(_, _, .story), .unit(_, _, .antecedent): true
        case .part(_, let whole), .ordinal(_, _, let whole), .leading(_, _, let whole): whole.needsDirection
        case .timeOfDay(_, let day): day?.needsDirection ?? false
        default: false
        }
    }

    /// Whether it counts from the day of publication in the way that only news do.
    var speaksFromPublication: Bool {
        switch self {
        case .day(let shift): shift != 0
        case .cyclic(.weekday, .bare), .cyclic(_, .last), .cyclic(_, .next), .cyclic(_, .inYear): true
        case .unit(_, _, .publication): true
        case .timeOfDay(_, let day): day?.speaksFromPublication ?? false
        case .part(_, let whole): whole.speaksFromPublication
        default: false
        }
    }

    fileprivate var isWeekday: Bool {
        switch self {
        case .cyclic(.weekday, _): true
        case .part(_, let whole): whole.isWeekday
        case .timeOfDay(_, let day): day?.isWeekday ?? false
        default: false
        }
    }

    /// Whether its own words name the year.
    var isAbsolute: Bool {
        switch self {
        case .period: true
        case .part(_, let whole), .ordinal(_, _, let whole): whole.isAbsolute
        case .timeOfDay(_, let day): day?.isAbsolute ?? false
        default: false
        }
    }
}
