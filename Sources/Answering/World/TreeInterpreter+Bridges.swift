import Facts
import Questions

/// Places inside places: "based in Europe" of what is based in a city, "companies in Europe" through what lies between.
extension TreeInterpreter {
    /// Prepositions that say where a thing is.
    private static let placing: Set<String> = ["in", "at", "on", "from", "to", "into", "near", "within", "inside", "of"]

    private static let placeNouns = [
        "country", "state", "region", "province", "county", "city", "town", "continent", "district", "location", "place",
    ]

    /// How what stands in a role can be in, at or on the other noun.
    func bridge(_ relation: String, _ role: Role, _ preposition: String, _ other: Noun) -> Link? {
        guard Self.placing.contains(preposition), let column = vocabulary.kind(relation, role), column.shape == .thing else { return nil }
        return containments(of: column, in: other).first
    }

    /// The ways in which things of a kind are in the other noun, the surest first.
    private func containments(of kind: Kind, in other: Noun) -> [Link] {
        var result: [Link] = []
        func add(_ relation: String, _ from: Role, _ to: Role, _ cost: Int) {
            guard vocabulary.kind(relation, from)?.meets(kind) == true, vocabulary.kind(relation, to)?.meets(other.kind) == true,
                stands(other, in: relation, to)
            else { return }
            result.append(Link(core: { x, y in self.atom(relation, [(from, x), (to, y)]) }, cost: cost))
        }
        for case .relation(let name, let inverse, _) in vocabulary.lexicon.meanings("in", .preposition) {
            add(name, inverse ? .patient : .agent, inverse ? .agent : .patient, 0)
        }
        for frame in vocabulary.prepositionFrames["in"] ?? [] { add(frame.relation, .agent, .patient, frame.isPlain ? 0 : 1) }
        for noun in Self.placeNouns {
            for use in vocabulary.attributes[noun] ?? [] where use.cost < 2 { add(use.relation, use.owner, use.value, 1) }
        }
        return result
    }

    /// "companies in Europe" of those whose city is in Europe: over one thing between.
    func bridgedLinks(_ noun: Noun, _ preposition: String, _ other: Noun, cost: Int) -> [Link] {
        guard Self.placing.contains(preposition) else { return [] }
        var result: [Link] = []
        for table in world.relations {
            guard let owner = vocabulary.kind(table.name, .agent), owner.meets(noun.kind), !table.isTransitive else { continue }
            for role in table.roles where role != .agent {
                guard let column = vocabulary.kind(table.name, role), column.shape == .thing,
                    let inner = containments(of: column, in: other).first
                else { continue }
                let between = Term.variable(fresh("p"))
                let relation = table.name
                let link = Link(
                    core: { x, y in .all([self.atom(relation, [(.agent, x), (role, between)]), inner.core(between, y)]) },
                    cost: cost + inner.cost + min(result.count, 2))
                result.append(link)
            }
        }
        return result
    }
}
