import FactStore
import Journal
import Presentation

extension DotCommand {
    static let fileCommands: [DotCommand] = [
        DotCommand("open", "STORE", "Goes on with another store.", argument: .file) { session, words in
            guard words.count == 1 else { return .failure("Use: .open STORE") }
            guard !session.settings.safe else { return .failure("--safe forbids opening other stores") }
            do {
                let corrected = CorrectedStore(path: words[0])
                session.open(try corrected.open())
                return Outcome(note: try corrected.damagedLines().map { SafeText.visible("\($0)\n") }.joined())
            } catch {
                return .failure("\(error)")
            }
        },
        DotCommand("read", "SCRIPT", "Runs a script of questions and dot-commands.", argument: .file) { session, words in
            guard words.count == 1 else { return .failure("Use: .read SCRIPT") }
            return session.read(script: words[0])
        },
        DotCommand("output", "[FILE]", "Writes what follows to a file; with no file, to the screen again.", argument: .file) { session, words in
            session.redirect(to: words.first)
        },
        DotCommand("transcript", "[FILE|off]", "Records the session as a transcript that `dossier test` runs.", argument: .file) { session, words in
            session.record(to: words.first == "off" ? nil : words.first)
        },
    ]
}

extension Session {
    /// Scripts inside scripts count their paths from the script that names them.
    func read(script: String) -> Outcome {
        guard scriptDepth < 16 else { return .failure("\(script): scripts that read each other go too deep") }
        let path = script.hasPrefix("/") ? script : scriptFolder.map { "\($0)/\(script)" } ?? script
        guard let bytes = StandardStreams.contents(of: path) else { return .failure("\(path): \(StandardStreams.reason)") }
        let outer = scriptFolder
        scriptFolder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        scriptDepth += 1
        defer {
            scriptFolder = outer
            scriptDepth -= 1
        }
        var outcome = Outcome()
        let runner = ScriptRunner(session: self, echoes: false, bails: false, write: { outcome.output += $0 }, complain: { outcome.note += $0 })
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let (_, verdict) = runner.run(lines: lines, name: path)
        outcome.quits = verdict == .quit
        if verdict == .stoppedByPerson { outcome.status = Interrupt.status }
        return outcome
    }

    func redirect(to path: String?) -> Outcome {
        guard let path else {
            outputFile = nil
            return Outcome()
        }
        guard !settings.safe else { return .failure("--safe forbids writing files") }
        guard let file = AppendedFile(path: path) else { return .failure("\(path): \(StandardStreams.reason)") }
        outputFile = file
        return Outcome()
    }

    func record(to path: String?) -> Outcome {
        guard let path else {
            transcriptFile = nil
            return Outcome()
        }
        guard !settings.safe else { return .failure("--safe forbids writing files") }
        guard let file = AppendedFile(path: path) else { return .failure("\(path): \(StandardStreams.reason)") }
        transcriptFile = file
        file.write("@store \(ServerAddress.shown(store.path))\n")
        return Outcome()
    }

    /// What a line led to, as a block of a transcript.
    func transcriptBlock(_ line: ScriptLine, _ outcome: Outcome) -> String? {
        let input: String
        switch line {
        case .question(let text): input = "? \(text)"
        case .command(let text):
            guard !text.hasPrefix(".transcript"), !text.hasPrefix(".quit") else { return nil }
            input = text
        default: return nil
        }
        var lines = (outcome.output + outcome.note).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last == "" { lines.removeLast() }
        let expected = lines.map { Transcript.Expectation.line($0).written + "\n" }.joined()
        return "\n\(input)\n\(expected)" + (outcome.status == 0 ? "" : "= \(outcome.status)\n")
    }
}
