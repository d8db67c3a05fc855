/// Where words written as one are divided: do|n't, Japan|'s, can|not, gon|na.
enum Contractions {
    private static let clitics: [[Unicode.Scalar]] = ["s", "re", "ve", "ll", "d", "m"].map { Array($0.unicodeScalars) }

    /// Words written together, with the length of the first part.
    private static let fixed: [String: Int] = [
        "cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3, "gimme": 3, "lemme": 3, "dunno": 2, "'tis": 2, "’tis": 2, "'twas": 2, "’twas": 2,
        "dont": 2, "didnt": 3, "doesnt": 4, "isnt": 2, "wasnt": 3, "wouldnt": 5, "couldnt": 5, "shouldnt": 6, "havent": 4, "hasnt": 3,
        "hadnt": 3, "arent": 3, "werent": 4, "im": 1, "ive": 1, "youre": 3, "theyre": 4, "thats": 4, "whats": 4, "theres": 5,
    ]

    /// The index at which `word` is divided first, if it is.
    static func cut(_ word: ArraySlice<Unicode.Scalar>) -> Int? {
        if word.count <= 8, let first = fixed[String(String.UnicodeScalarView(word)).lowercased()] { return word.startIndex + first }
        guard word.count >= 3, let mark = word.dropFirst().lastIndex(where: isApostrophe), word.endIndex - mark <= 3 else { return nil }
        let rest = word[(mark + 1)...]
        if equal(rest, ["t"]), mark - word.startIndex >= 2, lower(word[mark - 1]) == "n" { return mark - 1 }
        return clitics.contains { equal(rest, $0) } ? mark : nil
    }

    /// Whether a piece that begins with an apostrophe is a clitic by itself ('s after a space or a quote).
    static func isClitic(_ word: ArraySlice<Unicode.Scalar>, whole: Bool) -> Bool {
        guard whole, let first = word.first, isApostrophe(first) else { return false }
        return clitics.contains { equal(word.dropFirst(), $0) }
    }

    static func isApostrophe(_ s: Unicode.Scalar) -> Bool { s == "'" || s == "’" }

    private static func lower(_ s: Unicode.Scalar) -> Unicode.Scalar { ScalarClass.isUpper(s) && s.isASCII ? Unicode.Scalar(s.value + 32)! : s }

    private static func equal(_ a: ArraySlice<Unicode.Scalar>, _ b: [Unicode.Scalar]) -> Bool {
        a.count == b.count && zip(a, b).allSatisfy { lower($0) == $1 }
    }
}
