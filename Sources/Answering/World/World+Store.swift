import FactStore
import Facts
import Questions

extension World {
    /// Reads the imported tables of a store. Costs time and memory by the number of their rows; a store of articles alone costs one query.
    /// - Throws: `StoreError` where the store can't be read.
    convenience init(store: FactStore) throws(StoreError) {
        self.init()
        cancellation = store.cancellation
        guard try store.hasImports() else { return }
        let types = try store.worldTypes()
        let rows = try store.worldRows()
        guard !rows.isEmpty || !types.isEmpty else { return }
        for (relation, row) in rows {
            var values: [(Role, Value)] = [(.agent, .thing(row.subject, row.subjectName))]
            if let object = row.object { values.append((.patient, Value(object))) }
            values += row.roles.map { ($0.role, Value($0.value)) }
            addRow(relation, fact: row.fact, of: row.document, line: row.line, values: values, time: row.time)
            if let quotation = row.quotation { quotations[row.fact] = quotation }
        }
        for type in types {
            for entity in try store.entities(ofType: type.name) { addType(type.name, of: .thing(entity.id, entity.name), in: type.document) }
        }
        try addNames(of: store)
    }

    private func addNames(of store: FactStore) throws(StoreError) {
        for known in try store.allNames() { addName(known.text, ofEntity: known.entity) }
    }
}

extension Value {
    init(_ value: WorldValue) {
        self =
            switch value {
            case .entity(let id, let name): .thing(id, name)
            case .number(let quantity): .quantity(quantity)
            }
    }

    /// A thing with a name, or days where the name is a date: "1998-05-03", "1998-05".
    static func thing(_ id: EntityID, _ name: String) -> Value {
        let bytes = name.utf8
        guard bytes.count == 10 || bytes.count == 7, bytes.first.map({ (48...57).contains($0) }) == true,
            let query = try? PatternLanguage.parse("@" + name), case .term(.date(let range))? = query.targets.first?.expression
        else {
            return .entity(id, name: name)
        }
        return .date(range)
    }
}
