extension WordNet {
    /// The base forms that a written form can have as a part of speech, the commonest first: "met" (verb) gives "meet",
    /// "saw" gives "see" and "saw". Empty where none is in the dictionary.
    ///
    /// WordNet's "morphy": the exception lists, then the rules of detachment. Every new word of an article or a question comes here,
    /// so candidates stay bytes until they are found.
    public func lemmas(of form: String, _ part: Part) -> [String] { lemmas(of: form, [part]) }

    /// The base forms as the first part, then those that it has only as the others.
    public func lemmas(of form: String, _ parts: [Part]) -> [String] {
        var form = form.lowercased()
        var lemmas: [Int] = []
        form.withUTF8 { form in
            let number = table.lemma(bytes: form)
            for part in parts {
                for lemma in Morphology(table: table, part: part, form: form, number: number).ranked() where !lemmas.contains(lemma) {
                    lemmas.append(lemma)
                }
            }
        }
        return lemmas.map(table.text(ofLemma:))
    }
}

/// The search for the base forms of one written form.
private struct Morphology {
    let table: WordNetTable
    let part: WordNet.Part
    let form: UnsafeBufferPointer<UInt8>
    /// Of the form itself, where the dictionary has it.
    let number: Int?

    private typealias Found = [(lemma: Int, frequency: Int)]

    /// The commonest first.
    func ranked() -> [Int] {
        let found = found()
        guard found.count > 1 else { return found.map(\.lemma) }
        return found.enumerated().sorted { a, b in
            a.element.frequency != b.element.frequency ? a.element.frequency > b.element.frequency : a.offset < b.offset
        }.map(\.element.lemma)
    }

    /// In the order of the rules.
    private func found() -> Found {
        var found: Found = []
        if let number { for target in table.links(from: number, part: part, kind: .exception) { add(target.lemma, to: &found) } }
        let isIrregular = !found.isEmpty
        if let number { add(number, to: &found) }
        guard !isIrregular else { return found }
        for (ending, replacement) in Self.detachments(part) where form.count > ending.utf8CodeUnitCount + 1 && ends(with: ending) {
            addStem(form.count - ending.utf8CodeUnitCount, replacement, to: &found)
        }
        if part == .verb { addUndoubled(to: &found) }
        return found
    }

    private func add(_ lemma: Int, to found: inout Found) {
        guard !found.contains(where: { $0.lemma == lemma }), let frequency = table.countClass(ofLemma: lemma, as: part) else { return }
        found.append((lemma, frequency))
    }

    private func addStem(_ length: Int, _ replacement: StaticString, to found: inout Found) {
        let count = length + replacement.utf8CodeUnitCount
        let lemma = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count) { candidate in
            for index in 0..<length { candidate[index] = form[index] }
            for index in length..<count { candidate[index] = replacement.utf8Start[index - length] }
            return table.lemma(bytes: UnsafeBufferPointer(candidate))
        }
        if let lemma { add(lemma, to: &found) }
    }

    /// "stopped", "running": the exception lists hold most, new verbs follow the rule.
    private func addUndoubled(to found: inout Found) {
        for ending in ["ed", "ing"] as [StaticString] where ends(with: ending) {
            let length = form.count - ending.utf8CodeUnitCount
            if length > 3, form[length - 1] == form[length - 2] { addStem(length - 1, "", to: &found) }
        }
    }

    private func ends(with ending: StaticString) -> Bool {
        let start = form.count - ending.utf8CodeUnitCount
        guard start >= 0 else { return false }
        for index in 0..<ending.utf8CodeUnitCount where form[start + index] != ending.utf8Start[index] { return false }
        return true
    }

    private static func detachments(_ part: WordNet.Part) -> [(StaticString, StaticString)] {
        switch part {
        case .noun: nouns
        case .verb: verbs
        case .adjective: adjectives
        case .adverb: []
        }
    }

    private static let nouns: [(StaticString, StaticString)] = [
        ("s", ""), ("ses", "s"), ("ves", "f"), ("xes", "x"), ("zes", "z"), ("ches", "ch"), ("shes", "sh"), ("men", "man"), ("ies", "y"),
    ]
    private static let verbs: [(StaticString, StaticString)] = [
        ("s", ""), ("ies", "y"), ("es", "e"), ("es", ""), ("ed", "e"), ("ed", ""), ("ied", "y"), ("ing", "e"), ("ing", ""),
    ]
    private static let adjectives: [(StaticString, StaticString)] = [
        ("er", ""), ("est", ""), ("er", "e"), ("est", "e"), ("ier", "y"), ("iest", "y"),
    ]
}
