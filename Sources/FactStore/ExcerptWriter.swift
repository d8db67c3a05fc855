import Articles
import Facts
import GRDB

/// Makes documents out of sentences that imported facts quote from articles which the store does not have.
struct ExcerptWriter {
    let writer: StoreWriter

    /// A quote is looked for before it is added: without these indexes, which others wait for until the end, that takes a look at every
    /// sentence before it.
    init(_ writer: StoreWriter) throws {
        self.writer = writer
        try writer.db.execute(sql: Schema.indexesOfQuotes)
    }

    struct Place {
        var document: Int64
        var row: Int64
        var span: Span
    }

    /// The sentence of an article (by name or title) that has the quote; else of an excerpt, to which it is added.
    func sentence(of article: String, quoting quote: String) throws -> Place {
        let found = try Row.fetchOne(writer.db.cachedStatement(sql: """
            select d.id, s.id, s.start, s.stop from sentence s join document d on d.id = s.document
            where (d.name in (?1, ?2) or d.title = ?1) and instr(s.text, ?3) > 0 order by d.kind, d.name, s.number limit 1
            """), arguments: [article, ExcerptWriter.besideWhole(article), quote])
        if let found { return Place(document: found[0], row: found[1], span: Span(stored: found[2], found[3])) }
        return try add(quote, toExcerptOf: article)
    }

    /// The name of an excerpt where the store has the article itself, without that sentence.
    private static func besideWhole(_ article: String) -> String { "\(article) (quotes)" }

    private func add(_ quote: String, toExcerptOf article: String) throws -> Place {
        let isTaken = try Bool.fetchOne(writer.db.cachedStatement(sql: "select 1 from document where name = ? and kind <> 'excerpt'"),
                                        arguments: [article]) != nil
        let name = isTaken ? ExcerptWriter.besideWhole(article) : article
        let existing = try Row.fetchOne(writer.db.cachedStatement(sql: """
            select id, length(text), (select count(*) from sentence where document = document.id) from document where name = ?
            """), arguments: [name])
        let document: Int64
        var start = 0
        if let existing {
            document = existing[0]
            start = (existing[1] as Int) + 1
            try writer.run("update document set text = text || char(10) || ? where id = ?", [quote, document])
        } else {
            document = try writer.addDocument(Article(id: name, text: quote), kind: .excerpt, file: nil)
        }
        let span = Span(start, start + quote.unicodeScalars.count)
        let row = try writer.addSentence(document, existing?[2] ?? 0, span, startsParagraph: true, quote)
        return Place(document: document, row: row, span: span)
    }
}
