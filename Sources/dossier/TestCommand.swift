import ArgumentParser
import Console
import Dispatch
import FactStore
import Presentation
import Synchronization

extension TestReport.Format: ExpressibleByArgument {}

struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Run transcripts and print differences; exit status 1 on any.",
        discussion: "--update rewrites the blocks that fail, in a new file that then takes the old one's place.")

    @OptionGroup var store: StoreOptions
    @Flag(name: .long, help: "Rewrite what fails to what is printed now.") var update = false
    @Option(name: .long, help: "Judge only blocks whose line contains this; those before them run too.") var filter: String?
    @Option(name: .long, help: "Transcripts run at the same time (default: 1).") var jobs = 1
    @Option(name: .long, help: ArgumentHelp("Where what a transcript builds lies while it runs, for instance on a server (default: a temporary file).",
                                            valueName: "store"))
    var scratch: String?
    @Option(name: .long, help: "text, tap or junit.") var format: TestReport.Format = .text
    @Option(name: .long, help: "auto, always or never; NO_COLOR counts too.") var color: ColourChoice = .auto
    @Argument(help: "Transcripts.", completion: .file()) var transcripts: [String]

    func validate() throws {
        guard jobs > 0 else { throw ValidationError("--jobs takes a number from 1") }
        guard scratch == nil || jobs == 1 else { throw ValidationError("--scratch is one place: without --jobs") }
    }

    func run() throws {
        try ExitStatus.guarding {
            let entries = try Self.inParallel(transcripts, jobs: jobs) { try entry($0) }
            for entry in entries where update && !entry.run.failures.isEmpty {
                if let reason = StandardStreams.replace(entry.file, with: entry.run.updated) { throw InputProblem(path: entry.file, reason: reason) }
            }
            let report = TestReport(entries, style: Style(colours: Settings(colours: color).colours))
            Output.write(report.text(as: format))
            return report.failureCount == 0 ? 0 : 1
        }
    }

    /// Results in the order of the transcripts; the first error in that order is thrown.
    private static func inParallel(_ files: [String], jobs: Int, _ work: @Sendable (String) throws -> TestReport.Entry) throws -> [TestReport.Entry] {
        if jobs == 1 { return try files.map(work) }
        let results = Mutex([Result<TestReport.Entry, any Error>?](repeating: nil, count: files.count))
        let next = Mutex(0)
        DispatchQueue.concurrentPerform(iterations: min(jobs, files.count)) { _ in
            while true {
                let index = next.withLock { next in
                    defer { next += 1 }
                    return next
                }
                guard index < files.count else { return }
                let result = Result { try work(files[index]) }
                results.withLock { $0[index] = result }
            }
        }
        return try results.withLock { $0 }.map { try $0!.get() }
    }

    private func entry(_ path: String) throws -> TestReport.Entry {
        let begun = ContinuousClock().now
        let run = try Self.run(path, store: store.store, scratch: scratch, filter: filter)
        let spent = (ContinuousClock().now - begun).components
        return TestReport.Entry(file: path, run: run, seconds: Double(spent.seconds) + Double(spent.attoseconds) / 1e18)
    }

    static func run(_ path: String, store: String?, scratch: String? = nil, filter: String?) throws -> TranscriptRun {
        guard let bytes = StandardStreams.contents(of: path) else { throw InputProblem(path: path, reason: StandardStreams.reason) }
        let transcript: Transcript
        do {
            transcript = try Transcript(String(decoding: bytes, as: UTF8.self))
        } catch {
            throw StoreError.badInput("\(path): \(error)")
        }
        let base = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        let temporary = try TemporaryFolder()
        defer { temporary.remove() }
        let session = try StoreLocation.session(for: transcript, relativeTo: base, store: store, scratch: scratch ?? "\(temporary.path)/transcript.dossier")
        return TranscriptRun(transcript, filter: filter) { line in
            let outcome = session.run(line)
            return (outcome.output + outcome.note, outcome.status)
        }
    }
}
