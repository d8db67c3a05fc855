import Foundation

/// The tables of a store as a server has them: those of `Schema` in PostgreSQL's words, and the search index as plain tables.
struct ServerSchema {
    enum Kind {
        case integer, real, text, bytes

        /// Texts are ordered by their bytes, as SQLite orders them.
        var name: String {
            switch self {
            case .integer: "bigint"
            case .real: "double precision"
            case .text: "text collate \"C\""
            case .bytes: "bytea"
            }
        }
    }

    struct Column {
        var name: String
        var kind: Kind
        var isRequired: Bool
    }

    struct Table {
        var name: String
        var columns: [Column]
        /// What tells rows apart: the primary key first.
        var keys: [String]

        var columnList: String { columns.map(\.name).joined(separator: ", ") }

        var definition: String {
            "create table \(name)(\(columns.map { "\($0.name) \($0.kind.name)\($0.isRequired ? " not null" : "")" }.joined(separator: ", ")))"
        }

        /// Made once the rows are there.
        var constraints: [String] {
            keys.enumerated().map { "alter table \(name) add \($0 == 0 ? "primary key" : "unique") (\($1))" }
        }
    }

    /// Those of a store file that hold rows of their own.
    static let tables = Schema.tables.split(separator: ";").compactMap { Table($0.trimmingCharacters(in: .whitespacesAndNewlines)) }

    /// A word of the index, a sentence that has it, and how often.
    static let terms = Table(name: "passage_term", columns: [
        Column(name: "term", kind: .text, isRequired: true), Column(name: "sentence", kind: .integer, isRequired: true),
        Column(name: "times", kind: .integer, isRequired: true),
    ], keys: ["term, sentence"])

    /// How many words of the index a sentence has.
    static let sizes = Table(name: "passage_size", columns: [
        Column(name: "sentence", kind: .integer, isRequired: true), Column(name: "words", kind: .integer, isRequired: true),
    ], keys: ["sentence"])

    /// How many sentences and words the index has.
    static let whole = Table(name: "passage_whole", columns: [
        Column(name: "sentences", kind: .integer, isRequired: true), Column(name: "words", kind: .integer, isRequired: true),
    ], keys: [])

    static let indexes = Schema.indexes.split(separator: ";").map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }.filter { !$0.isEmpty }
}

extension ServerSchema.Table {
    /// Nil for anything but a plain table.
    fileprivate init?(_ definition: String) {
        let start = "create table "
        guard definition.hasPrefix(start), let open = definition.firstIndex(of: "("), let close = definition.lastIndex(of: ")") else { return nil }
        name = String(definition[..<open].dropFirst(start.count))
        columns = []
        keys = []
        for part in Self.parts(definition[definition.index(after: open)..<close]) {
            let words = part.split { $0 == " " || $0 == "\n" }.map(String.init)
            if words.starts(with: ["primary"]) {
                keys.insert(String(part.drop { $0 != "(" }.dropFirst().prefix { $0 != ")" }), at: 0)
            } else if words.count >= 2, let kind = Self.kind(words[1]) {
                let isKey = words.contains("primary")
                columns.append(.init(name: words[0], kind: kind, isRequired: isKey || words.contains("not")))
                if isKey { keys.insert(words[0], at: 0) } else if words.contains("unique") { keys.append(words[0]) }
            }
        }
    }

    private static func kind(_ word: String) -> ServerSchema.Kind? {
        switch word {
        case "integer": .integer
        case "real": .real
        case "text": .text
        case "blob": .bytes
        default: nil
        }
    }

    /// What stands between the commas that are in no brackets.
    private static func parts(_ text: Substring) -> [Substring] {
        var depth = 0
        return text.split { character in
            if character == "(" { depth += 1 }
            if character == ")" { depth -= 1 }
            return character == "," && depth == 0
        }
    }
}
