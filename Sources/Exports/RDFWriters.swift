import FactStore
import Facts

/// A format of RDF: the same statements, each in its own notation.
protocol RDFWriter: ExportWriter {
    var describer: RDFDescriber { get }
    func text(of description: RDFDescription) -> String
}

extension RDFWriter {
    var records: Set<ExportRecord> { [.documents, .entities, .facts] }

    func text(of document: DocumentHead) -> String? { text(of: describer.descriptions(of: document)) }
    func text(of entity: Entity) -> String? { text(of: describer.descriptions(of: entity)) }
    func text(of fact: StoredFact) -> String? { text(of: describer.descriptions(of: fact)) }

    private func text(of descriptions: [RDFDescription]) -> String { descriptions.map(text).joined() }
}

/// A statement a line.
struct NQuadsWriter: RDFWriter {
    let describer: RDFDescriber

    init(base: String) { describer = RDFDescriber(naming: RDFNaming(base: base)) }

    func text(of description: RDFDescription) -> String {
        let graph = description.graph.map { " <\($0)>" } ?? ""
        return description.statements.map { property, value in
            "\(description.subject.nquads) <\(property)> \(value.nquads)\(graph) .\n"
        }.joined()
    }
}

/// Statements of one subject together, with prefixes.
struct TriGWriter: RDFWriter {
    let describer: RDFDescriber
    /// Prefix and what it stands for.
    private let prefixes: [(name: String, iri: String)]

    init(base: String) {
        describer = RDFDescriber(naming: RDFNaming(base: base))
        prefixes = RDFVocabulary.prefixes + ["fact", "entity", "document"].map { ($0, "\(base)\($0)/") }
    }

    var head: String { prefixes.map { "@prefix \($0.name): <\($0.iri)> .\n" }.joined() + "\n" }

    func text(of description: RDFDescription) -> String {
        let statements = description.statements.map { property, value in
            (property == RDFVocabulary.rdf + "type" ? "a" : short(.iri(property))) + " " + short(value)
        }
        let block = short(description.subject) + " " + statements.joined(separator: " ;\n    ") + " ."
        guard let graph = description.graph else { return block + "\n" }
        return "\(short(.iri(graph))) { \(block) }\n"
    }

    private func short(_ term: RDFTerm) -> String {
        switch term {
        case .blank: return term.nquads
        case .iri(let iri): return short(iri)
        case .literal(let text, nil): return RDFTerm.quoted(text)
        case .literal(let text, let type?): return "\(RDFTerm.quoted(text))^^\(short(type))"
        }
    }

    /// With a prefix where what follows it is plain.
    private func short(_ iri: String) -> String {
        for (name, beginning) in prefixes where iri.hasPrefix(beginning) {
            let rest = iri.utf8.dropFirst(beginning.utf8.count)
            if let first = rest.first, first != UInt8(ascii: "-"), rest.allSatisfy({ Self.isPlain($0) }) { return "\(name):\(iri[rest.startIndex...])" }
        }
        return "<\(iri)>"
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "-"), UInt8(ascii: "_"): true
        default: false
        }
    }
}
