import Facts
import Questions

/// A formula made ready to run over a world: steps in the order in which they are joined, variables as numbered registers.
final class Plan {
    enum Step {
        case rows(RowStep)
        case reach(ReachStep)
        /// Every member of a type, or a test of one.
        case members(type: Int, Slot)
        /// One of these values, or a test for it.
        case oneOf([ValueTable.ID], Slot)
        case compare(ExpressionPlan, Comparison, ExpressionPlan)
        case assign(Int, ExpressionPlan)
        case not(Plan)
        case either([Plan])
        case top(TopPlan)
        /// Something is named that the world doesn't have.
        case never
    }

    /// A place of a step: values known before, a register that is bound by then, one that the step binds, or nothing of interest.
    enum Slot {
        case constant([ValueTable.ID])
        case bound(Int)
        case binds(Int)
        case ignored
    }

    struct RowStep {
        var relation: RelationTable
        var places: [(role: Role, slot: Slot)]
        /// The place whose index is probed; nil scans the relation.
        var probe: Int?
        var time: TimeSlot?
    }

    enum TimeSlot { case during(DateRange), slot(Slot) }

    /// A step along a transitive relation.
    struct ReachStep {
        var relation: RelationTable
        var from: Slot
        var to: Slot
    }

    let steps: [Step]
    /// The position after the last step that binds something wanted outside; from there on one success is enough.
    let needed: Int
    /// The steps in words with the rows expected of each, for explanations.
    let notes: [String]

    init(steps: [Step], needed: Int, notes: [String]) {
        self.steps = steps
        self.needed = needed
        self.notes = notes
    }
}

/// The first rows by a key, found once and then joined.
final class TopPlan {
    let plan: Plan
    let key: ExpressionPlan
    let ranks: ClosedRange<Int>
    let descending: Bool
    let groups: [Int]
    /// Registers of the formula that are of interest outside.
    let shared: [Int]
    /// Of these, the ones that are bound before the step.
    let bound: Set<Int>
    /// Where the store can rank: then the plan isn't run.
    let counts: RankedGroups?

    init(plan: Plan, key: ExpressionPlan, top: Top, groups: [Int], shared: [Int], bound: Set<Int>, counts: RankedGroups?) {
        self.plan = plan
        self.key = key
        ranks = top.ranks
        descending = top.descending
        self.groups = groups
        self.shared = shared
        self.bound = bound
        self.counts = counts
    }
}

indirect enum ExpressionPlan {
    case constant(ValueTable.ID)
    case register(Int)
    case arithmetic(ExpressionPlan, Expression.Operator, ExpressionPlan)
    case apart(Expression.Gap, ExpressionPlan, ExpressionPlan)
    case calendar(Expression.CalendarUnit, ExpressionPlan)
    case aggregate(AggregatePlan)
    /// A name that nothing in the world has.
    case nothing
}

final class AggregatePlan {
    let function: Aggregate.Function
    let value: ExpressionPlan
    let apart: [Int]
    let plan: Plan
    /// Registers bound outside on which the value depends.
    let given: [Int]

    init(function: Aggregate.Function, value: ExpressionPlan, apart: [Int], plan: Plan, given: [Int]) {
        self.function = function
        self.value = value
        self.apart = apart
        self.plan = plan
        self.given = given
    }
}
