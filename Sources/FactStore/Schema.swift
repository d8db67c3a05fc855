import Facts
import GRDB

/// The tables of a store. `docs/file-format.md` describes them for people who open a store with other tools.
enum Schema {
    /// Changes whenever a store of the version before can no longer be read.
    static let formatVersion = 4
    /// "Doss": marks the SQLite file as a store.
    static let applicationID = 0x446f_7373

    /// How the search index takes sentences apart.
    static let tokeniser = "tokenize='porter unicode61 remove_diacritics 2'"

    static let tables = """
        create table meta(name text primary key, value text not null) strict, without rowid;
        create table file(id integer primary key, name text not null unique, location text not null, hash text not null,
          bytes integer not null, model text not null) strict;
        create table document(id integer primary key, name text not null unique, kind text not null, file integer references file(id),
          title text, publisher text, author text, url text, published integer, published_origin text, published_reason text,
          text text not null) strict;
        create table sentence(id integer primary key, document integer not null references document(id), number integer not null,
          start integer not null, stop integer not null, starts_paragraph integer not null, text text not null) strict;
        create virtual table passage using fts5(text, content='sentence', content_rowid='id',
          \(tokeniser));
        create table entity(id integer primary key, key text not null unique, type text not null, name text not null) strict;
        create table name(id integer primary key, entity integer not null references entity(id), document integer references document(id),
          name text not null, folded text not null, reason text not null) strict;
        create table kind(entity integer not null references entity(id), name text not null,
          document integer not null references document(id), primary key(entity, name)) strict, without rowid;
        create table mention(id integer primary key, document integer not null references document(id), start integer not null,
          stop integer not null, entity integer not null references entity(id), kind text not null, type text not null,
          text text not null) strict;
        create table time(id integer primary key, document integer not null references document(id), sentence integer not null,
          start integer not null, stop integer not null, kind text not null, value text not null, mod text not null, t0 integer, t1 integer,
          precision text, relation text not null, certainty real not null, rule text not null, anchor text not null) strict;
        create table predicate(id integer primary key, name text not null unique) strict;
        create table relation(id integer primary key, name text not null unique) strict;
        create table rule(id integer primary key, name text not null unique) strict;
        create table modality(id integer primary key, name text not null unique) strict;
        create table role(id integer primary key, name text not null unique) strict;
        create table fact(id integer primary key, key text not null unique, document integer not null references document(id),
          sentence integer references sentence(id), start integer not null, stop integer not null,
          predicate integer not null references predicate(id), relation integer references relation(id),
          agent integer references entity(id), patient integer references entity(id), place integer references entity(id),
          quantity real, unit text, t0 integer, t1 integer, duration integer, time_precision text, time_origin text, time_text text,
          time_value text, modality integer not null references modality(id), negative integer not null, confidence real not null,
          rule integer not null references rule(id), text text) strict;
        create table argument(fact integer not null references fact(id), position integer not null,
          role integer not null references role(id), text text not null, head text not null,
          entity integer references entity(id), type text, start integer not null, stop integer not null, preposition text,
          quantity real, unit text, qualifier text,
          primary key(fact, position)) strict, without rowid;
        create table attribution(fact integer primary key references fact(id), source text not null, entity integer references entity(id),
          cue text not null, start integer not null, stop integer not null, quoted integer not null) strict;
        create table lexicon(id integer primary key, document integer not null references document(id), word text not null,
          part text not null, maps_to text not null, note text not null) strict;
        create table world_relation(relation integer primary key references relation(id), facts integer not null,
          others integer not null, timed integer not null) strict;
        create table world_set(id integer primary key, relation integer references relation(id), role integer references role(id),
          type text, document text, members integer not null, shape integer not null, unit text, regions blob not null) strict;
        create table world_region(id integer primary key, members integer not null) strict;
        """

    /// Made before the rows of a table that may quote articles.
    static let indexesOfQuotes = """
        create index if not exists document_title on document(title) where title is not null;
        create unique index if not exists sentence_place on sentence(document, number);
        """

    /// Made after the rows of a new store, which is several times faster than before them.
    static let indexes = """
        \(indexesOfQuotes)
        create index if not exists document_file on document(file);
        create index if not exists document_published on document(published) where published is not null;
        create index if not exists document_kind on document(kind);
        create index if not exists name_folded on name(folded, entity);
        create index if not exists name_entity on name(entity);
        create index if not exists name_document on name(document) where document is not null;
        create index if not exists kind_name on kind(name, entity);
        create index if not exists mention_entity on mention(entity, document);
        create index if not exists mention_document on mention(document, start);
        create index if not exists time_document on time(document, start);
        create index if not exists fact_document on fact(document);
        create index if not exists fact_sentence on fact(sentence) where sentence is not null;
        create index if not exists fact_agent on fact(agent, relation, patient) where agent is not null;
        create index if not exists fact_patient on fact(patient, relation, agent) where patient is not null;
        create index if not exists fact_relation on fact(relation, agent, patient) where relation is not null;
        create index if not exists fact_predicate on fact(predicate, agent, patient) where text is not null;
        create index if not exists fact_place on fact(place, relation) where place is not null;
        create index if not exists fact_time on fact(duration, t0, t1) where duration is not null;
        create index if not exists fact_relation_time on fact(relation, duration, t0, t1) where duration is not null;
        create index if not exists fact_quantity on fact(relation, quantity, agent) where quantity is not null;
        create index if not exists argument_entity on argument(entity, role, fact) where entity is not null;
        create index if not exists argument_head on argument(head, role, fact);
        create index if not exists attribution_entity on attribution(entity) where entity is not null;
        create index if not exists lexicon_document on lexicon(document);
        """

    /// Row counts as the planner is to imagine them. SQLite's own ANALYZE leads its planner astray on small stores (54 ms instead of
    /// 0.1 for a recursive query) and no statistics do so on joins (55 ms instead of 0.012), so every store has the same ones.
    static let statistics = """
        analyze sqlite_schema;
        delete from sqlite_stat1;
        insert into sqlite_stat1(tbl, idx, stat) values
          ('fact', 'sqlite_autoindex_fact_1', '2000000000 1'),
          ('fact', 'fact_document', '2000000000 40'),
          ('fact', 'fact_sentence', '1500000000 3'),
          ('fact', 'fact_agent', '2000000000 30 3 2'),
          ('fact', 'fact_patient', '2000000000 30 3 2'),
          ('fact', 'fact_relation', '2000000000 20000000 3 2'),
          ('fact', 'fact_predicate', '2000000000 200000 3 2'),
          ('fact', 'fact_place', '800000000 20 3'),
          ('fact', 'fact_time', '2000000000 300000000 60000 30000'),
          ('fact', 'fact_relation_time', '2000000000 20000000 5000000 2000 1000'),
          ('fact', 'fact_quantity', '200000000 4000000 20 2'),
          ('argument', 'argument', '6000000000 3 1'),
          ('argument', 'argument_entity', '4000000000 30 8 1'),
          ('argument', 'argument_head', '6000000000 3000 600 1'),
          ('attribution', 'attribution_entity', '300000000 20'),
          ('mention', 'mention_entity', '2000000000 30 5'),
          ('mention', 'mention_document', '2000000000 60 1'),
          ('name', 'name_folded', '400000000 2 1'),
          ('name', 'name_entity', '400000000 3'),
          ('entity', 'sqlite_autoindex_entity_1', '200000000 1'),
          ('sentence', 'sentence_place', '500000000 30 1'),
          ('document', 'document_file', '20000000 1');
        """

    /// Makes the tables of an empty database.
    static func create(in db: Database) throws {
        try db.execute(sql: "pragma application_id = \(applicationID); pragma user_version = \(formatVersion);")
        try db.execute(sql: tables)
        for (number, modality) in Modality.allCases.enumerated() {
            try db.execute(sql: "insert into modality values(?, ?)", arguments: [number, modality.rawValue])
        }
        for (number, role) in Role.allCases.enumerated() {
            try db.execute(sql: "insert into role values(?, ?)", arguments: [number, role.rawValue])
        }
    }

    /// Type, name and text of what a file's schema defines.
    static let definitions = "select type, name, coalesce(sql, '') from sqlite_schema where type <> 'index'"

    /// Each table's name, and its definition from there on, which SQLite keeps as it was written. Made of bytes: every question opens a store.
    private static let expected: [String: [UInt8]] = {
        var expected: [String: [UInt8]] = [:]
        for statement in Array(tables.utf8).split(separator: UInt8(ascii: ";")) {
            guard let definition = fromName(statement) else { continue }
            expected[String(decoding: definition.prefix { $0 != UInt8(ascii: "(") && $0 != UInt8(ascii: " ") }, as: UTF8.self)] = Array(definition)
        }
        return expected
    }()

    /// What follows "table " in a statement.
    private static func fromName(_ statement: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let words = statement.split(separator: UInt8(ascii: " "), maxSplits: 3)
        guard words.count == 4 else { return nil }
        let isVirtual = words[1].count == "virtual".utf8.count
        return isVirtual ? words[3] : statement[words[2].startIndex...]
    }

    /// What a file of this format has that no store has: a table that is missing or another one, a view, a trigger. Tables and indexes that
    /// somebody has added do no harm: nothing reads them.
    static func problem(in definitions: [(type: String, name: String, text: String)]) -> String? {
        var missing = expected
        for (type, name, text) in definitions {
            guard type == "table" else { return "it has a \(type), “\(name)”" }
            guard let definition = expected[name] else { continue }
            if fromName(Array(text.utf8)[...]).map({ !$0.elementsEqual(definition) }) ?? true { return "its table “\(name)” is another one" }
            missing[name] = nil
        }
        return missing.keys.min().map { "table “\($0)” is missing" }
    }

    static func problem(of db: Database) throws -> String? {
        problem(in: try Row.fetchAll(db, sql: definitions).map { ($0[0], $0[1], $0[2]) })
    }

    /// Makes what a finished store has beside its rows.
    static func finish(in db: Database) throws {
        try db.execute(sql: indexes)
        try db.execute(sql: statistics)
        for counted in StoreCounts.Counted.allCases {
            try db.execute(sql: "insert or replace into meta select ?, cast((\(counted.sql)) as text)", arguments: [counted.note])
        }
        try WorldStatistics.write(in: db)
    }
}
