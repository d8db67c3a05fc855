import Facts
import Foundation
import GRDB
import GRDBSQLite

/// What is written of imported tables when a store is finished, so that no question reads them to know what they hold: how many rows and
/// values each has, what kinds of values, and which of their columns and types have things in common.
///
/// A column or type is a set of things and numbers. Those that are in the same sets make a region; two sets have something in common where
/// they share a region. After `mostRegions` a member counts, for each two sets it is in, towards one region of those two alone.
struct WorldStatistics {
    private struct Column: Hashable {
        var relation: Int64
        var role: Int
    }

    private struct Relation {
        var facts = 0
        var isTimed = false
    }

    private struct Counts {
        var things = 0
        var dates = 0
        var numbers: Set<Int64> = []
        /// Of the numbers that are too many to be told apart.
        var otherNumbers = 0
        var areYears = true
        /// Of the first value, where that is a number.
        var unit: String?
        var isEmpty = true
    }

    private struct Number: Hashable {
        var value: Double
        var unit: String
    }

    static let mostRegions = 200
    /// A column with more different numbers is taken to have no two alike.
    private static let mostNumbers = 50_000
    /// Numbers are members of sets by what lies above the rows of things.
    private static let firstNumber: Int64 = 1 << 39
    /// The note in `meta` that has the number of words of the longest name.
    static let longestName = "longest name"

    private let db: Database
    private var relations: [Int64: Relation] = [:]
    private var columns: [Column: Int] = [:]
    private var types: [String: (set: Int, document: String)] = [:]
    private var counts: [Counts] = []
    private var numbers: [Number: Int64] = [:]
    private var memberships = Memberships()
    private var regions: [(sets: [Int], members: Int)] = []

    static func write(in db: Database) throws {
        try db.execute(sql: "delete from world_relation; delete from world_set; delete from world_region;")
        guard try Bool.fetchOne(db, sql: "select 1 from document where kind in ('table', 'excerpt') limit 1") != nil else { return }
        var statistics = WorldStatistics(db: db)
        try statistics.readRows()
        try statistics.readRoles()
        try statistics.readTypes()
        try statistics.divide()
        try db.inSavepoint {
            try statistics.write()
            return .commit
        }
    }

    private init(db: Database) { self.db = db }

    // MARK: Reading

    private mutating func readRows() throws {
        let (agent, patient, place) = (Self.number(of: .agent), Self.number(of: .patient), Self.number(of: .place))
        try db.forEachRow("""
            select relation, agent, patient, place, quantity, unit, t0 is not null from fact
            where text is null and relation is not null and agent is not null
            """) { row in
            let relation: Int64 = row[0]
            relations[relation, default: Relation()].facts += 1
            if row[6] { relations[relation]?.isTimed = true }
            add(thing: row[1], Column(relation: relation, role: agent))
            if let thing: Int64 = row[2] {
                add(thing: thing, Column(relation: relation, role: patient))
            } else if let number: Double = row[4] {
                add(number, row[5], Column(relation: relation, role: patient))
            }
            if let thing: Int64 = row[3] { add(thing: thing, Column(relation: relation, role: place)) }
        }
    }

    /// The roles that have no column of their own in a fact's row.
    private mutating func readRoles() throws {
        try db.forEachRow("""
            select f.relation, a.role, a.entity, a.quantity, a.unit from fact f cross join argument a on a.fact = f.id
            where f.text is null and f.relation is not null and f.agent is not null
            """) { row in
            let column = Column(relation: row[0], role: row[1])
            if let thing: Int64 = row[2] {
                add(thing: thing, column)
            } else if let number: Double = row[3] {
                add(number, row[4], column)
            }
        }
    }

    private mutating func readTypes() throws {
        try db.forEachRow("select k.name, k.entity, d.name from kind k join document d on d.id = k.document order by k.name, d.name") { row in
            let name: String = row[0]
            if types[name] == nil { types[name] = (newSet(), row[2]) }
            if let type = types[name] { memberships.add(row[1], set: type.set) }
        }
    }

    private mutating func add(thing: Int64, _ column: Column) {
        let set = set(of: column)
        counts[set].isEmpty = false
        memberships.add(thing, set: set)
    }

    private mutating func add(_ number: Double, _ unit: String, _ column: Column) {
        let set = set(of: column)
        if counts[set].isEmpty { counts[set].unit = unit }
        counts[set].isEmpty = false
        counts[set].areYears = counts[set].areYears && unit.isEmpty && number == number.rounded() && (1000...2200).contains(number)
        guard counts[set].numbers.count < Self.mostNumbers else {
            counts[set].otherNumbers += 1
            return
        }
        let member = member(Number(value: number, unit: unit))
        if counts[set].numbers.insert(member).inserted { memberships.add(member, set: set) }
    }

    private mutating func member(_ number: Number) -> Int64 {
        if let known = numbers[number] { return known }
        let member = Self.firstNumber + Int64(numbers.count)
        numbers[number] = member
        return member
    }

    private mutating func set(of column: Column) -> Int {
        if let known = columns[column] { return known }
        let set = newSet()
        columns[column] = set
        return set
    }

    private mutating func newSet() -> Int {
        counts.append(Counts())
        return counts.count - 1
    }

    private static func number(of role: Role) -> Int { Role.allCases.firstIndex(of: role) ?? 0 }

    // MARK: Regions

    private mutating func divide() throws {
        let dates = try self.dates()
        var known: [[Int]: Int] = [:]
        memberships.sort()
        let memberships = self.memberships
        memberships.forEachMember { member, sets in
            for set in sets where member < Self.firstNumber {
                if dates.contains(member) { counts[set].dates += 1 } else { counts[set].things += 1 }
            }
            if let number = known[sets] {
                regions[number].members += 1
            } else if known.count < Self.mostRegions {
                known[sets] = regions.count
                regions.append((sets, 1))
            } else {
                for (position, first) in sets.enumerated() {
                    for second in sets[position...] where first != second || sets.count == 1 { addPair(first, second, &known) }
                }
            }
        }
    }

    private mutating func addPair(_ first: Int, _ second: Int, _ known: inout [[Int]: Int]) {
        // Kept apart from a region of exactly these two sets by its order.
        let key = [second, first]
        let number = known[key] ?? regions.count
        if number == regions.count {
            known[key] = number
            regions.append(([first, second], 0))
        }
        regions[number].members += 1
    }

    /// Things whose names are days or months: tables have dates as the names of things.
    private func dates() throws -> Set<Int64> {
        var dates: Set<Int64> = []
        try db.forEachRow("select id, name from entity where length(name) in (7, 10) and name glob '[0-9]*'") { row in
            if TableValues.time(row[1]) != nil { dates.insert(row[0]) }
        }
        return dates
    }

    // MARK: Writing

    private func write() throws {
        let longest = try Int.fetchOne(db, sql: "select max(length(name) - length(replace(replace(name, '-', ''), ' ', '')) + 1) from name") ?? 0
        try db.execute(sql: "insert or replace into meta values(?, ?)", arguments: [Self.longestName, "\(longest)"])
        for (relation, known) in relations.sorted(by: { $0.key < $1.key }) {
            let all = try Int.fetchOne(db, sql: "select count(*) from fact where relation = ?", arguments: [relation]) ?? 0
            try db.execute(sql: "insert into world_relation values(?, ?, ?, ?)",
                           arguments: [relation, known.facts, all - known.facts, known.isTimed])
        }
        let bits = regionBits()
        for (column, set) in columns {
            let counts = counts[set]
            let numbers = counts.numbers.count + counts.otherNumbers
            var shape: WorldShape = numbers == 0 ? [] : counts.areYears ? [.numbers, .years] : .numbers
            if counts.things > 0 { shape.insert(.things) }
            if counts.dates > 0 { shape.insert(.dates) }
            try insert(set, column.relation, column.role, nil, nil, counts.things + counts.dates + numbers, shape, counts.unit, bits[set])
        }
        for (name, type) in types {
            let members = counts[type.set].things + counts[type.set].dates
            try insert(type.set, nil, nil, name, type.document, members, .things, nil, bits[type.set])
        }
        let region = try db.makeStatement(sql: "insert into world_region values(?, ?)")
        for (number, known) in regions.enumerated() { try region.execute(arguments: [number, known.members]) }
    }

    private func insert(_ set: Int, _ relation: Int64?, _ role: Int?, _ type: String?, _ document: String?, _ members: Int,
                        _ shape: WorldShape, _ unit: String?, _ regions: Data) throws {
        try db.execute(sql: "insert into world_set values(?, ?, ?, ?, ?, ?, ?, ?, ?)",
                       arguments: [set, relation, role, type, document, members, shape.rawValue, unit, regions])
    }

    /// One bit a region, the first the lowest of the first byte.
    private func regionBits() -> [Data] {
        var bits = [[UInt8]](repeating: [UInt8](repeating: 0, count: regions.count / 8 + 1), count: counts.count)
        for (number, region) in regions.enumerated() {
            for set in region.sets { bits[set][number / 8] |= 1 << UInt8(number % 8) }
        }
        return bits.map { Data($0) }
    }
}

/// What stands in a column of an imported table.
public struct WorldShape: OptionSet, Hashable, Sendable {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
    public static let things = Self(rawValue: 1)
    public static let numbers = Self(rawValue: 2)
    /// Things whose names are days or months.
    public static let dates = Self(rawValue: 4)
    /// The numbers can all be years.
    public static let years = Self(rawValue: 8)
}

/// Which sets each thing or number is in, as sorted pairs.
private struct Memberships {
    private static let bitsOfSet: UInt64 = 24
    private var pairs: [UInt64] = []
    private var limit = 1 << 22

    mutating func add(_ member: Int64, set: Int) {
        pairs.append(UInt64(bitPattern: member) << Self.bitsOfSet | UInt64(set))
        guard pairs.count >= limit else { return }
        sort()
        limit = max(limit, 2 * pairs.count)
    }

    /// Leaves each pair once.
    mutating func sort() {
        pairs.sort()
        var last: UInt64?
        pairs.removeAll { pair in
            defer { last = pair }
            return pair == last
        }
    }

    /// Of sorted pairs: members by number, each with its sets in order.
    func forEachMember(_ body: (Int64, [Int]) -> Void) {
        var start = 0
        while start < pairs.count {
            let member = pairs[start] >> Self.bitsOfSet
            var end = start
            while end < pairs.count, pairs[end] >> Self.bitsOfSet == member { end += 1 }
            body(Int64(member), pairs[start..<end].map { Int($0 & (1 << Self.bitsOfSet - 1)) })
            start = end
        }
    }
}

extension Database {
    /// Steps through a statement's rows without GRDB's row objects, which cost more than the rows.
    fileprivate func forEachRow(_ sql: String, _ body: (ResultRow) throws -> Void) throws {
        let statement = try makeStatement(sql: sql)
        try withExtendedLifetime(statement) {
            while true {
                switch sqlite3_step(statement.sqliteStatement) {
                case SQLITE_ROW: try body(ResultRow(statement: statement.sqliteStatement))
                case SQLITE_DONE: return
                case let code: throw DatabaseError(resultCode: ResultCode(rawValue: code))
                }
            }
        }
    }
}
