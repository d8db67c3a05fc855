import Facts
import Lexicon

/// Which facts are events of which PLOVER class: by the verb where it has a row of its own, else by the canonical relation.
struct EventClasses {
    struct EventClass: Hashable {
        /// "ASSAULT".
        var name: String
        /// "verbal cooperation".
        var quad: String
        /// "arrest"; empty where the class says all.
        var mode: String
    }

    private var classes: [String: EventClass] = [:]
    private static let quads = [
        "AGREE": "verbal cooperation", "CONSULT": "verbal cooperation", "SUPPORT": "verbal cooperation", "CONCEDE": "verbal cooperation",
        "COOPERATE": "material cooperation", "AID": "material cooperation", "RETREAT": "material cooperation",
        "REQUEST": "verbal conflict", "ACCUSE": "verbal conflict", "REJECT": "verbal conflict", "THREATEN": "verbal conflict",
        "PROTEST": "material conflict", "SANCTION": "material conflict", "MOBILIZE": "material conflict", "COERCE": "material conflict",
        "ASSAULT": "material conflict",
    ]

    /// - Throws: `ResourceFile.Missing`.
    init() throws {
        for line in try ResourceFile(target: "Exports", name: "plover.tsv").text.split(separator: "\n") where !line.hasPrefix("#") {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard fields.count >= 3, let quad = Self.quads[fields[2]] else { continue }
            classes["\(fields[0]) \(fields[1])"] = EventClass(name: fields[2], quad: quad, mode: fields.count > 3 ? fields[3] : "")
        }
    }

    var count: Int { classes.count }

    /// Nil for what is no event of any class.
    func eventClass(of fact: Fact) -> EventClass? {
        classes["verb \(fact.predicate)"] ?? fact.relation.flatMap { classes["relation \($0)"] }
    }
}
