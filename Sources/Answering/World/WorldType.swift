import FactStore

/// A type of a world with the things that are of it; those of the store are read when a question asks for them.
final class WorldType {
    typealias ID = ValueTable.ID

    let name: String
    /// The table that says so.
    let document: String
    /// What the store knows of the type; nil for one that it hasn't.
    let outline: WorldOutline.Kind?
    private let source: WorldSource?
    private let values: ValueTable
    private var isComplete: Bool
    private var known: [ID] = []
    private var isMember: [ID: Bool] = [:]

    /// A type without members.
    init(name: String, document: String, values: ValueTable) {
        self.name = name
        self.document = document
        self.values = values
        outline = nil
        source = nil
        isComplete = true
    }

    init(_ outline: WorldOutline.Kind, values: ValueTable, source: WorldSource) {
        name = outline.name
        document = outline.document
        self.values = values
        self.outline = outline
        self.source = source
        isComplete = false
    }

    func append(_ member: ID) {
        complete()
        known.append(member)
        isMember[member] = true
    }

    var count: Int { isComplete ? known.count : outline?.members ?? 0 }

    /// By name.
    var members: [ID] {
        complete()
        return known
    }

    func contains(_ value: ID) -> Bool {
        if !isComplete, let source, count <= source.limits.table { complete() }
        if isComplete { return isMember[value] != nil }
        if let known = isMember[value] { return known }
        let found = values.stored(value).contains { stored in
            guard case .thing(let row) = stored, let source else { return false }
            return source.read(or: false) { store throws(StoreError) in try store.isWorldThing(row, ofType: name) }
        }
        isMember[value] = found
        return found
    }

    private func complete() {
        guard !isComplete else { return }
        isComplete = true
        let things = source?.read(or: []) { store throws(StoreError) in try store.worldThings(ofType: name) } ?? []
        known = things.map(values.number(of:))
        isMember = Dictionary(known.map { ($0, true) }) { first, _ in first }
    }
}
