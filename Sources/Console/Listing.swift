import Answering
import FactStore
import Facts
import Presentation

/// What is in a store, as rows: the commands and the dot-commands print the same listings.
public struct Listing {
    let store: FactStore

    public init(store: FactStore) { self.store = store }

    public func documents() throws(StoreError) -> Grid {
        let rows = try store.documents().map { document in
            [document.id, document.title ?? "", document.publisher ?? "", document.author ?? "",
             document.published.map(\.description) ?? "", document.publishedReason]
        }
        return Grid(columns: ["document", "title", "publisher", "author", "published", "date inferred from"], rows: rows)
    }

    public func entities(containing part: String? = nil) throws(StoreError) -> Grid {
        let wanted = part.map { FoldedName($0).text }
        let rows = try store.entities()
            .filter { entity in wanted.map { part in entity.names.contains { FoldedName($0.text).text.contains(part) } } ?? true }
            .map { entity in
                [entity.name, entity.type.rawValue, entity.names.dropFirst().map(\.text).joined(separator: "; "), entity.id.value]
            }
        return Grid(columns: ["name", "type", "other names", "id"], rows: rows)
    }

    public func facts(_ filter: FactFilter = FactFilter()) throws(StoreError) -> Grid {
        Grid(columns: ["fact", "predicate", "relation", "modality", "time", "source", "document", "id"],
             rows: try store.facts(filter).map { fact in
                 [fact.text, fact.predicate, fact.relation ?? "", (fact.polarity == .negative ? "not " : "") + fact.modality.rawValue,
                  fact.time.flatMap(PlainWords.time) ?? "", fact.attribution?.source ?? "", fact.evidence.document, fact.id]
             })
    }

    /// Facts for people: the words, and below them how they are meant, where they stand, and the id that `.retract` takes.
    public func factsText(_ filter: FactFilter = FactFilter(), width: Int, style: Style) throws(StoreError) -> String {
        try store.facts(filter).map { fact in
            if store.cancellation.isRequested { return "" }
            var notes = [fact.relation ?? fact.predicate, (fact.polarity == .negative ? "not " : "") + fact.modality.rawValue]
            if let time = fact.time.flatMap(PlainWords.time) { notes.append(time) }
            if let source = fact.attribution?.source { notes.append("according to \(source)") }
            let words = TextLayout.wrap(SafeText.escaped(fact.text), width: width, indent: "  ")
            let note = "\(notes.joined(separator: ", ")) — \(fact.evidence.document), \(fact.id)"
            let lines = TextLayout.wrap(SafeText.escaped(note), width: width, firstIndent: "    ", indent: "      ")
            return (words + lines.map(style.dim)).map { $0 + "\n" }.joined()
        }.joined()
    }

    /// Of the facts that name an entity in any role, or speak through it.
    public func filter(about name: String) throws(StoreError) -> FactFilter {
        FactFilter(participants: [.init(entities: try named(name).map(\.id), orSource: true)])
    }

    /// Facts that contradict each other; all, or those that a name takes part in.
    public func conflicts(about name: String? = nil) throws -> [Conflict] {
        let entities = try name.map { name in try named(name).map(\.id) }
        return try ConflictFinder(store: store).conflicts(about: entities)
    }

    /// Who is tied to a name by what; that nobody is, is an error.
    public func ties(of name: String) throws(StoreError) -> TieGraph {
        let graph = try TieGraph(around: try named(name), in: store)
        guard !graph.ties.isEmpty else { throw .badInput("No fact ties “\(name)” to another name") }
        return graph
    }

    /// What the facts tell about a name.
    public func profile(of name: String) throws(StoreError) -> Profile {
        let entities = try named(name)
        return Profile(of: entities, facts: try store.facts(FactFilter(participants: [.init(entities: entities.map(\.id), orSource: true)])))
    }

    /// The entities of a name; that there are none is an error.
    public func named(_ name: String) throws(StoreError) -> [Entity] {
        let entities = try store.entities(named: FoldedName(name))
        guard entities.isEmpty else { return entities }
        let near = try Spelling.nearest(to: FoldedName(name).text, in: store.allNames().map(\.name.text))
        let known = near.flatMap { near in try? store.entities(named: FoldedName(near)).first?.name }
        throw .badInput("no article mentions “\(name)”" + (known.map { "; did you mean \($0)?" } ?? ""))
    }

    public func search(_ words: String, limit: Int) throws(StoreError) -> Grid {
        Grid(columns: ["document", "sentence"], rows: try store.search(words, limit: limit).map { [$0.document, $0.text] })
    }

    /// The person's corrections that stand.
    public func corrections() throws(StoreError) -> Grid {
        Grid(columns: ["line", "day", "correction", "facts", "without effect because"], rows: try store.corrections().map { correction in
            ["\(correction.line)", correction.day.description, correction.words, "\(correction.facts)", correction.problem ?? ""]
        })
    }

    public func stats() throws(StoreError) -> Grid {
        let counts = try store.counts()
        return Grid(columns: ["what", "number"], rows: [
            ["documents", "\(counts.documents)"], ["sentences", "\(counts.sentences)"], ["facts", "\(counts.facts)"],
            ["entities", "\(counts.entities)"], ["names", "\(counts.names)"], ["mentions", "\(counts.mentions)"],
        ])
    }

    /// Dated facts in order of time.
    public func timeline(about name: String?, in period: Range<Day>?) throws(StoreError) -> Grid {
        let rows = try datedFacts(about: name, in: period).map { fact in
            [fact.time.flatMap(PlainWords.time) ?? "", fact.text, fact.modality.rawValue, fact.evidence.document]
        }
        return Grid(columns: ["time", "fact", "modality", "document"], rows: rows)
    }

    /// A timeline as a list with bars.
    public func timelineText(about name: String?, in period: Range<Day>?, width: Int, style: Style) throws(StoreError) -> String {
        let entries = TimelineEntry.entries(of: try datedFacts(about: name, in: period))
        guard !entries.isEmpty else { throw .badInput("The articles date nothing of this") }
        let sources = try store.documents().map { document in
            (document.id, [document.publisher ?? document.title ?? document.id, document.published?.description].compactMap { $0 }.joined(separator: ", "))
        }
        return TimelineText(entries, sources: Dictionary(sources) { first, _ in first }, width: width, style: style,
                            cancellation: store.cancellation).text
    }

    /// A timeline as a picture in SVG.
    public func timelinePicture(about name: String?, in period: Range<Day>?) throws(StoreError) -> String {
        let entries = TimelineEntry.entries(of: try datedFacts(about: name, in: period))
        guard !entries.isEmpty else { throw .badInput("No dated facts to draw") }
        return TimelinePicture(entries, title: "Timeline" + (name.map { " of \($0)" } ?? "")).svg
    }

    /// The facts of a timeline, in order of time.
    func datedFacts(about name: String?, in period: Range<Day>?) throws(StoreError) -> [Fact] {
        var filter = FactFilter(time: period, timeOrigins: period == nil ? [] : [.stated, .inherited])
        if let name { filter.participants = [.init(entities: try named(name).map(\.id), orSource: true)] }
        let dated = try store.facts(filter).compactMap { fact -> (Day, Fact)? in
            guard let time = fact.time, time.origin != .publication, let start = time.start.day ?? time.end.day else { return nil }
            return (start, fact)
        }
        return dated.enumerated().sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }.map(\.element.1)
    }
}
