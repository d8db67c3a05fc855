import Facts
import Lexicon

/// Which part a prepositional phrase plays: the table of `docs/fact-model.md`.
enum ObliqueRoles {
    static func role(_ preposition: String, type: EntityType?, verb: String = "") -> Role {
        let isPlace = type == .place || type == .country
        let isActor = type == .person || type == .organisation || type == .country
        switch preposition {
        case "in", "at", "on", "near", "across", "outside", "inside", "within", "off", "along", "around", "above", "below", "under",
            "behind", "beside", "throughout", "over", "past", "next to", "close to", "in front of", "north of", "south of",
            "east of",
            "west of", "beneath", "aboard", "amid", "among":
            if isPlace { return .place }
            if preposition == "among" || preposition == "amid" { return .topic }
            return placing.contains(preposition) && (type == nil || type == .thing || type == .organisation || type == .event)
                && preposition != "on" && preposition != "under" && preposition != "over" ? .place : .topic
        case "to":
            if receiving.contains(verb) || type == .person { return .recipient }
            return type == .organisation && !moving.contains(verb) ? .recipient : .destination
        case "into", "onto", "toward", "towards":
            return .destination
        case "for":
            if isPlace || type == .country, leaving.contains(verb) { return .destination }
            return isActor ? .recipient : .purpose
        case "from", "out of", "off of":
            return .source
        case "by":
            return .agent
        case "with", "alongside", "along with", "together with":
            return isActor
                ? .recipient : type == .thing || type == .weapon || type == .vehicle || type == nil ? .instrument : .topic
        case "by means of", "through", "via", "using":
            return isPlace ? .place : .instrument
        case "because of", "due to", "owing to", "thanks to", "as a result of", "in response to", "amid concerns":
            return .cause
        case "as":
            return .attribute
        case "against":
            return .topic
        default:
            return .topic
        }
    }

    /// The role of a phrase of this scene: "in" before something abstract or that happens is no place.
    static func role(_ preposition: String, of head: Int, in scene: Scene, verb: String = "") -> Role {
        let type = scene.type(of: head)
        let role = role(preposition, type: type, verb: verb)
        guard role == .place, preposition == "in", type != .place, type != .country, type != .organisation else { return role }
        let kind = scene.knowledge.words.firstNounClass(of: scene.tree.lemma(head).lowercased())
        let isGeneral = kind.isEmpty && scene.tree.upos(head) == "NOUN" && scene.knowledge.words.parts(of: scene.tree.lemma(head)).contains(.noun)
        return type == .event || isGeneral || !kind.isDisjoint(with: abstract) ? .topic : .place
    }

    private static let abstract: NounClass = [.cognition, .attribute, .state, .communication, .relation, .event, .possession, .quantity]

    private static let placing: Set<String> = [
        "in", "at", "near", "across", "outside", "inside", "within", "along", "around", "behind",
        "next to", "close to", "in front of", "aboard", "throughout",
    ]
    private static let receiving: Set<String> = [
        "give", "sell", "send", "tell", "say", "offer", "provide", "supply", "donate", "lend",
        "grant", "award", "hand", "transfer", "present", "pay", "talk", "speak", "write", "deliver",
        "appeal", "propose", "explain", "report", "lose", "export", "allocate", "show",
    ]
    private static let leaving: Set<String> = ["bind", "leave", "depart", "head", "sail", "set off", "set out", "make", "embark"]
    private static let moving: Set<String> = [
        "go", "come", "travel", "return", "move", "fly", "drive", "walk", "march", "flee", "withdraw",
        "redeploy", "deploy", "visit", "sail", "head", "relocate",
    ]
}
