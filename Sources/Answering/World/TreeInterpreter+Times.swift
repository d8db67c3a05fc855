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
        guard text.unicodeScalars.contains(where: { ("0"..."9").contains($0) }) || Self.calendarWords.contains(where: text.lowercased().contains) else { return nil }
        guard ["in", "on", "before", "after", "since", "until", "by", "between", "during", "from", "at", "till", "of", "prior to", "as of", "through"]
            .contains(phrase.preposition) else { return nil }
        return TimeReading.days(text, asOf: asOf)
    }

    private static let calendarWords = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "monday", "tuesday",
        "wednesday", "thursday", "friday", "saturday", "sunday", "year", "month", "week", "century", "decade", "today", "yesterday", "nineties", "summer",
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
            result.append(({ noun, range, _ in
                var noun = noun
                if case .atom(var atom) = noun.conditions[index] {
                    atom.time = .during(range)
                    noun.conditions[index] = .atom(atom)
                }
                return noun
            }, 0))
        }
        for (dating, cost) in dates(of: noun) {
            result.append(({ noun, range, variable in
                var noun = noun
                noun.conditions += [dating(noun.term, variable)] + Self.within(variable, range)
                return noun
            }, cost))
        }
        return result
    }

    /// That a date lies within a range; an open side is no condition.
    static func within(_ variable: Variable, _ range: DateRange) -> [Formula] {
        if range.start != nil, range.end != nil { return [.comparison(.variable(variable), .equal, .term(.date(range)))] }
        if let end = range.end { return [.comparison(.variable(variable), .less, .term(.date(DateRange(start: end, end: end.advanced(by: 1)))))] }
        if let start = range.start { return [.comparison(.variable(variable), .atLeast, .term(.date(.day(start))))] }
        return []
    }
}

/// Reads a phrase like "before May 2001" as days.
enum TimeReading {
    static func days(_ text: String, asOf: Day?) -> DateRange? {
        let words = text.lowercased().split { $0 == " " || $0 == "," || $0 == "?" }.map(String.init)
        let units = words.enumerated().compactMap { index, word -> DateRange? in unit(words, index, word) }
        guard let first = units.first else { return nil }
        switch words[0] {
        case "before", "until", "till": return DateRange(start: nil, end: first.start)
        case "by": return DateRange(start: nil, end: first.end)
        case "prior": return DateRange(start: nil, end: first.start)
        case "after": return DateRange(start: first.end, end: nil)
        case "since": return DateRange(start: first.start, end: nil)
        default: return units.count > 1 ? DateRange(start: first.start, end: units[units.count - 1].end) : first
        }
    }

    private static let months = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"]

    private static func unit(_ words: [String], _ index: Int, _ word: String) -> DateRange? {
        if let day = Day(iso: word) { return .day(day) }
        if word.hasSuffix("s"), let decade = Int(word.dropLast()), decade % 10 == 0, (1000...2200).contains(decade) {
            return DateRange(start: Day(year: decade, month: 1, day: 1), end: Day(year: decade + 10, month: 1, day: 1))
        }
        guard let year = Int(word), (1000...2200).contains(year) else { return nil }
        guard index > 0, let month = months.firstIndex(where: { m in words[max(0, index - 2)..<index].contains(m) }) else { return .year(year) }
        let day = words[max(0, index - 2)..<index].compactMap { Int($0.prefix { $0.isNumber }) }.first
            ?? (index > 2 && words[index - 1] == months[month] ? Int(words[index - 2].prefix { $0.isNumber }) : nil)
        if let day, let date = Day(year: year, month: month + 1, day: day) { return .day(date) }
        guard let start = Day(year: year, month: month + 1, day: 1) else { return nil }
        return DateRange(start: start, end: start.advanced(by: Day.length(ofMonth: month + 1, year: year)))
    }
}
