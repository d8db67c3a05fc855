import Facts

/// A `FactFilter` as SQL. Lists go in as JSON arrays, so that filters of one shape share one prepared statement.
struct FactQuery {
    private(set) var conditions: [String] = []
    private(set) var arguments: [any Parameter] = []
    private let limit: Int?

    init(_ filter: FactFilter) {
        limit = filter.limit
        addRelations(filter)
        filter.participants.forEach { add($0) }
        if let time = filter.time { add(time, of: filter) }
        if let documents = filter.documents {
            add("f.document in (select id from document where name in (select value from json_each(?)))", documents)
        }
        if let sentence = filter.sentence { add("s.number = ?", sentence) }
        if !filter.modalities.isEmpty {
            let codes = filter.modalities.compactMap { Modality.allCases.firstIndex(of: $0) }
            add("f.modality in (select value from json_each(?))", JSONList.integers(codes))
        }
        if let polarity = filter.polarity { add("f.negative = ?", polarity == .negative ? 1 : 0) }
    }

    /// The rows of the facts in the order of the text.
    var sql: String { select(FactRow.columns, from: FactRow.tables) }

    /// Only document and number of the sentences that the facts stand in, in the same order.
    var sentences: String { select("d.name, s.number", from: FactRow.places) }

    private func select(_ columns: String, from tables: String) -> String {
        """
        select \(columns) from \(tables)
        \(conditions.isEmpty ? "" : "where " + conditions.joined(separator: " and "))
        order by d.name, s.number, f.start, f.stop, f.key
        \(limit.map { "limit \(max(0, $0))" } ?? "")
        """
    }

    private mutating func addRelations(_ filter: FactFilter) {
        let predicate = "f.predicate in (select id from predicate where name in (select value from json_each(?)))"
        let relation = "f.relation in (select id from relation where name in (select value from json_each(?)))"
        switch (filter.predicates.isEmpty, filter.relations.isEmpty) {
        case (true, true): break
        case (false, true): add(predicate, filter.predicates)
        case (true, false): add(relation, filter.relations)
        case (false, false):
            conditions.append("(\(predicate) or \(relation))")
            arguments += [JSONList.strings(filter.predicates), JSONList.strings(filter.relations)]
        }
    }

    private mutating func add(_ participant: FactFilter.Participant) {
        var sources: [String] = []
        let codes = participant.roles.compactMap { Role.allCases.firstIndex(of: $0) }
        let roles = codes.isEmpty ? "" : " and role in (\(codes.map(String.init).joined(separator: ",")))"
        if !participant.entities.isEmpty {
            let entities = JSONList.strings(participant.entities.map(\.value))
            let chosen = "(select id from entity where key in (select value from json_each(?)))"
            sources.append("select fact from argument where entity in \(chosen)\(roles)")
            arguments.append(entities)
            for (role, column) in FactRow.roleColumns where participant.roles.isEmpty || participant.roles.contains(role) {
                sources.append("select id from fact where \(column) in \(chosen)")
                arguments.append(entities)
            }
            if participant.orSource {
                sources.append("select fact from attribution where entity in \(chosen)")
                arguments.append(entities)
            }
        }
        if !participant.heads.isEmpty {
            sources.append("select fact from argument where head in (select value from json_each(?))\(roles)")
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
            relation in (select id from relation where name in (select value from json_each(?))) and
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
    static func integers(_ values: [Int]) -> String { "[\(values.map(String.init).joined(separator: ","))]" }

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
