import FactStore
import Facts
import Questions

/// What can stand in the columns of a world and be of its types, from what the store wrote down when it was made.
extension WorldVocabulary {
    func addKinds() {
        for type in world.types {
            typeKinds[type.name] = numbered(Kind(shape: .thing, members: Regions(type.outline?.regions ?? [], sizes: world.regions)))
        }
        for table in world.relations where !table.hasAddedRows {
            for column in table.outline?.columns ?? [] {
                if let unit = column.unit { columnUnits[table.name, default: [:]][column.role] = unit }
                columnKinds[table.name, default: [:]][column.role] = Kind(column, regions: world.regions)
            }
            if table.isSymmetric { joinSides(of: table.name) }
        }
        for table in world.relations where table.hasAddedRows { addKinds(ofAdded: table) }
        for (relation, kinds) in columnKinds { columnKinds[relation] = kinds.mapValues(numbered) }
    }

    private func numbered(_ kind: Kind) -> Kind {
        var kind = kind
        kind.number = kindCount
        kindCount += 1
        return kind
    }

    private func joinSides(of relation: String) {
        guard let a = columnKinds[relation]?[.agent], let b = columnKinds[relation]?[.patient] else { return }
        let both = a.union(b)
        columnKinds[relation]?[.agent] = both
        columnKinds[relation]?[.patient] = both
    }

    private static let mostLookedAt = 200

    /// Of a relation that rules have added to: what its first values can be.
    private func addKinds(ofAdded table: RelationTable) {
        for role in table.roles {
            let values = table.values(role)
            if let first = values.first, case .number(_, let unit) = world.values[first] { columnUnits[table.name, default: [:]][role] = unit }
            var column: Kind?
            for value in values.prefix(Self.mostLookedAt) {
                let kind: Kind =
                    switch world.values[value] {
                    case .entity: self.kind(of: [value])
                    case .number: .number
                    case .date: .date
                    }
                column = column?.union(kind) ?? kind
            }
            columnKinds[table.name, default: [:]][role] = column
        }
    }

    /// A column in which things of a kind can stand, with how many of them stand there.
    struct Side {
        var role: Role
        var overlap: Int
        var isNumeric: Bool
    }

    private static let mostKept = 256

    /// The columns in which things of a kind can stand, for each relation of the world in its order.
    func sides(for kind: Kind) -> [[Side]] {
        if let known = kind.number.flatMap({ sidesOfKinds[$0] }) { return known }
        let sides = world.relations.map { table in
            let columns = columnKinds[table.name] ?? [:]
            return table.roles.compactMap { role -> Side? in
                guard let column = columns[role], column.meets(kind) else { return nil }
                return Side(role: role, overlap: column.overlap(kind), isNumeric: column.isNumeric)
            }
        }
        if let number = kind.number {
            if sidesOfKinds.count >= Self.mostKept { sidesOfKinds = [:] }
            sidesOfKinds[number] = sides
        }
        return sides
    }

    func kind(_ relation: String, _ role: Role) -> Kind? { columnKinds[relation]?[role] }

    /// The unit of a column of numbers: that of its first row; empty for none.
    func unit(_ relation: String, _ role: Role) -> String { columnUnits[relation]?[role] ?? "" }

    func kind(ofTypes types: [String]) -> Kind {
        let kinds = types.compactMap { typeKinds[$0] }
        return kinds.dropFirst().reduce(kinds.first ?? .thing) { $0.union($1) }
    }

    /// What things of this name can be: all that share a type with them, or where they have none, a column.
    func kind(of things: [ValueTable.ID]) -> Kind {
        if let known = thingKinds[things] { return known }
        let kind = numbered(kindByTypesOrColumns(of: things))
        thingKinds[things] = kind
        return kind
    }

    private func kindByTypesOrColumns(of things: [ValueTable.ID]) -> Kind {
        let types = things.flatMap(world.types(of:))
        if !types.isEmpty { return kind(ofTypes: types) }
        var members = Regions([], sizes: world.regions)
        for table in world.relations {
            for role in table.roles {
                guard let column = columnKinds[table.name]?[role]?.members, things.contains(where: { world.stands($0, in: table, role) }) else { continue }
                members = members.union(column)
            }
        }
        return Kind(shape: .thing, members: members)
    }
}

extension Kind {
    fileprivate init(_ column: WorldOutline.Column, regions: [Int]) {
        shape = []
        if column.shape.contains(.things) { shape.insert(.thing) }
        if column.shape.contains(.numbers) { shape.insert(.number) }
        if column.shape.contains(.dates) || shape == .number && column.shape.contains(.years) { shape.insert(.date) }
        members = Regions(column.regions, sizes: regions)
    }

    fileprivate func union(_ other: Kind) -> Kind {
        Kind(shape: shape.union(other.shape), members: members.flatMap { a in other.members.map { a.union($0) } })
    }
}
