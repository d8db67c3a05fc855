import Facts
import Foundation

/// What a page says of itself: JSON-LD first, then OpenGraph and other `meta` elements, `<time>`, `<title>`.
struct PageMetadata {
    private(set) var title: String?
    private(set) var publisher: String?
    private(set) var author: String?
    private(set) var url: String?
    private(set) var published: Day?

    init(_ page: HTMLTree) {
        for script in page.elements("script") where page.nodes[script].attributes["type"]?.lowercased() == "application/ld+json" {
            takeJSONLD(page.nodes[script].children.map { page.nodes[$0].text }.joined())
        }
        takeMicrodata(page)
        let metas = PageMetadata.metas(page)
        func first(_ names: [String]) -> String? { names.lazy.compactMap { metas[$0] }.first }
        title = title ?? first(["og:title", "twitter:title", "headline"])
        publisher = publisher ?? first(["og:site_name", "application-name", "dc.publisher", "publisher"])
        author = author ?? first(["author", "article:author", "dc.creator", "byl", "parsely-author", "sailthru.author"])
            .flatMap { $0.contains("://") ? nil : $0 }
        url = url ?? first(["og:url"]) ?? canonicalAddress(page)
        published = published ?? first(PageMetadata.dateNames).flatMap(PageMetadata.day) ?? timeElement(page)
        title = title.map { withoutSite($0, page) } ?? pageTitle(page)
    }

    /// A title without the site's name before or after it.
    private func withoutSite(_ title: String, _ page: HTMLTree) -> String {
        let headings = page.elements("h1").map { page.ownText(of: $0) }
        if let heading = headings.first(where: { $0.wordCount > 1 && (title.hasPrefix($0) || title.hasSuffix($0)) }) { return heading }
        guard let publisher, title != publisher else { return title }
        for separator in PageMetadata.separators {
            if title.hasSuffix(separator + publisher) { return String(title.dropLast((separator + publisher).count)) }
            if title.hasPrefix(publisher + separator) { return String(title.dropFirst((publisher + separator).count)) }
        }
        return title
    }

    private static let separators = [" | ", " — ", " – ", " - ", " :: ", ": ", " • ", " « ", " » "]

    private static let dateNames = [
        "article:published_time", "datepublished", "date", "pubdate", "publishdate", "publish-date", "dc.date", "dc.date.issued",
        "dcterms.created", "parsely-pub-date", "sailthru.date", "citation_date", "og:pubdate", "og:published_time",
        "last-modified",
    ]

    private static func metas(_ page: HTMLTree) -> [String: String] {
        var metas: [String: String] = [:]
        for index in page.elements("meta") {
            let attributes = page.nodes[index].attributes
            guard let name = attributes["property"] ?? attributes["name"] ?? attributes["itemprop"] else { continue }
            let content = (attributes["content"] ?? "").collapsingBlanks
            if !content.isEmpty, metas[name.lowercased()] == nil { metas[name.lowercased()] = content }
        }
        return metas
    }

    /// "2024-07-27T05:00:00-04:00", "27 July 2024", "2024/07/27".
    static func day(_ text: String) -> Day? {
        WrittenDate.find(in: text.split(whereSeparator: { $0 == " " || $0 == "T" }))?.day ?? WrittenDate.find(inFileName: text)
    }

    private func canonicalAddress(_ page: HTMLTree) -> String? {
        page.elements("link").lazy.map { page.nodes[$0].attributes }.first { $0["rel"]?.lowercased() == "canonical" }?["href"]
    }

    private func timeElement(_ page: HTMLTree) -> Day? {
        let times = page.elements("time")
        let marked = times.filter { index in
            let attributes = page.nodes[index].attributes
            return attributes["itemprop"]?.lowercased() == "datepublished" || attributes["pubdate"] != nil
        }
        return (marked + times).lazy.compactMap { PageMetadata.day(page.nodes[$0].attributes["datetime"] ?? page.text(of: $0)) }.first
    }

    /// The page's title without the site's name: the first heading if the title begins or ends with it, else the longest part.
    private func pageTitle(_ page: HTMLTree) -> String? {
        let headings = page.elements("h1").map { page.ownText(of: $0) }.filter { !$0.isEmpty }
        guard let title = page.elements("title").first.map({ page.text(of: $0) }), !title.isEmpty else { return headings.first }
        let subheadings = ["h2", "h3"].flatMap { page.elements($0) }.map { page.ownText(of: $0) }.filter { $0.wordCount > 2 }
        if let heading = (headings + subheadings).first(where: { title.hasPrefix($0) || title.hasSuffix($0) }) { return heading }
        for separator in PageMetadata.separators where separator != ": " {
            let parts = title.components(separatedBy: separator)
            if parts.count > 1, let longest = parts.max(by: { $0.count < $1.count }) { return longest }
        }
        return title
    }

    // MARK: JSON-LD

    private mutating func takeJSONLD(_ text: String) {
        guard let value = try? JSONSerialization.jsonObject(with: Data(text.utf8), options: [.fragmentsAllowed]) else { return }
        let objects = PageMetadata.objects(value, depth: 0)
        let named = Dictionary(objects.compactMap { object in (object["@id"] as? String).map { ($0, object) } }) { first, _ in first }
        for object in objects where PageMetadata.isArticle(object) {
            title = title ?? PageMetadata.text(object["headline"]) ?? PageMetadata.text(object["name"])
            published = published ?? PageMetadata.text(object["datePublished"]).flatMap(PageMetadata.day)
            author = author ?? PageMetadata.names(object["author"] ?? object["creator"], named)
            publisher = publisher ?? PageMetadata.names(object["publisher"], named)
            url = url ?? PageMetadata.text(object["url"]) ?? PageMetadata.text(object["mainEntityOfPage"])
                ?? (object["mainEntityOfPage"] as? [String: Any]).flatMap { PageMetadata.text($0["@id"]) }
        }
    }

    private static func objects(_ value: Any, depth: Int) -> [[String: Any]] {
        if depth > 4 { return [] }
        if let list = value as? [Any] { return list.flatMap { objects($0, depth: depth + 1) } }
        guard let object = value as? [String: Any] else { return [] }
        return [object] + (object["@graph"].map { objects($0, depth: depth + 1) } ?? [])
    }

    private static func isArticle(_ object: [String: Any]) -> Bool {
        let types = (object["@type"] as? [Any] ?? [object["@type"] as Any]).compactMap { $0 as? String }
        return types.contains { $0.hasSuffix("Article") || $0.hasSuffix("Posting") || $0 == "Report" }
    }

    private static func text(_ value: Any?) -> String? {
        let text = (value as? String)?.collapsingBlanks
        return text?.isEmpty == false ? text : nil
    }

    /// - Parameter named: the objects of the page by their id, for one that is only referred to.
    private static func names(_ value: Any?, _ named: [String: [String: Any]]) -> String? {
        let values = value as? [Any] ?? [value as Any]
        let names = values.compactMap { value -> String? in
            guard let object = value as? [String: Any] else { return text(value) }
            return text(object["name"]) ?? text((object["@id"] as? String).flatMap { named[$0] }?["name"])
        }
        return names.isEmpty ? nil : names.joined(separator: ", ")
    }

    // MARK: Microdata

    private mutating func takeMicrodata(_ page: HTMLTree) {
        func texts(_ property: String) -> [String] {
            page.nodes.indices.filter { page.nodes[$0].attributes["itemprop"]?.lowercased() == property }.compactMap { index in
                let name = (index + 1..<page.nodes[index].end).first { page.nodes[$0].attributes["itemprop"] == "name" } ?? index
                let text = page.nodes[name].attributes["content"]?.collapsingBlanks ?? page.text(of: name)
                return text.isEmpty || text.contains("://") ? nil : text
            }
        }
        title = title ?? texts("headline").first
        author = author ?? (texts("author").isEmpty ? nil : texts("author").joined(separator: ", "))
        publisher = publisher ?? texts("publisher").first
    }
}
