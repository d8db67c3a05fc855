import Lexicon

/// Verbs for what is done to somebody for what he did: "sentenced for taking bribes", "praised for saving a child".
enum Reactions {
    static func contains(_ verb: String, _ verbs: VerbLexicon) -> Bool {
        relations.contains(verbs.relation(of: verb) ?? "") || others.contains(verb)
    }

    private static let relations: Set<String> = ["accuse", "criticise", "praise", "arrest", "convict", "oust", "attack"]
    private static let others: Set<String> = ["hit", "kick", "beat", "charge", "slap", "sue", "fine", "jail", "punish", "thank", "blame", "reward"]
}
