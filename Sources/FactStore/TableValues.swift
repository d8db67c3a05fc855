import Facts

/// How the fields of an imported table are read as numbers and times.
enum TableValues {
    /// "254", "-65", "1,200,000", "0.5", "3e6"; nil for anything else, "inf" and "nan" included.
    static func number(_ field: String) -> Double? {
        guard let first = field.utf8.first, first == 0x2d || first == 0x2b || first == 0x2e || isDigit(first) else { return nil }
        let plain = field.contains(",") ? withoutThousands(field) : field
        guard let plain, let value = Double(plain), value.isFinite else { return nil }
        return value
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// Removes commas that part thousands; nil if they stand elsewhere.
    private static func withoutThousands(_ field: String) -> String? {
        let parts = field.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let groups = parts[0].split(separator: ",", omittingEmptySubsequences: false)
        guard groups.dropFirst().allSatisfy({ $0.utf8.count == 3 && $0.utf8.allSatisfy(isDigit) }),
              groups[0].utf8.count <= 4 else { return nil }
        return ([groups.joined()] + parts.dropFirst().map(String.init)).joined(separator: ".")
    }

    /// "2024", "2024-07", "2024-07-28", and intervals of them: "2019..2023" (both included), "2019..", "..2023", "2019/2023",
    /// "2019-2023"; nil for anything else.
    static func time(_ field: String) -> ValidTime? {
        if let days = period(field) {
            return ValidTime(start: .day(days.days.lowerBound), end: .day(days.days.upperBound), precision: days.precision, text: field,
                             origin: .stated, value: field)
        }
        guard let (from, to) = sides(field), !(from.isEmpty && to.isEmpty) else { return nil }
        let start = from.isEmpty ? nil : period(from)
        let end = to.isEmpty ? nil : period(to)
        guard from.isEmpty || start != nil, to.isEmpty || end != nil else { return nil }
        if let start, let end, end.days.upperBound <= start.days.lowerBound { return nil }
        return ValidTime(start: start.map { .day($0.days.lowerBound) } ?? .open, end: end.map { .day($0.days.upperBound) } ?? .open,
                         precision: .span, text: field, origin: .stated)
    }

    private static func sides(_ field: String) -> (String, String)? {
        for separator in ["..", "/", "–"] {
            if let range = field.range(of: separator) {
                return (trimmed(field[..<range.lowerBound]), trimmed(field[range.upperBound...]))
            }
        }
        let parts = field.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 4 }) else { return nil }
        return (String(parts[0]), String(parts[1]))
    }

    private static func trimmed(_ text: Substring) -> String {
        String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }

    private static func period(_ text: String) -> (days: Range<Day>, precision: ValidTime.Precision)? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isDigit) }), let year = Int(parts[0]),
              (3...4).contains(parts[0].utf8.count) else { return nil }
        switch parts.count {
        case 1:
            guard let first = Day(year: year, month: 1, day: 1), let next = Day(year: year + 1, month: 1, day: 1) else { return nil }
            return (first..<next, .year)
        case 2:
            guard parts[1].utf8.count == 2, let month = Int(parts[1]), let first = Day(year: year, month: month, day: 1) else { return nil }
            return (first..<first.advanced(by: Day.length(ofMonth: month, year: year)), .month)
        case 3:
            guard let day = Day(iso: text) else { return nil }
            return (day..<day.advanced(by: 1), .day)
        default: return nil
        }
    }
}
