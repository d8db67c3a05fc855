import Facts
import Linguistics

/// A sentence's dependency tree as the rules of reading look at it: navigation by relation, and phrases as spans.
///
/// Relations are Universal Dependencies. `has(i, "nsubj")` also holds for "nsubj:pass"; a relation with its subtype is
/// compared exactly.
struct ClauseTree: Sendable {
    let sentence: Sentence
    /// Index of the sentence in its article.
    let index: Int
    private(set) var tokens: [Token]
    private(set) var children: [[Int]] = []
    /// The first and last token of every subtree.
    private(set) var reach: [ClosedRange<Int>] = []
    /// Tokens from the root down, each after its head.
    private(set) var topDown: [Int] = []

    init(sentence: Sentence, index: Int) {
        self.sentence = sentence
        self.index = index
        tokens = sentence.tokens
        rebuild()
        for i in tokens.indices
        where tokens[i].upos == "ADJ" && tokens[i].xpos.hasPrefix("VB") && child(i, "aux:pass", "nsubj:pass") != nil {
            tokens[i].upos = "VERB"
        }
    }

    var count: Int { tokens.count }
    var root: Int? { topDown.first }

    /// Hangs a token on another head. Ignored where that would make a circle.
    mutating func attach(_ token: Int, to head: Int, as relation: String) {
        if head == token || (head >= 0 && ancestors(of: head).contains(token)) { return }
        tokens[token].head = head
        tokens[token].deprel = relation
        rebuild()
    }

    /// Corrects what part of speech a word was taken for.
    mutating func retag(_ token: Int, as upos: String, _ xpos: String) {
        tokens[token].upos = upos
        tokens[token].xpos = xpos
    }

    func head(_ i: Int) -> Int? { tokens[i].head >= 0 ? tokens[i].head : nil }
    func lemma(_ i: Int) -> String { tokens[i].lemma }
    func lower(_ i: Int) -> String { tokens[i].form.lowercased() }
    /// The word at some distance from a token, in small letters; empty outside the sentence.
    func lower(_ i: Int, offset: Int) -> String { tokens.indices.contains(i + offset) ? lower(i + offset) : "" }
    func upos(_ i: Int) -> String { tokens[i].upos }
    func xpos(_ i: Int) -> String { tokens[i].xpos }
    func relation(_ i: Int) -> String { tokens[i].deprel }

    /// The relation without its subtype.
    func base(_ i: Int) -> Substring { tokens[i].deprel.prefix { $0 != ":" } }

    func has(_ i: Int, _ relation: String) -> Bool {
        let own = tokens[i].deprel
        return own == relation || (own.hasPrefix(relation) && own.dropFirst(relation.count).first == ":")
    }

    func has(_ i: Int, any relations: [String]) -> Bool { relations.contains { has(i, $0) } }

    func children(_ i: Int, _ relations: String...) -> [Int] { children[i].filter { has($0, any: relations) } }

    func child(_ i: Int, _ relations: String...) -> Int? { children[i].first { has($0, any: relations) } }

    /// The head with everything that is coordinated with it, in text order.
    func conjuncts(_ i: Int) -> [Int] { [i] + children[i].filter { has($0, "conj") }.flatMap { conjuncts($0) } }

    /// For a coordinated phrase its first part, else the token itself.
    func firstConjunct(_ i: Int) -> Int {
        var i = i
        while has(i, "conj"), let up = head(i) { i = up }
        return i
    }

    func ancestors(of i: Int) -> [Int] {
        var result: [Int] = []
        var current = head(i)
        while let up = current, result.count <= tokens.count {
            result.append(up)
            current = head(up)
        }
        return result
    }

    func dominates(_ ancestor: Int, _ i: Int) -> Bool { ancestor == i || ancestors(of: i).contains(ancestor) }

    /// The subtree in text order without the subtrees that `leaveOut` names; the head itself is never left out.
    func subtree(_ i: Int, leavingOut leaveOut: (Int) -> Bool = { _ in false }) -> [Int] {
        var result: [Int] = []
        var pending = [i]
        while let next = pending.popLast() {
            result.append(next)
            pending += children[next].filter { !leaveOut($0) }
        }
        return result.sorted()
    }

    /// The prepositions of a phrase joined: "because of", "in front of"; nil where it has none.
    func preposition(_ i: Int) -> String? {
        let cases = children(i, "case").filter { xpos($0) != "POS" && $0 < i }
        if cases.isEmpty { return nil }
        return cases.flatMap { [$0] + children($0, "fixed") }.sorted().map(lower).joined(separator: " ")
    }

    /// The words that introduce a clause: "because", "in order to"; nil where there are none.
    func marker(_ i: Int) -> String? {
        let marks = children(i, "mark").filter { $0 < i }
        if let mark = marks.first, lower(mark) == "if", mark > 0, lower(mark - 1) == "even" { return "even if" }
        if !marks.isEmpty { return marks.flatMap { [$0] + children($0, "fixed") }.sorted().map(lower).joined(separator: " ") }
        return children(i, "advmod").first { $0 < i && Self.clauseAdverbs.contains(lower($0)) }.map(lower)
    }

    /// "is going to fall", "had to leave": a verb that only helps the infinitive that hangs on it.
    func isAuxiliary(_ i: Int) -> Bool {
        guard ["go", "have", "use"].contains(lemma(i)), child(i, "obj") == nil,
            let verb = child(i, "xcomp"), verb > i, children(verb, "mark").contains(where: { lower($0) == "to" })
        else { return false }
        switch lemma(i) {
        case "go": return lower(i) == "going" && child(i, "aux") != nil
        case "use": return xpos(i) == "VBD" && child(i, "aux") == nil
        default: return upos(i) == "VERB"
        }
    }

    private static let clauseAdverbs: Set<String> = ["when", "where", "how", "why", "whenever", "wherever"]

    private mutating func rebuild() {
        children = tokens.map { _ in [] }
        var roots: [Int] = []
        for (i, token) in tokens.enumerated() {
            if token.head >= 0 { children[token.head].append(i) } else { roots.append(i) }
        }
        topDown = roots
        var next = 0
        while next < topDown.count {
            topDown += children[topDown[next]]
            next += 1
        }
        reach = tokens.indices.map { $0...$0 }
        for i in topDown.reversed() where tokens[i].head >= 0 {
            let up = tokens[i].head
            reach[up] = min(reach[up].lowerBound, reach[i].lowerBound)...max(reach[up].upperBound, reach[i].upperBound)
        }
    }
}
