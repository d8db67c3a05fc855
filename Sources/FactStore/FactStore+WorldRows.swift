import Facts

/// A row of an imported relation as the store has it: things by the numbers of their rows.
public struct StoredWorldRow: Sendable {
    public enum Value: Hashable, Sendable {
        case thing(Int64)
        case number(Double, unit: String)
    }

    public var fact: Int64
    public var agent: Int64
    public var patient: Value?
    public var place: Int64?
    /// The other roles.
    public var roles: [(role: Role, value: Value)]
    public var time: (start: ValidTime.Bound, end: ValidTime.Bound)?
}

/// Which rows of an imported relation are wanted.
public enum WorldProbe: Hashable, Sendable {
    /// Those that have this value in this role.
    case value(Role, StoredWorldRow.Value)
    /// Those that may hold at some time between two days, both included; nil for no limit.
    case during(first: Day?, last: Day?)
    /// All, by subject, object and remaining content.
    case sorted
    /// All, in the order of the store.
    case all
}

/// Where a row of an imported table was read.
public struct WorldOrigin: Hashable, Sendable {
    /// Id of the fact that the row is.
    public var fact: String
    /// The table that the row stands in, and its line there; 0 where that isn't known.
    public var document: String
    public var line: Int
    public var quotation: WorldQuotation?

    public init(fact: String, document: String, line: Int, quotation: WorldQuotation? = nil) {
        self.fact = fact
        self.document = document
        self.line = line
        self.quotation = quotation
    }
}

/// A thing of the imported tables.
public struct WorldThing: Hashable, Sendable {
    public var row: Int64
    public var id: EntityID
    public var name: String
}

extension FactStore {
    /// The rows of an imported relation that a probe asks for.
    public func worldRows(of relation: WorldOutline.Relation, _ probe: WorldProbe) throws(StoreError) -> [StoredWorldRow] {
        try read { db in
            let hasRoles = relation.columns.contains { !WorldRowQuery.isInRow($0.role) }
            return try WorldRowQuery(relation).statements(probe).flatMap { sql, parameters in
                try db.rows(sql, parameters) { row in
                    StoredWorldRow(row, roles: hasRoles ? try roles(ofFact: row[0], db) : [])
                }
            }
        }
    }

    public func hasWorldRow(of relation: WorldOutline.Relation, _ role: Role, _ value: StoredWorldRow.Value) throws(StoreError) -> Bool {
        try read { db in
            try WorldRowQuery(relation).statements(.value(role, value)).contains { sql, parameters in
                try db.first(sql + " limit 1", parameters) { _ in true } ?? false
            }
        }
    }

    /// The roles in which a thing stands in imported relations, by the number of the relation.
    public func worldColumns(ofThing thing: Int64) throws(StoreError) -> [(relation: Int64, role: Role)] {
        try read { db in
            var columns: [(relation: Int64, role: Role)] = []
            for (role, column) in FactRow.roleColumns {
                try db.forEach(WorldRowQuery.relations(of: column), [thing]) { columns.append(($0[0], role)) }
            }
            try db.forEach("""
                select distinct f.relation, a.role from argument a join fact f on f.id = a.fact
                where a.entity = ? and f.text is null and f.relation is not null order by 1, 2
                """, [thing]) { columns.append(($0[0], FactRow.role($0[1]))) }
            return columns
        }
    }

    private func roles(ofFact fact: Int64, _ db: ReadConnection) throws -> [(role: Role, value: StoredWorldRow.Value)] {
        var roles: [(role: Role, value: StoredWorldRow.Value)] = []
        try db.forEach("select role, entity, quantity, unit from argument where fact = ? order by position", [fact]) { row in
            let value = (row[1] as Int64?).map { .thing($0) } ?? (row[2] as Double?).map { StoredWorldRow.Value.number($0, unit: row[3]) }
            if let value { roles.append((FactRow.role(row[0]), value)) }
        }
        return roles
    }

    /// Nil where a damaged store lacks it.
    public func worldOrigin(ofFact fact: Int64) throws(StoreError) -> WorldOrigin? {
        try read { db in
            try db.first("select key, document, start, sentence from fact where id = ?", [fact]) { row -> WorldOrigin in
                let document: String = try db.names.name(row[1], in: .document, db)
                let sentence: Int64? = row[3]
                return WorldOrigin(fact: row[0], document: document, line: row[2],
                                   quotation: try sentence.flatMap { try quotation(ofSentence: $0, db) })
            }
        }
    }

    private func quotation(ofSentence sentence: Int64, _ db: ReadConnection) throws -> WorldQuotation? {
        try db.first("select document, start, stop, text from sentence where id = ?", [sentence]) { row in
            WorldQuotation(document: try db.names.name(row[0], in: .document, db), span: Span(row[1], row[2]), text: row[3])
        }
    }

    /// The things of one role of an imported relation with how many different things stand in another with each, the most first or the
    /// fewest, worked out in one pass over an index.
    ///
    /// - Parameters:
    ///   - days: only rows that may hold at some time between these, both included.
    ///   - body: returns false to stop.
    public func forEachWorldGroup(of relation: WorldOutline.Relation, by: Role, counting counted: Role, during days: (first: Day?, last: Day?)?,
                                  descending: Bool, limit: Int?, _ body: (_ thing: Int64, _ count: Int) -> Bool) throws(StoreError) {
        guard let query = WorldRowQuery(relation).groups(by, counted, days, descending, limit) else { return }
        try read { db in try db.visit(query.sql, query.parameters) { body($0[0], $0[1]) } }
    }

    // MARK: Things

    public func worldThing(_ row: Int64) throws(StoreError) -> WorldThing? {
        try read { db in
            try db.first("select id, key, name from entity where id = ?", [row]) { WorldThing(row: $0[0], id: EntityID($0[1]), name: $0[2]) }
        }
    }

    /// The things of imported tables with this name, those shown by it first.
    public func worldThings(named name: FoldedName) throws(StoreError) -> [WorldThing] {
        try read { db in
            try db.names.things(named: name) {
                let found = try db.rows("""
                    select e.id, e.key, e.name from entity e where e.id in (select entity from name where folded = ?)
                    and (\(WorldRowQuery.isThing)) order by e.id
                    """, [name.text]) { WorldThing(row: $0[0], id: EntityID($0[1]), name: $0[2]) }
                return found.filter { $0.isShown(by: name) } + found.filter { !$0.isShown(by: name) }
            }
        }
    }

    /// The things of imported tables by each of their names, those shown by it first; nil where the store has more names than `most`.
    public func worldThingsByName(most: Int) throws(StoreError) -> [FoldedName: [WorldThing]]? {
        try read { db in
            let count: Int = try db.first("select count(*) from (select 1 from name limit ?) n", [most + 1]) { $0[0] } ?? 0
            guard count <= most else { return nil }
            var things: [FoldedName: [WorldThing]] = [:]
            try db.forEach("""
                select distinct n.folded, e.id, e.key, e.name from name n join entity e on e.id = n.entity where \(WorldRowQuery.isThing) order by e.id
                """) { row in
                things[FoldedName(folded: row[0]), default: []].append(WorldThing(row: row[1], id: EntityID(row[2]), name: row[3]))
            }
            for (name, named) in things where named.count > 1 {
                things[name] = named.filter { $0.isShown(by: name) } + named.filter { !$0.isShown(by: name) }
            }
            return things
        }
    }

    /// The number of words of the longest name (at most 255), as ``wordCount(ofName:)`` counts them.
    public func longestName() throws(StoreError) -> Int { try meta(WorldStatistics.longestName).flatMap { UInt8($0) }.map(Int.init) ?? 255 }

    public static func wordCount(ofName name: String) -> Int { name.utf8.reduce(1) { $0 + ($1 == 0x20 || $1 == 0x2d ? 1 : 0) } }

    /// The types that imported tables give a thing, by name.
    public func worldTypes(ofThing row: Int64) throws(StoreError) -> [String] {
        try read { db in try db.rows("select name from kind where entity = ? order by name", [row]) { $0[0] } }
    }

    /// The same of all things.
    public func worldTypesByThing() throws(StoreError) -> [Int64: [String]] {
        try read { db in
            var types: [Int64: [String]] = [:]
            try db.forEach("select entity, name from kind order by entity, name") { types[$0[0], default: []].append($0[1]) }
            return types
        }
    }

    public func isWorldThing(_ row: Int64, ofType type: String) throws(StoreError) -> Bool {
        try read { db in try db.first("select 1 from kind where entity = ? and name = ?", [row, type]) { _ in true } ?? false }
    }

    /// The things of an imported type, by name.
    public func worldThings(ofType type: String) throws(StoreError) -> [WorldThing] {
        try read { db in
            try db.rows("select e.id, e.key, e.name from kind k join entity e on e.id = k.entity where k.name = ? order by e.name, e.key", [type]) {
                WorldThing(row: $0[0], id: EntityID($0[1]), name: $0[2])
            }
        }
    }
}

extension WorldThing {
    fileprivate func isShown(by name: FoldedName) -> Bool { FoldedName(self.name) == name }
}

/// The statements that read an imported relation.
private struct WorldRowQuery {
    private let relation: WorldOutline.Relation
    private static let columns = "f.id, f.agent, f.patient, f.quantity, f.unit, f.place, f.t0, f.t1"

    init(_ relation: WorldOutline.Relation) { self.relation = relation }

    /// Whether the entity `e` stands in a row of a table.
    static let isThing = """
        exists (select 1 from kind where entity = e.id) or exists (select 1 from fact where agent = e.id and text is null)
        or exists (select 1 from fact where patient = e.id and text is null) or exists (select 1 from fact where place = e.id and text is null)
        or exists (select 1 from argument a join fact f on f.id = a.fact where a.entity = e.id and f.text is null)
        """

    static func isInRow(_ role: Role) -> Bool { role == .agent || role == .patient || role == .place }

    /// Hops from one relation to the next in the index of a column, which takes no longer for a thing of many rows.
    static func relations(of column: String) -> String {
        let first = "select relation from fact where \(column) = ?1"
        return """
            with recursive found(relation) as (select (\(first) and relation is not null order by relation limit 1)
              union all select (\(first) and relation > found.relation order by relation limit 1) from found where found.relation is not null)
            select relation from found where relation is not null
              and exists (select 1 from fact f where f.\(column) = ?1 and f.relation = found.relation and f.text is null)
            """
    }

    /// One for each stretch of an index that is read.
    func statements(_ probe: WorldProbe) -> [(sql: String, parameters: [any Parameter])] {
        switch probe {
        case .all: return [select("", by: "f.agent, f.patient nulls first, f.id")]
        case .sorted:
            let sql = """
                select \(Self.columns) from fact f join entity a on a.id = f.agent left join entity o on o.id = f.patient
                where f.relation = ?\(ofTables) order by a.name, o.name nulls first, f.quantity nulls first, f.key
                """
            return [(sql, [relation.row])]
        case .value(let role, .thing(let thing)): return [select(role, thing)]
        case .value(let role, .number(let number, let unit)): return [select(role, number, unit)]
        case .during(let first, let last): return during(first, last)
        }
    }

    private func select(_ role: Role, _ thing: Int64) -> (String, [any Parameter]) {
        switch role {
        case .agent: return select("and f.agent = ?", by: "f.patient nulls first, f.id", thing)
        case .patient: return select("and f.patient = ?", by: "f.agent, f.id", thing)
        case .place: return select("and f.place = ?", by: "f.id", thing)
        default:
            let fact = "select fact from argument where entity = ? and role = \(Role.allCases.firstIndex(of: role) ?? 0)"
            return ("select \(Self.columns) from fact f where f.id in (\(fact)) and f.relation = ?\(ofTables) order by f.id", [thing, relation.row])
        }
    }

    private func select(_ role: Role, _ number: Double, _ unit: String) -> (String, [any Parameter]) {
        if role == .patient { return select("and f.quantity = ? and f.patient is null and f.unit = ?", by: "f.agent, f.id", number, unit) }
        let exists = "exists (select 1 from argument where fact = f.id and role = \(Role.allCases.firstIndex(of: role) ?? 0) and quantity = ? and unit = ?)"
        return select("and \(exists)", by: "f.agent, f.patient nulls first, f.id", number, unit)
    }

    /// One stretch of the index of times for each class of duration.
    private func during(_ first: Day?, _ last: Day?, by order: String? = "f.t0, f.t1, f.id") -> [(sql: String, parameters: [any Parameter])] {
        let first = first.map { Int($0.number) } ?? Int(Int32.min), last = last.map { Int($0.number) } ?? Int(Int32.max)
        return (0...TimeColumns.longest.count).map { number in
            let earliest = number < TimeColumns.longest.count ? first - TimeColumns.longest[number] + 1 : TimeColumns.beforeAll
            return select("and f.duration = ? and f.t0 between ? and ? and f.t1 >= ?", by: order, number, earliest, last, first)
        }
    }

    /// - Parameter order: that of the index which finds the rows, so that no engine need sort them.
    private func select(_ condition: String, by order: String?, _ values: (any Parameter)...) -> (String, [any Parameter]) {
        ("select \(Self.columns) from fact f where f.relation = ? \(condition)\(ofTables)\(order.map { " order by \($0)" } ?? "")", [relation.row] + values)
    }

    /// Nil for roles that have no column.
    func groups(_ by: Role, _ counted: Role, _ days: (first: Day?, last: Day?)?, _ descending: Bool, _ limit: Int?)
        -> (sql: String, parameters: [any Parameter])? {
        guard let key = column(by), let value = column(counted) else { return nil }
        var rows: (sql: String, parameters: [any Parameter]) = ("fact f where f.relation = ?\(ofTables)", [relation.row])
        if let days {
            let parts = during(days.first, days.last, by: nil)
            rows = ("(\(parts.map(\.sql).joined(separator: " union all "))) f where true", parts.flatMap(\.parameters))
        }
        let sql = """
            select f.\(key), count(distinct f.\(value)) as number from \(rows.sql) and f.\(key) is not null
            group by f.\(key) order by number\(descending ? " desc" : ""), f.\(key) limit ?
            """
        return (sql, rows.parameters + [limit ?? .max])
    }

    private func column(_ role: Role) -> String? { FactRow.roleColumns.first { $0.role == role }?.column }

    /// Facts of articles are passed over, where there are any.
    private var ofTables: String { relation.isShared ? " and f.text is null and f.agent is not null" : "" }
}

extension StoredWorldRow {
    fileprivate init(_ row: ResultRow, roles: [(role: Role, value: Value)]) {
        fact = row[0]
        agent = row[1]
        patient = (row[2] as Int64?).map { .thing($0) } ?? (row[3] as Double?).map { .number($0, unit: row[4]) }
        place = row[5]
        self.roles = roles
        time = (row[6] as Int?).map { (TimeColumns.start($0), (row[7] as Int?).map(TimeColumns.end) ?? .unknown) }
    }
}
