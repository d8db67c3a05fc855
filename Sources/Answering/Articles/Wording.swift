import Facts

/// How an answer is put: the shortest full wording that the article gives.
struct Wording {
    let names: EntityNames

    func text(of argument: ArgumentView, for kind: WantedThing.Kind) -> String {
        switch kind {
        case .quantity: quantity(argument)
        case .possessor: possessor(of: argument) ?? phrase(argument)
        case .person: name(argument)
        case .kind(_, let isPlural): isPlural ? phrase(argument) : name(argument)
        case .anything, .action: phrase(argument)
        }
    }

    /// The words of the argument; the name instead where they are only a pronoun or refer back to one.
    func phrase(_ argument: ArgumentView) -> String {
        let words = argument.words
        if words.allSatisfy({ $0.isFunctionWord }), let name = named(argument) { return name }
        return Self.trimmed(argument.argument.text)
    }

    /// A person or body by name, with the title where the article gives it in few words.
    func name(_ argument: ArgumentView) -> String {
        let text = Self.withoutRelative(Self.trimmed(argument.argument.text))
        guard let name = named(argument) else { return text }
        if let last = text.split(separator: " ").last, text.split(separator: " ").count <= 2, Self.isAcronym(last) { return text }
        let holdsName = argument.folded.holds(FoldedName(name).text)
        if holdsName, text.split(separator: " ").count <= 8 { return text }
        return name
    }

    private static func isAcronym(_ word: Substring) -> Bool {
        word.count >= 2 && word.unicodeScalars.allSatisfy { $0.properties.isUppercase || $0 == "." }
    }

    private func named(_ argument: ArgumentView) -> String? {
        guard let entity = argument.argument.entity, let name = names.name(entity),
              name.hasCapital else { return nil }
        return name
    }

    /// "dozens", "nine top generals", "US$1 billion".
    func quantity(_ argument: ArgumentView) -> String {
        let text = Self.withoutRelative(Self.trimmed(argument.argument.text))
        let head = argument.argument.head
        guard text.split(separator: " ").count > 5, let range = text.firstRange(of: " \(head) "),
              text[..<range.lowerBound].unicodeScalars.contains(where: { $0.properties.numericType != nil }) || argument.argument.quantity != nil,
              !text[range.upperBound...].hasPrefix("of ") else { return text }
        return String(text[..<range.upperBound].dropLast())
    }

    /// "China" of "China’s attention", "Spain's Iberventus" of "a bid of $15 a share from Spain's Iberventus"; nil where nobody is given.
    func possessor(of argument: ArgumentView) -> String? {
        let text = argument.argument.text
        let owners = ["’s ", "'s ", "’ ", "' "].compactMap { text.firstRange(of: $0).map { text[..<$0.lowerBound] } }
        if let owner = owners.first(where: { owner in !Self.sources.contains { owner.firstRange(of: $0) != nil } }) { return String(owner) }
        for source in Self.sources {
            guard let range = text.firstRange(of: source) else { continue }
            let rest = text[range.upperBound...]
            if rest.first?.isUppercase == true || rest.hasPrefix("the ") && source != " of " { return Self.withoutRelative(Self.trimmed(String(rest))) }
        }
        return nil
    }

    private static let sources = [" from ", " by ", " of "]

    static func trimmed(_ text: String) -> String {
        var result = Substring(text)
        while let last = result.last, isMark(last), !(last == "." && Self.endsInAbbreviation(result)) { result.removeLast() }
        while let first = result.first, isMark(first) { result.removeFirst() }
        return String(result)
    }

    private static func isMark(_ character: Character) -> Bool {
        switch character {
        case " ", ",", ";", ":", ".", "\n", "—", "–": true
        default: false
        }
    }

    private static func endsInAbbreviation(_ text: Substring) -> Bool {
        let word = text.split(separator: " ").last ?? ""
        return word.utf8.dropLast().contains(UInt8(ascii: ".")) || ["Inc.", "Corp.", "Co.", "Ltd.", "Jr.", "Sr.", "St."].contains(word)
    }

    /// Of an item of a list, what names it: "new roads, which …" is "new roads".
    static func core(_ text: String) -> String {
        let marks = [", ", " that ", " which ", " who ", " where ", " as the ", " in order to "]
        let end = marks.compactMap { text.firstRange(of: $0)?.lowerBound }.filter { $0 > text.startIndex }.min() ?? text.endIndex
        let core = trimmed(String(text[..<end]))
        return core.split(separator: " ").count >= 2 ? core : trimmed(text)
    }

    /// "a dealer in rugs" of "a dealer in rugs, who lived in Leeds".
    static func withoutRelative(_ text: String) -> String {
        for mark in [", who ", ", which ", ", in which ", ", at which ", ", of which ", ", by which ", ", whose ", ", where ", " who ", " which "] {
            if let range = text.firstRange(of: mark),
               range.lowerBound > text.startIndex { return trimmed(String(text[..<range.lowerBound])) }
        }
        return text
    }
}
