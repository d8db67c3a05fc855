/// A line at the end of an article that says who wrote it: "Mira Tann is a writer based in Ovra.", "Additional reporting by Jon Vale."
enum AuthorNote {
    /// Professions by which authors are introduced.
    private static let professions: Set<String> = [
        "writer", "columnist", "author", "journalist", "professor", "fellow", "analyst", "researcher", "editor", "reporter",
        "correspondent", "lecturer", "scholar", "historian", "economist", "lawyer", "novelist", "essayist", "commentator",
        "critic", "academic", "scientist", "consultant", "student", "freelancer", "chair", "director", "contributor", "teacher",
        "diplomat", "ambassador",
    ]

    private static let longestNote = 60

    /// - Parameter lines: of the whole file. Somebody whom the articles speak of elsewhere is not introduced as their author.
    static func isAuthorNote(_ line: String, in lines: [TextLine]) -> Bool {
        guard line.wordCount <= longestNote, line.endsSentence else { return false }
        if isReportingNote(line) { return true }
        guard let surname = introducedSurname(line) else { return false }
        return lines.count { $0.text.containsWord(surname) } == 1
    }

    /// The notes at the very end of an article of a news agency or newspaper.
    private static func isReportingNote(_ line: String) -> Bool {
        let lower = line.lowercased()
        return line.wordCount <= 40 && (lower.contains("contributed to this report") || lower.contains("contributed to this story")
            || lower.contains("contributed reporting") || lower.hasPrefix("additional reporting by") || lower.hasPrefix("reporting by "))
    }

    /// The last word of the name in "NAME is a … PROFESSION …", "NAME, a … PROFESSION …, is …"; nil if the line is something else.
    private static func introducedSurname(_ line: String) -> Substring? {
        let words = line.split(separator: " ")
        let name = words.prefix { word in
            word.unicodeScalars.first?.properties.isUppercase == true || ["de", "van", "von", "der", "al", "bin", "da"].contains(word)
        }
        guard (2...5).contains(name.count), words.count > name.count + 2 else { return nil }
        let verb = words[name.count]
        guard verb == "is" || verb == "was", ["a", "an", "the"].contains(words[name.count + 1]) else { return nil }
        let predicate = words[(name.count + 2)...].prefix(12).map { $0.lowercased().filter { $0.isLetter || $0 == "-" } }
        guard predicate.contains(where: professions.contains) else { return nil }
        return name.last.map { $0.prefix { $0.isLetter || $0 == "-" } }
    }
}

private extension String {
    func containsWord(_ word: Substring) -> Bool {
        unicodeScalars.split { !$0.properties.isAlphabetic && $0 != "-" }.contains { Substring($0) == word }
    }
}
