import Facts

/// What the words around a phrase say of it.
extension PhraseGrammar {
    /// What the preposition before a phrase makes of it.
    func relation(before start: Int) -> TimeExpression.Relation {
        var index = start - 1
        if kind(index) == .approximator { index -= 1 }
        if kind(index) == .ago, says(index, AgoWord.later), says(index + 1, Approximator.than) { return .by }
        if kind(index) == .article { index -= 1 }
        guard kind(index) == .preposition, let preposition = Preposition(rawValue: Int32(value(index))) else {
            return kind(index) == .next && says(index, NextWord.following) ? .after : .at
        }
        switch preposition {
        case .since: return .since
        case .until: return .until
        case .by: return .by
        case .through: return .by
        case .before: return .before
        case .after: return .after
        case .during, .within, .over, .throughout: return .during
        case .from: return .since
        case .to: return isWord(index - 1, "prior") ? .before : isWord(index - 1, "up") ? .until : .at
        case .of: return kind(index - 1) == .preposition && isPreposition(index - 1, .ahead) ? .before : .at
        default: return .at
        }
    }

    /// "up 4% from a year earlier", "compared with the same quarter".
    func compares(before start: Int) -> Bool {
        isPreposition(start - 1, .from) || isWord(start - 1, "than") || isWord(start - 1, in: ["with", "versus"])
            || isPreposition(start - 1, .to) && isWord(start - 2, "compared")
    }

    /// "closed until Friday", "extended the limits until after mid-January": what still lasts, although the verb is past.
    func extends(before start: Int) -> Bool {
        let isUntil = isPreposition(start - 1, .until) || isPreposition(start - 1, .after) && isPreposition(start - 2, .until)
        return isUntil && (max(0, start - 8)..<start).contains { isWord($0, in: Self.extendingVerbs) }
    }

    private static let extendingVerbs: Set<String> = [
        "closed", "open", "shut", "suspended", "postponed", "delayed", "banned", "extended", "adjourned", "deferred",
        "prolonged", "valid",
    ]

    func isAsOf(before start: Int) -> Bool { isPreposition(start - 1, .of) && isPreposition(start - 2, .as) }

    /// "the lowest in six years", "first time in 15 years" looks back.
    func isRecord(before index: Int) -> Bool {
        (max(0, index - 8)..<max(0, index)).contains { position in
            kind(position) == .ordinal || kind(position) == .last
                || isWord(position, in: ["time", "most", "only", "lows", "highs", "low", "high", "best", "worst"])
                || form(position).hasSuffix("est")
        }
    }

    func hasAuxiliary(before index: Int) -> Bool {
        (0..<max(0, index)).contains { isWord($0, in: ["will", "'ll", "would", "may", "could", "to"]) }
    }
}
