import Facts
import Foundation
import GRDB

/// Writes documents and facts from JSON Lines into a store.
struct AnnotationWriter {
    private let writer: StoreWriter
    private let excerpts: ExcerptWriter
    private(set) var facts = 0
    private(set) var repeated = 0

    init(_ writer: StoreWriter) throws {
        self.writer = writer
        excerpts = try ExcerptWriter(writer)
    }

    /// - Parameters:
    ///   - name: of the file, for messages.
    ///   - file: its row; the documents that come whole belong to it.
    mutating func add(_ bytes: [UInt8], name: String, file: Int64) throws {
        let decoder = JSONDecoder()
        let lines = bytes.split(separator: 0x0a, omittingEmptySubsequences: false)
        for (number, line) in lines.enumerated() where line.contains(where: { $0 > 0x20 }) {
            let data = Data(line)
            let place = "\(name):\(number + 1)"
            if data.range(of: Data("\\u0000".utf8)) != nil { throw StoreError.badInput("\(place): a text with a NUL character (\\u0000)") }
            if let reading = try? decoder.decode(AnnotationLine.self, from: data).reading() {
                try writer.add(reading, file: file)
                facts += reading.facts.count
            } else if let fact = try? decoder.decode(FactLine.self, from: data).fact {
                try add(fact)
            } else {
                throw StoreError.badInput("\(place): no fact and no annotated document; import reads what `facts` and `annotate` print")
            }
        }
    }

    /// A fact of an article that the store has is put to its sentence; one of another article to an excerpt made of its quote.
    private mutating func add(_ fact: Fact) throws {
        let place = try Row.fetchOne(writer.db.cachedStatement(sql: """
            select d.id, s.id from document d join sentence s on s.document = d.id
            where d.name = ? and s.number = ? and s.text = ? and d.kind = 'article'
            """), arguments: [fact.evidence.document, fact.evidence.sentence, fact.evidence.quote])
        var fact = fact
        let known = try writer.hasFact(fact.id)
        if let place {
            try writer.add(fact, document: place[0], sentence: place[1])
        } else if !known {
            let sentence = try excerpts.sentence(of: fact.evidence.document, quoting: fact.evidence.quote)
            fact.move(into: sentence.span, of: fact.evidence.quote)
            try writer.add(fact, document: sentence.document, sentence: sentence.row)
        }
        if known { repeated += 1 } else { facts += 1 }
    }
}

private extension Fact {
    /// Gives the fact's spans their places in another text, where its sentence stands at `span`. What is not found in the
    /// sentence gets all of it.
    mutating func move(into span: Span, of sentence: String) {
        func place(_ words: String) -> Span {
            guard !words.isEmpty, let range = sentence.range(of: words) else { return span }
            let start = span.start + sentence.unicodeScalars.distance(from: sentence.startIndex, to: range.lowerBound)
            return Span(start, start + words.unicodeScalars.count)
        }
        evidence.span = span
        for index in arguments.indices { arguments[index].span = place(arguments[index].text) }
        if let source = attribution?.source { attribution?.span = place(source) }
    }
}
