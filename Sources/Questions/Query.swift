import Facts

/// What a question asks of a store: the one algebra that English, keywords and the pattern language all compile to.
///
/// A query is a formula over facts and the expressions that are wanted for every way of satisfying it. Variables that are not
/// wanted are existential; inside `not` and inside an aggregate, variables that occur nowhere else are local to it. The text form
/// is ``PatternLanguage``; `docs/patterns.md` is its manual.
///
///     ?x : person | command(agent: ?x, patient: U.S. Forces Japan) @ 2024
///     ?c, average{ ?a, ?y | ?y : country & in(?y, ?c) & area(?y, ?a) } | ?c : continent
public struct Query: Hashable, Sendable {
    /// One thing wanted, with the type that the question expects of it.
    public struct Target: Hashable, Sendable {
        public var expression: Expression
        /// A type of the store ("country") or of the fact model ("person"); nil where anything will do.
        public var type: String?

        public init(_ expression: Expression, type: String? = nil) {
            self.expression = expression
            self.type = type
        }

        public init(_ variable: Variable, type: String? = nil) { self.init(.term(.variable(variable)), type: type) }
    }

    public struct Order: Hashable, Sendable {
        public var expression: Expression
        public var descending: Bool

        public init(_ expression: Expression, descending: Bool = false) {
            self.expression = expression
            self.descending = descending
        }
    }

    /// Empty for a yes/no question. Of several, the first are the groups and the last is the value.
    public var targets: [Target]
    public var body: Formula
    public var order: [Order]
    public var limit: Int?

    public init(targets: [Target], body: Formula, order: [Order] = [], limit: Int? = nil) {
        self.targets = targets
        self.body = body
        self.order = order
        self.limit = limit
    }
}

extension Query {
    /// The relations of all its atoms, in order of appearance, repeated where they are.
    public var relations: [String] {
        body.relations + targets.flatMap(\.expression.relations) + order.flatMap(\.expression.relations)
    }
}

/// A variable, by its name without the question mark.
public struct Variable: Hashable, Comparable, Sendable {
    public let name: String
    public init(_ name: String) { self.name = name }
    public static func < (a: Variable, b: Variable) -> Bool { a.name < b.name }
}

/// What can stand in a place of an atom.
public enum Term: Hashable, Sendable {
    case variable(Variable)
    /// Anything, and it isn't wanted.
    case anything
    /// Something that has this name in the store.
    case name(String)
    /// A description by words, to be matched with words: "the follow-up working groups".
    case phrase(String)
    case quantity(Quantity)
    case date(DateRange)
}

/// Days from `start` up to, not including, `end`; a side that is nil is open.
public struct DateRange: Hashable, Sendable {
    public var start: Day?
    public var end: Day?

    public init(start: Day?, end: Day?) {
        self.start = start
        self.end = end
    }

    public static func year(_ year: Int) -> DateRange {
        DateRange(start: Day(year: year, month: 1, day: 1), end: Day(year: year + 1, month: 1, day: 1))
    }

    public static func day(_ day: Day) -> DateRange { DateRange(start: day, end: day.advanced(by: 1)) }
}

/// One predication: a relation between terms, with when, whether and by whom.
public struct Atom: Hashable, Sendable {
    /// A term in its place. Places without a role are, in order, subject (agent) and object (patient).
    public struct Place: Hashable, Sendable {
        public var role: Role?
        public var term: Term
        /// The place in an English sentence, which articles are searched by: "subject", "over", "why".
        public var label: PlaceLabel?

        public init(_ term: Term, as role: Role? = nil) {
            self.term = term
            self.role = role
        }

        public init(_ term: Term, at label: PlaceLabel) {
            self.term = term
            self.label = label
            role = label.role
        }
    }

    public enum Time: Hashable, Sendable {
        /// The fact's time overlaps these days.
        case during(DateRange)
        /// The fact's time is this variable's value.
        case variable(Variable)
    }

    /// A relation of an imported table ("flows through"), a canonical relation ("command"), or a predicate as articles write it
    /// ("carry out").
    public var relation: String
    public var places: [Place]
    public var time: Time?
    /// Nil: any modality, each answer saying its own.
    public var modality: Modality?
    public var polarity: Polarity
    /// Who says so.
    public var attribution: Term?
    /// A time in words: "last August".
    public var timeWords: String?
    /// How the predication is asked for, where an English question would tell it by its words.
    public var manners: [Manner] = []

    /// Whether it is to be looked for in articles as a question is.
    public var isAsked: Bool { !manners.isEmpty || timeWords != nil || places.contains { $0.label != nil } }

    public init(
        _ relation: String, _ places: [Place], time: Time? = nil, modality: Modality? = nil,
        polarity: Polarity = .positive, attribution: Term? = nil
    ) {
        self.relation = relation
        self.places = places
        self.time = time
        self.modality = modality
        self.polarity = polarity
        self.attribution = attribution
    }

    public init(_ relation: String, _ subject: Term, _ object: Term) {
        self.init(relation, [Place(subject), Place(object)])
    }
}

public indirect enum Formula: Hashable, Sendable {
    case atom(Atom)
    /// `?x : country`
    case type(Term, String)
    case comparison(Expression, Comparison, Expression)
    case top(Top)
    /// Of none: true.
    case and([Formula])
    /// Of at least one.
    case or([Formula])
    /// By closed world: nothing in the store satisfies it.
    case not(Formula)

    public static let always = Formula.and([])
}

public enum Comparison: String, Hashable, Sendable, CaseIterable {
    case equal = "=", different = "!=", less = "<", atMost = "<=", greater = ">", atLeast = ">="
}

/// The first rows of a formula by a key: `top 1 by ?a per ?c { ?x : country & in(?x, ?c) & area(?x, ?a) }`.
public struct Top: Hashable, Sendable {
    /// Ranks are counted over distinct keys, so that equals share a rank: 1…1 the largest, 2…2 the second largest.
    public var ranks: ClosedRange<Int>
    public var key: Expression
    /// Greatest first.
    public var descending: Bool
    /// Ranked apart for every value of these.
    public var groups: [Variable]
    public var among: Formula

    public init(ranks: ClosedRange<Int> = 1...1, key: Expression, descending: Bool, groups: [Variable] = [], among: Formula) {
        self.ranks = ranks
        self.key = key
        self.descending = descending
        self.groups = groups
        self.among = among
    }
}

public indirect enum Expression: Hashable, Sendable {
    public enum Operator: String, Hashable, Sendable, CaseIterable { case plus = "+", minus = "-", times = "*", over = "/" }

    public enum Gap: String, Hashable, Sendable, CaseIterable {
        /// Of numbers their difference, of days the days between them; never negative.
        case distance
        /// Whole years from the first day to the second.
        case years
    }

    public enum CalendarUnit: String, Hashable, Sendable, CaseIterable { case year, month }

    case term(Term)
    case arithmetic(Expression, Operator, Expression)
    /// How far two values are apart.
    case apart(Gap, Expression, Expression)
    /// The year or month of a day.
    case calendar(CalendarUnit, Expression)
    case aggregate(Aggregate)
}

/// A value of all the ways in which a formula holds: `sum{ ?a, ?x | ?x : country & area(?x, ?a) }`.
public struct Aggregate: Hashable, Sendable {
    public enum Function: String, Hashable, Sendable, CaseIterable { case count, sum, average, min, max }

    public var function: Function
    /// The value aggregated (the last wanted, for `count` just counted).
    public var value: Expression
    /// Counted apart: two countries of one area are two areas to add.
    public var apart: [Variable]
    public var body: Formula

    public init(_ function: Function, _ value: Expression, apart: [Variable] = [], body: Formula) {
        self.function = function
        self.value = value
        self.apart = apart
        self.body = body
    }
}

extension Formula {
    /// Conjunction that keeps the formula flat.
    public static func all(_ parts: [Formula]) -> Formula {
        var flat: [Formula] = []
        for part in parts {
            if case .and(let inner) = part { flat += inner } else { flat.append(part) }
        }
        return flat.count == 1 ? flat[0] : .and(flat)
    }

    /// The variables in order of appearance, those local to aggregates and negations included.
    public var variables: [Variable] {
        var result: [Variable] = []
        visit { if !result.contains($0) { result.append($0) } }
        return result
    }

    func visit(_ found: (Variable) -> Void) {
        switch self {
        case .atom(let atom):
            for place in atom.places { place.term.visit(found) }
            if case .variable(let variable)? = atom.time { found(variable) }
            atom.attribution?.visit(found)
        case .type(let term, _): term.visit(found)
        case .comparison(let a, _, let b):
            a.visit(found)
            b.visit(found)
        case .top(let top):
            top.among.visit(found)
            top.key.visit(found)
            top.groups.forEach(found)
        case .and(let parts), .or(let parts): for part in parts { part.visit(found) }
        case .not(let inner): inner.visit(found)
        }
    }
}

extension Formula {
    var relations: [String] {
        switch self {
        case .atom(let atom): [atom.relation]
        case .type: []
        case .comparison(let a, _, let b): a.relations + b.relations
        case .top(let top): top.among.relations + top.key.relations
        case .and(let parts), .or(let parts): parts.flatMap(\.relations)
        case .not(let inner): inner.relations
        }
    }
}

extension Expression {
    var relations: [String] {
        switch self {
        case .term: []
        case .arithmetic(let a, _, let b), .apart(_, let a, let b): a.relations + b.relations
        case .calendar(_, let a): a.relations
        case .aggregate(let aggregate): aggregate.value.relations + aggregate.body.relations
        }
    }
}

extension Term {
    func visit(_ found: (Variable) -> Void) {
        if case .variable(let variable) = self { found(variable) }
    }
}

extension Expression {
    public static func variable(_ variable: Variable) -> Expression { .term(.variable(variable)) }
    public static func number(_ value: Double) -> Expression { .term(.quantity(Quantity(value: value, unit: ""))) }

    /// The variables in order of appearance.
    public var variables: [Variable] {
        var result: [Variable] = []
        visit { if !result.contains($0) { result.append($0) } }
        return result
    }

    func visit(_ found: (Variable) -> Void) {
        switch self {
        case .term(let term): term.visit(found)
        case .arithmetic(let a, _, let b), .apart(_, let a, let b):
            a.visit(found)
            b.visit(found)
        case .calendar(_, let a): a.visit(found)
        case .aggregate(let aggregate):
            aggregate.value.visit(found)
            aggregate.apart.forEach(found)
            aggregate.body.visit(found)
        }
    }
}
