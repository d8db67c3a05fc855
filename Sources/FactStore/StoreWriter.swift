import Articles
import Chronology
import Extraction
import Facts
import GRDB
import GRDBSQLite
import Linguistics

/// Writes documents into a database and takes them out again. Belongs to one transaction at a time.
final class StoreWriter {
    let db: Database
    private var terms: [String: [String: Int64]] = [:]
    private var entityRows: [EntityID: Int64] = [:]
    private static let mostCachedEntities = 200_000

    init(_ db: Database) { self.db = db }

    // MARK: Articles

    /// Adds an article with all that was read out of it, in place of a document of its name.
    func add(_ reading: Reading, file: Int64?) throws {
        let article = reading.article
        try removeDocument(named: article.id)
        let document = try addDocument(article, kind: .article, file: file)
        let text = ScalarText(article.text)
        var sentences: [Int64] = []
        for (number, sentence) in reading.sentences.enumerated() {
            let starts = sentence.startsParagraph
            sentences.append(try addSentence(document, number, sentence.span, startsParagraph: starts, text[sentence.span]))
        }
        for entity in reading.entities { try add(entity, document: document) }
        for mention in reading.mentions { try add(mention, document: document) }
        for time in reading.times { try add(time, document: document) }
        for fact in reading.facts {
            let index = fact.evidence.sentence
            try add(fact, document: document, sentence: sentences.indices.contains(index) ? sentences[index] : nil)
        }
    }

    func addDocument(_ article: Article, kind: StoredDocument.Kind, file: Int64?) throws -> Int64 {
        try run("""
            insert into document(name, kind, file, title, publisher, author, url, published, published_origin, published_reason, text)
            values(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, [article.id, kind.rawValue, file, article.title, article.publisher, article.author, article.url,
                  article.published?.day.number, article.published?.origin.rawValue, article.published?.reason, article.text])
        return db.lastInsertedRowID
    }

    func addSentence(_ document: Int64, _ number: Int, _ span: Span, startsParagraph: Bool, _ text: String) throws -> Int64 {
        try run("insert into sentence(document, number, start, stop, starts_paragraph, text) values(?, ?, ?, ?, ?, ?)",
                [document, number, span.start, span.end, startsParagraph, text])
        let id = db.lastInsertedRowID
        try run("insert into passage(rowid, text) values(?, ?)", [id, text])
        return id
    }

    private func add(_ mention: Mention, document: Int64) throws {
        let entity = try row(of: mention.entity, type: mention.type, name: mention.text)
        try run("insert into mention(document, start, stop, entity, kind, type, text) values(?, ?, ?, ?, ?, ?, ?)",
                [document, mention.span.start, mention.span.end, entity, mention.kind.rawValue, mention.type.rawValue, mention.text])
    }

    private func add(_ time: TimeExpression, document: Int64) throws {
        let days = time.time.flatMap(TimeColumns.init)
        try run("""
            insert into time(document, sentence, start, stop, kind, value, mod, t0, t1, precision, relation, certainty, rule, anchor)
            values(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, [document, time.sentence, time.span.start, time.span.end, time.kind.rawValue, time.value, time.mod, days?.t0, days?.t1,
                  time.time?.precision.rawValue, time.relation.rawValue, time.certainty, time.rule, time.anchor])
    }

    // MARK: Entities

    /// Adds an entity, or the names that one of its id does not have yet.
    func add(_ entity: Entity, document: Int64?) throws {
        let row = try row(of: entity.id, type: entity.type, name: entity.name)
        for name in entity.names { try add(name, entity: row, document: document) }
    }

    func add(_ name: EntityName, entity: Int64, document: Int64?) throws {
        try insert("insert into name(entity, document, name, folded, reason) values(?, ?, ?, ?, ?)",
                [entity, document, name.text, FoldedName(name.text).text, name.reason.rawValue])
    }

    /// The row of an entity, made if there is none.
    func row(of id: EntityID, type: EntityType, name: String) throws -> Int64 {
        if let row = entityRows[id] { return row }
        let found = try Int64.fetchOne(db.cachedStatement(sql: "select id from entity where key = ?"), arguments: [id.value])
        if found == nil { try insert("insert into entity(key, type, name) values(?, ?, ?)", [id.value, type.rawValue, name]) }
        let row = found ?? db.lastInsertedRowID
        if entityRows.count >= StoreWriter.mostCachedEntities { entityRows.removeAll(keepingCapacity: true) }
        entityRows[id] = row
        return row
    }

    /// To be called when entities have been deleted.
    func forgetEntityRows() { entityRows.removeAll(keepingCapacity: true) }

    // MARK: Facts

    /// Adds a fact of an article with all its arguments. One whose id the store has already is left out.
    func add(_ fact: Fact, document: Int64, sentence: Int64?) throws {
        var rows: [Int64?] = []
        for argument in fact.arguments {
            rows.append(try argument.entity.map { try row(of: $0, type: argument.type ?? .thing, name: argument.text) })
        }
        func first(_ role: Role) -> Int64? {
            zip(fact.arguments, rows).first { $0.0.role == role && $0.1 != nil }?.1
        }
        let quantity = fact.arguments.lazy.compactMap(\.quantity).first
        guard let id = try addRow(of: fact, document: document, sentence: sentence, agent: first(.agent), patient: first(.patient),
                                  place: first(.place), quantity: quantity, text: fact.text) else { return }
        for (position, argument) in fact.arguments.enumerated() {
            try add(argument, entity: rows[position], fact: id, position: position)
        }
        if let attribution = fact.attribution { try add(attribution, fact: id) }
    }

    func hasFact(_ id: String) throws -> Bool {
        try Bool.fetchOne(db.cachedStatement(sql: "select 1 from fact where key = ?"), arguments: [id]) != nil
    }

    /// Adds the row of a fact without its arguments; nil if the store has a fact of its id.
    ///
    /// - Parameter text: nil for a row of a table, which has no words of its own.
    func addRow(of fact: Fact, document: Int64, sentence: Int64?, agent: Int64?, patient: Int64?, place: Int64?, quantity: Quantity?,
                text: String?) throws -> Int64? {
        let days = fact.time.flatMap(TimeColumns.init)
        let time = fact.time
        try insert("""
            insert into fact(key, document, sentence, start, stop, predicate, relation, agent, patient, place, quantity, unit, t0, t1,
              duration, time_precision, time_origin, time_text, time_value, modality, negative, confidence, rule, text)
            values(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict(key) do nothing
            """, [fact.id, document, sentence, fact.evidence.span.start, fact.evidence.span.end, try term("predicate", fact.predicate),
                  try fact.relation.map { try term("relation", $0) }, agent, patient, place, quantity?.value, quantity?.unit,
                  days?.t0, days?.t1, days?.duration, time?.precision.rawValue, time?.origin.rawValue, time?.text,
                  time.flatMap { $0.value == $0.text ? nil : $0.value }, Modality.allCases.firstIndex(of: fact.modality),
                  fact.polarity == .negative ? 1 : 0, fact.confidence, try term("rule", fact.rule), text])
        return db.changesCount > 0 ? db.lastInsertedRowID : nil
    }

    func add(_ argument: Argument, entity: Int64?, fact: Int64, position: Int) throws {
        try run("""
            insert into argument(fact, position, role, text, head, entity, type, start, stop, preposition, quantity, unit, qualifier)
            values(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, [fact, position, Role.allCases.firstIndex(of: argument.role), argument.text, argument.head, entity,
                  argument.type?.rawValue, argument.span.start, argument.span.end, argument.preposition,
                  argument.quantity?.value, argument.quantity?.unit, argument.quantity?.qualifier])
    }

    private func add(_ attribution: Attribution, fact: Int64) throws {
        let entity = try attribution.entity.map { try row(of: $0, type: .person, name: attribution.source) }
        try run("insert into attribution(fact, source, entity, cue, start, stop, quoted) values(?, ?, ?, ?, ?, ?, ?)",
                [fact, attribution.source, entity, attribution.cue, attribution.span.start, attribution.span.end, attribution.quoted])
    }

    /// The row of a word in one of the dictionary tables.
    private func term(_ table: String, _ name: String) throws -> Int64 {
        if let row = terms[table]?[name] { return row }
        let found = try Int64.fetchOne(db.cachedStatement(sql: "select id from \(table) where name = ?"), arguments: [name])
        if found == nil { try run("insert into \(table)(name) values(?)", [name]) }
        let row = found ?? db.lastInsertedRowID
        terms[table, default: [:]][name] = row
        return row
    }

    /// As `run`, past GRDB's values of any type: a table has millions of rows.
    private func insert(_ sql: String, _ values: [(any Parameter)?]) throws {
        let statement = try db.cachedStatement(sql: sql)
        try withExtendedLifetime(statement) {
            let handle = statement.sqliteStatement
            for (index, value) in values.enumerated() {
                if let value { value.enter(into: handle, at: Int32(index + 1)) } else { sqlite3_bind_null(handle, Int32(index + 1)) }
            }
            let code = sqlite3_step(handle)
            sqlite3_reset(handle)
            guard code == SQLITE_DONE else {
                throw DatabaseError(resultCode: ResultCode(rawValue: code), message: db.lastErrorMessage)
            }
        }
    }

    func run(_ sql: String, _ values: [(any DatabaseValueConvertible)?] = []) throws {
        try db.cachedStatement(sql: sql).execute(arguments: StatementArguments(values))
    }
}
