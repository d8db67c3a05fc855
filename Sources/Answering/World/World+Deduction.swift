import Facts
import Questions

/// Rules over tables: what follows from rows is added as rows that know their rule and the rows they rest on.
extension World {
    /// A row that a rule made.
    struct Derivation {
        var rule: String
        var premises: [Evaluation.Support]
    }

    /// Rows that rules may add before they stop: a rule can make things without end.
    private static let most = 200_000

    /// Applies the rules until they add nothing new; a rule may use its own conclusion.
    func derive(_ rules: [InferenceRule]) {
        var added = 0
        var rounds = 0
        var isNew = true
        while isNew, rounds < 32, added < Self.most {
            isNew = false
            rounds += 1
            for rule in rules where !cancellation.isRequested {
                let count = derive(rule, at: added)
                added += count
                isNew = isNew || count > 0
            }
        }
    }

    /// - Returns: how many rows are new.
    private func derive(_ rule: InferenceRule, at first: Int) -> Int {
        let places = Planner.places(of: rule.conclusion)
        let variables = places.compactMap { place -> Variable? in
            if case .variable(let variable) = place.term { variable } else { nil }
        }
        guard variables.count == places.count, rule.relations.allSatisfy({ relation($0) != nil }) else { return 0 }
        let query = Query(targets: variables.map { Query.Target($0) }, body: rule.body)
        let outcome = Evaluation.run(query, over: self, budget: 2_000_000)
        guard !outcome.rows.isEmpty else { return 0 }
        var known: Set<[ID]> = []
        if let table = relation(rule.conclusion.relation) {
            for row in table.all { known.insert(places.map { table.value($0.role, row) }) }
        }
        var count = 0
        for row in outcome.rows where known.insert(row.values).inserted && first + count < Self.most {
            let fact = "\(rule.name)/\(first + count)"
            derivations[fact] = Derivation(rule: rule.name, premises: row.support)
            addRow(rule.conclusion.relation, fact: fact, values: zip(places, row.values).map { ($0.role, values[$1]) }, time: nil)
            count += 1
        }
        return count
    }

    /// The rows that were read, each once, in the place of groups and of those that rules made of them; and the rules.
    func grounds(of support: [Evaluation.Support]) -> (support: [Evaluation.Support], rules: [String]) {
        if support.count == 1, support[0].group == nil, case .stored = support[0].origin { return (support, []) }
        var result: [Evaluation.Support] = []
        var rules: [String] = []
        var open = Array(support.reversed())
        var seen: Set<RowOrigin> = []
        while let item = open.popLast() {
            if let group = item.group {
                open += group.rows(of: item.table, in: self).reversed()
                continue
            }
            let origin = item.origin
            guard seen.insert(origin).inserted else { continue }
            guard case .added(let fact, _, _) = origin, let derivation = derivations[fact] else {
                result.append(item)
                continue
            }
            if !rules.contains(derivation.rule) { rules.append(derivation.rule) }
            open += derivation.premises.reversed()
        }
        return (result, rules)
    }
}
