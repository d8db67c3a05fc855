/// A word of the text before it is known to which sentence it belongs.
struct RawToken: Hashable, Sendable {
    var start: Int
    var end: Int
    /// White space stands before it.
    var spaced: Bool
    /// It is a word that keeps a full stop of its own.
    var abbreviation: Abbreviations.Kind?
}

/// Divides a text into words as the English treebanks of Universal Dependencies do: brackets, quotes and stops apart, clitics apart
/// (do|n't, Japan|'s), hyphenated words divided unless the first part is a prefix, numbers, addresses and abbreviations whole.
///
/// Each white-space piece is peeled from both ends and then divided from left to right; the cost is linear in the text.
struct Tokenizer {
    private let text: [Unicode.Scalar]
    private let abbreviations: Abbreviations
    private var tokens: [RawToken] = []
    private var spaced = true

    /// The words of `text[range]`.
    static func tokens(_ text: [Unicode.Scalar], _ range: Range<Int>, _ abbreviations: Abbreviations) -> [RawToken] {
        var tokenizer = Tokenizer(text: text, abbreviations: abbreviations)
        tokenizer.tokens.reserveCapacity(range.count / 5 + 1)
        var i = range.lowerBound
        while i < range.upperBound {
            while i < range.upperBound && ScalarClass.isSpace(text[i]) { i += 1 }
            var end = i
            while end < range.upperBound && !ScalarClass.isSpace(text[end]) { end += 1 }
            tokenizer.spaced = true
            if i < end { tokenizer.piece(i, end) }
            i = end
        }
        return tokenizer.tokens
    }

    private init(text: [Unicode.Scalar], abbreviations: Abbreviations) {
        self.text = text
        self.abbreviations = abbreviations
    }

    private mutating func emit(_ start: Int, _ end: Int, _ abbreviation: Abbreviations.Kind? = nil) {
        guard start < end else { return }
        tokens.append(RawToken(start: start, end: end, spaced: spaced, abbreviation: abbreviation))
        spaced = false
    }

    // MARK: A white-space piece

    private mutating func piece(_ from: Int, _ to: Int) {
        if isEmoticon(from, to) { return emit(from, to) }
        var start = from
        while start < to, let end = leading(start, to) {
            emit(start, end)
            start = end
        }
        if isAddress(start, to) {
            var end = to
            while end > start + 1 && ScalarClass.isTrailing(text[end - 1]) { end -= 1 }
            emit(start, end)
            start = end
        }
        var end = to
        var after: [Range<Int>] = []
        var abbreviation: Abbreviations.Kind?
        while end > start {
            if text[end - 1] == "." && !(end - 2 >= start && text[end - 2] == ".") {
                abbreviation = abbreviations.kind(text[start..<end - 1])
                if abbreviation != nil { break }
            }
            guard let begin = trailing(start, end) else { break }
            after.append(begin..<end)
            end = begin
        }
        if abbreviation != nil { emit(start, end, abbreviation) } else { core(start, end) }
        for range in after.reversed() { emit(range.lowerBound, range.upperBound) }
    }

    /// The end of the mark that `text[start..<to]` begins with, if it begins with one that stands by itself.
    private func leading(_ start: Int, _ to: Int) -> Int? {
        let first = text[start]
        switch first {
        case "(", "[", "{", ")", "]", "}", "\"", "“", "”", "„", "«", "»", "‘", "¿", "¡", ",", ";", ":", "!", "?", "%", "|", "~", "•", "·",
             "。", "、", "（", "）", "「", "」", "【", "】", "《", "》", "…":
            if first == "!" || first == "?" { return run(start, to) { $0 == "!" || $0 == "?" } }
            return start + 1
        case "$", "£", "€", "¥", "₩", "₹", "¢":
            return start + 1
        case ".", "-", "–", "—", "*", "=", "_", "<", ">", "`", "/", "\\":
            let end = run(start, to) { $0 == first }
            if end == start + 1 && first == "." && end < to && ScalarClass.isDigit(text[end]) { return nil }
            return end
        case "'", "’":
            if start + 1 < to && text[start + 1] == first { return start + 2 }
            return isClitic(start, to) || isElision(start, to) ? nil : start + 1
        case "#":
            return start + 1 == to || ScalarClass.isDigit(text[start + 1]) ? start + 1 : nil
        case "A"..."Z":
            var i = start
            while i < to && i < start + 3 && ("A"..."Z").contains(text[i]) { i += 1 }
            return i < to && text[i] == "$" ? i + 1 : nil
        default:
            return ScalarClass.isSymbol(first) ? run(start, to) { $0 == first || ScalarClass.joins($0) } : nil
        }
    }

    /// The start of the mark that `text[start..<end]` ends with, if it is more than that mark.
    private func trailing(_ start: Int, _ end: Int) -> Int? {
        let last = text[end - 1]
        switch last {
        case "!", "?":
            return runBack(start, end) { $0 == "!" || $0 == "?" }
        case ".", "-", "–", "—", "*", "=", "_", "<", ">", "`":
            return runBack(start, end) { $0 == last }
        case "/", "\\":
            return end - 1
        case "'", "’":
            return end - 2 >= start && text[end - 2] == last ? end - 2 : end - 1
        case ")":
            let plural = end - 4 >= start && text[end - 2] == "s" && text[end - 3] == "(" && ScalarClass.isLetter(text[end - 4])
            return plural ? nil : end - 1
        default:
            return ScalarClass.isTrailing(last) || ScalarClass.isSymbol(last) ? end - 1 : nil
        }
    }

    private func run(_ start: Int, _ to: Int, _ matches: (Unicode.Scalar) -> Bool) -> Int {
        var i = start + 1
        while i < to && matches(text[i]) { i += 1 }
        return i
    }

    private func runBack(_ start: Int, _ end: Int, _ matches: (Unicode.Scalar) -> Bool) -> Int {
        var i = end - 1
        while i > start && matches(text[i - 1]) { i -= 1 }
        return i
    }

    // MARK: What is left of a piece

    /// Divides a piece without marks at its ends: at dashes, hyphens, slashes and marks inside.
    private mutating func core(_ from: Int, _ to: Int) {
        var start = from
        var i = from + 1
        while i < to {
            guard let mark = division(from, start, i, to) else {
                i += 1
                continue
            }
            word(start, i)
            emit(i, mark)
            start = mark
            i = mark + 1
        }
        word(start, to)
    }

    /// The end of a mark at `i` that divides the piece `from..<to`, of which `start..<i` is the part just before.
    private func division(_ from: Int, _ start: Int, _ i: Int, _ to: Int) -> Int? {
        let mark = text[i]
        guard i > start, i + 1 < to else { return nil }
        let before = text[i - 1], after = text[i + 1]
        switch mark {
        case "–", "—", "―":
            return run(i, to) { $0 == mark }
        case "-", "‐", "‑":
            let end = run(i, to) { $0 == mark }
            if end > i + 1 { return end }
            return dividesAtHyphen(from, start, i, to) ? end : nil
        case ".":
            let end = run(i, to) { $0 == "." }
            if end > i + 1 { return end }
            let missingSpace = ScalarClass.isLower(before) && ScalarClass.isUpper(after) && i - start >= 3 && to - i > 2
            return missingSpace && abbreviations.kind(text[start..<i]) == nil ? end : nil
        case "/":
            return ScalarClass.isDigit(before) && ScalarClass.isDigit(after) ? nil : i + 1
        case ",", ":":
            return ScalarClass.isDigit(before) && ScalarClass.isDigit(after) ? nil : i + 1
        case "(":
            return after == "s" && i + 2 < to && text[i + 2] == ")" ? nil : i + 1
        case ")":
            return before == "s" && i - 2 > start && text[i - 2] == "(" ? nil : i + 1
        case ";", "[", "]", "{", "}", "\"", "“", "”", "。", "、", "（", "）", "「", "」", "…", "€", "£", "%", "=", "|":
            return i + 1
        case "!", "?":
            return run(i, to) { $0 == "!" || $0 == "?" }
        case "’", "‘", "'":
            return nil
        default:
            return ScalarClass.isSymbol(mark) ? run(i, to) { $0 == mark || ScalarClass.joins($0) } : nil
        }
    }

    /// Ranges (1969-1970) and compounds are divided; telephone numbers, part numbers and words with a prefix are not.
    private func dividesAtHyphen(_ from: Int, _ start: Int, _ i: Int, _ to: Int) -> Bool {
        let digitsBefore = text[start..<i].allSatisfy(ScalarClass.isDigit)
        var end = i + 1
        while end < to && ScalarClass.isDigit(text[end]) { end += 1 }
        if digitsBefore && end > i + 1 {
            let lengths = (i - start, end - i - 1)
            let telephone = lengths == (3, 4)
            return start == from && end == to && max(lengths.0, lengths.1) <= 4 && abs(lengths.0 - lengths.1) <= 2 && !telephone
        }
        guard ScalarClass.isLetter(text[i - 1]) || ScalarClass.isDigit(text[i - 1]) || text[i - 1] == "." else { return false }
        guard start == from || tokens.last?.end == start, i - start <= 6 else { return true }
        var prefix = String.UnicodeScalarView()
        for scalar in text[start..<i] { prefix.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars) }
        return !Self.prefixes.contains(String(prefix))
    }

    private static let prefixes: Set<String> = [
        "non", "e", "co", "pre", "re", "mid", "anti", "cross", "post", "over", "pro", "multi", "ex", "sub", "semi", "counter", "mini",
        "socio", "inter", "intra", "un",
    ]

    // MARK: A word

    /// Emits a word without marks, its clitics apart.
    private mutating func word(_ start: Int, _ end: Int) {
        guard start < end else { return }
        if let cut = Contractions.cut(text[start..<end]) {
            emit(start, cut)
            return word(cut, end)
        }
        if ScalarClass.isDigit(text[start]), let cut = unit(start, end) {
            emit(start, cut)
            return emit(cut, end)
        }
        emit(start, end)
    }

    /// Where the unit of "5pm", "35mm", "65k" begins.
    private func unit(_ start: Int, _ end: Int) -> Int? {
        var i = start
        while i < end && (ScalarClass.isDigit(text[i]) || text[i] == "." || text[i] == "," || text[i] == ":") { i += 1 }
        guard i < end, end - i <= 4 else { return nil }
        var unit = String.UnicodeScalarView()
        for scalar in text[i..<end] { unit.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars) }
        return Self.units.contains(String(unit)) ? i : nil
    }

    private static let units: Set<String> = [
        "am", "pm", "a.m", "p.m", "k", "mm", "cm", "m", "km", "kg", "g", "mg", "lb", "lbs", "oz", "ft", "in", "mi", "mph", "kph", "hr", "hrs",
        "min", "mins", "sec", "ml", "l", "kw", "mw", "gw", "hz", "khz", "mhz", "ghz", "kb", "mb", "gb", "tb", "bn", "mn", "tn", "kt", "nm", "x",
    ]

    private func isClitic(_ start: Int, _ end: Int) -> Bool {
        Contractions.isClitic(text[start..<min(end, start + 4)], whole: end - start <= 3)
    }

    /// 'tis, 'em, '72, '90s.
    private func isElision(_ start: Int, _ end: Int) -> Bool {
        guard end - start >= 3, end - start <= 6 else { return false }
        if ScalarClass.isDigit(text[start + 1]) && ScalarClass.isDigit(text[start + 2]) { return end - start == 3 || !ScalarClass.isDigit(text[start + 3]) }
        let rest = String(String.UnicodeScalarView(text[(start + 1)..<end])).lowercased()
        return ["em", "til", "cause", "tis", "twas", "bout"].contains(rest)
    }

    private func isEmoticon(_ start: Int, _ end: Int) -> Bool {
        guard (2...3).contains(end - start), [":", ";", "="].contains(text[start]) else { return false }
        if end - start == 3 && text[start + 1] != "-" && text[start + 1] != "'" { return false }
        return [")", "(", "D", "P", "p", "/", "]", "[", "O", "o"].contains(text[end - 1])
    }

    /// A web address, an e-mail address, a file name on the web.
    private func isAddress(_ start: Int, _ end: Int) -> Bool {
        guard end - start >= 5 else { return false }
        let word = text[start..<end]
        if word.starts(with: "www.".unicodeScalars) || word.starts(with: "http".unicodeScalars) { return word.contains(".") }
        guard let mark = word.firstIndex(where: { $0 == "@" || $0 == ":" || $0 == "." }), mark > start, mark + 1 < end else { return false }
        switch text[mark] {
        case "@": return ScalarClass.isLetter(text[mark + 1]) || text[mark + 1] == "."
        case ":": return mark + 2 < end && text[mark + 1] == "/" && text[mark + 2] == "/"
        default:
            let at = word[mark...].firstIndex(of: "@")
            return at.map { $0 + 1 < end } ?? Self.isDomain(word)
        }
    }

    private static func isDomain(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
        guard word.count <= 200 else { return false }
        let host = word.prefix { $0 != "/" }
        guard host.allSatisfy({ ScalarClass.isLetter($0) || ScalarClass.isDigit($0) || $0 == "." || $0 == "-" }) else { return false }
        let parts = host.split(separator: ".")
        guard parts.count >= 2, let last = parts.last else { return false }
        return ["com", "org", "net", "gov", "edu", "mil", "info", "co", "tv", "uk"].contains(String(String.UnicodeScalarView(last)).lowercased())
    }
}
