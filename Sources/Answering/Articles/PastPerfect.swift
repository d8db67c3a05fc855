/// The tense that goes back behind the sentence before: "The crew left. The ship had sunk."
enum PastPerfect {
    /// Whether the main clause of a sentence is in the past perfect; what a subordinate clause says does not count.
    static func opens(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        guard let had = words.firstIndex(of: "had") else { return false }
        return !words[1..<max(1, had)].contains { subordinating.contains($0.lowercased()) }
    }

    private static let subordinating: Set<String> = ["that", "which", "who", "whom", "whose", "where", "when", "because", "if", "as"]
}
