import FactStore
import Facts
import Presentation

/// GraphML: entities as nodes, facts between two of them as directed edges.
struct GraphMLWriter: ExportWriter {
    let records: Set<ExportRecord> = [.entities, .facts]

    private static let nodeKeys = ["label", "type", "names"]

    var head: String {
        let nodes = Self.nodeKeys.map { Self.key($0, of: "node") }, edges = StoredFact.columnNames.map { Self.key($0, of: "edge") }
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
            xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
            \((nodes + edges).joined())<graph id="facts" edgedefault="directed">

            """
    }

    var tail: String { "</graph>\n</graphml>\n" }

    func text(of entity: Entity) -> String? {
        let others = entity.names.map(\.text).filter { $0 != entity.name }
        let data = zip(Self.nodeKeys, [entity.name, entity.type.rawValue, others.joined(separator: "; ")])
        return "<node id=\"\(XMLText.escaped(entity.id.value))\">\(data.map { Self.data($0, $1, of: "node") }.joined())</node>\n"
    }

    func text(of fact: StoredFact) -> String? {
        Tie.ties(of: fact.fact).map { tie in
            let id = XMLText.escaped("\(fact.fact.id)-\(tie.number)")
            let ends = "source=\"\(XMLText.escaped(tie.from.value))\" target=\"\(XMLText.escaped(tie.to.value))\""
            let data = fact.columns(of: tie).map { Self.data($0.name, $0.value, of: "edge") }.joined()
            return "<edge id=\"\(id)\" \(ends)>\(data)</edge>\n"
        }.joined()
    }

    private static func key(_ name: String, of element: String) -> String {
        let type = name == "confidence" ? "double" : name == "from" || name == "to" ? "long" : "string"
        return "<key id=\"\(element)-\(name)\" for=\"\(element)\" attr.name=\"\(name)\" attr.type=\"\(type)\"/>\n"
    }

    private static func data(_ name: String, _ value: String, of element: String) -> String {
        value.isEmpty ? "" : "<data key=\"\(element)-\(name)\">\(XMLText.escaped(value))</data>"
    }
}
