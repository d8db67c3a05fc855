import Foundation
import Lexicon
import Testing

@Suite("Word vectors")
struct WordVectorsTests {
    private let vectors = try! WordVectors.shared()

    private func similarity(_ a: String, _ b: String) throws -> Double {
        vectors.similarity(try #require(vectors.row(of: a)), try #require(vectors.row(of: b)))
    }

    @Test("words of one meaning are nearer than others", arguments: [
        ("buy", "purchase", "mountain"), ("murdered", "killed", "painted"), ("aircraft", "plane", "senator"), ("boss", "chief", "river"),
    ])
    func nearness(word: String, near: String, far: String) throws {
        #expect(try similarity(word, near) > similarity(word, far) + 0.2)
    }

    @Test("a word is like itself, and likeness has no direction")
    func laws() throws {
        #expect(try similarity("bridge", "bridge") > 0.97)
        #expect(try similarity("bridge", "tunnel") == similarity("tunnel", "bridge"))
    }

    @Test("unknown words have no row", arguments: ["", "xqzzyx", "the bridge", "Ä"])
    func unknown(word: String) { #expect(vectors.row(of: word) == nil) }

    @Test("neighbours come nearest first, without the word itself")
    func neighbours() throws {
        let row = try #require(vectors.row(of: "purchase"))
        let near = vectors.neighbours(of: row)
        #expect(near.contains("buy") || near.contains("bought") || near.contains("buying"))
        #expect(!near.contains("purchase"))
        let all = try near.map { vectors.similarity(row, try #require(vectors.row(of: $0))) }
        #expect(all == all.sorted(by: >))
    }

    @Test("a damaged file is said to be damaged", arguments: ["", "DSRVEC02", "DSRVEC02\u{1}\0\0\0\u{40}\0\0\0\u{6}\0\0\0", "something else entirely"])
    func damaged(content: String) throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("vectors-\(UUID().uuidString)").path
        try Data(content.utf8).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(throws: (any Error).self) { try WordVectors(file: ResourceFile(path: path)) }
    }
}
