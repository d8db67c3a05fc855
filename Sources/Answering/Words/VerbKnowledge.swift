import Lexicon

/// What questions need of verbs. Every question asks for the relation of its verb, so that is looked up where it lies; the whole lexicon is
/// read for the few that need more of it.
final class VerbKnowledge {
    private let relations: VerbRelations
    private var relationByVerb: [String: String?] = [:]
    private lazy var lexicon = try? VerbLexicon.load()

    /// - Throws: where the lexicon isn't installed.
    init() throws { relations = try VerbRelations() }

    func relation(of verb: String) -> String? {
        if let known = relationByVerb[verb] { return known }
        let relation = relations.relation(of: verb)
        relationByVerb[verb] = .some(relation)
        return relation
    }

    func entry(_ verb: String) -> VerbLexicon.Entry? { lexicon?.entry(verb) }
    func nominal(_ noun: String) -> VerbLexicon.Nominal? { lexicon?.nominal(noun) }
}
