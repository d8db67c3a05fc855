import Facts
import Questions

/// Runs one query over a world. Joins are index probes on columns of integers; nothing is built but the sets of answers, of aggregates
/// and of ranked rows.
///
/// Work is bounded: after `budget` probed rows the run stops and says so, it never cuts silently. An answer kept counts as some probed rows,
/// for its memory. The run stops too once it is no longer wanted.
final class Evaluation {
    typealias ID = ValueTable.ID

    /// One distinct answer with the rows of the first way it was found.
    struct Row {
        var values: [ID]
        var support: [Support]
    }

    /// A row of a table that an answer rests on, or all rows of a group.
    struct Support {
        var table: RelationTable
        var row: Int32
        var group: RankedGroups.Group?

        init(table: RelationTable, row: Int32) {
            self.table = table
            self.row = row
        }

        init(table: RelationTable, group: RankedGroups.Group) {
            self.table = table
            row = 0
            self.group = group
        }

        var fact: String { table.fact(row) }
        var origin: RowOrigin { table.origins[Int(row)] }
    }

    struct Outcome {
        var rows: [Row]
        /// For explanations.
        var plan: [String]
        var isComplete: Bool
    }

    private let world: World
    private var registers: [ID] = []
    private var trail: [Support] = []
    /// The rows behind the aggregates that were computed since this was last emptied, the first of each.
    private var counted: [Support] = []
    private var remembered: [ObjectIdentifier: [[ID]: (value: ID?, support: [Support])]] = [:]
    private var ranked: [ObjectIdentifier: [RankedRow]] = [:]
    /// Rows kept of an aggregate or a rank: enough to cite.
    private static let mostSupport = 12
    private var budget: Int
    private static let costOfAnswer = 16
    /// Rows probed between two looks at the world's cancellation, a power of two.
    private static let rowsBetweenLooks = 4096

    private init(world: World, budget: Int) {
        self.world = world
        self.budget = budget
    }

    /// The distinct answers, in the order of the tables or as the query orders them; for a yes/no query one empty row or none.
    static func run(_ query: Query, over world: World, budget: Int = 20_000_000) -> Outcome {
        if let groups = RankedGroups(query, in: world) {
            return Outcome(rows: groups.rows(of: query), plan: [groups.note], isComplete: !world.cancellation.isRequested)
        }
        var planner = Planner(world: world)
        let keys = query.targets.map(\.expression) + query.order.map(\.expression)
        let wanted = keys.reduce(into: Set<Variable>()) { $0.formUnion($1.outer) }
        let shared = keys.reduce(into: Set<Variable>()) { $0.formUnion($1.variables) }.intersection(query.body.mentioned).union(wanted)
        let (plan, bound) = planner.plan(typed(query, in: world), bound: [], wanted: shared)
        let targets = query.targets.map { planner.expression($0.expression, bound: bound, shared: shared) }
        let order = query.order.map { (planner.expression($0.expression, bound: bound, shared: shared), $0.descending) }
        let evaluation = Evaluation(world: world, budget: budget)
        evaluation.registers = Array(repeating: RelationTable.none, count: planner.registers.count)
        let rows = evaluation.rows(plan, targets: targets, order: order)
        return Outcome(rows: query.limit.map { Array(rows.prefix($0)) } ?? rows, plan: plan.notes, isComplete: evaluation.budget > 0)
    }

    /// What must hold, the types of what is wanted included.
    private static func typed(_ query: Query, in world: World) -> Formula {
        Formula.all([query.body] + query.targets.compactMap { target in
            guard case .term(let term) = target.expression, let type = target.type, world.type(type) != nil else { return nil }
            return .type(term, type)
        })
    }

    /// The ids of the rows that any way of satisfying the query rests on; not those that were only counted or ranked.
    static func facts(of query: Query, over world: World, budget: Int = 20_000_000) -> (ids: Set<String>, isComplete: Bool) {
        var planner = Planner(world: world)
        let body = typed(query, in: world)
        let plan = planner.plan(body, bound: [], wanted: Set(body.variables)).plan
        let evaluation = Evaluation(world: world, budget: budget)
        evaluation.registers = Array(repeating: RelationTable.none, count: planner.registers.count)
        var ids: Set<String> = []
        _ = evaluation.solve(Plan(steps: plan.steps, needed: plan.steps.count, notes: plan.notes), 0) {
            for support in evaluation.trail { ids.insert(support.fact) }
        }
        return (ids, evaluation.budget > 0)
    }

    private func rows(_ plan: Plan, targets: [ExpressionPlan], order: [(ExpressionPlan, Bool)]) -> [Row] {
        var seen: Set<[ID]> = []
        var rows: [(row: Row, keys: [ID])] = []
        _ = solve(plan, 0) {
            self.counted = []
            let values = targets.compactMap { self.value($0) }
            let support = self.trail + self.counted
            guard values.count == targets.count, seen.insert(values).inserted else { return }
            self.budget -= Self.costOfAnswer
            let keys = order.map { self.value($0.0) ?? RelationTable.none }
            rows.append((Row(values: values, support: support), keys))
        }
        guard !order.isEmpty else { return rows.map(\.row) }
        let positions = rows.indices.sorted { a, b in
            for (position, (_, descending)) in order.enumerated() {
                let (x, y) = (rows[a].keys[position], rows[b].keys[position])
                if precedes(x, y) { return !descending }
                if precedes(y, x) { return descending }
            }
            return a < b
        }
        return positions.map { rows[$0].row }
    }

    /// Takes a row off the budget.
    /// - Returns: false where the run is to stop.
    private func spend() -> Bool {
        budget -= 1
        if budget & (Self.rowsBetweenLooks - 1) == 0, world.cancellation.isRequested { budget = 0 }
        return budget > 0
    }

    // MARK: Steps

    /// Runs the steps from `index` on; true where at least one solution was found.
    private func solve(_ plan: Plan, _ index: Int, _ found: () -> Void) -> Bool {
        guard index < plan.steps.count else {
            found()
            return true
        }
        let once = index >= plan.needed
        switch plan.steps[index] {
        case .rows(let step): return solve(step, plan, index, once, found)
        case .reach(let step): return solve(step, plan, index, once, found)
        case .members(let type, let slot): return solve(world.types[type], slot, plan, index, once, found)
        case .oneOf(let values, let slot): return solve(values, slot, plan, index, once, found)
        case .compare(let a, let comparison, let b):
            counted = []
            guard let left = value(a), let right = value(b),
                world.values[left].compare(comparison, world.values[right]) == true
            else { return false }
            return solve(plan, index + 1, resting: counted, found)
        case .assign(let register, let expression):
            counted = []
            guard let value = value(expression) else { return false }
            registers[register] = value
            return solve(plan, index + 1, resting: counted, found)
        case .not(let inner):
            let mark = trail.count
            let holds = solve(inner, 0) {}
            trail.removeLast(trail.count - mark)
            return !holds && solve(plan, index + 1, found)
        case .either(let plans):
            var any = false
            for inner in plans {
                _ = solve(inner, 0) { any = self.solve(plan, index + 1, found) || any }
                if any, once { break }
            }
            return any
        case .top(let top): return solve(top, plan, index, once, found)
        case .never: return false
        }
    }

    /// The rest of the plan, with rows that its solutions rest on too.
    private func solve(_ plan: Plan, _ index: Int, resting support: [Support], _ found: () -> Void) -> Bool {
        let mark = trail.count
        trail += support
        let any = solve(plan, index, found)
        trail.removeLast(trail.count - mark)
        return any
    }

    private func solve(_ step: Plan.RowStep, _ plan: Plan, _ index: Int, _ once: Bool, _ found: () -> Void) -> Bool {
        var any = false
        func visit(_ row: Int32) -> Bool {
            guard spend() else { return true }
            guard matches(step, row) else { return false }
            trail.append(Support(table: step.relation, row: row))
            any = solve(plan, index + 1, found) || any
            trail.removeLast()
            return any && once
        }
        guard let probe = step.probe else {
            if case .during(let range) = step.time, let rows = step.relation.rows(during: range) {
                for row in rows where visit(row) { break }
            } else {
                for row in step.relation.all where visit(row) { break }
            }
            return any
        }
        let (role, slot) = step.places[probe]
        switch slot {
        case .bound(let register):
            for row in step.relation.rows(role, registers[register]) where visit(row) { break }
        case .constant(let values):
            outer: for value in values {
                for row in step.relation.rows(role, value) where visit(row) { break outer }
            }
        case .binds, .ignored: break
        }
        return any
    }

    private func matches(_ step: Plan.RowStep, _ row: Int32) -> Bool {
        for (role, slot) in step.places where !fits(step.relation.value(role, row), slot) { return false }
        switch step.time {
        case nil: return true
        case .during(let range):
            let time = step.relation.time(row)
            return time != RelationTable.none && world.values[time].days?.overlaps(range) == true
        case .slot(let slot): return fits(step.relation.time(row), slot)
        }
    }

    /// Tests a value against a slot, or gives the slot's register the value.
    private func fits(_ value: ID, _ slot: Plan.Slot) -> Bool {
        switch slot {
        case .ignored: return true
        case .constant(let values): return values.contains(value)
        case .bound(let register): return value != RelationTable.none && registers[register] == value
        case .binds(let register):
            registers[register] = value
            return value != RelationTable.none
        }
    }

    private func solve(_ step: Plan.ReachStep, _ plan: Plan, _ index: Int, _ once: Bool, _ found: () -> Void) -> Bool {
        let sources: [ID]
        let backwards: Bool
        switch (step.from, step.to) {
        case (.constant(let values), _): (sources, backwards) = (values, false)
        case (.bound(let register), _): (sources, backwards) = ([registers[register]], false)
        case (_, .constant(let values)): (sources, backwards) = (values, true)
        case (_, .bound(let register)): (sources, backwards) = ([registers[register]], true)
        default: (sources, backwards) = (step.relation.values(.agent), false)
        }
        var any = false
        for source in sources {
            let reach = step.relation.reach(from: source, backwards ? .patient : .agent)
            guard fits(source, backwards ? step.to : step.from) else { continue }
            for value in reach.values where fits(value, backwards ? step.from : step.to) {
                guard spend() else { return any }
                trail.append(Support(table: step.relation, row: reach.rows[value] ?? 0))
                any = solve(plan, index + 1, found) || any
                trail.removeLast()
                if any, once { return true }
            }
        }
        return any
    }

    private func solve(_ type: WorldType, _ slot: Plan.Slot, _ plan: Plan, _ index: Int, _ once: Bool, _ found: () -> Void) -> Bool {
        switch slot {
        case .bound(let register): type.contains(registers[register]) && solve(plan, index + 1, found)
        case .constant(let wanted): wanted.contains(where: type.contains) && solve(plan, index + 1, found)
        case .binds, .ignored: solve(type.members, slot, plan, index, once, found)
        }
    }

    private func solve(_ values: [ID], _ slot: Plan.Slot, _ plan: Plan, _ index: Int, _ once: Bool, _ found: () -> Void) -> Bool {
        if case .bound(let register) = slot {
            return values.contains(registers[register]) && solve(plan, index + 1, found)
        }
        if case .constant(let wanted) = slot {
            return wanted.contains(where: values.contains) && solve(plan, index + 1, found)
        }
        var any = false
        for value in values {
            guard spend() else { break }
            _ = fits(value, slot)
            any = solve(plan, index + 1, found) || any
            if any, once { break }
        }
        return any
    }

    // MARK: Ranks

    private func solve(_ top: TopPlan, _ plan: Plan, _ index: Int, _ once: Bool, _ found: () -> Void) -> Bool {
        var any = false
        for ranked in rankedRows(top) {
            let matches = zip(top.shared, ranked.values).allSatisfy { register, value in
                !top.bound.contains(register) || registers[register] == value
            }
            guard matches else { continue }
            for (register, value) in zip(top.shared, ranked.values) { registers[register] = value }
            any = solve(plan, index + 1, resting: ranked.support, found) || any
            if any, once { break }
        }
        return any
    }

    /// Values of the registers that a rank shares with its surroundings, with what it rests on.
    private struct RankedRow {
        var key: ID
        var values: [ID]
        var support: [Support]
    }

    /// The rows whose key has one of the ranks wanted, found once a run.
    private func rankedRows(_ top: TopPlan) -> [RankedRow] {
        if let known = ranked[ObjectIdentifier(top)] { return known }
        if let groups = top.counts {
            let rows = groups.ranked(top.ranks, descending: top.descending).map {
                RankedRow(key: $0.count, values: [$0.thing], support: [$0.support])
            }
            ranked[ObjectIdentifier(top)] = rows
            return rows
        }
        let outside = registers
        let mark = trail.count
        var groups: [[ID]] = []
        var rows: [[ID]: [RankedRow]] = [:]
        var seen: Set<[ID]> = []
        _ = solve(top.plan, 0) {
            self.counted = []
            guard let key = self.value(top.key) else { return }
            let row = top.shared.map { self.registers[$0] }
            guard seen.insert(row + [key]).inserted else { return }
            let group = top.groups.map { self.registers[$0] }
            if rows[group] == nil { groups.append(group) }
            let support = (self.trail[mark...] + self.counted).prefix(Self.mostSupport)
            rows[group, default: []].append(RankedRow(key: key, values: row, support: Array(support)))
        }
        var result: [RankedRow] = []
        for group in groups {
            let members = rows[group] ?? []
            let keys = distinctKeys(members.map(\.key), descending: top.descending)
            let chosen = keys.enumerated().filter { top.ranks.contains($0.offset + 1) }.map(\.element)
            for key in chosen {
                for member in members where !precedes(member.key, key) && !precedes(key, member.key) {
                    if !result.contains(where: { $0.values == member.values }) { result.append(member) }
                }
            }
        }
        registers = outside
        trail.removeLast(trail.count - mark)
        ranked[ObjectIdentifier(top)] = result
        return result
    }

    private func distinctKeys(_ keys: [ID], descending: Bool) -> [ID] {
        var seen: Set<ID> = []
        let sorted = keys.filter { seen.insert($0).inserted }.sorted { descending ? precedes($1, $0) : precedes($0, $1) }
        return sorted.reduce(into: []) { distinct, key in
            if let last = distinct.last, !precedes(last, key), !precedes(key, last) { return }
            distinct.append(key)
        }
    }

    /// Numbers by size, days by beginning, names by their characters.
    private func precedes(_ a: ID, _ b: ID) -> Bool {
        guard a != RelationTable.none, b != RelationTable.none else { return b != RelationTable.none && a != b }
        let (x, y) = (world.values[a], world.values[b])
        if case .number = x, case .number = y { return x.compare(.less, y) ?? false }
        if let days = x.days, let others = y.days {
            return (days.start ?? days.end).map { first in (others.start ?? others.end).map { first < $0 } ?? false } ?? false
        }
        return x.text.unicodeScalars.lexicographicallyPrecedes(y.text.unicodeScalars)
    }

    // MARK: Expressions

    private func value(_ expression: ExpressionPlan) -> ID? {
        switch expression {
        case .constant(let value): return value
        case .register(let register): return registers[register] == RelationTable.none ? nil : registers[register]
        case .nothing: return nil
        case .arithmetic(let a, let sign, let b):
            guard let left = value(a), let right = value(b) else { return nil }
            return arithmetic(world.values[left], sign, world.values[right]).map(world.number)
        case .apart(.distance, let a, let b):
            guard let left = value(a), let right = value(b) else { return nil }
            return arithmetic(world.values[left], .minus, world.values[right]).map { difference in
                if case .number(let value, let unit) = difference {
                    world.number(of: .number(abs(value), unit: unit))
                } else {
                    world.number(of: difference)
                }
            }
        case .apart(.years, let a, let b):
            guard let from = value(a), let to = value(b), let years = world.values[from].years(until: world.values[to]) else { return nil }
            return world.number(of: .number(Double(years), unit: "years"))
        case .calendar(let unit, let a):
            guard let day = value(a), let part = world.values[day].calendar(unit) else { return nil }
            return world.number(of: part)
        case .aggregate(let plan): return aggregate(plan)
        }
    }

    private func arithmetic(_ a: Value, _ sign: Expression.Operator, _ b: Value) -> Value? {
        if sign == .minus, case .date = a, let x = a.days?.start, let y = b.days?.start { return .number(Double(x - y), unit: "days") }
        guard case .number(let x, let unit) = a, case .number(let y, let other) = b else { return nil }
        switch sign {
        case .plus, .minus:
            guard let factor = UnitScale.factor(from: other, to: unit) else { return nil }
            return .number(sign == .plus ? x + y * factor : x - y * factor, unit: unit.isEmpty ? other : unit)
        case .times: return .number(x * y, unit: unit.isEmpty ? other : unit)
        case .over:
            let factor = unit == other ? 1 : UnitScale.factor(from: other, to: unit) ?? 1
            return y == 0 ? nil : .number(x / (y * factor), unit: other.isEmpty ? unit : unit.isEmpty || unit == other ? "" : "")
        }
    }

    private func aggregate(_ aggregate: AggregatePlan) -> ID? {
        let given = aggregate.given.map { registers[$0] }
        if let known = remembered[ObjectIdentifier(aggregate)]?[given] {
            counted += known.support
            return known.value
        }
        let outside = registers
        let before = counted
        let mark = trail.count
        var seen: Set<[ID]> = []
        var values: [Value] = []
        var support: [Support] = []
        _ = solve(aggregate.plan, 0) {
            guard let value = self.value(aggregate.value) else { return }
            guard seen.insert([value] + aggregate.apart.map { self.registers[$0] }).inserted else { return }
            values.append(self.world.values[value])
            if support.count < Self.mostSupport { support += self.trail[mark...] }
        }
        registers = outside
        trail.removeLast(trail.count - mark)
        let result = aggregate.function.of(values).map(world.number)
        remembered[ObjectIdentifier(aggregate), default: [:]][given] = (result, support)
        counted = before + support
        return result
    }
}
