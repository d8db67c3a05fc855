import Facts

/// The article of a web page.
enum HTMLArticle {
    /// Nil for a page without running text.
    static func read(_ bytes: [UInt8]) -> (article: Article, note: String?)? {
        let (content, encoding, note) = encoded(bytes)
        guard let page = HTMLTree(content, encoding: encoding) else { return nil }
        let metadata = PageMetadata(page)
        let lines = PlainTextArticles.furnitureFree(PageBody(page).lines()).filter { $0.text != metadata.title }
        let head = ArticleHead(lines, title: metadata.title)
        let text = head.body.map(\.text).joined(separator: "\n")
        if text.isEmpty { return nil }
        let published = metadata.published.map { PublicationDate(day: $0, origin: .metadata) }
            ?? head.day.map { PublicationDate(day: $0, origin: .dateline) }
        return (Article(id: "", title: head.title, publisher: metadata.publisher ?? head.publisher, author: metadata.author ?? head.author,
                        url: metadata.url, published: published, text: text), note)
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
