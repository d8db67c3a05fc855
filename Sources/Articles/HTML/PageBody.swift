/// Finds the article among navigation, related stories, comments and notices of a page.
///
/// Elements that are no text by their name or class go first. Then every block of running text gives points to the elements around it, by
/// its length and commas; the element with most points, less what is links in it, holds the article, with those of its siblings that have
/// many points too. The idea is that of Arc90's Readability (2009).
struct PageBody {
    private let page: HTMLTree
    /// Elements that are left out, with all in them.
    private var isLeftOut: [Bool]

    init(_ page: HTMLTree) {
        self.page = page
        isLeftOut = Array(repeating: false, count: page.nodes.count)
        for index in page.nodes.indices {
            let parent = page.nodes[index].parent
            isLeftOut[index] = (parent >= 0 && isLeftOut[parent]) || PageBody.isClutter(page.nodes[index])
        }
    }

    /// The lines of the article, in order, and those of the page above them, nearest first.
    func lines() -> (article: [TextLine], above: [TextLine]) {
        let blocks = page.nodes.indices.filter { !isLeftOut[$0] && isBlock($0) }
        let points = points(of: blocks)
        guard let best = best(points) else { return ([], []) }
        let chosen = chosen(best, points)
        let article = blocks.filter { block in chosen.contains { $0 <= block && block < page.nodes[$0].end } && !isLinks(block) }
        if article.isEmpty { return ([], []) }
        let above = blocks.prefix { $0 < article[0] }.suffix(PageBody.blocksAbove)
        return (article.flatMap(paragraphs), above.reversed().flatMap(paragraphs))
    }

    /// Title, names and day stand in so many blocks above the text.
    private static let blocksAbove = 8

    // MARK: Clutter

    private static let clutterElements: Set<String> = [
        "script", "style", "noscript", "template", "nav", "footer", "aside", "form", "button", "iframe", "svg", "select",
        "input", "textarea", "object", "figure", "figcaption", "audio", "video", "canvas", "dialog", "menu", "head",
    ]

    /// Parts of class names and ids that say that an element is not the article.
    private static let clutterWords = [
        "comment", "share", "sharing", "social", "related", "promo", "advert", "sponsor", "cookie", "consent", "gdpr",
        "newsletter", "subscribe", "subscription", "sidebar", "breadcrumb", "navigation", "navbar", "footer", "popup", "modal",
        "paywall", "recommend", "trending", "most-read", "mostread", "most-popular", "read-more", "readmore", "more-stories",
        "morestories", "caption", "credit", "byline", "author-bio", "toolbar", "masthead", "skip-link", "outbrain", "taboola",
        "teaser", "disqus", "banner", "hidden", "print-only", "tags", "tag-list", "site-header", "page-header", "menu", "widget",
        "carousel", "gallery", "rating", "login", "signup", "sign-up",
    ]
    private static let clutterRoles: Set<String> = [
        "navigation", "banner", "complementary", "contentinfo", "search", "dialog", "alert", "menu",
    ]

    private static func isClutter(_ node: HTMLTree.Node) -> Bool {
        if clutterElements.contains(node.name) { return true }
        if ["html", "body", "main", "article", ""].contains(node.name) { return false }
        let attributes = node.attributes
        if attributes.isEmpty { return false }
        if let role = attributes["role"], clutterRoles.contains(role.lowercased()) { return true }
        if attributes["hidden"] != nil || attributes["aria-hidden"]?.lowercased() == "true" { return true }
        if let style = attributes["style"], style.lowercased().filter({ $0 != " " }).contains("display:none") { return true }
        if attributes["itemprop"]?.lowercased() == "articlebody" { return false }
        let names = "\(attributes["class"] ?? "") \(attributes["id"] ?? "")".lowercased()
        return names.count > 1 && names.split(separator: " ").contains { name in
            clutterWords.contains { name.contains($0) } || name == "ad" || name == "ads" || name.hasPrefix("ad-") || name.hasPrefix("ads-")
        }
    }

    /// Links to other pages, and no sentence.
    private func isLinks(_ block: Int) -> Bool {
        linkShare(block) > 0.8 && !["h1", "h2", "h3"].contains(page.nodes[block].name) && !page.text(of: block).endsSentence
    }

    // MARK: Blocks

    /// An element that has text of its own between its inline children.
    private func isBlock(_ index: Int) -> Bool {
        !page.isInline(index) && page.nodes[index].children.contains { page.isInline($0) && !isLeftOut[$0] && hasText($0) }
    }

    private func hasText(_ root: Int) -> Bool {
        (root..<page.nodes[root].end).contains { page.nodes[$0].name.isEmpty && page.nodes[$0].text.utf8.contains { $0 > 0x20 } }
    }

    /// The block's own text; `<br>` parts paragraphs where two stand together or a sentence has ended, and sets byline and date apart.
    private func paragraphs(of block: Int) -> [TextLine] {
        var texts = [""]
        /// The last text, or what of it stands behind its last break.
        var line = ""
        var breaks = 0
        func add(_ index: Int) {
            let node = page.nodes[index]
            if isLeftOut[index] { return }
            if node.name == "br" {
                breaks += 1
                return
            }
            if node.name.isEmpty {
                if node.text.utf8.contains(where: { $0 > 0x20 }) {
                    if breaks > 1 || (breaks == 1 && line.trimmed.endsSentence) { texts.append("") }
                    if breaks == 1 { texts[texts.count - 1].append(PageBody.lineBreak) }
                    if breaks > 0 { line = "" }
                    breaks = 0
                }
                texts[texts.count - 1] += node.text
                line += node.text
                return
            }
            for child in node.children where page.isInline(child) { add(child) }
        }
        for child in page.nodes[block].children where page.isInline(child) { add(child) }
        let level = page.nodes[block].name == "h1" ? 1 : 0
        return texts.flatMap(PageBody.lines).map { TextLine(text: $0, blanksBefore: 1, headingLevel: level) }
    }

    private static let lineBreak: Character = "\u{2028}"

    private static func lines(of text: String) -> [String] {
        let pieces = text.split(separator: lineBreak).map(\.collapsingBlanks).filter { !$0.isEmpty }
        let standsAlone = pieces.map { Byline($0) != nil || DateLine($0) != nil }
        return pieces.indices.reduce(into: [String]()) { lines, index in
            if index == 0 || standsAlone[index] || standsAlone[index - 1] {
                lines.append(pieces[index])
            } else {
                lines[lines.count - 1] += " \(pieces[index])"
            }
        }
    }

    // MARK: Points

    /// Shorter blocks are menus and labels.
    private static let shortestText = 25

    private func points(of blocks: [Int]) -> [Double] {
        var points = [Double](repeating: 0, count: page.nodes.count)
        for block in blocks where !["h1", "h2", "h3", "h4", "li", "th", "dt"].contains(page.nodes[block].name) {
            let text = paragraphs(of: block).map(\.text).joined(separator: " ")
            guard text.utf8.count >= PageBody.shortestText, linkShare(block) < 0.5 else { continue }
            let value = 1 + Double(text.utf8.count { $0 == 0x2c }) + min(Double(text.utf8.count) / 100, 3)
            var element = ["div", "section", "article", "td"].contains(page.nodes[block].name) ? block : page.nodes[block].parent
            var share = 1.0
            while element >= 0, share > 0.2 {
                points[element] += value * share
                share /= 2
                element = page.nodes[element].parent
            }
        }
        for index in points.indices where points[index] > 0 {
            if page.nodes[index].attributes["itemprop"]?.lowercased() == "articlebody" { points[index] *= 2 }
            points[index] *= 1 - linkShare(index)
        }
        return points
    }

    private func best(_ points: [Double]) -> Int? {
        guard let best = points.indices.max(by: { points[$0] < points[$1] }), points[best] > 0 else { return nil }
        return best
    }

    /// The best element with those of its siblings that hold a good part of the text too.
    private func chosen(_ best: Int, _ points: [Double]) -> [Int] {
        let parent = page.nodes[best].parent
        guard parent >= 0 else { return [best] }
        let sameClass = page.nodes[best].attributes["class"]
        return page.nodes[parent].children.filter { sibling in
            if sibling == best { return true }
            if isLeftOut[sibling] { return false }
            let bonus = sameClass != nil && page.nodes[sibling].attributes["class"] == sameClass ? points[best] * 0.2 : 0
            if points[sibling] + bonus >= max(5, points[best] * 0.2) { return true }
            return page.nodes[sibling].name == "p" && page.text(of: sibling).utf8.count > 80 && linkShare(sibling) < 0.25
        }
    }

    /// The share of an element's text that is links.
    private func linkShare(_ root: Int) -> Double {
        var all = 0
        var linked = 0
        var linkEnd = root
        for index in root..<page.nodes[root].end {
            if page.nodes[index].name == "a" { linkEnd = max(linkEnd, page.nodes[index].end) }
            guard page.nodes[index].name.isEmpty, !isLeftOut[index] else { continue }
            let length = page.nodes[index].text.utf8.count { $0 > 0x20 }
            all += length
            if index < linkEnd { linked += length }
        }
        return all == 0 ? 0 : Double(linked) / Double(all)
    }
}
