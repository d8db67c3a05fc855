import Facts

/// A `FactFilter` as SQL. Lists go in as JSON arrays, so that filters of one shape share one prepared statement.
///
/// What a list chooses is found by a join that starts from it. A nested `in` would do the same through a temporary table, and SQLite
/// takes memory for twenty pages for each of those.
struct FactQuery {
    private(set) var conditions: [String] = []
    private(set) var arguments: [any Parameter] = []
    private let limit: Int?

    /// - Parameter hasTables: whether the store has rows of imported tables.
    init(_ filter: FactFilter, hasTables: Bool) {
        limit = filter.limit
        addRelations(filter, hasTables: hasTables)
        filter.participants.forEach { add($0) }
        if let time = filter.time { add(time, of: filter) }
        if let documents = filter.documents {
            add("f.document in (\(Self.rows(of: "document")))", documents)
        }
        if let sentence = filter.sentence { add("s.number = ?", sentence) }
        if !filter.modalities.isEmpty {
            let codes = filter.modalities.compactMap { Modality.allCases.firstIndex(of: $0) }
            conditions.append("f.modality in (\(codes.map(String.init).joined(separator: ",")))")
        }
        if let ids = filter.ids { add("f.key in (select value from json_each(?))", ids) }
        if let polarity = filter.polarity { add("f.negative = ?", polarity == .negative ? 1 : 0) }
    }

    /// The rows of the facts in the order of the text.
    var sql: String { select(FactRow.columns, from: FactRow.tables) }

    /// Only document and number of the sentences that the facts stand in, in the same order.
    var sentences: String { select("d.name, s.number", from: FactRow.places) }

    /// Only the numbers of their rows, in the same order.
    var rows: String { select("f.id", from: FactRow.places) }

    private func select(_ columns: String, from tables: String) -> String {
        """
        select \(columns) from \(tables)
        \(conditions.isEmpty ? "" : "where " + conditions.joined(separator: " and "))
        order by d.name, s.number, f.start, f.stop, f.key
        \(limit.map { "limit \(max(0, $0))" } ?? "")
        """
    }

    private mutating func addRelations(_ filter: FactFilter, hasTables: Bool) {
        // Rows of tables are not in the index of predicates: their predicate is their relation.
        var choices: [String] = []
        func choose(_ condition: String, _ names: [String]) {
            choices.append(condition)
            arguments.append(JSONList.strings(names))
        }
        let predicate = "f.predicate in (\(Self.rows(of: "predicate")))", relation = "f.relation in (\(Self.rows(of: "relation")))"
        if !filter.predicates.isEmpty { choose("\(predicate) and f.text is not null", filter.predicates) }
        if !filter.predicates.isEmpty, hasTables { choose("\(relation) and f.text is null", filter.predicates) }
        if !filter.relations.isEmpty { choose(relation, filter.relations) }
        if !choices.isEmpty { conditions.append("(\(choices.joined(separator: " or ")))") }
    }

    /// The numbers of the rows that a list names.
    private static func rows(of table: String) -> String { "select n.id from json_each(?) j cross join \(table) n on n.name = j.value" }

    private mutating func add(_ participant: FactFilter.Participant) {
        var sources: [String] = []
        let codes = participant.roles.compactMap { Role.allCases.firstIndex(of: $0) }
        let roles = codes.isEmpty ? "" : " and a.role in (\(codes.map(String.init).joined(separator: ",")))"
        if !participant.entities.isEmpty {
            let entities = JSONList.strings(participant.entities.map(\.value))
            let chosen = "from json_each(?) j cross join entity e on e.key = j.value cross join"
            sources.append("select a.fact \(chosen) argument a on a.entity = e.id\(roles)")
            arguments.append(entities)
            for (role, column) in FactRow.roleColumns where participant.roles.isEmpty || participant.roles.contains(role) {
                sources.append("select o.id \(chosen) fact o on o.\(column) = e.id")
                arguments.append(entities)
            }
            if participant.orSource {
                sources.append("select a.fact \(chosen) attribution a on a.entity = e.id")
                arguments.append(entities)
            }
        }
        if !participant.heads.isEmpty {
            sources.append("select a.fact from json_each(?) j cross join argument a on a.head = j.value\(roles)")
            arguments.append(JSONList.strings(participant.heads))
        }
        guard !sources.isEmpty else { return }
        conditions.append("f.id in (\(sources.joined(separator: " union ")))")
    }

    private mutating func add(_ days: Range<Day>, of filter: FactFilter) {
        let first = Int(days.lowerBound.number)
        let last = Int(days.upperBound.number) - 1
        if filter.participants.isEmpty {
            addIndexed(first, last, relations: filter.predicates.isEmpty ? filter.relations : [])
        } else {
            // Few facts have the participants: their times are compared one by one.
            conditions.append("f.t0 <= ? and f.t1 >= ?")
            arguments += [last, first]
        }
        if !filter.timeOrigins.isEmpty {
            add("f.time_origin in (select value from json_each(?))", filter.timeOrigins.map(\.rawValue))
        }
    }

    /// One stretch of an index for each class of duration.
    private mutating func addIndexed(_ first: Int, _ last: Int, relations: [String]) {
        let relation = relations.isEmpty ? "" : """
            relation in (\(Self.rows(of: "relation"))) and
            """
        let classes = (0...TimeColumns.longest.count).map { number in
            if !relations.isEmpty { arguments.append(JSONList.strings(relations)) }
            let earliest = number < TimeColumns.longest.count ? first - TimeColumns.longest[number] + 1 : TimeColumns.beforeAll
            arguments += [earliest, last, first]
            return "select id from fact where \(relation) duration = \(number) and t0 between ? and ? and t1 >= ?"
        }
        conditions.append("f.id in (\(classes.joined(separator: " union all ")))")
    }

    private mutating func add(_ condition: String, _ values: [String]) { add(condition, JSONList.strings(values)) }

    private mutating func add(_ condition: String, _ value: any Parameter) {
        conditions.append(condition)
        arguments.append(value)
    }
}

/// Lists of values as JSON arrays, for `json_each`.
enum JSONList {
    static func strings(_ values: [String]) -> String { "[\(values.map(quoted).joined(separator: ","))]" }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\u{0}"..."\u{1f}":
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
