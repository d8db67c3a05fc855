import Facts

extension FactStore {
    /// What has become of each correction of the journal, in its order; none for a store without one.
    public func corrections() throws(StoreError) -> [CorrectionEffect] {
        guard isCorrected else { return [] }
        return try read { db in
            try db.rows("select line, day, words, facts, problem from correction order by line") { row in
                CorrectionEffect(line: row[0], day: Day(number: row[1]), words: row[2], facts: row[3], problem: row[4])
            }
        }
    }

    /// The corrections that these facts, these documents or a name in a question rest on, in the order of the journal.
    ///
    /// - Parameter question: in which a name that a correction has given may stand.
    public func corrections(behind facts: [String], documents: [String], question: FoldedName) throws(StoreError) -> [RestingOn] {
        guard isCorrected else { return [] }
        return try read { db in
            var lines = Set(try db.rows("select line from correction_fact where fact in (select value from json_each(?))",
                                        [JSONList.strings(facts)]) { $0[0] as Int })
            lines.formUnion(try db.rows("select line from correction where document in (select value from json_each(?))",
                                        [JSONList.strings(documents)]) { $0[0] })
            try db.forEach("select folded, line from correction_name") { row in
                if " \(question.text) ".contains(" \(row[0] as String) ") { lines.insert(row[1]) }
            }
            return try lines.sorted().compactMap { line in
                try db.first("""
                    select c.day, c.words, f.key, c.document from correction c left join document d on d.name = c.document
                    left join fact f on f.document = d.id where c.line = ?
                    """, [line]) { RestingOn(day: Day(number: $0[0]), words: $0[1], fact: $0[2], document: $0[3]) }
            }
        }
    }

    /// The correction that has hidden a fact of the sentence at this place; nil where none has.
    public func retraction(in document: String, at span: Span) throws(StoreError) -> RestingOn? {
        guard isCorrected else { return nil }
        return try read { db in
            try db.first("""
                select c.day, c.words from correction_hidden h join correction c on c.line = h.line
                join sentence s on s.id = h.sentence join document d on d.id = s.document
                where d.name = ? and s.start = ? order by c.line desc limit 1
                """, [document, span.start]) { RestingOn(day: Day(number: $0[0]), words: $0[1]) }
        }
    }

    /// Entities of one name that the person has told apart: of these a name alone says nothing.
    public func partedEntities() throws(StoreError) -> Set<EntityID> {
        guard isCorrected else { return [] }
        return try read { db in Set(try db.rows("select entity from correction_parted") { EntityID($0[0]) }) }
    }
}
