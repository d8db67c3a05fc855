import Facts

/// Dates by name and number: days, months, and their years.
extension PhraseGrammar {
    func date(at start: Int) -> Read? {
        if let read = numericDate(at: start) ?? namedDay(at: start) ?? holiday(at: start) { return read }
        if kind(start) == .weekday, let read = weekdayDate(at: start) { return read }
        return monthDate(at: start) ?? dayFirstDate(at: start) ?? seasonDate(at: start) ?? bareWeekday(at: start)
    }

    // MARK: Numeric

    /// "2021-11-08", "25/07/2022", "7/8/07".
    private func numericDate(at start: Int) -> Read? {
        guard kind(start) == .number, has(start, .digits), !(has(start, .glued) && isJoint(start - 1)),
            isJoint(start + 1), kind(start + 2) == .number, kind(start + 3) == kind(start + 1),
            kind(start + 4) == .number, has(start + 4, .digits), (start + 1...start + 4).allSatisfy({ has($0, .glued) }),
            !(isJoint(start + 5) && has(start + 5, .glued))
        else { return nil }
        let first = value(start), second = value(start + 2), third = value(start + 4)
        let day: Day?
        if kind(start + 1) == .dot {
            day = has(start + 4, .fourFigures) ? Day(year: third, month: second, day: first) : nil
        } else if has(start, .fourFigures) {
            day = Day(year: first, month: second, day: third)
        } else if kind(start + 1) == .slash || has(start + 4, .fourFigures) {
            guard let year = has(start + 4, .fourFigures) ? third : has(start + 4, .twoFigures) ? fullYear(third) : nil else {
                return nil
            }
            day = first > 12 ? Day(year: year, month: second, day: first) : Day(year: year, month: first, day: second)
        } else {
            day = nil
        }
        return day.map { (.period(Period(day: $0)), start + 5, .fullDate) }
    }

    private func isJoint(_ index: Int) -> Bool {
        kind(index) == .dash || kind(index) == .slash || kind(index) == .dot && has(index, .glued) && has(index + 1, .glued)
    }

    /// Two figures of a year: the nearest that isn't far ahead of the turn of the millennium's first decades.
    func fullYear(_ figures: Int) -> Int { figures < 35 ? 2000 + figures : 1900 + figures }

    /// "9/11" and the days that news calls by a name of their own.
    private func namedDay(at start: Int) -> Read? {
        if kind(start) == .number, value(start) == 9, kind(start + 1) == .slash, value(start + 2) == 11, has(start + 2, .glued),
            !(kind(start + 3) == .slash && has(start + 3, .glued)), let day = Day(year: 2001, month: 9, day: 11)
        {
            return (.period(Period(day: day)), start + 3, .namedDay)
        }
        guard has(start, .capital), kind(start) == .other, kind(start + 1) == .weekday, has(start + 1, .capital) else { return nil }
        let day: Day? =
            switch (form(start).lowercased(), value(start + 1)) {
            case ("black", 1): Day(year: 1987, month: 10, day: 19)
            case ("black", 2): Day(year: 1929, month: 10, day: 29)
            case ("black", 3): Day(year: 1992, month: 9, day: 16)
            case ("black", 4): Day(year: 1929, month: 10, day: 24)
            case ("bloody", 7): Day(year: 1972, month: 1, day: 30)
            default: nil
            }
        return day.map { (.period(Period(day: $0)), start + 2, .namedDay) }
    }

    // MARK: With names

    /// "Tuesday, May 7, 2024", "Friday 13 June".
    private func weekdayDate(at start: Int) -> Read? {
        let next = afterComma(afterDot(start + 1))
        let article = kind(next) == .article ? next + 1 : next
        guard let read = monthDate(at: next) ?? dayFirstDate(at: article) else { return nil }
        switch read.meaning {
        case .period(let period) where period.unit == .day:
            // A weekday that contradicts its date: the date stands, the weekday is no evidence against it.
            return (read.meaning, read.end, .fullDate)
        case .cyclic(.monthDay, _): return read
        default: return nil
        }
    }

    /// "May 7, 2024", "Oct. 25", "October of 2018", "October last year", "October".
    private func monthDate(at start: Int) -> Read? {
        // "31 June" is no date, and no June either.
        guard kind(start) == .month, !(kind(start - 1) == .number && has(start - 1, .digits) && value(start - 1) < 100) else {
            return nil
        }
        let month = value(start)
        var next = afterDot(start + 1)
        if kind(next) == .article, kind(next + 1) == .ordinal, has(next + 1, .digits), !isPreposition(next + 2, .of) { next += 1 }
        if let day = dayNumber(next), isMonthName(start, beforeNumber: true) {
            if let (year, end) = yearAfter(next + 1) {
                return Day(year: year, month: month, day: day).map { (.period(Period(day: $0)), end, .fullDate) }
            }
            guard Day(year: 2000, month: month, day: day) != nil else { return nil }
            return inCountedYear(.monthDay(month, day), next + 1, bare: .bareDay)
        }
        let afterOf = isPreposition(next, .of) ? next + 1 : afterComma(next)
        if let (year, end) = fourFigureYear(afterOf), isMonthName(start, beforeNumber: true),
            !(isCounted(afterOf) && !isPreposition(next, .of) && !has(afterOf, .digits))
        {
            return (.period(Period(year: year, month: month)), end, .monthYear)
        }
        if kind(next) == .apostrophe, has(next + 1, .twoFigures), has(next + 1, .glued) {
            return (.period(Period(year: fullYear(value(next + 1)), month: month)), next + 2, .monthYear)
        }
        guard isMonthName(start, beforeNumber: false) else { return nil }
        return inCountedYear(.month(month), next, bare: .bareDay)
    }

    /// "7 May 2024", "9th of June, 2011", "the 9th of June".
    private func dayFirstDate(at start: Int) -> Read? {
        if kind(start) == .article, kind(start + 1) == .ordinal { return dayFirstDate(at: start + 1) ?? dayOfMonth(at: start) }
        guard let day = dayNumber(start), !(has(start, .glued) && kind(start - 1) != .dash && kind(start - 1) != .bracket) else {
            return nil
        }
        var next = start + 1
        if kind(start) == .ordinal { next = isPreposition(next, .of) ? next + 1 : next }
        guard kind(next) == .month, has(next, .digits.union(.capital)) || has(next, .capital) else { return nil }
        let month = value(next)
        next = afterDot(next + 1)
        let afterOf = isPreposition(next, .of) ? next + 1 : afterComma(next)
        if let (year, end) = fourFigureYear(afterOf) {
            return Day(year: year, month: month, day: day).map { (.period(Period(day: $0)), end, .fullDate) }
        }
        guard Day(year: 2000, month: month, day: day) != nil else { return nil }
        return inCountedYear(.monthDay(month, day), next, bare: .bareDay)
    }

    /// "on the 5th", with nothing after that it could count.
    private func dayOfMonth(at start: Int) -> Read? {
        guard isPreposition(start - 1, in: [.on, .since, .until, .by]), has(start + 1, .digits), let day = dayNumber(start + 1),
            start + 2 >= cells.count || kind(start + 2).endsPhrase && !isPreposition(start + 2, .of) && kind(start + 2) != .dash
        else { return nil }
        return (.cyclic(.dayOfMonth(day), .bare), start + 2, .bareDay)
    }

    /// A day of the month, in figures or as an ordinal; not the hours of a clock time.
    func dayNumber(_ index: Int) -> Int? {
        guard kind(index) == .number || kind(index) == .ordinal, (1...31).contains(value(index)),
            kind(index) == .ordinal || has(index, .digits)
        else { return nil }
        if kind(index) == .number, kind(index + 1) == .colon || kind(index + 1) == .clockHalf || kind(index + 1) == .percent {
            return nil
        }
        if kind(index) == .number, kind(index + 1) == .slash, has(index + 1, .glued) { return nil }
        return value(index)
    }

    /// ", 2024" or " 2024" after a day.
    private func yearAfter(_ index: Int) -> (year: Int, end: Int)? {
        if let found = fourFigureYear(afterComma(index)) { return found }
        if kind(index) == .apostrophe, has(index + 1, .twoFigures), has(index + 1, .glued) {
            return (fullYear(value(index + 1)), index + 2)
        }
        return nil
    }

    func fourFigureYear(_ index: Int) -> (year: Int, end: Int)? {
        guard kind(index) == .number, has(index, .fourFigures), (1000...2199).contains(value(index)),
            kind(index + 1) != .percent, kind(index + 1) != .zone
        else { return nil }
        if kind(index + 1) == .colon, has(index + 1, .glued), has(index + 2, .glued) { return nil }
        return (value(index), index + 1)
    }

    /// A name without year, and a phrase that counts its year: "October last year", "March of next year".
    func inCountedYear(_ name: Cyclic, _ next: Int, bare rule: Rule) -> Read {
        var index = isPreposition(next, .of) || isPreposition(next, .in) ? next + 1 : next
        if kind(index) == .article { index += 1 }
        if unit(index + 1) == .year, !has(index + 1, .plural) {
            let shift: Int? =
                switch kind(index) {
                case .last where says(index, LastWord.last): -1
                case .next where says(index, NextWord.next): 1
                case .this: 0
                default: nil
                }
            if let shift { return (.cyclic(name, .inYear(shift)), index + 2, .nameInYear) }
            if kind(index) == .that || kind(index) == .same { return (.cyclic(name, .ofStory), index + 2, .nameInYear) }
        }
        if kind(next) == .indefinite, unit(next + 1) == .year, kind(next + 2) == .ago {
            return (.cyclic(name, .inYear(-1)), next + 3, .nameInYear)
        }
        return (.cyclic(name, .bare), next, rule)
    }

    /// Whether a month's word is the month, not a verb or a person's name.
    private func isMonthName(_ index: Int, beforeNumber: Bool) -> Bool {
        let month = value(index)
        let tag = tag(index)
        if tag.hasPrefix("VB") && !has(index, .capital) { return false }
        let governed =
            isPreposition(
                index - 1,
                in: [
                    .in, .since, .until, .by, .before, .after, .from, .to, .through, .between, .during,
                    .of, .on,
                ])
            || [.last, .next, .this, .every, .stage, .same].contains(kind(index - 1))
        if tag == "MD", !(governed && has(index, .capital)) { return false }
        if !has(index, .capital) { return (beforeNumber || governed) && month != 5 && month != 3 || governed && beforeNumber }
        if has(index, .short) { return beforeNumber || governed || form(index).hasSuffix(".") }
        if beforeNumber { return true }
        if month == 5, index == 0, !kind(index + 1).endsPhrase { return false }
        if governed { return true }
        // "April Jones", "May Lee", "June Carter".
        if [4, 5, 6].contains(month), kind(index + 1) == .other, has(index + 1, .capital),
            kind(index - 1) != .article, kind(index - 1) != .dash
        {
            return false
        }
        // "Theresa May", but not "said May".
        if month == 5, kind(index - 1) == .other, has(index - 1, .capital), index > 1 { return false }
        return true
    }

    // MARK: Seasons and weekdays

    /// "summer 2019", "the winter of 2010-11", "the spring", "autumn last year".
    private func seasonDate(at start: Int) -> Read? {
        let first = kind(start) == .article ? start + 1 : start
        guard kind(first) == .season, !has(first, .plural), let season = Season(rawValue: value(first)) else { return nil }
        let next = first + 1
        let afterOf = isPreposition(next, .of) ? next + 1 : afterComma(next)
        if let (year, end) = fourFigureYear(afterOf) {
            var end = end
            if kind(end) == .dash, has(end, .glued), kind(end + 1) == .number, has(end + 1, .glued),
                value(end + 1) == (year + 1) % 100 || value(end + 1) == year + 1
            {
                end += 2
            }
            return (.period(Period(year: year, season: season)), end, .seasonYear)
        }
        let counted = inCountedYear(.season(season), next, bare: .bareDay)
        if counted.rule == .nameInYear { return counted }
        guard isSeasonName(first, article: first > start) else { return nil }
        return counted
    }

    private func isSeasonName(_ index: Int, article: Bool) -> Bool {
        let tag = tag(index)
        if tag.hasPrefix("VB") || kind(index + 1) == .dash { return false }
        let alone = !isNominal(index + 1)
        if isPreposition(article ? index - 2 : index - 1, in: [.in, .since, .until, .by, .before, .after, .during, .from, .through, .of]) {
            return alone || isWord(index, "summer") || isWord(index, "winter")
        }
        guard has(index, .capital) || article else { return false }
        return !(isWord(index, "fall") || isWord(index, "spring")) && alone && !article
    }

    private func bareWeekday(at start: Int) -> Read? {
        guard kind(start) == .weekday, !has(start, .plural) else { return nil }
        var end = start + 1
        if has(start, .short) {
            guard has(start, .capital), form(start).hasSuffix(".") || kind(end) == .dot || kind(end) == .comma else { return nil }
            guard !isWord(start, "sun"), !isWord(start, "sat") else { return nil }
            end = afterDot(end)
        }
        if kind(end) == .other, has(end, .capital) {
            if kind(start - 1) == .article && has(start - 1, .capital) { return nil }
            if isWord(end, in: Self.paperNames) { return nil }
        }
        if kind(end) == .partOfDay, kind(end + 1) == .other, has(end, .capital), has(end + 1, .capital) { return nil }
        if kind(start - 1) == .other, has(start - 1, .capital), isWord(start - 1, in: Self.dayNicknames) { return nil }
        return inCountedWeek(value(start), end)
    }

    /// "Friday last week", "Tuesday of next week".
    private func inCountedWeek(_ weekday: Int, _ next: Int) -> Read {
        if unit(next) == .week, !has(next, .plural), next + 1 >= cells.count || kind(next + 1).endsPhrase {
            return (.offset(CalendarDuration(1, .week), sign: 1, from: .weekday(weekday)), next + 1, .fromNow)
        }
        var index = isPreposition(next, .of) || isPreposition(next, .in) ? next + 1 : next
        if kind(index) == .article { index += 1 }
        if unit(index + 1) == .week {
            let shift: Int? =
                switch kind(index) {
                case .last: -1
                case .next: 1
                case .this: 0
                default: nil
                }
            if let shift { return (.cyclic(.weekday(weekday), .inYear(shift)), index + 2, .nameInYear) }
        }
        return (.cyclic(.weekday(weekday), .bare), next, .bareDay)
    }

    private static let paperNames: Set<String> = [
        "times", "mail", "telegraph", "herald", "mirror", "express", "post", "independent", "tribune", "observer", "world",
        "sun", "club",
    ]
    private static let dayNicknames: Set<String> = ["black", "super", "cyber", "bloody", "fat", "holy", "giving", "casual", "red"]

    // MARK: Holidays

    private func holiday(at start: Int) -> Read? {
        guard has(start, .capital), let (holiday, end) = holidayName(at: start) else { return nil }
        let afterOf = isPreposition(end, in: [.of, .in]) || kind(end) == .comma ? end + 1 : end
        if let (year, end) = fourFigureYear(afterOf), let day = holiday.day(in: year) {
            return (.period(Period(day: day)), end, .holiday)
        }
        return inCountedYear(.holiday(holiday), end, bare: .holiday)
    }

    /// The longest feast whose words stand here, apostrophes and dots left out.
    func holidayName(at start: Int) -> (Holiday, end: Int)? {
        guard let first = HolidayNames.english.candidates(form(start)) else { return nil }
        for (holiday, wanted) in first {
            var index = start, matched = 0
            while matched < wanted.count, cells.indices.contains(index) {
                if kind(index) == .possessive, wanted[matched - 1].hasSuffix("s") {
                    index += 1
                    continue
                }
                if kind(index) == .apostrophe || kind(index) == .dot && has(index, .glued) {
                    index += 1
                    continue
                }
                guard
                    wanted[matched] == plain(form(index))
                        || kind(index + 1) == .possessive
                            && wanted[matched] == plain(form(index)) + "s"
                else { break }
                matched += 1
                index += 1
            }
            if matched == wanted.count { return (holiday, index) }
        }
        return nil
    }

    private func plain(_ word: String) -> String { HolidayNames.plain(word) }
}

extension Cell.Kind {
    /// A sign or word that no name goes over.
    var endsPhrase: Bool {
        switch self {
        case .comma, .dot, .bracket, .colon, .dash, .quote, .preposition, .conjunction: true
        default: false
        }
    }
}

/// The feasts by their first word, longer names first.
struct HolidayNames: Sendable {
    static let english = HolidayNames()

    private let byFirstWord: [String: [(Holiday, [String])]]

    private init() {
        var table: [String: [(Holiday, [String])]] = [:]
        for holiday in Holiday.all {
            let words = holiday.name.split(separator: " ").map(String.init)
            table[words[0], default: []].append((holiday, words))
        }
        byFirstWord = table.mapValues { $0.sorted { $0.1.count > $1.1.count } }
    }

    func candidates(_ word: String) -> [(Holiday, [String])]? {
        let word = Self.plain(word)
        return byFirstWord[word] ?? byFirstWord[word + "s"]
    }

    /// Lower case, without apostrophes and dots.
    static func plain(_ word: String) -> String {
        String(String.UnicodeScalarView(word.lowercased().unicodeScalars.filter { $0 != "'" && $0 != "’" && $0 != "." }))
    }
}
