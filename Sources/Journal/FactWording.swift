import FactStore
import Facts
import Lexicon

/// How a relation is said in English, and which predicate and canonical relation of the fact model it is.
struct FactWording {
    let predicate: String
    let canonical: String?
    /// Of the second argument.
    let secondRole: Role
    private let copula: (words: String, link: String)?

    private static let copulas: [String: (role: Role, link: String)] = [
        "hold-office": (.attribute, ""), "kind-of": (.attribute, ""), "same-as": (.attribute, ""), "be": (.attribute, ""),
        "located-in": (.place, "in "), "member-of": (.patient, "a member of "), "part-of": (.patient, "a part of "),
    ]

    private static let verbs = try? VerbRelations()

    init(relation: String) {
        let name = relation.replacing(" ", with: "-")
        if let entry = Self.copulas[name] {
            predicate = "be"
            canonical = name == "be" ? "kind-of" : name
            secondRole = entry.role
            copula = ("is", entry.link)
        } else {
            predicate = relation
            canonical = Self.verbs?.relation(of: relation)
            secondRole = .patient
            copula = nil
        }
    }

    /// "Ann Lee commands Harbour Fleet", "Ann Lee is mayor of Oslo", "Ann Lee does not command Harbour Fleet".
    func clause(_ places: [AssertedFact.Place], isNegative: Bool) -> String {
        let subject = places.first { $0.role == .agent }
        let object = places.first { $0.role == secondRole } ?? places.first { $0.role != .agent }
        let rest = places.filter { $0 != subject && $0 != object }
        var words = [subject?.text ?? "somebody", verb(isNegative)]
        if let object { words.append((copula?.link ?? "") + object.text) }
        return (words + rest.map { "\(preposition($0.role))\($0.text)" }).joined(separator: " ")
    }

    private func verb(_ isNegative: Bool) -> String {
        if let copula { return isNegative ? "\(copula.words) not" : copula.words }
        return isNegative ? "does not \(predicate)" : Self.thirdPerson(predicate)
    }

    private func preposition(_ role: Role) -> String {
        switch role {
        case .place: "in "
        case .destination, .recipient: "to "
        case .source: "from "
        case .instrument: "with "
        case .purpose: "for "
        case .cause: "because of "
        case .topic: "about "
        case .patient where copula != nil: "of "
        case .agent, .patient, .attribute, .quantity: ""
        }
    }

    private static func thirdPerson(_ verb: String) -> String {
        var words = verb.split(separator: " ").map(String.init)
        guard let first = words.first else { return verb }
        let hissing = ["s", "x", "z", "ch", "sh", "o"].contains(where: first.hasSuffix)
        let vowelBeforeY = first.hasSuffix("y") && !["ay", "ey", "oy", "uy"].contains(where: first.hasSuffix)
        words[0] = first == "have" ? "has" : hissing ? first + "es" : vowelBeforeY ? first.dropLast() + "ies" : first + "s"
        return words.joined(separator: " ")
    }
}
