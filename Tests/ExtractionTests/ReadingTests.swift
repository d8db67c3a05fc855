import Articles
import Facts
import Linguistics
import Testing

@testable import Extraction

@Suite struct ReadingTests {
    static let extractor = try! Extractor(model: try! LanguageModel.load())

    @Test(
        arguments: try FactCase.read("constructions.facts") + FactCase.read("sayings.facts") + FactCase.read("noun-phrases.facts"))
    func everyConstructionIsRead(_ given: FactCase) {
        let article = Article(
            id: "case", published: given.published.map { PublicationDate(day: $0, origin: .given) },
            text: given.paragraphs.joined(separator: "\n"))
        let facts = Self.extractor.read(article).facts
        for expectation in given.expectations {
            let isMet = facts.contains { expectation.isMet(by: $0) }
            #expect(isMet != expectation.isForbidden, "\(expectation)\nread:\n\(facts.map(notation).joined(separator: "\n"))")
        }
    }

    @Test func evidenceIsExact() {
        let text =
            "Harbour master Ann Lee told the council on Monday that two ferries, built in Gdańsk, had sunk.\n“We lost both,” she said."
        let reading = Self.extractor.read(Article(id: "case", text: text))
        let scalars = Array(text.unicodeScalars)
        func cut(_ span: Span) -> String { String(String.UnicodeScalarView(scalars[span.start..<span.end])) }
        #expect(!reading.facts.isEmpty)
        for fact in reading.facts {
            let sentence = reading.sentences[fact.evidence.sentence]
            #expect(fact.evidence.quote == cut(sentence.span))
            #expect(sentence.span.contains(fact.evidence.span))
            for argument in fact.arguments where argument.role != .topic { #expect(argument.text == cut(argument.span)) }
        }
    }

    @Test func idsDependOnContentOnly() {
        let article = Article(id: "case", text: "The council sold two ferries to Norway. Ann Lee, the mayor, praised the sale.")
        #expect(Self.extractor.read(article).facts.map(\.id) == Self.extractor.read(article).facts.map(\.id))
        let ids = Self.extractor.read(article).facts.map(\.id)
        #expect(Set(ids).count == ids.count)
    }
}
