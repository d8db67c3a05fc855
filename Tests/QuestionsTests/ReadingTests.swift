import Foundation
import Questions
import Testing

/// The table of readings: a question a line, below it, indented, the tree that it must have.
struct ReadingTable {
    var rows: [(question: String, tree: String)] = []

    init() throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Readings/questions.txt")
        var question: String?
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") where !line.hasPrefix("#") {
            if line.hasPrefix("    "), let asked = question {
                rows.append((asked, line.trimmingCharacters(in: .whitespaces)))
                question = nil
            } else {
                question = String(line)
            }
        }
    }
}

struct ReadingTests {
    let grammar: EnglishGrammar

    init() throws { grammar = try EnglishGrammar() }

    @Test func everyQuestionOfTheTableHasItsTree() throws {
        let rows = try ReadingTable().rows
        #expect(rows.count >= 200)
        for (question, tree) in rows {
            #expect(grammar.parse(question).trees.first?.description == tree, "\(question)")
        }
    }

    @Test func aReadingIsTheSameEveryTime() throws {
        for (question, _) in try ReadingTable().rows.prefix(50) {
            #expect(grammar.parse(question).trees == grammar.parse(question).trees)
        }
    }

    @Test func spansLieInTheLine() throws {
        for (question, _) in try ReadingTable().rows {
            let length = question.unicodeScalars.count
            for tree in grammar.parse(question).trees {
                if let verb = tree.clause?.verb { #expect(verb.span.end <= length, "\(question)") }
            }
        }
    }

    /// The question files of the project's data folder (`DOSSIER_DATA`, default `../shared`), where it is present.
    @Test(arguments: ["questions/seeds.tsv", "chat80/questions.tsv"])
    func everyQuestionOfTheDataFolderIsUnderstood(file: String) throws {
        let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let folder =
            ProcessInfo.processInfo.environment["DOSSIER_DATA"].map { URL(fileURLWithPath: $0) }
            ?? project.appendingPathComponent("../shared")
        let path = folder.appendingPathComponent(file)
        guard let text = try? String(contentsOf: path, encoding: .utf8) else {
            print("skipped: no \(path.path)")
            return
        }
        for line in text.split(separator: "\n").dropFirst() {
            let question = String(line.split(separator: "\t", omittingEmptySubsequences: false)[1])
            #expect(!grammar.parse(question).trees.isEmpty, "\(question)")
        }
    }
}
