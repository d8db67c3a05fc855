/// Time phrases: where they begin and end.
extension QuestionParser {
    /// Where the time phrase that begins at a word ends, its preposition included: "in March 2025", "between 1990 and 2001", "last August",
    /// "two years ago", "since Sunday"; nil where none begins.
    mutating func timePhraseEnd(at index: Int) -> Int? {
        guard index < words.count else { return nil }
        if let known = timeMemo[index] { return known }
        let end = readTimePhrase(at: index)
        timeMemo[index] = .some(end)
        return end
    }

    private func readTimePhrase(at index: Int) -> Int? {
        guard let end = timeOrDurationEnd(at: index) else { return nil }
        // "in the same year as Ada" compares.
        return isAt(end, "as") && isAt(end - 2, "same") ? nil : end
    }

    private func timeOrDurationEnd(at index: Int) -> Int? {
        if isAt(index, "between"), let first = timeEnd(at: index + 1), isAt(first, "and"), let second = timeEnd(at: first + 1) {
            return second
        }
        if isAt(index, "from"), let first = timeEnd(at: index + 1), isAt(first, ["to", "until", "till", "through"]),
            let second = timeEnd(at: first + 1)
        {
            return second
        }
        if isAt(index, "as"), isAt(index + 1, "of"), let end = timeEnd(at: index + 2) { return end }
        guard TimeWords.prepositions.contains(lower(index)) else { return dated(timeEnd(at: index), from: index) }
        if isAt(index, ["for", "within", "over", "in", "after", "during", "about", "around", "by"]), let end = durationEnd(at: index + 1) {
            return isAt(end, ["ago", "later", "earlier"]) ? end + 1 : end
        }
        return timeEnd(at: index + 1)
    }

    /// A bare "May" or "March" is no time; a bare year is one only at the end or after other words of time.
    private func dated(_ end: Int?, from index: Int) -> Int? {
        guard let end else { return nil }
        if end == index + 1, isYear(index) || TimeWords.units.contains(lower(index)) || TimeWords.seasons.contains(lower(index)) {
            return isYear(index) && isEnd(end) ? end : nil
        }
        if end == index + 1, ["may", "march"].contains(lower(index)), !words[index].token.isCapitalised { return nil }
        return end
    }

    /// The end of a time phrase without preposition.
    func timeEnd(at index: Int) -> Int? {
        guard let word = word(index) else { return nil }
        let text = word.lower
        if isDecade(text) || TimeWords.relative.contains(text) || TimeWords.festivals.contains(text) { return index + 1 }
        if isYear(index) { return isAt(index + 1, ["-", "–"]) && isYear(index + 2) ? index + 3 : index + 1 }
        if isYearRange(text) || isDate(text) { return index + 1 }
        if TimeWords.months.contains(text) { return afterMonth(index + 1) }
        if TimeWords.weekdays.contains(text) { return afterWeekday(index + 1) }
        if TimeWords.seasons.contains(text) { return isYear(index + 1) ? index + 2 : index + 1 }
        if let end = clockEnd(at: index) ?? dayOfMonthEnd(at: index) ?? agoEnd(at: index) { return end }
        if TimeWords.deictic.contains(text) { return deicticEnd(at: index + 1) }
        if ["early", "late", "mid", "around", "about"].contains(text) { return timeEnd(at: index + 1) }
        return text == "the" ? definiteEnd(at: index + 1) : nil
    }

    private func isDecade(_ text: String) -> Bool {
        text.hasSuffix("0s") && text.utf8.count <= 5 && text.dropLast().allSatisfy { $0.isNumber || $0 == "'" }
    }

    private func isYearRange(_ text: String) -> Bool {
        let parts = text.split { $0 == "-" || $0 == "–" }
        return parts.count == 2 && parts[0].utf8.count == 4 && [2, 4].contains(parts[1].utf8.count)
            && parts.allSatisfy { $0.allSatisfy(\.isNumber) }
    }

    private func isDate(_ text: String) -> Bool {
        let parts = text.split { $0 == "-" || $0 == "/" || $0 == "." }
        return parts.count == 3 && parts.allSatisfy { (1...4).contains($0.utf8.count) && $0.allSatisfy(\.isNumber) }
    }

    private func isDay(_ index: Int) -> Bool {
        guard let word = word(index), word.token.kind == .number || NumberWords.ordinal(word.lower) != nil else { return false }
        let value = word.number.flatMap(Int.init(exactly:)) ?? NumberWords.ordinal(word.lower) ?? 0
        return (1...31).contains(value) && word.unit.isEmpty
    }

    /// After a month: day, comma, year; "last year"; "of next year".
    private func afterMonth(_ index: Int) -> Int {
        var end = index
        if isDay(end) { end += 1 }
        if isAt(end, ","), isYear(end + 1) { return end + 2 }
        if isYear(end) { return end + 1 }
        let of = isAt(end, "of") ? end + 1 : end
        if isYear(of) { return of + 1 }
        if isAt(of, ["last", "next", "this", "that", "every", "the"]), let later = timeEnd(at: of), isAt(later - 1, "year") {
            return later
        }
        return end
    }

    private func afterWeekday(_ index: Int) -> Int {
        var end = index
        if isAt(end, ["morning", "afternoon", "evening", "night"]) { end += 1 }
        let comma = isAt(end, ",") ? end + 1 : end
        if TimeWords.months.contains(lower(comma)) { return afterMonth(comma + 1) }
        if let day = dayOfMonthEnd(at: comma) { return day }
        return end
    }

    /// "25 October 2019", "the 5th of May".
    private func dayOfMonthEnd(at index: Int) -> Int? {
        guard isDay(index) else { return nil }
        let month = isAt(index + 1, "of") ? index + 2 : index + 1
        guard TimeWords.months.contains(lower(month)) else { return nil }
        return afterMonth(month + 1)
    }

    private func clockEnd(at index: Int) -> Int? {
        guard let word = word(index) else { return nil }
        if ["noon", "midnight"].contains(word.lower) { return index + 1 }
        guard word.token.kind == .number else { return nil }
        if isAt(index + 1, ["am", "pm", "a.m", "p.m", "a.m.", "p.m.", "o'clock"]) { return index + 2 }
        return word.lower.contains(":") ? index + 1 : nil
    }

    /// "35 years", "a week", "several months", "the next five years".
    private func durationEnd(at index: Int) -> Int? {
        var position = index
        if isAt(position, ["the", "about", "around", "nearly", "almost", "over", "only"]) { position += 1 }
        if isAt(position, ["last", "next", "past", "coming", "first", "following", "previous"]) { position += 1 }
        if let number = number(at: position), number.unit.isEmpty {
            position = number.end
        } else if isAt(position, ["a", "an", "several", "many", "few", "some"]) {
            position += isAt(position, "a") && isAt(position + 1, "few") ? 2 : 1
        } else {
            return nil
        }
        return TimeWords.units.contains(lower(position)) ? position + 1 : nil
    }

    private func agoEnd(at index: Int) -> Int? {
        guard let end = durationEnd(at: index), isAt(end, ["ago", "later", "earlier", "before"]), !isAt(end, "before") || isEnd(end + 1)
        else { return nil }
        return end + 1
    }

    /// After "last", "this", "every" …: a unit, month, weekday, season, or a few of them.
    private func deicticEnd(at index: Int) -> Int? {
        var position = index
        if let number = number(at: position), number.unit.isEmpty { position = number.end }
        if isAt(position, "few") { position += 1 }
        let text = lower(position)
        if TimeWords.weekdays.contains(text) { return afterWeekday(position + 1) }
        guard TimeWords.units.contains(text) || TimeWords.months.contains(text) || TimeWords.seasons.contains(text) else { return nil }
        return position + 1
    }

    /// After "the": "coming months", "1970s", "19th century", "end of 2004", "summer of 2004", "same day".
    private func definiteEnd(at index: Int) -> Int? {
        let text = lower(index)
        if TimeWords.deictic.contains(text) || ["same"].contains(text) { return deicticEnd(at: index + 1) }
        if isDecade(text) { return index + 1 }
        if ["early", "late", "mid"].contains(text), isDecade(lower(index + 1)) { return index + 2 }
        if NumberWords.ordinal(text) != nil, isAt(index + 1, "century") { return index + 2 }
        if let day = dayOfMonthEnd(at: index) { return day }
        if isAt(index + 1, "of"), TimeWords.parts.contains(text) || TimeWords.seasons.contains(text) || TimeWords.units.contains(text) {
            return timeEnd(at: index + 2)
        }
        if isAt(index, ["first", "second"]), isAt(index + 1, "half"), isAt(index + 2, "of") { return timeEnd(at: index + 3) }
        return nil
    }
}
