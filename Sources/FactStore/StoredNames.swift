import Facts

/// Names that are asked for again and again, each read once.
///
/// Rows refer to them by number: thousands of facts share some hundred predicates, rules and entities, and joining them to every row took
/// longer than reading the rows. Questions ask for them by words: the grammar and the reader of phrases look for the same ones in turn.
/// Only for use inside `FactStore.read`, which lets one thread in at a time.
///
/// Its tables are looked up by numbers and strings: for each other kind of key Swift's runtime would first search all conformances of the
/// program, which takes longer than reading some hundred rows.
final class StoredNames {
    enum Table: Int, CaseIterable {
        case predicate, relation, rule, document

        fileprivate var name: String {
            switch self {
            case .predicate: "predicate"
            case .relation: "relation"
            case .rule: "rule"
            case .document: "document"
            }
        }
    }

    struct EntityRow {
        var id: EntityID
        var type: EntityType?
        var name: String
    }

    /// By table and row.
    private var names = [[Int: String]](repeating: [:], count: Table.allCases.count)
    private var entities = Kept<Int, EntityRow?>()
    private var entitiesByID = Kept<EntityID, EntityRow?>()
    private var entitiesByName = Kept<String, [Entity]>()
    private var thingsByName = Kept<String, [WorldThing]>()
    private var beginnings = Kept<String, Bool>()
    private var isImported: Bool?

    /// Empty for a number that a damaged store doesn't have.
    func name(_ row: Int64, in table: Table, _ db: ReadConnection) throws -> String {
        if let known = names[table.rawValue][Int(row)] { return known }
        let name = try db.first("select name from \(table.name) where id = ?", [row]) { $0[0] as String } ?? ""
        names[table.rawValue][Int(row)] = name
        return name
    }

    func entity(_ row: Int64, _ db: ReadConnection) throws -> EntityRow? {
        try entities.value(of: Int(row)) {
            try db.first("select key, type, name from entity where id = ?", [row]) {
                EntityRow(id: EntityID($0[0]), type: EntityType(rawValue: $0[1]), name: $0[2])
            }
        }
    }

    func entity(_ id: EntityID, _ db: ReadConnection) throws -> EntityRow? {
        try entitiesByID.value(of: id) {
            try db.first("select type, name from entity where key = ?", [id.value]) {
                EntityRow(id: id, type: EntityType(rawValue: $0[0]), name: $0[1])
            }
        }
    }

    func entities(named name: FoldedName, _ read: () throws -> [Entity]) rethrows -> [Entity] { try entitiesByName.value(of: name.text, read) }

    func things(named name: FoldedName, _ read: () throws -> [WorldThing]) rethrows -> [WorldThing] { try thingsByName.value(of: name.text, read) }

    func hasImports(_ read: () throws -> Bool) rethrows -> Bool {
        if let isImported { return isImported }
        let found = try read()
        isImported = found
        return found
    }

    func isBeginning(_ name: FoldedName, _ read: () throws -> Bool) rethrows -> Bool { try beginnings.value(of: name.text, read) }
}

/// What was read for each key, so long as it isn't much: an export of a large store must not keep all of its entities in memory.
private struct Kept<Key: Hashable, Value> {
    private static var most: Int { 20_000 }
    private var values: [Key: Value] = [:]

    mutating func value(of key: Key, _ read: () throws -> Value) rethrows -> Value {
        if let known = values[key] { return known }
        if values.count >= Self.most { values.removeAll(keepingCapacity: true) }
        let value = try read()
        values[key] = value
        return value
    }
}
