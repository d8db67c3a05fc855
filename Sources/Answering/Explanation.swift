import Questions

/// How a question was understood and answered, stage by stage: for `.explain`, `.why` and `.whynot`.
public struct Explanation: Sendable {
    /// A fact that was held against the question, with how each constraint was met.
    public struct Trial: Hashable, Sendable {
        public var fact: String
        public var document: String
        /// 0…1.
        public var score: Double
        public var steps: [Step]
    }

    public struct Step: Hashable, Sendable {
        public var constraint: String
        /// The words that met it; empty for none.
        public var met: String
        public var score: Double
    }

    public struct Stage: Hashable, Sendable {
        public var name: String
        public var milliseconds: Double
    }

    public var question: String
    /// The readings of the grammar, the best first.
    public var trees: [String] { readings.map { "\($0)" } }
    /// The same as values: a tree is put into words only where somebody asks.
    public var readings: [QuestionTree]
    /// The query in the pattern language.
    public var pattern: String
    /// The strategy that answered, or the last one tried.
    public var strategy: String
    /// The best facts tried, answering or not.
    public var trials: [Trial]
    public var stages: [Stage]
    public var response: Response
}

extension Explanation {
    /// Of a line that nothing has been tried for.
    init(of line: String, stages: [Stage] = []) {
        self.init(question: line, readings: [], pattern: "", strategy: "", trials: [], stages: stages,
                  response: Response(question: line, status: .error))
    }
}

extension Explanation.Trial {
    init(_ match: Match) {
        self.init(fact: match.fact?.fact.text ?? match.view.sentence.text, document: match.view.key.document, score: match.score,
                  steps: match.steps.map { Explanation.Step(constraint: $0.constraint, met: $0.met, score: $0.score) })
    }
}
