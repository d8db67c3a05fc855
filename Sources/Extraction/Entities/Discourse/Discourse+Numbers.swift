import Facts

/// Numbers that stand for things named before.
extension Discourse {
    /// "The seven" after "the Gang of Seven", "the two" after "Ann Lee and Bob Ray".
    /// - Returns: whether the number speaks of something; it then counts nothing.
    mutating func referByNumber(_ i: Int, _ sentence: Int) -> Bool {
        let words = words[sentence]
        guard i > 0, words.tree.upos(i) == "NUM", words.lower[i - 1] == "the", words.lower[i].allSatisfy(\.isLetter),
            words.tree.has(i, any: ["nsubj", "obj", "iobj", "obl"]),
            words.tree.children[i].allSatisfy({ words.tree.has($0, any: ["det", "case", "punct"]) }),
            let record = namedAfter(number: words.lower[i], sentence) ?? grouped(at: i, sentence)
        else { return false }
        append(
            Item(
                record: record, sentence: sentence, tokens: i - 1...i, head: i, kind: .nominal, type: records[record].type,
                reason: .description, isPlural: true))
        return true
    }

    private func namedAfter(number: String, _ sentence: Int) -> Int? {
        recent(sentence, within: 3).first { record in
            let name = records[record].main.lowercased().split(separator: " ")
            return records[record].isNamed && name.count > 1 && name.last.map(String.init) == number
        }
    }

    private mutating func grouped(at i: Int, _ sentence: Int) -> Int? {
        guard let phrase = quantities[sentence].first(where: { $0.tokens.contains(i) }), phrase.kind == .count,
            let group = groups.indices.suffix(20).last(where: { groups[$0].members.count == Int(phrase.quantity.value) }),
            sentence - groups[group].sentence <= 2
        else { return nil }
        return self.record(ofGroup: group)
    }
}
