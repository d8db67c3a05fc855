import Facts
import Questions

extension World {
    /// The tables that a fact of this modality and polarity stands in, by what follows the relation's name.
    static func marks(_ modality: Modality, _ polarity: Polarity) -> [String] {
        if polarity == .negative { return [" [negative]"] }
        return ["", " [\(modality.rawValue)]"]
    }

    /// The table that an atom speaks of, with its marks.
    func table(of atom: Atom) -> RelationTable? {
        if atom.polarity == .negative { return relation(atom.relation + " [negative]") }
        guard let modality = atom.modality else { return relation(atom.relation) }
        return relation("\(atom.relation) [\(modality.rawValue)]") ?? (matchesWords || modality != .actual ? nil : relation(atom.relation))
    }

    /// What a name or quoted words can mean: things of that name; over articles also things with these words in theirs.
    func things(meantBy words: String) -> [ID] {
        let named = things(named: words)
        guard matchesWords, named.isEmpty else { return named }
        let wanted = Self.words(words)
        guard !wanted.isEmpty else { return [] }
        return (0..<ID(values.count)).filter { id in
            guard case .entity(_, let name) = values[id] else { return false }
            let own = Set(Self.words(name))
            return wanted.allSatisfy { own.contains($0) || own.contains($0 + "s") }
        }
    }

    private static func words(_ text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init).filter { $0 != "the" && $0 != "a" && $0 != "an" }
    }
}
