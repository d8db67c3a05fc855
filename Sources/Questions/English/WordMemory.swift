import Foundation

/// What words can be, each found out once: questions share most of theirs.
final class WordMemory: @unchecked Sendable {
    /// Those that begin a line, and all others.
    private var first: [String: QuestionWord] = [:]
    private var others: [String: QuestionWord] = [:]
    private let lock = NSLock()
    private static let mostKept = 5_000

    /// The word of a token, which the token's text and whether it begins the line decide.
    func word(_ token: QuestionToken, isFirst: Bool, _ analyse: () -> QuestionWord) -> QuestionWord {
        lock.lock()
        defer { lock.unlock() }
        if var known = isFirst ? first[token.form] : others[token.form], known.token.kind == token.kind {
            known.token = token
            return known
        }
        let word = analyse()
        if isFirst { keep(word, in: &first) } else { keep(word, in: &others) }
        return word
    }

    private func keep(_ word: QuestionWord, in words: inout [String: QuestionWord]) {
        if words.count >= Self.mostKept { words.removeAll(keepingCapacity: true) }
        words[word.token.form] = word
    }
}
