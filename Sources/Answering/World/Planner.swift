import Facts
import Questions

/// Orders the parts of a formula for a world.
///
/// The order is greedy: of the parts that can run with what is bound so far, the one with the fewest expected rows comes next, by the
/// number of rows and of distinct values of its relation. Comparisons and negations wait until the variables they share are bound.
struct Planner {
    let world: World
    private(set) var registers: [Variable: Int] = [:]

    init(world: World) { self.world = world }

    mutating func register(_ variable: Variable) -> Int {
        if let known = registers[variable] { return known }
        registers[variable] = registers.count
        return registers.count - 1
    }

    /// - Parameters:
    ///   - bound: variables that have a value when the plan starts.
    ///   - wanted: variables of interest outside of the formula.
    mutating func plan(_ formula: Formula, bound: Set<Variable>, wanted: Set<Variable>) -> (plan: Plan, bound: Set<Variable>) {
        var remaining = Formula.all([formula]).parts
        var bound = bound
        var steps: [Plan.Step] = []
        var notes: [String] = []
        var needed = 0
        while !remaining.isEmpty {
            let costs = remaining.indices.map {
                cost(of: remaining[$0], bound: bound, shared: wanted.union(binders(remaining, except: $0)))
            }
            let next = costs.indices.min { costs[$0] < costs[$1] } ?? 0
            let part = remaining[next]
            let shared = wanted.union(binders(remaining, except: next))
            let before = bound
            steps.append(step(part, bound: &bound, shared: shared))
            notes.append("\(PatternLanguage.print(part)) — about \(NumberText.text(costs[next])) rows")
            if !bound.subtracting(before).isDisjoint(with: wanted) { needed = steps.count }
            remaining.remove(at: next)
        }
        return (Plan(steps: steps, needed: needed, notes: notes), bound)
    }

    private func binders(_ parts: [Formula], except index: Int) -> Set<Variable> {
        parts.indices.reduce(into: []) { if $1 != index { $0.formUnion(parts[$1].mentioned) } }
    }

    // MARK: Costs

    private static let waits = 1e12

    private func cost(of part: Formula, bound: Set<Variable>, shared: Set<Variable>) -> Double {
        switch part {
        case .atom(let atom): return rows(of: atom, bound: bound)
        case .type(let term, let type):
            if case .variable(let variable) = term, !bound.contains(variable) { return Double(world.type(type)?.count ?? 0) }
            return 0.1
        case .comparison(let a, let comparison, let b):
            let open = Set(a.variables + b.variables).intersection(shared.union(a.outer).union(b.outer)).subtracting(bound)
            if open.isEmpty { return 0.2 }
            guard comparison == .equal, open.count == 1 else { return Self.waits }
            for (target, value) in [(a, b), (b, a)] where assignable(target, value, bound: bound) {
                // Numbers and days are equal by their value, not by their spelling: what binds the variable otherwise comes first.
                if case .term(.name) = value { return 1 }
                if case .term(.variable) = value { return 1 }
                return Self.waits / 1000
            }
            return Self.waits
        case .not(let inner):
            return Set(inner.variables).intersection(shared).isSubset(of: bound) ? 0.5 : Self.waits * 2
        case .or(let parts):
            let open = Set(part.mentioned).intersection(shared).subtracting(bound)
            let each = parts.map { $0.parts.map { cost(of: $0, bound: bound, shared: shared) }.min() ?? 0 }
            return open.isEmpty ? 0.6 : each.reduce(1, +) * 2
        case .top: return 40
        case .and: return 0
        }
    }

    private func assignable(_ target: Expression, _ value: Expression, bound: Set<Variable>) -> Bool {
        guard case .term(.variable(let variable)) = target, !bound.contains(variable) else { return false }
        return !value.variables.contains(variable)
    }

    private func rows(of atom: Atom, bound: Set<Variable>) -> Double {
        guard let table = world.table(of: atom) else { return 0 }
        var rows = Double(table.count)
        for (role, term) in Self.places(of: atom) {
            let known = if case .variable(let variable) = term { bound.contains(variable) } else { term != .anything }
            if known { rows /= Double(max(1, table.distinct(role))) }
        }
        return table.isTransitive ? rows * 3 : rows
    }

    /// The places with their roles: those without one are subject and object.
    static func places(of atom: Atom) -> [(role: Role, term: Term)] {
        var unnamed = [Role.agent, .patient].makeIterator()
        return atom.places.compactMap { place in (place.role ?? unnamed.next()).map { ($0, place.term) } }
    }

    // MARK: Steps

    private mutating func step(_ part: Formula, bound: inout Set<Variable>, shared: Set<Variable>) -> Plan.Step {
        switch part {
        case .atom(let atom): return atomStep(atom, bound: &bound)
        case .type(let term, let type):
            let slot = self.slot(term, bound: &bound)
            return world.typeNumber(type).map { .members(type: $0, slot) } ?? .never
        case .comparison(let a, let comparison, let b):
            return comparisonStep(a, comparison, b, bound: &bound, shared: shared)
        case .not(let inner):
            return .not(plan(inner, bound: bound, wanted: []).plan)
        case .or(let parts):
            let plans = parts.map { plan($0, bound: bound, wanted: shared) }
            bound = plans.dropFirst().reduce(plans.first?.bound ?? bound) { $0.intersection($1.bound) }
            return .either(plans.map(\.plan))
        case .top(let top): return topStep(top, bound: &bound, shared: shared.union(bound))
        case .and(let parts):
            let inner = plan(.and(parts), bound: bound, wanted: shared)
            bound = inner.bound
            return .either([inner.plan])
        }
    }

    private mutating func atomStep(_ atom: Atom, bound: inout Set<Variable>) -> Plan.Step {
        guard let table = world.table(of: atom), atom.attribution == nil else { return .never }
        let before = bound
        let places = Self.places(of: atom)
        if table.isTransitive, atom.time == nil, places.count == 2, places[0].role == .agent, places[1].role == .patient {
            return .reach(
                Plan.ReachStep(relation: table, from: slot(places[0].term, bound: &bound), to: slot(places[1].term, bound: &bound)))
        }
        let slots = places.map { ($0.role, slot($0.term, bound: &bound)) }
        let probes = places.indices.filter { index in
            if case .variable(let variable) = places[index].term { return before.contains(variable) }
            return places[index].term != .anything
        }
        let probe = probes.max { table.distinct(places[$0].role) < table.distinct(places[$1].role) }
        let time: Plan.TimeSlot? =
            switch atom.time {
            case .during(let range): .during(range)
            case .variable(let variable): .slot(slot(.variable(variable), bound: &bound))
            case nil: nil
            }
        return .rows(Plan.RowStep(relation: table, places: slots, probe: probe, time: time))
    }

    private mutating func comparisonStep(
        _ a: Expression, _ comparison: Comparison, _ b: Expression, bound: inout Set<Variable>,
        shared: Set<Variable>
    ) -> Plan.Step {
        for (target, value) in [(a, b), (b, a)] where comparison == .equal && assignable(target, value, bound: bound) {
            guard case .term(.variable(let variable)) = target else { continue }
            if case .term(.name(let name)) = value {
                bound.insert(variable)
                return .oneOf(world.things(meantBy: name), .binds(register(variable)))
            }
            let plan = expression(value, bound: bound, shared: shared)
            bound.insert(variable)
            return .assign(register(variable), plan)
        }
        for (side, value) in [(a, b), (b, a)] where comparison == .equal {
            guard case .term(.variable(let variable)) = side, case .term(.name(let name)) = value else { continue }
            return .oneOf(world.things(meantBy: name), .bound(register(variable)))
        }
        return .compare(expression(a, bound: bound, shared: shared), comparison, expression(b, bound: bound, shared: shared))
    }

    private mutating func topStep(_ top: Top, bound: inout Set<Variable>, shared: Set<Variable>) -> Plan.Step {
        let inside = Set(top.among.mentioned)
        let outside = inside.intersection(shared.union(top.groups))
        let among = plan(top.among, bound: [], wanted: outside.union(top.key.outer).union(top.groups))
        let key = expression(top.key, bound: among.bound, shared: inside)
        var counts = RankedGroups(top.key, among: top.among, in: world)
        if counts.map({ outside != [$0.variable] }) == true || !top.groups.isEmpty { counts = nil }
        let result = TopPlan(
            plan: among.plan, key: key, top: top, groups: top.groups.map { register($0) },
            shared: outside.sorted().map { register($0) }, bound: Set(outside.intersection(bound).map { register($0) }), counts: counts)
        bound.formUnion(outside)
        return .top(result)
    }

    private mutating func slot(_ term: Term, bound: inout Set<Variable>) -> Plan.Slot {
        switch term {
        case .variable(let variable): return bound.insert(variable).inserted ? .binds(register(variable)) : .bound(register(variable))
        case .anything: return .ignored
        case .name(let name), .phrase(let name): return .constant(world.things(meantBy: name))
        case .quantity(let quantity): return .constant([world.number(of: .quantity(quantity))])
        case .date(let range): return .constant([world.number(of: .date(range))])
        }
    }

    /// The expression with the variables it shares with the outside taken from their registers.
    mutating func expression(_ expression: Expression, bound: Set<Variable>, shared: Set<Variable>) -> ExpressionPlan {
        switch expression {
        case .term(.variable(let variable)): return .register(register(variable))
        case .term(.name(let name)), .term(.phrase(let name)): return world.things(meantBy: name).first.map { .constant($0) } ?? .nothing
        case .term(.quantity(let quantity)): return .constant(world.number(of: .quantity(quantity)))
        case .term(.date(let range)): return .constant(world.number(of: .date(range)))
        case .term(.anything): return .nothing
        case .arithmetic(let a, let sign, let b):
            return .arithmetic(self.expression(a, bound: bound, shared: shared), sign, self.expression(b, bound: bound, shared: shared))
        case .apart(let gap, let a, let b):
            return .apart(gap, self.expression(a, bound: bound, shared: shared), self.expression(b, bound: bound, shared: shared))
        case .calendar(let unit, let a): return .calendar(unit, self.expression(a, bound: bound, shared: shared))
        case .aggregate(let aggregate):
            let inside = Set(expression.variables)
            let given = inside.intersection(bound).intersection(shared.union(bound))
            let local = Set(aggregate.apart).union(aggregate.value.outer)
            let inner = plan(aggregate.body, bound: given, wanted: local)
            let value = self.expression(aggregate.value, bound: inner.bound, shared: inside)
            return .aggregate(
                AggregatePlan(
                    function: aggregate.function, value: value, apart: aggregate.apart.map { register($0) },
                    plan: inner.plan, given: given.sorted().map { register($0) }))
        }
    }
}

extension Formula {
    /// The parts of a conjunction; the formula itself where it is none.
    var parts: [Formula] { if case .and(let parts) = self { parts } else { [self] } }

    /// Variables that stand outside of negations and aggregates, which the formula can bind or needs.
    var mentioned: Set<Variable> {
        switch self {
        case .atom, .type: Set(variables)
        case .comparison(let a, _, let b): a.outer.union(b.outer)
        case .top(let top): top.among.mentioned
        case .and(let parts), .or(let parts): parts.reduce(into: []) { $0.formUnion($1.mentioned) }
        case .not: []
        }
    }
}

extension Expression {
    /// Variables that stand outside of aggregates.
    var outer: Set<Variable> {
        switch self {
        case .term(.variable(let variable)): [variable]
        case .term, .aggregate: []
        case .arithmetic(let a, _, let b), .apart(_, let a, let b): a.outer.union(b.outer)
        case .calendar(_, let a): a.outer
        }
    }
}
