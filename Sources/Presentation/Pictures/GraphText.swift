import Answering
import Facts

/// The ties of a name in Graphviz DOT.
public struct GraphText {
    private let graph: TieGraph

    public init(_ graph: TieGraph) { self.graph = graph }

    public var dot: String {
        let own = Set(graph.centre)
        var lines = ["digraph {", "  rankdir=LR;", "  node [shape=box, style=\"rounded,filled\", fillcolor=white];"]
        for node in graph.nodes {
            let mark = own.contains(node.id) ? ", fillcolor=\"#fff3c4\", penwidth=2" : ""
            lines.append("  \(quoted(node.id.value)) [label=\(quoted(node.name)), tooltip=\(quoted(node.type.rawValue))\(mark)];")
        }
        for tie in graph.ties {
            let isOpen = tie.modality != .actual && tie.modality != .generic
            let label = tie.label + (isOpen ? " (\(tie.modality.rawValue))" : "") + (tie.facts.count > 1 ? " ×\(tie.facts.count)" : "")
            lines.append("  \(quoted(tie.from.value)) -> \(quoted(tie.to.value)) [label=\(quoted(label))\(isOpen ? ", style=dashed" : "")];")
        }
        return (lines + ["}", ""]).joined(separator: "\n")
    }

    private func quoted(_ text: String) -> String {
        "\"" + SafeText.escaped(text).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
