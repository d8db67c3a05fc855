import FactStore
import Facts
import Foundation
import Testing
@testable import Journal

@Suite struct JournalTests {
    let folder: CorrectedFolder

    init() throws { folder = try CorrectedFolder() }

    @Test func aCorrectionIsALineWithItsTime() throws {
        try folder.correct("alias Nan = Ann Lee")
        try folder.correct("merge Tom Reid, Nan")
        _ = try folder.undo()
        #expect(try folder.lines() == [
            "2026-11-28T09:30:00Z alias Nan = Ann Lee",
            "2026-11-28T09:30:00Z merge Tom Reid, Nan",
            "2026-11-28T09:30:00Z undo merge Tom Reid, Nan",
        ])
        #expect(try CorrectedStore(path: folder.store).open().corrections().map(\.line) == [1])
    }

    @Test func correctionsSurviveBuilds() throws {
        try folder.correct("assert command(Eve Dahl, Lake Flotilla)")
        try folder.correct("retract command(Tom Reid, ?x)")
        try folder.write("lake.txt", "Tom Reid commands the Lake Patrol.")
        try folder.build()
        #expect(try folder.answers("who commands the Lake Flotilla").first == "Eve Dahl")
        #expect(try folder.ask("who commands the Lake Patrol").status == .noAnswer)
        try folder.build(fresh: true)
        #expect(try folder.answers("who commands the Lake Flotilla").first == "Eve Dahl")
        #expect(try CorrectedStore(path: folder.store).check().report.problems == [])
    }

    @Test func theStoreItselfStaysAsTheArticlesHaveIt() throws {
        let before = try Data(contentsOf: URL(fileURLWithPath: folder.store))
        try folder.correct("merge Tom Reid, Ann Lee")
        #expect(try Data(contentsOf: URL(fileURLWithPath: folder.store)) == before)
    }

    @Test func aJournalIsEditedByHand() throws {
        try folder.correct("alias Nan = Ann Lee")
        try """
            # mine
            2026-11-29 alias Big Tom = Tom Reid

            2026-11-29T10:00:00Z retract buy(Harbour Fleet, ?x)
            """.write(toFile: folder.journal, atomically: true, encoding: .utf8)
        #expect(try folder.answers("what does Big Tom command").first?.contains("Coast Guard") == true)
        let effects = try CorrectedStore(path: folder.store).open().corrections()
        #expect(effects.map(\.line) == [2, 4])
        #expect(effects.allSatisfy { $0.problem == nil })
    }

    @Test func damagedLinesAreReportedAndKept() throws {
        try folder.correct("alias Nan = Ann Lee")
        let torn = try String(contentsOfFile: folder.journal, encoding: .utf8) + "2026-11-29T10:00:00Z ali"
        try torn.write(toFile: folder.journal, atomically: true, encoding: .utf8)
        try folder.correct("alias Big Tom = Tom Reid")
        let damaged = try CorrectedStore(path: folder.store).damagedLines()
        #expect(damaged.map(\.line) == [2])
        #expect(damaged.first?.description.hasPrefix("news.dossier.journal:2:22: “ali” is no correction") == true)
        #expect(try folder.lines().count == 3)
        #expect(try folder.answers("what does Big Tom command").first?.contains("Coast Guard") == true)
        #expect(try CorrectedStore(path: folder.store).check().report.problems.count == 1)
    }

    @Test func aCorrectionWithoutUseIsKeptAndShown() throws {
        try "2026-11-29 alias Nan = Nobody Known\n".write(toFile: folder.journal, atomically: true, encoding: .utf8)
        let checked = try CorrectedStore(path: folder.store).check()
        #expect(checked.report.problems == [])
        #expect(checked.idle.count == 1)
    }

    @Test func withoutAJournalThereIsNoCopy() throws {
        try folder.correct("alias Nan = Ann Lee")
        try FileManager.default.removeItem(atPath: folder.journal)
        #expect(try !CorrectedStore(path: folder.store).open().isCorrected)
        #expect(!FileManager.default.fileExists(atPath: CorrectedFile.path(of: folder.store)))
    }

    @Test func whenNothingChangedTheCopyIsUsedAgain() throws {
        try folder.correct("alias Nan = Ann Lee")
        func modified() throws -> Date? {
            try FileManager.default.attributesOfItem(atPath: CorrectedFile.path(of: folder.store))[.modificationDate] as? Date
        }
        let before = try modified()
        _ = try CorrectedStore(path: folder.store).open()
        #expect(try modified() == before)
    }

    @Test(.enabled(if: getuid() != 0)) func aFolderThatTakesNoFileIsNamed() throws {
        try folder.correct("alias Nan = Ann Lee")
        CorrectedFile.remove(of: folder.store)
        chmod(folder.url.path, 0o555)
        defer { chmod(folder.url.path, 0o755) }
        let error = #expect(throws: StoreError.self) { try CorrectedStore(path: folder.store).open() }
        #expect("\(try #require(error))".contains("move the journal away"))
    }

    @Test func undoGoesBackOneByOne() throws {
        try folder.correct("alias Nan = Ann Lee")
        try folder.correct("alias Big Tom = Tom Reid")
        #expect(try folder.undo() == "alias Big Tom = Tom Reid")
        #expect(try folder.undo() == "alias Nan = Ann Lee")
        #expect(throws: CorrectedStore.Refusal.self) { try folder.undo() }
        #expect(try folder.lines().count == 4)
    }

    /// A child process corrects and is killed at some moment: what it was told is kept stands, and at most the last line is torn.
    @Test func killedAtAnyMomentAtMostTheLastLineIsLost() async throws {
        for delay in [5, 30, 60, 120] {
            let store = folder.store
            await #expect(processExitsWith: .signal(SIGKILL)) { [store = store as String, delay = delay as Int] in
                Thread.detachNewThread {
                    usleep(UInt32(delay) * 1000)
                    kill(getpid(), SIGKILL)
                }
                for number in 0... {
                    _ = try CorrectedStore(path: store).correct("alias Nan\(number) = Ann Lee", at: Moment.now())
                    try "\(number)".write(toFile: store + ".told", atomically: true, encoding: .utf8)
                }
            }
            let told = (try? String(contentsOfFile: store + ".told", encoding: .utf8)).flatMap { Int($0) } ?? -1
            let names = try CorrectedStore(path: store).open().names(startingWith: FoldedName("Nan")).count
            #expect(names >= told + 1)
            #expect(try CorrectedStore(path: store).damagedLines().count <= 1)
            try? FileManager.default.removeItem(atPath: folder.journal)
            try? FileManager.default.removeItem(atPath: store + ".told")
        }
    }
}
