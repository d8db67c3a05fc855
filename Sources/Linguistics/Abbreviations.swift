import Lexicon

/// Words that keep a full stop of their own, and what it says about the end of a sentence.
struct Abbreviations: Sendable {
    enum Kind: Sendable {
        /// Mr., Oct., No.: something that belongs to it follows.
        case before
        /// Inc., p.m., U.S.: may also be the last word of a sentence.
        case either
    }

    private let kinds: [String: Kind]

    /// - Throws: ``ResourceFile/Missing``.
    init() throws {
        var kinds: [String: Kind] = [:]
        for line in try ResourceFile(target: "Linguistics", name: "abbreviations.txt").text.split(separator: "\n") where !line.hasPrefix("#") {
            let words = line.split(separator: " ")
            let kind: Kind = words.first == "before" ? .before : .either
            for word in words.dropFirst() { kinds[String(word)] = kind }
        }
        self.kinds = kinds
    }

    /// - Parameter word: without its last full stop. Single letters (initials) and letters with stops between them count too.
    func kind(_ word: ArraySlice<Unicode.Scalar>) -> Kind? {
        guard word.count <= 8, let first = word.first, first.properties.isAlphabetic else { return nil }
        var lower = String.UnicodeScalarView()
        for scalar in word { lower.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars) }
        if let kind = kinds[String(lower)] { return kind }
        if word.count == 1 { return first.properties.isUppercase ? .before : nil }
        let dotted = word.enumerated().allSatisfy { $0 % 2 == 0 ? $1.properties.isAlphabetic : $1 == "." }
        return dotted && word.count % 2 == 1 ? .either : nil
    }
}
