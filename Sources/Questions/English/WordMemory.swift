import Foundation

/// What words can be, each found out once: questions share most of theirs.
final class WordMemory: @unchecked Sendable {
    private struct Key: Hashable {
        var form: String
        var isFirst: Bool
    }

    private var words: [Key: QuestionWord] = [:]
    private let lock = NSLock()
    private static let mostKept = 5_000

    /// The word of a token, which the token's text and whether it begins the line decide.
    func word(_ token: QuestionToken, isFirst: Bool, _ analyse: () -> QuestionWord) -> QuestionWord {
        let key = Key(form: token.form, isFirst: isFirst)
        lock.lock()
        defer { lock.unlock() }
        if var known = words[key], known.token.kind == token.kind {
            known.token = token
            return known
        }
        if words.count >= Self.mostKept { words.removeAll(keepingCapacity: true) }
        let word = analyse()
        words[key] = word
        return word
    }
}
