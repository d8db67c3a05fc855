import ArgumentParser
import Console
import FactStore

struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Run transcripts and print differences; exit status 1 on any.",
        discussion: "--update rewrites the blocks that fail, in a new file that then takes the old one's place.")

    @OptionGroup var store: StoreOptions
    @Flag(name: .long, help: "Rewrite what fails to what is printed now.") var update = false
    @Option(name: .long, help: "Only blocks whose line contains this.") var filter: String?
    @Argument(help: "Transcripts.") var transcripts: [String]

    func run() throws {
        try ExitStatus.guarding {
            var passed = 0
            var failed = 0
            for path in transcripts {
                let run = try Self.run(path, store: store.store, filter: filter)
                passed += run.results.count - run.failures.count
                failed += run.failures.count
                for failure in run.failures { Output.write(run.difference(of: failure, file: path)) }
                if update, !run.failures.isEmpty, let reason = StandardStreams.replace(path, with: run.updated) {
                    throw InputProblem(path: path, reason: reason)
                }
            }
            Output.write("\(passed) passed, \(failed) failed\n")
            return failed == 0 ? 0 : 1
        }
    }

    static func run(_ path: String, store: String?, filter: String?) throws -> TranscriptRun {
        guard let bytes = StandardStreams.contents(of: path) else { throw InputProblem(path: path, reason: StandardStreams.reason) }
        var transcript: Transcript
        do {
            transcript = try Transcript(String(decoding: bytes, as: UTF8.self))
        } catch {
            throw StoreError.badInput("\(path): \(error)")
        }
        if let filter { transcript.blocks.removeAll { !transcript.lines[$0.line - 1].contains(filter) } }
        let base = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        let temporary = try TemporaryFolder()
        defer { temporary.remove() }
        let session = try StoreLocation.session(for: transcript, relativeTo: base, store: store, temporary: temporary)
        return TranscriptRun(transcript) { line in
            let outcome = session.run(line)
            return (outcome.output + outcome.note, outcome.status)
        }
    }
}
