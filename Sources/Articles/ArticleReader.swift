import Facts
import Foundation

/// Reads files into articles: their text without page furniture, parted where one file holds several, with what is known of each.
///
/// Everything is found in the text and the file's own metadata; a sidecar `NAME.meta` beside the file only adds what the text
/// does not say of itself. The day of publication comes from the sidecar, else from metadata, else from a date line, else from
/// the file's name. Reading is a function of the bytes: no clock, no network.
public struct ArticleReader: Sendable {
    /// What a file gave.
    public struct Result: Sendable {
        public var articles: [Article]
        /// One line each: an encoding that had to be guessed, a line of the sidecar that makes no sense.
        public var notes: [String]
    }

    public init() {}

    /// The articles of a file, as `read(contents:of:)` finds them.
    ///
    /// - Throws: `ArticleError`.
    public func read(file: ArticleFile) throws(ArticleError) -> Result {
        try read(FileContents(file))
    }

    /// The articles of a file that was loaded before.
    public func read(_ contents: FileContents) throws(ArticleError) -> Result {
        let name = contents.file.name
        let path = contents.file.path
        var (articles, notes) = try articles(contents)
        if articles.isEmpty { throw .empty(path: path) }
        if let long = articles.firstIndex(where: { $0.text.utf8.count > ArticleReader.mostBytesOfArticle }) {
            throw .malformed(path: path, reason: ArticleReader.lengthReason(articles[long].text.utf8.count, articles.count > 1 ? "article \(long + 1)" : "it"))
        }
        let sidecar = contents.sidecar.map { Sidecar($0.text, name: $0.path) }
        notes += sidecar?.notes ?? []
        nameThem(&articles, after: name)
        for index in articles.indices { sidecar?.complete(&articles[index], number: index + 1) }
        if articles[0].published == nil {
            articles[0].published = WrittenDate.find(inFileName: name).map { PublicationDate(day: $0, origin: .filename) }
        }
        return Result(articles: articles, notes: notes)
    }

    /// Longer than any novel. Reading takes memory and time by the length of an article.
    public static let mostBytesOfArticle = 4 << 20

    static func lengthReason(_ bytes: Int, _ what: String) -> String {
        "\(what) has \(bytes >> 20) MB of text, an article at most \(mostBytesOfArticle >> 20); split it"
    }

    /// Saved with its pictures, a page is larger than its text.
    private static let mostBytesOfPage = 64 << 20

    /// What is longer than an article in one line is not looked at any further.
    private func checkLines(_ lines: [TextLine], _ path: String) throws(ArticleError) {
        guard let longest = lines.map(\.text.utf8.count).max(), longest > ArticleReader.mostBytesOfArticle else { return }
        throw .malformed(path: path, reason: ArticleReader.lengthReason(longest, "a line of it"))
    }

    private func articles(_ contents: FileContents) throws(ArticleError) -> (articles: [Article], notes: [String]) {
        let path = contents.file.path
        let format = ArticleFormat(fileName: contents.file.name) ?? ArticleReader.likelyFormat(contents.bytes)
        if format == .html || format == .htm {
            guard contents.bytes.count <= ArticleReader.mostBytesOfPage else {
                throw .malformed(path: path, reason: "a page of \(contents.bytes.count >> 20) MB, at most \(ArticleReader.mostBytesOfPage >> 20) are read; save its text alone")
            }
            guard let read = HTMLArticle.read(contents.bytes) else { throw .empty(path: path) }
            return ([read.article], read.note.map { ["\(path): \($0)"] } ?? [])
        }
        if format == .pdf { return (try pdfArticles(contents), []) }
        guard let decoded = DecodedText(contents.bytes) else { throw .notText(path: path) }
        let notes = decoded.note.map { ["\(path): \($0)"] } ?? []
        switch format {
        case .json, .jsonl:
            do throws(JSONArticles.Failure) {
                return (try JSONArticles.read(decoded.text, isLines: format == .jsonl), notes)
            } catch {
                throw .malformed(path: path, reason: error.message)
            }
        case .md:
            let (text, metadata) = Markdown.plainLines(decoded.text)
            try checkLines(text, path)
            return (PlainTextArticles.read(text, metadata), notes)
        case .txt, .html, .htm, .pdf:
            let lines = TextLine.lines(of: decoded.text)
            try checkLines(lines, path)
            return (PlainTextArticles.read(lines), notes)
        }
    }

    private func pdfArticles(_ contents: FileContents) throws(ArticleError) -> [Article] {
        let path = contents.file.path
        let layout: [UInt8]
        do throws(PDFToText.Failure) {
            layout = try PDFToText.layout(of: contents.bytes)
        } catch {
            switch error {
            case .notInstalled, .system: throw .unreadable(path: path, reason: error.reason)
            case .damaged, .tooLong: throw .malformed(path: path, reason: error.reason)
            }
        }
        let (pages, title) = PrintedPage.pages(layout)
        guard pages.allSatisfy({ $0.lines.count <= PrintedPage.mostLines }) else { throw .malformed(path: path, reason: PDFToText.Failure.tooLong.reason) }
        guard pages.contains(where: { !$0.lines.isEmpty }) else {
            throw .malformed(path: path, reason: "no text in it, only pictures; make their text readable first, e.g. with `ocrmypdf`")
        }
        return PlainTextArticles.read(PrintedText(RunningLines.removed(from: pages)).lines(title: title))
    }

    /// The format of a file whose name says nothing: standard input, a file given by name.
    private static func likelyFormat(_ bytes: [UInt8]) -> ArticleFormat {
        if PDFToText.isPDF(bytes) { return .pdf }
        let beginning = String(decoding: bytes.prefix(1024), as: UTF8.self).trimmed.lowercased()
        if beginning.hasPrefix("<!doctype html") || beginning.hasPrefix("<html") { return .html }
        if beginning.hasPrefix("{") { return .jsonl }
        return beginning.hasPrefix("[{") ? .json : .txt
    }

    /// Ids that the file gives are kept where they are different; the others count.
    private func nameThem(_ articles: inout [Article], after file: String) {
        var taken = Set<String>()
        for index in articles.indices {
            let counted = articles.count == 1 ? file : "\(file)#\(index + 1)"
            if articles[index].id.isEmpty || taken.contains(articles[index].id) { articles[index].id = counted }
            taken.insert(articles[index].id)
        }
    }
}

/// Articles in plain text and Markdown.
enum PlainTextArticles {
    /// - Parameter metadata: of the file, for its first article.
    static func read(_ lines: [TextLine], _ metadata: Article? = nil) -> [Article] {
        var articles = ArticleSplitter.split(furnitureFree(lines)).compactMap(article)
        if let metadata, !articles.isEmpty {
            articles[0].title = metadata.title ?? articles[0].title
            articles[0].publisher = metadata.publisher ?? articles[0].publisher
            articles[0].author = metadata.author ?? articles[0].author
            articles[0].url = metadata.url ?? articles[0].url
            articles[0].published = metadata.published ?? articles[0].published
        }
        return articles
    }

    /// Lines without furniture, of two equal ones in a row only the first.
    static func furnitureFree(_ lines: [TextLine]) -> [TextLine] {
        var kept: [TextLine] = []
        for line in lines {
            guard let text = PageFurniture.cleaned(line.text), text != kept.last?.text else { continue }
            kept.append(TextLine(text: text, blanksBefore: line.blanksBefore, headingLevel: line.headingLevel))
        }
        return kept
    }

    private static func article(_ lines: [TextLine]) -> Article? {
        let head = ArticleHead(lines)
        let text = head.body.map(\.text).joined(separator: "\n")
        if text.isEmpty { return nil }
        return Article(id: "", title: head.title, publisher: head.publisher, author: head.author,
                       published: head.day.map { PublicationDate(day: $0, origin: .dateline) }, text: text)
    }
}
