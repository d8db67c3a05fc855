import FactStore
import Facts

/// Documents, entities and facts as RDF statements.
///
/// A fact is a named graph of what it says, and in the default graph what is known of that graph: who says it, where, when it holds and how
/// far it is so (PROV-O, Dublin Core). What the articles say happened or holds is stated in the default graph too, so that plain patterns
/// find it.
struct RDFDescriber {
    let naming: RDFNaming

    func descriptions(of document: DocumentHead) -> [RDFDescription] {
        var statements: [(String, RDFTerm)] = [
            (RDFVocabulary.rdf + "type", .iri(RDFVocabulary.prov + "Entity")),
            (RDFVocabulary.rdf + "type", RDFNaming.type(document.kind.rawValue.capitalisedASCII)),
            (RDFVocabulary.dcterms + "identifier", .text(document.id)),
        ]
        let known: [(String, String?)] = [("title", document.title), ("publisher", document.publisher), ("creator", document.author)]
        statements += known.compactMap { name, text in text.map { (RDFVocabulary.dcterms + name, .text($0)) } }
        if let day = document.published { statements.append((RDFVocabulary.dcterms + "issued", .day("\(day)"))) }
        if let url = document.url { statements.append((RDFVocabulary.dcterms + "source", IRI.web(url).map(RDFTerm.iri) ?? .text(url))) }
        return [RDFDescription(graph: nil, subject: .iri(naming.document(document.id)), statements: statements)]
    }

    func descriptions(of entity: Entity) -> [RDFDescription] {
        let others = entity.names.map(\.text).filter { $0 != entity.name }
        return [RDFDescription(graph: nil, subject: naming.entity(entity.id), statements: [
            (RDFVocabulary.rdf + "type", RDFNaming.type("Entity")),
            (RDFVocabulary.rdf + "type", RDFNaming.type(entity.type.rawValue.capitalisedASCII)),
            (RDFVocabulary.rdfs + "label", .text(entity.name)),
        ] + others.map { (RDFVocabulary.skos + "altLabel", .text($0)) })]
    }

    func descriptions(of stored: StoredFact) -> [RDFDescription] {
        let fact = stored.fact
        let graph = naming.fact(fact.id)
        let said = proposition(of: fact)
        var descriptions = said.map { RDFDescription(graph: graph, subject: $0.subject, statements: $0.statements) }
        if fact.isTold { descriptions += said }
        descriptions.append(RDFDescription(graph: nil, subject: .iri(graph), statements: provenance(of: stored) + roles(of: fact)))
        if fact.evidence.sentence >= 0 { descriptions.append(passage(of: stored)) }
        return descriptions + labels(of: fact)
    }

    // MARK: What a fact says

    /// Who acts, the relation, what is acted on or become, else the next thing said; of a fact that says it of one thing alone, `true`.
    private func proposition(of fact: Fact) -> [RDFDescription] {
        let agents = fact.arguments.indices.filter { fact.arguments[$0].role == .agent }
        let others = fact.arguments.indices.filter { fact.arguments[$0].role != .agent }
        let acted = others.filter { [.patient, .attribute].contains(fact.arguments[$0].role) }
        let objects = acted.isEmpty ? Array(others.prefix(1)) : acted
        let values = objects.isEmpty ? [RDFTerm.truth(true)] : objects.map { value(fact, $0) }
        let subjects = agents.isEmpty ? [RDFTerm.blank("unnamed-\(IRI.encoded(fact.id).replacing("%", with: "-"))")] : agents.map { subject(fact, $0) }
        let relation = RDFNaming.relation(fact.relation ?? fact.predicate)
        return subjects.map { RDFDescription(graph: nil, subject: $0, statements: values.map { (relation, $0) }) }
    }

    /// An entity, else a resource that the words name.
    private func subject(_ fact: Fact, _ index: Int) -> RDFTerm {
        fact.arguments[index].entity.map(naming.entity) ?? .iri("\(naming.fact(fact.id))#\(index)")
    }

    /// What somebody is stays in words: "the chief executive" is the person too.
    private func value(_ fact: Fact, _ index: Int) -> RDFTerm {
        let argument = fact.arguments[index]
        switch argument.role {
        case .agent: return subject(fact, index)
        case .attribute: return .text(argument.text)
        default: return argument.entity.map(naming.entity) ?? .text(argument.text)
        }
    }

    private func roles(of fact: Fact) -> [(String, RDFTerm)] {
        var roles = fact.arguments.indices.map { (RDFNaming.role(fact.arguments[$0].role), value(fact, $0)) }
        if let quantity = fact.arguments.lazy.compactMap(\.quantity).first, quantity.value.isFinite {
            roles.append((RDFVocabulary.dossier + "value", .number(quantity.value)))
            if !quantity.unit.isEmpty { roles.append((RDFVocabulary.dossier + "unit", .text(quantity.unit))) }
        }
        return roles
    }

    private func labels(of fact: Fact) -> [RDFDescription] {
        fact.arguments.indices.filter { fact.arguments[$0].role == .agent && fact.arguments[$0].entity == nil }.map { index in
            RDFDescription(graph: nil, subject: subject(fact, index), statements: [(RDFVocabulary.rdfs + "label", .text(fact.arguments[index].text))])
        }
    }

    // MARK: What is known of a fact

    private func provenance(of stored: StoredFact) -> [(String, RDFTerm)] {
        let fact = stored.fact
        let document = naming.document(stored.source.id)
        let dossier = RDFVocabulary.dossier, prov = RDFVocabulary.prov
        var statements: [(String, RDFTerm)] = [
            (RDFVocabulary.rdf + "type", .iri(prov + "Entity")), (RDFVocabulary.rdf + "type", RDFNaming.type("Fact")),
            (RDFVocabulary.rdfs + "label", .text(fact.text)), (dossier + "predicate", .text(fact.predicate)),
        ]
        if let relation = fact.relation { statements.append((dossier + "relation", .text(relation))) }
        statements += [
            (dossier + "modality", .text(fact.modality.rawValue)), (dossier + "polarity", .text(fact.polarity.rawValue)),
            (dossier + "confidence", .decimal(StoredFact.hundredths(fact.confidence))), (dossier + "rule", .text(fact.rule)),
            (prov + "wasDerivedFrom", .iri(document)),
        ]
        if fact.evidence.sentence >= 0 {
            statements.append((prov + "wasQuotedFrom", .iri(naming.span(stored.sentence ?? fact.evidence.span, of: stored.source.id))))
        }
        return statements + time(of: fact) + attribution(of: fact)
    }

    private func time(of fact: Fact) -> [(String, RDFTerm)] {
        guard let time = fact.time else { return [] }
        var statements: [(String, RDFTerm)] = []
        for (name, bound) in [("start", time.start), ("end", time.end)] {
            switch bound {
            case .day(let day): statements.append((RDFVocabulary.dossier + name, .day("\(day)")))
            case .open: statements.append((RDFVocabulary.dossier + name, .text("open")))
            case .unknown: break
            }
        }
        statements.append((RDFVocabulary.dossier + "precision", .text(time.precision.rawValue)))
        statements.append((RDFVocabulary.dossier + "timeOrigin", .text(time.origin.rawValue)))
        if !time.text.isEmpty { statements.append((RDFVocabulary.dossier + "timeText", .text(time.text))) }
        return statements
    }

    private func attribution(of fact: Fact) -> [(String, RDFTerm)] {
        guard let attribution = fact.attribution else { return [] }
        let source: [(String, RDFTerm)] = [(RDFVocabulary.dossier + "source", .text(attribution.source)),
                                           (RDFVocabulary.dossier + "cue", .text(attribution.cue))]
        return source + (attribution.entity.map { [(RDFVocabulary.prov + "wasAttributedTo", naming.entity($0))] } ?? [])
    }

    /// The sentence.
    private func passage(of stored: StoredFact) -> RDFDescription {
        let span = stored.sentence ?? stored.fact.evidence.span
        return RDFDescription(graph: nil, subject: .iri(naming.span(span, of: stored.source.id)), statements: [
            (RDFVocabulary.rdf + "type", .iri(RDFVocabulary.prov + "Entity")),
            (RDFVocabulary.dcterms + "isPartOf", .iri(naming.document(stored.source.id))),
            (RDFVocabulary.prov + "value", .text(stored.fact.evidence.quote)),
        ])
    }
}

extension Fact {
    /// Whether the articles tell it as what happened or holds.
    var isTold: Bool { polarity == .positive && (modality == .actual || modality == .generic) }
}
