import FactStore
import Facts
import Questions

/// The things of a column of a large relation, by how many different things of another column each has: "who owns the most". The store
/// counts and ranks them in one pass, and only those that are wanted come into memory.
struct RankedGroups {
    typealias ID = ValueTable.ID

    /// The rows of one thing.
    struct Group: Hashable {
        var role: Role
        var thing: ID
        var during: DateRange?
    }

    struct Counted {
        var thing: ID
        var count: ID
        var support: Evaluation.Support
    }

    /// What stands for the things.
    let variable: Variable
    private let table: RelationTable
    private let role: Role
    private let counted: Role
    private let during: DateRange?
    private let world: World

    /// Nil for an expression that is no such count, and for a formula that says more of the things than that they have any.
    init?(_ key: Expression, among formula: Formula, in world: World) {
        guard case .aggregate(let count) = key, count.function == .count, count.apart.isEmpty, case .term(.variable(let value)) = count.value,
            let inner = count.body.onlyAtom, let outer = formula.onlyAtom, inner.isOfOneTable(with: outer), let table = world.table(of: inner),
            let by = Self.grouping(inner, counting: value), by.isSaid(of: outer, without: value)
        else { return nil }
        switch inner.time {
        case nil: during = nil
        case .during(let range)?: during = range
        case .variable?: return nil
        }
        guard table.canRank(by: by.role, counting: by.counted) else { return nil }
        (self.table, self.world, variable, role, counted) = (table, world, by.variable, by.role, by.counted)
    }

    /// For a query that asks for nothing but the things and their numbers, in the order of these.
    init?(_ query: Query, in world: World) {
        guard let first = query.order.first, query.order.count == 1, query.limit != nil,
            let groups = RankedGroups(first.expression, among: query.body, in: world), !query.targets.isEmpty,
            query.targets.allSatisfy({ $0.type == nil && ($0.expression == first.expression || $0.expression == .variable(groups.variable)) })
        else { return nil }
        self = groups
    }

    // MARK: Recognising

    private struct Grouping {
        var variable: Variable
        var role: Role
        var counted: Role

        /// Whether an atom says of the things that there is a row of theirs, and no more.
        func isSaid(of atom: Atom, without counted: Variable) -> Bool {
            let places = Planner.places(of: atom)
            return places.contains { $0.role == role && $0.term == .variable(variable) }
                && places.allSatisfy { place in
                    if place.role == role { return true }
                    guard case .variable(let other) = place.term else { return place.term == .anything }
                    return place.role == self.counted && other != variable && other != counted
                }
        }
    }

    private static func grouping(_ atom: Atom, counting value: Variable) -> Grouping? {
        let places = Planner.places(of: atom)
        guard places.count == 2, let counted = places.first(where: { $0.term == .variable(value) }),
            let by = places.first(where: { $0.role != counted.role }), case .variable(let variable) = by.term, variable != value
        else { return nil }
        return Grouping(variable: variable, role: by.role, counted: counted.role)
    }

    // MARK: Asking

    /// For explanations.
    var note: String { "\(table.name), counted by \(role.rawValue) in the store — about \(table.distinct(role)) rows" }

    func rows(of query: Query) -> [Evaluation.Row] {
        var found: [Counted] = []
        table.forEachGroup(by: role, counting: counted, during: during, descending: query.order[0].descending, limit: query.limit) {
            found.append(self.counted($0, $1))
            return true
        }
        return found.map { counted in
            Evaluation.Row(
                values: query.targets.map { $0.expression == .variable(variable) ? counted.thing : counted.count }, support: [counted.support])
        }
    }

    /// Those whose number has one of the ranks; equal numbers share a rank.
    func ranked(_ ranks: ClosedRange<Int>, descending: Bool) -> [Counted] {
        var found: [Counted] = []
        var rank = 0
        var last: Int?
        table.forEachGroup(by: role, counting: counted, during: during, descending: descending, limit: nil) { thing, count in
            if count != last { rank += 1 }
            last = count
            if ranks.contains(rank) { found.append(self.counted(thing, count)) }
            return rank <= ranks.upperBound && !world.cancellation.isRequested
        }
        return found
    }

    private func counted(_ thing: ID, _ count: Int) -> Counted {
        let support = Evaluation.Support(table: table, group: Group(role: role, thing: thing, during: during))
        return Counted(thing: thing, count: world.number(of: .number(Double(count), unit: "")), support: support)
    }
}

extension RankedGroups.Group {
    private static let most = 12

    /// The first rows of the group.
    func rows(of table: RelationTable, in world: World) -> [Evaluation.Support] {
        let rows = table.rows(role, thing).lazy.filter { row in
            guard let during else { return true }
            let time = table.time(row)
            return time != RelationTable.none && world.values[time].days?.overlaps(during) == true
        }
        return rows.prefix(Self.most).map { Evaluation.Support(table: table, row: $0) }
    }
}

extension Formula {
    /// The atom that the formula is; nil where it is anything else.
    fileprivate var onlyAtom: Atom? {
        guard parts.count == 1, case .atom(let atom) = parts[0] else { return nil }
        return atom
    }
}

extension Atom {
    fileprivate func isOfOneTable(with other: Atom) -> Bool {
        relation == other.relation && polarity == other.polarity && modality == other.modality && time == other.time
            && attribution == nil && other.attribution == nil
    }
}
