/// What can come next in a question, for completion at the prompt.
///
/// Nothing is listed twice: the completer asks the grammar itself. A word can come next if the line with it, ended in one of a
/// few ways, is a question that the grammar reads with certainty. One call costs a few milliseconds.
public struct Completer: Sendable {
    public struct Completion: Hashable, Sendable {
        public enum Kind: String, Sendable { case name, type, attribute, relation, adjective, preposition, word }

        /// The whole word or name that replaces what was begun.
        public var text: String
        public var kind: Kind

        public init(text: String, kind: Kind) {
            self.text = text
            self.kind = kind
        }
    }

    private let grammar: EnglishGrammar

    public init(grammar: EnglishGrammar) { self.grammar = grammar }

    /// Ways to go on from the end of `line`: the rest of a word that is begun there, or the next word after a space. Names
    /// first, then the store's words, then function words; at most `limit`, in a fixed order.
    public func complete(_ line: String, limit: Int = 40) -> [Completion] {
        let (before, begun) = Self.cut(line)
        guard before.unicodeScalars.count < EnglishGrammar.longestLine / 2 else { return [] }
        var result: [Completion] = []
        let vocabulary = grammar.vocabulary
        if canFollow(before, with: "Xyzland") {
            result += vocabulary.names(startingWith: begun, limit: limit).map { Completion(text: $0, kind: .name) }
        }
        for (word, use) in vocabulary.words(startingWith: begun, limit: limit) where canFollow(before, with: word) {
            result.append(Completion(text: word, kind: Self.kind(use)))
        }
        for word in Self.functionWords where word.hasPrefix(begun.lowercased()) && canFollow(before, with: word) {
            result.append(Completion(text: word, kind: .word))
        }
        var seen = Set<String>()
        return Array(result.filter { seen.insert($0.text).inserted }.prefix(limit))
    }

    /// The words before the one that is begun, and that one.
    private static func cut(_ line: String) -> (before: String, begun: String) {
        guard let space = line.lastIndex(of: " ") else { return ("", line) }
        return (String(line[...space]), String(line[line.index(after: space)...]))
    }

    private static func kind(_ use: WordUse) -> Completion.Kind {
        if use.contains(.type) { return .type }
        if use.contains(.attribute) { return .attribute }
        if use.contains(.verb) { return .relation }
        return use.contains(.adjective) ? .adjective : .preposition
    }

    private static let functionWords = wordList(
        """
        who what which when where why how whose whom how-many is are was were did does do has have will can could should list
        show count compare name tell the a any some every each all no of in on at by from to with for about after before between
        during since until that and or not than more most least largest there
        """
    ).map { $0 == "how-many" ? "how many" : $0 }

    /// What may be needed to end a question after the next word.
    private static let endings = [
        "", " Xyzland", " the plan", " cities", " the plan fail", " is the plan", " happened", " sign the plan", " signed the plan",
        " Xyzland sign", " signed", " 1990", " plan fails", " 1990 and 2000",
    ]

    /// Whether `word` can stand after `before`.
    func canFollow(_ before: String, with word: String) -> Bool {
        Self.endings.contains { grammar.isQuestion(before + word + $0) }
    }
}

extension EnglishGrammar {
    /// Whether the line is read as a sentence, not merely as a row of keywords.
    func isQuestion(_ line: String) -> Bool {
        let parse = parse(line)
        guard let tree = parse.trees.first else { return false }
        return tree.mood != .keywords && (tree.mood != .followUp || line.split(separator: " ").count < 4)
    }
}
