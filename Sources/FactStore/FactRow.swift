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

    static let tables = "\(places) left join attribution t on t.fact = f.id"

    /// The fact itself and who says so.
    private static let ownColumns = """
        f.id, f.key, f.start, f.stop, f.predicate, f.relation, f.text, f.t0, f.t1, f.time_precision, f.time_origin, f.time_text,
        f.time_value, f.modality, f.negative, f.confidence, f.rule, f.quantity, f.unit, f.agent, f.patient, f.place,
        t.source, t.entity, t.cue, t.start, t.stop, t.quoted
        """

    static let columns = "\(ownColumns), d.name, s.number, s.text"

    private static let ofSentence = """
        select \(ownColumns) from fact f left join attribution t on t.fact = f.id
        where f.sentence = (select s.id from sentence s join document d on d.id = s.document where d.name = ? and s.number = ?)
        order by f.start, f.stop, f.key
        """

    /// The facts whose `columns` a statement selects.
    static func facts(_ sql: String, _ parameters: [any Parameter], _ db: ReadConnection) throws -> [Fact] {
        try db.rows(sql, parameters) { try fact($0, db) }
    }

    /// The fact whose `columns` a row begins with.
    static func fact(_ row: ResultRow, _ db: ReadConnection) throws -> Fact {
        try fact(row, Stated(document: row[28], sentence: row[29] ?? -1, text: row[30]), db)
    }

    /// How many `columns` there are.
    static let columnCount: Int32 = 31

    /// The facts of one sentence, in the order of the text.
    static func facts(of sentence: StoredSentence, _ db: ReadConnection) throws -> [Fact] {
        let stated = Stated(document: sentence.document, sentence: sentence.index, text: sentence.text)
        return try db.rows(ofSentence, [sentence.document, sentence.index]) { try fact($0, stated, db) }
    }

    /// Where a fact stands.
    private struct Stated {
        var document: String
        var sentence: Int
        /// Of the sentence; nil for a row of a table.
        var text: String?
    }

    private static func fact(_ row: ResultRow, _ stated: Stated, _ db: ReadConnection) throws -> Fact {
        let words: String? = row[6]
        let predicate = try db.names.name(row[4], in: .predicate, db)
        let relation = try (row[5] as Int64?).map { try db.names.name($0, in: .relation, db) }
        var arguments = try FactRow.arguments(of: row[0], db)
        if words == nil { arguments = try columnArguments(row, db) + arguments }
        let text = words ?? FactRow.text(relation: relation ?? predicate, arguments)
        // The row of a table has a line there, no span.
        let span = words == nil ? Span(0, 0) : Span(stored: row[2], row[3])
        let evidence = Evidence(document: stated.document, sentence: stated.sentence, span: span, quote: stated.text ?? text)
        return Fact(id: row[1], predicate: predicate, relation: relation, text: text, arguments: arguments, time: time(row),
                    modality: modality(row[13]), polarity: (row[14] as Bool) ? .negative : .positive,
                    attribution: try attribution(row, db), confidence: row[15], rule: try db.names.name(row[16], in: .rule, db),
                    evidence: evidence)
    }

    private static func time(_ row: ResultRow) -> ValidTime? {
        guard let precision: String = row[9] else { return nil }
        let t0: Int? = row[7]
        let t1: Int? = row[8]
        return ValidTime(start: t0.map(TimeColumns.start) ?? .unknown, end: t1.map(TimeColumns.end) ?? .unknown,
                         precision: ValidTime.Precision(rawValue: precision) ?? .unknown, text: row[11],
                         origin: (row[10] as String?).flatMap(ValidTime.Origin.init(rawValue:)) ?? .stated, value: row[12] ?? row[11])
    }

    static func modality(_ code: Int) -> Modality {
        Modality.allCases.indices.contains(code) ? Modality.allCases[code] : .actual
    }

    static func role(_ code: Int) -> Role {
        Role.allCases.indices.contains(code) ? Role.allCases[code] : .topic
    }

    private static func arguments(of fact: Int64, _ db: ReadConnection) throws -> [Argument] {
        try db.rows("""
            select role, text, head, entity, type, start, stop, preposition, quantity, unit, qualifier
            from argument where fact = ? order by position
            """, [fact]) { row in
            let entity = try (row[3] as Int64?).flatMap { try db.names.entity($0, db)?.id }
            let value: Double? = row[8]
            return Argument(role: role(row[0]), text: row[1], head: row[2], entity: entity,
                            type: (row[4] as String?).flatMap(EntityType.init(rawValue:)), span: Span(stored: row[5], row[6]),
                            preposition: row[7], quantity: value.map { Quantity(value: $0, unit: row[9], qualifier: row[10]) })
        }
    }

    private static func columnArguments(_ row: ResultRow, _ db: ReadConnection) throws -> [Argument] {
        let none = Span(0, 0)
        var arguments = try roleColumns.enumerated().compactMap { offset, entry -> Argument? in
            guard let number = row[Int32(19 + offset)] as Int64?, let entity = try db.names.entity(number, db) else { return nil }
            return Argument(role: entry.role, text: entity.name, head: entity.name, entity: entity.id, type: entity.type, span: none)
        }
        if let value: Double = row[17] {
            let quantity = Quantity(value: value, unit: row[18])
            arguments.append(Argument(role: .quantity, text: PlainNumber.text(quantity), head: PlainNumber.text(value), type: .quantity,
                                      span: none, quantity: quantity))
        }
        return arguments
    }

    private static func attribution(_ row: ResultRow, _ db: ReadConnection) throws -> Attribution? {
        guard let source: String = row[22] else { return nil }
        let entity = try (row[23] as Int64?).flatMap { try db.names.entity($0, db)?.id }
        return Attribution(source: source, entity: entity, cue: row[24], span: Span(stored: row[25], row[26]), quoted: row[27])
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
