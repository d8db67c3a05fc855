import Questions
import Testing

struct GeneratedQuestionTests {
    let grammar: EnglishGrammar

    init() throws { grammar = try EnglishGrammar() }

    @Test func tenThousandQuestionsAreReadAsTheyWereMeant() {
        var generator = QuestionGenerator(seed: 1)
        var wrong: [String] = []
        for _ in 0..<10_000 {
            let question = generator.question()
            let reading = grammar.parse(question.text).trees.first?.description ?? "-"
            if reading != question.tree { wrong.append("\(question.text)\n  expected \(question.tree)\n  read     \(reading)") }
        }
        #expect(wrong.isEmpty, "\(wrong.count) misread, for instance:\n\(wrong.prefix(12).joined(separator: "\n"))")
    }

    @Test func tenThousandDamagedQuestionsGetAReadingOrAPlaceAndASuggestion() {
        var generator = QuestionGenerator(seed: 2)
        for _ in 0..<10_000 {
            let line = generator.damaged(generator.question().text)
            let parse = grammar.parse(line)
            guard parse.trees.isEmpty else { continue }
            guard let diagnostic = parse.diagnostics.first else {
                Issue.record("no diagnostic for \(line)")
                continue
            }
            #expect(diagnostic.span.end <= line.unicodeScalars.count, "\(line)")
            #expect(diagnostic.suggestions.contains { !grammar.parse($0).trees.isEmpty }, "\(line): \(diagnostic.suggestions)")
        }
    }
}
