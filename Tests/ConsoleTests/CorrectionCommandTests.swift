import FactStore
import Facts
import Foundation
import Testing
@testable import Console

@Suite struct CorrectionCommandTests {
    @Test(arguments: [
        (".merge Ann Lee, Cap", "Cap"), (".alias Nan = An", "An"), (".split Ann Lee (b.t", "b.t"), (".split Ann Lee (b.txt, c.", "c."),
        (".assert comm", "comm"), (".assert command(An", "An"), (".retract command(Ann Lee, Har", "Har"), (".graph Ann Lee --svg li", "li"),
        (".timeline An", "An"),
    ])
    func theArgumentThatIsBegunIsCompleted(line: String, begun: String) throws {
        let name = String(line.dropFirst().prefix { $0 != " " })
        let command = try #require(DotCommand.all.first { $0.name == name })
        let rest = String(line.dropFirst(name.count + 2))
        let session = Session(store: try smallStore(), settings: Settings())
        #expect(command.argument.completions(of: rest, in: session).begun == begun)
    }

    @Test func safeSessionsKeepNothing() throws {
        var settings = Settings()
        settings.safe = true
        let session = Session(store: try smallStore(), settings: settings)
        for line in [".assert command(Ann Lee, Fleet)", ".undo", ".timeline --svg x.svg", ".graph Ann --svg x.svg"] {
            #expect(session.run(ScriptLine(line)).note == "--safe forbids writing files\n", "\(line)")
        }
        #expect(!FileManager.default.fileExists(atPath: session.store.path + ".journal"))
    }

    @Test func aCorrectionWithoutWordsShowsItsUse() throws {
        let session = Session(store: try smallStore(), settings: Settings())
        #expect(session.run(.command(".alias")).note == "Use: .alias NAME = OTHER\n")
        #expect(session.run(.command(".help alias")).output.contains(".alias Nan = Ann Lee"))
    }

    @Test(arguments: [
        (["Ann", "--svg", "a.svg"], ["Ann"], "a.svg"), (["--svg", "a.svg"], [], "a.svg"), (["Ann", "Lee"], ["Ann", "Lee"], nil),
    ] as [([String], [String], String?)])
    func picturesAreAskedFor(words: [String], name: [String], file: String?) throws {
        let request = try #require(PictureRequest(words))
        #expect(request.words == name)
        #expect(request.file == file)
    }

    @Test func optionsThatAreNoneAreRefused() {
        #expect(PictureRequest(["Ann", "--svg"]) == nil)
        #expect(PictureRequest(["Ann", "--png", "a.png"]) == nil)
    }

    private func smallStore() throws -> FactStore {
        let folder = FileManager.default.temporaryDirectory.appending(path: "console-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let table = folder.appending(path: "facts.tsv")
        try "subject\trelation\tobject\nAnn Lee\tcommand\tHarbour Fleet\n".write(to: table, atomically: true, encoding: .utf8)
        let path = folder.appending(path: "small.dossier").path
        _ = try TableImport(into: path).run(paths: [table.path])
        return try FactStore(path: path)
    }
}
