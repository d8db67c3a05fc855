import Articles
import Facts
import Foundation
import Linguistics

@testable import Extraction

/// A sentence and the facts that must, or must not, be read from it.
///
/// In a file of cases, `> ` opens an article (more `> ` lines are more paragraphs), `@ 2024-07-27` gives its day of
/// publication, and every other line is a fact: `PREDICATE[/RELATION] MODALITY [not] ROLE=“words” …`, with `by=“speaker”` for
/// its attribution, `time=START..END` and `!` in front of a fact that would be wrong. Words match an argument whole, `~“words”` a part of it.
struct FactCase: Sendable, CustomStringConvertible {
    struct Expectation: Sendable, CustomStringConvertible {
        var line: String
        var isForbidden = false
        var predicate = ""
        var relation: String?
        var modality: Modality?
        var isNegative = false
        var phrases: [(role: String, words: String, isPart: Bool)] = []
        var time: String?
        var description: String { line }
    }

    var name: String
    var published: Day?
    var paragraphs: [String] = []
    var expectations: [Expectation] = []
    var description: String { name }

    static func read(_ file: String) throws -> [FactCase] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Cases")
        let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
        var result: [FactCase] = []
        var isOpen = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if line.hasPrefix("# ") {
                result.append(FactCase(name: String(line.dropFirst(2))))
                isOpen = true
            } else if line.hasPrefix("> "), isOpen {
                result[result.count - 1].paragraphs.append(String(line.dropFirst(2)))
            } else if line.hasPrefix("@ "), isOpen {
                result[result.count - 1].published = Day(iso: line.dropFirst(2))
            } else if !line.isEmpty, isOpen {
                result[result.count - 1].expectations.append(expectation(line))
            }
        }
        return result
    }

    private static func expectation(_ line: String) -> Expectation {
        var result = Expectation(line: line)
        var rest = Substring(line)
        if rest.hasPrefix("!") {
            result.isForbidden = true
            rest = rest.dropFirst()
        }
        let head = rest.prefix { $0 != "=" }.split(separator: " ")
        let modality = head.firstIndex { Modality(rawValue: String($0)) != nil }
        let words = modality.map { head[..<$0] } ?? (rest.contains("=") ? head.dropLast() : head[...])
        let parts = words.joined(separator: " ").split(separator: "/")
        result.predicate = String(parts[0])
        result.relation = parts.count > 1 ? String(parts[1]) : nil
        result.modality = modality.flatMap { Modality(rawValue: String(head[$0])) }
        result.isNegative = head.contains("not")
        for match in line.matches(of: /([a-z]+)=(~?)“([^”]*)”/) {
            result.phrases.append((String(match.1), String(match.3), !match.2.isEmpty))
        }
        result.time = line.firstMatch(of: /time=(\S+)/).map { String($0.1) }
        return result
    }
}

extension FactCase.Expectation {
    func isMet(by fact: Fact) -> Bool {
        guard fact.predicate == predicate, relation == nil || fact.relation == relation,
            modality == nil || fact.modality == modality,
            modality == nil || (fact.polarity == .negative) == isNegative
        else { return false }
        if let time, show(fact.time) != time { return false }
        return phrases.allSatisfy { phrase in
            let candidates =
                phrase.role == "by"
                ? [fact.attribution?.source ?? ""]
                : fact.arguments.filter { $0.role.rawValue == phrase.role }.map(\.text)
            return candidates.contains { phrase.isPart ? $0.contains(phrase.words) : $0 == phrase.words }
        }
    }

    private func show(_ time: ValidTime?) -> String {
        func bound(_ bound: ValidTime.Bound) -> String {
            switch bound {
            case .day(let day): day.description
            case .open: "open"
            case .unknown: "?"
            }
        }
        return time.map { "\(bound($0.start))..\(bound($0.end))" } ?? "none"
    }
}

/// A fact in the notation of the cases, for messages.
func notation(_ fact: Fact) -> String {
    let arguments = fact.arguments.map { "\($0.role.rawValue)=“\($0.text)”" }.joined(separator: " ")
    return
        "\(fact.predicate)/\(fact.relation ?? "–") \(fact.modality.rawValue)\(fact.polarity == .negative ? " not" : "") \(arguments)"
        + (fact.attribution.map { " by=“\($0.source)”" } ?? "") + " [\(fact.rule)]"
}
