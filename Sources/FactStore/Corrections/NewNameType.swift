import Facts
import Lexicon

/// What a name names that no article has: by what is known of the name, by its last word, by its first name; who does something is taken
/// for a person.
struct NewNameType {
    let type: EntityType

    init(_ name: String, as role: Role, of predicate: String) throws {
        let gazetteer = try Gazetteer()
        let words = name.split(separator: " ").map(String.init)
        if let known = gazetteer.entry(name) {
            type = Self.type(of: known.kind)
        } else if let last = words.last, let known = gazetteer.type(ofNameEndingIn: last.lowercased()) {
            type = known
        } else if words.count > 1, gazetteer.isFirstName(words[0]) {
            type = .person
        } else {
            type = role == .agent && predicate != "be" ? .person : .thing
        }
    }

    private static func type(of kind: Gazetteer.Entry.Kind) -> EntityType {
        switch kind {
        case .country, .government: .country
        case .region, .city, .capital: .place
        case .demonym: .nationality
        case .organisation: .organisation
        }
    }
}
