import FactStore
import Facts
import Questions

/// The rows behind an answer as citations: the table with the line on which a row stands and the row as a readable line, or the sentence that
/// the row quotes.
extension World {
    /// At most five, in the order in which they were used.
    /// - Parameter support: rows, each once.
    func citations(_ support: [Evaluation.Support]) -> [Citation] {
        var result: [Citation] = []
        for item in support {
            if result.count == Self.mostCitations { break }
            let citation = citation(item)
            if !result.contains(where: { $0.isSamePlace(as: citation) }) { result.append(citation) }
        }
        return result
    }

    /// That a thing is of a type.
    func citation(of type: String, _ thing: ID) -> Citation? {
        guard let type = self.type(type), type.contains(thing) else { return nil }
        let article = type.name.first.map { "aeiou".contains($0.lowercased()) } == true ? "an" : "a"
        return Citation(
            document: type.document, title: nil, publisher: nil, published: nil, span: Span(0, 0),
            quote: "\(text(thing)) is \(article) \(type.name)")
    }

    private static let mostCitations = 5

    private func citation(_ support: Evaluation.Support) -> Citation {
        let origin = origin(of: support)
        if let quotation = origin?.quotation {
            let article = cited[quotation.document]
            return Citation(
                document: quotation.document, title: article?.title, publisher: article?.publisher, author: article?.author,
                url: article?.url, published: article?.published, span: quotation.span, quote: quotation.text)
        }
        return Citation(
            document: origin?.document ?? "", title: nil, publisher: nil, published: nil, span: Span(0, 0), quote: wording(support),
            row: origin.flatMap { $0.line > 0 ? $0.line : nil })
    }

    private func origin(of support: Evaluation.Support) -> WorldOrigin? {
        switch support.origin {
        case .added(let fact, let document, let line):
            WorldOrigin(fact: fact, document: documents[Int(document)], line: Int(line), quotation: quotations[fact])
        case .stored(let fact): support.table.stored(fact)
        }
    }

    private static let prepositions: [(Role, String)] = [(.source, "from"), (.destination, "to"), (.recipient, "for"), (.place, "at")]

    /// "Medea sails from Piraeus to Busan, 2021-03".
    private func wording(_ support: Evaluation.Support) -> String {
        func text(_ role: Role) -> String? {
            let value = support.table.value(role, support.row)
            return value == RelationTable.none ? nil : self.text(value)
        }
        var words = [text(.agent), support.table.words, text(.patient)].compactMap { $0 }
        for (role, preposition) in Self.prepositions {
            if let value = text(role) { words += [preposition, value] }
        }
        let time = support.table.time(support.row)
        return words.joined(separator: " ") + (time == RelationTable.none ? "" : ", " + self.text(time))
    }
}

extension Citation {
    fileprivate func isSamePlace(as other: Citation) -> Bool {
        document == other.document && span == other.span && row == other.row && quote == other.quote
    }
}
