import Facts
import Questions

/// What is remembered of a conversation: the last question with its answers, and what pronouns can refer to.
struct Dialogue {
    struct Turn {
        var query: ArticleQuery
        var answers: [Answer]
    }

    private(set) var last: Turn?
    /// The last question over tables that was answered.
    var lastOverTables: WorldTurn?
    private(set) var referents = Referents()

    mutating func forget() {
        last = nil
        lastOverTables = nil
        referents.forget()
    }

    /// Notes a question and its answers. A list of answers is one thing that "they" can mean.
    mutating func note(_ query: ArticleQuery, _ answers: [Answer], engine: Engine) {
        last = Turn(query: query, answers: answers)
        var found: [Referents.Referent] = []
        if let answer = answers.first, query.form != .truth {
            let phrase = engine.phrases.terms(of: answer.text)
            let type = answer.entity.flatMap { engine.names.entity($0)?.type } ?? answer.type
            if !phrase.isEmpty { found.append(.of(phrase, type: type, isPlural: answers.count > 1 || query.wanted.isPlural,
                                                  meanings: engine.meanings)) }
        }
        for slot in query.slots {
            let type = slot.phrase.entities.sorted().first.flatMap { engine.names.entity($0)?.type }
            found.append(.of(slot.phrase, type: type, isPlural: isPlural(slot.phrase), meanings: engine.meanings))
        }
        if case .quantity(let phrase) = query.wanted.kind, !phrase.isEmpty {
            found.append(.of(phrase, type: nil, isPlural: true, meanings: engine.meanings))
        }
        referents.add(found)
    }

    private func isPlural(_ phrase: PhraseTerms) -> Bool {
        guard let head = phrase.head, head.kind == .head else { return false }
        return head.text.hasSuffix("s") && !head.text.hasSuffix("ss")
    }

    var lastDocuments: Set<String> { Set((last?.answers ?? []).flatMap(\.evidence).map(\.document)) }
}
