import Facts
import Foundation
import Lexicon
@testable import Linguistics
import Testing

/// Any text is read, in time that grows no faster than the text; a model that is not whole is refused.
struct RobustnessTests {
    @Test(arguments: [
        "", " \n\t\u{FEFF}", "...", "!!!???", "((((", "\"\"\"\"", "'", "’s", "-", "$", "[1][2]", "1", "😀👨‍👩‍👧🏽🇯🇵", "שלום עולם.", "\u{202E}abc",
        "e\u{301}\u{301}\u{301}", "\u{0}\u{1}\u{2}", "www.", "http://", "@", "a@", "a.b.c.d.e.f", "''''''", "陸上自衛隊は、", "%%%", "\u{10FFFF}",
    ])
    func readsAnything(text: String) throws {
        let scalars = Array(text.unicodeScalars)
        for sentence in try SentenceTests.model.get().analyse(text) {
            #expect(!sentence.tokens.isEmpty)
            #expect(sentence.tokens.count { $0.head < 0 } == 1)
            for token in sentence.tokens {
                #expect(String(String.UnicodeScalarView(scalars[token.span.start..<token.span.end])) == token.form)
            }
        }
    }

    /// A quadratic step takes minutes here.
    @Test(.timeLimit(.minutes(1)), arguments: [
        String(repeating: "a", count: 1_000_000), String(repeating: "word ", count: 20_000), String(repeating: "(", count: 20_000),
        String(repeating: "😀", count: 20_000), String(repeating: "7-", count: 20_000), String(repeating: ". [1]", count: 10_000),
        String(repeating: "Mr. ", count: 20_000), String(repeating: "a.", count: 20_000), String(repeating: "1, ", count: 20_000),
    ])
    func takesLinearTime(text: String) throws {
        let sentences = try SentenceTests.model.get().analyse(text)
        #expect(sentences.allSatisfy { $0.tokens.count <= 300 })
    }

    @Test func readsAnEndlessGivenSentence() throws {
        let words = (0..<5_000).map { Span(2 * $0, 2 * $0 + 1) }
        let sentences = try SentenceTests.model.get().analyse(sentences: [words], of: String(repeating: "a ", count: 5_000))
        #expect(sentences.count == 1 && sentences[0].tokens.count == 5_000)
        #expect(sentences[0].tokens.count { $0.head < 0 } == 1)
    }

    @Test func readsTheSameTwice() throws {
        let text = TreeTests.examples.map(\.text).joined(separator: "\n")
        let model = try SentenceTests.model.get()
        let first = model.analyse(text), second = model.analyse(text)
        #expect(first.map(\.tokens) == second.map(\.tokens))
        #expect(first.map(\.confidence) == second.map(\.confidence))
    }

    /// Cuts and flips the weights file in many places; every time there is one error that names it.
    @Test func refusesADamagedModel() throws {
        let resource = try ResourceFile(target: "Linguistics", name: "english.weights")
        let whole = withExtendedLifetime(resource) { Data(resource.bytes) }
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).weights")
        defer { try? FileManager.default.removeItem(at: path) }
        func error(_ data: Data) throws -> String {
            try data.write(to: path)
            do {
                _ = try LanguageModel(weights: ResourceFile(path: path.path))
                return "none"
            } catch { return "\(error)" }
        }
        for length in [0, 7, 64, 100, 5000, whole.count - 1] {
            let message = try error(whole.prefix(length))
            #expect(message.contains("damaged"), "cut to \(length)")
        }
        for place in [0, 9, 13, 17, 25, 70, 104, 110, 120, 6000, whole.count / 2, whole.count - 1] {
            var bytes = whole
            bytes[place] ^= 0x41
            let message = try error(bytes)
            #expect(message.contains("damaged"), "changed at \(place)")
        }
    }
}
