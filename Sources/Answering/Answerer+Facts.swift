import FactStore
import Questions

extension Answerer {
    /// The ids of the facts that meet a pattern, sorted: of exact work over the facts as tables, every fact on which some way of meeting it
    /// rests. A pattern that asks as an English question does (with `[who]`, `when: ?x` and the like) gives the facts behind its answers.
    ///
    /// - Throws: `StoreError`; a line that is no pattern, or speaks of what no fact tells, is one.
    public func facts(meeting line: String) throws -> [String] {
        let query: Query
        do {
            query = try PatternLanguage.parse(line)
        } catch {
            throw StoreError.badInput("\(line): \(error.message); `docs/patterns.md` has the language")
        }
        guard !query.relations.isEmpty else {
            throw StoreError.badInput("\(line): a pattern speaks of a relation, as command(?x, ?y) does")
        }
        let parts = try opened()
        if query.isAsked {
            let response = answer(line)
            if response.status == .error { throw StoreError.badInput(response.message ?? line) }
            return Set(response.answers.flatMap(\.facts)).sorted()
        }
        if let world = parts.world, world.covers(query) { return try Self.whole(world.facts(of: query)) }
        let world = try parts.facts.world()
        if let unknown = query.relations.first(where: { world.relation($0) == nil }) {
            throw StoreError.badInput("no fact is told with “\(unknown)”")
        }
        return try Self.whole(Evaluation.facts(of: query, over: world))
    }

    /// Half of the facts would pass for all of them.
    private static func whole(_ found: (ids: Set<String>, isComplete: Bool)) throws -> [String] {
        guard found.isComplete else { throw StoreError.badInput("the search takes too long; ask for less") }
        return found.ids.sorted()
    }
}
