import Answering
import FactStore
import Facts
import Presentation

/// What a page tells: of a name, or of the facts that meet a pattern.
public struct Report {
    enum Subject {
        case name(String, [Entity], Profile)
        case pattern(String)
    }

    /// As many facts as a page can show and still be read.
    public static let mostFacts = 500
    /// Names around a name, or around each of those that a pattern is about.
    private static let mostNeighbours = 24, mostCentres = 4, mostNeighboursEach = 10

    let subject: Subject
    /// In the order of the text.
    let facts: [StoredFact]
    /// How many there are, also those that are not shown.
    let count: Int
    let graphs: [TieGraph]
    /// What the graphs leave out, where they leave something out.
    let neighboursLeftOut: Int

    /// - Parameter filter: chooses the facts that name the entities.
    /// - Throws: `StoreError`; that there is no such fact is one.
    public init(name: String, entities: [Entity], filter: FactFilter, in store: FactStore, most: Int = mostFacts) throws {
        (facts, count) = try Self.facts(filter, in: store, most: most)
        let told = facts.map(\.fact)
        subject = .name(name, entities, Profile(of: entities, facts: told))
        let whole = try TieGraph(around: entities, facts: told, in: store)
        let graph = whole.strongest(Self.mostNeighbours)
        graphs = graph.ties.isEmpty ? [] : [graph]
        neighboursLeftOut = whole.nodes.count - graph.nodes.count
    }

    /// - Throws: `StoreError`; that no fact meets the pattern is one.
    public init(pattern: String, filter: FactFilter, in store: FactStore, most: Int = mostFacts) throws {
        (facts, count) = try Self.facts(filter, in: store, most: most)
        subject = .pattern(pattern)
        let told = facts.map(\.fact)
        var graphs: [TieGraph] = []
        for id in Self.centres(of: told).prefix(Self.mostCentres) {
            guard let entity = try store.entity(id) else { continue }
            let graph = try TieGraph(around: [entity], facts: told, in: store).strongest(Self.mostNeighboursEach)
            if !graph.ties.isEmpty { graphs.append(graph) }
        }
        self.graphs = graphs
        neighboursLeftOut = 0
    }

    private static func facts(_ filter: FactFilter, in store: FactStore, most: Int) throws -> ([StoredFact], Int) {
        var facts: [StoredFact] = []
        var count = 0
        try store.forEachFact(filter) { fact in
            count += 1
            if facts.count < most { facts.append(fact) }
        }
        guard count > 0 else { throw StoreError.badInput("no fact to report; `dossier facts` with the same options shows what there is") }
        return (facts, count)
    }

    /// Who acts, most often first.
    private static func centres(of facts: [Fact]) -> [EntityID] {
        var acts: [EntityID: Int] = [:]
        var order: [EntityID] = []
        for id in facts.flatMap({ $0.arguments(.agent).compactMap(\.entity) }) {
            if acts[id] == nil { order.append(id) }
            acts[id, default: 0] += 1
        }
        return order.enumerated().sorted { a, b in
            let (x, y) = (acts[a.element] ?? 0, acts[b.element] ?? 0)
            return x != y ? x > y : a.offset < b.offset
        }.map(\.element)
    }

    var title: String {
        switch subject {
        case .name(let name, let entities, _): entities.first?.name ?? name
        case .pattern(let pattern): pattern
        }
    }

    /// What a link to a fact leads to: an id without blanks.
    static func anchor(of fact: String) -> String {
        "fact-" + fact.escaping { $0.isASCII && $0.properties.isAlphabetic || $0.properties.numericType == .decimal && $0.isASCII ? nil : "-\(String($0.value, radix: 16))" }
    }

    /// The entities that the page is about.
    var own: Set<EntityID> {
        if case .name(_, let entities, _) = subject { Set(entities.map(\.id)) } else { [] }
    }
}
