import Facts

/// Dates as mastheads, datelines and file names write them.
enum WrittenDate {
    /// Finds the first full date (day, month and year) among words: "July 27, 2024", "27 July 2024", "Mon, Mar 14, 2005", "2024-07-27".
    ///
    /// - Returns: the day, and the words without it.
    static func find(in words: [Substring]) -> (day: Day, rest: [Substring])? {
        for start in words.indices {
            if let day = iso(words[start]) { return (day, without(start..<start + 1, words)) }
            guard start + 2 < words.count else { continue }
            let three = words[start...start + 2].map(bare)
            if let day = day(three[1], three[0], three[2]) ?? day(three[0], three[1], three[2]) {
                return (day, without(start..<start + 3, words))
            }
        }
        return nil
    }

    /// A date in a file's name: "voa-2020-12-21.txt", "20201221_report.txt", "2020/12/21.txt".
    static func find(inFileName name: String) -> Day? {
        name.utf8.split { !isDigit($0) && !isSeparator($0) }.lazy.compactMap { run in
            fileDate(run.split { !isDigit($0) }.map { String($0) ?? "" })
        }.first
    }

    private static func fileDate(_ parts: [String]) -> Day? {
        if let whole = parts.first(where: { $0.utf8.count == 8 }), parts.count <= 2 {
            return plausible(Int(whole.prefix(4)), Int(whole.dropFirst(4).prefix(2)), Int(whole.suffix(2)))
        }
        for start in parts.indices where start + 2 < parts.count && parts[start].utf8.count == 4 {
            let lengths = parts[(start + 1)...(start + 2)].map(\.utf8.count)
            guard lengths.allSatisfy({ $0 <= 2 }) else { continue }
            if let day = plausible(Int(parts[start]), Int(parts[start + 1]), Int(parts[start + 2])) { return day }
        }
        return nil
    }

    private static func iso(_ word: Substring) -> Day? {
        let date = word.prefix { $0 != "T" }
        return Day(iso: bare(date))
    }

    private static func day(_ day: String, _ month: String, _ year: String) -> Day? {
        guard let month = monthNumber(month), year.utf8.count == 4 else { return nil }
        var day = day.lowercased()
        for suffix in ["st", "nd", "rd", "th"] where day.hasSuffix(suffix) { day.removeLast(2) }
        return plausible(Int(year), month, Int(day))
    }

    /// News has been printed since 1600.
    private static func plausible(_ year: Int?, _ month: Int?, _ day: Int?) -> Day? {
        guard let year, let month, let day, (1600...2200).contains(year) else { return nil }
        return Day(year: year, month: month, day: day)
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    ]

    /// "July", "Jul.", "Sept"; nil for other words.
    static func monthNumber(_ word: some StringProtocol) -> Int? {
        let word = word.lowercased()
        guard word.utf8.count >= 3 else { return nil }
        if word == "sept" { return 9 }
        return months.firstIndex { $0 == word || ($0.hasPrefix(word) && word.utf8.count == 3) }.map { $0 + 1 }
    }

    private static func bare(_ word: Substring) -> String { word.trimmingMarks }
    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    private static func isSeparator(_ byte: UInt8) -> Bool { byte == 0x2d || byte == 0x5f || byte == 0x2e || byte == 0x2f }
    private static func without(_ range: Range<Int>, _ words: [Substring]) -> [Substring] {
        Array(words[..<range.lowerBound] + words[range.upperBound...])
    }
}
