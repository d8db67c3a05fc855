import Facts

/// A name that the store knows, for finding names in a question.
public struct KnownName: Hashable, Sendable {
    public var name: FoldedName
    /// As written, one of the spellings that fold to `name`.
    public var text: String
    public var entity: EntityID
    public var type: EntityType
    public var reason: EntityName.Reason
}

extension FactStore {
    /// The entities that have a name of this folded form, in the order of their ids.
    public func entities(named name: FoldedName) throws(StoreError) -> [Entity] {
        try read { db in
            try db.names.entities(named: name) {
                try FactStore.entities("""
                    select e.id, e.key, e.type, e.name from name n join entity e on e.id = n.entity where n.folded = ? order by e.key
                    """, [name.text], db)
            }
        }
    }

    /// Whether any name may begin with this word, which spares looking for those of several words.
    public func hasName(beginningWith word: String) throws(StoreError) -> Bool {
        let folded = FoldedName(word)
        // A leading "the" is no part of a folded name.
        guard !folded.isEmpty, folded.text != "the" else { return true }
        return try read { db in
            try db.names.isBeginning(folded) {
                try db.first("select exists (select 1 from name where folded >= ? and folded < ?)",
                             [folded.text, folded.text + "\u{10FFFF}"]) { $0[0] } ?? false
            }
        }
    }

    public func entity(_ id: EntityID) throws(StoreError) -> Entity? {
        try read { db in
            try FactStore.entities("select id, key, type, name from entity where key = ?", [id.value], db).first
        }
    }

    /// All entities, in the order of their ids. Reads the whole list: for listings, not for a question.
    public func entities() throws(StoreError) -> [Entity] {
        try read { db in
            var names: [Int64: [EntityName]] = [:]
            try db.forEach("select entity, name, reason from name order by entity, name, reason") { row in
                names[row[0], default: []].append(EntityName(row[1], EntityName.Reason(rawValue: row[2]) ?? .written))
            }
            return try db.rows("select id, key, type, name from entity order by key") { row in
                Entity(id: EntityID(row[1]), type: EntityType(rawValue: row[2]) ?? .thing, name: row[3],
                       names: FactStore.distinct(names[row[0]] ?? [], main: row[3]))
            }
        }
    }

    /// Every name, ordered by its folded form, then by entity. Reads the whole list; for completion and spelling suggestions.
    public func allNames() throws(StoreError) -> [KnownName] {
        try names(where: "true", [])
    }

    /// The names that begin with a folded text, for completion.
    public func names(startingWith prefix: FoldedName, limit: Int = 50) throws(StoreError) -> [KnownName] {
        let beyond = prefix.text + "\u{10FFFF}"
        return try names(where: "n.folded >= ? and n.folded < ?", [prefix.text, beyond], limit: limit)
    }

    /// The longest run of `words` from `start` that is a name, with how many words it takes; nil if none is.
    ///
    /// Words are as typed, clitics apart; hyphens and points inside them don't matter. Costs one probe a word tried.
    /// - Parameter longest: the most words a name may have.
    public func longestName(in words: [String], from start: Int, longest: Int = 12)
        throws(StoreError) -> (count: Int, entities: [Entity])? {
        var count = min(longest, words.count - start)
        while count > 0 {
            let name = FoldedName(words[start..<start + count].joined(separator: " "))
            if !name.isEmpty {
                let found = try entities(named: name)
                if !found.isEmpty { return (count, found) }
            }
            count -= 1
        }
        return nil
    }

    /// Every mention in a document, in the order of the text.
    public func mentions(in document: String) throws(StoreError) -> [Mention] {
        try read { db in
            try db.rows("""
                select m.start, m.stop, e.key, m.kind, m.type, m.text
                from mention m join entity e on e.id = m.entity join document d on d.id = m.document
                where d.name = ? order by m.start, m.stop desc, e.key
                """, [document]) { row in
                Mention(span: Span(stored: row[0], row[1]), entity: EntityID(row[2]), kind: Mention.Kind(rawValue: row[3]) ?? .name,
                        type: EntityType(rawValue: row[4]) ?? .thing, text: row[5])
            }
        }
    }

    private func names(where condition: String, _ parameters: [any Parameter], limit: Int = .max) throws(StoreError) -> [KnownName] {
        try read { db in
            try db.rows("""
                select n.folded, min(n.name), e.key, e.type, min(n.reason)
                from name n join entity e on e.id = n.entity where \(condition)
                group by n.folded, e.id order by n.folded, e.key limit ?
                """, parameters + [limit]) { row in
                KnownName(name: FoldedName(folded: row[0]), text: row[1], entity: EntityID(row[2]),
                          type: EntityType(rawValue: row[3]) ?? .thing, reason: EntityName.Reason(rawValue: row[4]) ?? .written)
            }
        }
    }

    /// Rows of one entity that follow each other give it once.
    static func entities(_ sql: String, _ parameters: [any Parameter], _ db: ReadConnection) throws -> [Entity] {
        let rows = try db.rows(sql, parameters) { row in
            (row: row[0] as Int64, key: row[1] as String, type: row[2] as String, name: row[3] as String)
        }.withoutRepetition(of: \.row)
        return try rows.map { row in
            Entity(id: EntityID(row.key), type: EntityType(rawValue: row.type) ?? .thing, name: row.name,
                   names: try names(ofRow: row.row, main: row.name, db))
        }
    }

    /// The entity's names, the main one first, the others by text; of two reasons for one spelling the stronger.
    static func names(ofRow row: Int64, main: String, _ db: ReadConnection) throws -> [EntityName] {
        let names = try db.rows("select name, reason from name where entity = ? order by name, reason", [row]) { row in
            EntityName(row[0], EntityName.Reason(rawValue: row[1]) ?? .written)
        }
        return distinct(names, main: main)
    }

    /// Names of one entity in the order of their texts, each spelling once, the main one first.
    private static func distinct(_ all: [EntityName], main: String) -> [EntityName] {
        var names: [EntityName] = []
        for name in all {
            if let last = names.last, last.text == name.text {
                if name.reason.strength > last.reason.strength { names[names.count - 1] = name }
            } else {
                names.append(name)
            }
        }
        guard let first = names.firstIndex(where: { $0.text == main }) else { return names }
        names.insert(names.remove(at: first), at: 0)
        return names
    }
}

private extension Array {
    /// The first of each run of elements that are alike: cheaper than `distinct` where the rows are sorted anyway.
    func withoutRepetition<Value: Equatable>(of value: (Element) -> Value) -> [Element] {
        var kept: [Element] = []
        for element in self where kept.last.map({ value($0) != value(element) }) ?? true { kept.append(element) }
        return kept
    }
}

private extension EntityName.Reason {
    /// What an article has written outweighs what was formed from it.
    var strength: Int {
        switch self {
        case .written: 5
        case .given: 4
        case .abbreviation: 3
        case .lexicon: 2
        case .part: 1
        case .initials: 0
        }
    }
}
