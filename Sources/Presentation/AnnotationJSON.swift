import Articles
import Chronology
import Extraction
import Facts
import Linguistics

/// Which parts of an annotation are wanted.
public enum AnnotationLayer: String, CaseIterable, Sendable { case sentences, tokens, entities, times, facts }

extension JSONValue {
    /// One document's stand-off annotations, offsets in Unicode scalars of `text`.
    public init(_ reading: Reading, layers: [AnnotationLayer]) {
        var members: [(String, JSONValue)] = [
            ("document", .string(reading.article.id)),
            ("published", .optional(reading.article.published?.day.description)),
            ("text", .string(reading.article.text)),
        ]
        for layer in AnnotationLayer.allCases where layers.contains(layer) {
            members.append((layer.rawValue, Self.array(of: layer, in: reading)))
        }
        self = .object(members)
    }

    private static func array(of layer: AnnotationLayer, in reading: Reading) -> JSONValue {
        switch layer {
        case .sentences: .array(reading.sentences.map { .object(offsets($0.span)) })
        case .tokens: .array(tokens(of: reading.sentences))
        case .entities: .array(entities(of: reading))
        case .times: .array(reading.times.map(time))
        case .facts: .array(reading.facts.map(JSONValue.init))
        }
    }

    /// Heads count through the document's token list; -1 is the root.
    private static func tokens(of sentences: [Sentence]) -> [JSONValue] {
        var base = 0
        var list: [JSONValue] = []
        for (index, sentence) in sentences.enumerated() {
            for token in sentence.tokens {
                list.append(.object(offsets(token.span) + [
                    ("sentence", .integer(index)), ("form", .string(token.form)), ("lemma", .string(token.lemma)),
                    ("upos", .string(token.upos)), ("xpos", .string(token.xpos)),
                    ("head", .integer(token.head < 0 ? -1 : base + token.head)), ("deprel", .string(token.deprel)),
                ]))
            }
            base += sentence.tokens.count
        }
        return list
    }

    private static func entities(of reading: Reading) -> [JSONValue] {
        reading.mentions.map { mention in
            var members = offsets(mention.span) + [
                ("type", .string(mention.type.rawValue)), ("text", .string(mention.text)), ("entity", .string(mention.entity.value)),
            ]
            if mention.kind != .name { members.append(("name", .bool(false))) }
            return .object(members)
        }
    }

    private static func time(_ time: TimeExpression) -> JSONValue {
        .object(offsets(time.span) + [
            ("type", .string(time.kind.rawValue)), ("value", .string(time.value)), ("mod", .string(time.mod)),
            ("rule", .string(time.rule)), ("anchor", .string(time.anchor)), ("interval", time.time.map(JSONValue.init) ?? .null),
        ])
    }

    private static func offsets(_ span: Span) -> [(String, JSONValue)] { [("start", .integer(span.start)), ("end", .integer(span.end))] }
}
