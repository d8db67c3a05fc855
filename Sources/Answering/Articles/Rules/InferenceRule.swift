import Facts
import Questions

/// One rule: when all conditions hold, the conclusion does. Rules are data; `Resources/inference.rules` holds those of the program and
/// explains their form.
struct InferenceRule: Hashable {
    let name: String
    let conclusion: Atom
    let conditions: [Atom]

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
        let conditions = try atoms(line[turnstile.upperBound...], number)
        guard conclusion.count == 1, !conditions.isEmpty else { throw Malformed(line: number, reason: "a rule has one conclusion") }
        return InferenceRule(name: String(line[..<colon]), conclusion: conclusion[0], conditions: conditions)
    }

    private static func atoms(_ text: Substring, _ number: Int) throws(Malformed) -> [Atom] {
        do {
            let query = try PatternLanguage.parse(String(text).trimmingSpaces)
            let parts: [Formula] = if case .and(let all) = query.body { all } else { [query.body] }
            return try parts.map { part in
                guard case .atom(let atom) = part else { throw Malformed(line: number, reason: "only predications may stand in a rule") }
                return atom
            }
        } catch let error as Malformed {
            throw error
        } catch {
            throw Malformed(line: number, reason: "\((error as? Diagnostic)?.message ?? "\(error)")")
        }
    }
}
