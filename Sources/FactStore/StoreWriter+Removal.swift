import Foundation
import GRDB

extension StoreWriter {
    /// Enters a file, with the documents of its former state taken out. Returns its row.
    func replace(_ file: SourceFile) throws -> Int64 {
        let row = try Int64.fetchOne(db.cachedStatement(sql: "select id from file where name = ?"), arguments: [file.name])
        if let row {
            try removeDocuments(ofFile: row)
            return try update(file)
        }
        try run("insert into file(name, location, hash, bytes, model) values(?, ?, ?, ?, ?)",
                [file.name, file.location, file.hash, file.bytes, file.model])
        return db.lastInsertedRowID
    }

    /// Enters what is known of a file that the store has, and leaves its documents.
    func update(_ file: SourceFile) throws -> Int64 {
        try run("update file set location = ?, hash = ?, bytes = ?, model = ? where name = ?",
                [file.location, file.hash, file.bytes, file.model, file.name])
        return try Int64.fetchOne(db.cachedStatement(sql: "select id from file where name = ?"), arguments: [file.name]) ?? 0
    }

    /// The name that a file is to have in the store: its own, or with as many of its folders as it takes to tell it from another
    /// file of the name.
    ///
    /// - Parameter taken: locations by name of the files that are not entered yet.
    func distinctName(_ name: String, location: String, taken: [String: String]) throws -> String {
        var name = name
        var folder = URL(fileURLWithPath: location).deletingLastPathComponent()
        for _ in name.split(separator: "/").dropFirst() { folder.deleteLastPathComponent() }
        while let other = try taken[name] ?? self.location(ofFile: name), other != location, FileManager.default.fileExists(atPath: other),
              folder.path != "/" {
            name = "\(folder.lastPathComponent)/\(name)"
            folder.deleteLastPathComponent()
        }
        return name
    }

    /// Whether the store has this very content of the file, read by the same program.
    func isKnown(_ file: SourceFile) throws -> Bool {
        let known = try Int.fetchOne(db.cachedStatement(sql: """
            select 1 from file where hash = ? and bytes = ? and name = ? and model = ?
            """), arguments: [file.hash, file.bytes, file.name, file.model])
        return known != nil
    }

    private func location(ofFile name: String) throws -> String? {
        try String.fetchOne(db.cachedStatement(sql: "select location from file where name = ?"), arguments: [name])
    }

    /// Takes out the document of that name, if there is one.
    func removeDocument(named name: String) throws {
        if let row = try Int64.fetchOne(db.cachedStatement(sql: "select id from document where name = ?"), arguments: [name]) {
            try removeDocument(row)
        }
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
            insert or ignore into touched select a.entity from fact f join argument a on a.fact = f.id
            where f.document = ? and a.entity is not null
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
