import FactStore
import Facts

/// A fact between two entities, as an edge of a graph: from who acts, else from whom it is done to, to each other entity that takes part.
struct Tie {
    var number: Int
    var from: EntityID
    var to: EntityID
    /// What the other end is in the fact.
    var role: Role

    static func ties(of fact: Fact) -> [Tie] {
        let named = fact.arguments.filter { $0.entity != nil }
        guard let first = named.first(where: { $0.role == .agent }) ?? named.first(where: { $0.role == .patient }) ?? named.first else { return [] }
        let sources = named.filter { $0.role == first.role }
        var ties: [Tie] = []
        for source in first.role == .agent ? sources : [first] {
            for target in named where target.entity != source.entity && !(first.role == .agent && target.role == .agent) {
                guard let from = source.entity, let to = target.entity, !ties.contains(where: { $0.from == from && $0.to == to }) else { continue }
                ties.append(Tie(number: ties.count, from: from, to: to, role: target.role))
            }
        }
        return ties
    }
}

extension StoredFact {
    /// What is told of a tie beside its ends: the same in every format that has edges.
    func columns(of tie: Tie) -> [(name: String, value: String)] {
        let bounds = fact.time.map { (Self.text($0.start), Self.text($0.end)) }
        let span = fact.evidence.span
        return [
            ("label", fact.relation ?? fact.predicate), ("role", tie.role.rawValue), ("fact", fact.id), ("predicate", fact.predicate),
            ("relation", fact.relation ?? ""), ("text", fact.text), ("modality", fact.modality.rawValue), ("polarity", fact.polarity.rawValue),
            ("start", bounds?.0 ?? ""), ("end", bounds?.1 ?? ""), ("attribution", fact.attribution?.source ?? ""),
            ("confidence", Self.hundredths(fact.confidence)), ("rule", fact.rule), ("document", source.id), ("title", source.title ?? ""),
            ("publisher", source.publisher ?? ""), ("published", source.published?.description ?? ""), ("url", source.url ?? ""),
            ("from", "\(span.start)"), ("to", "\(span.end)"), ("quote", fact.evidence.quote),
        ]
    }

    /// The names of `columns`, in their order.
    static let columnNames = [
        "label", "role", "fact", "predicate", "relation", "text", "modality", "polarity", "start", "end", "attribution", "confidence", "rule",
        "document", "title", "publisher", "published", "url", "from", "to", "quote",
    ]

    /// A day, "open", or nothing where the side is unknown.
    static func text(_ bound: ValidTime.Bound) -> String {
        switch bound {
        case .day(let day): day.description
        case .open: "open"
        case .unknown: ""
        }
    }

    static func hundredths(_ value: Double) -> String { "\((value * 100).rounded() / 100)" }
}
