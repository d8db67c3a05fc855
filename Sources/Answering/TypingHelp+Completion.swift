import FactStore
import Facts
import Questions

extension TypingHelp {
    /// What can stand at the end of a line.
    public struct Completion: Hashable, Sendable {
        public var text: String
        /// The type of a name, "date", "relation" and the like; empty for a plain word.
        public var note: String
    }

    private static let longestName = 5
    private static let datedAfter: Set<Substring> = ["in", "on", "since", "before", "after", "between", "and", "during", "until", "from", "by"]

    /// Ways to go on from the end of a line, and where what they replace begins, in Unicode scalars: names before words, what only
    /// describes somebody last, dates where a time can stand.
    public func completions(of line: String, limit: Int) -> (start: Int, candidates: [Completion]) {
        let words = line.split(separator: " ", omittingEmptySubsequences: false)
        let count = line.unicodeScalars.count
        if let (begun, names) = longerNames(words, limit: limit) { return (count - begun.unicodeScalars.count, names) }
        let begun = words.last ?? ""
        var names: [Completion] = []
        var others: [Completion] = []
        var descriptions: [Completion] = []
        for completion in completer.complete(line, limit: limit) {
            guard completion.kind == .name else {
                others.append(Completion(text: completion.text, note: completion.kind == .word ? "" : completion.kind.rawValue))
                continue
            }
            let name = Completion(text: completion.text, note: type(of: completion.text))
            if EntityName(completion.text, .written).isProper { names.append(name) } else { descriptions.append(name) }
        }
        // A description is one of many ways to say it: offered to whom has begun to write it.
        if begun.isEmpty, !names.isEmpty || !others.isEmpty { descriptions = [] }
        return (count - begun.unicodeScalars.count, Array((dates(words) + names + others + descriptions).prefix(limit)))
    }

    /// Names of which several words stand already.
    private func longerNames(_ words: [Substring], limit: Int) -> (begun: String, names: [Completion])? {
        for count in stride(from: min(Self.longestName, words.count), to: 1, by: -1) {
            let begun = words.suffix(count).joined(separator: " ")
            guard !begun.hasPrefix(" "), let found = try? store.names(startingWith: FoldedName(begun), limit: limit) else { continue }
            let names = found.filter { $0.text.count > begun.count && $0.text.lowercased().hasPrefix(begun.lowercased()) }
            if !names.isEmpty { return (begun, names.map { Completion(text: $0.text, note: $0.type.rawValue) }) }
        }
        return nil
    }

    private func type(of name: String) -> String { (try? store.entities(named: FoldedName(name)).first)?.type.rawValue ?? "name" }

    /// Years and months of which the store has facts.
    private func dates(_ words: [Substring]) -> [Completion] {
        guard let begun = words.last, begun.first?.isNumber ?? true,
              let before = words.dropLast().last(where: { !$0.isEmpty }), Self.datedAfter.contains(Substring(before.lowercased())) else { return [] }
        return knownDates.filter { $0.hasPrefix(begun) }.map { Completion(text: $0, note: "date") }
    }
}
