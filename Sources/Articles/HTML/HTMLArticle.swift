import Facts

/// The article of a web page.
enum HTMLArticle {
    /// Nil for a page without running text.
    static func read(_ bytes: [UInt8]) -> (article: Article, note: String?)? {
        let (content, encoding, note) = encoded(bytes)
        guard let page = HTMLTree(content, encoding: encoding) else { return nil }
        let metadata = PageMetadata(page)
        let (article, above) = PageBody(page).lines()
        let title = headline(metadata.title, article.prefix(linesOfHead) + above)
        let lines = PlainTextArticles.furnitureFree(article).filter { $0.text != title }
        let head = ArticleHead(lines, title: title)
        let text = head.body.map(\.text).joined(separator: "\n")
        if text.isEmpty { return nil }
        let published = metadata.published.map { PublicationDate(day: $0, origin: .metadata) }
            ?? (head.day ?? above.lazy.compactMap { DateLine($0.text)?.day }.first).map { PublicationDate(day: $0, origin: .dateline) }
        return (Article(id: "", title: head.title, publisher: metadata.publisher ?? head.publisher, author: metadata.author ?? head.author ?? above.lazy.compactMap { Byline($0.text)?.author }.first,
                        url: metadata.url, published: published, text: text), note)
    }

    private static let linesOfHead = 4

    /// The title as the page shows it: a line that the title begins or ends with, the rest being the site's name or the like.
    private static func headline(_ title: String?, _ lines: [TextLine]) -> String? {
        guard let title else { return nil }
        let shown = lines.map(\.text).filter { $0.wordCount > 1 && $0 != title && $0.utf8.count * 4 > title.utf8.count }
        return shown.first { line in
            let mark = title.hasPrefix(line) ? title.dropFirst(line.count).trimmed.first : title.hasSuffix(line) ? title.dropLast(line.count).trimmed.last : nil
            return mark.map { "|—–-:•«»".contains($0) } ?? false
        } ?? title
    }

    /// UTF-8 as it is; else the encoding that the page declares, else Windows-1252.
    private static func encoded(_ bytes: [UInt8]) -> (bytes: [UInt8], encoding: String, note: String?) {
        if let declared = declaredEncoding(bytes), !["utf-8", "utf8"].contains(declared), String(validating: bytes, as: UTF8.self) == nil {
            let isWestern = ["iso-8859-1", "latin1", "windows-1252", "us-ascii"].contains(declared)
            return (bytes, isWestern ? "windows-1252" : declared, "read as \(declared), as the page says")
        }
        guard let decoded = DecodedText(bytes) else { return (bytes, "UTF-8", nil) }
        return (Array(decoded.text.utf8), "UTF-8", decoded.note)
    }

    /// The value of `charset=` in the first two kilobytes, in lower case.
    private static func declaredEncoding(_ bytes: [UInt8]) -> String? {
        let head = String(decoding: bytes.prefix(2048), as: UTF8.self).lowercased()
        guard let range = head.firstRange(of: "charset=") else { return nil }
        let name = head[range.upperBound...].drop { "\"' ".contains($0) }.prefix { $0.isLetter || $0.isNumber || "-_".contains($0) }
        return name.isEmpty ? nil : String(name)
    }
}
