import Facts

/// Years, decades, centuries, quarters, fiscal and split years.
extension PhraseGrammar {
    func year(at start: Int) -> Read? {
        if let read = decade(at: start) ?? century(at: start) ?? era(at: start) ?? fiscalYear(at: start) ?? splitYear(at: start) {
            return read
        }
        let first = kind(start) == .article ? start + 1 : start
        if unit(first) == .year, !has(first, .plural), let (year, end) = fourFigureYear(first + 1) {
            return (.period(Period(year: year)), end, .year)
        }
        if kind(start) == .apostrophe, has(start + 1, .twoFigures), has(start + 1, .glued), kind(start + 1) == .number,
            !has(start, .glued), ![.other, .code, .possessive].contains(kind(start - 1))
        {
            return (.period(Period(year: fullYear(value(start + 1)))), start + 2, .year)
        }
        if let (year, end) = spelledYear(at: start) { return (.period(Period(year: year)), end, .year) }
        guard let (year, end) = fourFigureYear(start), isYear(at: start) else { return nil }
        return (.period(Period(year: year)), end, .year)
    }

    /// "nineteen ninety-eight", "two thousand and five", after a preposition of time.
    private func spelledYear(at start: Int) -> (year: Int, end: Int)? {
        guard kind(start) == .number, !has(start, .digits), isPreposition(start - 1, in: Self.yearPrepositions) else { return nil }
        func twoFigures(_ index: Int) -> (Int, Int)? {
            guard kind(index) == .number, !has(index, .digits), value(index) < 100 else { return nil }
            var (total, end) = (value(index), index + 1)
            if total >= 20 {
                let next = kind(end) == .dash ? end + 1 : end
                if kind(next) == .number, !has(next, .digits), (1...9).contains(value(next)) {
                    (total, end) = (total + value(next), next + 1)
                }
            }
            return (total, end)
        }
        if value(start) == 2, kind(start + 1) == .magnitude, value(start + 1) == 1000 {
            let next = kind(start + 2) == .conjunction ? start + 3 : start + 2
            if let (rest, end) = twoFigures(next), !isCounted(end - 1) { return (2000 + rest, end) }
            return nil
        }
        guard (15...20).contains(value(start)), let (rest, end) = twoFigures(start + 1), rest >= 10 else { return nil }
        return (value(start) * 100 + rest, end)
    }

    static let yearPrepositions: [Preposition] = [
        .in, .since, .until, .by, .before, .after, .from, .during, .through, .between, .to,
        .of, .for, .around, .throughout, .at, .as, .within,
    ]

    /// Whether four figures are a year, not a count, a price, a model or a title.
    func isYear(at index: Int) -> Bool {
        let year = value(index)
        if has(index, .glued), [.currency, .dot, .comma, .slash, .colon].contains(kind(index - 1)) { return false }
        if kind(index - 1) == .currency || kind(index + 1) == .percent || kind(index + 1) == .magnitude || kind(index + 1) == .unit {
            return false
        }
        if kind(index + 1) == .currency || kind(index + 1) == .age { return false }
        let modern = (1700...2099).contains(year)
        let counted = isCounted(index) && !isWord(index + 1, in: Self.yearlyThings)
        if has(index, .glued), kind(index - 1) == .dash, has(index - 1, .glued), index > 1, kind(index - 2) != .number { return false }
        switch kind(index - 1) {
        case .preposition:
            guard isPreposition(index - 1, in: Self.yearPrepositions) else { return false }
            if isPreposition(index - 1, in: [.in, .since, .until, .during, .before, .after, .throughout]) {
                return modern ? !(counted && year % 100 == 0) : !counted && (1000...2199).contains(year)
            }
            if !modern { return !counted && !isNominal(index + 1) && !followsChange(index) && kind(index + 1) != .conjunction }
            return !counted
        case .dot where isWord(index - 2, in: ["c", "ca"]):
            return !counted
        case .bracket where isYearRange(at: index):
            return true
        case .bracket, .comma:
            // "Feb. 30, 2019" is no date at all.
            if kind(index - 1) == .comma, kind(index - 2) == .number, value(index - 2) < 100 { return false }
            return modern && !counted
                && (kind(index + 1).endsPhrase || index + 1 >= cells.count || kind(index - 1) == .comma && !isNominal(index + 1))
        case .conjunction, .dash, .slash:
            return modern && !counted && index > 1
                && (kind(index - 2) == .number && has(index - 2, .fourFigures) || kind(index - 1) == .conjunction)
                || has(index + 1, .glued) && kind(index + 1) == .dash && kind(index + 2) == .number
        case .article, .every, .this, .that, .same, .ordinal:
            return modern && !counted
        case .possessive:
            return modern && !counted && isNominal(index + 1)
        case .stage, .edge: return modern
        case .approximator: return modern && !counted && isPreposition(index - 2, in: Self.yearPrepositions)
        case .other:
            if index == 0 { return modern && !counted }
            if has(index - 1, .capital), isWord(index - 1, in: Self.yearlyThings) || isAcronym(index - 1) {
                return modern && (1900...2099).contains(year) && !counted
            }
            if modern, isYearRange(at: index) { return true }
            return isWord(index - 1, in: Self.yearWords) && (modern || !isWord(index - 1, "its")) && !counted
        default:
            return index == 0 && modern && !counted
                || modern && !counted && kind(index - 1) == .weekday
        }
    }

    /// "rose from 1200 to 1500": counts, not years.
    private func followsChange(_ index: Int) -> Bool {
        (max(0, index - 6)..<index).contains { isWord($0, in: Self.changes) }
    }

    private static let changes: Set<String> = [
        "rose", "rise", "rises", "risen", "fell", "fall", "falls", "fallen", "increase", "increased", "decrease", "decreased",
        "grew", "grow", "grown", "dropped", "drop", "cut", "raised", "raise", "reduced", "reduce", "up", "down", "expanded",
        "number", "total", "ranging", "ranges",
    ]

    /// "1990-98", "(1450–1520": a year, and a later one joined to it.
    private func isYearRange(at index: Int) -> Bool {
        guard kind(index + 1) == .dash, has(index + 1, .glued), kind(index + 2) == .number, has(index + 2, .glued),
            kind(index + 3) != .dash
        else {
            return false
        }
        let right = value(index + 2)
        return has(index + 2, .fourFigures)
            ? (value(index)...2199).contains(right) : has(index + 2, .twoFigures) && right > value(index) % 100
    }

    private func isAcronym(_ index: Int) -> Bool {
        let bytes = form(index).utf8
        return bytes.count >= 4 && bytes.allSatisfy { (65...90).contains($0) }
    }

    /// Adverbs and possessives that a year follows.
    private static let yearWords: Set<String> = [
        "its", "their", "his", "her", "our", "circa", "c.", "ca.", "born", "died", "founded", "established",
    ]

    /// What comes once a year, and is told from others of its kind by its year.
    static let yearlyThings: Set<String> = [
        "conference", "expo", "olympics", "games", "cup", "championship", "championships", "summit", "festival", "euro",
        "awards", "congress", "forum", "convention", "election", "elections", "tour", "open", "show", "fair", "exhibition",
        "census", "budget", "results", "sales", "figures", "profit", "loss", "revenue", "earnings", "profits", "revenues",
        "olympiad", "act", "polls", "playoffs", "finals",
    ]

    // MARK: Longer than a year

    /// "the 1960s", "'60s", "the sixties".
    private func decade(at start: Int) -> Read? {
        var index = kind(start) == .article ? start + 1 : start
        let quoted = kind(index) == .apostrophe
        if quoted { index += 1 }
        guard kind(index) == .decadeName, !quoted || has(index, .glued) else { return nil }
        let year = value(index)
        if year >= 1000 {
            guard year <= 2190 else { return nil }
            // "the 1800s" are a century, "the 2000s" so far a decade.
            if year % 100 == 0, year < 2000 { return (.period(Period(.century, index: year / 100)), index + 1, .century) }
            return (.period(Period(.decade, index: year / 10)), index + 1, .decade)
        }
        // "in her sixties" is an age, "temperatures in the 70s" rarely news: the article decides.
        let inside =
            index > start || [.article, .stage].contains(kind(start - 1)) || kind(start - 1) == .dash && kind(start - 2) == .stage
            || kind(start - 1) == .conjunction && kind(start - 2) == .decadeName
        guard inside, year >= 10 else { return nil }
        return (.period(Period(.decade, index: (year < 20 ? 2000 + year : 1900 + year) / 10)), index + 1, .decade)
    }

    /// "the 12th century", "19th-century".
    private func century(at start: Int) -> Read? {
        let first = kind(start) == .article ? start + 1 : start
        guard let (number, after) = centuryNumber(at: first) else { return nil }
        let next = kind(after) == .dash ? after + 1 : after
        guard unit(next) == .century, !has(next, .plural) || kind(first - 1) == .conjunction else { return nil }
        if kind(next + 1) == .era, value(next + 1) < 0 {
            return (.period(Period(.century, index: -number)), next + 2, .century)
        }
        // "a 19th-century mill" keeps its article outside, "the 12th century" inside.
        let end = kind(next + 1) == .era ? next + 2 : next + 1
        return (.period(Period(.century, index: number - 1)), end, .century)
    }

    /// "19th", "nineteenth", "twenty-first".
    func centuryNumber(at index: Int) -> (number: Int, end: Int)? {
        if kind(index) == .ordinal, (1...30).contains(value(index)) { return (value(index), index + 1) }
        guard kind(index) == .number, value(index) == 20, !has(index, .digits) else { return nil }
        let next = kind(index + 1) == .dash ? index + 2 : index + 1
        return kind(next) == .ordinal && (1...9).contains(value(next)) ? (20 + value(next), next + 1) : nil
    }

    /// "356 BC", "AD 79".
    private func era(at start: Int) -> Read? {
        if kind(start) == .number, has(start, .digits), kind(start + 1) == .era, (1...9998).contains(value(start)),
            has(start + 1, .capital)
        {
            let year = value(start + 1) < 0 ? 1 - value(start) : value(start)
            return (.period(Period(year: year)), start + 2, .era)
        }
        if kind(start) == .era, value(start) > 0, has(start, .capital), kind(start + 1) == .number, has(start + 1, .digits),
            (1...2199).contains(value(start + 1)), !isCounted(start + 1)
        {
            return (.period(Period(year: value(start + 1))), start + 2, .era)
        }
        return nil
    }

    // MARK: Business years

    /// "fiscal 2024", "FY25", "the 2023-24 financial year", "fiscal year 2024".
    private func fiscalYear(at start: Int) -> Read? {
        if kind(start) == .fiscalName {
            let year = value(start)
            guard year < 100 || (1900...2199).contains(year) else { return nil }
            return (.fiscalYear(year < 100 ? fullYear(year) : year), start + 1, .fiscalYear)
        }
        let first = kind(start) == .article ? start + 1 : start
        if kind(first) == .fiscal {
            let next = unit(first + 1) == .year ? first + 2 : first + 1
            if let (year, end) = fourFigureYear(next) { return (.fiscalYear(year), end, .fiscalYear) }
            return nil
        }
        guard let (_, last, end) = splitYears(at: first), kind(end) == .fiscal, unit(end + 1) == .year else { return nil }
        return (.fiscalYear(last), end + 2, .fiscalYear)
    }

    /// "the 2012-13 season", "2009/10".
    private func splitYear(at start: Int) -> Read? {
        let first = kind(start) == .article ? start + 1 : start
        guard let (year, last, end) = splitYears(at: first), last == year + 1 else { return nil }
        if unit(end) == .season || isWord(end, in: ["campaign", "budget", "term", "session"]) {
            if unit(end) == .season { return (.period(Period(.splitYear, index: year)), end + 1, .splitYear) }
            return first == start ? (.period(Period(.splitYear, index: year)), end, .splitYear) : nil
        }
        if isWord(end, in: ["school", "academic"]), unit(end + 1) == .year {
            return (.period(Period(.splitYear, index: year)), end + 2, .splitYear)
        }
        return kind(first + 1) == .slash ? (.period(Period(.splitYear, index: year)), end, .splitYear) : nil
    }

    /// Two years joined: "2023-24", "2023/2024".
    private func splitYears(at index: Int) -> (first: Int, last: Int, end: Int)? {
        guard let (year, next) = fourFigureYear(index), kind(next) == .dash || kind(next) == .slash, has(next, .glued),
            kind(next + 1) == .number, has(next + 1, .glued), has(next + 1, .digits)
        else { return nil }
        let right = value(next + 1)
        let last = has(next + 1, .twoFigures) ? year / 100 * 100 + right : right
        guard last > year, last <= year + 1 else { return nil }
        return (year, last, next + 2)
    }

    /// "the third quarter of 2023", "Q3 2023", "third-quarter", "H1 2022", "the second half of last year".
    func quarter(at start: Int) -> Read? {
        if kind(start) == .quarterName || kind(start) == .halfName {
            let isQuarter = kind(start) == .quarterName
            let name: Cyclic = isQuarter ? .quarter(value(start)) : .half(value(start))
            let next = isPreposition(start + 1, .of) ? start + 2 : start + 1
            if let (year, end) = fourFigureYear(next) {
                let period = isQuarter ? Period(year: year, quarter: value(start)) : Period(year: year, half: value(start))
                return (.period(period), end, .quarterOrHalf)
            }
            return (.cyclic(name, .bare), start + 1, .quarterOrHalf)
        }
        let first = kind(start) == .article ? start + 1 : start
        guard kind(first) == .ordinal || kind(first) == .last && says(first, LastWord.last) else { return nil }
        var next = kind(first + 1) == .fiscal ? first + 2 : first + 1
        let hyphen = kind(next) == .dash && has(next, .glued)
        if hyphen { next += 1 }
        let number = kind(first) == .last || value(first) == -1 ? nil : value(first)
        if unit(next) == .quarter, !has(next, .plural), (1...4).contains(number ?? 4), kind(first) == .ordinal {
            return quarterOf(number ?? 4, unit: .quarter, first: first, article: first > start, hyphen: hyphen, next: next + 1)
        }
        if kind(next) == .half, (1...2).contains(number ?? 2) {
            return quarterOf(number ?? 2, unit: .half, first: first, article: first > start, hyphen: hyphen, next: next + 1)
        }
        return nil
    }

    private func quarterOf(_ number: Int, unit: Period.Unit, first: Int, article: Bool, hyphen: Bool, next: Int) -> Read? {
        let name: Cyclic = unit == .quarter ? .quarter(number) : .half(number)
        let afterOf = isPreposition(next, .of) || isPreposition(next, .in) ? next + 1 : next
        if let (year, end) = fourFigureYear(afterOf) {
            return (
                .period(unit == .quarter ? Period(year: year, quarter: number) : Period(year: year, half: number)), end, .quarterOrHalf
            )
        }
        if afterOf > next, let of = period(at: afterOf) {
            if of.meaning.unit == .year { return (.ordinal(number, unit, of: of.meaning), of.end, .quarterOrHalf) }
            if unit == .half, [.month, .decade, .century].contains(of.meaning.unit) {
                return (.part(number == 1 ? .firstHalf : .secondHalf, of.meaning), of.end, .quarterOrHalf)
            }
        }
        let counted = inCountedYear(name, next, bare: .quarterOrHalf)
        if counted.rule == .nameInYear { return (counted.meaning, counted.end, .quarterOrHalf) }
        // Halves without a year are mostly those of a game; a quarter is one of business with "the" or as an adjective.
        if unit == .half, hyphen, isWord(next, in: Self.yearlyThings) { return counted }
        guard unit == .quarter, article || hyphen || isNominal(next) || kind(first - 1) == .possessive else { return nil }
        return counted
    }
}
