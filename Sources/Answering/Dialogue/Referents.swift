import Facts
import Lexicon

/// What the questions so far were about, so that "he", "it" and "there" have something to refer to.
struct Referents {
    /// Something that a pronoun can stand for.
    struct Referent: Hashable {
        enum Class: Hashable { case person, place, group, thing, time }

        var phrase: PhraseTerms
        var class_: Class
        var isPlural: Bool
    }

    /// The latest first.
    private(set) var all: [Referent] = []
    private static let mostKept = 12

    mutating func add(_ referents: [Referent]) {
        all = Array((referents + all).prefix(Self.mostKept))
    }

    mutating func forget() { all = [] }

    /// The latest thing spoken of that the pronoun can stand for; nil where there is none.
    func resolve(_ pronoun: String) -> PhraseTerms? {
        switch pronoun {
        case "he", "him", "his", "himself", "she", "her", "hers", "herself": all.first { $0.class_ == .person }?.phrase
        case "they", "them", "their", "theirs", "themselves":
            (all.first { $0.isPlural } ?? all.first { $0.class_ == .group } ?? all.first { $0.class_ != .time })?.phrase
        case "there": all.first { $0.class_ == .place }?.phrase
        default: all.first { $0.class_ != .person && $0.class_ != .time && !$0.isPlural }?.phrase
            ?? all.first { $0.class_ != .time }?.phrase
        }
    }
}

extension Referents.Referent {
    /// The class of a phrase, by the entity it names or by its head noun.
    static func of(_ phrase: PhraseTerms, type: EntityType?, isPlural: Bool, meanings: WordMeanings) -> Referents.Referent {
        Referents.Referent(phrase: phrase, class_: class_(phrase, type, meanings), isPlural: isPlural)
    }

    private static func class_(_ phrase: PhraseTerms, _ type: EntityType?, _ meanings: WordMeanings) -> Class {
        switch type {
        case .person?: return .person
        case .place?: return .place
        case .country?, .organisation?, .nationality?: return .group
        case .time?, .quantity?, .money?: return .time
        case .event?, .work?, .weapon?, .vehicle?: return .thing
        case .thing?, nil: break
        }
        guard let head = phrase.head, !head.isName else { return .thing }
        let classes = meanings.firstNounClass(of: head.text)
        if classes.contains(.person) { return .person }
        if classes.contains(.place) { return .place }
        if classes.contains(.group) { return .group }
        return .thing
    }
}
