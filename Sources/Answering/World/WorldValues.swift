import FactStore
import Facts
import Questions

/// What can stand in a row of a world: a thing with a name, a number with its unit, or days.
enum Value: Hashable {
    case entity(EntityID, name: String)
    case number(Double, unit: String)
    case date(DateRange)
}

/// The values of a world and of the queries over it, numbered as they are met, so that rows, joins and sets are of small integers.
///
/// Things of the store are numbered by their rows there; their names are read when they are needed.
final class ValueTable {
    typealias ID = Int32

    private var values: [Value?] = []
    private var numbers: [Value: ID] = [:]
    private var things: [Int64: ID] = [:]
    /// By number; 0 for what is no thing of the store.
    private var rows: [Int64] = []
    private let source: WorldSource?

    init(source: WorldSource? = nil) { self.source = source }

    var count: Int { values.count }

    func number(of value: Value) -> ID {
        if let known = numbers[value] { return known }
        let id = append(value, row: 0)
        numbers[value] = id
        return id
    }

    private func append(_ value: Value?, row: Int64) -> ID {
        values.append(value)
        rows.append(row)
        return ID(values.count - 1)
    }

    subscript(id: ID) -> Value { values[Int(id)] ?? named(id) }

    private func named(_ id: ID) -> Value {
        let row = rows[Int(id)]
        let thing = source?.read(or: nil) { store throws(StoreError) in try store.worldThing(row) }
        let value = Value.entity(thing?.id ?? EntityID(""), name: thing?.name ?? "")
        values[Int(id)] = value
        numbers[value] = id
        return value
    }

    // MARK: Of the store

    func number(of thing: WorldThing) -> ID {
        if let known = things[thing.row] { return known }
        let value = Value.thing(thing.id, thing.name)
        let id = number(of: value)
        if case .entity = value { rows[Int(id)] = thing.row }
        things[thing.row] = id
        return id
    }

    /// - Parameter isDate: the thing may be a date by its name.
    func number(ofThing row: Int64, isDate: Bool) -> ID {
        if let known = things[row] { return known }
        if isDate, let thing = source?.read(or: nil, { store throws(StoreError) in try store.worldThing(row) }) { return number(of: thing) }
        let id = append(nil, row: row)
        things[row] = id
        return id
    }

    func number(of value: StoredWorldRow.Value, isDate: Bool) -> ID {
        switch value {
        case .thing(let row): number(ofThing: row, isDate: isDate)
        case .number(let number, let unit): self.number(of: Value.number(number, unit: unit))
        }
    }

    /// The row of a thing in the store.
    func row(_ id: ID) -> Int64? { rows[Int(id)] == 0 ? nil : rows[Int(id)] }

    /// What the store has for a value; several things can have names that are the same date.
    func stored(_ id: ID) -> [StoredWorldRow.Value] {
        if let row = row(id) { return [.thing(row)] }
        switch self[id] {
        case .number(let number, let unit): return [.number(number, unit: unit)]
        case .date(let range):
            let name = FoldedName(DateText.text(range))
            let things = source?.read(or: []) { store throws(StoreError) in try store.worldThings(named: name) } ?? []
            return things.filter { Value.thing($0.id, $0.name) == .date(range) }.map { .thing($0.row) }
        case .entity: return []
        }
    }
}

extension Value {
    static func quantity(_ quantity: Quantity) -> Value { .number(quantity.value, unit: quantity.unit) }

    /// A whole number without unit that can be a year counts as its days where days are compared.
    var days: DateRange? {
        switch self {
        case .date(let range): range
        case .number(let value, let unit) where unit.isEmpty || unit == "year":
            value == value.rounded() && (1...9999).contains(value) ? .year(Int(value)) : nil
        default: nil
        }
    }

    /// Whether the two stand in this relation; nil where they can't be compared.
    func compare(_ comparison: Comparison, _ other: Value) -> Bool? {
        if case .number(let a, let unit) = self, case .number(let b, let otherUnit) = other {
            guard let factor = UnitScale.factor(from: otherUnit, to: unit) else { return nil }
            return comparison.holds(a, b * factor)
        }
        if let a = days, let b = other.days { return comparison.holds(a, b) }
        switch comparison {
        case .equal: return self == other
        case .different: return self != other
        default: return nil
        }
    }
}

extension Comparison {
    func holds(_ a: Double, _ b: Double) -> Bool {
        switch self {
        case .equal: a == b
        case .different: a != b
        case .less: a < b
        case .atMost: a <= b
        case .greater: a > b
        case .atLeast: a >= b
        }
    }

    /// Days equal a range that covers them; they are before it when they end before it begins.
    func holds(_ a: DateRange, _ b: DateRange) -> Bool {
        switch self {
        case .equal: a.isWithin(b) || b.isWithin(a)
        case .different: !(a.isWithin(b) || b.isWithin(a))
        case .less: a.isBefore(b)
        case .greater: b.isBefore(a)
        case .atMost: !b.isBefore(a)
        case .atLeast: !a.isBefore(b)
        }
    }
}

extension DateRange {
    func isWithin(_ other: DateRange) -> Bool {
        let startsWithin = other.start.map { limit in start.map { $0 >= limit } ?? false } ?? true
        let endsWithin = other.end.map { limit in end.map { $0 <= limit } ?? false } ?? true
        return startsWithin && endsWithin
    }

    func isBefore(_ other: DateRange) -> Bool {
        guard let end, let start = other.start else { return false }
        return end <= start
    }

    func overlaps(_ other: DateRange) -> Bool { !isBefore(other) && !other.isBefore(self) }
}

/// Units that are powers of ten or multiples of each other.
enum UnitScale {
    private static let powers: [String: Double] = [
        "hundred": 1e2, "thousand": 1e3, "thousands": 1e3, "million": 1e6, "millions": 1e6, "billion": 1e9, "billions": 1e9,
        "trillion": 1e12,
    ]

    /// What one unit is in the base unit of its kind.
    private static let measures: [String: (kind: String, size: Double)] = [
        "mm": ("length", 0.001), "cm": ("length", 0.01), "m": ("length", 1), "metre": ("length", 1), "km": ("length", 1000),
        "kilometre": ("length", 1000), "inch": ("length", 0.0254), "foot": ("length", 0.3048), "ft": ("length", 0.3048),
        "feet": ("length", 0.3048), "yard": ("length", 0.9144), "mile": ("length", 1609.344), "nautical mile": ("length", 1852),
        "g": ("mass", 0.001), "kg": ("mass", 1), "kilogram": ("mass", 1), "tonne": ("mass", 1000), "t": ("mass", 1000),
        "pound": ("mass", 0.453_592_37), "lb": ("mass", 0.453_592_37),
        "second": ("time", 1), "minute": ("time", 60), "hour": ("time", 3600), "day": ("time", 86_400), "week": ("time", 604_800),
        "km/h": ("speed", 1 / 3.6), "kmh": ("speed", 1 / 3.6), "m/s": ("speed", 1), "mph": ("speed", 0.44704),
        "knot": ("speed", 1852 / 3600.0),
        "sq km": ("area", 1), "km2": ("area", 1), "km²": ("area", 1), "square kilometre": ("area", 1), "hectare": ("area", 0.01),
        "sq mi": ("area", 2.589_988), "square mile": ("area", 2.589_988), "ksqmiles": ("area", 2589.988),
    ]

    /// The power of ten in front of a unit, and the unit without it: "million tonnes" is 1,000,000 and "tonnes".
    static func split(_ unit: String) -> (factor: Double, rest: String) {
        var factor = 1.0
        var words = unit.split(separator: " ")
        while let first = words.first, let power = powers[first.lowercased()] {
            factor *= power
            words.removeFirst()
        }
        return (factor, words.joined(separator: " "))
    }

    /// By how much a number in one unit is multiplied to be in the other; nil for units of different kinds. A number without unit is taken
    /// to be in the other's, but for powers of ten: 3 million is 3,000,000.
    static func factor(from unit: String, to other: String) -> Double? {
        if unit == other { return 1 }
        let (power, measure) = split(unit), (otherPower, otherMeasure) = split(other)
        return self.measure(from: measure, to: otherMeasure).map { $0 * power / otherPower }
    }

    private static func measure(from unit: String, to other: String) -> Double? {
        if unit == other || unit.isEmpty || other.isEmpty { return 1 }
        let a = singular(unit), b = singular(other)
        if a == b { return 1 }
        guard let from = measures[a], let to = measures[b] else { return measures[a] == nil || measures[b] == nil ? 1 : nil }
        return from.kind == to.kind ? from.size / to.size : nil
    }

    private static func singular(_ unit: String) -> String {
        let lower = unit.lowercased()
        if measures[lower] != nil { return lower }
        if lower.hasSuffix("meters") || lower.hasSuffix("meter") { return singular(lower.replacing("meter", with: "metre")) }
        return lower.hasSuffix("s") ? String(lower.dropLast()) : lower
    }
}
