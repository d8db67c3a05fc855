import FactStore
import Facts
import Foundation
import Lexicon

/// Answers from the sentences that speak of most of what a question says: of everything in them, what a trained model takes for the
/// answer, where it is sure enough.
struct PassageReader {
    /// A candidate with what the model makes of it.
    struct Judged {
        var candidate: AnswerCandidate
        var passage: Passage
        var features: FeatureList
        var choice: Double
    }

    let engine: Engine
    let model: PassageModel
    let soft: SoftMatcher

    init(engine: Engine) throws {
        self.engine = engine
        model = try PassageModel()
        soft = SoftMatcher(matcher: engine.matcher, vectors: try WordVectors.shared())
    }

    /// Passages that are taken apart.
    private static let most = 4
    /// How sure the model must be.
    private static let threshold = 0.45
    /// What a sentence must say of the question's words that aren't names.
    private static let leastRelation = 0.25
    /// The share of a question of which a sentence must speak to be shown as the closest.
    private static let closeness = 0.4

    /// The passages closest to a question, with everything in them that may answer.
    struct Reading {
        var question: PassageQuestion
        var found: PassageRetrieval.Result
        var judged: [Judged]

        /// The candidate that the model chooses; the first of equals.
        var best: Judged? {
            judged.dropFirst().reduce(judged.first) { best, next in best.map { next.choice > $0.choice ? next : $0 } }
        }
    }

    func read(_ question: PassageQuestion, without isWithheld: (String) -> Bool = { _ in false }) throws(StoreError) -> Reading {
        judged(question, try retrieval.passages(for: question, most: Self.most, without: isWithheld))
    }

    /// What the passages closest to a question answer, or where to look instead.
    func answer(_ question: PassageQuestion) throws(StoreError) -> (outcome: Outcome, closest: [Response.Closest]) {
        let found = try retrieval.passages(for: question, most: Self.most)
        let outcome = found.passages.contains { mayAnswer($0, question, found) } ? answer(judged(question, found)) : Outcome()
        return (outcome, outcome.found.isEmpty ? closest(question, found) : [])
    }

    private var retrieval: PassageRetrieval { PassageRetrieval(engine: engine, soft: soft) }

    private func judged(_ question: PassageQuestion, _ found: PassageRetrieval.Result) -> Reading {
        let candidates = CandidateFinder(engine: engine).candidates(question, in: found.passages)
        let describing = CandidateFeatures(engine: engine, soft: soft, question: question, found: found, candidates: candidates)
        let shared = describing.shared.map { model.choice($0) }
        let judged = candidates.map { candidate in
            let features = describing.features(of: candidate)
            return Judged(candidate: candidate, passage: found.passages[candidate.passage], features: features,
                          choice: model.choice(features.own, after: shared[candidate.passage]))
        }
        return Reading(question: question, found: found, judged: judged)
    }

    private func mayAnswer(_ passage: Passage, _ question: PassageQuestion, _ found: PassageRetrieval.Result) -> Bool {
        !passage.isNameAbsent && passage.relation(question.terms, found.weights) >= Self.leastRelation
    }

    private func answer(_ reading: Reading) -> Outcome {
        guard let best = reading.best, mayAnswer(best.passage, reading.question, reading.found) else { return Outcome() }
        let trust = model.trust(Self.evidence(for: best, in: reading))
        guard trust >= Self.threshold else { return Outcome() }
        var found = Found(best.candidate.text, argument: best.candidate.argument?.argument, fact: best.candidate.fact?.fact, view: best.passage.view,
                          score: trust)
        if let time = best.candidate.time { found.time = time }
        let isNew = ArgumentStrategy(engine: engine).isNew(found, reading.question.query)
        return Outcome(found: isNew ? [found] : [], tolerance: 0.02)
    }

    /// The sentences to look into where nothing answers, with the word that each lacks most.
    private func closest(_ question: PassageQuestion, _ found: PassageRetrieval.Result) -> [Response.Closest] {
        let terms = question.terms
        return found.passages.prefix(2).filter { $0.score >= Self.closeness && !$0.lacksNameOrNumber(terms) }.map { passage in
            let lacks = terms.indices.map { (index: $0, weight: found.weights[$0] * (1 - passage.met[$0])) }.max { $0.weight < $1.weight }
            let reason = lacks.flatMap { $0.weight > 0.1 ? "nothing in it is “\(terms[$0.index].text)”" : nil } ?? "it does not say what is asked"
            let evidence = ResponseBuilder(engine: engine).citation(passage.view, nil)
            return Response.Closest(text: passage.view.sentence.text, reason: reason, evidence: evidence)
        }
    }

    /// What tells whether the chosen candidate is right.
    static func evidence(for best: Judged, in reading: Reading) -> FeatureList {
        let judged = reading.judged
        var list = FeatureList()
        let total = judged.reduce(0) { $0 + exp($1.choice - best.choice) }
        let same = judged.filter { $0.candidate.text == best.candidate.text }.reduce(0) { $0 + exp($1.choice - best.choice) }
        list.add("share", same / total)
        list.add("choice", best.choice)
        list.add("asked|" + reading.question.asked.rawValue)
        for (name, value) in best.features.items where !name.hasPrefix("rule|") && !name.contains("|role|") && !name.contains("|preposition|") {
            list.add(name, value)
        }
        return list
    }
}
