import Facts

/// What a store knows of its imported tables without reading them.
public struct WorldOutline: Sendable {
    /// The values that stand in one role of a relation.
    public struct Column: Sendable {
        public var role: Role
        /// How many different values there are.
        public var members: Int
        public var shape: WorldShape
        /// Of the first value, where that is a number.
        public var unit: String?
        public var regions: [UInt64]
    }

    public struct Relation: Sendable {
        public var row: Int64
        public var name: String
        public var facts: Int
        /// Whether facts of articles have this relation too.
        public var isShared: Bool
        public var isTimed: Bool
        /// In the order of roles.
        public var columns: [Column]
    }

    public struct Kind: Sendable {
        public var name: String
        /// The first table that gives it.
        public var document: String
        public var members: Int
        public var regions: [UInt64]
    }

    /// By name.
    public var relations: [Relation] = []
    public var types: [Kind] = []
    /// How many things each region has: those that are in the same columns and types.
    public var regions: [Int] = []
}

extension FactStore {
    /// Costs time by the number of relations and types.
    public func worldOutline() throws(StoreError) -> WorldOutline {
        guard try hasImports() else { return WorldOutline() }
        return try read { db in
            var outline = WorldOutline()
            var columns: [Int64: [WorldOutline.Column]] = [:]
            try db.forEach("select relation, role, type, document, members, shape, unit, regions from world_set order by type nulls first, role nulls first") { row in
                if let relation: Int64 = row[0] {
                    columns[relation, default: []].append(
                        .init(role: FactRow.role(row[1]), members: row[4], shape: WorldShape(rawValue: row[5]), unit: row[6], regions: row[7]))
                } else {
                    outline.types.append(.init(name: row[2], document: row[3], members: row[4], regions: row[7]))
                }
            }
            outline.relations = try db.rows("""
                select r.id, r.name, w.facts, w.others, w.timed from world_relation w join relation r on r.id = w.relation order by r.name
                """) { row in
                .init(row: row[0], name: row[1], facts: row[2], isShared: row[3], isTimed: row[4], columns: columns[row[0]] ?? [])
            }
            outline.regions = try db.rows("select members from world_region order by id") { $0[0] }
            return outline
        }
    }
}
