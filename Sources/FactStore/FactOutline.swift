import Facts

/// What tells whether a fact can bear on a question before its arguments are read: most facts of the sentences that a search finds are told
/// with other verbs.
public struct FactOutline: Sendable {
    public var predicate: String
    public var relation: String?
    public var rule: String
}

extension FactStore {
    /// The outlines of the facts that one sentence states, in the order of the text.
    public func outlines(of sentence: StoredSentence) throws(StoreError) -> [FactOutline] {
        if let scope, !scope.contains(sentence.document) { return [] }
        return try read { db in
            try db.rows(FactOutline.ofSentence, [sentence.document, sentence.index]) { row in
                FactOutline(predicate: try db.names.name(row[0], in: .predicate, db),
                            relation: try (row[1] as Int64?).map { try db.names.name($0, in: .relation, db) },
                            rule: try db.names.name(row[2], in: .rule, db))
            }
        }
    }
}

private extension FactOutline {
    static let ofSentence = """
        select f.predicate, f.relation, f.rule from fact f
        where f.sentence = (select s.id from sentence s join document d on d.id = s.document where d.name = ? and s.number = ?)
        order by f.start, f.stop, f.key
        """
}
