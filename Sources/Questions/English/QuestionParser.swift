import Facts
import Lexicon

/// One way to read some words: what they are, where they end, and how unlikely the reading is.
struct Edge<Value: Sendable>: Sendable {
    var value: Value
    /// Index of the first word after it.
    var end: Int
    var cost: Int

    func costing(_ more: Int) -> Edge { Edge(value: value, end: end, cost: cost + more) }

    func map<Other>(_ change: (Value) -> Other) -> Edge<Other> { Edge<Other>(value: change(value), end: end, cost: cost) }
}

/// A chart parser by recursive descent: one function a category, each giving every reading that begins at a word, cheapest first.
///
/// The readings of noun phrases, of what follows them, of adjuncts and of clauses are kept by position, so that no stretch
/// is read twice, and only the cheapest few are kept for each end; the work is then polynomial, and `fuel` bounds it
/// outright. Costs are small integers: 1 is a slight preference, 10 a strong one. No function looks at the store.
///
/// A question or relative clause leaves a *hole* where its wh-phrase belongs ("what did Ada write ▢"). Functions with
/// `hole: true` read phrases that contain exactly one, and put ``hole`` there; ``fill(_:with:)`` puts the phrase in.
struct QuestionParser {
    let words: [QuestionWord]
    let dictionary: WordNet
    var fuel = 60_000
    var furthest = 0

    var nounPhraseMemo: [[Edge<Phrase>]?]
    var simplePhraseMemo: [[Edge<Phrase>]?]
    var corePhraseMemo: [[Edge<NounPhrase>]?]
    var postmodifierMemo: [[Edge<[Postmodifier]>]?]
    var relativeMemo: [[Edge<Clause>]?]
    var listTailMemo: [[Edge<ListTail>]?]
    var tailMemo: [[Edge<[Adjunct]>]?]
    var clauseMemo: [[Edge<Clause>]?]
    var timeMemo: [Int??]
    var prepositionalMemo: [[Edge<PrepositionalPhrase>]?]
    var bodyMemo: [Int: [Edge<ClauseBody>]] = [:]
    var whQuestionMemo: [Int: [Edge<QuestionTree>]] = [:]

    /// Where the wh-phrase of an open clause belongs.
    static let hole = Phrase.gap(Span(0, 0))

    init(words: [QuestionWord], dictionary: WordNet) {
        self.words = words
        self.dictionary = dictionary
        let count = words.count + 1
        nounPhraseMemo = Array(repeating: nil, count: count)
        simplePhraseMemo = nounPhraseMemo
        corePhraseMemo = Array(repeating: nil, count: count)
        postmodifierMemo = Array(repeating: nil, count: count)
        relativeMemo = Array(repeating: nil, count: count)
        listTailMemo = Array(repeating: nil, count: count)
        tailMemo = Array(repeating: nil, count: 2 * count)
        clauseMemo = Array(repeating: nil, count: 2 * count)
        timeMemo = Array(repeating: nil, count: count)
        prepositionalMemo = Array(repeating: nil, count: count)
    }

    // MARK: - Looking at words

    func word(_ index: Int) -> QuestionWord? { index >= 0 && index < words.count ? words[index] : nil }
    func lower(_ index: Int) -> String { index >= 0 && index < words.count ? words[index].token.lower : "" }
    func has(_ index: Int, _ class_: FunctionClass) -> Bool { index >= 0 && index < words.count && words[index].has(class_) }
    func isAt(_ index: Int, _ text: String) -> Bool { lower(index) == text }
    func isAt(_ index: Int, _ texts: [String]) -> Bool { index < words.count && texts.contains(lower(index)) }

    /// Whether nothing but closing marks follows.
    func isEnd(_ index: Int) -> Bool {
        var position = index
        while position < words.count, isAt(position, ["?", ".", "!", ",", ";"]) { position += 1 }
        return position == words.count
    }

    func span(_ start: Int, _ end: Int) -> Span {
        guard start < end else {
            let at = start < words.count ? words[start].span.start : words.last?.span.end ?? 0
            return Span(at, at)
        }
        return Span(words[start].span.start, words[end - 1].span.end)
    }

    /// The words as written, a possessive joined to its word.
    func text(_ start: Int, _ end: Int) -> String {
        var result = ""
        for index in start..<max(start, end) {
            let joined = index > start && words[index].span.start == words[index - 1].span.end
            if index > start, !joined { result += " " }
            result += words[index].form
        }
        return result
    }

    // MARK: - Keeping the best

    /// The cheapest `count` readings for each end, cheapest first. Also counts them against the fuel.
    mutating func best<Value>(_ edges: [Edge<Value>], perEnd count: Int = 3) -> [Edge<Value>] {
        fuel -= edges.count + 1
        for edge in edges where edge.end > furthest { furthest = edge.end }
        guard edges.count > 1 else { return edges }
        let order = edges.indices.sorted { edges[$0].cost != edges[$1].cost ? edges[$0].cost < edges[$1].cost : $0 < $1 }
        var kept: [Edge<Value>] = []
        for index in order {
            var same = 0
            for edge in kept where edge.end == edges[index].end { same += 1 }
            if same < count { kept.append(edges[index]) }
        }
        return kept
    }
}
