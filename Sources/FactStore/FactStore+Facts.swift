import Facts

extension FactStore {
    /// The facts that meet a filter, in the order of the text.
    public func facts(_ filter: FactFilter = FactFilter()) throws(StoreError) -> [Fact] {
        let query = FactQuery(scoped(filter), hasTables: try hasImports())
        return try read { db in try FactRow.facts(query.sql, query.arguments, db) }
    }

    func scoped(_ filter: FactFilter) -> FactFilter {
        guard let scope else { return filter }
        var filter = filter
        filter.documents = filter.documents?.filter(scope.contains) ?? scope.sorted()
        return filter
    }

    /// The facts that one sentence states, in the order of the text.
    public func facts(of sentence: StoredSentence) throws(StoreError) -> [Fact] {
        if let scope, !scope.contains(sentence.document) { return [] }
        return try read { db in try FactRow.facts(of: sentence, db) }
    }

    /// Where the facts that meet a filter are stated, in the order of the text, a sentence for each fact; -1 for a row of a table.
    public func sentences(ofFacts filter: FactFilter) throws(StoreError) -> [(document: String, index: Int)] {
        let query = FactQuery(scoped(filter), hasTables: try hasImports())
        return try read { db in try db.rows(query.sentences, query.arguments) { ($0[0], $0[1] ?? -1) } }
    }

    /// The facts with these ids, in the order of the ids; unknown ids are left out.
    public func facts(ids: [String]) throws(StoreError) -> [Fact] {
        try read { db in
            try ids.flatMap { id in
                try FactRow.facts("select \(FactRow.columns) from \(FactRow.tables) where f.key = ?", [id], db)
            }
        }
    }

    /// The predicates and relations of all facts, by name.
    public func relations() throws(StoreError) -> [String] {
        try read { db in try db.rows("select name from relation union select name from predicate order by 1") { $0[0] } }
    }

    /// The years in which facts begin that say their time, ascending.
    public func years() throws(StoreError) -> [Int] {
        let days: [Int] = try read { db in try db.rows("select distinct t0 from fact where time_origin in ('stated', 'inherited') and t0 > -5000000") { $0[0] } }
        return Set(days.map { Day(number: Int32($0)).year }).sorted()
    }

    /// How much is in the store.
    public func counts() throws(StoreError) -> StoreCounts {
        try read { db in
            func count(_ what: StoreCounts.Counted) throws -> Int {
                try db.first("select value from meta where name = ?", [what.note]) { Int($0[0] as String) }.flatMap { $0 }
                    ?? db.first(what.sql) { $0[0] } ?? 0
            }
            return StoreCounts(documents: try count(.documents), sentences: try count(.sentences), facts: try count(.facts),
                               entities: try count(.entities), names: try count(.names), mentions: try count(.mentions))
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

    /// What is counted when a store is finished, and noted in `meta`: counting takes time by the size of the store.
    enum Counted: String, CaseIterable {
        case documents, sentences, facts, entities, names, mentions

        var note: String { "count of \(rawValue)" }

        var sql: String {
            switch self {
            case .documents: "select count(*) from document where kind not in ('table', 'assertion')"
            case .sentences: "select count(*) from sentence"
            case .facts: "select count(*) from fact"
            case .entities: "select count(*) from entity"
            case .names: "select count(*) from name"
            case .mentions: "select count(*) from mention"
            }
        }
    }
}
