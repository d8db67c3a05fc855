import FactStore
import Facts

extension Response {
    /// Notes at each answer which of the person's corrections it rests on: one that asserts or changes a fact behind it, or gives a name
    /// that the question uses.
    mutating func noteCorrections(of store: FactStore) throws(StoreError) {
        guard store.isCorrected else { return }
        try dropRetracted(store)
        let question = FoldedName(question)
        for index in answers.indices {
            let answer = answers[index]
            let corrections = try store.corrections(behind: answer.facts, documents: answer.evidence.map(\.document), question: question)
            answers[index].corrections = corrections
            if answer.rests(only: corrections) { answers[index].support = .asserted }
        }
    }

    /// What was read from the words of a sentence alone doesn't answer where the person has retracted what the sentence says.
    private mutating func dropRetracted(_ store: FactStore) throws(StoreError) {
        var kept: [Answer] = []
        var retraction: RestingOn?
        for answer in answers {
            if answer.facts.isEmpty, let place = answer.evidence.first, let hidden = try store.retraction(in: place.document, at: place.span) {
                retraction = hidden
            } else {
                kept.append(answer)
            }
        }
        guard let retraction else { return }
        answers = kept
        guard kept.isEmpty else { return }
        status = .noAnswer
        message = "The articles don't say: what they say of it you have retracted on \(retraction.day) (\(retraction.words))."
    }
}

extension Answer {
    /// Whether nothing but asserted facts is behind it.
    fileprivate func rests(only corrections: [RestingOn]) -> Bool {
        let documents = Set(corrections.compactMap(\.document)), asserted = Set(corrections.compactMap(\.fact))
        if !evidence.isEmpty { return evidence.allSatisfy { documents.contains($0.document) } }
        return !facts.isEmpty && facts.allSatisfy(asserted.contains)
    }
}
