import Articles
import Extraction
import Facts
import Foundation
import Linguistics
import Testing
@testable import FactStore

/// A stand-in for the extractor: every paragraph is a sentence, "X verb Y." is a fact of two entities named by one word.
@Sendable func readPlainly(_ article: Article) -> Reading {
    var sentences: [Sentence] = []
    var facts: [Fact] = []
    var mentions: [Mention] = []
    var entities: [EntityID: Entity] = [:]
    var start = 0
    for (number, line) in article.text.split(separator: "\n").enumerated() {
        let text = String(line)
        let span = Span(start, start + text.unicodeScalars.count)
        sentences.append(Sentence(span: span, tokens: [], names: [], confidence: 1, startsParagraph: true))
        let words = text.dropLast().split(separator: " ").map(String.init)
        var offset = start
        let arguments = zip(words, [Role.agent, nil, .patient]).compactMap { word, role -> Argument? in
            defer { offset += word.unicodeScalars.count + 1 }
            guard let role else { return nil }
            let id = EntityID("\(article.id)/\(word)")
            let span = Span(offset, offset + word.unicodeScalars.count)
            entities[id] = Entity(id: id, type: .place, name: word, names: [EntityName(word, .written)])
            mentions.append(Mention(span: span, entity: id, kind: .name, type: .place, text: word))
            return Argument(role: role, text: word, head: word, entity: id, type: .place, span: span)
        }
        if words.count == 3 {
            var hash = ContentHash()
            hash.combine(article.id)
            hash.combine(start)
            facts.append(Fact(id: hash.hex, predicate: words[1], text: text, arguments: arguments, rule: "verb",
                              evidence: Evidence(document: article.id, sentence: number, span: span, quote: text)))
        }
        start = span.end + 1
    }
    return Reading(article: article, sentences: sentences, entities: entities.values.sorted { $0.id < $1.id }, mentions: mentions,
                   times: [], facts: facts)
}

@Suite struct BuildTests {
    let folder: Folder
    let store: String

    init() throws {
        folder = try Folder()
        store = folder.path("news.dossier")
    }

    @discardableResult
    private func build(_ names: String..., model: String = "1", fresh: Bool = false, prune: Bool = false) throws -> StoreBuilder.Summary {
        try StoreBuilder(into: store, model: model, fresh: fresh, prune: prune, read: readPlainly).build(paths: names.map(folder.path))
    }

    /// Everything that questions can see.
    private func state() throws -> [String] {
        let store = try FactStore(path: store)
        return try store.facts().map { "\($0)" } + store.documents().map { "\($0)" } + store.entities().map { "\($0)" }
            + store.allNames().map { "\($0)" } + store.search("Ovra").map { "\($0)" }
    }

    @Test func aFolderBecomesAStore() throws {
        try folder.write("news/a.txt", "Ovra borders Sarn.\nSarn likes Ovra.")
        try folder.write("news/sub/b.txt", "Teld fears Ovra.")
        let summary = try build("news")
        #expect(summary.filesRead == 2 && summary.documents == 2 && summary.facts == 3 && summary.notes.isEmpty)
        let store = try FactStore(path: store)
        #expect(try store.documents().map(\.id) == ["a.txt", "sub/b.txt"])
        let ovra = try store.entities(named: FoldedName("OVRA")).map(\.id)
        #expect(ovra.count == 2)
        let passive = FactFilter(participants: [.init(roles: [.patient], entities: ovra)])
        #expect(try store.facts(passive).map(\.text) == ["Sarn likes Ovra.", "Teld fears Ovra."])
        #expect(try store.search("fearing ovra").map(\.document) == ["sub/b.txt", "a.txt", "a.txt"])
        #expect(try store.counts() == StoreCounts(documents: 2, sentences: 3, facts: 3, entities: 4, names: 4, mentions: 6))
    }

    @Test func onlyChangedFilesAreReadAgain() throws {
        try folder.write("news/a.txt", "Ovra borders Sarn.")
        try folder.write("news/b.txt", "Teld fears Ovra.")
        try build("news")
        func fileNumber() throws -> Int? { try FileManager.default.attributesOfItem(atPath: store)[.systemFileNumber] as? Int }
        let first = try fileNumber()
        #expect(try build("news").filesUnchanged == 2)
        #expect(try fileNumber() == first, "an unchanged store is not written")
        try folder.write("news/b.txt", "Teld loves Ovra.")
        try folder.write("news/c.txt", "Ovra fears Sarn.")
        let summary = try build("news")
        #expect(summary.filesRead == 2 && summary.filesUnchanged == 1)
        #expect(try FactStore(path: store).facts().map(\.text) == ["Ovra borders Sarn.", "Teld loves Ovra.", "Ovra fears Sarn."])
        #expect(try build("news", model: "2").filesRead == 3)
        #expect(try build("news", model: "2").filesRead == 0)
        try FileManager.default.removeItem(atPath: folder.path("news/a.txt"))
        #expect(try build("news").filesRemoved == 0)
        #expect(try build("news", prune: true).filesRemoved == 1)
        #expect(try FactStore(path: store).facts().map(\.text) == ["Teld loves Ovra.", "Ovra fears Sarn."])
    }

    @Test func theWayToAStoreDoesNotShow() throws {
        let verbs = ["borders", "likes", "fears", "meets", "visits"]
        for number in 0..<40 {
            let text = (0...number % 4).map { "Ovra \(verbs[(number + $0) % 5]) Town\(number % 7)." }.joined(separator: "\n")
            try folder.write("news/\(number % 3)/n\(number).txt", text)
        }
        try build("news")
        let whole = try state()
        try folder.write("news/1/n1.txt", "Sarn leaves Teld.")
        for part in ["news/2", "news/0", "news/1"] { try build(part) }
        try build("news", fresh: true)
        try folder.write("news/1/n1.txt", "Ovra likes Town1.\nOvra fears Town1.")
        try build("news")
        #expect(try state() == whole)
        #expect(whole.count > 100)
    }

    @Test func filesOfOneNameInTwoFoldersAreToldApart() throws {
        try folder.write("x/a.txt", "Ovra borders Sarn.")
        try folder.write("y/a.txt", "Teld fears Ovra.")
        try build("x", "y")
        #expect(try FactStore(path: store).documents().map(\.id) == ["a.txt", "y/a.txt"])
        #expect(try build("x", "y").filesUnchanged == 2)
    }

    @Test func documentsAreRemovedWithAllThatSpeaksOfThem() throws {
        try folder.write("news/a.txt", "Ovra borders Sarn.")
        try folder.write("news/b.txt", "Teld fears Ovra.")
        try build("news")
        try StoreBuilder.remove(documents: ["a.txt"], from: store)
        let after = try FactStore(path: store)
        #expect(try after.facts().map(\.text) == ["Teld fears Ovra."])
        #expect(try after.entities(named: FoldedName("Sarn")).isEmpty)
        #expect(try after.search("borders").isEmpty)
        #expect(throws: StoreError.noSuchDocument(name: "a.txt", path: store)) {
            try StoreBuilder.remove(documents: ["b.txt", "a.txt"], from: store)
        }
        #expect(try FactStore(path: store).documents().count == 1)
        #expect(try build("news").filesRead == 1)
    }

    @Test func aSecondWriterIsToldToWait() throws {
        try folder.write("a.txt", "Ovra borders Sarn.")
        let draft = try StoreDraft(path: store, start: .update, purpose: "test")
        #expect(throws: StoreError.busy(path: store)) { try build("a.txt") }
        draft.discard()
        try build("a.txt")
        #expect(try folder.names() == ["a.txt", "news.dossier"])
    }

    @Test func anInterruptedBuildIsTakenUp() throws {
        try folder.write("a.txt", "Ovra borders Sarn.")
        try build("a.txt")
        let before = try state()
        try folder.write("b.txt", "Teld fears Ovra.")
        let draft = try StoreDraft(path: store, start: .update, purpose: "build 1 \(["a.txt", "b.txt"].map(folder.path))")
        let article = Article(id: "b.txt", text: "Teld fears Ovra.")
        let contents = try FileContents(ArticleFile(name: "b.txt", path: folder.path("b.txt")))
        try draft.write { db in
            let writer = StoreWriter(db)
            let file = SourceFile(name: "b.txt", location: folder.path("b.txt"), hash: contents.hash, bytes: contents.size,
                                  model: "1")
            let row = try writer.replace(file)
            try writer.add(readPlainly(article), file: row)
        }
        draft.leave()
        #expect(try state() == before, "readers see the old state")
        let summary = try build("a.txt", "b.txt")
        #expect(summary.filesUnchanged == 2 && summary.filesRead == 0)
        #expect(try FactStore(path: store).documents().map(\.id) == ["a.txt", "b.txt"])
    }

    @Test func whatIsNoStoreIsSaidInOneLine() throws {
        let text = try folder.write("a.txt", "Ovra borders Sarn.")
        #expect(throws: StoreError.missing(path: store)) { try FactStore(path: store) }
        #expect(throws: StoreError.notAStore(path: text)) { try FactStore(path: text) }
        #expect(throws: StoreError.notAStore(path: folder.url.path)) { try FactStore(path: folder.url.path) }
        #expect(throws: StoreError.notAStore(path: text)) {
            try StoreBuilder(into: text, model: "1", fresh: true, read: readPlainly).build(paths: [text])
        }
        try build("a.txt")
        var bytes = try Data(contentsOf: URL(fileURLWithPath: store))
        bytes[63] = 99
        try bytes.write(to: URL(fileURLWithPath: store))
        #expect(throws: StoreError.otherVersion(path: store, found: 99, expected: Schema.formatVersion)) { try FactStore(path: store) }
        #expect(try build("a.txt", fresh: true).filesRead == 1)
        #expect(throws: StoreError.input(.missing(path: folder.path("none")))) { try build("none") }
        #expect(throws: StoreError.input(.empty(path: try folder.write("e.txt", " \n")))) { try build("e.txt") }
    }
}
