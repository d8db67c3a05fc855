import Foundation
import Questions
import Testing

/// `docs/grammar.md` must be true: each example in a block marked `readings` is read.
struct GrammarDocumentTests {
    @Test func everyExampleHasItsTree() throws {
        let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let text = try String(contentsOf: project.appendingPathComponent("docs/grammar.md"), encoding: .utf8)
        let grammar = try EnglishGrammar()
        var examples = 0
        for block in text.components(separatedBy: "```readings\n").dropFirst() {
            let lines = block.components(separatedBy: "```")[0].split(separator: "\n").map(String.init)
            for (question, tree) in zip(lines, lines.dropFirst()) where !question.hasPrefix("    ") {
                #expect(grammar.parse(question).trees.first?.description == tree.trimmingCharacters(in: .whitespaces), "\(question)")
                examples += 1
            }
        }
        #expect(examples > 40)
    }
}
