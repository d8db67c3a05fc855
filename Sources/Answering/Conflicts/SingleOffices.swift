import Lexicon

/// Which offices one person holds at a time, by the word at their end (`single-offices.tsv`).
struct SingleOffices: Sendable {
    private var words: [String: Bool] = [:]

    /// Words before an office that make it another one, or one of many.
    private static let unsettling: Set<String> = [
        "former", "ex", "late", "then", "deputy", "vice", "assistant", "acting", "interim", "a", "an", "two",
        "co", "associate", "junior", "senior", "current", "next", "previous", "incoming", "outgoing",
    ]

    init() throws {
        for line in try ResourceFile(target: "Answering", name: "single-offices.tsv").text.split(separator: "\n") where !line.hasPrefix("#") {
            let fields = line.split(separator: "\t")
            words[String(fields[0])] = fields.count > 1
        }
    }

    /// Of these, the ones that may stand apart from their office: "former U.S. President".
    private static let distant: Set<Substring> = ["former", "then", "late", "ex", "deputy", "acting"]

    /// - Parameter before: the words that stand before it.
    func isSingle(_ office: String, before: [Substring] = []) -> Bool {
        if before.contains(where: { Self.distant.contains(Substring($0.lowercased())) }) { return false }
        let parts = office.lowercased().split { !$0.isLetter }.map(String.init)
        let title = parts.prefix { $0 != "of" && $0 != "for" && $0 != "to" }
        guard let last = title.last, let needsMore = words[last], !parts.contains(where: Self.unsettling.contains) else { return false }
        return !needsMore || parts.count > 1
    }
}
