import Presentation

/// What stands in a place of an RDF statement.
enum RDFTerm: Hashable {
    case iri(String)
    case blank(String)
    /// Of type `xsd:string` where no other is given.
    case literal(String, type: String?)

    static func text(_ text: String) -> RDFTerm { .literal(text, type: nil) }
    static func integer(_ value: Int) -> RDFTerm { .literal("\(value)", type: RDFVocabulary.xsd + "integer") }
    static func number(_ value: Double) -> RDFTerm { .literal("\(value)", type: RDFVocabulary.xsd + "double") }
    static func decimal(_ text: String) -> RDFTerm { .literal(text, type: RDFVocabulary.xsd + "decimal") }
    static func day(_ text: String) -> RDFTerm { .literal(text, type: RDFVocabulary.xsd + "date") }
    static func truth(_ value: Bool) -> RDFTerm { .literal(value ? "true" : "false", type: RDFVocabulary.xsd + "boolean") }

    /// As N-Quads has it. Every sign that could end a line, mislead a terminal or be lost is escaped.
    var nquads: String {
        switch self {
        case .iri(let iri): "<\(iri)>"
        case .blank(let label): "_:\(label)"
        case .literal(let text, nil): Self.quoted(text)
        case .literal(let text, let type?): "\(Self.quoted(text))^^<\(type)>"
        }
    }

    static func quoted(_ text: String) -> String {
        "\"" + text.escaping { scalar in
            switch scalar {
            case "\"": return "\\\""
            case "\\": return "\\\\"
            case "\n": return "\\n"
            case "\r": return "\\r"
            case "\t": return "\\t"
            default:
                return SafeText.isHostile(scalar) || scalar.value == 0xFFFE || scalar.value == 0xFFFF ? SafeText.escape(scalar) : nil
            }
        } + "\""
    }
}

/// The vocabularies that statements are made of.
enum RDFVocabulary {
    static let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    static let rdfs = "http://www.w3.org/2000/01/rdf-schema#"
    static let xsd = "http://www.w3.org/2001/XMLSchema#"
    static let prov = "http://www.w3.org/ns/prov#"
    static let dcterms = "http://purl.org/dc/terms/"
    static let skos = "http://www.w3.org/2004/02/skos/core#"
    /// Dossier's own words: classes and properties; relations; roles.
    static let dossier = "urn:dossier:term/", relation = "urn:dossier:relation/", role = "urn:dossier:role/"

    static let prefixes = [
        ("rdf", rdf), ("rdfs", rdfs), ("xsd", xsd), ("prov", prov), ("dcterms", dcterms), ("skos", skos), ("dossier", dossier),
        ("relation", relation), ("role", role),
    ]
}

/// Statements about one subject, in a named graph or in the default one.
struct RDFDescription {
    var graph: String?
    var subject: RDFTerm
    /// Property and value, in the order in which they are written.
    var statements: [(property: String, value: RDFTerm)]
}
