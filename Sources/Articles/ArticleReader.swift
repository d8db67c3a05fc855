import Facts
import Foundation

/// Reads files into articles: their text without page furniture, parted where one file holds several, with what is known of each.
///
/// Everything is found in the text and the file's own metadata; a sidecar `NAME.meta` beside the file only adds what the text does not say of
/// itself. The day of publication comes from the sidecar, else from metadata, else from a date line, else from the file's name.
/// Reading is a function of the bytes: no clock, no network.
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
        guard let decoded = DecodedText(contents.bytes) else { throw .notText(path: contents.file.path) }
        var notes = decoded.note.map { ["\(contents.file.path): \($0)"] } ?? []
        var articles = PlainTextArticles.read(decoded.text, isMarkdown: ArticleFormat(fileName: name) == .md)
        if articles.isEmpty { throw .empty(path: contents.file.path) }
        let dayInName = WrittenDate.find(inFileName: name)
        let sidecar = contents.sidecar.map { Sidecar($0, name: contents.file.path + Sidecar.suffix) }
        notes += sidecar?.notes ?? []
        for index in articles.indices {
            articles[index].id = articles.count == 1 ? name : "\(name)#\(index + 1)"
            if index == 0, articles[index].published == nil {
                articles[index].published = dayInName.map { PublicationDate(day: $0, origin: .filename) }
            }
            sidecar?.complete(&articles[index], number: index + 1)
        }
        return Result(articles: articles, notes: notes)
    }
}

/// Articles in plain text and Markdown.
enum PlainTextArticles {
    static func read(_ text: String, isMarkdown: Bool) -> [Article] {
        ArticleSplitter.split(furnitureFree(TextLine.lines(of: text))).compactMap(article)
    }

    /// Lines without furniture, of two equal ones in a row only the first.
    private static func furnitureFree(_ lines: [TextLine]) -> [TextLine] {
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
