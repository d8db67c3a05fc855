import Chronology
import Facts
import Foundation
import Testing

/// The checkable cases of the time specification, where its folder is at hand (`$DOSSIER_DATA`, default `../shared`).
@Suite struct SpecificationExamplesTests {
    struct Example: Sendable, CustomTestStringConvertible {
        var sentence, span, kind, value, mod, begin, end: String
        var testDescription: String { "\(sentence) [\(span)]" }
    }

    static let published = Day(iso: "2025-03-14")

    static let examples: [Example] = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let folder =
            ProcessInfo.processInfo.environment["DOSSIER_DATA"].map { URL(fileURLWithPath: $0) }
            ?? root.deletingLastPathComponent().appendingPathComponent("shared")
        guard let table = try? String(contentsOf: folder.appendingPathComponent("time/examples.tsv"), encoding: .utf8) else { return [] }
        return table.split(separator: "\n").dropFirst(2).map { line in
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            return Example(
                sentence: fields[1], span: fields[2], kind: fields[3], value: fields[4], mod: fields[5], begin: fields[6], end: fields[7])
        }
    }()

    @Test(
        .enabled(if: !examples.isEmpty, "time/examples.tsv is not there; set DOSSIER_DATA to the folder of the shared data"),
        arguments: examples)
    func isRead(_ example: Example) {
        let found = TimeTagger().tag(sentences: TextCutter.sentences(example.sentence), published: Self.published)
        let scalars = Array(example.sentence.unicodeScalars)
        let spans = found.map { String(String.UnicodeScalarView(scalars[$0.span.start..<$0.span.end])) }
        let described = zip(spans, found).map { "[\($0)] \($1.kind.rawValue) \($1.value) \($1.mod) \($1.rule)" }.joined(separator: "; ")
        guard example.kind != "NONE" else {
            #expect(!spans.contains { $0.contains(example.span) || example.span.contains($0) }, "\(described)")
            return
        }
        guard let index = spans.firstIndex(of: example.span) else {
            Issue.record("no such span: \(described)")
            return
        }
        let time = found[index]
        #expect(time.kind.rawValue == example.kind && time.value == example.value && time.mod == example.mod, "\(described)")
        if !example.begin.isEmpty { #expect(time.time?.start.day?.description == example.begin, "\(described)") }
        if !example.end.isEmpty { #expect(time.time?.end.day?.description == example.end, "\(described)") }
    }
}
