import Facts

extension TimeExpression {
    /// The interval in which something dated by this expression holds: "since the 1960s" begins in 1960 and reaches to the
    /// publication, "until 2030" ends where 2030 begins, "by 2050" ends where 2050 ends.
    ///
    /// - Parameter published: the day on which the text was true; where it is nil a side that it would give is unknown.
    /// - Returns: Nil for what covers no days of its own (durations, sets, unresolved expressions).
    public func interval(published: Day?) -> ValidTime? {
        guard kind != .set, let time else { return nil }
        return time.governed(by: relation, published: published)
    }

    /// Joins the two edges of every range to one expression: "from [1966] to [1976]" covers 1966-01-01 to 1977-01-01 and
    /// has the value "1966/1976". All other expressions are returned as they are.
    public static func joiningRanges(_ expressions: [TimeExpression]) -> [TimeExpression] {
        var result: [TimeExpression] = []
        var index = 0
        while index < expressions.count {
            if index + 1 < expressions.count, let joined = expressions[index].joined(with: expressions[index + 1]) {
                result.append(joined)
                index += 2
            } else {
                result.append(expressions[index])
                index += 1
            }
        }
        return result
    }

    private func joined(with right: TimeExpression) -> TimeExpression? {
        guard relation == .range, right.relation == .range, sentence == right.sentence, kind != .set, right.kind != .set,
            let first = time, let last = right.time, let start = first.start.day, let end = last.end.day, start < end
        else { return nil }
        var joined = self
        joined.span = span.union(right.span)
        joined.value = value == right.value ? value : "\(value)/\(right.value)"
        joined.certainty = min(certainty, right.certainty)
        joined.time = ValidTime(
            start: first.start, end: last.end, precision: .span, text: "\(first.text) to \(last.text)", origin: .stated,
            value: joined.value)
        return joined
    }
}

extension ValidTime {
    /// This time under a preposition; see ``TimeExpression/interval(published:)``.
    func governed(by relation: TimeExpression.Relation, published: Day?) -> ValidTime {
        var result = self
        let afterPublished: Bound = published.map { .day($0.advanced(by: 1)) } ?? .unknown
        switch relation {
        case .at, .during, .range:
            return self
        case .since:
            result.end = reaches(beyond: published) ? .unknown : afterPublished
        case .until:
            // "until Friday" may include Friday, "until 2030" not a day of 2030.
            result.end = precision == .day ? end : start
            result.start = .unknown
        case .by:
            result.start = .unknown
            if let published, let last = end.day, published < last { result.start = .day(published) }
        case .before:
            result.end = start
            result.start = .unknown
        case .after:
            result.start = end
            result.end = .unknown
        }
        result.precision = .span
        return result
    }

    private func reaches(beyond day: Day?) -> Bool {
        guard let day, let first = start.day else { return false }
        return first > day
    }
}
