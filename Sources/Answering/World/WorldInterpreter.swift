import Chronology
import FactStore
import Facts
import Questions

/// Answers questions about the imported tables of a store: a closed world, in which what the tables don't say is not so.
///
/// Opening takes time by the number of relations and types; rows are read as questions ask for them. A question takes some tenths of a
/// millisecond. Not for use from several threads at once.
public final class WorldInterpreter {
    /// What came of a question.
    public enum Outcome {
        case response(Response, reading: QuestionTree)
        /// No reading makes sense in this world: which word or phrase doesn't, and why; `isUnknown` where the world simply hasn't got it.
        case misfit(Diagnostic, isUnknown: Bool)
    }

    private let vocabulary: WorldVocabulary
    private let world: World
    /// Names and words of the world, for the grammar.
    public let words: WorldWords

    /// Nil for a store without imported tables.
    /// - Throws: `StoreError` where the store can't be read.
    init?(store: FactStore, rules: [InferenceRule] = [], limits: WorldSource.Limits = .init()) throws(StoreError) {
        world = try World(store: store, limits: limits)
        guard !world.isEmpty else { return nil }
        world.derive(rules)
        try store.cancellation.check()
        vocabulary = WorldVocabulary(world: world, lexicon: try store.lexicon())
        words = WorldWords(vocabulary, store: store, longestName: try store.longestName())
        try check()
    }

    /// - Throws: `StoreError` where the last question could not read the store.
    func check() throws(StoreError) { try world.source?.check() }

    /// Interprets the readings of a question, the likeliest first, and answers the one that fits the world best.
    /// - Parameters:
    ///   - asOf: the day from which "last year" counts.
    ///   - referents: what the question before was about.
    func answer(_ trees: [QuestionTree], question: String, asOf: Day? = nil, referents: WorldReferents = WorldReferents()) -> Outcome {
        world.forgetIfMuch()
        var best: (query: Query, tree: QuestionTree, cost: Int, others: [Query], notes: [String])?
        var misfit: Misfit?
        for (rank, tree) in trees.enumerated() where tree.mood != .followUp || trees.count == 1 {
            let found = ReadingSearch.cheapest { choices throws(Misfit) in
                let interpreter = TreeInterpreter(vocabulary: vocabulary, tree: tree, choices: choices, asOf: asOf, referents: referents)
                let query = try interpreter.query()
                if !vocabulary.isConsistent(query) { _ = try choices.choose([((), Self.nonsense)], else: Misfit(message: "")) }
                return (query, interpreter.substitutions)
            }
            guard let reading = found.readings.first else {
                if misfit == nil || misfit?.isUnknown == false { misfit = found.misfit ?? misfit }
                continue
            }
            if reading.cost + rank < best?.cost ?? .max {
                best = (reading.result.0, tree, reading.cost + rank, found.readings.dropFirst().map(\.result.0), reading.result.1)
            }
        }
        if let best {
            let response = response(best.query, answers(best.query), question: question, others: best.others, notes: best.notes)
            return .response(response, reading: best.tree)
        }
        let reason = misfit ?? Misfit(message: "the question was not understood")
        let span = reason.span ?? Span(0, question.unicodeScalars.count)
        return .misfit(Diagnostic(span: span, message: reason.message, suggestions: words.suggestions), isUnknown: reason.isUnknown)
    }

    /// Words of a line that are a slip away from what the tables know, the nearest first.
    func slips(in line: String) -> [WorldSlips.Slip] { WorldSlips(words: words, wordNet: vocabulary.wordNet).slips(in: line) }

    /// What it costs that nothing could ever satisfy a reading.
    private static let nonsense = 6

    func isThing(_ name: String) -> Bool { !name.isEmpty && !world.things(named: name).isEmpty }

    /// Whether two names are of one type, or stand in one column.
    func areAlike(_ name: String, _ other: String) -> Bool {
        vocabulary.kind(of: world.things(named: name)).meets(vocabulary.kind(of: world.things(named: other)))
    }

    /// Searches for what a query asks, as it stands; for the pattern language.
    func evaluated(_ query: Query) -> Evaluation.Outcome {
        world.forgetIfMuch()
        return Evaluation.run(query, over: world)
    }

    /// Puts what an evaluation has found into words, with the facts it rests on.
    func response(_ query: Query, _ outcome: Evaluation.Outcome, question: String) -> Response {
        response(query, (answers(query, outcome), outcome.isComplete), question: question, others: [], notes: [])
    }

    /// The facts on which the answers rest.
    func facts(of query: Query) -> (ids: Set<String>, isComplete: Bool) { Evaluation.facts(of: query, over: world) }

    /// Whether the tables have every relation that the query speaks of.
    public func covers(_ query: Query) -> Bool {
        query.relations.allSatisfy { world.relation($0) != nil }
    }

    /// The steps in which a query is joined, with the rows expected of each.
    public func plan(_ query: Query) -> [String] { Evaluation.run(query, over: world).plan }

    private func response(_ query: Query, _ found: (WorldAnswers, isComplete: Bool), question: String, others: [Query], notes: [String]) -> Response {
        var query = query
        var (builder, isComplete) = found
        var messages = notes
        for other in others where other != query {
            let alternative = answers(other)
            // A reading that the tables support is rather meant than one that they don't.
            if builder.answers.isEmpty { (query, builder, isComplete) = (other, alternative.0, alternative.1) }
            guard !alternative.0.answers.isEmpty, alternative.0.texts != builder.texts else { continue }
            messages.append(
                "read otherwise, \(PatternLanguage.print(other)), it gives " + alternative.0.texts.joined(separator: ", "))
            break
        }
        if !isComplete { messages.append("the search was cut off: there may be more answers") }
        if builder.answers.isEmpty { messages.insert("nothing in the tables satisfies this", at: 0) }
        return Response(
            question: question, status: builder.answers.isEmpty ? .noAnswer : .answered, understood: PatternLanguage.print(query),
            answers: builder.answers, message: messages.isEmpty ? nil : messages.joined(separator: "; "))
    }

    private func answers(_ query: Query) -> (WorldAnswers, isComplete: Bool) {
        let outcome = Evaluation.run(query, over: world)
        return (answers(query, outcome), outcome.isComplete)
    }

    private func answers(_ query: Query, _ outcome: Evaluation.Outcome) -> WorldAnswers {
        var answers = WorldAnswers(world: world, query: query, whole: vocabulary.lexicon.whole)
        answers.add(outcome.rows)
        return answers
    }
}
