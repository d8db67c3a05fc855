import Facts

/// Cuts a line into tokens in one pass: clitics apart (Japan|'s, do|n't), hyphenated words, abbreviations and numbers whole.
struct QuestionTokenizer {
    private let scalars: [Unicode.Scalar]
    private var tokens: [QuestionToken] = []
    private var at = 0

    static func tokens(of line: String) -> [QuestionToken] {
        var tokenizer = QuestionTokenizer(line)
        tokenizer.run()
        return tokenizer.tokens
    }

    private init(_ line: String) { scalars = Array(line.unicodeScalars) }

    private mutating func run() {
        while at < scalars.count {
            let scalar = scalars[at]
            if scalar.properties.isWhitespace || scalar.value < 32 || ["(", ")", "[", "]", "#", "*"].contains(scalar) {
                at += 1
            } else if let end = quotationEnd() {
                append(.quotation, at + 1, end, span: Span(at, end + 1))
                at = end + 1
            } else if isWordPart(scalar) || isCurrency(scalar) && next(at + 1).map(isDigit) == true {
                word()
            } else {
                append(.mark, at, at + 1)
                at += 1
            }
        }
    }

    /// Where the quotation that opens here is closed; nil where none opens.
    private func quotationEnd() -> Int? {
        let closing: Unicode.Scalar
        switch scalars[at] {
        case "\"": closing = "\""
        case "“": closing = "”"
        case "«": closing = "»"
        case "‘": closing = "’"
        case "'": closing = "'"
        default: return nil
        }
        let single = closing == "'" || closing == "’"
        if single, at > 0, isWordPart(scalars[at - 1]) { return nil }
        var position = at + 1
        while position < scalars.count {
            let inWord = single && next(position + 1).map(isWordPart) == true
            if scalars[position] == closing, !inWord { return position > at + 1 ? position : nil }
            position += 1
        }
        return nil
    }

    private mutating func word() {
        let start = at
        while at < scalars.count, continuesWord(from: start) { at += 1 }
        if at < scalars.count, scalars[at] == ".", keepsPeriod(start) { at += 1 }
        if at < scalars.count, scalars[at] == "%" { at += 1 }
        split(start, at)
        possessiveOfPlural()
    }

    private func continuesWord(from start: Int) -> Bool {
        let scalar = scalars[at]
        if isWordPart(scalar) || at == start { return true }
        guard let following = next(at + 1), isWordPart(following) || isCurrency(following) else { return isCurrency(scalar) }
        switch scalar {
        case "-", "‐", "‑", "–", "&", "/", "'", "’", "_", "@": return true
        case ".": return isDigit(following) || at - start == 1 || scalars[at - 2] == "."
        case ",", ":": return isDigit(scalars[at - 1]) && isDigit(following)
        default: return isCurrency(scalar)
        }
    }

    /// "U.S." and "Adm." keep their period, the last word of a sentence doesn't.
    private func keepsPeriod(_ start: Int) -> Bool {
        let form = String(scalars: scalars[start..<at])
        if form.contains("."), at - start >= 3, scalars[at - 2] == "." { return true }
        if at - start == 1, form.unicodeScalars.allSatisfy(\.properties.isUppercase) { return at + 1 < scalars.count }
        return FunctionWords.abbreviations.contains(form.lowercased()) && at + 1 < scalars.count
    }

    /// Cuts clitics off the word in `start..<end`.
    private mutating func split(_ start: Int, _ end: Int) {
        let lower = folded(start, end)
        if ["whats", "whos", "wheres", "whens", "hows"].contains(lower) {
            append(.word, start, end - 1)
            append(.word, end - 1, end)
            tokens[tokens.count - 1].lower = "'s"
            return
        }
        for ending in ["n't", "'s", "'re", "'ve", "'ll", "'d", "'m"] where lower.hasSuffix(ending) && lower.count > ending.count {
            let cut = end - ending.count
            appendStem(start, cut, negated: ending == "n't")
            append(.word, cut, end)
            return
        }
        let isNumber =
            lower.unicodeScalars.contains(where: isDigit)
            && !lower.unicodeScalars.contains { ("a"..."z").contains($0) && !"us".unicodeScalars.contains($0) }
        append(isNumber ? .number : .word, start, end)
    }

    /// "can't" is can|n't, "won't" is will|n't.
    private mutating func appendStem(_ start: Int, _ end: Int, negated: Bool) {
        append(.word, start, end)
        guard negated else { return }
        switch tokens[tokens.count - 1].lower {
        case "ca": tokens[tokens.count - 1].lower = "can"
        case "wo": tokens[tokens.count - 1].lower = "will"
        case "sha": tokens[tokens.count - 1].lower = "shall"
        default: break
        }
    }

    /// The apostrophe of "the allies' plan" is a possessive of its own.
    private mutating func possessiveOfPlural() {
        guard at < scalars.count, scalars[at] == "'" || scalars[at] == "’", let last = tokens.last,
            last.lower.hasSuffix("s"), next(at + 1).map({ $0 == " " }) == true
        else { return }
        append(.word, at, at + 1)
        tokens[tokens.count - 1].lower = "'s"
        at += 1
    }

    private mutating func append(_ kind: QuestionToken.Kind, _ start: Int, _ end: Int, span: Span? = nil) {
        let form = String(scalars: scalars[start..<end])
        tokens.append(QuestionToken(kind: kind, form: form, lower: folded(start, end), span: span ?? Span(start, end)))
    }

    private func folded(_ start: Int, _ end: Int) -> String {
        var text = String.UnicodeScalarView()
        for scalar in scalars[start..<end] { text.append(scalar == "’" ? "'" : scalar) }
        return String(text).lowercased()
    }

    private func next(_ position: Int) -> Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }
    private func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
    private func isCurrency(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.generalCategory == .currencySymbol }
    private func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return isDigit(scalar) || ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) }
        return scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
    }
}
