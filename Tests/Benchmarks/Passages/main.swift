/// Prints what the reader of passages sees of each question of a file, a line of JSON each, for `scripts/train/passages.py`.
///
/// usage: passages STORE QUESTIONS.tsv     (columns question and quotes)
///
/// Each question is read twice: as it is, and with the sentences withheld that hold its quotes, where nothing answers it.
import Answering
import FactStore
import Foundation

struct Line: Encodable {
    struct Candidate: Encodable {
        var text: String, sentence: String, document: String
        var features: [String: Double]
    }
    struct Answered: Encodable {
        var text: String, quotes: [String], score: Double, strategy: String
    }
    /// What the facts alone answer.
    var facts: [Answered]
    var row: Int
    var question: String
    var asked: String
    var isWithheld: Bool
    var candidates: [Candidate]
}

let arguments = CommandLine.arguments
guard arguments.count == 3 else {
    print("usage: passages STORE QUESTIONS.tsv")
    exit(64)
}
let answerer = Answerer(store: try FactStore(path: arguments[1]), asOf: nil)
answerer.readsPassages = false
let rows = try String(contentsOfFile: arguments[2], encoding: .utf8).split(separator: "\n").map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
guard let question = rows[0].firstIndex(of: "question"), let quotes = rows[0].firstIndex(of: "quotes") else {
    print("no columns question and quotes in \(arguments[2])")
    exit(65)
}
let encoder = JSONEncoder()
for (index, row) in rows.dropFirst().enumerated() where row.count > max(question, quotes) {
    let quoted = row[quotes].components(separatedBy: " || ").filter { !$0.isEmpty }
    answerer.forget()
    let explanation = answerer.explain(String(row[question]))
    let facts = explanation.response.answers.map {
        Line.Answered(text: $0.text, quotes: $0.evidence.map(\.quote), score: $0.score, strategy: explanation.strategy)
    }
    for isWithheld in quoted.isEmpty ? [false] : [false, true] {
        let found = try answerer.passages(String(row[question])) { sentence in
            isWithheld && quoted.contains { sentence.contains($0) || $0.contains(sentence) }
        }
        let candidates = found.map { Line.Candidate(text: $0.text, sentence: $0.sentence, document: $0.document, features: $0.features) }
        let line = Line(facts: isWithheld ? [] : facts, row: index, question: String(row[question]), asked: found.first?.asked ?? "", isWithheld: isWithheld, candidates: candidates)
        print(String(decoding: try encoder.encode(line), as: UTF8.self))
    }
}
