import Facts
import FactStore
import Presentation

/// One thing that a sentence says.
struct FactClause {
    var stored: StoredFact
    /// Ids of facts whose words it holds.
    var held: [String] = []

    var fact: Fact { stored.fact }

    /// Whether the sentence itself is the clause.
    var isWhole: Bool { stored.sentence != nil && FoldedName(fact.text) == FoldedName(fact.evidence.quote) }
}

/// One sentence of a document with what is read from it for one time.
struct FactEntry {
    /// In words; nil where the facts have none.
    var time: String?
    var year: Int?
    var clauses: [FactClause]
    /// What else the sentence says, for no time of its own.
    var beside: [FactClause] = []

    var first: StoredFact { clauses[0].stored }
    var source: DocumentHead { first.source }
    fileprivate var place: String { first.place }
}

extension StoredFact {
    /// Its sentence; a row of a table stands alone.
    fileprivate var place: String { "\(fact.evidence.sentence) \(fact.evidence.sentence < 0 ? fact.id : source.id)" }
}

/// Facts in order of time: first those with a date of their own, by year, then the others by the day of their report.
struct FactEntries {
    private(set) var dated: [FactEntry] = []
    private(set) var undated: [FactEntry] = []

    init(_ facts: [StoredFact]) {
        let told = facts.enumerated().map { (offset: $0.offset, fact: $0.element, day: Self.day(of: $0.element.fact)) }
        let sorted = told.filter { $0.day != nil }.sorted { ($0.day!, $0.offset) < ($1.day!, $1.offset) }
        dated = Self.entries(sorted.map { ($0.fact, $0.day) })
        let reported = told.filter { $0.day == nil }.map { ($0.offset, $0.fact, $0.fact.source.published) }.sorted { a, b in
            (a.2?.number ?? .max, a.0) < (b.2?.number ?? .max, b.0)
        }
        let places = Dictionary(dated.enumerated().map { ($0.element.place, $0.offset) }, uniquingKeysWith: { first, _ in first })
        for entry in Self.entries(reported.map { ($0.1, nil) }) {
            if let known = places[entry.place] { dated[known].beside += entry.clauses } else { undated.append(entry) }
        }
    }

    /// In the order of the page.
    var clauses: [FactClause] { (dated + undated).flatMap { $0.clauses + $0.beside } }

    private static func day(of fact: Fact) -> Day? {
        guard let time = fact.time, time.origin != .publication else { return nil }
        return time.start.day ?? time.end.day
    }

    private static func entries(_ facts: [(fact: StoredFact, day: Day?)]) -> [FactEntry] {
        var entries: [FactEntry] = []
        var places: [String: Int] = [:]
        for (stored, day) in facts {
            let time = day == nil ? nil : stored.fact.time.flatMap { ReadableTime.words($0) }
            let key = "\(time ?? "") \(stored.place)"
            if let known = places[key] {
                entries[known].clauses.append(FactClause(stored: stored))
            } else {
                places[key] = entries.count
                entries.append(FactEntry(time: time, year: day?.year, clauses: [FactClause(stored: stored)]))
            }
        }
        return entries.map { entry in
            var entry = entry
            entry.clauses = longest(of: entry.clauses)
            return entry
        }
    }

    /// The clauses whose words no longer one holds that means them the same way; of those with the same words the first.
    private static func longest(of clauses: [FactClause]) -> [FactClause] {
        var kept: [FactClause] = []
        let order = clauses.indices.sorted { a, b in
            let (x, y) = (clauses[a].fact.text.utf8.count, clauses[b].fact.text.utf8.count)
            return x != y ? x > y : a < b
        }
        for index in order {
            let clause = clauses[index]
            if let holder = kept.firstIndex(where: { holds($0.fact, clause.fact) }) { kept[holder].held.append(clause.fact.id) } else { kept.append(clause) }
        }
        let positions = Dictionary(clauses.indices.map { (clauses[$0].fact.id, $0) }, uniquingKeysWith: { first, _ in first })
        return kept.sorted { (positions[$0.fact.id] ?? 0) < (positions[$1.fact.id] ?? 0) }
    }

    private static func holds(_ fact: Fact, _ other: Fact) -> Bool {
        fact.text.contains(other.text) && fact.modality == other.modality && fact.polarity == other.polarity
            && fact.attribution?.source == other.attribution?.source
    }
}
