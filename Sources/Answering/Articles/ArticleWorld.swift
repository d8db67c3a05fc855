import FactStore
import Facts
import Questions

/// The facts of the articles as tables, for patterns that join, count, order or deny: what is exact work over rows, whatever they come from.
///
/// Every predicate and canonical relation is a table with a column a role; things are entities or, without one, words. Denied facts stand in
/// tables of their own, `[negative]`, and so do those of each modality. Built when first asked for.
final class ArticleWorld {
    private let store: FactStore
    private let names: EntityNames
    private let rules: RuleBook
    private var built: World?

    init(store: FactStore, names: EntityNames, rules: RuleBook) {
        self.store = store
        self.names = names
        self.rules = rules
    }

    /// - Throws: `StoreError` where the store can't be read.
    func world() throws(StoreError) -> World {
        if let built { return built }
        let world = World()
        world.cancellation = store.cancellation
        world.matchesWords = true
        var spans: [String: [Span]] = [:]
        for document in try store.documents() {
            world.cited[document.id] = document
            spans[document.id] = try store.sentences(of: document.id).map(\.span)
        }
        var typed: Set<TypedThing> = []
        for fact in try store.facts() where fact.rule != "import" {
            let evidence = fact.evidence
            let own = spans[evidence.document] ?? []
            let span = own.indices.contains(evidence.sentence) ? own[evidence.sentence] : evidence.span
            world.quotations[fact.id] = WorldQuotation(document: evidence.document, span: span, text: evidence.quote)
            add(fact, to: world, &typed)
        }
        for known in try store.allNames() { world.addName(known.text, ofEntity: known.entity) }
        world.derive(rules.all)
        try store.cancellation.check()
        built = world
        return world
    }

    private struct TypedThing: Hashable {
        var value: Value
        var type: String
    }

    private func add(_ fact: Fact, to world: World, _ typed: inout Set<TypedThing>) {
        var row: [(Role, Value)] = []
        for argument in fact.arguments where !row.contains(where: { $0.0 == argument.role }) {
            let value = self.value(argument)
            row.append((argument.role, value))
            if argument.role != .attribute, let type = argument.entity.flatMap({ names.entity($0)?.type }) ?? argument.type,
                typed.insert(TypedThing(value: value, type: type.rawValue)).inserted
            {
                world.addType(type.rawValue, of: value)
            }
        }
        guard !row.isEmpty else { return }
        if fact.modality != .actual { world.modalities[fact.id] = fact.modality }
        for name in Set([fact.predicate, fact.relation ?? fact.predicate]).sorted() {
            let marks = World.marks(fact.modality, fact.polarity)
            for mark in marks { world.addRow(name + mark, fact: fact.id, of: fact.evidence.document, values: row, time: fact.time) }
        }
    }

    private func value(_ argument: Argument) -> Value {
        // What somebody is stays in words: "the chief executive" is the person too.
        if let id = argument.entity, argument.role != .attribute { return .entity(id, name: names.name(id) ?? argument.text) }
        if let quantity = argument.quantity, argument.type == .quantity || argument.type == .money { return .quantity(quantity) }
        return .entity(EntityID("words/" + FoldedName(argument.text).text), name: argument.text)
    }
}
