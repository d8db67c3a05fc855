import Facts

/// Markdown as plain lines: marks of headings, lists, emphasis, links and quotations are taken off, images and code are left out.
enum Markdown {
    /// - Returns: the lines, and what a front matter (`---`, `key: value` lines, `---`) says of the article.
    static func plainLines(_ text: String) -> (lines: [TextLine], metadata: Article?) {
        let (metadata, lengthOfFrontMatter) = frontMatter(Array(text.lines.prefix(longestFrontMatter)))
        var plain: [String] = []
        var headings: [String: Int] = [:]
        var isCode = false
        for line in text.lines.dropFirst(lengthOfFrontMatter) {
            let bare = line.trimmed
            if bare.hasPrefix("```") || bare.hasPrefix("~~~") {
                isCode.toggle()
                continue
            }
            if isCode { continue }
            let level = bare.prefix { $0 == "#" }.count
            if (1...6).contains(level), bare.dropFirst(level).first == " " {
                let heading = withoutInlineMarks(bare.dropFirst(level).trimmed)
                if level == 1 { headings[heading] = 1 }
                plain += ["", heading, ""]
            } else {
                plain.append(withoutInlineMarks(withoutLineMark(bare)))
            }
        }
        let read = TextLine.lines(of: plain.joined(separator: "\n"))
        return (read.map { TextLine(text: $0.text, blanksBefore: $0.blanksBefore, headingLevel: headings[$0.text] ?? 0) }, metadata)
    }

    /// In lines.
    private static let longestFrontMatter = 40

    private static func frontMatter(_ lines: [Substring]) -> (article: Article?, lines: Int) {
        guard lines.first?.trimmed == "---", let end = lines.dropFirst().firstIndex(where: { $0.trimmed == "---" }) else { return (nil, 0) }
        var article = Article(id: "", text: "")
        for line in lines[1..<end] {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let value = withoutQuotes(line[line.index(after: colon)...].trimmed)
            if value.isEmpty { continue }
            switch line[..<colon].trimmed.lowercased() {
            case "title": article.title = value
            case "author": article.author = value
            case "publisher", "source": article.publisher = value
            case "url": article.url = value
            case "date", "published": article.published = PageMetadata.day(value).map { PublicationDate(day: $0, origin: .metadata) }
            default: break
            }
        }
        return (article, end + 1)
    }

    private static func withoutQuotes(_ value: Substring) -> String {
        guard value.count > 1, let first = value.first, first == "\"" || first == "'", value.last == first else { return String(value) }
        return String(value.dropFirst().dropLast())
    }

    private static func withoutLineMark(_ line: Substring) -> Substring {
        var line = line
        while line.first == ">" { line = line.dropFirst().trimmed }
        for mark in ["- ", "* ", "+ "] where line.hasPrefix(mark) { return line.dropFirst(2).trimmed }
        return line
    }

    /// `[words](address)` → words, `![…](…)` → nothing, `**words**`, `_words_` and `` `words` `` → words.
    private static func withoutInlineMarks(_ line: Substring) -> String {
        guard line.utf8.contains(where: { $0 == 0x5b || $0 == 0x2a || $0 == 0x5f || $0 == 0x60 }) else { return String(line) }
        var plain = ""
        var rest = line
        while let character = rest.first {
            if character == "!" || character == "[", let link = link(rest) {
                if character == "[" { plain += withoutInlineMarks(link.words) }
                rest = link.rest
            } else if character == "*" || character == "`" {
                rest = rest.dropFirst()
            } else if character == "_", isEmphasis(before: plain.last, after: rest.dropFirst().first) {
                rest = rest.dropFirst()
            } else {
                plain.append(character)
                rest = rest.dropFirst()
            }
        }
        return plain
    }

    /// In bytes. An opening bracket without its partner would have the rest of the text searched for every one.
    private static let longestLinkText = 1000
    private static let longestAddress = 4000

    private static func link(_ text: Substring) -> (words: Substring, rest: Substring)? {
        let start = text.first == "!" ? text.dropFirst() : text
        guard start.first == "[", let closing = start.utf8.prefix(longestLinkText).firstIndex(of: 0x5d) else { return nil }
        let after = start[start.index(after: closing)...]
        guard after.first == "(", let end = after.utf8.prefix(longestAddress).firstIndex(of: 0x29) else { return nil }
        return (start[start.index(after: start.startIndex)..<closing], after[after.index(after: end)...])
    }

    private static func isEmphasis(before: Character?, after: Character?) -> Bool {
        let isInside: (Character?) -> Bool = { $0.map { $0.isLetter || $0.isNumber } ?? false }
        return !(isInside(before) && isInside(after))
    }
}
