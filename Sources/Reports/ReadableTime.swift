import Facts
import Presentation

/// Days and times as a newspaper writes them: "27 July 2024", "since December 2004".
enum ReadableTime {
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ]

    static func words(_ day: Day) -> String { words("\(day)") }

    /// Nil for an unknown time.
    static func words(_ time: ValidTime) -> String? { PlainWords.time(time).map(words) }

    /// The text with its ISO dates written out, two of one month or year with a dash.
    static func words(_ text: String) -> String {
        let joined = text.replacing(/(\d{4})-(\d{2})-(\d{2}) to (\d{4})-(\d{2})-(\d{2})/) { match in
            guard match.1 == match.4 else { return "\(match.1)-\(match.2)-\(match.3) – \(match.4)-\(match.5)-\(match.6)" }
            guard let first = Int(match.3), let last = Int(match.6), match.2 == match.5 else {
                return "\(written(day: match.3, month: match.2)) – \(match.4)-\(match.5)-\(match.6)"
            }
            return "\(first)–\(last) \(written(day: nil, month: match.2)) \(match.1)"
        }
        return joined.replacing(/\b(\d{4})-(\d{2})(?:-(\d{2}))?\b/) { match in
            Int(match.2).map { months.indices.contains($0 - 1) } ?? false ? "\(written(day: match.3, month: match.2)) \(match.1)" : String(match.0)
        }
    }

    private static func written(day: Substring?, month: Substring) -> String {
        let name = Int(month).flatMap { months.indices.contains($0 - 1) ? months[$0 - 1] : nil } ?? String(month)
        return (day.flatMap { Int($0) }.map { "\($0) " } ?? "") + name
    }
}
