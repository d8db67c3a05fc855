import Facts
import Foundation

/// Articles in JSON: an object, a list of them, or one a line.
///
/// Keys are id, title, text, published, url, publisher and author; also body or content for the text, headline for the title,
/// date for the day. A text is taken as it stands, paragraphs and all, for it is no saved page; but an agency's dateline is no part of it.
enum JSONArticles {
    /// - Throws: a message that names the line.
    static func read(_ text: String, isLines: Bool) throws(Failure) -> [Article] {
        var articles: [Article] = []
        if !isLines {
            guard let value = parsed(text) else { throw Failure(message: "not JSON; check it, e.g. with `python3 -m json.tool`") }
            let list = value as? [Any] ?? (value as? [String: Any]).flatMap { $0["articles"] ?? $0["documents"] } as? [Any] ?? [value]
            for (number, item) in list.enumerated() {
                if let article = try article(item, "item \(number + 1)") { articles.append(article) }
            }
            return articles
        }
        var number = 0
        for line in text.lines {
            number += 1
            if line.trimmed.isEmpty { continue }
            guard let value = parsed(line) else { throw Failure(message: "line \(number) is not JSON") }
            if let article = try article(value, "line \(number)") { articles.append(article) }
        }
        return articles
    }

    struct Failure: Error { var message: String }

    private static func parsed(_ text: some StringProtocol) -> Any? {
        try? JSONSerialization.jsonObject(with: Data(text.utf8))
    }

    /// Nil for an article without text.
    private static func article(_ value: Any, _ place: String) throws(Failure) -> Article? {
        guard let object = value as? [String: Any] else { throw Failure(message: "\(place) is no object with a text") }
        guard let text = string(object, ["text", "body", "content"]) else {
            throw Failure(message: "\(place) has no “text”; its keys are \(object.keys.sorted().prefix(12).joined(separator: ", "))")
        }
        guard text.utf8.count <= ArticleReader.mostBytesOfArticle else {
            throw Failure(message: ArticleReader.lengthReason(text.utf8.count, place))
        }
        guard let decoded = DecodedText(Array(text.utf8)), !decoded.text.trimmed.isEmpty else { return nil }
        let day = string(object, ["published", "date", "datePublished"]).flatMap(PageMetadata.day)
        var paragraphs = decoded.text.split(separator: "\n").map { String($0.trimmed) }.filter { !$0.isEmpty }
        let dateline = Dateline(paragraphs[0])
        if let dateline { paragraphs[0] = dateline.rest }
        return Article(id: string(object, ["id"]) ?? "", title: string(object, ["title", "headline"]),
                       publisher: string(object, ["publisher", "source"]) ?? dateline?.agency, author: string(object, ["author"]), url: string(object, ["url"]),
                       published: day.map { PublicationDate(day: $0, origin: .metadata) } ?? dateline?.day.map { PublicationDate(day: $0, origin: .dateline) },
                       text: paragraphs.joined(separator: "\n"))
    }

    private static func string(_ object: [String: Any], _ keys: [String]) -> String? {
        for key in keys {
            switch object[key] {
            case let text as String where !text.isEmpty: return text
            case let number as NSNumber where key == "id": return number.stringValue
            case let list as [String] where !list.isEmpty: return list.joined(separator: ", ")
            default: continue
            }
        }
        return nil
    }
}
