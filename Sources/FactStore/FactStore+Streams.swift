import Facts

/// What a filter chooses, one after the other: however much it is, memory stays as it was. The store must not be asked inside a `body`.
extension FactStore {
    /// The facts, in the order of the text.
    public func forEachFact(_ filter: FactFilter = FactFilter(), _ body: (StoredFact) throws -> Void) throws(StoreError) {
        let query = FactQuery(scoped(filter), hasTables: try hasImports())
        try read { db in
            try db.forEach(query.rows, query.arguments) { row in
                try db.forEach(StoredFactRow.sql, [row[0] as Int64]) { try body(StoredFactRow.fact($0, db)) }
            }
        }
    }

    /// The entities that the facts speak of, in the order of their ids; without a condition, all of the store.
    public func forEachEntity(of filter: FactFilter = FactFilter(), _ body: (Entity) throws -> Void) throws(StoreError) {
        let query = FactQuery(scoped(filter), hasTables: try hasImports())
        try read { db in
            try db.forEach(query.entities, query.hasConditions ? query.arguments : []) { row in
                let name: String = row[3]
                try body(Entity(id: EntityID(row[1]), type: EntityType(rawValue: row[2]) ?? .thing, name: name,
                                names: try FactStore.names(ofRow: row[0], main: name, db)))
            }
        }
    }

    /// The documents that the facts stand in, by name; without a condition, all of the store.
    public func forEachDocument(of filter: FactFilter = FactFilter(), _ body: (DocumentHead) throws -> Void) throws(StoreError) {
        let query = FactQuery(scoped(filter), hasTables: try hasImports())
        try read { db in
            try db.forEach(query.documents, query.hasConditions ? query.arguments : []) { try body(DocumentHead($0, from: 0)) }
        }
    }
}

private enum StoredFactRow {
    static let sql = "select \(FactRow.columns), s.start, s.stop, \(DocumentHead.columns) from \(FactRow.tables) where f.id = ?"

    static func fact(_ row: ResultRow, _ db: ReadConnection) throws -> StoredFact {
        let next = FactRow.columnCount
        let fact = try FactRow.fact(row, db)
        let sentence = (row[next] as Int?).map { Span(stored: $0, row[next + 1]) }
        var entities: [EntityID: EntityHead] = [:]
        for id in fact.arguments.compactMap(\.entity) + [fact.attribution?.entity].compactMap({ $0 }) where entities[id] == nil {
            entities[id] = try db.names.entity(id, db).map { EntityHead(name: $0.name, type: $0.type ?? .thing) }
        }
        return StoredFact(fact: fact, sentence: sentence, source: DocumentHead(row, from: next + 2), entities: entities)
    }
}

extension FactQuery {
    fileprivate var hasConditions: Bool { !conditions.isEmpty }

    /// The chosen facts, as a table that is worked out once.
    private var chosen: String { "with chosen(id) as materialized (\(rows))" }

    fileprivate var entities: String {
        let columns = "select id, key, type, name from entity"
        guard hasConditions else { return "\(columns) order by key" }
        let parts = FactRow.roleColumns.map { "select f.\($0.column) from chosen c cross join fact f on f.id = c.id" }
            + ["argument", "attribution"].map { "select a.entity from chosen c cross join \($0) a on a.fact = c.id" }
        return "\(chosen) \(columns) where id in (\(parts.joined(separator: " union "))) order by key"
    }

    fileprivate var documents: String {
        let columns = "select \(DocumentHead.columns) from document d"
        guard hasConditions else { return "\(columns) order by d.name" }
        return "\(chosen) \(columns) where d.id in (select f.document from chosen c cross join fact f on f.id = c.id) order by d.name"
    }
}
