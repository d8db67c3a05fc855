/// Finds out from the text itself where one article of a file ends and the next begins.
///
/// A new article begins after a line that closes one (who the author is, who contributed), after a paragraph that is cut off in
/// mid-sentence (a teaser), after a line of marks before a headline, and with a headline that has a byline or date below it.
enum ArticleSplitter {
    /// Why an article begins at a line. Named for `docs` and tests.
    enum Reason: String { case afterAuthor = "after-author", afterCutOff = "after-cut-off", headline, heading, marks }

    static func split(_ lines: [TextLine]) -> [[TextLine]] {
        var articles: [[TextLine]] = []
        var current: [TextLine] = []
        let levelOneHeadings = lines.count { $0.headingLevel == 1 }
        for index in lines.indices {
            if !current.isEmpty, beginsArticle(at: index, lines, current: current, levelOneHeadings: levelOneHeadings) != nil {
                articles.append(current)
                current = []
            }
            if !isMarks(lines[index].text) { current.append(lines[index]) }
        }
        if !current.isEmpty { articles.append(current) }
        return articles
    }

    private static func beginsArticle(at index: Int, _ lines: [TextLine], current: [TextLine], levelOneHeadings: Int) -> Reason? {
        let line = lines[index]
        let hasBody = current.contains { $0.text.endsSentence && $0.text.wordCount >= 8 }
        if line.headingLevel == 1, levelOneHeadings > 1, hasBody { return .heading }
        if let last = current.last?.text {
            if hasBody, AuthorNote.isAuthorNote(last, in: lines) { return .afterAuthor }
            if isCutOff(last), line.text.startsSentence, !isDeck(last, at: index - 1, below: current, before: line.text) { return .afterCutOff }
        }
        guard hasBody, Headline.isHeadline(line.text) else { return nil }
        if index > 0, isMarks(lines[index - 1].text) { return .marks }
        let below = lines[(index + 1)...].prefix(2).map(\.text)
        return below.contains(where: { Byline($0) != nil || DateLine($0) != nil }) ? .headline : nil
    }

    /// What stands between a file's headline and its first paragraph sums the article up and needs no full stop.
    private static func isDeck(_ line: String, at index: Int, below current: [TextLine], before next: String) -> Bool {
        index == current.count - 1 && current.count == 2 && Headline.isHeadline(current[0].text) && line.wordCount <= mostWordsOfDeck && next.endsSentence
    }

    private static let mostWordsOfDeck = 45
    private static let fewestWordsOfCutOff = 20

    /// A long paragraph that ends without any mark was cut off if it has a whole sentence before that, or ends with a comma or a word that
    /// wants another one. A single sentence without its full stop may be the lead of an article.
    static func isCutOff(_ paragraph: String) -> Bool {
        guard paragraph.wordCount >= fewestWordsOfCutOff, let last = paragraph.unicodeScalars.last else { return false }
        if last == "," { return true }
        guard last.properties.isAlphabetic || last.properties.numericType != nil else { return false }
        let words = paragraph.split(separator: " ")
        return wordsThatWantAnother.contains(words[words.count - 1].lowercased()) || zip(words, words.dropFirst()).contains { word, next in
            word.endsSentence && word.count > longestAbbreviation && next.startsSentence
        }
    }

    /// "Adm.", "Sept.", with the point.
    private static let longestAbbreviation = 5

    private static let wordsThatWantAnother: Set<String> = [
        "a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "with", "from", "and", "but", "or", "than", "that", "which",
        "who", "is", "are", "was", "were", "be", "been", "has", "have", "had", "will", "would", "his", "her", "its", "their",
        "as", "into", "not", "they", "he", "she",
    ]

    /// "-----", "* * *", "#####".
    private static func isMarks(_ line: String) -> Bool {
        line.utf8.count >= 3 && line.unicodeScalars.allSatisfy { "-*=#_~ ".unicodeScalars.contains($0) }
    }
}

extension StringProtocol {
    /// Begins with a capital letter, a digit or an opening quotation mark.
    var startsSentence: Bool {
        guard let first = unicodeScalars.first else { return false }
        return first.properties.isUppercase || first.properties.numericType != nil || "“\"‘'".unicodeScalars.contains(first)
    }
}
