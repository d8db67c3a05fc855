import Facts

/// One row of a timeline. Facts of the same words, time and modality are one, and words that a longer row of the same sentence, time
/// and modality holds are not repeated.
public struct TimelineEntry: Sendable {
    /// The time in words: "1998", "since 2004-12".
    public let time: String
    public let start: ValidTime.Bound, end: ValidTime.Bound
    /// The fact's own.
    public let text: String
    public let modality: Modality
    /// Of the first fact.
    public let fact: String
    public private(set) var documents: [String]

    /// Whether it is not told as what happens.
    public var isOpen: Bool { modality != .actual && modality != .generic }

    /// The fact's words, with its modality where it is not told as what happens.
    public var words: String { isOpen ? "\(text) (\(modality.rawValue))" : text }

    /// - Parameter facts: those with a time in words count, in their order.
    public static func entries(of facts: [Fact]) -> [TimelineEntry] {
        var entries: [TimelineEntry] = []
        var places: [String: Int] = [:]
        var bySentence: [String: [Int]] = [:]
        for fact in facts {
            guard let time = fact.time, let words = PlainWords.time(time) else { continue }
            let head = "\(words) \(fact.modality) "
            let key = head + FoldedName(fact.text).text
            if let known = places[key] {
                if !entries[known].documents.contains(fact.evidence.document) { entries[known].documents.append(fact.evidence.document) }
                continue
            }
            places[key] = entries.count
            bySentence["\(head)\(fact.evidence.sentence) \(fact.evidence.document)", default: []].append(entries.count)
            entries.append(TimelineEntry(time: words, start: time.start, end: time.end, text: fact.text, modality: fact.modality, fact: fact.id,
                                         documents: [fact.evidence.document]))
        }
        let repeated = bySentence.values.reduce(into: Set<Int>()) { $0.formUnion(Self.repeated($1, in: entries)) }
        return entries.indices.filter { !repeated.contains($0) }.map { entries[$0] }
    }

    /// Those of some entries whose words another one of them holds.
    private static func repeated(_ indices: [Int], in entries: [TimelineEntry]) -> [Int] {
        indices.count > mostOfSentence ? [] : indices.filter { index in
            entries[index].documents.count == 1 && indices.contains { other in
                entries[other].text.utf8.count > entries[index].text.utf8.count && entries[other].text.contains(entries[index].text)
            }
        }
    }

    /// More stand in no sentence, but in a table.
    private static let mostOfSentence = 100
}

extension [TimelineEntry] {
    /// The days that begin and end them.
    public var days: [Day] { flatMap { [$0.start.day, $0.end.day?.advanced(by: -1)] }.compactMap { $0 } }
}
