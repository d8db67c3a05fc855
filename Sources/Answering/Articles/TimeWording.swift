import Facts

/// A valid time as an answer: the article's words where they tell the date, else the date with the words behind it.
enum TimeWording {
    static func text(_ time: ValidTime) -> String {
        let date = date(time)
        if time.text.isEmpty { return date }
        if date.isEmpty || tellsYear(time.text) { return time.text }
        return "\(date) (\(time.text))"
    }

    /// "June 1, 2023", "March 2000", "1976", "from May 1 to June 3, 2012".
    static func date(_ time: ValidTime) -> String {
        switch (time.start.day, time.end.day.map { $0.advanced(by: -1) }) {
        case (let first?, let last?): return between(first, last)
        case (let first?, nil): return "since \(day(first))"
        case (nil, let last?): return "until \(day(last))"
        case (nil, nil): return ""
        }
    }

    private static func between(_ first: Day, _ last: Day) -> String {
        if first >= last { return day(first) }
        let a = first.civil, b = last.civil
        let wholeMonths = a.day == 1 && b.day == Day.length(ofMonth: b.month, year: b.year)
        if wholeMonths, a.year == b.year, a.month == b.month { return "\(months[a.month - 1]) \(a.year)" }
        if wholeMonths, a.month == 1, b.month == 12 { return a.year == b.year ? "\(a.year)" : "\(a.year)–\(b.year)" }
        if wholeMonths { return "\(months[a.month - 1]) \(a.year) to \(months[b.month - 1]) \(b.year)" }
        return "\(day(first)) to \(day(last))"
    }

    static func day(_ day: Day) -> String {
        let (year, month, number) = day.civil
        return "\(months[month - 1]) \(number), \(year)"
    }

    private static func tellsYear(_ text: String) -> Bool {
        var run = 0
        for byte in text.utf8 {
            run = (0x30...0x39).contains(byte) ? run + 1 : 0
            if run == 4 { return true }
        }
        return false
    }

    static let months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
                         "December"]
}
