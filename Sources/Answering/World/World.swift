import FactStore
import Facts
import Questions

/// A closed world: the imported tables of a store in memory, as columns of small integers.
///
/// The order of entities, relations and rows is that of the store, so that the same tables give the same answers in the same order.
final class World {
    typealias ID = ValueTable.ID

    private(set) var values = ValueTable()
    private(set) var relations: [RelationTable] = []
    /// The tables' documents, by number.
    private(set) var documents: [String] = []
    /// Sentences that rows quote, by fact.
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
    private var relationNumbers: [String: Int] = [:]
    /// In the order of their names.
    private(set) var types: [WorldType] = []
    private var typeNumbers: [String: Int] = [:]
    /// By folded name; several things can share one.
    private var spellings: [String] = []
    private var names: [FoldedName: [ID]] = [:]
    private var entities: [EntityID: ID] = [:]
    private(set) var typesOfValue: [ID: [Int]] = [:]

    // MARK: Filling

    func addRow(_ relation: String, fact: String, of document: String = "", line: Int = 0, values row: [(Role, Value)], time: ValidTime?) {
        let table = relations[number(ofRelation: relation)]
        let ids = row.map { ($0.0, add($0.1)) }
        let place = RowPlace(document: number(ofDocument: document), line: Int32(clamping: line))
        table.append(fact: fact, at: place, values: ids, time: time.flatMap(Value.init).map { values.number(of: $0) } ?? RelationTable.none)
    }

    private func number(ofDocument name: String) -> Int32 {
        if let last = documents.indices.last, documents[last] == name { return Int32(last) }
        if let known = documents.firstIndex(of: name) { return Int32(known) }
        documents.append(name)
        return Int32(documents.count - 1)
    }

    func addType(_ type: String, of entity: Value, in document: String = "") {
        let id = add(entity)
        let number =
            typeNumbers[type]
            ?? {
                typeNumbers[type] = types.count
                types.append(WorldType(name: type, document: document))
                return types.count - 1
            }()
        types[number].members.append(id)
        typesOfValue[id, default: []].append(number)
    }

    /// Another name for a thing that rows or types speak of; others are passed over.
    func addName(_ name: String, ofEntity entity: EntityID) {
        if let id = entities[entity] { link(name, id) }
    }

    @discardableResult
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
        if names[folded] == nil { spellings.append(name) }
        if names[folded]?.contains(id) != true { names[folded, default: []].append(id) }
    }

    private func number(ofRelation name: String) -> Int {
        if let known = relationNumbers[name] { return known }
        relationNumbers[name] = relations.count
        relations.append(RelationTable(name: name))
        return relations.count - 1
    }

    // MARK: Asking

    var isEmpty: Bool { relations.isEmpty && types.isEmpty }

    func relation(_ name: String) -> RelationTable? { relationNumbers[name].map { relations[$0] } }
    func typeNumber(_ name: String) -> Int? { typeNumbers[name] }
    func type(_ name: String) -> WorldType? { typeNumbers[name].map { types[$0] } }

    /// Every name once, sorted.
    var nameSpellings: [String] { spellings.sorted() }

    /// The things with this name, in the order of the tables.
    func things(named name: String) -> [ID] { names[FoldedName(name)] ?? [] }

    /// For literals of queries and for what queries compute.
    func number(of value: Value) -> ID { values.number(of: value) }

    func text(_ id: ID) -> String { values[id].text }
}

struct WorldType {
    var name: String
    /// The table that says so.
    var document: String
    var members: [ValueTable.ID] = []
}

extension Value {
    init?(_ time: ValidTime) {
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
