import Answering
import FactStore
import Facts
import Questions

extension JSONValue {
    /// The object that the product prints for one question.
    public init(_ response: Response, milliseconds: Double?) {
        var members: [(String, JSONValue)] = [
            ("question", .string(response.question)),
            ("status", .string(response.status.rawValue)),
            ("understood", .optional(response.understood)),
            ("answers", .array(response.answers.map(JSONValue.init))),
            ("message", .optional(response.message)),
            ("diagnostics", .array(response.diagnostics.map(JSONValue.init))),
        ]
        if !response.closest.isEmpty { members.append(("closest", .array(response.closest.map(JSONValue.init)))) }
        members.append(("elapsed_ms", milliseconds.map { .number(($0 * 1000).rounded() / 1000) } ?? .null))
        self = .object(members)
    }

    public init(_ answer: Answer) {
        var members: [(String, JSONValue)] = [
            ("text", .string(answer.text)),
            ("entity", .optional(answer.entity?.value)),
            ("type", .optional(answer.type?.rawValue)),
            ("value", answer.value.map(JSONValue.init) ?? .null),
            ("time", answer.time.map(JSONValue.init) ?? .null),
            ("modality", .string(answer.modality.rawValue)),
            ("polarity", .string(answer.polarity.rawValue)),
            ("attribution", answer.attribution.map(JSONValue.init) ?? .null),
            ("support", .string(answer.support.rawValue)),
            ("rules", .array(answer.rules.map(JSONValue.string))),
            ("evidence", .array(answer.evidence.map(JSONValue.init))),
        ]
        if !answer.corrections.isEmpty { members.append(("corrections", .array(answer.corrections.map(JSONValue.init)))) }
        self = .object(members)
    }

    /// A correction that the answer rests on.
    public init(_ correction: RestingOn) {
        self = .object([("date", .string(correction.day.description)), ("correction", .string(correction.words))])
    }

    public init(_ quantity: Quantity) {
        self = .object([
            ("number", .number(quantity.value)), ("unit", .string(quantity.unit)), ("qualifier", .string(quantity.qualifier)),
        ])
    }

    public init(_ time: ValidTime) { self = .object(Self.members(of: time)) }

    static func members(of time: ValidTime) -> [(String, JSONValue)] {
        [("start", JSONValue(time.start)), ("end", JSONValue(time.end)),
         ("precision", .string(time.precision.rawValue)), ("text", .string(time.text))]
    }

    public init(_ bound: ValidTime.Bound) {
        switch bound {
        case .day(let day): self = .string(day.description)
        case .open: self = .string("open")
        case .unknown: self = .null
        }
    }

    public init(_ attribution: Attribution) { self = .object(Self.members(of: attribution)) }

    static func members(of attribution: Attribution) -> [(String, JSONValue)] {
        [("source", .string(attribution.source)), ("cue", .string(attribution.cue)),
         ("start", .integer(attribution.span.start)), ("end", .integer(attribution.span.end))]
    }

    public init(_ citation: Citation) {
        var members: [(String, JSONValue)] = [
            ("document", .string(citation.document)), ("title", .optional(citation.title)),
            ("publisher", .optional(citation.publisher)), ("published", .optional(citation.published?.description)),
            ("author", .optional(citation.author)), ("url", .optional(citation.url)),
            ("start", .integer(citation.span.start)), ("end", .integer(citation.span.end)), ("quote", .string(citation.quote)),
        ]
        if let row = citation.row { members.append(("row", .integer(row))) }
        self = .object(members)
    }

    public init(_ closest: Response.Closest) {
        self = .object([
            ("text", .string(closest.text)), ("reason", .string(closest.reason)), ("evidence", JSONValue(closest.evidence)),
        ])
    }

    public init(_ diagnostic: Diagnostic) {
        self = .object([
            ("start", .integer(diagnostic.span.start)), ("end", .integer(diagnostic.span.end)),
            ("message", .string(diagnostic.message)), ("suggestions", .array(diagnostic.suggestions.map(JSONValue.string))),
        ])
    }
}
