import Facts

/// A line that names an article.
enum Headline {
    private static let mostWords = 25
    private static let mostCharacters = 180

    /// Short, beginning like a sentence, without a full stop, and neither byline nor date nor speech.
    static func isHeadline(_ line: String) -> Bool {
        guard line.wordCount <= mostWords, line.unicodeScalars.count <= mostCharacters, line.startsSentence,
              let last = line.unicodeScalars.last else { return false }
        if ".:;,…".unicodeScalars.contains(last) { return false }
        if line.unicodeScalars.count(where: { $0.properties.isAlphabetic }) < 8 { return false }
        return Byline(line) == nil && DateLine(line) == nil
    }
}

/// A line that says who wrote the article: "By Mira Tann", "By Mira Tann and Jon Vale / Staff reporters", "Mira Tann, staff writer".
struct Byline: Hashable {
    var author: String
    /// A date that stands on the same line.
    var day: Day?

    private static let mostWords = 24

    private static let mostBytes = 500

    init?(_ line: String) {
        guard line.utf8.count <= Byline.mostBytes else { return nil }
        let found = WrittenDate.find(in: line.split(separator: " "))
        let words = found?.rest ?? line.split(separator: " ")
        guard (2...Byline.mostWords).contains(words.count), !line.endsSentence || found != nil else { return nil }
        var names: ArraySlice<Substring>
        if words[0].lowercased() == "by" {
            names = words.dropFirst()
        } else if let role = Byline.roleIndex(words), role >= 2 {
            names = words[..<role]
        } else {
            return nil
        }
        names = names.prefix { !["/", "|", "-", "–", "—"].contains($0) }
        if let role = Byline.roleIndex(Array(names)), role > 0 { names = names.prefix(role) }
        guard names.first?.unicodeScalars.first?.properties.isUppercase == true, names.allSatisfy(Byline.isNameWord) else { return nil }
        author = names.joined(separator: " ").trimmingMarks
        day = found?.day
        if author.isEmpty { return nil }
    }

    /// Where "staff writer", "reporter" and the like begin.
    private static func roleIndex(_ words: [Substring]) -> Int? {
        let plain = words.map { $0.lowercased().trimmingMarks }
        return plain.indices.dropFirst().first { index in
            let next = index + 1 < plain.count ? plain[index + 1] : ""
            return (plain[index] == "staff" && ["writer", "writers", "reporter", "reporters"].contains(next))
                || (plain[index] == "contributing" && ["reporter", "writer"].contains(next))
        }
    }

    private static func isNameWord(_ word: Substring) -> Bool {
        if ["and", "&", "de", "la", "van", "von", "der", "den", "al", "bin", "da", "in", "with", "for"].contains(word) { return true }
        guard let first = word.unicodeScalars.first else { return false }
        return first.properties.isUppercase || first == "(" || first == "‘"
    }
}

/// A line that is a date, with the words that mastheads put beside one: "July 27, 2024 at 5:00 a.m. EDT", "Published: Mon, Mar
/// 14, 2005 - Page 8".
struct DateLine: Hashable {
    var day: Day

    private static let companions: Set<String> = [
        "published", "updated", "posted", "last", "modified", "on", "at", "date", "first", "created", "mon", "tue", "wed", "thu",
        "fri", "sat", "sun", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "am", "pm", "a.m",
        "p.m", "gmt", "utc", "est", "edt", "bst", "cet", "cest", "pst", "pdt", "ist", "jst", "page", "the",
    ]

    init?(_ line: String) {
        guard line.utf8.count <= 120, let found = WrittenDate.find(in: line.split(separator: " ")) else { return nil }
        guard found.rest.count <= 10, found.rest.allSatisfy(DateLine.isCompanion) else { return nil }
        day = found.day
    }

    private static func isCompanion(_ word: Substring) -> Bool {
        let plain = word.lowercased().trimmingMarks
        return plain.isEmpty || companions.contains(plain) || WrittenDate.monthNumber(plain) != nil
            || plain.unicodeScalars.allSatisfy { $0.properties.numericType != nil || ":.+-".unicodeScalars.contains($0) }
            || (plain.unicodeScalars.first?.properties.numericType != nil && ["am", "pm"].contains { plain.hasSuffix($0) })
    }
}

extension StringProtocol {
    /// Without punctuation and blanks at its ends.
    var trimmingMarks: String {
        let isMark: (Character) -> Bool = { " ,.;:()[]|/-–—".contains($0) }
        let start = self.drop(while: isMark)
        return start.lastIndex { !isMark($0) }.map { String(start[...$0]) } ?? ""
    }
}
