import Facts

/// Finds the time expressions of a text and says what they mean.
///
/// Reading goes in three steps: words are cut into cells (``CellReader``), a grammar reads phrases from the cells
/// (``PhraseGrammar``), and a resolver turns the phrases into days (``Resolver``). Nothing here asks for the machine's clock,
/// locale or zone: the day of publication is given, and without one a relative expression stays open ("XXXX-10") rather than wrong.
///
///     let tagger = TimeTagger()
///     let times = tagger.tag(sentences: [words], published: Day(iso: "2024-07-27"))
///     times[0].value    // "2023-08" for "last August"
public struct TimeTagger: Sendable {
    public init() {}

    /// The time expressions of a text, in the order in which they stand. Costs time linear in its words.
    ///
    /// - Parameters:
    ///   - sentences: words as Universal Dependencies cut them; lemma and tag may be empty, and then forms decide.
    ///   - published: the day from which "yesterday" counts.
    public func tag(sentences: [[Word]], published: Day?) -> [TimeExpression] {
        var reader = CellReader()
        var story = Story()
        var result: [TimeExpression] = []
        for (index, words) in sentences.enumerated() {
            reader.read(words)
            story.begin(sentence: index)
            var sentence = SentenceTagger(words: words, cells: reader.cells, index: index, published: published, story: story)
            sentence.tag()
            story = sentence.story
            result += sentence.expressions
        }
        return result
    }
}

/// Tags one sentence.
struct SentenceTagger {
    let words: [Word]
    let cells: [Cell]
    let index: Int
    let published: Day?
    private(set) var story: Story
    private(set) var expressions: [TimeExpression] = []
    private let grammar: PhraseGrammar

    init(words: [Word], cells: [Cell], index: Int, published: Day?, story: Story) {
        self.words = words
        self.cells = cells
        self.index = index
        self.published = published
        self.story = story
        grammar = PhraseGrammar(cells: cells, words: words)
    }

    mutating func tag() {
        for (phrase, isEdge) in grammar.phrases() { emit(phrase, isEdge: isEdge) }
    }

    private mutating func emit(_ phrase: Phrase, isEdge: Bool) {
        var phrase = phrase
        let relation = isEdge && !phrase.isListed ? .range : grammar.relation(before: phrase.first, after: phrase.end)
        let direction = phrase.meaning.needsDirection ? direction(of: phrase, relation) : .unknown
        if let future = inLength(phrase, direction) { phrase = future }
        if phrase.isHabitualRange, direction == .present || direction == .unknown || direction == .future && !grammar.hasAuxiliary(before: phrase.first),
           case .cyclic(.weekday(let weekday), .bare) = phrase.meaning {
            phrase.meaning = .recurring(.weekday(weekday), part: nil)
        }
        let resolver = Resolver(published: published, direction: direction, story: story, passage: passage(for: phrase, direction, relation),
                                compares: grammar.compares(before: phrase.first))
        guard let found = resolver.resolve(phrase.meaning) else { return }
        expressions.append(expression(phrase, found, relation))
        if let period = found.period, found.kind != .duration, relation != .since, relation != .until {
            let fronted = phrase.first <= 1
            story.note(period, absolute: phrase.meaning.isAbsolute || resolver.passage != nil, fronted: fronted)
        }
    }

    private func direction(of phrase: Phrase, _ relation: TimeExpression.Relation) -> Direction {
        let range = Int(cells[phrase.first].word)..<Int(cells[phrase.end - 1].word) + 1
        let verb = GoverningVerb(words: words).direction(of: range)
        switch relation {
        case .until where verb != .past || grammar.isAdjective(before: phrase.first): return .future
        case .by where verb != .past: return .future
        case .since: return .past
        default: return verb
        }
    }

    private func passage(for phrase: Phrase, _ direction: Direction, _ relation: TimeExpression.Relation) -> Period? {
        guard case .cyclic(_, .bare) = phrase.meaning, direction == .past || direction == .unknown, relation != .since else { return nil }
        return story.passage(published: published)
    }

    /// "in three weeks" with a future verb is a point, and its preposition belongs to it.
    private func inLength(_ phrase: Phrase, _ direction: Direction) -> Phrase? {
        guard case .duration(let length) = phrase.meaning, phrase.first > 0, grammar.isPreposition(phrase.first - 1, .in), direction == .future,
              length.count != nil, !length.unit.isOfClock, !grammar.isRecord(before: phrase.first - 1) else { return nil }
        var moved = phrase
        moved.meaning = .offset(length, sign: 1, from: .publication)
        moved.first -= 1
        moved.rule = .fromNow
        return moved
    }

    private func expression(_ phrase: Phrase, _ found: Resolution, _ relation: TimeExpression.Relation) -> TimeExpression {
        let span = Span(Int(cells[phrase.first].start), Int(cells[phrase.end - 1].end))
        let time = found.days.map {
            ValidTime(start: $0.start, end: $0.end, precision: found.precision, text: grammar.text(phrase), origin: .stated, value: found.value)
        }
        return TimeExpression(span: span, sentence: index, kind: found.kind, value: found.value, mod: phrase.mod.isEmpty ? found.mod : phrase.mod,
                              time: time, relation: relation, certainty: min(phrase.certainty, found.certainty), rule: phrase.rule.rawValue,
                              anchor: found.anchor)
    }
}

extension Meaning {
    /// Whether the governing verb has a say in it.
    fileprivate var needsDirection: Bool {
        switch self {
        case .cyclic(_, .bare), .cyclic(_, .this), .duration: true
        case .unit(_, _, .story): true
        case .part(_, let whole), .ordinal(_, _, let whole), .leading(_, _, let whole): whole.needsDirection
        case .timeOfDay(_, let day): day?.needsDirection ?? false
        default: false
        }
    }

    /// Whether its own words name the year.
    fileprivate var isAbsolute: Bool {
        switch self {
        case .period: true
        case .part(_, let whole), .ordinal(_, _, let whole): whole.isAbsolute
        case .timeOfDay(_, let day): day?.isAbsolute ?? false
        default: false
        }
    }
}
