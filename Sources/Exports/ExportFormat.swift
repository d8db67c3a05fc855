/// The formats in which facts leave for other programs.
public enum ExportFormat: String, CaseIterable, Sendable {
    /// Tables of the entities and of the ties between them, in CSV.
    case nodes, edges
    /// A fact a line, as `import` reads it, with what is known of its document.
    case jsonl
    /// RDF: a named graph a fact, with its provenance.
    case nquads, trig
    /// Facts as Web Annotations of their documents.
    case jsonld
    /// A graph of entities, for programs that draw and measure networks.
    case graphml
    /// Facts that are events of a PLOVER class, a line each.
    case events
}
