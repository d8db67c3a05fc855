import Facts
import GRDB

/// Verifies a store: the file is sound, every reference leads somewhere, every span still matches its text.
///
/// Reads the whole store; about a second for ten thousand articles.
public struct StoreCheck {
    /// What a check has found.
    public struct Report: Hashable, Sendable {
        /// How much was verified.
        public var documents = 0
        public var sentences = 0
        public var facts = 0
        /// One line each, with the place; empty for a sound store. After `mostProblems` the rest is only counted.
        public var problems: [String] = []
        /// Including those that `problems` has no room for.
        public var problemCount = 0

        static let mostProblems = 100

        public mutating func add(_ problem: String) {
            problemCount += 1
            if problems.count < Report.mostProblems { problems.append(problem) }
        }
    }

    /// A store on a server is fetched for it.
    ///
    /// - Throws: `StoreError` for a file that cannot be opened as a store at all.
    public static func run(path: String) throws(StoreError) -> Report {
        guard let address = ServerAddress(path) else { return try run(file: path) }
        return try ServerDraft.withCopy(of: address) { copy throws(StoreError) in try run(file: copy) }
    }

    private static func run(file path: String) throws(StoreError) -> Report {
        try StoreFile.inspect(path) { db in
            var check = StoreCheck(db)
            try check.checkFile()
            // A damaged file may end the check of its rows at any point.
            guard check.report.problems.isEmpty else { return check.report }
            try check.checkReferences()
            try check.checkDocuments()
            try check.checkTimes()
            return check.report
        }
    }

    private let db: Database
    private var report = Report()

    private init(_ db: Database) { self.db = db }

    private mutating func checkFile() throws {
        for line in try String.fetchAll(db, sql: "pragma integrity_check(20)") where line != "ok" { report.add("file: \(line)") }
        if let problem = try Schema.problem(of: db) {
            report.add("file: \(problem)")
            return
        }
        let passages = try Int.fetchOne(db, sql: "select count(*) from passage_docsize") ?? 0
        let sentences = try Int.fetchOne(db, sql: "select count(*) from sentence") ?? 0
        if passages != sentences { report.add("search: \(passages) sentences are indexed, \(sentences) are there") }
    }

    private mutating func checkReferences() throws {
        let rows = try Row.fetchCursor(db, sql: "pragma foreign_key_check")
        while let row = try rows.next() {
            let table: String = row["table"]
            let number: Int64? = row["rowid"]
            report.add("\(table)\(number.map { ", row \($0)" } ?? ""): refers to a missing row of “\(row["parent"] as String)”")
        }
    }

    // MARK: Spans

    private mutating func checkDocuments() throws {
        let rows = try Row.fetchCursor(db, sql: "select id, name, text, kind from document order by name")
        while let row = try rows.next() {
            let id: Int64 = row[0]
            let name: String = row[1]
            let kind: String = row[3]
            if kind != StoredDocument.Kind.table.rawValue { report.documents += 1 }
            let text = ScalarText(row[2])
            try checkSentences(id, name, text)
            try checkSpans("mention", "select start, stop, text from mention where document = ?", id, name, text)
            try checkSpans("time", "select start, stop, null from time where document = ?", id, name, text)
            try checkFacts(id, name, text)
        }
    }

    private mutating func checkSentences(_ document: Int64, _ name: String, _ text: ScalarText) throws {
        let rows = try Row.fetchCursor(db.cachedStatement(sql: """
            select start, stop, text, number from sentence where document = ? order by number
            """), arguments: [document])
        var expected = 0
        while let row = try rows.next() {
            report.sentences += 1
            let number: Int = row[3]
            if number != expected { report.add("\(name): sentence \(expected) is missing") }
            expected = number + 1
            checkSpan("sentence \(number)", row, name, text)
        }
    }

    private mutating func checkSpans(_ what: String, _ sql: String, _ document: Int64, _ name: String, _ text: ScalarText) throws {
        let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: [document])
        while let row = try rows.next() { checkSpan(what, row, name, text) }
    }

    /// Columns: start, stop, the words or null.
    private mutating func checkSpan(_ what: String, _ row: Row, _ name: String, _ text: ScalarText) {
        let start: Int = row[0]
        let stop: Int = row[1]
        guard 0 <= start, start <= stop, stop <= text.count else {
            report.add("\(name): \(what) at \(start)–\(stop) lies outside the text of \(text.count) characters")
            return
        }
        guard let words: String = row[2], text[Span(start, stop)] != words else { return }
        report.add("\(name): \(what) at \(start)–\(stop) is not “\(words.prefix(60))” any more")
    }

    /// A fact's words lie inside its sentence, its arguments and its source inside the text.
    private mutating func checkFacts(_ document: Int64, _ name: String, _ text: ScalarText) throws {
        let rows = try Row.fetchCursor(db.cachedStatement(sql: """
            select f.key, f.start, f.stop, s.start, s.stop, f.text is null, s.document = f.document,
              (select count(*) from argument a where a.fact = f.id and (a.start < 0 or a.stop < a.start or a.stop > ?2)),
              (select count(*) from attribution a where a.fact = f.id and (a.start < 0 or a.stop < a.start or a.stop > ?2))
            from fact f left join sentence s on s.id = f.sentence where f.document = ?1 order by f.key
            """), arguments: [document, text.count])
        while let row = try rows.next() {
            report.facts += 1
            let isTableRow: Bool = row[5]
            if isTableRow { continue }
            let key: String = row[0]
            guard let first: Int = row[3], let last: Int = row[4], row[6] as Bool else {
                report.add("\(name): fact \(key) has no sentence in its document")
                continue
            }
            let start: Int = row[1]
            let stop: Int = row[2]
            if start < first || stop > last || stop < start {
                report.add("\(name): fact \(key) at \(start)–\(stop) lies outside its sentence")
            }
            if (row[7] as Int) + (row[8] as Int) > 0 { report.add("\(name): an argument of fact \(key) lies outside the text") }
        }
    }

    private mutating func checkTimes() throws {
        let rows = try Row.fetchCursor(db, sql: "select key from fact where t1 < t0 or (duration is null) <> (t0 is null) order by key")
        while let row = try rows.next() { report.add("fact \(row[0] as String): its time ends before it begins") }
    }
}
