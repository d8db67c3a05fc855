import Facts
import Questions

/// What can stand in a row of a world: a thing with a name, a number with its unit, or days.
enum Value: Hashable {
    case entity(EntityID, name: String)
    case number(Double, unit: String)
    case date(DateRange)
}

/// The values of a world and of the queries over it, numbered as they are met, so that rows, joins and sets are of small integers.
struct ValueTable {
    typealias ID = Int32

    private(set) var values: [Value] = []
    private var numbers: [Value: ID] = [:]

    mutating func number(of value: Value) -> ID {
        if let known = numbers[value] { return known }
        let id = ID(values.count)
        values.append(value)
        numbers[value] = id
        return id
    }

    subscript(id: ID) -> Value { values[Int(id)] }
    var count: Int { values.count }
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
