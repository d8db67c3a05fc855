/// A piece of an article that may answer a question, with what the model is told of it.
public struct PassageCandidate: Sendable {
    public let text: String
    public let sentence: String
    public let document: String
    /// What the question asks for: "who", "howmany", …
    public let asked: String
    public let features: [String: Double]
    /// The log-odds, up to a constant of the question, that this is the answer.
    public let choice: Double

    init(_ judged: PassageReader.Judged, _ question: PassageQuestion) {
        text = judged.candidate.text
        sentence = judged.passage.view.sentence.text
        document = judged.passage.view.key.document
        asked = question.asked.rawValue
        features = Dictionary(judged.features.items.map { ($0.name, $0.value) }, uniquingKeysWith: +)
        choice = judged.choice
    }
}
