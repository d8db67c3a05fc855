import Foundation
import Lexicon

/// Weights of the features by which an answer is chosen and trusted (`scripts/train/passages.py`): two linear models in a table of text.
struct PassageModel {
    private let choice: [String: Double]
    private let trust: [String: Double]

    /// - Throws: ``ResourceFile/Missing``.
    init() throws {
        var choice: [String: Double] = [:], trust: [String: Double] = [:]
        choice.reserveCapacity(1_000)
        for row in try ResourceFile(target: "Answering", name: "passages.tsv").text.utf8.split(separator: UInt8(ascii: "\n")) {
            let fields = row.split(separator: UInt8(ascii: "\t"))
            guard fields.count == 3, row.first != UInt8(ascii: "#"), let weight = Double(Substring(fields[2])) else { continue }
            let name = String(Substring(fields[1]))
            if fields[0].elementsEqual("choice".utf8) { choice[name] = weight } else { trust[name] = weight }
        }
        self.choice = choice
        self.trust = trust
    }

    /// The log-odds, up to a constant of the question, that a candidate is the one that answers.
    ///
    /// - Parameter shared: the same of the features before `own`.
    func choice(_ own: [FeatureList.Item], after shared: Double = 0) -> Double { own.reduce(shared) { $0 + $1.value * (choice[$1.name] ?? 0) } }

    /// 0…1: how likely the chosen one is right.
    func trust(_ features: FeatureList) -> Double {
        1 / (1 + exp(-(trust["constant"] ?? 0) - features.items.reduce(0) { $0 + $1.value * (trust[$1.name] ?? 0) }))
    }
}
