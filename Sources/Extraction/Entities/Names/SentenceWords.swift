import Facts
import Lexicon
import Linguistics

/// A sentence's words as the rules for names look at them.
struct SentenceWords {
    let tree: ClauseTree
    let lower: [String]
    /// Whether the token can be part of a name.
    let isNamePart: [Bool]
    let names: [NameSpan]
    let knowledge: EntityKnowledge
    let known: Set<String>

    /// - Parameter known: words that stand as names inside other sentences of the article.
    init(_ tree: ClauseTree, _ knowledge: EntityKnowledge, known: Set<String> = []) {
        self.tree = tree
        self.knowledge = knowledge
        self.known = known
        let tokens = tree.tokens
        let lower = tokens.map { $0.form.lowercased() }
        self.lower = lower
        names = tree.sentence.names.filter { name in
            name.certainty >= 0.5 && tokens[name.first].form.unicodeScalars.first.map(Self.isLatin) ?? false
        }
        let isShouted = Self.isShouted(tokens)
        var first = 0
        while first < tokens.count, tokens[first].upos == "PUNCT" { first += 1 }
        var parts = [Bool](repeating: false, count: tokens.count)
        for i in tokens.indices {
            if isShouted { continue }
            parts[i] = Self.canBeNamePart(tokens[i], opensSentence: i == first || (i > 0 && Self.opensQuote(tokens[i - 1].form)))
        }
        for i in tokens.indices.dropLast()
        where !parts[i] && !isShouted && i == first && tokens[i].form.first?.isUppercase == true && !Self.isFunctionWord(lower[i]) {
            let joins = parts[i + 1] && !knowledge.isCommonWord(lower[i]) && ["NOUN", "PROPN", "X", "ADJ"].contains(tokens[i].upos)
            let isGeographic = knowledge.gazetteer.entry(tokens[i].form).map { $0.kind != .city } ?? false
            if known.contains(tokens[i].form) || isGeographic || joins || Self.opensKnownName(tokens, i, knowledge) { parts[i] = true }
        }
        for name in names { for i in name.first...name.last where !Self.isFunctionWord(lower[i]) { parts[i] = true } }
        for i in tokens.indices where parts[i] && Self.calendarWords.contains(lower[i]) {
            let joins =
                i > 0
                && (Self.dayAdjectives.contains(lower[i - 1]) || (parts[i - 1] && knowledge.gazetteer.isFirstName(tokens[i - 1].form)))
            if !joins { parts[i] = false }
        }
        for i in tokens.indices.dropLast() where parts[i + 1] && Self.isOrdinal(tokens[i].form) { parts[i] = true }
        isNamePart = parts
    }

    /// "507th" before "Maintenance Group".
    private static func isOrdinal(_ form: String) -> Bool {
        form.first?.isNumber ?? false && ["st", "nd", "rd", "th"].contains(form.drop { $0.isNumber })
    }

    var count: Int { lower.count }
    func form(_ i: Int) -> String { tree.tokens[i].form }

    /// The words with single spaces, but for hyphens and clitics, which stand as written.
    func text(_ range: ClosedRange<Int>) -> String {
        var result = ""
        for i in range {
            if i > range.lowerBound, tree.tokens[i].span.start > tree.tokens[i - 1].span.end { result += " " }
            result += tree.tokens[i].form
        }
        return result
    }

    func joinedLower(_ range: ClosedRange<Int>) -> String { text(range).lowercased() }

    /// Whether nothing stands between the token and the one before it.
    func touchesPrevious(_ i: Int) -> Bool { i > 0 && tree.tokens[i].span.start == tree.tokens[i - 1].span.end }

    func isPossessive(_ i: Int) -> Bool { tree.tokens[i].xpos == "POS" || lower[i] == "'s" || lower[i] == "’s" }

    func isHyphen(_ i: Int) -> Bool { ["-", "–", "‐", "‑"].contains(lower[i]) }

    /// The longest gazetteer name that begins here, up to `limit`; capitals required.
    func gazetteerName(at i: Int, upTo limit: Int) -> (tokens: ClosedRange<Int>, entry: Gazetteer.Entry)? {
        guard isNamePart[i] || form(i).unicodeScalars.first?.properties.isUppercase == true else { return nil }
        for last in stride(from: min(limit, i + 6), through: i, by: -1) {
            let name = nameText(i...last)
            if let entry = knowledge.gazetteer.entry(name) { return (i...last, entry) }
        }
        return nil
    }

    private static func opensKnownName(_ tokens: [Token], _ i: Int, _ knowledge: EntityKnowledge) -> Bool {
        var name = tokens[i].form
        for next in tokens[(i + 1)...].prefix(4) {
            name += " " + next.form
            if knowledge.gazetteer.entry(name) != nil { return true }
        }
        return false
    }

    /// Single words that are tagged as names where their capital isn't owed to the sentence's beginning.
    static func namesInside(_ sentences: [Sentence]) -> Set<String> {
        var result: Set<String> = []
        for sentence in sentences where !isShouted(sentence.tokens) {
            for token in sentence.tokens.dropFirst() where token.xpos == "NNP" && token.form.first?.isUppercase == true {
                result.insert(token.form)
            }
        }
        return result
    }

    static func isFunctionWord(_ lower: String) -> Bool { functionWords.contains(lower) }

    private static func isShouted(_ tokens: [Token]) -> Bool {
        let words = tokens.filter { $0.form.unicodeScalars.contains { $0.properties.isAlphabetic } }
        let loud = words.filter { !$0.form.unicodeScalars.contains { $0.properties.isLowercase } }
        return words.count >= 4 && loud.count * 5 >= words.count * 4
    }

    private static func opensQuote(_ form: String) -> Bool { ["“", "\"", "``", "‘"].contains(form) }

    private static func canBeNamePart(_ token: Token, opensSentence: Bool) -> Bool {
        guard let first = token.form.unicodeScalars.first, !functionWords.contains(token.form.lowercased()) else { return false }
        if token.form.utf8.contains(UInt8(ascii: "@")) { return false }
        if NumberWords.value(token.form.lowercased()) != nil { return false }
        if token.xpos == "NNP" || token.xpos == "NNPS" {
            return isLatin(first) && (first.properties.isUppercase || isMixed(token.form) || NameChunker.isParticle(token.form))
                || first.properties.numericType != nil && token.form.unicodeScalars.contains { $0.properties.isUppercase }
        }
        guard first.properties.isUppercase || isMixed(token.form) else { return false }
        if opensSentence { return NameForm.isAcronym(token.form) && token.form.unicodeScalars.count > 1 }
        return ["NOUN", "ADJ", "VERB", "X", "PROPN", "NUM"].contains(token.upos) && token.form.unicodeScalars.count > 1
    }

    private static func isLatin(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isAlphabetic && scalar.value < 0x250 }

    /// "iPhone", "eBay", "al-Assad".
    private static func isMixed(_ form: String) -> Bool {
        form.unicodeScalars.dropFirst().contains { $0.properties.isUppercase }
            && form.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || $0 == "-" || $0 == "’" || $0 == "'" }
    }

    private static let functionWords = WordSet(
        """
        the, a, an, this, that, these, those, and, or, but, of, for, in, on, at, to, by, with, from, as, if, i, he, she, it, we, they,
        you, his, her, its, their, our, my, your, is, was, are, were, not, no, 's, ’s, who, which, what, when, where, how, why, so,
        then, there, here, all, some, any
        """)
    private static let dayAdjectives: Set<String> = ["black", "bloody", "super", "good", "easter", "palm", "ash", "cyber", "st."]
    private static let calendarWords = WordSet(
        """
        january, february, march, april, may, june, july, august, september, october, november, december, jan., feb., mar., apr.,
        jun., jul., aug., sept., sep., oct., nov., dec., jan, feb, mar, apr, jun, jul, aug, sept, sep, oct, nov, dec, monday, tuesday,
        wednesday, thursday, friday, saturday, sunday, mon., tue., tues., wed., thu., thurs., fri., sat., sun., a.m., p.m., am, pm,
        gmt, utc, est, edt, pst, bc, ad, bce, ce
        """)
}
