import FactStore
import Facts
import Questions

/// Where a row of a table comes from.
enum RowOrigin: Hashable {
    /// Added to the world, with the number of its document and its line there; 0 where that isn't known.
    case added(fact: String, document: Int32, line: Int32)
    /// Read from the store.
    case stored(Int64)
}

/// The rows of one relation as columns of value numbers.
///
/// Of a relation of the store, rows are read when a question asks for them: all at once where they are few, else those of a value or of a
/// time. What was read stays until ``forget()``. Rows are numbered as they come.
final class RelationTable {
    typealias ID = ValueTable.ID

    /// Stands where a row has no value in a column.
    static let none: ID = -1

    let name: String
    /// The name as citations say it.
    private(set) lazy var words = WordForms.words(name).joined(separator: " ")
    /// What the store knows of the relation; nil for one that it hasn't.
    let outline: WorldOutline.Relation?
    private let source: WorldSource?
    private let values: ValueTable
    /// By the position of the role in `Role.allCases`; agent is the subject, patient the object. Short columns end in ``none``.
    private var columns: [[ID]] = Array(repeating: [], count: Role.allCases.count)
    private var times: [ID] = []
    private(set) var origins: [RowOrigin] = []
    /// Whether all rows are here.
    private var isComplete: Bool
    private(set) var hasAddedRows = false
    /// Set by the lexicon: the relation holds along chains of its rows.
    var isTransitive = false
    private(set) var isSymmetric = false
    /// Of a complete table, by value.
    private var indexes: [[ID: [Int32]]?] = Array(repeating: nil, count: Role.allCases.count)
    /// Of a table that isn't complete: what was asked for.
    private var probed: [[ID: [Int32]]] = Array(repeating: [:], count: Role.allCases.count)
    private var timed: [DateRange: [Int32]] = [:]
    private var numbers: [Int64: Int32] = [:]
    private var mirrors: [Int32: Int32] = [:]
    private var places: [Int64: WorldOrigin] = [:]
    private var reached: [Role: [ID: Reach]] = [:]

    /// A table without rows.
    init(name: String, values: ValueTable) {
        self.name = name
        self.values = values
        outline = nil
        source = nil
        isComplete = true
    }

    init(_ outline: WorldOutline.Relation, values: ValueTable, source: WorldSource) {
        name = outline.name
        self.values = values
        self.outline = outline
        self.source = source
        isComplete = false
    }

    private var isSmall: Bool { source.map { outline?.facts ?? 0 <= $0.limits.table } ?? true }
    var count: Int { isComplete ? origins.count : outline?.facts ?? 0 }
    var hasTimes: Bool { outline?.isTimed == true || !times.isEmpty }
    var roles: [Role] {
        if let outline, !hasAddedRows { return outline.columns.map(\.role) }
        return Role.allCases.filter { role in !columns[role.number].isEmpty || outline?.columns.contains { $0.role == role } == true }
    }

    // MARK: Adding

    func append(_ origin: RowOrigin, values: [(Role, ID)], time: ID) {
        complete()
        hasAddedRows = true
        if !reached.isEmpty { reached = [:] }
        for (role, _) in values { indexes[role.number] = nil }
        add(origin, values, time)
    }

    @discardableResult
    private func add(_ origin: RowOrigin, _ values: [(Role, ID)], _ time: ID) -> Int32 {
        for (role, value) in values { pad(&columns[role.number], value) }
        if time != Self.none { pad(&times, time) }
        origins.append(origin)
        return Int32(origins.count - 1)
    }

    private func pad(_ column: inout [ID], _ value: ID) {
        if column.count < origins.count { column.append(contentsOf: repeatElement(Self.none, count: origins.count - column.count)) }
        column.append(value)
    }

    /// Takes every row the other way round too, unless it is there: for a relation that holds both ways.
    func mirror() {
        isSymmetric = true
        if isComplete { addMirrors() }
    }

    private func addMirrors() {
        var known: Set<[ID]> = []
        for row in 0..<Int32(origins.count) { known.insert([value(.agent, row), value(.patient, row), time(row)]) }
        for row in 0..<Int32(origins.count) {
            let (a, b, time) = (value(.agent, row), value(.patient, row), time(row))
            if b != Self.none, known.insert([b, a, time]).inserted { mirrored(row) }
        }
    }

    @discardableResult
    private func mirrored(_ row: Int32) -> Int32 {
        if let known = mirrors[row] { return known }
        let others = roles.filter { $0 != .agent && $0 != .patient }.map { ($0, value($0, row)) }.filter { $0.1 != Self.none }
        let mirror = add(origins[Int(row)], [(.agent, value(.patient, row)), (.patient, value(.agent, row))] + others, time(row))
        mirrors[row] = mirror
        return mirror
    }

    // MARK: Reading

    /// Reads all rows that aren't here yet.
    private func complete() {
        guard !isComplete else { return }
        read(isSmall ? .sorted : .all)
        isComplete = true
        probed = Array(repeating: [:], count: Role.allCases.count)
        timed = [:]
        if isSymmetric { addMirrors() }
    }

    private func completeIfSmall() { if !isComplete, isSmall { complete() } }

    /// How many rows could be read again.
    var forgettable: Int { isSmall || hasAddedRows ? 0 : origins.count }

    /// Lets go of the rows of a large table. Row numbers from before mean nothing afterwards.
    func forget() {
        guard forgettable > 0 else { return }
        columns = Array(repeating: [], count: Role.allCases.count)
        probed = Array(repeating: [:], count: Role.allCases.count)
        indexes = Array(repeating: nil, count: Role.allCases.count)
        (times, origins, timed, numbers, mirrors, places, reached, isComplete) = ([], [], [:], [:], [:], [:], [:], false)
    }

    /// - Returns: the numbers of the rows.
    @discardableResult
    private func read(_ probe: WorldProbe) -> [Int32] {
        guard let outline, let source else { return [] }
        let stored = source.read(or: []) { store throws(StoreError) in try store.worldRows(of: outline, probe) }
        let dated = Set(outline.columns.filter { $0.shape.contains(.dates) }.map(\.role))
        return stored.map { row in
            if let known = numbers[row.fact] { return known }
            var places = [(Role.agent, values.number(ofThing: row.agent, isDate: dated.contains(.agent)))]
            if let patient = row.patient { places.append((.patient, values.number(of: patient, isDate: dated.contains(.patient)))) }
            for (role, value) in row.roles where !places.contains(where: { $0.0 == role }) {
                places.append((role, values.number(of: value, isDate: dated.contains(role))))
            }
            if let place = row.place { places.append((.place, values.number(ofThing: place, isDate: dated.contains(.place)))) }
            let time = row.time.flatMap(Value.init(_:)).map { values.number(of: $0) } ?? Self.none
            let number = add(.stored(row.fact), places, time)
            numbers[row.fact] = number
            return number
        }
    }

    private func read(_ role: Role, _ value: ID) -> [Int32] {
        let direct = values.stored(value).flatMap { read(.value(role, $0)) }
        guard isSymmetric, role == .agent || role == .patient else { return direct }
        let other: Role = role == .agent ? .patient : .agent
        var known = Set(direct.map { [self.value(other, $0), time($0)] })
        let reversed = values.stored(value).flatMap { read(.value(other, $0)) }
        return direct + reversed.filter { known.insert([self.value(role == .agent ? .agent : .patient, $0), time($0)]).inserted }.map(mirrored)
    }

    // MARK: Asking

    func value(_ role: Role, _ row: Int32) -> ID {
        let column = columns[role.number]
        return Int(row) < column.count ? column[Int(row)] : Self.none
    }

    func time(_ row: Int32) -> ID { Int(row) < times.count ? times[Int(row)] : Self.none }

    /// Id of the fact that the row is.
    func fact(_ row: Int32) -> String {
        switch origins[Int(row)] {
        case .added(let fact, _, _): fact
        case .stored(let fact): stored(fact)?.fact ?? ""
        }
    }

    /// Where a row of the store stands.
    func stored(_ fact: Int64) -> WorldOrigin? {
        if let known = places[fact] { return known }
        let place = source?.read(or: nil) { store throws(StoreError) in try store.worldOrigin(ofFact: fact) }
        places[fact] = place
        return place
    }

    var all: Range<Int32> {
        complete()
        return 0..<Int32(origins.count)
    }

    /// Rows with this value in the column.
    func rows(_ role: Role, _ value: ID) -> [Int32] {
        completeIfSmall()
        if isComplete { return index(role)[value] ?? [] }
        if let known = probed[role.number][value] { return known }
        let rows = read(role, value)
        probed[role.number][value] = rows
        return rows
    }

    func hasRow(_ role: Role, _ value: ID) -> Bool {
        completeIfSmall()
        if isComplete { return index(role)[value] != nil }
        if let known = probed[role.number][value] { return !known.isEmpty }
        guard let outline, let source else { return false }
        let sides: [Role] = isSymmetric && (role == .agent || role == .patient) ? [.agent, .patient] : [role]
        return values.stored(value).contains { value in
            sides.contains { side in source.read(or: false) { store throws(StoreError) in try store.hasWorldRow(of: outline, side, value) } }
        }
    }

    /// Rows that may hold within these days, or more; nil where that is no quicker than all rows.
    func rows(during range: DateRange) -> [Int32]? {
        completeIfSmall()
        if isComplete || isSymmetric { return nil }
        if let known = timed[range] { return known }
        let rows = read(.during(first: range.start, last: range.end.map { $0.advanced(by: -1) }))
        timed[range] = rows
        return rows
    }

    func distinct(_ role: Role) -> Int {
        completeIfSmall()
        if isComplete { return index(role).count }
        let roles: [Role] = isSymmetric && (role == .agent || role == .patient) ? [.agent, .patient] : [role]
        return outline?.columns.filter { roles.contains($0.role) }.map(\.members).max() ?? 0
    }

    /// The different values of the column, in the order of the rows.
    func values(_ role: Role) -> [ID] {
        complete()
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

    // MARK: Groups

    /// Whether the store can rank the things of one column by the number of those in another: both hold nothing but things.
    func canRank(by role: Role, counting counted: Role) -> Bool {
        guard let outline, !isSmall, !hasAddedRows, !isSymmetric, !isTransitive else { return false }
        return [role, counted].allSatisfy { role in
            [.agent, .patient, .place].contains(role) && outline.columns.contains { $0.role == role && $0.shape == .things }
        }
    }

    /// - Parameter body: returns false to stop.
    func forEachGroup(by role: Role, counting counted: Role, during range: DateRange?, descending: Bool, limit: Int?,
                      _ body: (_ thing: ID, _ count: Int) -> Bool) {
        guard let outline, let source else { return }
        let days = range.map { (first: $0.start, last: $0.end?.advanced(by: -1)) }
        source.read(or: ()) { store throws(StoreError) in
            try store.forEachWorldGroup(of: outline, by: role, counting: counted, during: days, descending: descending, limit: limit) {
                body(values.number(ofThing: $0, isDate: false), $1)
            }
        }
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
