import FactStore
import Facts
import Lexicon

/// What the tables of names know of a question's words: that a capital stands for its government and a demonym for its country, and which
/// nouns are offices.
final class GeneralKnowledge {
    private let store: FactStore
    private lazy var names = try? WorldNames()
    private var known: [String: [Entity]] = [:]

    init(store: FactStore) {
        self.store = store
    }

    /// Whether the noun, in the singular, is an office or a rank, which only persons hold: "minister", not "owner".
    func isOffice(_ noun: String) -> Bool {
        switch names?.office(noun)?.kind {
        case .office?, .rank?: true
        case .address?, .role?, nil: false
        }
    }

    /// Whether the word stands before names: "Col", "Professor", "Mrs".
    func isTitle(_ word: String) -> Bool { (names?.office(word) ?? names?.office(word + ".")) != nil }

    /// "Paris" for "French" and "France".
    func capital(of name: String) -> String? {
        guard let entry = names?.entry(name), let country = country(entry) else { return nil }
        return names?.country(country)?.capitals.first
    }

    /// The countries that a name stands for beside itself: "Tokyo" and "Japanese" for Japan. `name` has its capitals.
    func countries(behind name: String) -> [Entity] {
        if let found = known[name] { return found }
        var found: [Entity] = []
        if let entry = names?.entry(name),
           let country = country(entry) { found = (try? store.entities(named: FoldedName(country))) ?? [] }
        known[name] = found
        return found
    }

    private func country(_ entry: Gazetteer.Entry) -> String? {
        switch entry.kind {
        case .capital, .government: entry.country
        case .demonym, .country: entry.name
        case .city, .region, .organisation: nil
        }
    }
}
