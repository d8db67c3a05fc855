import Facts

/// One row of a timeline. Facts of the same words, time and modality are one, and words that a longer row of the same time and modality
/// holds are not repeated.
public struct TimelineEntry: Sendable {
    /// The time in words: "1998", "since 2004-12".
    let time: String
    let start: ValidTime.Bound, end: ValidTime.Bound
    /// The fact's own.
    let text: String
    let modality: Modality
    private(set) var documents: [String]

    /// Whether it is not told as what happens.
    var isOpen: Bool { modality != .actual && modality != .generic }

    /// The fact's words, with its modality where it is not told as what happens.
    var words: String { isOpen ? "\(text) (\(modality.rawValue))" : text }

    /// - Parameter facts: those with a time in words count, in their order.
    public static func entries(of facts: [Fact]) -> [TimelineEntry] {
        var entries: [TimelineEntry] = []
        var places: [String: Int] = [:]
        for fact in facts {
            guard let time = fact.time, let words = PlainWords.time(time) else { continue }
            let key = "\(words) \(fact.modality) \(FoldedName(fact.text).text)"
            if let known = places[key] {
                if !entries[known].documents.contains(fact.evidence.document) { entries[known].documents.append(fact.evidence.document) }
                continue
            }
            places[key] = entries.count
            entries.append(TimelineEntry(time: words, start: time.start, end: time.end, text: fact.text, modality: fact.modality,
                                         documents: [fact.evidence.document]))
        }
        return entries.indices.filter { !isRepeated(entries[$0], in: entries) }.map { entries[$0] }
    }

    private static func isRepeated(_ entry: TimelineEntry, in entries: [TimelineEntry]) -> Bool {
        entries.contains { other in
            other.time == entry.time && other.modality == entry.modality && other.text.utf8.count > entry.text.utf8.count
                && Set(entry.documents).isSubset(of: other.documents) && other.text.contains(entry.text)
        }
    }
}

extension [TimelineEntry] {
    /// The days that begin and end them.
    var days: [Day] { flatMap { [$0.start.day, $0.end.day?.advanced(by: -1)] }.compactMap { $0 } }
}
