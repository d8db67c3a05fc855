import FactStore
import Facts

extension Response {
    /// Notes at each answer which of the person's corrections it rests on: one that asserts or changes a fact behind it, or gives a name
    /// that the question uses.
    mutating func noteCorrections(of store: FactStore) throws(StoreError) {
        guard store.isCorrected else { return }
        try dropRetracted(store)
        try noteRetraction(store)
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

    /// A refusal may rest on a retraction too: where what the sentence closest to the question says is retracted, it says so.
    private mutating func noteRetraction(_ store: FactStore) throws(StoreError) {
        guard status == .noAnswer, let closest = try store.search(question, limit: 1).first,
              let retraction = try store.retraction(in: closest.document, at: closest.span) else { return }
        let said = message ?? "The articles don't say."
        guard !said.contains(retraction.words) else { return }
        message = "\(said) What the closest sentence says you have retracted on \(retraction.day) (\(retraction.words))."
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
