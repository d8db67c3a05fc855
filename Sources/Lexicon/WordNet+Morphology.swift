extension WordNet {
    /// The base forms that a written form can have as a part of speech, the commonest first: "met" (verb) gives "meet",
    /// "saw" gives "see" and "saw". Empty where none is in the dictionary.
    ///
    /// WordNet's "morphy": the exception lists, then the rules of detachment.
    public func lemmas(of form: String, _ part: Part) -> [String] {
        let form = form.lowercased()
        var found: [String] = []
        func add(_ candidate: String) {
            if !found.contains(candidate), frequency(of: candidate, as: part) != nil { found.append(candidate) }
        }
        if let number = table.lemma(form) {
            for target in table.links(from: number, part: part, kind: .exception) { add(table.text(ofLemma: target.lemma)) }
        }
        let irregular = !found.isEmpty
        add(form)
        if !irregular {
            for (ending, replacement) in Self.detachments(part) where form.hasSuffix(ending) && form.utf8.count > ending.utf8.count + 1 {
                add(form.dropLast(ending.count) + replacement)
            }
            if part == .verb { addUndoubled(form, add) }
        }
        guard found.count > 1 else { return found }
        let ranked = found.enumerated().map { ($0.offset, $0.element, frequency(of: $0.element, as: part) ?? 0) }
        return ranked.sorted { $0.2 != $1.2 ? $0.2 > $1.2 : $0.0 < $1.0 }.map(\.1)
    }

    /// "stopped", "running": the exception lists hold most, new verbs follow the rule.
    private func addUndoubled(_ form: String, _ add: (String) -> Void) {
        for ending in ["ed", "ing"] where form.hasSuffix(ending) {
            let stem = form.dropLast(ending.count)
            let bytes = Array(stem.utf8.suffix(2))
            if bytes.count == 2, bytes[0] == bytes[1], stem.utf8.count > 3 { add(String(stem.dropLast())) }
        }
    }

    private static func detachments(_ part: Part) -> [(String, String)] {
        switch part {
        case .noun:
            [
                ("s", ""), ("ses", "s"), ("ves", "f"), ("xes", "x"), ("zes", "z"), ("ches", "ch"), ("shes", "sh"), ("men", "man"),
                ("ies", "y"),
            ]
        case .verb: [("s", ""), ("ies", "y"), ("es", "e"), ("es", ""), ("ed", "e"), ("ed", ""), ("ied", "y"), ("ing", "e"), ("ing", "")]
        case .adjective: [("er", ""), ("est", ""), ("er", "e"), ("est", "e"), ("ier", "y"), ("iest", "y")]
        case .adverb: []
        }
    }
}
