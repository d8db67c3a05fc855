/// A closed class of English words, written as running text: "about, more than, nearly".
struct WordSet: Sendable {
    private let words: Set<String>

    /// - Parameter text: words and phrases separated by commas; a line may break anywhere.
    init(_ text: String) {
        words = Set(text.split(separator: ",").map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") })
    }

    func contains(_ word: some StringProtocol) -> Bool { words.contains(String(word)) }
}
