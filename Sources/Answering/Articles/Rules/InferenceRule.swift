import Facts
import Questions

/// One rule: when all conditions hold, the conclusion does. Rules are data; `Resources/inference.rules` holds those of the program and
/// explains their form.
struct InferenceRule: Hashable {
    let name: String
    let conclusion: Atom
    /// The predications of its body.
    let conditions: [Atom]
    /// All that must hold: predications, types and comparisons.
    let body: Formula

    /// Whether it is made of predications alone.
    var isPlain: Bool { conditions.count == body.parts.count }
    /// Those that its body speaks of.
    var relations: [String] { conditions.map(\.relation) }

    /// A line that is no rule.
    struct Malformed: Error, CustomStringConvertible {
        let line: Int
        let reason: String
        var description: String { "inference rules, line \(line): \(reason); a rule reads NAME: CONCLUSION :- CONDITION & CONDITION" }
    }

    /// - Throws: ``Malformed`` with the number of the line.
    static func rules(in text: String) throws(Malformed) -> [InferenceRule] {
        var rules: [InferenceRule] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() where !line.isEmpty
            && !line.hasPrefix("#") {
            rules.append(try rule(String(line), number: index + 1))
        }
        return rules
    }

    private static func rule(_ line: String, number: Int) throws(Malformed) -> InferenceRule {
        guard let colon = line.firstIndex(of: ":"),
              let turnstile = line.firstRange(of: " :- ") else { throw Malformed(line: number, reason: "“:” or “:-” is missing") }
        let conclusion = try atoms(line[line.index(after: colon)..<turnstile.lowerBound], number)
        let body = try formula(line[turnstile.upperBound...], number)
        let conditions = body.parts.compactMap { part -> Atom? in if case .atom(let atom) = part { atom } else { nil } }
        guard conclusion.count == 1, !conditions.isEmpty else { throw Malformed(line: number, reason: "a rule has one conclusion") }
        return InferenceRule(name: String(line[..<colon]), conclusion: conclusion[0], conditions: conditions, body: body)
    }

    private static func atoms(_ text: Substring, _ number: Int) throws(Malformed) -> [Atom] {
        try formula(text, number).parts.compactMap { part in if case .atom(let atom) = part { atom } else { nil } }
    }

    private static func formula(_ text: Substring, _ number: Int) throws(Malformed) -> Formula {
        do {
            let query = try PatternLanguage.parse(String(text).trimmingSpaces)
            for part in query.body.parts {
                switch part {
                case .atom, .type, .comparison: break
                case .and, .or, .not, .top:
                    throw Malformed(line: number, reason: "only predications, types and comparisons may stand in a rule")
                }
            }
            return query.body
        } catch let error as Malformed {
            throw error
        } catch {
            throw Malformed(line: number, reason: "\((error as? Diagnostic)?.message ?? "\(error)")")
        }
    }
}
