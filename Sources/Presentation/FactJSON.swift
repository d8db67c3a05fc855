import Facts

extension JSONValue {
    /// A fact as `facts` and `annotate` print it, and as `import` reads it.
    public init(_ fact: Fact) {
        self = .object([
            ("id", .string(fact.id)), ("predicate", .string(fact.predicate)), ("relation", .optional(fact.relation)),
            ("text", .string(fact.text)), ("arguments", .array(fact.arguments.map(JSONValue.init))),
            ("time", fact.time.map(JSONValue.init(whole:)) ?? .null), ("modality", .string(fact.modality.rawValue)),
            ("polarity", .string(fact.polarity.rawValue)), ("attribution", fact.attribution.map(JSONValue.init(whole:)) ?? .null),
            ("confidence", .number(fact.confidence)), ("rule", .string(fact.rule)),
            ("evidence", JSONValue(fact.evidence)),
        ])
    }

    /// With where the time comes from, and its TIMEX3 value.
    private init(whole time: ValidTime) {
        var members = Self.members(of: time) + [("origin", .string(time.origin.rawValue))]
        if time.value != time.text { members.append(("value", .string(time.value))) }
        self = .object(members)
    }

    /// With the source's entity, and whether it is quoted.
    private init(whole attribution: Attribution) {
        self = .object(Self.members(of: attribution) + [
            ("entity", .optional(attribution.entity?.value)), ("quoted", .bool(attribution.quoted)),
        ])
    }

    public init(_ argument: Argument) {
        var members: [(String, JSONValue)] = [
            ("role", .string(argument.role.rawValue)), ("text", .string(argument.text)),
            ("entity", .optional(argument.entity?.value)), ("type", .optional(argument.type?.rawValue)),
            ("start", .integer(argument.span.start)), ("end", .integer(argument.span.end)),
            ("preposition", .optional(argument.preposition)), ("head", .string(argument.head)),
        ]
        if let quantity = argument.quantity { members.append(("quantity", JSONValue(quantity))) }
        self = .object(members)
    }

    public init(_ evidence: Evidence) {
        self = .object([
            ("document", .string(evidence.document)), ("sentence", .integer(evidence.sentence)),
            ("start", .integer(evidence.span.start)), ("end", .integer(evidence.span.end)), ("quote", .string(evidence.quote)),
        ])
    }
}
