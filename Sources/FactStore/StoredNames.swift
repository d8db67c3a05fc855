import Facts

/// Names that are asked for again and again, each read once.
///
/// Rows refer to them by number: thousands of facts share some hundred predicates, rules and entities, and joining them to every row took
/// longer than reading the rows. Questions ask for them by words: the grammar and the reader of phrases look for the same ones in turn.
/// Only for use inside `FactStore.read`, which lets one thread in at a time.
final class StoredNames {
    enum Table: String { case predicate, relation, rule }

    struct EntityRow {
        var id: EntityID
        var type: EntityType?
        var name: String
    }

    private var names: [Table: [Int64: String]] = [:]
    private var entities: [Int64: EntityRow] = [:]
    private var entitiesByID: [EntityID: EntityRow] = [:]
    private var entitiesByName: [FoldedName: [Entity]] = [:]
    private var beginnings: [FoldedName: Bool] = [:]
    /// An export of a large store must not keep all of its entities in memory.
    private static let mostKept = 20_000

    /// Empty for a number that a damaged store doesn't have.
    func name(_ row: Int64, in table: Table, _ db: ReadConnection) throws -> String {
        if let known = names[table]?[row] { return known }
        let name = try db.first("select name from \(table.rawValue) where id = ?", [row]) { $0[0] as String } ?? ""
        names[table, default: [:]][row] = name
        return name
    }

    func entity(_ row: Int64, _ db: ReadConnection) throws -> EntityRow? {
        if let known = entities[row] { return known }
        if entities.count >= Self.mostKept { entities.removeAll(keepingCapacity: true) }
        let entity = try db.first("select key, type, name from entity where id = ?", [row]) {
            EntityRow(id: EntityID($0[0]), type: EntityType(rawValue: $0[1]), name: $0[2])
        }
        entities[row] = entity
        return entity
    }

    func entity(_ id: EntityID, _ db: ReadConnection) throws -> EntityRow? {
        if let known = entitiesByID[id] { return known }
        if entitiesByID.count >= Self.mostKept { entitiesByID.removeAll(keepingCapacity: true) }
        let entity = try db.first("select type, name from entity where key = ?", [id.value]) {
            EntityRow(id: id, type: EntityType(rawValue: $0[0]), name: $0[1])
        }
        entitiesByID[id] = entity
        return entity
    }

    func entities(named name: FoldedName, _ read: () throws -> [Entity]) rethrows -> [Entity] {
        if let known = entitiesByName[name] { return known }
        if entitiesByName.count >= Self.mostKept { entitiesByName.removeAll() }
        let entities = try read()
        entitiesByName[name] = entities
        return entities
    }

    func isBeginning(_ name: FoldedName, _ read: () throws -> Bool) rethrows -> Bool {
        if let known = beginnings[name] { return known }
        if beginnings.count >= Self.mostKept { beginnings.removeAll() }
        let isBeginning = try read()
        beginnings[name] = isBeginning
        return isBeginning
    }
}
