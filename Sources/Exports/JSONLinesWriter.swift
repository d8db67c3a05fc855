import FactStore
import Presentation

/// A fact a line: what `import` reads, and in its evidence what is known of the document.
struct JSONLinesWriter: ExportWriter {
    let records: Set<ExportRecord> = [.facts]

    func text(of fact: StoredFact) -> String? {
        guard case .object(var members) = JSONValue(fact.fact), let last = members.indices.last,
            case ("evidence", .object(let evidence)) = members[last] else { return nil }
        members[last].1 = .object(evidence + JSONValue.members(of: fact.source))
        return JSONValue.object(members).encoded + "\n"
    }
}

extension JSONValue {
    /// What is known of a document beside its name.
    static func members(of source: DocumentHead) -> [(String, JSONValue)] {
        [
            ("title", .optional(source.title)), ("publisher", .optional(source.publisher)), ("author", .optional(source.author)),
            ("published", .optional(source.published?.description)), ("url", .optional(source.url)),
        ]
    }
}
