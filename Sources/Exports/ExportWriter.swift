import FactStore
import Facts

/// Writes one format. What it has no place for it leaves out.
///
/// It is given the documents, then the entities, then the facts, each in their order, and keeps nothing of what it has written.
protocol ExportWriter {
    /// What stands before everything else.
    var head: String { get }
    /// What stands after everything else.
    var tail: String { get }
    /// Nil where the format has no records of documents.
    func text(of document: DocumentHead) -> String?
    func text(of entity: Entity) -> String?
    func text(of fact: StoredFact) -> String?
    /// What stands between two records.
    var separator: String { get }
    /// Which records the format has, so that others aren't looked up.
    var records: Set<ExportRecord> { get }
}

enum ExportRecord { case documents, entities, facts }

extension ExportWriter {
    var head: String { "" }
    var tail: String { "" }
    var separator: String { "" }
    func text(of document: DocumentHead) -> String? { nil }
    func text(of entity: Entity) -> String? { nil }
    func text(of fact: StoredFact) -> String? { nil }
}
