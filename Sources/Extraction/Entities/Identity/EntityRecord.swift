import Facts
import Lexicon

/// An entity while the article is being read.
struct EntityRecord: Sendable {
    var type: EntityType
    /// The fullest name, or the description it was introduced with.
    var main: String
    var names: [EntityName] = []
    var isNamed: Bool
    /// Main name in the gazetteer, for countries and known places.
    var gazetteerName: String?
    var gender: Gazetteer.Gender?
    var isPlural = false
    /// Head nouns by which it may be described: of its descriptions, offices, and the last word of its name.
    var heads: [String] = []
    /// Modifiers of the descriptions it was given.
    var modifiers: Set<String> = []
    var age: Double?
    /// What a plural stands for.
    var members: [Int] = []
    var isArticleBound = false

    init(type: EntityType, main: String, isNamed: Bool) {
        self.type = type
        self.main = main
        self.isNamed = isNamed
    }

    mutating func addName(_ text: String, _ reason: EntityName.Reason) {
        if !names.contains(where: { $0.text == text }) { names.append(EntityName(text, reason)) }
    }

    mutating func addHead(_ lemma: String) {
        if !heads.contains(lemma) { heads.append(lemma) }
    }

    /// Acts and speaks.
    var isAgent: Bool { [.person, .organisation, .country, .nationality].contains(type) }

    /// - Parameter place: where it was first mentioned; tells apart descriptions with the same words.
    func id(in article: String, place: Span) -> EntityID {
        var hash = ContentHash()
        if isNamed {
            hash.combine(type.rawValue)
            hash.combine(gazetteerName ?? NameForm.key(main))
            if isArticleBound { hash.combine(article) }
        } else {
            hash.combine(article)
            hash.combine(type.rawValue)
            hash.combine(main)
            hash.combine(place.start)
        }
        return EntityID(hash.hex)
    }
}
