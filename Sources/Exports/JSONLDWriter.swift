import FactStore
import Facts
import Presentation

/// JSON-LD 1.1: facts as Web Annotations, each argument with its place in the document. The context stands in the file, so that nothing is
/// fetched to read it. Positions count code points, as the Web Annotation model and Dossier both do.
struct JSONLDWriter: ExportWriter {
    private let naming: RDFNaming
    let records: Set<ExportRecord> = [.documents, .entities, .facts]
    let separator = ",\n"

    init(base: String) { naming = RDFNaming(base: base) }

    var head: String { "{\"@context\": \(Self.context.encoded),\n\"@graph\": [\n" }
    var tail: String { "\n]}\n" }

    func text(of document: DocumentHead) -> String? {
        var members: [(String, JSONValue)] = [
            ("id", .string(naming.document(document.id))), ("type", .string(document.kind.rawValue.capitalisedASCII)),
            ("name", .string(document.id)),
        ]
        let known: [(String, String?)] = [("title", document.title), ("publisher", document.publisher), ("creator", document.author),
                                          ("issued", document.published?.description), ("source", document.url)]
        members += known.compactMap { name, text in text.map { (name, .string($0)) } }
        return JSONValue.object(members).encoded
    }

    func text(of entity: Entity) -> String? {
        let others = entity.names.map(\.text).filter { $0 != entity.name }
        return JSONValue.object([
            ("id", .string(iri(entity.id))), ("type", .array([.string("Entity"), .string(entity.type.rawValue.capitalisedASCII)])),
            ("label", .string(entity.name)), ("altLabel", .array(others.map(JSONValue.string))),
        ]).encoded
    }

    func text(of stored: StoredFact) -> String? {
        let fact = stored.fact
        let body = JSONValue.object([("type", .string("TextualBody")), ("value", .string(fact.text)), ("purpose", .string("describing"))])
        return JSONValue.object([
            ("id", .string(naming.fact(fact.id))), ("type", .array([.string("Annotation"), .string("Fact")])), ("body", body),
            ("target", target(fact.evidence.span, words: stored.words, quote: fact.evidence.quote, of: stored)),
            ("predicate", .string(fact.predicate)), ("relation", .optional(fact.relation)), ("modality", .string(fact.modality.rawValue)),
            ("polarity", .string(fact.polarity.rawValue)), ("confidence", .number((fact.confidence * 100).rounded() / 100)),
            ("rule", .string(fact.rule)), ("start", fact.time.map { .optional(bound($0.start)) } ?? .null),
            ("end", fact.time.map { .optional(bound($0.end)) } ?? .null), ("timeText", .optional(fact.time?.text)),
            ("attribution", fact.attribution.map { attribution($0, of: stored) } ?? .null),
            ("argument", .array(fact.arguments.map { argument($0, of: stored) })),
        ]).encoded
    }

    private func argument(_ argument: Argument, of stored: StoredFact) -> JSONValue {
        var members: [(String, JSONValue)] = [
            ("type", .string("Argument")), ("role", .string(argument.role.rawValue)), ("text", .string(argument.text)),
            ("entity", .optional(argument.entity.map(iri))), ("preposition", .optional(argument.preposition)),
        ]
        if let quantity = argument.quantity { members += [("value", .number(quantity.value)), ("unit", .string(quantity.unit))] }
        if stored.sentence != nil { members.append(("target", target(argument.span, words: nil, quote: nil, of: stored))) }
        return .object(members)
    }

    private func attribution(_ attribution: Attribution, of stored: StoredFact) -> JSONValue {
        .object([
            ("type", .string("Attribution")), ("text", .string(attribution.source)), ("entity", .optional(attribution.entity.map(iri))),
            ("cue", .string(attribution.cue)), ("target", target(attribution.span, words: nil, quote: nil, of: stored)),
        ])
    }

    /// Of a row of a table, the table alone.
    private func target(_ span: Span, words: String?, quote: String?, of stored: StoredFact) -> JSONValue {
        let document = JSONValue.string(naming.document(stored.source.id))
        guard stored.sentence != nil else { return .object([("source", document)]) }
        var selectors: [JSONValue] = [.object([
            ("type", .string("TextPositionSelector")), ("from", .integer(span.start)), ("to", .integer(span.end)),
        ])]
        if let words { selectors.append(.object([("type", .string("TextQuoteSelector")), ("exact", .string(words))])) }
        var members: [(String, JSONValue)] = [("source", document), ("selector", .array(selectors))]
        if let quote { members.append(("quote", .string(quote))) }
        return .object(members)
    }

    private func iri(_ id: EntityID) -> String { IRI.child("\(naming.base)entity/", id.value) }

    private func bound(_ bound: ValidTime.Bound) -> String? {
        let text = StoredFact.text(bound)
        return text.isEmpty ? nil : text
    }

    private static let context: JSONValue = {
        let annotation = "http://www.w3.org/ns/oa#"
        func term(_ iri: String, type: String? = nil) -> JSONValue {
            type.map { .object([("@id", .string(iri)), ("@type", .string($0))]) } ?? .string(iri)
        }
        return .object([
            ("@version", .number(1.1)), ("@vocab", .string(RDFVocabulary.dossier)), ("oa", .string(annotation)),
            ("id", .string("@id")), ("type", .string("@type")),
            ("label", term(RDFVocabulary.rdfs + "label")), ("altLabel", term(RDFVocabulary.skos + "altLabel")),
            ("title", term(RDFVocabulary.dcterms + "title")), ("publisher", term(RDFVocabulary.dcterms + "publisher")),
            ("creator", term(RDFVocabulary.dcterms + "creator")),
            ("issued", term(RDFVocabulary.dcterms + "issued", type: RDFVocabulary.xsd + "date")),
            ("Annotation", term("oa:Annotation")), ("TextualBody", term("oa:TextualBody")),
            ("TextPositionSelector", term("oa:TextPositionSelector")), ("TextQuoteSelector", term("oa:TextQuoteSelector")),
            ("body", term("oa:hasBody", type: "@id")), ("target", term("oa:hasTarget", type: "@id")),
            ("source", term("oa:hasSource", type: "@id")), ("selector", term("oa:hasSelector", type: "@id")),
            ("purpose", term("oa:hasPurpose", type: "@vocab")), ("describing", term("oa:describing")),
            ("value", term(RDFVocabulary.rdf + "value")), ("exact", term("oa:exact")),
            ("from", term("oa:start")), ("to", term("oa:end")), ("entity", term(RDFVocabulary.dossier + "entity", type: "@id")),
        ])
    }()
}
