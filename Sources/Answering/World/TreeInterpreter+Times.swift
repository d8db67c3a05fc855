import Chronology
import Facts
import Questions

/// Dates and intervals in questions, and what in a world they can be about.
extension TreeInterpreter {
    /// Binds a variable to the time of a term.
    typealias Dating = (Term, Variable) -> Formula

    /// The days a prepositional phrase speaks of: "in 1990", "before May 2001", "between 1990 and 2000".
    func days(of phrase: PrepositionalPhrase) -> DateRange? {
        let text = slice(phrase.span)
        guard
            text.unicodeScalars.contains(where: { ("0"..."9").contains($0) })
                || Self.calendarWords.contains(where: text.lowercased().contains)
        else { return nil }
        guard
            [
                "in", "on", "before", "after", "since", "until", "by", "between", "during", "from", "at", "till", "of", "prior to", "as of",
                "through",
            ]
            .contains(phrase.preposition)
        else { return nil }
        return TimeReading.days(text, asOf: asOf)
    }

    private static let calendarWords = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "monday",
        "tuesday",
        "wednesday", "thursday", "friday", "saturday", "sunday", "year", "month", "week", "century", "decade", "today", "yesterday",
        "nineties", "summer",
        "winter", "spring", "autumn",
    ]

    /// The ways to date a thing: a date among its attributes, or the time of a row that it is the subject of.
    func dates(of noun: Noun) -> [(value: Dating, cost: Int)] {
        if noun.kind.shape == .date || noun.use != nil && noun.kind.shape.contains(.date) {
            return [({ .comparison(.variable($1), .equal, .term($0)) }, 0)]
        }
        var result: [(Dating, Int)] = []
        for table in world.relations {
            let relation = table.name
            guard let owner = vocabulary.kind(relation, .agent), owner.meets(noun.kind) else { continue }
            if let value = vocabulary.kind(relation, .patient), value.shape.contains(.date) {
                let isNamed = ["date", "day", "year", "time", "on"].contains(relation)
                result.append(({ self.atom(relation, [(.agent, $0), (.patient, .variable($1))]) }, isNamed ? 1 : 2))
            }
            if table.hasTimes {
                result.append(({ self.atom(relation, [(.agent, $0)], time: .variable($1)) }, 3))
            }
        }
        return result
    }

    /// "matches in May 2021", "ships built before 1990" where the date is the noun's.
    func restrict(_ noun: inout Noun, to range: DateRange, _ span: Span) throws(Misfit) {
        let dating = try choices.choose(timeOptions(noun), else: Misfit(span: span, message: "nothing here is dated in this way"))
        noun = dating(noun, range, fresh("t"))
    }

    private func timeOptions(_ noun: Noun) -> [(value: (Noun, DateRange, Variable) -> Noun, cost: Int)] {
        var result: [(value: (Noun, DateRange, Variable) -> Noun, cost: Int)] = []
        if let index = noun.conditions.lastIndex(where: { condition in
            if case .atom(let atom) = condition { atom.time == nil && world.relation(atom.relation)?.hasTimes == true } else { false }
        }) {
            result.append(
                (
                    { noun, range, _ in
                        var noun = noun
                        if case .atom(var atom) = noun.conditions[index] {
                            atom.time = .during(range)
                            noun.conditions[index] = .atom(atom)
                        }
                        return noun
                    }, 0
                ))
        }
        for (dating, cost) in dates(of: noun) {
            result.append(
                (
                    { noun, range, variable in
                        var noun = noun
                        noun.conditions += [dating(noun.term, variable)] + Self.within(variable, range)
                        return noun
                    }, cost
                ))
        }
        return result
    }

    /// That a date lies within a range; an open side is no condition.
    static func within(_ variable: Variable, _ range: DateRange) -> [Formula] {
        if range.start != nil, range.end != nil { return [.comparison(.variable(variable), .equal, .term(.date(range)))] }
        if let end = range.end {
            return [.comparison(.variable(variable), .less, .term(.date(DateRange(start: end, end: end.advanced(by: 1)))))]
        }
        if let start = range.start { return [.comparison(.variable(variable), .atLeast, .term(.date(.day(start))))] }
        return []
    }
}

/// Reads a phrase like "before May 2001" as days.
enum TimeReading {
    static func days(_ text: String, asOf: Day?) -> DateRange? {
        guard let (time, _) = TimeTagger().period(text, asOf: asOf ?? Day(number: 0)) else { return nil }
        let range = DateRange(start: time.start.day, end: time.end.day)
        return range.start == nil && range.end == nil ? nil : range
    }
}
