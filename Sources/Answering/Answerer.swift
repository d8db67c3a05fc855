import Chronology
import FactStore
import Facts
import Lexicon
import Questions

/// Answers questions about a store, one conversation long.
///
/// A line goes through the grammar to syntax trees, through the compiler to a query, through a strategy to findings, and through the
/// builder to a response. The best reading that finds something answers. The same lines on the same store give the same responses.
public final class Answerer {
    private let store: FactStore
    private let asOf: Day?
    private var parts: Result<Parts, any Error>?
    private var dialogue = Dialogue()

    private struct Parts {
        var engine: Engine
        var grammar: EnglishGrammar
        var times: TimeReader
    }

    /// Opens nothing yet: the dictionaries are opened by the first question.
    public init(store: FactStore, asOf: Day?) {
        self.store = store
        self.asOf = asOf
    }

    /// Makes the conversation forget what "he", "it" and "there" refer to.
    public func forget() { dialogue.forget() }

    /// Never throws: what goes wrong is the response's status and message.
    public func answer(_ line: String) -> Response {
        do {
            return try respond(line, opened())
        } catch {
            return Response(question: line, status: .error, message: "\(error)")
        }
    }

    private func opened() throws -> Parts {
        if let parts { return try parts.get() }
        let result = Result {
            let wordNet = try WordNet.shared()
            let asOf = try self.asOf ?? Self.newestDay(store)
            return Parts(engine: Engine(store: store, asOf: asOf, wordNet: wordNet, verbs: try VerbLexicon.load()),
                         grammar: EnglishGrammar(vocabulary: StoreVocabulary(store: store), dictionary: wordNet), times: TimeReader(asOf: asOf))
        }
        parts = result
        return try result.get()
    }

    /// The day from which a question's "last August" counts, unless the person gave one.
    private static func newestDay(_ store: FactStore) throws -> Day? { try store.documents().compactMap(\.published).max() }

    private func respond(_ line: String, _ parts: Parts) throws -> Response {
        let parse = parts.grammar.parse(line)
        guard !parse.trees.isEmpty else { return Response(question: line, status: .notUnderstood, diagnostics: parse.diagnostics) }
        var refused: (query: ArticleQuery, response: Response)?
        for tree in parse.trees.prefix(3) {
            guard let query = compiled(tree, line, parts) else { continue }
            let response = try respond(query, parts)
            if response.status == .answered {
                dialogue.note(query, response.answers, engine: parts.engine)
                return response
            }
            if refused == nil { refused = (query, response) }
        }
        guard let (query, response) = refused else {
            return Response(question: line, status: .notUnderstood, message: "This goes on from an earlier question, and there is none.",
                            diagnostics: [Diagnostic(span: Span(0, line.unicodeScalars.count), message: "no question before it", suggestions: ["ask it in full"])])
        }
        dialogue.note(query, [], engine: parts.engine)
        return response
    }

    private func compiled(_ tree: QuestionTree, _ line: String, _ parts: Parts) -> ArticleQuery? {
        let compiler = QueryCompiler(line: line, phrases: parts.engine.phrases, predicates: parts.engine.predicates, times: parts.times,
                                     referents: dialogue.referents)
        if tree.mood == .followUp { return dialogue.last.flatMap { FollowUp(compiler: compiler, last: $0).completed(tree) } }
        return compiler.compile(tree)
    }

    private func respond(_ query: ArticleQuery, _ parts: Parts) throws -> Response {
        var outcome = try ArticleAnswerer(engine: parts.engine).answer(query)
        if dialogue.last != nil {
            let documents = dialogue.lastDocuments
            for index in outcome.found.indices where documents.contains(outcome.found[index].view.key.document) { outcome.found[index].score += 0.06 }
        }
        var response = ResponseBuilder(engine: parts.engine).response(query, outcome)
        response.understood = query.line
        return response
    }
}
