import Facts

extension TimeTagger {
    /// The time that a phrase of a question asks about: "in 1998", "before 1950", "between 1990 and 2001", "last August".
    ///
    /// - Parameters:
    ///   - text: one phrase, with its preposition or without. It may not hold other words than those of time.
    ///   - asOf: the day from which "last August" counts.
    ///   - ahead: whether the question is about the future, so that "on Sunday" is the coming one.
    /// - Returns: The days asked for, the preposition already applied ("before 1950" ends where 1950 begins and is open before), and
    ///   what the preposition means. Nil for a phrase that isn't a time, has no days of its own ("two years") or names a day that
    ///   doesn't exist. For "Oct. 25 every year" the value tells the rule; see ``Facts/ValidTime/recurs(on:)``.
    public func period(_ text: String, asOf: Day, ahead: Bool = false) -> (ValidTime, TimeExpression.Relation)? {
        let words = QuestionWords.split(text)
        let found = TimeExpression.joiningRanges(tag(sentences: [words], published: asOf, direction: ahead ? .future : .past))
        guard found.count == 1, let expression = found.first, isWholly(words, expression) else { return nil }
        if expression.kind == .set {
            guard Recurrence(value: expression.value) != nil else { return nil }
            return (ValidTime(start: .open, end: .open, precision: .unknown, text: text, origin: .stated, value: expression.value), .at)
        }
        guard var time = expression.time else { return nil }
        time.text = text
        let relation = expression.relation
        time = time.governed(by: relation, published: nil)
        switch relation {
        case .since, .after: time.end = .open
        case .until, .before, .by: time.start = .open
        case .at, .during, .range: break
        }
        return (time, relation)
    }

    /// Whether all words outside the expression only lead in to it.
    private func isWholly(_ words: [Word], _ expression: TimeExpression) -> Bool {
        words.allSatisfy { word in
            expression.span.contains(word.span) || word.span.start >= expression.span.start && word.span.end <= expression.span.end
                || Self.leadIns.contains(word.form.lowercased())
        }
    }

    private static let leadIns: Set<String> = [
        "in", "on", "at", "since", "until", "till", "by", "before", "after", "from", "between", "during", "within", "as", "of",
        "the", "over", "throughout", "through", "around", "about", "for", "prior", "to", "later", "than", "no", "onward",
        "onwards", "back", "up", "?", ",", ".",
    ]
}
