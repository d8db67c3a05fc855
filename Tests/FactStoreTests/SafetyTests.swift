import Facts
import Foundation
import GRDB
import Testing
@testable import FactStore

@Suite struct SafetyTests {
    let folder: Folder
    let store: String

    init() throws {
        folder = try Folder()
        store = folder.path("news.dossier")
        try folder.write("news/a.txt", "Ovra borders Sarn.\nSarn fears Ovra.")
        try folder.write("news/b.txt", "Teld likes Ovra.")
        _ = try StoreBuilder(into: store, model: "1", read: readPlainly).build(paths: [folder.path("news")])
    }

    @Test func whoFindsAStoreLockedLeavesTheLockThere() throws {
        let lock = try StoreLock(path: store)
        defer { lock.release() }
        for _ in 0..<2 { #expect(throws: StoreError.busy(path: store)) { _ = try StoreLock(path: store) } }
        #expect(FileManager.default.fileExists(atPath: store + ".lock"))
    }

    @Test func readsStopWhenTheyAreNoLongerWanted() throws {
        let wanted = try FactStore(path: store).cancelled(by: .never)
        #expect(try wanted.facts().count == 3)
        #expect(throws: StoreError.cancelled) { try Cancellation { true }.check() }
    }

    @Test func aBuiltStoreIsSound() throws {
        let report = try StoreCheck.run(path: store)
        #expect(report == StoreCheck.Report(documents: 2, sentences: 3, facts: 3))
    }

    @Test(arguments: [
        ("update document set text = replace(text, 'Sarn', 'Serna')", "a.txt: sentence 0 at 0–18 is not “Ovra borders Sarn.” any more"),
        ("update mention set stop = 4000 where text = 'Teld'", "b.txt: mention at 0–4000 lies outside the text of 16 characters"),
        ("update mention set text = 'Told' where text = 'Teld'", "b.txt: mention at 0–4 is not “Told” any more"),
        ("update fact set agent = 77 where start = 0", "refers to a missing row of “entity”"),
        ("update fact set stop = stop + 1 where start = 0", "lies outside its sentence"),
        ("update argument set stop = 900", "an argument of fact"),
        ("update fact set t0 = 5, t1 = 4, duration = 0", "its time ends before it begins"),
        ("delete from sentence where number = 1", "search: 3 sentences are indexed, 2 are there"),
        ("drop table lexicon", "file: table “lexicon” is missing"),
    ])
    func tamperingShows(sql: String, problem: String) throws {
        try DatabaseQueue(path: store, configuration: .withoutKeys).write { try $0.execute(sql: sql) }
        let report = try StoreCheck.run(path: store)
        #expect(report.problems.contains { $0.contains(problem) }, "\(report.problems)")
    }

    @Test func aDamagedPageShows() throws {
        var bytes = try Data(contentsOf: URL(fileURLWithPath: store))
        for page in stride(from: 4096, to: bytes.count, by: 4096) { bytes[page + 1] = 0xff }
        try bytes.write(to: URL(fileURLWithPath: store))
        let problems = Result { try StoreCheck.run(path: store).problems }
        switch problems {
        case .success(let problems): #expect(!problems.isEmpty)
        case .failure(let error): #expect(error is StoreError)
        }
    }

    @Test func anySearchTextIsHarmless() throws {
        let store = try FactStore(path: store)
        let long = String(repeating: "ovra ", count: 9000)
        for text in ["\"", "ovra AND", "NEAR(", "*", "ovra*", "-sarn", "text:ovra", "'; drop table fact; --", "\u{0}", long] {
            _ = try store.search(text)
            _ = try store.entities(named: FoldedName(text))
            let participant = FactFilter.Participant(entities: [EntityID(text)], heads: [text])
            _ = try store.facts(FactFilter(predicates: [text], participants: [participant], documents: [text]))
        }
        #expect(try store.search("ovra\" OR \"sarn").count == 3)
    }

    /// A child process builds and is killed at some moment: the store is the old one or the new one, and the next build completes it.
    @Test func killedAtAnyMomentAStoreIsTheOldOrTheNewOne() async throws {
        for number in 0..<60 { try folder.write("news/n\(number).txt", (0..<40).map { "Ovra meets Town\($0)." }.joined(separator: "\n")) }
        let path = store
        let news = folder.path("news")
        var complete = 0
        for delay in [0, 1, 2, 4, 7, 11, 16, 24, 36, 60] {
            await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String, news = news as String, delay = delay as Int] in
                Thread.detachNewThread {
                    usleep(UInt32(delay) * 1000)
                    kill(getpid(), SIGKILL)
                }
                _ = try StoreBuilder(into: path, model: "1", read: readPlainly).build(paths: [news])
                sleep(5)
            }
            let report = try StoreCheck.run(path: store)
            #expect(report.problems.isEmpty)
            #expect(report.documents == 2 || report.documents == 62)
            if report.documents == 62 { complete += 1 }
        }
        let summary = try StoreBuilder(into: store, model: "1", read: readPlainly).build(paths: [news])
        #expect(summary.filesRead + summary.filesUnchanged == 62)
        #expect(try StoreCheck.run(path: store).facts == 3 + 60 * 40)
        #expect(try folder.names() == ["news", "news.dossier"])
    }
}

private extension Configuration {
    static var withoutKeys: Configuration {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        return configuration
    }
}
