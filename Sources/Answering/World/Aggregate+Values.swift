import Questions

extension Aggregate.Function {
    /// Nil where there is nothing to take the value of; a count of nothing is 0.
    func of(_ values: [Value]) -> Value? {
        switch self {
        case .count: return .number(Double(values.count), unit: "")
        case .min: return extreme(values, .less)
        case .max: return extreme(values, .greater)
        case .sum, .average:
            guard let first = values.lazy.compactMap({ if case .number(_, let unit) = $0 { unit } else { nil } }).first else { return nil }
            let numbers = values.compactMap { value -> Double? in
                guard case .number(let number, let unit) = value, let factor = UnitScale.factor(from: unit, to: first) else { return nil }
                return number * factor
            }
            let sum = numbers.reduce(0, +)
            return .number(self == .sum ? sum : sum / Double(numbers.count), unit: first)
        }
    }

    private func extreme(_ values: [Value], _ comparison: Comparison) -> Value? {
        values.dropFirst().reduce(values.first) { best, value in
            best.flatMap { value.compare(comparison, $0) } == true ? value : best
        }
    }
}
