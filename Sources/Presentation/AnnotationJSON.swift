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
        ] + Self.source(of: reading.article)
        for layer in AnnotationLayer.allCases where layers.contains(layer) {
            members.append((layer.rawValue, Self.array(of: layer, in: reading)))
            if layer == .entities { members.append(("names", .array(reading.entities.map(Self.names)))) }
        }
        self = .object(members)
    }

    /// What is known of an article beside its text.
    private static func source(of article: Article) -> [(String, JSONValue)] {
        [("title", article.title), ("publisher", article.publisher), ("author", article.author), ("url", article.url),
         ("published_origin", article.published?.origin.rawValue), ("published_reason", article.published?.reason)]
            .compactMap { name, text in text.flatMap { $0.isEmpty ? nil : (name, .string($0)) } }
    }

    private static func array(of layer: AnnotationLayer, in reading: Reading) -> JSONValue {
        switch layer {
        case .sentences: .array(reading.sentences.map(sentence))
        case .tokens: .array(tokens(of: reading.sentences))
        case .entities: .array(entities(of: reading))
        case .times: .array(reading.times.map(time))
        case .facts: .array(reading.facts.map(JSONValue.init))
        }
    }

    private static func sentence(_ sentence: Sentence) -> JSONValue {
        .object(offsets(sentence.span) + (sentence.startsParagraph ? [("paragraph", .bool(true))] : []))
    }

    /// An entity with all that it may be called, also what no mention says.
    private static func names(of entity: Entity) -> JSONValue {
        .object([
            ("entity", .string(entity.id.value)), ("type", .string(entity.type.rawValue)), ("name", .string(entity.name)),
            ("names", .array(entity.names.map { .object([("text", .string($0.text)), ("reason", .string($0.reason.rawValue))]) })),
        ])
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
            if mention.kind != .name { members += [("name", .bool(false)), ("kind", .string(mention.kind.rawValue))] }
            return .object(members)
        }
    }

    private static func time(_ time: TimeExpression) -> JSONValue {
        .object(offsets(time.span) + [
            ("type", .string(time.kind.rawValue)), ("value", .string(time.value)), ("mod", .string(time.mod)),
            ("rule", .string(time.rule)), ("anchor", .string(time.anchor)), ("interval", time.time.map(JSONValue.init) ?? .null),
            ("sentence", .integer(time.sentence)), ("relation", .string(time.relation.rawValue)), ("certainty", .number(time.certainty)),
        ])
    }

    private static func offsets(_ span: Span) -> [(String, JSONValue)] { [("start", .integer(span.start)), ("end", .integer(span.end))] }
}
