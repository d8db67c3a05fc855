import Facts

/// The grammar of English time phrases, as a recursive descent over the cells of one sentence.
///
/// Each function reads one kind of phrase that begins at a cell and returns its meaning with the cell after it, or nil. A
/// function never looks at dates: what "last October" comes to is the ``Resolver``'s business. The files named
/// `PhraseGrammar+…` hold one class of phrases each.
struct PhraseGrammar {
    typealias Read = (meaning: Meaning, end: Int, rule: Rule)

    let cells: [Cell]
    let words: [Word]

    /// All phrases of the sentence from left to right, and whether each is an edge of a range.
    func phrases() -> [(Phrase, isEdge: Bool)] {
        var result: [(Phrase, isEdge: Bool)] = []
        var position = 0
        while position < cells.count {
            var end = position + 1
            if cells[position].kind.canBeginPhrase || cells[position].traits.isSuperset(of: [.feast, .capital]) {
                if let (left, right) = rangeWithOpenLeftEdge(at: position) {
                    result += [(left, true), (right, true)]
                    end = right.end
                } else if let phrase = phrase(at: position) {
                    if let (left, right) = range(from: phrase) {
                        result += [(left, true), (right, true)]
                        end = right.end
                    } else {
                        result.append((phrase, false))
                        end = phrase.end
                    }
                }
            }
            position = max(end, position + 1)
        }
        return result
    }

    /// The phrase that begins at a cell, the longest that any rule reads.
    func phrase(at start: Int) -> Phrase? {
        if let phrase = recurring(at: start) { return phrase }
        if let phrase = approximated(at: start) { return phrase }
        if let read = point(at: start) { return Phrase(meaning: read.meaning, first: start, end: read.end, rule: read.rule) }
        if let phrase = lengthPhrase(at: start) { return phrase }
        if let read = vague(at: start) { return Phrase(meaning: read.meaning, first: start, end: read.end, rule: read.rule) }
        return nil
    }

    /// A phrase that names a time: a date, a period, a clock time, with what belongs to it.
    func point(at start: Int) -> Read? {
        if let read = clock(at: start) { return read }
        guard let day = partOfPeriod(at: start) ?? period(at: start) else { return nil }
        return withTimeOfDay(day, from: start)
    }

    /// A calendar period without a part of it: "March 3, 2019", "last week", "the same month".
    func period(at start: Int) -> Read? {
        date(at: start) ?? countedUnit(at: start) ?? relativeName(at: start) ?? relativeUnit(at: start) ?? quarter(at: start)
            ?? year(at: start)
    }

    /// The words of a phrase, with a space where the text has one.
    func text(_ phrase: Phrase) -> String {
        var result = ""
        let first = cells[phrase.first], last = cells[phrase.end - 1]
        for word in Int(first.word)...Int(last.word) {
            let span = words[word].span
            if word > Int(first.word), words[word - 1].span.end < span.start { result += " " }
            let from = max(0, Int(first.start) - span.start)
            let to = min(span.length, Int(last.end) - span.start)
            let scalars = words[word].form.unicodeScalars
            if from == 0, to >= scalars.count || to == span.length {
                result += words[word].form
            } else {
                result.unicodeScalars.append(contentsOf: scalars.dropFirst(from).prefix(to - from))
            }
        }
        return result
    }

    // MARK: Looking at cells

    func kind(_ index: Int) -> Cell.Kind { cells.indices.contains(index) ? cells[index].kind : .bracket }
    func value(_ index: Int) -> Int { cells.indices.contains(index) ? Int(cells[index].value) : -1 }
    func has(_ index: Int, _ trait: Cell.Traits) -> Bool { cells.indices.contains(index) && cells[index].traits.contains(trait) }
    /// Whether a cell's value is the given word of its kind.
    func says<Word: RawRepresentable>(_ index: Int, _ word: Word) -> Bool where Word.RawValue == Int32 {
        value(index) == Int(word.rawValue)
    }
    func isPreposition(_ index: Int, _ preposition: Preposition) -> Bool {
        kind(index) == .preposition && says(index, preposition)
    }
    func isPreposition(_ index: Int, in prepositions: [Preposition]) -> Bool {
        kind(index) == .preposition && prepositions.contains { says(index, $0) }
    }

    /// The part of the day that a cell names.
    func partOfDay(_ index: Int) -> PartOfDay? { kind(index) == .partOfDay ? PartOfDay(rawValue: Int32(value(index))) : nil }

    /// The unit that a cell names.
    func unit(_ index: Int) -> UnitWord? {
        if kind(index) == .unit { return UnitWord(rawValue: cells[index].value) }
        // "second" is an ordinal everywhere but after a count.
        if kind(index) == .ordinal, value(index) == 2, !has(index, .digits),
            kind(index - 1) == .dash || kind(index - 1) == .number
        {
            return .second
        }
        return nil
    }

    /// A cell's text; empty beyond the sentence.
    func form(_ index: Int) -> String {
        guard cells.indices.contains(index) else { return "" }
        let word = words[Int(cells[index].word)]
        let start = Int(cells[index].start) - word.span.start, length = Int(cells[index].end - cells[index].start)
        if length == word.span.length { return word.form }
        return String(String.UnicodeScalarView(word.form.unicodeScalars.dropFirst(start).prefix(length)))
    }
    func tag(_ index: Int) -> String { cells.indices.contains(index) ? words[Int(cells[index].word)].xpos : "" }
    func isWord(_ index: Int, _ word: String) -> Bool {
        guard cells.indices.contains(index), Int(cells[index].end - cells[index].start) == word.utf8.count else { return false }
        return form(index).lowercased() == word
    }
    func isWord(_ index: Int, in list: Set<String>) -> Bool { cells.indices.contains(index) && list.contains(form(index).lowercased()) }

    /// The cell after an optional comma.
    func afterComma(_ index: Int) -> Int { kind(index) == .comma ? index + 1 : index }
    /// The cell after an optional dot of an abbreviation.
    func afterDot(_ index: Int) -> Int { kind(index) == .dot && has(index, .glued) && has(index - 1, .short) ? index + 1 : index }

    /// Whether the word at a cell is a noun or an adjective, as far as tag or form tell.
    func isNominal(_ index: Int) -> Bool {
        guard kind(index) == .other, cells.indices.contains(index) else { return false }
        let tag = tag(index)
        if !tag.isEmpty { return tag.hasPrefix("NN") || tag.hasPrefix("JJ") || tag == "VBG" || tag == "VBN" }
        return form(index).utf8.first.map { $0 > 64 } ?? false
    }

    /// A number that a noun counts: "2000 copies".
    func isCounted(_ index: Int) -> Bool {
        let next = index + 1
        guard kind(next) == .other || kind(next) == .unit, !has(next, .capital) else { return kind(next) == .percent }
        let tag = tag(next)
        if tag.isEmpty { return form(next).hasSuffix("s") && !isWord(next, "was") && !isWord(next, "is") }
        return tag == "NNS"
    }
}

extension Cell.Kind {
    /// Whether a phrase may begin with it; the first words of feasts are tried besides.
    fileprivate var canBeginPhrase: Bool {
        switch self {
        case .other, .code, .magnitude, .clockHalf, .zone, .conjunction, .colon, .comma, .dot, .possessive, .currency, .percent, .quote,
            .bracket,
            .dash, .slash, .age:
            false
        default: true
        }
    }
}
