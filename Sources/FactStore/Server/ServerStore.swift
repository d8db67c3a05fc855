import Facts

/// A store on a server: a schema of its name, which says what the present state is, and a schema for each state.
///
/// A state never changes. Writing makes the next one in a transaction that also makes it the present one; readers of the one before keep it by a
/// lock until they end, and whoever writes next takes it away.
struct ServerStore {
    struct State {
        var number: Int64
        /// Tells it from a state of the same number in a database that was made anew.
        var token: String
        var format: Int
    }

    let address: ServerAddress
    let link: ServerLink

    init(_ address: ServerAddress, _ link: ServerLink) {
        self.address = address
        self.link = link
    }

    func schema(of state: State) -> String { schema(state.number) }

    private func schema(_ number: Int64) -> String { "\(address.name)_\(number)" }

    // MARK: Reading

    /// The present state; nil where there is no store.
    func state() throws -> State? {
        guard try first("select 1 from pg_tables where schemaname = ? and tablename = 'state'", [address.name], { _ in true }) != nil else { return nil }
        return try first("select number, token, format from \(address.name).state order by number desc limit 1") {
            State(number: $0[0], token: $0[1], format: $0[2])
        }
    }

    /// The present state, kept as long as the connection.
    ///
    /// - Throws: `StoreError.missing`, `.otherVersion`.
    func openState() throws -> State {
        while true {
            guard let state = try state() else { throw StoreError.missing(path: address.shown) }
            guard state.format == Schema.formatVersion else {
                throw StoreError.otherVersion(path: address.shown, found: state.format, expected: Schema.formatVersion)
            }
            try link.run("select pg_advisory_lock_shared(\(lock), \(state.number))")
            // A writer may have taken it away before the lock.
            if try self.state()?.token == state.token { return state }
            try link.run("select pg_advisory_unlock_shared(\(lock), \(state.number))")
        }
    }

    // MARK: Writing

    /// Keeps other writers out as long as the connection.
    ///
    /// - Throws: `StoreError.busy`.
    func lockForWriting() throws {
        guard try first("select pg_try_advisory_lock(\(lock), 0)", [], { $0[0] as Bool }) == true else { throw StoreError.busy(path: address.shown) }
    }

    /// Numbers the locks of this store among those of the database.
    private var lock: Int32 {
        var hash = ContentHash()
        hash.combine("dossier")
        hash.combine(address.name)
        return Int32(truncatingIfNeeded: hash.value)
    }

    /// Makes the next state out of what `fill` puts into its tables.
    func publish(_ fill: () throws -> Void) throws -> State {
        try link.run("create schema if not exists \(address.name)")
        try link.run("create table if not exists \(address.name).state(number bigint primary key, token text not null, format bigint not null)")
        var random = SystemRandomNumberGenerator()
        let next = State(number: (try state()?.number ?? 0) + 1, token: String(random.next() as UInt64, radix: 36), format: Schema.formatVersion)
        try link.run("begin")
        do {
            // A state of this number that is there is one that a writer before could not announce.
            for statement in ["drop schema if exists \(schema(of: next)) cascade", "create schema \(schema(of: next))",
                              "set local search_path = \(schema(of: next)), pg_catalog"] {
                try link.run(statement)
            }
            try fill()
            try link.run(shareStatement(schema(of: next)))
            try link.run("""
                delete from \(address.name).state; insert into \(address.name).state values(\(next.number), '\(next.token)', \(next.format)); commit
                """)
        } catch {
            try? link.run("rollback")
            throw error
        }
        try removeStates(before: next)
        return next
    }

    /// Whoever may use the store's schema may read the state.
    private func shareStatement(_ schema: String) -> String {
        """
        do $$ declare reader text; begin
          for reader in select distinct case grantee when 0 then 'public' else quote_ident(pg_get_userbyid(grantee)) end
            from pg_namespace, aclexplode(nspacl) where nspname = '\(address.name)' and privilege_type = 'USAGE' loop
            execute format('grant usage on schema \(schema) to %1$s; grant select on all tables in schema \(schema), \(address.name) to %1$s', reader);
          end loop;
        end $$
        """
    }

    /// Those that nobody reads any more.
    private func removeStates(before present: State) throws {
        var numbers: [Int64] = []
        try link.visit("select nspname from pg_namespace where nspname like ? order by nspname", ["\(address.name)\\_%"]) { row in
            if let number = Int64((row[0] as String).dropFirst(address.name.count + 1)), number != present.number { numbers.append(number) }
            return true
        }
        for number in numbers {
            guard try first("select pg_try_advisory_lock(\(lock), ?::int)", [number], { $0[0] as Bool }) == true else { continue }
            try link.run("drop schema if exists \(schema(number)) cascade")
            try link.run("select pg_advisory_unlock(\(lock), \(number))")
        }
    }

    private func first<Value>(_ sql: String, _ parameters: [any Parameter] = [], _ read: (ResultRow) throws -> Value) throws -> Value? {
        var value: Value?
        try link.visit(sql, parameters) { row in
            value = try read(row)
            return false
        }
        return value
    }
}
