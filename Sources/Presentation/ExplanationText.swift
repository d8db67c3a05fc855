import Answering
import Facts

/// How a question was understood, for people.
public struct ExplanationText: Sendable {
    private let explanation: Explanation
    private let width: Int

    public init(_ explanation: Explanation, width: Int) {
        self.explanation = explanation
        self.width = width
    }

    public var text: String {
        var output = ""
        if !explanation.pattern.isEmpty { output += section("understood", [explanation.pattern]) }
        output += section("reading", explanation.trees.first.map { [$0] } ?? [])
        if explanation.trees.count > 1 { output += section("other readings", Array(explanation.trees.dropFirst())) }
        if !explanation.strategy.isEmpty { output += section("strategy", [explanation.strategy]) }
        output += trials
        let stages = explanation.stages.map { "\($0.name) \(rounded($0.milliseconds)) ms" }
        return output + section("time", stages.isEmpty ? [] : [stages.joined(separator: ", ")])
    }

    /// The best facts that were held against the question, with how each constraint was met.
    public var trials: String {
        explanation.trials.prefix(5).map { trial in
            let steps = trial.steps.map { step in
                "\(step.score > 0 ? "+" : "-") \(step.constraint)" + (step.met.isEmpty ? "" : ": \(step.met)") + " (\(rounded(step.score)))"
            }
            return section("fact \(rounded(trial.score))", [trial.fact] + steps)
        }.joined()
    }

    private func section(_ title: String, _ lines: [String]) -> String {
        guard !lines.isEmpty else { return "" }
        let indent = String(repeating: " ", count: 16)
        return lines.enumerated().flatMap { index, line in
            TextLayout.wrap(SafeText.escaped(line), width: width, firstIndent: index == 0 ? TextLayout.padded(title, to: 16) : indent, indent: indent)
        }.map { $0 + "\n" }.joined()
    }

    private func rounded(_ number: Double) -> String { "\((number * 100).rounded() / 100)" }
}

/// The facts and rules behind one answer, as a tree.
public struct ReasonText: Sendable {
    public let text: String

    public init(_ answer: Answer, facts: [Fact]) {
        var lines = [SafeText.escaped(answer.text)]
        for rule in answer.rules { lines.append("├─ by the rule \(rule)") }
        for (index, fact) in facts.enumerated() {
            let isLast = index + 1 == facts.count
            let stem = isLast ? "└─ " : "├─ "
            let branch = isLast ? "   " : "│  "
            lines.append(stem + SafeText.escaped(fact.text))
            var notes = [fact.relation ?? fact.predicate, fact.modality.rawValue]
            if fact.polarity == .negative { notes.append("negative") }
            if let time = fact.time.flatMap(PlainWords.time) { notes.append(time) }
            if let attribution = fact.attribution { notes.append("according to \(SafeText.escaped(attribution.source))") }
            lines.append(branch + "   " + notes.joined(separator: ", ") + ", read by the rule \(fact.rule)")
            lines.append(branch + "   " + SafeText.escaped(fact.evidence.document))
        }
        if facts.isEmpty { lines.append("└─ read in its sentence, not as a fact; .source shows it") }
        text = lines.map { $0 + "\n" }.joined()
    }
}
