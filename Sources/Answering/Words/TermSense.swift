import Facts

/// What a term of a question means, and how well the sentences met so far say it: every fact of a sentence asks for the same.
final class TermSense {
    let text: String
    let entities: Set<EntityID>
    let names: [String]
    let forms: [FormID: Double]
    let parts: [[FormID]]
    /// By the numbers of the sentences.
    private var sentences: [Int: TermInSentence] = [:]
    /// Words of articles that name a kind of what the term names, or don't.
    private var kinds: [FormID: Bool] = [:]
    /// Facts are tried sentence by sentence.
    private var last: TermInSentence?

    init(text: String, entities: Set<EntityID>, names: [String], forms: [FormID: Double], parts: [[FormID]]) {
        self.text = text
        self.entities = entities
        self.names = names
        self.forms = forms
        self.parts = parts
    }

    func hasKind(_ form: FormID, _ isKind: () -> Bool) -> Bool {
        if let known = kinds[form] { return known }
        let isKind = isKind()
        kinds[form] = isKind
        return isKind
    }

    /// What is remembered of the term in a sentence.
    func remembered(in view: SentenceView) -> TermInSentence {
        if let last, last.view === view { return last }
        if let known = sentences[view.number] {
            last = known
            return known
        }
        let new = TermInSentence(view)
        sentences[view.number] = new
        last = new
        return new
    }
}

extension TermSense: Hashable {
    static func == (a: TermSense, b: TermSense) -> Bool {
        a === b || a.text == b.text && a.entities == b.entities && a.names == b.names && a.forms == b.forms && a.parts == b.parts
    }

    func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

/// How well one sentence says one term, worked out at most once: 0…1 each, negative before it is asked for.
final class TermInSentence {
    let view: SentenceView
    var said = -1.0
    var around = -1.0
    var isTopic: Bool?
    /// By the arguments' places.
    private var arguments: [Double] = []
    private var heads: [Double] = []

    init(_ view: SentenceView) { self.view = view }

    /// - Parameter isHead: whether the term is the head of its phrase, which is met by kinds of it too.
    func said(inArgument place: Int, isHead: Bool, _ match: () -> Double) -> Double {
        if place < 0 { return match() }
        if isHead { return Self.remembered(&heads, place, view, match) }
        return Self.remembered(&arguments, place, view, match)
    }

    private static func remembered(_ known: inout [Double], _ place: Int, _ view: SentenceView, _ match: () -> Double) -> Double {
        if known.isEmpty { known = [Double](repeating: -1, count: view.argumentCount) }
        if known[place] < 0 { known[place] = match() }
        return known[place]
    }
}
