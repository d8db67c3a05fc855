import FactStore
import Facts

/// What things are called in RDF.
struct RDFNaming {
    let base: String

    func entity(_ id: EntityID) -> RDFTerm { .iri(IRI.child("\(base)entity/", id.value)) }
    func document(_ id: String) -> String { IRI.child("\(base)document/", id) }
    func fact(_ id: String) -> String { IRI.child("\(base)fact/", id) }
    /// Words of a document: RFC 5147 counts characters as Dossier does.
    func span(_ span: Span, of document: String) -> String { "\(self.document(document))#char=\(span.start),\(span.end)" }
    static func relation(_ name: String) -> String { IRI.child(RDFVocabulary.relation, name) }
    static func role(_ role: Role) -> String { RDFVocabulary.role + role.rawValue }
    static func type(_ name: String) -> RDFTerm { .iri(RDFVocabulary.dossier + name) }
}

extension String {
    /// "person" as the name of a class.
    var capitalisedASCII: String { prefix(1).uppercased() + dropFirst() }
}
