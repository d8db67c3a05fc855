import FactStore
import Facts

/// Reading passages where the facts answer nothing.
extension Answerer {
    /// Where no reading finds anything, the sentence that speaks of most of it may answer; a refusal names it.
    func readPassages(_ line: String, _ parts: Parts, _ explanation: inout Explanation) throws {
        guard readsPassages, !parts.isWorldAlone, let question = PassageQuestionReader(phrases: parts.engine.phrases).read(line) else { return }
        if explanation.response.status == .notUnderstood, question.rest.terms.filter({ $0.weight >= 1 }).count < 3 { return }
        let reader = try parts.engine.passages.get()
        let (outcome, closest) = try timed("passages", &explanation) { try reader.answer(question) }
        guard !outcome.found.isEmpty else {
            if !closest.isEmpty { refuse(&explanation.response, closest) }
            return
        }
        let response = ResponseBuilder(engine: parts.engine).response(question.query, outcome)
        understood = (question.query, isLoose: true)
        dialogue.note(question.query, response.answers, engine: parts.engine)
        explanation.strategy = "passages"
        explanation.response = response
    }

    /// A line that the grammar has no reading for is refused, not sent back, where its words find sentences that come close.
    private func refuse(_ response: inout Response, _ closest: [Response.Closest]) {
        response.closest = closest
        guard response.status == .notUnderstood else { return }
        response.status = .noAnswer
        response.message = "Read by its words alone, for want of a better reading: the articles don't say."
    }

    /// What the reader of passages makes of a question, whatever else answers it: for training it and for looking into it.
    ///
    /// - Parameter isWithheld: sentences that it must not see.
    /// - Throws: an error of the store or of a resource file.
    public func passages(_ line: String, without isWithheld: (String) -> Bool = { _ in false }) throws -> [PassageCandidate] {
        let engine = try opened().engine
        engine.forget()
        guard let question = PassageQuestionReader(phrases: engine.phrases).read(line) else { return [] }
        return try engine.passages.get().read(question, without: isWithheld).judged.map { PassageCandidate($0, question) }
    }
}
