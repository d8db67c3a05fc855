import Facts
import Questions

/// Whether a reading makes sense in type: no variable may stand in columns that have nothing in common, for nothing could ever satisfy it.
extension WorldVocabulary {
    func isConsistent(_ query: Query) -> Bool {
        var columns: [Variable: [Kind]] = [:]
        return isConsistent(query.body, &columns) && query.targets.allSatisfy { isConsistent($0.expression, columns) }
    }

    private func isConsistent(_ formula: Formula, _ columns: inout [Variable: [Kind]]) -> Bool {
        switch formula {
        case .atom(let atom):
            for (index, place) in atom.places.enumerated() {
                guard case .variable(let variable) = place.term else { continue }
                let role = place.role ?? (index == 0 ? .agent : .patient)
                guard let kind = column(atom.relation, role), add(kind, variable, &columns) else { return false }
            }
            return true
        case .type(.variable(let variable), let type): return add(kind(ofTypes: [type]), variable, &columns)
        case .type: return true
        case .comparison(let a, _, let b): return isConsistent(a, columns) && isConsistent(b, columns)
        case .top(let top): return isConsistent(top.among, &columns) && isConsistent(top.key, columns)
        case .and(let parts): return parts.allSatisfy { isConsistent($0, &columns) }
        case .or(let parts):
            return parts.allSatisfy { part in
                var inner = columns
                return isConsistent(part, &inner)
            }
        case .not(let part):
            var inner = columns
            return isConsistent(part, &inner)
        }
    }

    private func isConsistent(_ expression: Expression, _ columns: [Variable: [Kind]]) -> Bool {
        switch expression {
        case .term: return true
        case .arithmetic(let a, _, let b), .apart(_, let a, let b): return isConsistent(a, columns) && isConsistent(b, columns)
        case .calendar(_, let a): return isConsistent(a, columns)
        case .aggregate(let aggregate):
            var inner = columns
            return isConsistent(aggregate.body, &inner) && isConsistent(aggregate.value, inner)
        }
    }

    private func add(_ kind: Kind, _ variable: Variable, _ columns: inout [Variable: [Kind]]) -> Bool {
        guard columns[variable, default: []].allSatisfy(kind.meets) else { return false }
        columns[variable, default: []].append(kind)
        return true
    }

    /// Along a transitive relation everything in either column can be reached.
    private func column(_ relation: String, _ role: Role) -> Kind? {
        guard world.relation(relation)?.isTransitive == true, let from = kind(relation, .agent), let to = kind(relation, .patient) else {
            return kind(relation, role)
        }
        guard let a = from.members, let b = to.members else { return kind(relation, role) }
        return Kind(shape: from.shape.union(to.shape), members: role == .agent ? a : b.union(a))
    }
}
