import FactStore
import Facts
import Foundation

/// A sentence with how much of a question it speaks of.
struct Passage {
    var view: SentenceView
    /// 0…1, by weight: of the question, what the sentence says itself.
    var coverage: Double
    /// 0…1: the same with what the sentences around it and the title say.
    var inContext: Double
    /// Of each term of the question, how well the sentence meets it.
    var met: [Double]

    /// A name that neither the sentence nor what stands around it speaks of.
    var isNameAbsent = false

    /// 0…1: what the sentence says of the question's words that aren't names; 1 where it has none.
    func relation(_ terms: [QuestionTerm], _ weights: [Double]) -> Double {
        let words = terms.indices.filter { !terms[$0].isName && terms[$0].kind != .number }
        let total = words.reduce(0) { $0 + weights[$1] }
        return total < 1e-6 ? 1 : words.reduce(0) { $0 + weights[$1] * met[$1] } / total
    }

    func lacksNameOrNumber(_ terms: [QuestionTerm]) -> Bool {
        zip(terms, met).contains { term, met in (term.isName || term.kind == .number) && met < 0.5 }
    }

    var score: Double { 0.7 * coverage + 0.3 * inContext }
}

/// Finds the sentences that speak of most of a question, rare words counting most.
struct PassageRetrieval {
    let engine: Engine
    let soft: SoftMatcher

    struct Result {
        var passages: [Passage]
        /// Of each term, its share of the question.
        var weights: [Double]
    }

    /// The best passages first, at most `most`.
    func passages(for question: PassageQuestion, most: Int, without isWithheld: (String) -> Bool = { _ in false }) throws(StoreError) -> Result {
        let terms = question.terms
        let views = try candidates(question).filter { !isWithheld($0.sentence.text) }
        let met = views.map { view in terms.map { soft.match($0, in: view) } }
        let weights = weights(terms, met)
        var passages = zip(views, met).map { view, met in
            let coverage = zip(met, weights).reduce(0) { $0 + $1.0 * $1.1 }
            return Passage(view: view, coverage: coverage, inContext: coverage, met: met)
        }
        passages = Array(passages.stableSorted { $0.coverage > $1.coverage }.prefix(3 * most))
        for index in passages.indices { look(around: &passages[index], terms, weights) }
        return Result(passages: Array(passages.stableSorted { $0.score > $1.score }.prefix(most)), weights: weights)
    }

    private func candidates(_ question: PassageQuestion) throws(StoreError) -> [SentenceView] {
        var query = question.query
        let near = question.rest.terms.flatMap(soft.neighbours)
        if !near.isEmpty { query.slots.append(Slot(place: .circumstance, phrase: engine.phrases.terms(of: near.joined(separator: " ")))) }
        return try engine.source.candidates(for: query, limit: 120)
    }

    /// What few of the sentences speak of tells most.
    private func weights(_ terms: [QuestionTerm], _ met: [[Double]]) -> [Double] {
        let weights = terms.indices.map { index in
            let frequency = met.reduce(0.0) { $0 + ($1[index] >= 0.8 ? 1 : 0) }
            return terms[index].weight * log(1 + Double(met.count + 1) / (0.5 + frequency))
        }
        let total = max(weights.reduce(0, +), 1e-9)
        return weights.map { $0 / total }
    }

    private func look(around passage: inout Passage, _ terms: [QuestionTerm], _ weights: [Double]) {
        passage.inContext = 0
        for (index, term) in terms.enumerated() {
            var met = passage.met[index]
            if met < 0.5 {
                let around = engine.context.match(term, around: passage.view, engine.matcher)
                met = max(met, 0.5 * around)
                if term.isName, around < 0.5 { passage.isNameAbsent = true }
            }
            passage.inContext += weights[index] * met
        }
    }
}
