import Foundation
import Lexicon

/// Weights of the features by which an answer is chosen and trusted (`scripts/train/passages.py`): two linear models in a table of text.
struct PassageModel {
    private let choice: [String: Double]
    private let trust: [String: Double]

    /// - Throws: ``ResourceFile/Missing``.
    init() throws {
        var choice: [String: Double] = [:], trust: [String: Double] = [:]
        for row in try ResourceFile(target: "Answering", name: "passages.tsv").text.split(separator: "\n") where !row.hasPrefix("#") {
            let fields = row.split(separator: "\t")
            guard fields.count == 3, let weight = Double(fields[2]) else { continue }
            if fields[0] == "choice" { choice[String(fields[1])] = weight } else { trust[String(fields[1])] = weight }
        }
        self.choice = choice
        self.trust = trust
    }

    /// The log-odds, up to a constant of the question, that a candidate is the one that answers.
    func choice(_ features: FeatureList) -> Double { features.items.reduce(0) { $0 + $1.value * (choice[$1.name] ?? 0) } }

    /// 0…1: how likely the chosen one is right.
    func trust(_ features: FeatureList) -> Double {
        1 / (1 + exp(-(trust["constant"] ?? 0) - features.items.reduce(0) { $0 + $1.value * (trust[$1.name] ?? 0) }))
    }
}
