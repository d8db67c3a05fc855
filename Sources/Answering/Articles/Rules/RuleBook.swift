import Facts

/// The rules of the program and the person's own. The program's are read when a question asks for what they conclude: most questions need
/// none, and reading all of them takes as long as a question.
final class RuleBook {
    /// The person's own rules.
    let own: [InferenceRule]
    /// The program's rules as written, by what they conclude.
    private let written: [(conclusion: String, line: String)]
    private var read: [String: [InferenceRule]] = [:]

    /// - Parameters:
    ///   - program: the text of the program's rules.
    ///   - own: the text of the person's rules.
    /// - Throws: ``InferenceRule/Malformed`` with the number of the line in the person's rules.
    init(program: String, own: String) throws(InferenceRule.Malformed) {
        self.own = try InferenceRule.rules(in: own)
        written = program.utf8.split(separator: UInt8(ascii: "\n")).compactMap { line in
            guard line.first != UInt8(ascii: "#"), let colon = line.firstIndex(of: UInt8(ascii: ":")),
                let end = line[colon...].firstIndex(of: UInt8(ascii: "("))
            else { return nil }
            return (String(Substring(line[colon..<end].dropFirst(2))), String(Substring(line)))
        }
    }

    /// The rules whose conclusion a predicate asks for.
    func rules(for predicate: PredicateClass) -> [InferenceRule] {
        func asks(_ conclusion: String) -> Bool { predicate.certainty(of: conclusion, relation: conclusion) >= 0.75 }
        var rules: [InferenceRule] = []
        for (conclusion, _) in written where read[conclusion] == nil && asks(conclusion) {
            let lines = written.filter { $0.conclusion == conclusion }.map(\.line)
            read[conclusion] = (try? InferenceRule.rules(in: lines.joined(separator: "\n"))) ?? []
        }
        for (conclusion, found) in read.sorted(by: { $0.key < $1.key }) where asks(conclusion) { rules += found }
        return rules + own.filter { $0.isPlain && asks($0.conclusion.relation) }
    }

    /// All of them, the program's first.
    var all: [InferenceRule] {
        let program = (try? InferenceRule.rules(in: written.map(\.line).joined(separator: "\n"))) ?? []
        return program + own
    }
}
