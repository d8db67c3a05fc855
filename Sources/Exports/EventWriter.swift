import FactStore
import Facts
import Presentation

/// Facts that are events of a PLOVER class, a record a line, with the names that PLOVER and its coders use. What did not happen is no event.
struct EventWriter: ExportWriter {
    let records: Set<ExportRecord> = [.facts]
    private let classes: EventClasses

    init() throws { classes = try EventClasses() }

    func text(of stored: StoredFact) -> String? {
        let fact = stored.fact
        guard fact.polarity == .positive, let found = classes.eventClass(of: fact) else { return nil }
        let date = fact.time?.start.day ?? stored.source.published
        return JSONValue.object([
            ("id", .string(fact.id)), ("date", .optional(date?.description)),
            ("date_end", .optional(fact.time?.end.day.map { "\($0.advanced(by: -1))" })),
            ("date_raw", .optional(fact.time?.text)), ("event_type", .string(found.name)),
            ("event_mode", .array(found.mode.isEmpty ? [] : [.string(found.mode)])), ("quad_class", .string(found.quad)),
            ("contexts", .array(contexts(of: fact).map(JSONValue.string))),
            ("attributes", .object([
                ("ACTOR", arguments(.agent, of: stored)), ("RECIP", recipients(of: stored)), ("LOC", arguments(.place, of: stored)),
            ])),
            ("event_text", .string(fact.text)), ("predicate", .string(fact.predicate)), ("modality", .string(fact.modality.rawValue)),
            ("attribution", .optional(fact.attribution?.source)), ("confidence", .number((fact.confidence * 100).rounded() / 100)),
            ("story_id", .string(stored.source.id)), ("headline", .optional(stored.source.title)),
            ("pub_date", .optional(stored.source.published?.description)), ("publisher", .optional(stored.source.publisher)),
            ("url", .optional(stored.source.url)), ("evidence", JSONValue(fact.evidence)),
        ]).encoded + "\n"
    }

    /// PLOVER tells by its context that an event is still to come or only supposed.
    private func contexts(of fact: Fact) -> [String] {
        switch fact.modality {
        case .actual, .generic: []
        case .planned, .expected: ["future"]
        case .possible, .recommended, .conditional: ["hypothetical"]
        }
    }

    /// To whom it is done, else to whom it is said or given, else where it goes.
    private func recipients(of stored: StoredFact) -> JSONValue {
        let roles: [Role] = [.patient, .recipient, .destination]
        let role = roles.first { role in stored.fact.arguments.contains { $0.role == role && $0.entity != nil } }
            ?? roles.first { !stored.fact.arguments($0).isEmpty }
        return arguments(role ?? .patient, of: stored)
    }

    private func arguments(_ role: Role, of stored: StoredFact) -> JSONValue {
        .array(stored.fact.arguments(role).map { argument in
            let entity = argument.entity.flatMap { stored.entities[$0] }
            return .object([
                ("text", .string(argument.text)), ("name", .optional(entity?.name)), ("entity", .optional(argument.entity?.value)),
                ("type", .optional(entity?.type.rawValue ?? argument.type?.rawValue)), ("start", .integer(argument.span.start)),
                ("end", .integer(argument.span.end)),
            ])
        })
    }
}
