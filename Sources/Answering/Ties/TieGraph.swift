import FactStore
import Facts

/// Who is tied to whom by what, around one name: the named things that take part in its facts.
public struct TieGraph: Hashable, Sendable {
    public struct Node: Hashable, Sendable {
        public var id: EntityID
        public var name: String
        public var type: EntityType
    }

    /// What one thing does to another, as often as it is said.
    public struct Tie: Hashable, Sendable {
        public var from: EntityID
        public var to: EntityID
        /// "command", "Foreign Minister", "meet with".
        public var label: String
        public var modality: Modality
        /// Ids of the facts that say so.
        public var facts: [String]
    }

    /// What the graph is about: its first nodes.
    public private(set) var centre: [EntityID]
    /// By name, those of the centre first.
    public private(set) var nodes: [Node]
    /// In the order of the text.
    public private(set) var ties: [Tie]

    init(centre: [EntityID], nodes: [Node], ties: [Tie]) {
        self.centre = centre
        self.nodes = nodes
        self.ties = ties
    }

    public init(around entities: [Entity], in store: FactStore) throws(StoreError) {
        let facts = try store.facts(FactFilter(participants: [.init(entities: entities.map(\.id))]))
        try self.init(around: entities, facts: facts, in: store)
    }

    /// The ties that these facts make.
    public init(around entities: [Entity], facts: [Fact], in store: FactStore) throws(StoreError) {
        centre = entities.map(\.id)
        ties = []
        let own = Set(centre)
        for fact in facts { Self.add(fact, about: own, to: &ties) }
        var known = Dictionary(entities.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for id in ties.flatMap({ [$0.from, $0.to] }) where known[id] == nil { known[id] = try store.entity(id) }
        ties.removeAll { !Self.isNamed(known[$0.from]) || !Self.isNamed(known[$0.to]) }
        let met = Set(ties.flatMap { [$0.from, $0.to] })
        let others = known.values.filter { met.contains($0.id) && !own.contains($0.id) }.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
        nodes = (entities + others).map { Node(id: $0.id, name: $0.name, type: $0.type) }
    }

    /// The same with the neighbours of which most is said, of equals the first by name.
    public func strongest(_ most: Int) -> TieGraph {
        let own = Set(centre)
        var facts: [EntityID: Int] = [:]
        for tie in ties { for end in [tie.from, tie.to] { facts[end, default: 0] += tie.facts.count } }
        let others = nodes.filter { !own.contains($0.id) }.enumerated().sorted { a, b in
            let (x, y) = (facts[a.element.id] ?? 0, facts[b.element.id] ?? 0)
            return x != y ? x > y : a.offset < b.offset
        }
        let kept = own.union(others.prefix(most).map(\.element.id))
        return TieGraph(centre: centre, nodes: nodes.filter { kept.contains($0.id) }, ties: ties.filter { kept.contains($0.from) && kept.contains($0.to) })
    }

    /// A description ("the carriage", "the leaders of Japan") is nobody whom others would know by it: a name begins with a capital.
    private static func isNamed(_ entity: Entity?) -> Bool {
        guard let words = entity?.name.split(separator: " "), let first = words.first else { return false }
        let beginning = words.count > 1 && first.lowercased() == "the" ? words[1] : first
        return beginning.unicodeScalars.first?.properties.isUppercase ?? false
    }

    private static func add(_ fact: Fact, about own: Set<EntityID>, to ties: inout [Tie]) {
        let agents = fact.arguments(.agent).compactMap(\.entity)
        for argument in fact.arguments where argument.role != .agent {
            guard let other = argument.entity, argument.type != .quantity, argument.type != .time else { continue }
            for agent in agents where agent != other && (own.contains(agent) || own.contains(other)) {
                let label = label(fact, argument)
                if let index = ties.firstIndex(where: { $0.from == agent && $0.to == other && $0.label == label && $0.modality == fact.modality }) {
                    if !ties[index].facts.contains(fact.id) { ties[index].facts.append(fact.id) }
                } else {
                    ties.append(Tie(from: agent, to: other, label: label, modality: fact.modality, facts: [fact.id]))
                }
            }
        }
    }

    private static let copulas = ["part-of": "part of", "member-of": "member of", "located-in": "in", "kind-of": "is", "same-as": "is", "have": "has"]

    private static func label(_ fact: Fact, _ argument: Argument) -> String {
        let words: String
        if fact.relation == "hold-office", let office = fact.first(.attribute), argument.role != .attribute {
            words = office.text
        } else if let copula = fact.relation.flatMap({ copulas[$0] }), fact.predicate == "be" || fact.predicate == "have" {
            words = copula
        } else if fact.predicate == "be", let kind = fact.first(.attribute), argument.role != .attribute {
            words = kind.text
        } else {
            words = fact.predicate + ([.agent, .patient].contains(argument.role) ? "" : argument.preposition.map { " \($0)" } ?? "")
        }
        return fact.polarity == .negative ? "not \(words)" : words
    }
}
