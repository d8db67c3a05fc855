import Facts

/// A row of the fact table and the rows that belong to it, read back as a `Fact`.
///
/// A fact of an article has all its arguments in the argument table; its row repeats the first agent, patient and place for
/// speed. A row of an imported table has no words of its own (`text` is null): subject, object and place stand in the row alone,
/// in a fifth of the space.
enum FactRow {
    /// The roles that have a column of their own in the row.
    static let roleColumns: [(role: Role, column: String)] = [(.agent, "agent"), (.patient, "patient"), (.place, "place")]

    /// A fact with where it is stated.
    static let places = "fact f left join sentence s on s.id = f.sentence join document d on d.id = coalesce(s.document, f.document)"

    static let tables = """
        \(places)
        join predicate p on p.id = f.predicate left join relation r on r.id = f.relation join rule u on u.id = f.rule
        left join attribution t on t.fact = f.id left join entity te on te.id = t.entity
        left join entity a on f.text is null and a.id = f.agent left join entity o on f.text is null and o.id = f.patient
        left join entity l on f.text is null and l.id = f.place
        """

    static let columns = """
        f.id, f.key, d.name, s.number, f.start, f.stop, s.text, p.name, r.name, f.text, f.t0, f.t1, f.time_precision, f.time_origin,
        f.time_text, f.time_value, f.modality, f.negative, f.confidence, u.name, f.quantity, f.unit,
        t.source, te.key, t.cue, t.start, t.stop, t.quoted, a.key, a.type, a.name, o.key, o.type, o.name, l.key, l.type, l.name
        """

    static func facts(_ sql: String, _ parameters: [any Parameter], _ db: ReadConnection) throws -> [Fact] {
        try db.rows(sql, parameters) { try fact($0, db) }
    }

    private static func fact(_ row: ResultRow, _ db: ReadConnection) throws -> Fact {
        let id: Int64 = row[0]
        let words: String? = row[9]
        let relation: String? = row[8]
        var arguments = try FactRow.arguments(of: id, db)
        if words == nil { arguments = columnArguments(row) + arguments }
        let text = words ?? FactRow.text(relation: relation ?? row[7], arguments)
        let evidence = Evidence(document: row[2], sentence: row[3] ?? -1, span: Span(stored: row[4], row[5]), quote: row[6] ?? text)
        return Fact(id: row[1], predicate: row[7], relation: relation, text: text, arguments: arguments, time: time(row),
                    modality: modality(row[16]), polarity: (row[17] as Bool) ? .negative : .positive,
                    attribution: attribution(row), confidence: row[18], rule: row[19], evidence: evidence)
    }

    private static func time(_ row: ResultRow) -> ValidTime? {
        guard let precision: String = row[12] else { return nil }
        let t0: Int? = row[10]
        let t1: Int? = row[11]
        return ValidTime(start: t0.map(TimeColumns.start) ?? .unknown, end: t1.map(TimeColumns.end) ?? .unknown,
                         precision: ValidTime.Precision(rawValue: precision) ?? .unknown, text: row[14] ?? "",
                         origin: (row[13] as String?).flatMap(ValidTime.Origin.init(rawValue:)) ?? .stated, value: row[15] ?? "")
    }

    static func modality(_ code: Int) -> Modality {
        Modality.allCases.indices.contains(code) ? Modality.allCases[code] : .actual
    }

    static func role(_ code: Int) -> Role {
        Role.allCases.indices.contains(code) ? Role.allCases[code] : .topic
    }

    private static func arguments(of fact: Int64, _ db: ReadConnection) throws -> [Argument] {
        try db.rows("""
            select a.role, a.text, a.head, e.key, a.type, a.start, a.stop, a.preposition, a.quantity, a.unit, a.qualifier
            from argument a left join entity e on e.id = a.entity where a.fact = ? order by a.position
            """, [fact]) { row in
            let value: Double? = row[8]
            return Argument(role: role(row[0]), text: row[1], head: row[2], entity: (row[3] as String?).map(EntityID.init(_:)),
                            type: (row[4] as String?).flatMap(EntityType.init(rawValue:)), span: Span(stored: row[5], row[6]),
                            preposition: row[7], quantity: value.map { Quantity(value: $0, unit: row[9], qualifier: row[10]) })
        }
    }

    private static func columnArguments(_ row: ResultRow) -> [Argument] {
        let none = Span(0, 0)
        var arguments = roleColumns.enumerated().compactMap { offset, entry -> Argument? in
            let column = Int32(28 + 3 * offset)
            guard let key: String = row[column], let type: String = row[column + 1], let name: String = row[column + 2] else { return nil }
            return Argument(role: entry.role, text: name, head: name, entity: EntityID(key), type: EntityType(rawValue: type), span: none)
        }
        if let value: Double = row[20] {
            let quantity = Quantity(value: value, unit: row[21] ?? "")
            arguments.append(Argument(role: .quantity, text: PlainNumber.text(quantity), head: PlainNumber.text(value), type: .quantity,
                                      span: none, quantity: quantity))
        }
        return arguments
    }

    private static func attribution(_ row: ResultRow) -> Attribution? {
        guard let source: String = row[22] else { return nil }
        return Attribution(source: source, entity: (row[23] as String?).map(EntityID.init(_:)), cue: row[24] ?? "",
                           span: Span(stored: row[25] ?? 0, row[26] ?? 0), quoted: row[27] ?? false)
    }

    /// An imported row as words: "Sarnia borders Ovria", "Amar flow from Sarnia to the sea".
    static func text(relation: String, _ arguments: [Argument]) -> String {
        let words = arguments.map { argument in
            switch argument.role {
            case .source: "from \(argument.text)"
            case .destination: "to \(argument.text)"
            case .recipient: "to \(argument.text)"
            case .place: "in \(argument.text)"
            default: argument.text
            }
        }
        guard let subject = words.first else { return relation }
        return ([subject, relation] + words.dropFirst()).joined(separator: " ")
    }
}

/// Numbers as people write them: "254", "0.5".
enum PlainNumber {
    static func text(_ value: Double) -> String {
        value == value.rounded() && value.magnitude < 1e15 ? String(Int(value)) : String(value)
    }

    static func text(_ quantity: Quantity) -> String {
        quantity.unit.isEmpty ? text(quantity.value) : "\(text(quantity.value)) \(quantity.unit)"
    }
}
