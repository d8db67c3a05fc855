import Foundation
import Linguistics
import Testing

/// The trees of invented newspaper sentences: main verbs, subjects, objects, times and places.
struct TreeTests {
    struct Arc: Sendable {
        var line: String
        var known: Bool
        var dependent: String
        var relation: String
        var head: String?
    }

    struct Example: Sendable, CustomTestStringConvertible {
        var text: String
        var arcs: [Arc]
        var testDescription: String { text }
    }

    static let examples: [Example] = {
        let file = Bundle.module.url(forResource: "sentences", withExtension: "txt", subdirectory: "Resources")
        let text = file.flatMap { try? String(contentsOf: $0, encoding: .utf8) } ?? ""
        var result: [Example] = []
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            guard line.hasPrefix(" ") || line.hasPrefix("~") else {
                result.append(Example(text: String(line), arcs: []))
                continue
            }
            let words = line.drop { $0 == "~" }.split(separator: " ").map(String.init)
            result[result.count - 1].arcs.append(Arc(line: words.joined(separator: " "), known: line.hasPrefix("~"), dependent: words[0],
                                                     relation: words[1], head: words.count > 2 ? words[2] : nil))
        }
        return result
    }()

    @Test func thereAreSentences() {
        #expect(Self.examples.count >= 30)
    }

    @Test(arguments: examples)
    func hangsRight(_ example: Example) throws {
        let sentences = try SentenceTests.model.get().analyse(example.text)
        try #require(sentences.count == 1)
        for arc in example.arcs {
            let holds = try Self.holds(arc, in: sentences[0])
            if arc.known {
                withKnownIssue { #expect(holds) }
            } else {
                #expect(holds, "\(arc.line): \(Self.tree(sentences[0]))")
            }
        }
    }

    static func holds(_ arc: Arc, in sentence: Sentence) throws -> Bool {
        let token = sentence.tokens[try index(of: arc.dependent, in: sentence)]
        guard token.deprel.prefix(while: { $0 != ":" }) == arc.relation else { return false }
        return try token.head == (arc.head.map { try index(of: $0, in: sentence) } ?? -1)
    }

    private static func index(of word: String, in sentence: Sentence) throws -> Int {
        let parts = word.split(separator: ":")
        let places = sentence.tokens.indices.filter { sentence.tokens[$0].form == parts[0] }
        let wanted = parts.count > 1 ? Int(parts[1])! - 1 : 0
        return try #require(places.dropFirst(wanted).first, "no \(word)")
    }

    private static func tree(_ sentence: Sentence) -> String {
        sentence.tokens.map { "\($0.form)/\($0.xpos)<\($0.deprel)<\($0.head < 0 ? "·" : sentence.tokens[$0.head].form)" }.joined(separator: " ")
    }
}
