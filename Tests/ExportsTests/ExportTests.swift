import FactStore
import Foundation
import Testing
@testable import Exports

/// A store of one fact whose every text is hostile.
private final class HostileStore {
    let folder = FileManager.default.temporaryDirectory.appending(path: "dossier-\(UUID().uuidString)")
    let store: FactStore

    static let hostile = "\u{1B}[2J \"quoted\u{301}\" <a> & \\ , ; \u{2028}\u{85}\u{202E}\u{FFFE} line\nfeed\r\ttab 𝒳"

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let text = String(decoding: try JSONEncoder().encode(Self.hostile), as: UTF8.self)
        let line = """
            {"id":\(text),"predicate":\(text),"text":\(text),"arguments":[{"role":"agent","text":\(text),"start":0,"end":3},\
            {"role":"patient","text":\(text),"start":0,"end":3}],"time":null,"modality":"actual","polarity":"positive","attribution":\
            {"source":\(text),"cue":\(text),"start":0,"end":3},"evidence":{"document":\(text),"sentence":0,"start":0,"end":3,"quote":\(text)}}

            """
        let file = folder.appending(path: "facts.jsonl")
        try Data(line.utf8).write(to: file)
        let path = folder.appending(path: "hostile.dossier").path
        _ = try TableImport(into: path).run(paths: [file.path])
        store = try FactStore(path: path)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func exported(_ format: ExportFormat) throws -> String {
        var text = ""
        try Export(format, of: store).write { text += $0 }
        return text
    }
}

@Suite struct ExportTests {
    @Test(arguments: ExportFormat.allCases) func nothingHostileLeaves(_ format: ExportFormat) throws {
        let text = try HostileStore().exported(format)
        let raw = text.unicodeScalars.filter { ($0.value < 0x20 && $0 != "\n") || (0x7F...0x9F).contains($0.value) || [0x2028, 0x202E].contains($0.value) }
        #expect(raw.isEmpty)
    }

    @Test func aStatementIsALine() throws {
        for line in try HostileStore().exported(.nquads).split(separator: "\n") { #expect(line.hasSuffix(" .")) }
    }

    @Test(arguments: ExportFormat.allCases) func theSameBytesEveryTime(_ format: ExportFormat) throws {
        #expect(try HostileStore().exported(format) == HostileStore().exported(format))
    }

    @Test func linesAreImportedAgain() throws {
        let first = try HostileStore()
        let lines = try first.exported(.jsonl)
        let file = first.folder.appending(path: "again.jsonl"), path = first.folder.appending(path: "again.dossier").path
        try Data(lines.utf8).write(to: file)
        _ = try TableImport(into: path).run(paths: [file.path])
        let fact = try #require(try FactStore(path: path).facts().first)
        #expect(fact.id == HostileStore.hostile)
        #expect(fact.arguments.map(\.text) == [HostileStore.hostile, HostileStore.hostile])
    }

    @Test func classesAreOfTheOntology() throws {
        let classes = try EventClasses()
        #expect(classes.count > 80)
    }
}
