import Facts

/// Writes the rows of tables into a store.
struct TableWriter {
    private let writer: StoreWriter
    private let excerpts: ExcerptWriter
    private(set) var summary = TableImport.Summary()
    /// Entities of types and names tables with their types: such a word is never a number.
    private var declared: [String: [String]] = [:]
    /// Entities that a names table has named.
    private var named = Set<String>()
    /// Rows of the entities met so far.
    private var rows: [String: Int64] = [:]
    /// Times as they were read before: tables say the same ones again and again.
    private var times: [String: ValidTime] = [:]
    private static let mostTimes = 50_000

    init(_ writer: StoreWriter) throws {
        self.writer = writer
        excerpts = try ExcerptWriter(writer)
    }

    private static let rowsBetweenLooks = 10_000

    /// - Parameters:
    ///   - tables: with the rows of their documents.
    ///   - progress: called now and then with the bytes that are read and the facts that are written.
    mutating func add(_ tables: [(table: TableFile, document: Int64)], progress: (_ bytes: Int, _ facts: Int) throws -> Void = { _, _ in }) throws {
        var before = 0
        // Types and names come first whatever the order of the files: they say what a word in a facts table is.
        for kind in [TableFile.Kind.types, .names, .lexicon, .facts] {
            for (table, document) in tables where table.kind == kind {
                try table.forEachRow { row in
                    try add(row, of: table, document)
                    if row.line % TableWriter.rowsBetweenLooks == 0 { try progress(before + row.end, summary.facts) }
                }
                before += table.size
            }
        }
    }

    private mutating func add(_ row: TableFile.Row, of table: TableFile, _ document: Int64) throws {
        switch table.kind {
        case .types: try addType(row, of: table, document)
        case .names: try addName(row, of: table, document)
        case .lexicon:
            try writer.run("insert into lexicon(document, word, part, maps_to, note) values(?, ?, ?, ?, ?)",
                           [document, try required(.word, row, table), row[.part], row[.mapsTo], row[.note]])
            summary.words += 1
        case .facts: try addFact(row, of: table, document)
        }
    }

    private mutating func addType(_ row: TableFile.Row, of table: TableFile, _ document: Int64) throws {
        let name = try required(.entity, row, table)
        let type = try required(.type, row, table)
        declared[name, default: []].append(type)
        let entity = try self.row(ofEntity: name, document)
        try writer.run("insert into kind(entity, name, document) values(?, ?, ?) on conflict do nothing", [entity, type, document])
        summary.types += 1
    }

    private mutating func addName(_ row: TableFile.Row, of table: TableFile, _ document: Int64) throws {
        let id = try required(.entity, row, table)
        let name = try required(.name, row, table)
        declared[id] = declared[id] ?? []
        let entity = try self.row(ofEntity: id, document)
        if named.insert(id).inserted, TableWriter.isShown(name, for: id) {
            try writer.run("update entity set name = ? where id = ?", [name, entity])
        }
        try writer.add(EntityName(name, .given), entity: entity, document: document)
        summary.names += 1
    }

    /// Whether an entity is shown by its first name of a names table rather than by the word the tables know it by: when
    /// that word is an identifier ("mount_ovra", "e17"), or is the same name in other letters.
    private static func isShown(_ name: String, for id: String) -> Bool {
        let spaced = String(id.map { $0 == "_" ? " " : $0 })
        return id.contains("_") || !id.contains(where: \.isLetter) || id.last?.isNumber == true && !id.contains(" ")
            || FoldedName(spaced) == FoldedName(name)
    }

    private mutating func addFact(_ row: TableFile.Row, of table: TableFile, _ document: Int64) throws {
        let subject = try required(.subject, row, table)
        let relation = try required(.relation, row, table)
        let agent = try self.row(ofEntity: subject, document)
        var quantity: Quantity?
        var patient: Int64?
        let object = row[.object]
        if let value = number(object) {
            quantity = Quantity(value: value, unit: row[.unit])
        } else if !object.isEmpty {
            patient = try self.row(ofEntity: object, document)
        }
        let place = try row[.place].isEmpty ? nil : self.row(ofEntity: row[.place], document)
        let fact = Fact(id: TableWriter.id(of: row), predicate: relation, relation: relation, text: "", arguments: [],
                        time: try time(row, table), modality: try modality(row, table), rule: "import",
                        evidence: Evidence(document: "", sentence: -1, span: Span(row.line, row.line), quote: ""))
        guard let id = try writer.addRow(of: fact, document: document, sentence: try quotedSentence(row), agent: agent, patient: patient,
                                         place: place, quantity: quantity, text: nil) else {
            summary.repeated += 1
            return
        }
        summary.facts += 1
        var position = 0
        for (role, column) in TableWriter.roles where !row[column].isEmpty {
            try addArgument(row[column], role, fact: id, position: position, document)
            position += 1
        }
    }

    private static let roles: [(Role, TableFile.Column)] = [(.recipient, .recipient), (.source, .source), (.destination, .destination)]

    private mutating func addArgument(_ field: String, _ role: Role, fact: Int64, position: Int, _ document: Int64) throws {
        if let value = number(field) {
            let argument = Argument(role: role, text: field, head: field, type: .quantity, span: Span(0, 0),
                                    quantity: Quantity(value: value, unit: ""))
            try writer.add(argument, entity: nil, fact: fact, position: position)
        } else {
            let entity = try row(ofEntity: field, document)
            let argument = Argument(role: role, text: field, head: field, type: entityType(field), span: Span(0, 0))
            try writer.add(argument, entity: entity, fact: fact, position: position)
        }
    }

    private func number(_ field: String) -> Double? { declared[field] == nil ? TableValues.number(field) : nil }

    private mutating func time(_ row: TableFile.Row, _ table: TableFile) throws -> ValidTime? {
        let field = row[.time]
        if field.isEmpty { return nil }
        if let known = times[field] { return known }
        guard let time = TableValues.time(field) else {
            throw StoreError.badInput("\(table.name):\(row.line): “\(field)” is no time; write 2024, 2024-07, 2024-07-28 or 2019..2023")
        }
        if times.count < TableWriter.mostTimes { times[field] = time }
        return time
    }

    private func modality(_ row: TableFile.Row, _ table: TableFile) throws -> Modality {
        let field = row[.modality]
        if field.isEmpty { return .actual }
        guard let modality = Modality(rawValue: field.lowercased()) else {
            let known = Modality.allCases.map(\.rawValue).joined(separator: ", ")
            throw StoreError.badInput("\(table.name):\(row.line): “\(field)” is no modality; it is one of \(known)")
        }
        return modality
    }

    private func required(_ column: TableFile.Column, _ row: TableFile.Row, _ table: TableFile) throws -> String {
        let field = row[column]
        if field.isEmpty { throw StoreError.badInput("\(table.name):\(row.line): no \(column.rawValue); every row needs one") }
        return field
    }

    /// The row of an entity of the tables. One word is one entity, in whatever table of whatever file it stands.
    private mutating func row(ofEntity name: String, _ document: Int64) throws -> Int64 {
        if let row = rows[name] { return row }
        var hash = ContentHash()
        hash.combine("table")
        hash.combine(name)
        let type = entityType(name)
        let row = try writer.row(of: EntityID(hash.hex), type: type, name: name)
        if type != .thing { try writer.run("update entity set type = ? where id = ?", [type.rawValue, row]) }
        try writer.add(EntityName(name, .given), entity: row, document: document)
        rows[name] = row
        return row
    }

    /// The first of its types that the program knows too.
    private func entityType(_ name: String) -> EntityType {
        declared[name]?.lazy.compactMap { EntityType(rawValue: $0.lowercased()) }.first ?? .thing
    }

    /// The sentence that a row quotes.
    private func quotedSentence(_ row: TableFile.Row) throws -> Int64? {
        let quote = row[.quote]
        if quote.isEmpty { return nil }
        return try excerpts.sentence(of: row[.article].isEmpty ? "quotes" : row[.article], quoting: quote).row
    }

    private static let identifying: [TableFile.Column] = [
        .subject, .relation, .object, .unit, .time, .place, .source, .destination, .recipient, .modality,
    ]

    private static func id(of row: TableFile.Row) -> String {
        var hash = ContentHash()
        for column in identifying {
            hash.combine(row[column])
        }
        return hash.hex
    }
}
