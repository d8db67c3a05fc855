import Answering
import Facts

/// Conflicts for people: what is in dispute, then each side as an answer is written, with its sources.
public struct ConflictText {
    private let conflicts: [Conflict]
    private let renderer: TextRenderer

    public init(_ conflicts: [Conflict], renderer: TextRenderer) {
        self.conflicts = conflicts
        self.renderer = renderer
    }

    public var text: String {
        conflicts.map { conflict in
            let heading = TextLayout.wrap(SafeText.escaped(conflict.topic), width: renderer.width).map { renderer.style.bold($0) + "\n" }.joined()
            return heading + renderer.render(Response(question: "", status: .answered, answers: conflict.sides.map(Answer.init)))
        }.joined(separator: "\n")
    }
}

extension Answer {
    /// A side of a conflict.
    public init(_ side: Conflict.Side) {
        let fact = side.facts.first
        self.init(text: side.text, time: fact?.time, modality: fact?.modality ?? .actual, attribution: fact?.attribution, evidence: side.evidence,
                  facts: side.facts.map(\.id))
    }
}

extension Grid {
    /// A row for each sentence of each side.
    public init(_ conflicts: [Conflict]) {
        var rows: [[String]] = []
        for (number, conflict) in conflicts.enumerated() {
            for side in conflict.sides {
                for citation in side.evidence {
                    rows.append(["\(number + 1)", conflict.rule, conflict.topic, side.text, side.facts.first?.attribution?.source ?? "",
                                 citation.document, citation.published?.description ?? "", citation.quote])
                }
            }
        }
        self.init(columns: ["conflict", "rule", "topic", "value", "source", "document", "published", "sentence"], rows: rows)
    }
}
