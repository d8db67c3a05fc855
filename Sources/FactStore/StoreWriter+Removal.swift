import Foundation
import GRDB

extension StoreWriter {
    /// Enters a file, with the documents of its former state taken out.
    ///
    /// Another file of the same name keeps its place if it still exists: the new one is then named with its folder too.
    /// - Returns: the file's row, and the name that its documents are to get.
    func replace(_ file: SourceFile) throws -> (row: Int64, name: String) {
        var file = file
        var folder = URL(fileURLWithPath: file.location).deletingLastPathComponent()
        while let other = try location(ofFile: file.name), other != file.location, FileManager.default.fileExists(atPath: other), folder.path != "/" {
            file.name = "\(folder.lastPathComponent)/\(file.name)"
            folder.deleteLastPathComponent()
        }
        if let row = try Int64.fetchOne(db.cachedStatement(sql: "select id from file where name = ?"), arguments: [file.name]) {
            try removeDocuments(ofFile: row)
        }
        try run("""
            insert into file(name, location, hash, bytes) values(?, ?, ?, ?)
            on conflict(name) do update set location = excluded.location, hash = excluded.hash, bytes = excluded.bytes
            """, [file.name, file.location, file.hash, file.bytes])
        let row = try Int64.fetchOne(db.cachedStatement(sql: "select id from file where name = ?"), arguments: [file.name])!
        return (row, file.name)
    }

    private func location(ofFile name: String) throws -> String? {
        try String.fetchOne(db.cachedStatement(sql: "select location from file where name = ?"), arguments: [name])
    }

    /// `name`, or `name (2)`, … where a document has that name.
    func unusedDocumentName(_ name: String) throws -> String {
        var candidate = name
        var number = 2
        while try Bool.fetchOne(db.cachedStatement(sql: "select 1 from document where name = ?"), arguments: [candidate]) != nil {
            candidate = "\(name) (\(number))"
            number += 1
        }
        return candidate
    }

    /// Takes out a file with its documents.
    func removeFile(_ row: Int64) throws {
        try removeDocuments(ofFile: row)
        try run("delete from file where id = ?", [row])
    }

    private func removeDocuments(ofFile file: Int64) throws {
        for document in try Int64.fetchAll(db.cachedStatement(sql: "select id from document where file = ?"), arguments: [file]) {
            try removeDocument(document)
        }
    }

    /// Takes out a document with all that was read from it, and the entities that nothing else speaks of.
    func removeDocument(_ document: Int64) throws {
        try run("insert into passage(passage, rowid, text) select 'delete', id, text from sentence where document = ?", [document])
        try run("create temp table if not exists touched(entity integer primary key)")
        try run("delete from touched")
        try run("insert or ignore into touched select entity from name where document = ?", [document])
        try run("insert or ignore into touched select entity from mention where document = ?", [document])
        try run("""
            insert or ignore into touched select a.entity from fact f join argument a on a.fact = f.id where f.document = ? and a.entity is not null
            """, [document])
        for sql in StoreWriter.removals { try run(sql, [document]) }
        try run(StoreWriter.orphans)
        forgetEntityRows()
    }

    /// Rows of a document, those that refer to others first.
    private static let removals = [
        "delete from attribution where fact in (select id from fact where document = ?)",
        "delete from argument where fact in (select id from fact where document = ?)",
        "delete from fact where document = ?",
        // Imported rows that quote a sentence of the document stay, without their quote.
        "update fact set sentence = null where sentence in (select id from sentence where document = ?)",
        "delete from mention where document = ?",
        "delete from time where document = ?",
        "delete from name where document = ?",
        "delete from kind where document = ?",
        "delete from lexicon where document = ?",
        "delete from sentence where document = ?",
        "delete from document where id = ?",
    ]

    private static let orphans = """
        delete from entity where id in (select entity from touched)
          and not exists (select 1 from name where entity = entity.id) and not exists (select 1 from mention where entity = entity.id)
          and not exists (select 1 from argument where entity = entity.id) and not exists (select 1 from fact where agent = entity.id)
          and not exists (select 1 from fact where patient = entity.id) and not exists (select 1 from fact where place = entity.id)
          and not exists (select 1 from attribution where entity = entity.id) and not exists (select 1 from kind where entity = entity.id)
        """
}
