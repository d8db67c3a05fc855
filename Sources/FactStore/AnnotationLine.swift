import Articles
import Chronology
import Extraction
import Facts
import Linguistics

/// A line of JSON that `annotate` or `facts` prints, read back: a document with its layers, or one fact.
struct AnnotationLine: Decodable {
    // Of a document.
    var document: String?
    var text: String?
    var published: String?
    var published_origin: String?
    var published_reason: String?
    var title: String?
    var publisher: String?
    var author: String?
    var url: String?
    var sentences: [SentenceLine]?
    var entities: [NamedSpan]?
    var names: [EntityLine]?
    var times: [TimeExpressionLine]?
    var facts: [FactLine]?

    struct SentenceLine: Decodable {
        var start: Int
        var end: Int
        var paragraph: Bool?

        var sentence: Sentence {
            Sentence(span: Span(stored: start, end), tokens: [], names: [], confidence: 1, startsParagraph: paragraph ?? false)
        }
    }

    struct NamedSpan: Decodable {
        var start: Int
        var end: Int
        var type: String
        var text: String
        var entity: String
        var name: Bool?
        var kind: String?

        var mention: Mention {
            Mention(span: Span(stored: start, end), entity: EntityID(entity),
                    kind: kind.flatMap(Mention.Kind.init(rawValue:)) ?? (name == false ? .nominal : .name),
                    type: EntityType(rawValue: type) ?? .thing, text: text)
        }
    }

    struct EntityLine: Decodable {
        struct NameLine: Decodable {
            var text: String
            var reason: String
        }

        var entity: String
        var type: String
        var name: String
        var names: [NameLine]

        var value: Entity {
            Entity(id: EntityID(entity), type: EntityType(rawValue: type) ?? .thing, name: name,
                   names: names.map { EntityName($0.text, EntityName.Reason(rawValue: $0.reason) ?? .written) })
        }
    }

    struct TimeExpressionLine: Decodable {
        var start: Int
        var end: Int
        var type: String
        var value: String
        var mod: String?
        var rule: String?
        var anchor: String?
        var interval: FactLine.TimeLine?
        var sentence: Int?
        var relation: String?
        var certainty: Double?

        /// Nil for a type that TIMEX3 does not have.
        var expression: TimeExpression? {
            guard let kind = TimeExpression.Kind(rawValue: type) else { return nil }
            return TimeExpression(span: Span(stored: start, end), sentence: sentence ?? 0, kind: kind, value: value, mod: mod ?? "",
                                  time: interval?.time, relation: relation.flatMap(TimeExpression.Relation.init(rawValue:)) ?? .at,
                                  certainty: certainty ?? 1, rule: rule ?? "import", anchor: anchor ?? "")
        }
    }

    /// The document as it was read; nil for a line that is none.
    func reading() -> Reading? {
        guard let document, let text, let sentences else { return nil }
        let day = published.flatMap { Day(iso: $0) }
        let origin = published_origin.flatMap(PublicationDate.Origin.init(rawValue:)) ?? .given
        let article = Article(id: document, title: title, publisher: publisher, author: author, url: url,
                              published: day.map { PublicationDate(day: $0, origin: origin, reason: published_reason ?? "") }, text: text)
        let mentions = (entities ?? []).map(\.mention)
        return Reading(article: article, sentences: sentences.map(\.sentence),
                       entities: names.map { $0.map(\.value) } ?? AnnotationLine.entities(of: mentions), mentions: mentions,
                       times: (times ?? []).compactMap(\.expression), facts: (facts ?? []).map(\.fact))
    }

    /// For lines of programs that name no entities: those that mentions speak of, each shown by the longest of its names.
    private static func entities(of mentions: [Mention]) -> [Entity] {
        Dictionary(grouping: mentions, by: \.entity).sorted { $0.key < $1.key }.map { id, mentions in
            let named = mentions.filter { $0.kind == .name }
            let names = Set((named.isEmpty ? mentions : named).map(\.text)).sorted { ($1.count, $0) < ($0.count, $1) }
            return Entity(id: id, type: mentions[0].type, name: names[0],
                          names: named.isEmpty ? [] : names.map { EntityName($0, .written) })
        }
    }
}

/// A fact in JSON.
struct FactLine: Decodable {
    var id: String
    var predicate: String
    var relation: String?
    var text: String
    var arguments: [ArgumentLine]
    var time: TimeLine?
    var modality: String
    var polarity: String
    var attribution: AttributionLine?
    var confidence: Double?
    var rule: String?
    var evidence: EvidenceLine

    struct ArgumentLine: Decodable {
        var role: String
        var text: String
        var head: String?
        var entity: String?
        var type: String?
        var start: Int
        var end: Int
        var preposition: String?
        var quantity: QuantityLine?
    }

    struct QuantityLine: Decodable {
        var number: Double
        var unit: String?
        var qualifier: String?
    }

    struct TimeLine: Decodable {
        var start: String?
        var end: String?
        var precision: String
        var text: String
        var origin: String?
        var value: String?
    }

    struct AttributionLine: Decodable {
        var source: String
        var entity: String?
        var cue: String
        var start: Int
        var end: Int
        var quoted: Bool?
    }

    struct EvidenceLine: Decodable {
        var document: String
        var sentence: Int
        var start: Int
        var end: Int
        var quote: String
    }

    var fact: Fact {
        Fact(id: id, predicate: predicate, relation: relation, text: text, arguments: arguments.map(\.argument), time: time?.time,
             modality: Modality(rawValue: modality) ?? .actual, polarity: Polarity(rawValue: polarity) ?? .positive,
             attribution: attribution?.attribution, confidence: confidence ?? 1, rule: rule ?? "import",
             evidence: Evidence(document: evidence.document, sentence: evidence.sentence, span: Span(stored: evidence.start, evidence.end),
                                quote: evidence.quote))
    }
}

extension FactLine.ArgumentLine {
    var argument: Argument {
        Argument(role: Role(rawValue: role) ?? .topic, text: text, head: head ?? text, entity: entity.map(EntityID.init(_:)),
                 type: type.flatMap(EntityType.init(rawValue:)), span: Span(stored: start, end), preposition: preposition,
                 quantity: quantity.map { Quantity(value: $0.number, unit: $0.unit ?? "", qualifier: $0.qualifier ?? "") })
    }
}

extension FactLine.TimeLine {
    var time: ValidTime {
        ValidTime(start: bound(start), end: bound(end), precision: ValidTime.Precision(rawValue: precision) ?? .unknown, text: text,
                  origin: origin.flatMap(ValidTime.Origin.init(rawValue:)) ?? .stated, value: value ?? text)
    }

    private func bound(_ text: String?) -> ValidTime.Bound {
        if text == "open" { return .open }
        return text.flatMap { Day(iso: $0) }.map { .day($0) } ?? .unknown
    }
}

extension FactLine.AttributionLine {
    var attribution: Attribution {
        Attribution(source: source, entity: entity.map(EntityID.init(_:)), cue: cue, span: Span(stored: start, end),
                    quoted: quoted ?? false)
    }
}
