import Facts

extension FactStore {
    /// The facts that meet a filter, in the order of the text.
    public func facts(_ filter: FactFilter = FactFilter()) throws(StoreError) -> [Fact] {
        var filter = filter
        if let scope { filter.documents = filter.documents?.filter(scope.contains) ?? scope.sorted() }
        let query = FactQuery(filter)
        return try read { db in try FactRow.facts(query.sql, query.arguments, db) }
    }

    /// The facts with these ids, in the order of the ids; unknown ids are left out.
    public func facts(ids: [String]) throws(StoreError) -> [Fact] {
        try read { db in
            try ids.flatMap { id in
                try FactRow.facts("select \(FactRow.columns) from \(FactRow.tables) where f.key = ?", [id], db)
            }
        }
    }

    /// How much is in the store.
    public func counts() throws(StoreError) -> StoreCounts {
        try read { db in
            func count(_ sql: String) throws -> Int { try db.first(sql) { $0[0] } ?? 0 }
            return StoreCounts(documents: try count("select count(*) from document where kind <> 'table'"),
                               sentences: try count("select count(*) from sentence"),
                               facts: try count("select count(*) from fact"),
                               entities: try count("select count(*) from entity"),
                               names: try count("select count(*) from name"),
                               mentions: try count("select count(*) from mention"))
        }
    }

    /// What the builder has noted of the store: "model", "source", …; nil for an unknown key.
    public func meta(_ key: String) throws(StoreError) -> String? {
        try read { db in try db.first("select value from meta where name = ?", [key]) { $0[0] } }
    }
}

/// Numbers for the greeting and for `stats`.
public struct StoreCounts: Hashable, Sendable {
    public var documents: Int
    public var sentences: Int
    public var facts: Int
    public var entities: Int
    public var names: Int
    public var mentions: Int
}
