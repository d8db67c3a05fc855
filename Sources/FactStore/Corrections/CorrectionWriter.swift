import Articles
import Extraction
import Facts
import GRDB

/// Applies corrections to a database, in the order of the journal, and notes what rests on each.
final class CorrectionWriter {
    let writer: StoreWriter
    let names: NameChoice
    private let origin: String
    var db: Database { writer.db }

    init(_ db: Database, origin: String) throws {
        writer = StoreWriter(db)
        names = NameChoice(db: db)
        self.origin = origin
        try db.execute(sql: Self.tables)
        // Looking entities up by what refers to them needs the indexes of a finished store.
        try db.execute(sql: Schema.indexes)
    }

    private static let tables = """
        create table correction(line integer primary key, day integer not null, words text not null, document text,
          facts integer not null, problem text) strict;
        create table correction_fact(fact text not null, line integer not null references correction(line),
          primary key(fact, line)) strict, without rowid;
        create table correction_name(folded text not null, line integer not null references correction(line),
          primary key(folded, line)) strict, without rowid;
        create table correction_hidden(sentence integer not null references sentence(id), line integer not null references correction(line),
          primary key(sentence, line)) strict, without rowid;
        create table correction_parted(entity text primary key) strict, without rowid;
        """

    /// A correction that the store has no use for changes nothing; its effect says why.
    func apply(_ entry: JournalledCorrection) throws -> CorrectionEffect {
        try writer.run("insert into correction(line, day, words, facts) values(?, ?, ?, 0)", [entry.line, entry.day.number, entry.words])
        var effect = CorrectionEffect(line: entry.line, day: entry.day, words: entry.words, facts: 0)
        do throws(Unfit) {
            effect.facts = try Unfit.passing { try self.carryOut(entry) }
        } catch .reason(let problem) {
            effect.problem = problem
        } catch .failure(let error) {
            throw error
        }
        try writer.run("update correction set facts = ?, problem = ? where line = ?", [effect.facts, effect.problem, entry.line])
        return effect
    }

    private func carryOut(_ entry: JournalledCorrection) throws -> Int {
        switch entry.correction {
        case .assert(let fact): try assert(fact, entry)
        case .retract(let facts): try retract(facts, entry.line)
        case .alias(let name, let other): try alias(name, of: other, entry.line)
        case .merge(let first, let second): try merge(first, second, entry.line)
        case .split(let name, let documents): try split(name, documents, entry.line)
        }
    }

    // MARK: Facts

    private func assert(_ fact: AssertedFact, _ entry: JournalledCorrection) throws -> Int {
        let name = "\(origin):\(entry.line)"
        let article = Article(id: name, publisher: "you", published: PublicationDate(day: entry.day, origin: .given), text: fact.words)
        let document = try writer.addDocument(article, kind: .assertion, file: nil)
        try writer.run("update correction set document = ? where line = ?", [name, entry.line])
        let whole = Span(0, fact.words.unicodeScalars.count)
        let sentence = try writer.addSentence(document, 0, whole, startsParagraph: true, fact.words)
        let arguments = try fact.places.map { try argument($0, of: fact.predicate, document) }
        var hash = ContentHash()
        hash.combine("assert")
        hash.combine(fact.words)
        let attribution = try fact.source.map { Attribution(source: $0, entity: try names.one($0)?.id, cue: "according to", span: whole, quoted: false) }
        let isTabular = try self.isTabular(fact.written)
        let stored = Fact(id: hash.hex, predicate: isTabular ? fact.written : fact.predicate,
                          relation: isTabular ? fact.written : fact.relation, text: fact.clause, arguments: arguments, time: fact.time,
                          modality: fact.modality, polarity: fact.polarity, attribution: attribution, rule: "asserted",
                          evidence: Evidence(document: name, sentence: 0, span: whole, quote: fact.words))
        guard try !writer.hasFact(stored.id) else { throw Unfit.reason("The same fact is asserted already") }
        if isTabular { try addRow(stored, document, sentence) } else { try writer.add(stored, document: document, sentence: sentence) }
        if stored.relation == "kind-of", stored.polarity == .positive { try addKind(stored, document) }
        try note(fact: stored.id, entry.line)
        return 1
    }

    /// What is said to be of a type that imported tables give is of that type in their questions too.
    private func addKind(_ fact: Fact, _ document: Int64) throws {
        guard let entity = fact.first(.agent)?.entity, let kind = fact.first(.attribute)?.text else { return }
        try writer.run("""
            insert into kind select distinct e.id, k.name, ?3 from kind k join entity e on e.key = ?1 where k.name = ?2 on conflict do nothing
            """, [entity.value, kind, document])
    }

    /// A fact of an imported relation is one more row of its table.
    private func addRow(_ fact: Fact, _ document: Int64, _ sentence: Int64) throws {
        func row(_ role: Role) throws -> Int64? {
            try fact.first(role).flatMap { argument in
                try argument.entity.map { try writer.row(of: $0, type: argument.type ?? .thing, name: argument.text) }
            }
        }
        let quantity = fact.arguments.lazy.compactMap(\.quantity).first
        guard let id = try writer.addRow(of: fact, document: document, sentence: sentence, agent: try row(.agent), patient: try row(.patient),
                                         place: try row(.place), quantity: quantity, text: nil) else { return }
        for (position, argument) in fact.arguments.filter({ [.recipient, .source, .destination].contains($0.role) }).enumerated() {
            try writer.add(argument, entity: try row(argument.role), fact: id, position: position)
        }
    }

    private func isTabular(_ relation: String) throws -> Bool {
        try Bool.fetchOne(db, sql: "select 1 from fact f join relation r on r.id = f.relation where r.name = ? and f.text is null limit 1",
                          arguments: [relation]) != nil
    }

    /// A name that the store doesn't know becomes an entity of its own.
    private func argument(_ place: AssertedFact.Place, of predicate: String, _ document: Int64) throws -> Argument {
        let head = place.text.split(separator: " ").last.map(String.init) ?? place.text
        var argument = Argument(role: place.role, text: place.text, head: place.isName ? place.text : head.lowercased(),
                                type: place.quantity == nil ? nil : .quantity, span: place.span, quantity: place.quantity)
        let known = place.isName ? try names.one(place.text) : nil
        // What something is ("mayor") is a word unless it is a name already.
        guard place.isName, known != nil || place.role != .attribute else { return argument }
        let id = known?.id ?? Self.newEntity(place.text)
        let type = try known?.type ?? NewNameType(place.text, as: place.role, of: predicate).type
        let row = try writer.row(of: id, type: type, name: place.text)
        if known == nil { try writer.add(EntityName(place.text, .given), entity: row, document: document) }
        try writer.run("insert into mention(document, start, stop, entity, kind, type, text) values(?, ?, ?, ?, 'name', ?, ?)",
                       [document, place.span.start, place.span.end, row, type.rawValue, place.text])
        argument.entity = id
        argument.type = type
        return argument
    }

    private static func newEntity(_ name: String) -> EntityID {
        var hash = ContentHash()
        hash.combine("asserted")
        hash.combine(FoldedName(name).text)
        return EntityID(hash.hex)
    }

    private func retract(_ facts: RetractedFacts, _ line: Int) throws -> Int {
        let rows: [Int64]
        switch facts {
        case .id(let id):
            rows = try Int64.fetchAll(db, sql: "select id from fact where key = ?", arguments: [id])
            guard !rows.isEmpty else { throw Unfit.reason("No fact has the id \(id); `.facts NAME` lists them") }
        case .matching(let pattern):
            rows = try FactPatternMatch(pattern, names: names).rows(db)
            guard !rows.isEmpty else { throw Unfit.reason("No fact is like that; `.facts NAME` lists facts with their ids") }
        }
        for row in rows {
            try writer.run("insert or ignore into correction_hidden select sentence, ?2 from fact where id = ?1 and sentence is not null", [row, Int64(line)])
            for sql in ["delete from attribution where fact = ?", "delete from argument where fact = ?", "delete from fact where id = ?"] {
                try writer.run(sql, [row])
            }
        }
        return rows.count
    }

    // MARK: What rests on a correction

    func note(fact: String, _ line: Int) throws {
        try writer.run("insert or ignore into correction_fact values(?, ?)", [fact, line])
    }

    func note(name: String, _ line: Int) throws {
        let folded = FoldedName(name).text
        if !folded.isEmpty { try writer.run("insert or ignore into correction_name values(?, ?)", [folded, line]) }
    }
}

/// Why a correction leaves a store as it is, apart from what goes wrong with the file.
enum Unfit: Error {
    case reason(String)
    case failure(any Error)

    static func passing<T>(_ body: () throws -> T) throws(Unfit) -> T {
        do {
            return try body()
        } catch let unfit as Unfit {
            throw unfit
        } catch {
            throw .failure(error)
        }
    }
}
