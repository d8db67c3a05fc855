import Facts

extension ClauseTree {
    /// How much of a noun phrase belongs to an argument.
    enum PhraseExtent {
        /// Without appositions, asides and relative clauses set off by a comma: what names the thing.
        case core
        /// With everything that hangs on it.
        case full
    }

    /// The tokens of one conjunct's phrase, in text order, without its prepositions.
    func phrase(_ i: Int, _ extent: PhraseExtent = .core) -> [Int] {
        var tokens = subtree(i) { child in
            guard let up = head(child) else { return false }
            if up == i {
                if has(child, any: ["conj", "cc", "mark", "discourse", "vocative", "cop", "aux", "nsubj", "expl", "parataxis"]) {
                    return true
                }
                if has(child, "case") && xpos(child) != "POS" { return true }
                if has(child, "case") && child == reach[i].upperBound { return true }
                if has(child, "advmod"), child < i, Self.focus.contains(lower(child)) { return true }
            }
            if extent == .core, isAside(child) { return true }
            return false
        }
        tokens = contiguous(tokens, around: i)
        while let last = tokens.last, last != i, upos(last) == "PUNCT", !closesBracket(last, in: tokens) { tokens.removeLast() }
        if tokens.first == 0, i > 1, upos(0) == "NUM", self.tokens[1].form == "," { tokens.removeAll { $0 < 2 } }
        while let first = tokens.first, first != i, isLoose(first, in: tokens) { tokens.removeFirst() }
        while let last = tokens.last, last > i, xpos(last) == "IN" || xpos(last) == "CC" { tokens.removeLast() }
        return tokens
    }

    /// The span of one conjunct's phrase.
    func span(_ i: Int, _ extent: PhraseExtent = .core) -> Span { span(of: phrase(i, extent)) }

    /// - Precondition: `indices` is not empty and in text order.
    func span(of indices: [Int]) -> Span { Span(tokens[indices.first!].span.start, tokens[indices.last!].span.end) }

    /// A relative clause, participle or apposition that adds to a noun phrase without being needed to name the thing.
    func isAside(_ i: Int) -> Bool {
        if has(i, any: ["appos", "parataxis"]) { return upos(i) != "NUM" || isSetOff(i) }
        if has(i, "acl") { return isSetOff(i) }
        if has(i, "amod"), let up = head(i), up < i { return isSetOff(i) }
        if has(i, any: ["dep", "discourse"]) { return true }
        if has(i, "nmod"), !has(i, "nmod:poss"), let up = head(i), i > up,
            tokens[reach[i].lowerBound].form == "," || tokens[max(0, reach[i].lowerBound - 1)].form == ","
        {
            return preposition(i) != nil
        }
        return false
    }

    /// Whether a comma, dash or bracket stands before the subtree.
    func isSetOff(_ i: Int) -> Bool {
        let start = reach[i].lowerBound
        if start < tokens.count, Self.separators.contains(tokens[start].form) { return true }
        return start > 0 && Self.separators.contains(tokens[start - 1].form)
    }

    /// Keeps the run of tokens around the head; a gap left by an aside ends the phrase on that side, punctuation apart.
    private func contiguous(_ indices: [Int], around i: Int) -> [Int] {
        guard let position = indices.firstIndex(of: i) else { return indices }
        var low = position
        while low > 0, isBridged(indices[low - 1], indices[low]) || joinsModifiers(indices[low - 1], indices[low]) { low -= 1 }
        var high = position
        while high + 1 < indices.count, isBridged(indices[high], indices[high + 1]) || isBracket(indices[high], indices[high + 1]) {
            high += 1
        }
        return Array(indices[low...high])
    }

    /// "the 2.1 m (6.9 ft) masts": only an aside in brackets stands between the two.
    private func isBracket(_ a: Int, _ b: Int) -> Bool {
        (3...6).contains(b - a) && tokens[a + 1].form == "(" && tokens[b - 1].form == ")"
    }

    /// "a stable, open market", "French and Dutch ships": a comma or "and" between words before the head.
    private func joinsModifiers(_ a: Int, _ b: Int) -> Bool {
        isBracket(a, b)
            || b - a <= 3
                && (a + 1..<b).allSatisfy {
                    tokens[$0].form == "," || upos($0) == "CCONJ" || upos($0) == "PUNCT" && tokens[$0].form != ";"
                }
    }

    private func isBridged(_ a: Int, _ b: Int) -> Bool {
        b == a + 1 || (a + 1..<b).allSatisfy { upos($0) == "PUNCT" && !Self.separators.contains(tokens[$0].form) }
    }

    /// Prepositions, conjunctions and marks that the parser left at the front of a phrase.
    private func isLoose(_ i: Int, in indices: [Int]) -> Bool {
        if upos(i) == "PUNCT" { return !opensBracket(i, in: indices) }
        return ["IN", "TO", "CC"].contains(xpos(i)) && !Self.premodifiers.contains(lower(i))
            || xpos(i) == "WDT" && i != indices.last
    }

    private static let premodifiers: Set<String> = [
        "about", "over", "around", "under", "above", "nearly", "at", "like", "up", "between", "no", "than",
    ]

    private func closesBracket(_ i: Int, in indices: [Int]) -> Bool {
        switch tokens[i].form {
        case ")", "]": indices.contains { Self.brackets.contains(tokens[$0].form) }
        case "”", "''", "’": indices.contains { ["“", "``", "‘"].contains(tokens[$0].form) }
        case "\"": indices.filter { tokens[$0].form == "\"" }.count % 2 == 0
        case "%", ".": tokens[i].form == "%"
        default: false
        }
    }

    private func opensBracket(_ i: Int, in indices: [Int]) -> Bool {
        switch tokens[i].form {
        case "(", "[": indices.contains { [")", "]"].contains(tokens[$0].form) }
        case "“", "``", "‘": indices.contains { ["”", "''", "’"].contains(tokens[$0].form) }
        case "\"": indices.filter { tokens[$0].form == "\"" }.count % 2 == 0
        case "$", "€", "£", "#": true
        default: false
        }
    }

    private static let separators: Set<String> = [",", ";", ":", "—", "–", "--", "(", "["]
    private static let brackets: Set<String> = ["(", "["]
    private static let focus: Set<String> = [
        "only", "even", "also", "especially", "particularly", "just", "including", "both", "not",
    ]
}
