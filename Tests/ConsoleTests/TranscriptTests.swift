import Testing
@testable import Console

@Suite struct TranscriptTests {
    private func run(_ text: String, printing output: String, status: Int32 = 0) throws -> TranscriptRun {
        TranscriptRun(try Transcript(text)) { _ in (output, status) }
    }

    @Test(arguments: [
        ("? who\n| a\n| b", "a\nb\n", true),
        ("? who\n| a", "a\nb\n", false),
        ("? who\n| a\n|...", "a\nb\nc\n", true),
        ("? who\n|...\n| c", "a\nb\nc\n", true),
        ("? who\n|~ [0-9]+ ships", "17 ships\n", true),
        ("? who\n|~ [0-9]+", "17 ships\n", false),
        ("? who\n|% b\n|% a\n| c", "a\nb\nc\n", true),
        ("? who\n|% b\n|% a", "a\na\n", false),
        ("? who", "", true),
        ("? who\n|", "\n", true),
    ])
    func outputIsJudged(transcript: String, output: String, passes: Bool) throws {
        #expect(try run(transcript, printing: output).failures.isEmpty == passes)
    }

    @Test func statusIsJudged() throws {
        #expect(try run("? who\n| a\n= 1", printing: "a\n", status: 1).failures.isEmpty)
        #expect(try run("? who\n| a\n= 1", printing: "a\n", status: 0).failures.count == 1)
    }

    @Test func updateRewritesOnlyWhatFailed() throws {
        let text = "# title\n? one\n|~ x+\n? two\n| old\n\n.stats\n| xxx\n"
        let run = TranscriptRun(try Transcript(text)) { _ in ("xxx\n", 0) }
        #expect(run.updated == "# title\n? one\n|~ x+\n? two\n| xxx\n\n.stats\n| xxx\n")
    }

    @Test func malformedTranscriptsNameTheLine() {
        #expect(throws: Transcript.Malformed.self) { try Transcript("| output first") }
        #expect(throws: Transcript.Malformed.self) { try Transcript("who commands the fleet") }
        #expect(throws: Transcript.Malformed.self) { try Transcript("@server x") }
    }

    @Test func linesAreClassified() {
        #expect(ScriptLine("? who sank it") == .question("who sank it"))
        #expect(ScriptLine("? ?x : person | sink(?x, Aurora)") == .question("?x : person | sink(?x, Aurora)"))
        #expect(ScriptLine("who sank it\r") == .question("who sank it"))
        #expect(ScriptLine(".mode json") == .command(".mode json"))
        #expect(ScriptLine("= 2") == .status(2))
        #expect(ScriptLine("@build a b") == .directive(name: "build", arguments: ["a", "b"]))
    }

    @Test func differencesAlignLineByLine() throws {
        let transcript = try Transcript("? who\n| a\n|~ [0-9]+\n| old\n|...\n| z\n| gone")
        let run = TranscriptRun(transcript) { _ in ("a\n17\nnew\nx\ny\nz\n", 0) }
        #expect(run.difference(of: try #require(run.failures.first), file: "t") == """
            t:1: ? who
                  | a
                  |~ [0-9]+
                - | old
                  |...
                  | z
                - | gone

            """)
    }

    @Test func aFilterRunsAllAndJudgesSome() throws {
        var ran = 0
        let run = TranscriptRun(try Transcript("? one\n| x\n? two\n| x"), filter: "two") { _ in
            ran += 1
            return ("y\n", 0)
        }
        #expect(ran == 2 && run.failures.map(\.block.line) == [3])
    }

    @Test func reportsAreForProgramsToo() throws {
        let run = TranscriptRun(try Transcript("? a # b\n| <x>\n? c\n| y")) { _ in ("y\n", 0) }
        let report = TestReport([.init(file: "t", run: run, seconds: 0.5)])
        #expect(report.text(as: .text).hasSuffix("1 passed, 1 failed\n"))
        #expect(report.text(as: .tap).hasPrefix("TAP version 14\n1..2\nnot ok 1 - t:1: ? a \\# b\n  ---\n"))
        #expect(report.text(as: .junit).contains("- | &lt;x&gt;"))
        #expect(report.text(as: .junit).contains("<testsuite name=\"t\" tests=\"2\" failures=\"1\" time=\"0.5\">"))
    }
}
