import Facts
import Questions

/// The rows of a query as answers: one a value, or one a group with its values sorted and joined.
struct WorldAnswers {
    private let world: World
    private let query: Query
    private let whole: Set<String>
    private(set) var answers: [Answer] = []

    /// - Parameter whole: computed numbers that are cut off to whole ones: "average", "percentage".
    init(world: World, query: Query, whole: Set<String>) {
        self.world = world
        self.query = query
        self.whole = whole
    }

    var texts: [String] { answers.map(\.text) }

    mutating func add(_ rows: [Evaluation.Row]) {
        if world.cancellation.isRequested { return }
        if query.targets.isEmpty {
            answers = [answer(rows.isEmpty ? "No" : "Yes", rows.first?.support ?? [])]
        } else if query.targets.count == 1 {
            for row in rows where !world.cancellation.isRequested { answers.append(answer(text(row.values[0]), row.support, value: row.values[0])) }
        } else {
            addGroups(rows)
        }
    }

    private mutating func addGroups(_ rows: [Evaluation.Row]) {
        var order: [[ValueTable.ID]] = []
        var groups: [[ValueTable.ID]: (values: [String], support: [Evaluation.Support])] = [:]
        for row in rows where !isEmptyCount(row) {
            let group = Array(row.values.dropLast())
            if groups[group] == nil { order.append(group) }
            groups[group, default: ([], [])].values.append(row.values.last.map(text) ?? "")
            groups[group]?.support += row.support
        }
        for group in order where !world.cancellation.isRequested {
            let entry = groups[group] ?? ([], [])
            let label = group.map(text).joined(separator: ", ")
            answers.append(answer(label + ": " + entry.values.sorted().joined(separator: ", "), entry.support))
        }
    }

    /// As an answer gives it; computed numbers with their sign and in the form that the world's lexicon asks for.
    /// A group of which nothing was counted is left out, as one without a value is.
    private func isEmptyCount(_ row: Evaluation.Row) -> Bool {
        guard case .number(0, _)? = row.values.last.map({ world.values[$0] }) else { return false }
        switch query.targets.last?.expression {
        case .aggregate(let aggregate)?: return aggregate.function == .count
        case .arithmetic?: return true
        default: return false
        }
    }

    /// As an answer gives it; computed numbers with their sign and in the form that the world's lexicon asks for.
    private func text(_ id: ValueTable.ID) -> String {
        guard case .number(let value, let unit) = world.values[id] else { return world.text(id) }
        switch query.targets.last?.expression {
        case .arithmetic(.arithmetic(.term(.quantity(let hundred)), .times, _), .over, _)? where hundred.value == 100:
            return NumberText.text(whole.contains("percentage") ? value.rounded(.towardZero) : (value * 10).rounded() / 10) + "%"
        case .aggregate(let aggregate)? where whole.contains(aggregate.function.rawValue):
            return Value.number(value.rounded(.towardZero), unit: unit).text
        default: return world.text(id)
        }
    }

    private func answer(_ text: String, _ support: [Evaluation.Support], value: ValueTable.ID? = nil) -> Answer {
        let (grounds, rules) = world.grounds(of: support)
        let facts = grounds.map(\.fact)
        var result = Answer(
            text: text, support: rules.isEmpty ? (world.matchesWords ? .stated : .given) : .inferred, rules: rules,
            evidence: world.citations(grounds), facts: facts)
        if let modality = facts.lazy.compactMap({ world.modalities[$0] }).first { result.modality = modality }
        if result.evidence.isEmpty, let value, let type = query.targets.first?.type {
            result.evidence = [world.citation(of: type, value)].compactMap { $0 }
        }
        switch value.map({ world.values[$0] }) {
        case .entity(let id, _)?: result.entity = id
        case .number(let number, let unit)?: result.value = Quantity(value: number, unit: unit)
        case .date(let range)?:
            result.time = ValidTime(
                start: range.start.map { .day($0) } ?? .open, end: range.end.map { .day($0) } ?? .open, precision: .span, text: text,
                origin: .stated)
        case nil: break
        }
        return result
    }
}
