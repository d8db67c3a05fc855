import Facts

/// A value in a row of an imported table.
public enum WorldValue: Hashable, Sendable {
    case entity(EntityID, name: String)
    case number(Quantity)
}

/// One row of an imported relation.
public struct WorldRow: Hashable, Sendable {
    /// Id of the fact that the row is.
    public var fact: String
    public var subject: EntityID
    public var subjectName: String
    /// Nil for rows that say all by their roles: a river's flow has a source and a destination, and no object.
    public var object: WorldValue?
    /// Source, destination, recipient and place, where the row has them, in the order of `Role.allCases`.
    public var roles: [WorldRoleValue]
    public var time: ValidTime?
    public var modality: Modality
    /// The table that the row stands in.
    public var document: String

    public func value(_ role: Role) -> WorldValue? { roles.first { $0.role == role }?.value }
}

/// A sentence that a row of a table quotes.
public struct WorldQuotation: Hashable, Sendable {
    public var document: String
    public var span: Span
    public var text: String

    public init(document: String, span: Span, text: String) {
        self.document = document
        self.span = span
        self.text = text
    }
}

public struct WorldRoleValue: Hashable, Sendable {
    public var role: Role
    public var value: WorldValue
}

/// A row of a lexicon table: how people speak of a relation or type.
public struct LexiconRow: Hashable, Sendable {
    public var word: String
    public var part: String
    public var mapsTo: String
    public var note: String
}

extension FactStore {
    /// The rows of an imported relation, in the order of subject, object and remaining content.
    ///
    /// - Parameters:
    ///   - subject: only rows about this entity.
    ///   - object: only rows whose object is this entity.
    public func rows(of relation: String, subject: EntityID? = nil, object: EntityID? = nil) throws(StoreError) -> [WorldRow] {
        var conditions = ["f.relation = (select id from relation where name = ?)", "f.text is null"]
        var values = [relation]
        if let subject {
            conditions.append("f.agent = (select id from entity where key = ?)")
            values.append(subject.value)
        }
        if let object {
            conditions.append("f.patient = (select id from entity where key = ?)")
            values.append(object.value)
        }
        let sql = """
            select \(FactRow.columns) from \(FactRow.tables)
            left join entity a on a.id = f.agent left join entity o on o.id = f.patient
            where \(conditions.joined(separator: " and ")) order by a.name, o.name nulls first, f.quantity nulls first, f.key
            """
        return try read { db in try FactRow.facts(sql, values, db).compactMap(WorldRow.init) }
    }

    /// The rows of all imported lexicon tables, in the order of tables and rows.
    public func lexicon() throws(StoreError) -> [LexiconRow] {
        try read { db in
            try db.rows("""
                select l.word, l.part, l.maps_to, l.note from lexicon l join document d on d.id = l.document order by d.name, l.id
                """) { LexiconRow(word: $0[0], part: $0[1], mapsTo: $0[2], note: $0[3]) }
        }
    }
}

extension WorldRow {
    /// Nil for a fact without a subject that is an entity.
    init?(_ fact: Fact) {
        guard let agent = fact.first(.agent), let subject = agent.entity else { return nil }
        self.fact = fact.id
        self.subject = subject
        subjectName = agent.text
        object = (fact.first(.patient) ?? fact.first(.quantity)).flatMap(WorldValue.init)
        roles = [Role.recipient, .place, .source, .destination].compactMap { role in
            fact.first(role).flatMap(WorldValue.init).map { WorldRoleValue(role: role, value: $0) }
        }
        time = fact.time
        modality = fact.modality
        document = fact.evidence.document
    }
}

extension WorldValue {
    init?(_ argument: Argument) {
        if let entity = argument.entity {
            self = .entity(entity, name: argument.text)
        } else if let quantity = argument.quantity {
            self = .number(quantity)
        } else {
            return nil
        }
    }
}
