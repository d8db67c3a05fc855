import Facts
import GRDB

/// The facts that a pattern describes: predicate or relation as given, every given argument met by name or by its words.
struct FactPatternMatch {
    private let pattern: FactPattern
    private let names: NameChoice

    init(_ pattern: FactPattern, names: NameChoice) {
        self.pattern = pattern
        self.names = names
    }

    func rows(_ db: Database) throws -> [Int64] {
        let places = pattern.places.map { place in
            (role: place.role, folded: FoldedName(place.text), entities: Set(((try? names.all(place.text)) ?? []).map(\.row)))
        }
        let candidates = try Row.fetchAll(db, sql: """
            select f.id, f.agent, f.patient, f.place, f.quantity from fact f
            left join predicate p on p.id = f.predicate left join relation r on r.id = f.relation
            where (p.name in (?1, ?2) or r.name in (?1, ?2)) and f.negative = ?3 and (?4 is null or f.modality = ?4)
              and (?5 is null or f.t0 <= ?6 and f.t1 >= ?5) order by f.key
            """, arguments: [pattern.relation, pattern.relation.replacing(" ", with: "-"), pattern.polarity == .negative,
                             pattern.modality.flatMap { Modality.allCases.firstIndex(of: $0) },
                             pattern.days.map { Int($0.lowerBound.number) }, pattern.days.map { Int($0.upperBound.number) - 1 }])
        return try candidates.filter { fact in
            let arguments = try Row.fetchAll(db, sql: "select role, entity, text from argument where fact = ?", arguments: [fact[0] as Int64])
            return places.allSatisfy { place in
                arguments.contains { argument in
                    guard FactRow.role(argument[0]) == place.role else { return false }
                    let folded = FoldedName(argument[2] as String)
                    return (argument[1] as Int64?).map(place.entities.contains) ?? false || folded == place.folded
                } || isInRow(fact, place.role, place.entities, place.folded)
            }
        }.map { $0[0] }
    }

    /// A row of an imported table has its main arguments in columns.
    private func isInRow(_ fact: Row, _ role: Role, _ entities: Set<Int64>, _ folded: FoldedName) -> Bool {
        if let column = FactRow.roleColumns.first(where: { $0.role == role })?.column, let entity: Int64 = fact[column] {
            return entities.contains(entity)
        }
        guard role == .patient || role == .quantity, let value: Double = fact["quantity"] else { return false }
        return FoldedName(PlainNumber.text(value)) == folded
    }
}
