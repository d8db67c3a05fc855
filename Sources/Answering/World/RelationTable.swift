import Facts
import Questions

/// Where a row of a table was read: the number of its document, and its line there; 0 where that isn't known.
struct RowPlace: Hashable {
    var document: Int32
    var line: Int32
}

/// The rows of one relation as columns of value numbers, one column a role, with indexes built when first probed.
final class RelationTable {
    typealias ID = ValueTable.ID

    /// Stands where a row has no value in a column.
    static let none: ID = -1

    let name: String
    /// By the position of the role in `Role.allCases`; agent is the subject, patient the object. Short columns end in ``none``.
    private var columns: [[ID]] = Array(repeating: [], count: Role.allCases.count)
    private var times: [ID] = []
    private(set) var facts: [String] = []
    /// Where each row stands.
    private(set) var places: [RowPlace] = []
    /// Set by the lexicon: the relation holds along chains of its rows.
    var isTransitive = false
    private var indexes: [[ID: [Int32]]?] = Array(repeating: nil, count: Role.allCases.count)
    private var reached: [Role: [ID: Reach]] = [:]

    init(name: String) { self.name = name }

    var count: Int { facts.count }
    var hasTimes: Bool { !times.isEmpty }
    var roles: [Role] { Role.allCases.filter { !columns[$0.number].isEmpty } }

    func append(fact: String, at place: RowPlace, values: [(Role, ID)], time: ID) {
        for (role, value) in values {
            pad(&columns[role.number], value)
            indexes[role.number] = nil
        }
        if !reached.isEmpty { reached = [:] }
        if time != Self.none { pad(&times, time) }
        facts.append(fact)
        places.append(place)
    }

    /// Adds every row the other way round too, unless it is there: for a relation that holds both ways.
    func mirror() {
        var known: Set<[ID]> = []
        for row in 0..<Int32(count) { known.insert([value(.agent, row), value(.patient, row), time(row)]) }
        for row in 0..<Int32(count) {
            let (a, b, time) = (value(.agent, row), value(.patient, row), time(row))
            guard b != Self.none, known.insert([b, a, time]).inserted else { continue }
            let others = roles.filter { $0 != .agent && $0 != .patient }.map { ($0, value($0, row)) }.filter { $0.1 != Self.none }
            append(fact: facts[Int(row)], at: places[Int(row)], values: [(.agent, b), (.patient, a)] + others, time: time)
        }
    }

    private func pad(_ column: inout [ID], _ value: ID) {
        column.append(contentsOf: repeatElement(Self.none, count: count - column.count))
        column.append(value)
    }

    func value(_ role: Role, _ row: Int32) -> ID {
        let column = columns[role.number]
        return Int(row) < column.count ? column[Int(row)] : Self.none
    }

    func time(_ row: Int32) -> ID { Int(row) < times.count ? times[Int(row)] : Self.none }

    /// Rows with this value in the column; the first probe of a column builds its index in one pass.
    func rows(_ role: Role, _ value: ID) -> [Int32] { index(role)[value] ?? [] }

    func distinct(_ role: Role) -> Int { index(role).count }

    /// The different values of the column, in the order of the rows.
    func values(_ role: Role) -> [ID] {
        var seen: Set<ID> = [Self.none]
        return columns[role.number].filter { seen.insert($0).inserted }
    }

    private func index(_ role: Role) -> [ID: [Int32]] {
        if let built = indexes[role.number] { return built }
        var index: [ID: [Int32]] = [:]
        for (row, value) in columns[role.number].enumerated() where value != Self.none { index[value, default: []].append(Int32(row)) }
        indexes[role.number] = index
        return index
    }

    // MARK: Chains

    /// Values reached along the relation, in breadth-first order, with the row that reached each.
    struct Reach {
        var values: [ID] = []
        var rows: [ID: Int32] = [:]
    }

    /// Everything that one value reaches over one or more rows, from `role` (agent: forwards, patient: backwards). Computed once a value.
    func reach(from value: ID, _ role: Role) -> Reach {
        if let known = reached[role]?[value] { return known }
        let far: Role = role == .agent ? .patient : .agent
        var reach = Reach()
        var frontier = [value]
        while !frontier.isEmpty {
            var next: [ID] = []
            for node in frontier {
                for row in rows(role, node) {
                    let found = self.value(far, row)
                    guard found != Self.none, reach.rows[found] == nil else { continue }
                    reach.rows[found] = row
                    next.append(found)
                }
            }
            reach.values += next
            frontier = next
        }
        reached[role, default: [:]][value] = reach
        return reach
    }
}
