import Answering
import FactStore
import Facts

/// What a reader must know beside an answer's own words: when, whether it happened, who says so.
public enum PlainWords {
    /// "1998", "2004-10", "2024-07-27 to 2024-07-28", "since 2004-12", "reported 2024-07-27"; nil for an unknown time.
    public static func time(_ time: ValidTime) -> String? {
        if time.origin == .publication {
            let day = time.start.day ?? time.end.day?.advanced(by: -1)
            return day.map { "reported \($0)" }
        }
        switch (time.start, time.end) {
        case (.day(let start), .day(let end)): return span(from: start, to: end.advanced(by: -1), precision: time.precision)
        case (.day(let start), .open): return "since \(start)"
        case (.day(let start), .unknown): return "from \(start)"
        case (_, .day(let end)): return "until \(end.advanced(by: -1))"
        default: return time.text.isEmpty ? nil : time.text
        }
    }

    private static func span(from first: Day, to last: Day, precision: ValidTime.Precision) -> String {
        if first >= last { return first.description }
        let isWhole = first.civil.day == 1 && last.advanced(by: 1).civil.day == 1
        if isWhole, first.year == last.year, first.month == last.month { return String(first.description.prefix(7)) }
        if isWhole, first.month == 1, last.month == 12 {
            return first.year == last.year ? "\(first.year)" : "\(first.year) to \(last.year)"
        }
        return isWhole ? "\(first.description.prefix(7)) to \(last.description.prefix(7))" : "\(first) to \(last)"
    }

    /// "expected, not yet", "according to U.S. officials", "inferred", joined by commas; empty when there is nothing to add.
    public static func qualifiers(of answer: Answer) -> String {
        var parts: [String] = []
        if let modality = modality(of: answer) { parts.append(modality) }
        if let attribution = answer.attribution, !answer.text.contains(attribution.source) {
            parts.append("according to \(attribution.source)")
        }
        switch answer.support {
        case .inferred: parts.append("inferred")
        case .given: parts.append("as given")
        case .stated, .asserted: break
        }
        parts += answer.corrections.map(saidSo)
        return parts.joined(separator: ", ")
    }

    /// "you said so on 2026-11-28", with what was said where it is no fact.
    private static func saidSo(_ correction: RestingOn) -> String {
        "you said so on \(correction.day)" + (correction.fact == nil ? " (\(correction.words))" : "")
    }

    private static func modality(of answer: Answer) -> String? {
        let head = answer.text.split(separator: " ").first.map(String.init) ?? ""
        if ["Yes", "No", "Not", "Planned", "Expected"].contains(where: head.hasPrefix) { return nil }
        switch answer.modality {
        case .actual, .generic: return nil
        case .planned: return "planned, not yet"
        case .expected: return "expected, not yet"
        case .possible: return "possible, not certain"
        case .recommended: return "recommended, not done"
        case .conditional: return "only under a condition"
        }
    }

    /// "The Washington Post, 2024-07-27", or the document's name where nothing is known of it.
    public static func source(of citation: Citation) -> String {
        let date = citation.published.map(\.description)
        let name = citation.publisher ?? citation.title ?? citation.document
        return [name, date, citation.row.map { "row \($0)" }].compactMap { $0 }.joined(separator: ", ")
    }
}
