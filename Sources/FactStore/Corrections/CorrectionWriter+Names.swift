import Facts
import GRDB

/// Corrections of who is who.
extension CorrectionWriter {
    func alias(_ name: String, of other: String, _ line: Int) throws -> Int {
        let entities = try names.all(other)
        for entity in entities { try writer.add(EntityName(name, .given), entity: entity.row, document: nil) }
        try note(name: name, line)
        return 0
    }

    /// Everything that has the second name goes over to the entity that has the first one.
    func merge(_ first: String, _ second: String, _ line: Int) throws -> Int {
        let all = try names.all(first) + names.all(second)
        guard let kept = all.first else { return 0 }
        var moved: [NameChoice.Choice] = []
        for entity in all.dropFirst() where entity.row != kept.row && !moved.contains(entity) { moved.append(entity) }
        guard !moved.isEmpty else { throw Unfit.reason("“\(first)” and “\(second)” are one already") }
        var facts = 0
        for entity in moved {
            let own = try String.fetchAll(db, sql: """
                select name from name where entity = ?1 and folded not in (select folded from name where entity = ?2)
                """, arguments: [entity.row, kept.row])
            for name in own { try note(name: name, line) }
            facts += try move(from: entity.row, to: kept.row, in: nil, line)
            try writer.run("insert or ignore into kind select ?2, name, document from kind where entity = ?1", [entity.row, kept.row])
            try writer.run("delete from kind where entity = ?", [entity.row])
            try writer.run("delete from entity where id = ?", [entity.row])
        }
        writer.forgetEntityRows()
        return facts
    }

    /// What the documents say of the name goes over to an entity of its own.
    func split(_ name: String, _ documents: [String], _ line: Int) throws -> Int {
        let entities = try names.all(name)
        var rows: [Int64] = []
        for document in documents {
            guard let row = try Int64.fetchOne(db, sql: "select id from document where name = ?", arguments: [document]) else {
                throw Unfit.reason("No document “\(document)”; `.documents` lists them")
            }
            rows.append(row)
        }
        var facts = 0
        for entity in entities {
            let mentions = try rows.filter { row in
                try Bool.fetchOne(db, sql: "select 1 from mention where entity = ? and document = ? limit 1", arguments: [entity.row, row]) != nil
            }
            guard !mentions.isEmpty else { continue }
            var hash = ContentHash()
            for part in ["split", entity.id.value] + documents { hash.combine(part) }
            let part = try writer.row(of: EntityID(hash.hex), type: entity.type, name: entity.name)
            for document in mentions { facts += try move(from: entity.row, to: part, in: document, line) }
            for key in [entity.id.value, hash.hex] { try writer.run("insert or ignore into correction_parted values(?)", [key]) }
            try writer.run("""
                insert into name(entity, document, name, folded, reason)
                select ?2, null, name, folded, reason from name where entity = ?1 and name = ?3 limit 1
                """, [entity.row, part, entity.name])
        }
        guard facts > 0 else { throw Unfit.reason("No fact of \(documents.joined(separator: ", ")) speaks of “\(name)”") }
        return facts
    }

    /// Makes everything that refers to one entity refer to another, in one document or in all, and notes the facts.
    private func move(from old: Int64, to new: Int64, in document: Int64?, _ line: Int) throws -> Int {
        let keys = try String.fetchAll(db, sql: """
            select f.key from fact f where \(document == nil ? "" : "f.document = ?2 and") f.id in (
              select fact from argument where entity = ?1 union select fact from attribution where entity = ?1
              union select id from fact where agent = ?1 union select id from fact where patient = ?1 union select id from fact where place = ?1)
            """, arguments: document.map { [old, $0] } ?? [old])
        for key in keys { try note(fact: key, line) }
        let isThere = document == nil ? "" : "and document = ?3"
        let isItsFact = document == nil ? "" : "and fact in (select id from fact where document = ?3)"
        let values: [Int64?] = [new, old] + (document.map { [$0] } ?? [])
        for table in ["name", "mention"] { try writer.run("update \(table) set entity = ?1 where entity = ?2 \(isThere)", values) }
        for table in ["argument", "attribution"] { try writer.run("update \(table) set entity = ?1 where entity = ?2 \(isItsFact)", values) }
        for (_, column) in FactRow.roleColumns { try writer.run("update fact set \(column) = ?1 where \(column) = ?2 \(isThere)", values) }
        return keys.count
    }
}
