import Facts
import GRDB

/// Which entities a person means by a name.
struct NameChoice {
    struct Choice: Hashable {
        var row: Int64
        var id: EntityID
        var type: EntityType
        var name: String
    }

    let db: Database

    /// The entities that are shown by the name; where there is none, those that have it beside others, if they are shown alike. Most
    /// mentioned first. An entity's id stands for itself.
    ///
    /// - Throws: `Unfit` where no entity has the name, or several that are shown by different names.
    func all(_ name: String) throws -> [Choice] {
        let found = try choices(name)
        guard !found.isEmpty else {
            let near = try self.near(name)
            let cure = near.isEmpty ? "`.entities` lists the names" : "did you mean \(near.joined(separator: ", "))?"
            throw Unfit.reason("No article mentions “\(name)”; \(cure)")
        }
        let shown = Array(Set(found.map(\.name))).sorted()
        guard shown.count == 1 || found.allSatisfy({ FoldedName($0.name) == FoldedName(name) }) else {
            throw Unfit.reason("“\(name)” can be \(shown.joined(separator: " or ")); write one of these")
        }
        return found
    }

    /// The one that is mentioned most; nil where no entity has the name.
    ///
    /// - Throws: `Unfit` as ``all(_:)`` does.
    func one(_ name: String) throws -> Choice? {
        guard try !choices(name).isEmpty else { return nil }
        return try all(name).first
    }

    /// Names that share a word with the one that nothing has, the longest shared word first.
    private func near(_ name: String) throws -> [String] {
        let words = FoldedName(name).text.split(separator: " ").map(String.init).sorted { ($1.count, $0) < ($0.count, $1) }
        for word in words where word.count > 2 {
            let found = try String.fetchAll(db, sql: """
                select distinct name from entity where id in (select entity from name where ' ' || folded || ' ' like '% ' || ? || ' %')
                order by name limit 3
                """, arguments: [word])
            if !found.isEmpty { return found }
        }
        return []
    }

    private func choices(_ name: String) throws -> [Choice] {
        let rows = try Row.fetchAll(db, sql: """
            select e.id, e.key, e.type, e.name from entity e
            where e.key = ?1 or e.id in (select entity from name where folded = ?2 and reason <> 'initials')
            order by (select count(*) from mention m where m.entity = e.id) desc, e.key
            """, arguments: [name, FoldedName(name).text])
        let all = rows.map { row in
            Choice(row: row[0], id: EntityID(row[1]), type: EntityType(rawValue: row[2]) ?? .thing, name: row[3])
        }
        if let itself = all.first(where: { $0.id.value == name }) { return [itself] }
        let shown = all.filter { FoldedName($0.name) == FoldedName(name) }
        return shown.isEmpty ? all : shown
    }
}
