/// Statements on a store that lies on a server.
///
/// The connection looks at one state of the store from beginning to end, as an open file does: a new state is another schema, and a lock keeps the
/// old one until its last reader has gone. Where the connection ends, as it does when the server is started anew, another one goes on with the same
/// state.
final class ServerStatements: Statements {
    private let address: ServerAddress
    private var link: ServerLink
    private let state: ServerStore.State
    private var search = PassageTerms()

    /// - Throws: `ServerError`, `StoreError.missing`, `.otherVersion`.
    init(_ address: ServerAddress) throws {
        self.address = address
        (link, state) = try Self.connect(address)
    }

    private static func connect(_ address: ServerAddress) throws -> (ServerLink, ServerStore.State) {
        let link = try ServerLink(address)
        let store = ServerStore(address, link)
        let state = try store.openState()
        for setting in ["search_path = \(store.schema(of: state)), pg_catalog", "default_transaction_read_only = on", "jit = off",
                        // A statement is planned once, as SQLite does; planning takes longer than most of them.
                        "plan_cache_mode = force_generic_plan"] {
            try link.run("set \(setting)")
        }
        return (link, state)
    }

    func stop(when cancellation: Cancellation) { link.cancellation = cancellation }

    func visit(_ sql: String, _ parameters: [any Parameter], _ body: (ResultRow) throws -> Bool) throws {
        let rows: [[UInt8]]
        do {
            rows = try link.rows(sql, parameters)
        } catch let error as ServerError where error.isEndOfConnection {
            try connectAgain()
            rows = try link.rows(sql, parameters)
        }
        try ServerRow.visit(rows, body)
    }

    /// What was read of one state is never mixed with another.
    private func connectAgain() throws {
        let (link, state) = try Self.connect(address)
        guard state.token == self.state.token else {
            throw ServerError.broken("the connection has ended, and the store has been written since: open it again")
        }
        link.cancellation = self.link.cancellation
        self.link = link
    }

    // MARK: Search

    func ranked(_ search: PassageSearch, limit: Int) throws -> Statement {
        let terms = try self.search.terms(of: search.words)
        return Statement(sql: Self.ranked, parameters: [JSONList.strings(terms), search.needsAll ? terms.count : 1, limit])
    }

    func unranked(_ search: PassageSearch, limit: Int) throws -> Statement {
        let sql = """
            select d.name, s.number from sentence s join document d on d.id = s.document
            where s.id in (select t.sentence from json_each(?) j join passage_term t on t.term = j.value) order by s.id limit ?
            """
        return Statement(sql: sql, parameters: [JSONList.strings(try self.search.terms(of: search.words)), limit])
    }

    /// BM25 (Robertson and Zaragoza 2009) with the numbers and in the order of reckoning of SQLite's FTS5, so that the ranks are the same.
    private static let ranked = """
        with whole as materialized (select sentences::double precision, words::double precision / sentences as length from passage_whole),
        wanted as materialized (
          select j.number, j.value as term, case when share > 1 then ln(share) else 1e-6 end as weight from whole,
            json_array_elements_text(?::json) with ordinality as j(value, number),
            lateral (select count(*)::double precision as sentences from passage_term t where t.term = j.value) n,
            lateral (select (whole.sentences - n.sentences + 0.5) / (n.sentences + 0.5) as share) r),
        found as (
          select t.sentence, count(*) as words,
            sum(w.weight * ((t.times * 2.2::double precision) / (t.times + 1.2::double precision
              * (0.25::double precision + 0.75::double precision * z.words / whole.length))) order by w.number) as score
          from whole, wanted w join passage_term t on t.term = w.term join passage_size z on z.sentence = t.sentence
          group by t.sentence)
        select \(StoredSentence.columns) from found f join sentence s on s.id = f.sentence join document d on d.id = s.document
        where f.words >= ? order by f.score desc, d.name, s.number limit ?
        """
}
