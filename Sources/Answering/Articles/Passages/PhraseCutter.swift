import Facts

/// Cuts pieces out of a sentence by its words alone: counted things, and the phrases that a long argument is made of.
struct PhraseCutter {
    let meanings: WordMeanings

    /// "$57 million", "more than 700 square miles", "12" of "12 killed": a number with what it counts, in scalars of the sentence's text.
    func counted(in view: SentenceView) -> [Span] {
        let words = view.words, scalars = view.scalars
        var found: [Span] = []
        var index = 0
        while index < words.count {
            defer { index += 1 }
            guard isNumber(words[index]) else { continue }
            var start = words[index].span.start
            while start > 0, Self.currencies.contains(scalars[start - 1]) { start -= 1 }
            if scalars[start..<words[index].span.start].contains(where: { Self.currencies.contains($0) }), start >= 2, scalars[start - 1] == "S" {
                start -= 2
            }
            var last = index
            while last + 1 < words.count, last - index < 4, isOpen(scalars, words[last].span.end, words[last + 1].span.start),
                isNumber(words[last + 1]) || !words[last + 1].isFunctionWord && !meanings.isVerbOnly(words[last + 1].text)
            { last += 1 }
            found.append(Span(qualified(words, before: index) ?? start, percentEnd(words[last].span.end, scalars)))
            index = last
        }
        return found
    }

    /// The phrases between prepositions, conjunctions and marks of a long stretch, in scalars of the sentence's text.
    func pieces(of span: Span, in view: SentenceView) -> [Span] {
        let scalars = view.scalars
        let words = view.words.filter { span.contains($0.span) }
        guard words.count > 6 else { return [] }
        var pieces: [[FormedWord]] = [[]]
        for (index, word) in words.enumerated() {
            let isCut = Self.boundaries.contains(word.text)
            if isCut || index > 0 && !isOpen(scalars, words[index - 1].span.end, word.span.start) { pieces.append([]) }
            if !isCut { pieces[pieces.count - 1].append(word) }
        }
        return pieces.filter { $0.count <= 8 && $0.contains { !$0.isFunctionWord } }
            .map { Span($0[0].span.start, $0[$0.count - 1].span.end) }
    }

    private func isNumber(_ word: FormedWord) -> Bool {
        word.isNumeral || Self.numbers.contains(word.text) || meanings.isNumeral(word.text) && !Self.ordinals.contains(word.text)
    }

    /// Nothing but spaces and hyphens stands between.
    private func isOpen(_ scalars: [Unicode.Scalar], _ start: Int, _ end: Int) -> Bool {
        scalars[start..<end].allSatisfy { $0 == " " || $0 == "-" || $0 == "’" || $0 == "'" || $0 == "s" || Self.currencies.contains($0) }
    }

    private func percentEnd(_ end: Int, _ scalars: [Unicode.Scalar]) -> Int { end < scalars.count && scalars[end] == "%" ? end + 1 : end }

    /// Where "more than" or "about" before a number begins.
    private func qualified(_ words: [FormedWord], before index: Int) -> Int? {
        guard index > 0 else { return nil }
        if index > 1, ["at least", "at most", "more than", "less than", "up to", "as many"].contains("\(words[index - 2].text) \(words[index - 1].text)") {
            return words[index - 2].span.start
        }
        return ["about", "around", "some", "nearly", "almost", "roughly", "over", "only"].contains(words[index - 1].text) ? words[index - 1].span.start : nil
    }

    static let currencies: Set<Unicode.Scalar> = ["$", "£", "€", "¥"]
    private static let ordinals: Set<String> = ["first", "second", "third", "fourth", "fifth"]
    private static let numbers: Set<String> = ["dozen", "dozens", "scores", "hundred", "hundreds", "thousands", "millions", "several", "twenty", "thirty",
                                               "forty", "fifty", "sixty", "half", "none", "eleven", "twelve", "thirteen", "fifteen"]
    private static let boundaries: Set<String> = [
        "to", "in", "on", "at", "for", "by", "with", "from", "into", "about", "after", "before", "during", "since", "until", "between", "against", "among",
        "over", "under", "through", "as", "and", "or", "but", "that", "which", "who", "whom", "where", "when", "because", "while", "if", "including", "such",
        "is", "are", "was", "were", "be", "been", "has", "have", "had", "will", "would", "can", "could", "should", "may", "might", "not", "than",
    ]
}
