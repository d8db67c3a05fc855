/// Where sentences end among the words of a paragraph.
///
/// A stop, question or exclamation mark ends a sentence together with the closing quotes and brackets behind it. After a word that
/// keeps its own stop, what follows decides. Sentences longer than ``longest`` words are divided at the best mark in reach, so that
/// no input makes the parser slow.
struct SentenceSplitter {
    static let longest = 220

    private let text: [Unicode.Scalar]
    private let tokens: [RawToken]

    /// Ranges of indices into `tokens`, which are the words of one paragraph.
    /// - Parameter odds: the log-odds that a sentence ends with each word, as the trained net sees it.
    static func sentences(_ tokens: [RawToken], in text: [Unicode.Scalar], odds: [Float]) -> [Range<Int>] {
        let splitter = SentenceSplitter(text: text, tokens: tokens)
        let marked = splitter.markedEnds()
        let omitsMarks = marked.last == false || tokens.indices.dropLast().contains {
            !marked[$0] && odds[$0] > oddsOfOmission && tokens[$0].abbreviation != .before && !splitter.joins($0)
                && !splitter.belongsToName($0)
        }
        var result: [Range<Int>] = []
        var start = 0
        for i in tokens.indices where i + 1 == tokens.count || splitter.endsSentence(i, marked[i], odds[i], omitsMarks) {
            splitter.divide(start..<i + 1, into: &result)
            start = i + 1
        }
        return result
    }

    /// The net decides, but must be surer to go on where a mark ends the sentence, and to end it without a mark where the paragraph
    /// has its marks elsewhere.
    private func endsSentence(_ i: Int, _ marked: Bool, _ odds: Float, _ omitsMarks: Bool) -> Bool {
        if tokens[i].abbreviation == .before { return odds > Self.oddsToEndAtAbbreviation }
        if marked || i + 1 == tokens.count { return odds > Self.oddsToGoOn }
        if closesSpeech(i) && ScalarClass.isLower(text[tokens[i + 1].start]) { return false }
        if omitsMarks && beginsItem(i + 1) { return odds > Self.oddsToEndBeforeItem }
        if joins(i) { return omitsMarks && odds > Self.oddsToEndAtJoin }
        if beginsWithFunctionWord(i + 1) { return odds > Self.oddsToEnd }
        return odds > (omitsMarks && !belongsToName(i) ? Self.oddsToEndBeforeName : Self.oddsToEndProseBeforeName)
    }

    /// "CEO" before "Erik Lund", "FBI" before "Director": letters alone before a word that seldom begins a sentence.
    private func belongsToName(_ i: Int) -> Bool {
        text[tokens[i].start..<tokens[i].end].allSatisfy(ScalarClass.isUpper) && !beginsWithFunctionWord(i + 1)
    }

    /// A mark after which the same sentence goes on: the members of a list after a colon belong with what they are the list of, the
    /// news behind a dash with the place it comes from.
    private func joins(_ i: Int) -> Bool { [":", ";", ",", "—", "–"].contains(text[tokens[i].start]) && tokens[i].end - tokens[i].start == 1 }

    /// The end of “Is it over?”, behind which “she asked” may follow.
    private func closesSpeech(_ i: Int) -> Bool { i > 0 && isClosing(i) && isStop(i - 1) }

    /// A bullet, or a rule drawn with dashes: it stood at the beginning of a line.
    private func beginsItem(_ i: Int) -> Bool { tokens[i].spaced && ["-", "*", "=", "_"].contains(text[tokens[i].start]) }

    private static let oddsToGoOn: Float = -1.5
    private static let oddsToEnd: Float = 0
    /// "No.", "art." and a letter with a stop are abbreviations, but also words at the end of a sentence.
    private static let oddsToEndAtAbbreviation: Float = 1
    private static let oddsToEndBeforeItem: Float = -2
    private static let oddsToEndAtJoin: Float = 0.5
    /// Without a mark, a word that seldom begins a sentence is rather the next word of a name: "Ford CEO Alan Lund".
    private static let oddsToEndBeforeName: Float = 1
    private static let oddsToEndProseBeforeName: Float = 3
    /// One sentence that ends so surely without a mark shows a text whose line breaks are lost, or that was written without care:
    /// letters, lists, reviews. So does a paragraph without a mark at its end.
    private static let oddsOfOmission: Float = 1

    /// For each word whether a mark ends the sentence with it.
    private func markedEnds() -> [Bool] {
        var result = [Bool](repeating: false, count: tokens.count)
        var i = 0
        while i < tokens.count {
            if let next = end(at: i) {
                result[next - 1] = true
                i = next
            } else {
                i += 1
            }
        }
        return result
    }

    /// If a sentence ends with token `i` and the closing marks behind it, the index of the next one's first token.
    private func end(at i: Int) -> Int? {
        let stop = isStop(i), abbreviation = tokens[i].abbreviation
        guard stop || abbreviation == .either else { return nil }
        var next = i + 1
        while next < tokens.count, isClosing(next) { next += 1 }
        if next < tokens.count, isEmoticon(next) { next += 1 }
        next = afterReference(next)
        guard next < tokens.count else { return next }
        let following = next
        if abbreviation == .either { return startsSentence(following) && beginsWithFunctionWord(following) ? next : nil }
        let mark = text[tokens[i].start]
        let lower = ScalarClass.isLower(text[tokens[following].start])
        switch mark {
        case ".":
            if isEllipsis(i) { return startsSentence(following) ? next : nil }
            if !tokens[following].spaced && next == i + 1 && !isQuote(following) { return nil }
            if lower && next > i + 1 { return nil }
            return isNumberedItem(i) ? nil : next
        case "…":
            return startsSentence(following) ? next : nil
        case "!", "?":
            return lower && next > i + 1 || ScalarClass.isTrailing(text[tokens[following].start]) && !isQuote(following) ? nil : next
        default:
            return next
        }
    }

    private func isStop(_ i: Int) -> Bool {
        if isEmoticon(i) { return true }
        switch text[tokens[i].start] {
        case ".", "!", "?", "。", "…": return tokens[i].abbreviation == nil && !ScalarClass.isDigit(text[tokens[i].end - 1])
        default: return false
        }
    }

    /// ":)", ";-)": people put them where a stop would stand.
    private func isEmoticon(_ i: Int) -> Bool {
        let word = text[tokens[i].start..<tokens[i].end]
        return (2...3).contains(word.count) && [":", ";", "="].contains(word.first) && [")", "(", "D", "P", "p"].contains(word.last)
    }

    private func isEllipsis(_ i: Int) -> Bool { tokens[i].end - tokens[i].start > 1 }

    /// A quote or bracket that closes: nothing stands between it and the mark before, and it is not one that opens.
    private func isClosing(_ i: Int) -> Bool {
        switch text[tokens[i].start] {
        case ")", "]", "}", "”", "»", "」", "』", "）": return true
        case "\"", "'", "’": return tokens[i].end - tokens[i].start <= 2 && (!tokens[i].spaced || i + 1 == tokens.count)
        default: return false
        }
    }

    /// Past references to notes, "[26]", that hang on what came before them.
    private func afterReference(_ start: Int) -> Int {
        var i = start
        while i + 2 < tokens.count, !tokens[i].spaced, text[tokens[i].start] == "[", text[tokens[i + 2].start] == "]",
              text[tokens[i + 1].start..<tokens[i + 1].end].allSatisfy(ScalarClass.isDigit) { i += 3 }
        return i
    }

    private func isQuote(_ i: Int) -> Bool { ["\"", "“", "'", "‘", "("].contains(text[tokens[i].start]) }

    /// A capital, a digit, or a quote or bracket before one.
    private func startsSentence(_ i: Int) -> Bool {
        let first = text[tokens[i].start]
        if isQuote(i) || first == "[" { return i + 1 < tokens.count && !ScalarClass.isLower(text[tokens[i + 1].start]) }
        return ScalarClass.isUpper(first) || ScalarClass.isDigit(first) || ScalarClass.isLetter(first) && !ScalarClass.isLower(first)
    }

    /// "1." or "a." at the beginning of a line: the number belongs to what follows.
    private func isNumberedItem(_ i: Int) -> Bool {
        i == 1 && tokens[0].end - tokens[0].start <= 2 && text[tokens[0].start..<tokens[0].end].allSatisfy(ScalarClass.isDigit)
    }

    private func beginsWithFunctionWord(_ i: Int) -> Bool {
        let word = isQuote(i) && i + 1 < tokens.count ? i + 1 : i
        let token = tokens[word]
        guard token.end - token.start <= 9 else { return isQuote(i) }
        let lower = String(scalars: text[token.start..<token.end]).lowercased()
        return isQuote(i) || Self.openers.contains(lower)
    }

    /// Words that begin sentences and seldom stand inside a name.
    private static let openers: Set<String> = [
        "the", "a", "an", "he", "she", "it", "they", "we", "i", "you", "this", "that", "these", "those", "his", "her", "its", "their", "our",
        "my", "in", "on", "at", "for", "from", "by", "with", "after", "before", "during", "under", "since", "as", "when", "while", "if",
        "although", "though", "because", "despite", "but", "and", "or", "so", "yet", "however", "meanwhile", "there", "here", "what", "who",
        "how", "why", "where", "which", "some", "many", "most", "all", "both", "each", "no", "not", "one", "two", "three", "several", "more",
        "also", "then", "now", "according", "about", "last", "earlier", "later", "once", "until", "to", "such", "other", "another",
        "prosecutors", "police", "officials",
    ]

    private func divide(_ range: Range<Int>, into result: inout [Range<Int>]) {
        var start = range.lowerBound
        while range.upperBound - start > Self.longest {
            let window = (start + Self.longest / 2)..<(start + Self.longest)
            let cut = window.last { text[tokens[$0].start] == ";" } ?? window.last { text[tokens[$0].start] == "," } ?? window.upperBound - 1
            result.append(start..<cut + 1)
            start = cut + 1
        }
        if start < range.upperBound { result.append(start..<range.upperBound) }
    }
}
