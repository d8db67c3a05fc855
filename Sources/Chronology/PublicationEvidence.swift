import Facts

/// What a text itself gives away of the day on which it was published.
///
/// Used where no sidecar, byline or file name dates an article. A text seldom says its date whole, so the day and the year
/// are sought apart: "Oct. 25 … yesterday" gives the day, "sixty years … in April 1945" the year. Where either is missing there
/// is no date at all.
public struct PublicationEvidence {
    /// The day of publication that the sentences of one article point to, and by what; nil where they don't tell.
    public static func infer(from sentences: [[Word]]) -> (day: Day, reason: String)? {
        PublicationEvidence(sentences).conclusion
    }

    private struct Clue<Value> {
        var value: Value
        var reason: String
    }

    /// Full dates of the text, without those that a future verb governs.
    private var pastDays: [Clue<Day>] = []
    private var monthDays: [(month: Int, day: Int, text: String)] = []
    private var weekdayDates: [Clue<(weekday: Int, month: Int, day: Int)>] = []
    private var yearClues: [Clue<Int>] = []
    private var dayClues: [Clue<(month: Int, day: Int)>] = []
    /// Years named as past; publication isn't before them.
    private var latestYear: Int?
    /// "yesterday" (-1), "today" (0); nil without such a word.
    private var deicticShift: Int?
    /// A weekday or "last week" shows that the text speaks from its day.
    private var speaksFromItsDay = false

    private init(_ sentences: [[Word]]) {
        var reader = CellReader()
        var counted: (years: Int, sentence: Int, text: String)?
        for (index, words) in sentences.enumerated() {
            reader.read(words)
            let grammar = PhraseGrammar(cells: reader.cells, words: words)
            for (phrase, _) in grammar.phrases() {
                let text = grammar.text(phrase)
                if let years = Self.yearsBack(phrase, grammar) { counted = (years, index, text) }
                note(phrase, text, grammar)
                if let (years, sentence, span) = counted, index - sentence <= 1, case .period(let period) = phrase.meaning,
                    let year = period.year, period.unit.rawValue <= Period.Unit.year.rawValue
                {
                    yearClues.append(Clue(value: year + years, reason: "“\(span)” beside “\(text)”"))
                    counted = nil
                }
            }
            notePageCodes(words)
        }
    }

    // MARK: Gathering

    private mutating func note(_ phrase: Phrase, _ text: String, _ grammar: PhraseGrammar) {
        switch phrase.meaning {
        case .day(let shift): deicticShift = deicticShift ?? shift
        case .timeOfDay(_, .day(let shift)?): deicticShift = deicticShift ?? shift
        case .cyclic(.weekday, .bare), .unit(_, -1, .publication): speaksFromItsDay = true
        case .recurring(.monthDay(let month, let day), _): monthDays.append((month, day, text))
        case .cyclic(.monthDay(let month, let day), .bare):
            monthDays.append((month, day, text))
            if grammar.kind(phrase.first) == .weekday {
                weekdayDates.append(Clue(value: (grammar.value(phrase.first), month, day), reason: "“\(text)”"))
            }
        case .period(let period): note(period, phrase, text, grammar)
        default: break
        }
    }

    private mutating func note(_ period: Period, _ phrase: Phrase, _ text: String, _ grammar: PhraseGrammar) {
        guard let year = period.year, period.unit.rawValue <= Period.Unit.year.rawValue else { return }
        if period.unit == .year, let act = grammar.budgetWord(after: phrase.end) {
            // Acts and budgets are named after the fiscal year that they pay for, and passed in the one before.
            yearClues.append(Clue(value: year - 1, reason: "“\(text)” before “\(act)”, passed the year before"))
            return
        }
        let range = Int(grammar.cells[phrase.first].word)..<Int(grammar.cells[phrase.end - 1].word) + 1
        guard GoverningVerb(words: grammar.words).direction(of: range) == .past else { return }
        latestYear = max(latestYear ?? year, year)
        if period.unit == .day, let day = period.start { pastDays.append(Clue(value: day, reason: "latest past date “\(text)”")) }
    }

    /// "sixty years ago", "have come a long way in sixty years": five years or more, so that a year beside it can be what it counts from.
    private static func yearsBack(_ phrase: Phrase, _ grammar: PhraseGrammar) -> Int? {
        switch phrase.meaning {
        case .offset(let length, sign: -1, from: .publication) where length.unit == .year && length.rest == 0:
            return length.count.flatMap { $0 >= 5 ? $0 : nil }
        case .duration(let length) where length.unit == .year && length.rest == 0 && phrase.mod.isEmpty:
            guard grammar.isPreposition(phrase.first - 1, .in), let count = length.count, count >= 5,
                (0..<phrase.first).contains(where: { grammar.isWord($0, in: ["has", "have"]) })
            else { return nil }
            return count
        default:
            return nil
        }
    }

    /// Newspaper systems name pictures by month, day and page ("0314p09.tif"), and the name at times stays in the text.
    private mutating func notePageCodes(_ words: [Word]) {
        for word in words where word.form.utf8.count >= 7 && word.form.utf8.contains(UInt8(ascii: "p")) {
            let bytes = Array(word.form.utf8)
            for start in 0..<(bytes.count - 6) where bytes[start + 4] == UInt8(ascii: "p") {
                let figures = Array(bytes[start..<start + 4]) + Array(bytes[start + 5..<start + 7])
                guard figures.allSatisfy({ (48...57).contains($0) }), start == 0 || !(48...57).contains(bytes[start - 1]) else {
                    continue
                }
                let month = Int(figures[0] - 48) * 10 + Int(figures[1] - 48), day = Int(figures[2] - 48) * 10 + Int(figures[3] - 48)
                guard Day(year: 2000, month: month, day: day) != nil else { continue }
                dayClues.append(Clue(value: (month, day), reason: "picture name “\(word.form)”"))
            }
        }
    }

    // MARK: Concluding

    private var conclusion: (day: Day, reason: String)? {
        if let (month, day, reason) = dayOfYear, let (year, yearReason) = year(month, day),
            let found = Day(year: year, month: month, day: day)
        {
            return (found, "\(reason); \(yearReason)")
        }
        if let clue = weekdayDates.first, let latestYear,
            let year = (latestYear...latestYear + 5).first(where: { matches(clue.value, year: $0) }),
            let day = Day(year: year, month: clue.value.month, day: clue.value.day)
        {
            return (day, "\(clue.reason) falls on that weekday in \(year)")
        }
        if speaksFromItsDay || deicticShift != nil, let latest = pastDays.max(by: { $0.value < $1.value }) {
            return (latest.value, latest.reason)
        }
        return nil
    }

    /// The day and month: from "yesterday" beside the only day that the text names, or from a picture's name.
    private var dayOfYear: (month: Int, day: Int, reason: String)? {
        if let shift = deicticShift, let only = monthDays.first, monthDays.allSatisfy({ $0.month == only.month && $0.day == only.day }),
            let named = Day(year: 2001, month: only.month, day: only.day)
        {
            let (_, month, day) = named.advanced(by: -shift).civil
            let word = shift == 0 ? "today" : shift < 0 ? "yesterday" : "tomorrow"
            return (month, day, "“\(word)” beside “\(only.text)”")
        }
        return dayClues.first.map { ($0.value.month, $0.value.day, $0.reason) }
    }

    private func year(_ month: Int, _ day: Int) -> (Int, String)? {
        if let clue = yearClues.first(where: { $0.value >= latestYear ?? .min }) { return (clue.value, clue.reason) }
        guard let latest = pastDays.max(by: { $0.value < $1.value }), speaksFromItsDay else { return nil }
        let (year, latestMonth, latestDay) = latest.value.civil
        return ((latestMonth, latestDay) <= (month, day) ? year : year + 1, latest.reason)
    }

    private func matches(_ date: (weekday: Int, month: Int, day: Int), year: Int) -> Bool {
        Day(year: year, month: date.month, day: date.day)?.weekday == date.weekday
    }
}

extension PhraseGrammar {
    /// "Act", "budget", "appropriations" within a few words after a year.
    fileprivate func budgetWord(after end: Int) -> String? {
        (end..<min(end + 6, cells.count)).prefix { kind($0) == .other }
            .first { isWord($0, in: ["budget", "authorization", "authorisation", "appropriations", "appropriation"]) }.map(form)
    }
}
