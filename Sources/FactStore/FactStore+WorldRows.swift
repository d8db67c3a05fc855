import Facts

extension FactStore {
    /// The rows of all imported relations, by relation, subject, object and remaining content: two queries, some 2 µs a row. For
    /// programs that keep the tables in memory.
    public func worldRows() throws(StoreError) -> [(relation: String, row: WorldRow)] {
        try read { db in
            let roles = try importedRoles(db)
            var documents: [Int64: String] = [:]
            try db.forEach("select id, name from document", []) { documents[$0[0]] = $0[1] }
            return try db.rows(
                """
                    select f.id, f.key, r.name, a.key, a.name, o.key, o.name, f.quantity, f.unit, p.key, p.name,
                      f.t0, f.t1, f.time_precision, f.time_text,
                      f.time_value, f.modality, f.document, f.start, s.document, s.start, s.stop, s.text
                    from fact f join relation r on r.id = f.relation join entity a on a.id = f.agent left join entity o on o.id = f.patient
                    left join entity p on p.id = f.place left join sentence s on s.id = f.sentence
                    where f.text is null order by r.name, a.name, o.name, f.quantity, f.key
                    """, []) { row in
                    let object: WorldValue? =
                        if let key: String = row[5] {
                            .entity(EntityID(key), name: row[6])
                        } else {
                            (row[7] as Double?).map { .number(Quantity(value: $0, unit: row[8] ?? "")) }
                        }
                    let place =
                        (row[9] as String?).map { [WorldRoleValue(role: .place, value: .entity(EntityID($0), name: row[10]))] } ?? []
                    let quotation = (row[19] as Int64?).map { document in
                        WorldQuotation(document: documents[document] ?? "", span: Span(row[20], row[21]), text: row[22])
                    }
                    return (
                        row[2],
                        WorldRow(
                            fact: row[1], subject: EntityID(row[3]), subjectName: row[4], object: object,
                            roles: (roles[row[0]] ?? []) + place, time: FactStore.importedTime(row),
                            modality: FactRow.modality(row[16]), document: documents[row[17]] ?? "", line: row[18] ?? 0,
                            quotation: quotation)
                    )
                }
        }
    }

    private func importedRoles(_ db: ReadConnection) throws -> [Int64: [WorldRoleValue]] {
        var roles: [Int64: [WorldRoleValue]] = [:]
        try db.forEach(
            """
                select a.fact, a.role, e.key, e.name, a.quantity, a.unit
                from argument a join fact f on f.id = a.fact left join entity e on e.id = a.entity
                where f.text is null order by a.fact, a.position
                """, []) { row in
            let value: WorldValue? =
                if let key: String = row[2] {
                    .entity(EntityID(key), name: row[3])
                } else {
                    (row[4] as Double?).map { .number(Quantity(value: $0, unit: row[5] ?? "")) }
                }
            if let value { roles[row[0], default: []].append(WorldRoleValue(role: FactRow.role(row[1]), value: value)) }
        }
        return roles
    }

    private static func importedTime(_ row: ResultRow) -> ValidTime? {
        guard let precision: String = row[13] else { return nil }
        return ValidTime(
            start: (row[11] as Int?).map(TimeColumns.start) ?? .unknown, end: (row[12] as Int?).map(TimeColumns.end) ?? .unknown,
            precision: ValidTime.Precision(rawValue: precision) ?? .unknown, text: row[14] ?? "", origin: .stated, value: row[15] ?? "")
    }
}
