import FactStore
import Facts
import Presentation

/// The entities in CSV, a row each.
struct NodeTableWriter: ExportWriter {
    let raw: Bool
    let records: Set<ExportRecord> = [.entities]

    var head: String { CSV.row(["id", "label", "type", "names"], raw: raw) }

    func text(of entity: Entity) -> String? {
        let others = entity.names.map(\.text).filter { $0 != entity.name }
        return CSV.row([entity.id.value, entity.name, entity.type.rawValue, others.joined(separator: "; ")], raw: raw)
    }
}

/// The ties between entities in CSV, a row each.
struct EdgeTableWriter: ExportWriter {
    let raw: Bool
    let records: Set<ExportRecord> = [.facts]

    var head: String { CSV.row(["source", "target", "source_name", "target_name"] + StoredFact.columnNames, raw: raw) }

    func text(of fact: StoredFact) -> String? {
        Tie.ties(of: fact.fact).map { tie in
            let ends = [tie.from.value, tie.to.value] + [tie.from, tie.to].map { fact.entities[$0]?.name ?? "" }
            return CSV.row(ends + fact.columns(of: tie).map(\.value), raw: raw)
        }.joined()
    }
}
