import FactStore
import Facts
import Questions

/// A closed world: the imported tables of a store, read as questions ask for them, and rows that were added to them.
///
/// Relations and types are in the order of their names, the rows of small tables in that of subject, object and remaining content, so that
/// the same tables give the same answers in the same order.
final class World {
    typealias ID = ValueTable.ID

    let values: ValueTable
    private(set) var relations: [RelationTable] = []
    /// Of added rows, by number.
    private(set) var documents: [String] = []
    /// Sentences that added rows quote, by fact.
    var quotations: [String: WorldQuotation] = [:]
    /// Articles by name, for citations of their sentences.
    var cited: [String: StoredDocument] = [:]
    /// By fact, where it isn't what is or was.
    var modalities: [String: Modality] = [:]
    /// Of rows that rules made, by fact.
    var derivations: [String: Derivation] = [:]
    /// Asked while the rows are searched.
    var cancellation = Cancellation.never
    /// Whether a name may be words of longer ones: over articles, whose things are described rather than named.
    var matchesWords = false
    let source: WorldSource?
    /// How many things there are of each of the store's regions.
    let regions: [Int]
    private var relationNumbers: [String: Int] = [:]
    private(set) var types: [WorldType] = []
    private var typeNumbers: [String: Int] = [:]
    /// By folded name; several things can share one. Of a large world those that were looked for.
    private var names: [FoldedName: [ID]] = [:]
    /// The same as it was written: a question has one name looked up many times.
    private var namesAsWritten: [String: [ID]] = [:]
    private var hasAllNames = false
    private var entities: [EntityID: ID] = [:]
    private var typesOfValue: [ID: [String]] = [:]
    private var columnsOfValue: [ID: Set<Column>] = [:]
    /// Whether the store has so few rows that they may all be read.
    private let isSmall: Bool

    init() {
        values = ValueTable()
        source = nil
        regions = []
        isSmall = true
    }

    /// The imported tables of a store. Costs time by the number of relations and types, not of rows.
    /// - Throws: `StoreError` where the store can't be read.
    init(store: FactStore, limits: WorldSource.Limits = WorldSource.Limits()) throws(StoreError) {
        let source = WorldSource(store: store, limits: limits)
        let outline = try store.worldOutline()
        values = ValueTable(source: source)
        self.source = source
        regions = outline.regions
        isSmall = outline.relations.reduce(0) { $0 + $1.facts } <= limits.world
        cancellation = store.cancellation
        for relation in outline.relations {
            relationNumbers[relation.name] = relations.count
            relations.append(RelationTable(relation, values: values, source: source))
        }
        for type in outline.types {
            typeNumbers[type.name] = types.count
            types.append(WorldType(type, values: values, source: source))
        }
        if isSmall, !isEmpty { try readThings(of: store) }
    }

    /// Names and types of a small world are looked up in memory.
    private func readThings(of store: FactStore) throws(StoreError) {
        guard let things = try store.worldThingsByName(most: WorldSource.mostNames) else { return }
        hasAllNames = true
        names = things.mapValues { $0.filter(\.isNamed).map(values.number(of:)) }.filter { !$0.value.isEmpty }
        let types = try store.worldTypesByThing()
        for thing in names.values.joined() { typesOfValue[thing] = values.row(thing).flatMap { types[$0] } ?? [] }
    }

    // MARK: Filling

    func addRow(_ relation: String, fact: String, of document: String = "", line: Int = 0, values row: [(Role, Value)], time: ValidTime?) {
        let table = relations[number(ofRelation: relation)]
        let ids = row.map { ($0.0, add($0.1)) }
        let origin = RowOrigin.added(fact: fact, document: number(ofDocument: document), line: Int32(clamping: line))
        table.append(origin, values: ids, time: time.flatMap(Value.init).map { values.number(of: $0) } ?? RelationTable.none)
    }

    private func number(ofDocument name: String) -> Int32 {
        if let last = documents.indices.last, documents[last] == name { return Int32(last) }
        if let known = documents.firstIndex(of: name) { return Int32(known) }
        documents.append(name)
        return Int32(documents.count - 1)
    }

    func addType(_ type: String, of entity: Value) {
        let id = add(entity)
        let number =
            typeNumbers[type]
            ?? {
                typeNumbers[type] = types.count
                types.append(WorldType(name: type, document: "", values: values))
                return types.count - 1
            }()
        types[number].append(id)
        typesOfValue[id, default: []].append(type)
    }

    /// Another name for a thing that rows or types speak of; others are passed over.
    func addName(_ name: String, ofEntity entity: EntityID) {
        if let id = entities[entity] { link(name, id) }
    }

    private func add(_ value: Value) -> ID {
        let known = values.count
        let id = values.number(of: value)
        if id == known, case .entity(let entity, let name) = value {
            entities[entity] = id
            link(name, id)
        }
        return id
    }

    private func link(_ name: String, _ id: ID) {
        let folded = FoldedName(name)
        if names[folded]?.contains(id) != true { names[folded, default: []].append(id) }
        if !namesAsWritten.isEmpty { namesAsWritten = [:] }
    }

    private func number(ofRelation name: String) -> Int {
        if let known = relationNumbers[name] { return known }
        relationNumbers[name] = relations.count
        relations.append(RelationTable(name: name, values: values))
        return relations.count - 1
    }

    // MARK: Asking

    var isEmpty: Bool { relations.isEmpty && types.isEmpty }

    func relation(_ name: String) -> RelationTable? { relationNumbers[name].map { relations[$0] } }
    func typeNumber(_ name: String) -> Int? { typeNumbers[name] }
    func type(_ name: String) -> WorldType? { typeNumbers[name].map { types[$0] } }

    /// The things with this name, those shown by it first.
    func things(named name: String) -> [ID] {
        if let known = namesAsWritten[name] { return known }
        if namesAsWritten.count >= Self.mostNames { namesAsWritten = [:] }
        let things = things(named: FoldedName(name))
        namesAsWritten[name] = things
        return things
    }

    private static let mostNames = 10_000

    private func things(named folded: FoldedName) -> [ID] {
        if let known = names[folded] { return known }
        guard let source, !hasAllNames else { return [] }
        let things = source.read(or: []) { store throws(StoreError) in try store.worldThings(named: folded) }
        let found = things.filter(\.isNamed).map(values.number(of:))
        names[folded] = found
        return found
    }

    /// All names; nil for a large world.
    var allNames: Set<FoldedName>? { hasAllNames ? Set(names.keys) : nil }

    func types(of thing: ID) -> [String] {
        if let known = typesOfValue[thing] { return known }
        guard let source, let row = values.row(thing) else { return [] }
        let types = source.read(or: []) { store throws(StoreError) in try store.worldTypes(ofThing: row) }
        typesOfValue[thing] = types
        return types
    }

    private struct Column: Hashable {
        var relation: Int64
        var role: Role
    }

    /// Whether a thing stands in a column.
    func stands(_ thing: ID, in table: RelationTable, _ role: Role) -> Bool {
        guard !isSmall, !table.hasAddedRows, let relation = table.outline?.row, let row = values.row(thing) else { return table.hasRow(role, thing) }
        let columns = columns(of: thing, row)
        let sides: [Role] = table.isSymmetric && (role == .agent || role == .patient) ? [.agent, .patient] : [role]
        return sides.contains { columns.contains(Column(relation: relation, role: $0)) }
    }

    private func columns(of thing: ID, _ row: Int64) -> Set<Column> {
        if let known = columnsOfValue[thing] { return known }
        let found = source?.read(or: []) { store throws(StoreError) in try store.worldColumns(ofThing: row) } ?? []
        let columns = Set(found.map { Column(relation: $0.relation, role: $0.role) })
        columnsOfValue[thing] = columns
        return columns
    }

    /// For literals of queries and for what queries compute.
    func number(of value: Value) -> ID { values.number(of: value) }

    func text(_ id: ID) -> String { values[id].text }

    // MARK: Memory

    private static let mostRows = 500_000

    /// To be called before a question: lets go of what earlier ones have read, where that is much.
    func forgetIfMuch() {
        guard relations.reduce(0, { $0 + $1.forgettable }) > Self.mostRows else { return }
        for table in relations { table.forget() }
    }
}

extension WorldThing {
    /// Whether its name is one, rather than a date.
    var isNamed: Bool { if case .entity = Value.thing(id, name) { true } else { false } }
}

extension Value {
    init?(_ time: ValidTime) {
        self.init((time.start, time.end))
    }

    init?(_ time: (start: ValidTime.Bound, end: ValidTime.Bound)) {
        guard time.start.day != nil || time.end.day != nil else { return nil }
        self = .date(DateRange(start: time.start.day, end: time.end.day))
    }

    /// As an answer gives it: the name, the number with its unit, the date in its shortest form.
    var text: String {
        switch self {
        case .entity(_, let name): name
        case .number(let value, let unit): NumberText.text(value) + (unit.isEmpty ? "" : " " + unit)
        case .date(let range): DateText.text(range)
        }
    }
}

enum NumberText {
    /// Whole numbers plain, others to at most two decimals.
    static func text(_ value: Double) -> String {
        guard value.magnitude < 1e15 else { return String(value) }
        let hundredths = (value * 100).rounded()
        let whole = Int64(hundredths / 100)
        let rest = Int64(hundredths.magnitude) % 100
        if rest == 0 { return String(whole) }
        let sign = hundredths < 0 && whole == 0 ? "-" : ""
        return sign + String(whole) + "." + (rest % 10 == 0 ? String(rest / 10) : (rest < 10 ? "0" : "") + String(rest))
    }
}

enum DateText {
    static func text(_ range: DateRange) -> String {
        var query = PatternLanguage.print(Query(targets: [Query.Target(.term(.date(range)))], body: .always))
        if query.first == "@" { query.removeFirst() }
        return query
    }
}
