import Chronology
import FactStore
import Facts
import Lexicon
import Questions

/// Answers questions about a store, one conversation long.
///
/// A line goes through the grammar to syntax trees. Where the store has imported tables and the trees make sense in their world, that
/// answers. Else the trees go through the compiler to a query, through a strategy to findings, and through the builder to a response; the
/// first reading that finds something answers. The same lines on the same store give the same responses.
public final class Answerer {
    /// Whether passages are read for what no reading of the facts answers. Off only to see what the facts alone answer.
    public var readsPassages = true
    /// What the last answer took its time for.
    public private(set) var stages: [Explanation.Stage] = []
    private let store: FactStore
    private let asOf: Day?
    private var parts: Result<Parts, any Error>?
    var dialogue = Dialogue()
    /// The last line asked, with the conversation before it.
    private var earlier: (line: String, dialogue: Dialogue)?
    private lazy var rewordings = Result { try Rewordings() }
    private let clock = ContinuousClock()
    /// What the line at hand was understood as, where articles answer it or refuse; put into the pattern language only at the end.
    var understood: (query: ArticleQuery, isLoose: Bool)?

    struct Parts {
        var engine: Engine
        /// The articles' facts as tables, for patterns.
        var facts: ArticleWorld
        var grammar: EnglishGrammar
        var times: TimeReader
        var patterns: ArticlePattern
        var asOf: Day?
        /// The imported tables, where the store has some.
        var world: WorldInterpreter?
        /// Whether there is nothing but tables.
        var isWorldAlone: Bool
    }

    /// Opens nothing yet: the dictionaries are opened by the first question.
    public init(store: FactStore, asOf: Day?) {
        self.store = store
        self.asOf = asOf
    }

    /// Goes on with the conversation of another answerer, whose store has been corrected since.
    public init(store: FactStore, asOf: Day?, after earlier: Answerer) {
        self.store = store
        self.asOf = asOf
        dialogue = earlier.dialogue
        dialogue.lastOverTables = nil
    }

    /// Makes the conversation forget what "he", "it" and "there" refer to.
    public func forget() {
        dialogue.forget()
        earlier = nil
    }

    /// Never throws: what goes wrong is the response's status and message.
    public func answer(_ line: String) -> Response {
        earlier = (line, dialogue)
        let explanation = explained(line)
        stages = explanation.stages
        return explanation.response
    }

    /// Answers a line and tells how: what the grammar read, the query, the facts tried, the time of each stage. The conversation stays as
    /// it
    /// is; the line that was asked last is explained as it was asked.
    public func explain(_ line: String) -> Explanation {
        let saved = dialogue
        defer { dialogue = saved }
        if let earlier, earlier.line == line { dialogue = earlier.dialogue }
        return explained(line)
    }

    private func explained(_ line: String) -> Explanation {
        var explanation = Explanation(of: line)
        let before = dialogue
        do {
            let parts = try opened()
            parts.engine.forget()
            understood = nil
            try respond(line, parts, &explanation)
            if !PatternLanguage.looksLikePattern(line) {
                if explanation.response.status == .noAnswer { try reword(line, parts, &explanation) }
                if [.noAnswer, .notUnderstood].contains(explanation.response.status) { try readPassages(line, parts, &explanation) }
            }
            if let understood {
                explanation.pattern = PatternLanguage.print(parts.patterns.pattern(of: understood.query, isLoose: understood.isLoose))
                explanation.response.understood = explanation.pattern
            }
            try explanation.response.noteCorrections(of: store)
            try store.cancellation.check()
            try parts.engine.source.check()
            try parts.world?.check()
        } catch StoreError.cancelled {
            // What was opened or kept meanwhile may be half of itself.
            parts = nil
            dialogue = before
            explanation.response = Response(question: line, status: .error, message: "\(StoreError.cancelled)")
        } catch {
            explanation.response = Response(question: line, status: .error, message: "\(error)")
        }
        return explanation
    }

    /// Where the question's own words find nothing, other words for the same may.
    private func reword(_ line: String, _ parts: Parts, _ explanation: inout Explanation) throws {
        let before = dialogue
        let refused = understood
        for variant in try rewordings.get().variants(of: line).prefix(4) {
            var other = Explanation(of: line, stages: explanation.stages)
            try respond(variant, parts, &other)
            guard other.response.status == .answered else {
                dialogue = before
                understood = refused
                continue
            }
            other.response.question = line
            explanation = other
            return
        }
    }

    func opened() throws -> Parts {
        if let parts { return try parts.get() }
        let result = Result {
            let wordNet = try WordNet.shared()
            let asOf = try self.asOf ?? Self.newestDay(store)
            let rules = try Self.rules(store)
            let world = try WorldInterpreter(store: store, rules: rules.own)
            let engine = Engine(store: store, asOf: asOf, wordNet: wordNet, verbs: try VerbKnowledge(), rules: rules)
            let grammar = world.map { EnglishGrammar(vocabulary: $0.words, dictionary: wordNet) }
            let times = TimeReader(asOf: asOf)
            let patterns = ArticlePattern(notation: PhraseNotation(phrases: engine.phrases), predicates: engine.predicates, times: times)
            return Parts(engine: engine, facts: ArticleWorld(store: store, names: engine.names, rules: rules),
                         grammar: grammar ?? EnglishGrammar(vocabulary: StoreVocabulary(store: store, wordNet: wordNet),
                                                            dictionary: wordNet),
                         times: times, patterns: patterns, asOf: asOf, world: world,
                         isWorldAlone: try world != nil && store.documents().allSatisfy { $0.kind == .table || $0.kind == .assertion })
        }
        parts = result
        return try result.get()
    }

    /// The program's rules, and the person's own beside the store.
    private static func rules(_ store: FactStore) throws -> RuleBook {
        let own = (try? ResourceFile(path: "\(store.path).rules"))?.text ?? ""
        return try RuleBook(program: ResourceFile(target: "Answering", name: "inference.rules").text, own: own)
    }

    /// The day from which a question's "last August" counts, unless the person gave one.
    private static func newestDay(_ store: FactStore) throws -> Day? { try store.newestPublication() }

    private func respond(_ line: String, _ parts: Parts, _ explanation: inout Explanation) throws {
        if PatternLanguage.looksLikePattern(line) { return respond(toPattern: line, parts, &explanation) }
        let parse = timed("grammar", &explanation) { parts.grammar.parse(line) }
        explanation.readings = parse.trees
        guard !parse.trees.isEmpty else {
            explanation.response = Response(question: line, status: .notUnderstood, diagnostics: parse.diagnostics)
            return
        }
        if let world = parts.world, answered(by: world, parse.trees, line, parts, &explanation) { return }
        try answerFromArticles(parse, line, parts, &explanation)
    }

    /// False where the tables have no words for the question and articles may answer it.
    private func answered(by world: WorldInterpreter, _ trees: [QuestionTree], _ line: String, _ parts: Parts,
                          _ explanation: inout Explanation) -> Bool {
        let asked = dialogue.lastOverTables
        let referents = asked?.referents ?? WorldReferents()
        let outcome = timed("tables", &explanation) { _ in
            if let asked, trees[0].mood == .followUp, let found = followed(asked, trees[0], line, parts, world, referents) { return found }
            return world.answer(trees, question: line, asOf: parts.asOf, referents: referents)
        }
        switch outcome {
        case .response(let response, let reading):
            dialogue.lastOverTables = WorldTurn(reading, answers: response.answers, before: asked, isName: world.isThing)
            explanation.response = response
            explanation.pattern = response.understood ?? ""
            return true
        case .misfit(let diagnostic, let isUnknown):
            guard parts.isWorldAlone else { return false }
            let diagnostic = slip(in: line, parts, world) ?? diagnostic
            explanation.response = Response(question: line, status: isUnknown ? .noAnswer : .notUnderstood, message: diagnostic.message,
                                            diagnostics: [diagnostic])
            return true
        }
    }

    /// A word a slip away from one of the tables' with which the line makes sense.
    private func slip(in line: String, _ parts: Parts, _ world: WorldInterpreter) -> Diagnostic? {
        for slip in world.slips(in: line) {
            let corrected = slip.corrected(line)
            guard case .response = world.answer(parts.grammar.parse(corrected).trees, question: corrected, asOf: parts.asOf) else { continue }
            return Diagnostic(span: slip.span, message: "“\(slip.written)” is not known here; did you mean “\(slip.meant)”?",
                              suggestions: [corrected])
        }
        return nil
    }

    /// A fragment as the question that it means after the one before; nil where it makes none.
    private func followed(_ asked: WorldTurn, _ fragment: QuestionTree, _ line: String, _ parts: Parts, _ world: WorldInterpreter,
                          _ referents: WorldReferents) -> WorldInterpreter.Outcome? {
        let followUp = WorldFollowUp(last: asked, isName: world.isThing, areAlike: world.areAlike)
        for completion in followUp.completions(of: fragment) {
            let trees: [QuestionTree] =
                switch completion {
                case .line(let whole): parts.grammar.parse(whole).trees
                case .tree(let tree): [tree]
                }
            guard let first = trees.first, first.mood != .followUp else { continue }
            let outcome = world.answer(trees, question: line, asOf: parts.asOf, referents: referents)
            if case .response = outcome { return outcome }
        }
        return nil
    }

    private func respond(toPattern line: String, _ parts: Parts, _ explanation: inout Explanation) {
        do {
            let query = try timed("pattern", &explanation) { try PatternLanguage.parse(line) }
            explanation.pattern = PatternLanguage.print(query)
            if let world = parts.world, !query.isAsked, world.covers(query) {
                let outcome = timed("evaluation", &explanation) { world.evaluated(query) }
                explanation.response = timed("answers", &explanation) { world.response(query, outcome, question: line) }
                return
            }
            explanation.response = try PatternEvaluator(engine: parts.engine, facts: parts.facts, patterns: parts.patterns).answer(query, line)
        } catch let diagnostic as Diagnostic {
            explanation.response = Response(question: line, status: .notUnderstood, diagnostics: [diagnostic])
        } catch {
            explanation.response = Response(question: line, status: .error, message: "\(error)")
        }
    }

    // MARK: Articles

    private func answerFromArticles(_ parse: EnglishGrammar.Parse, _ line: String, _ parts: Parts, _ explanation: inout Explanation) throws {
        let trees = parse.trees
        var refused: (query: ArticleQuery, response: Response, asked: ArticleQuery)?
        for tree in trees.prefix(2) where tree == trees[0] || isAlternative(tree, to: trees[0]) {
            guard let query = timed("plan", &explanation, { compiled(tree, line, parts) }) else { continue }
            if case .extent? = refused?.query.form { break }
            var (response, asked) = try timed("\(query.form.name)", &explanation) { try respond(query, parts, &$0) }
            if response.status == .answered {
                if tree == trees[0] { response.message = try otherwise(trees[..<parse.equals].dropFirst(), query, response, line, parts) }
                dialogue.note(query, response.answers, engine: parts.engine)
                explanation.response = response
                understood = (asked, isLoose: false)
                return
            }
            if refused == nil { refused = (query, response, asked) }
        }
        guard let (query, response, asked) = refused else {
            explanation.response = nothingBefore(line)
            return
        }
        understood = (asked, isLoose: false)
        dialogue.note(query, [], engine: parts.engine)
        explanation.response = response
    }

    /// What a reading as likely as the one that answered gives, where it gives something else.
    private func otherwise(_ trees: ArraySlice<QuestionTree>, _ asked: ArticleQuery, _ response: Response, _ line: String, _ parts: Parts)
        throws -> String?
    {
        for tree in trees {
            guard let query = compiled(tree, line, parts), query.asksOther(than: asked), !query.asksForWhatItSays else { continue }
            let outcome = try ArticleAnswerer(engine: parts.engine).answer(query)
            let other = ResponseBuilder(engine: parts.engine).response(query, outcome)
            guard other.status == .answered, let best = other.answers.first, best.score >= response.answers.map(\.score).max() ?? 0,
                !response.answers.contains(where: { FoldedName($0.text) == FoldedName(best.text) })
            else { continue }
            let pattern = PatternLanguage.print(parts.patterns.pattern(of: outcome.asked ?? query))
            return "read otherwise, \(pattern), it gives " + other.answers.map(\.text).joined(separator: ", ")
        }
        return response.message
    }

    /// A second reading is tried only where it asks about the same verb: others are seldom meant.
    private func isAlternative(_ tree: QuestionTree, to first: QuestionTree) -> Bool {
        guard tree.mood == first.mood, let verb = tree.clause?.verb, let other = first.clause?.verb else { return false }
        return verb.lemma == other.lemma || other.lemma == "be" && verb.voice == .passive
    }

    private func nothingBefore(_ line: String) -> Response {
        let diagnostic = Diagnostic(span: Span(0, line.unicodeScalars.count),
                                    message: "This goes on from an earlier question, and there is none",
                                    suggestions: ["ask it in full"])
        return Response(question: line, status: .notUnderstood, diagnostics: [diagnostic])
    }

    private func compiled(_ tree: QuestionTree, _ line: String, _ parts: Parts) -> ArticleQuery? {
        let compiler = QueryCompiler(line: line, phrases: parts.engine.phrases, predicates: parts.engine.predicates, times: parts.times,
                                     referents: dialogue.referents)
        if tree.mood == .followUp { return dialogue.last.flatMap { FollowUp(compiler: compiler, last: $0).completed(tree) } }
        return compiler.compile(tree)
    }

    /// The response, with the query that it answers: the one given, or what else that may mean.
    private func respond(_ query: ArticleQuery, _ parts: Parts, _ explanation: inout Explanation) throws -> (Response, ArticleQuery) {
        var outcome = try ArticleAnswerer(engine: parts.engine).answer(query)
        if dialogue.last != nil {
            let documents = dialogue.lastDocuments
            for index in outcome.found.indices where documents.contains(outcome.found[index].view.key.document) { outcome.found[index].score += 0.06 }
        }
        explanation.strategy = query.form.name
        explanation.trials = outcome.matches.prefix(10).map(Explanation.Trial.init)
        return (ResponseBuilder(engine: parts.engine).response(query, outcome), outcome.asked ?? query)
    }

    func timed<Value>(_ stage: String, _ explanation: inout Explanation,
                              _ work: (inout Explanation) throws -> Value) rethrows -> Value {
        let begun = clock.now
        let value = try work(&explanation)
        let spent = (clock.now - begun).components
        explanation.stages.append(.init(name: stage, milliseconds: Double(spent.seconds) * 1000 + Double(spent.attoseconds) / 1e15))
        return value
    }

    func timed<Value>(_ stage: String, _ explanation: inout Explanation, _ work: () throws -> Value) rethrows -> Value {
        try timed(stage, &explanation) { _ in try work() }
    }
}

extension ArticleQuery.Form {
    var name: String {
        switch self {
        case .argument: "argument"
        case .time: "time"
        case .place: "place"
        case .reason: "reason"
        case .manner: "manner"
        case .duration: "duration"
        case .frequency: "frequency"
        case .extent: "extent"
        case .truth: "truth"
        case .identity: "identity"
        case .description: "description"
        case .expansion: "expansion"
        case .event: "event"
        case .statement: "statement"
        case .speaker: "speaker"
        case .list: "list"
        case .count: "count"
        case .comparison: "comparison"
        case .keywords: "keywords"
        }
    }
}
