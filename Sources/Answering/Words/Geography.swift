import FactStore
import Facts
import Lexicon

/// What geographic names of a question can also stand for: a capital for its government, a demonym for its country.
final class Geography {
    private let store: FactStore
    private lazy var gazetteer = try? Gazetteer(countriesOnly: true)
    private var known: [String: [Entity]] = [:]

    init(store: FactStore) {
        self.store = store
    }

    /// The countries that a name stands for beside itself: "Tokyo" and "Japanese" for Japan. `name` has its capitals.
    func countries(behind name: String) -> [Entity] {
        if let found = known[name] { return found }
        var found: [Entity] = []
        if let entry = gazetteer?.entry(name),
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
