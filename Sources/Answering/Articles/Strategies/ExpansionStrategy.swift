import FactStore
import Facts

/// "What does MRT stand for": the long form that an article gives, never one that is only known elsewhere.
struct ExpansionStrategy {
    let engine: Engine

    func answer(_ query: ArticleQuery) throws -> Outcome {
        guard let phrase = query.slots.first?.phrase else { return Outcome() }
        let short = phrase.text.split(separator: " ").last.map(String.init) ?? phrase.text
        let folded = Set(phrase.terms.flatMap(\.names) + [FoldedName(short).text])
        let entities = phrase.terms.flatMap(\.entities).sorted()
        var facts: [Fact] = []
        if !entities.isEmpty {
            facts = try engine.store.facts(
                FactFilter(
                    relations: ["same-as"], participants: [.init(entities: entities)],
                    limit: 30))
        }
        let found = facts.compactMap { fact -> Found? in
            guard let agent = fact.first(.agent), let long = fact.first(.attribute), folded.contains(FoldedName(agent.text).text),
                FoldedName(long.text) != FoldedName(agent.text), let view = engine.source.view(of: fact)
            else { return nil }
            return Found(Wording.trimmed(long.text), argument: nil, fact: fact, view: view, score: 1)
        }
        if !found.isEmpty { return Outcome(found: found) }
        let meant = try meaning(phrase.text)
        if !meant.isEmpty { return Outcome(found: meant) }
        let written = try written(short)
        return Outcome(found: written.isEmpty ? try spelledOut(short) : written)
    }

    /// "…, meaning they would consult": what the sentence says that a phrase of several words means.
    private func meaning(_ phrase: String) throws -> [Found] {
        let folded = FoldedName(phrase).text
        guard folded.contains(" ") else { return [] }
        for sentence in try engine.store.search(phrase, limit: 10) where " \(FoldedName(sentence.text).text) ".contains(" \(folded) ") {
            for cue in [" meaning that ", " meaning ", " which means that ", " which means ", " means that ", " means "] {
                guard let range = sentence.text.firstRange(of: cue),
                    let view = try engine.source.view(.init(document: sentence.document, index: sentence.index))
                else { continue }
                return [Found(Wording.trimmed(String(sentence.text[range.upperBound...])), view: view, score: 0.9)]
            }
        }
        return []
    }

    /// Words in an article that uses the short form, beside each other and with its initials: "the 9th Air Refueling Wing" for "ARW".
    private func spelledOut(_ short: String) throws -> [Found] {
        guard short.count >= 2, short.allSatisfy(\.isUppercase) else { return [] }
        let initials = Array(short.lowercased())
        let documents = Set(try engine.store.search(short, limit: 20).filter { $0.text.contains(short) }.map(\.document)).sorted()
        for document in documents {
            var index = 0
            while let view = try engine.source.view(.init(document: document, index: index)) {
                index += 1
                let words = view.words
                guard words.count >= initials.count else { continue }
                for start in 0...words.count - initials.count {
                    let run = words[start..<start + initials.count]
                    guard run.allSatisfy(\.isCapitalised), run.map({ $0.text.first ?? " " }) == initials,
                        !run.contains(where: { $0.text == short.lowercased() })
                    else { continue }
                    let scalars = Array(view.sentence.text.unicodeScalars)
                    let text = String(scalars: scalars[run.first!.span.start..<run.last!.span.end])
                    return [Found(text, view: view, score: 0.85)]
                }
            }
        }
        return []
    }

    /// "Long Form (LF)" in a sentence.
    private func written(_ short: String) throws -> [Found] {
        for sentence in try engine.store.search(short, limit: 20) {
            if let long = Self.behind(short, in: sentence.text),
                let view = try engine.source.view(.init(document: sentence.document, index: sentence.index))
            {
                return [Found(long, view: view, score: 0.9)]
            }
            guard let range = sentence.text.firstRange(of: "(\(short))") else { continue }
            let lead = range.lowerBound == sentence.text.startIndex ? try textBefore(sentence) : String(sentence.text[..<range.lowerBound])
            let before = lead.split(separator: " ").suffix(short.count + 4)
            guard let long = Self.long(before.map(String.init), initials: Array(short.lowercased().filter(\.isLetter))),
                let view = try engine.source.view(.init(document: sentence.document, index: sentence.index))
            else { continue }
            return [Found(Wording.trimmed(long), view: view, score: 0.9)]
        }
        return []
    }

    /// "LF (Long Form)": what stands in brackets behind the short form, if its initials are the same.
    private static func behind(_ short: String, in text: String) -> String? {
        guard let range = text.firstRange(of: "\(short) ("), let end = text[range.upperBound...].firstIndex(of: ")") else { return nil }
        let long = String(text[range.upperBound..<end])
        let words = long.split { $0 == " " || $0 == "-" }
        let initials = String(words.compactMap(\.first)).lowercased()
        let letters = short.lowercased().filter(\.isLetter)
        return words.count >= 2 && (initials == letters || initials.first == letters.first && words.count + 1 >= letters.count) ? long : nil
    }

    /// Where an abbreviation's point was taken for the end of a sentence.
    private func textBefore(_ sentence: StoredSentence) throws -> String {
        try engine.source.view(.init(document: sentence.document, index: sentence.index - 1))?.sentence.text ?? ""
    }

    /// The words before the bracket whose initials are the short form; else those from the first capital that begins it.
    private static func long(_ words: [String], initials: [Character]) -> String? {
        func initial(_ word: String) -> Character? { word.first.map { Character($0.lowercased()) } }
        for count in 2...max(2, words.count) {
            let run = words.suffix(count)
            guard let first = run.first, first.first?.isUppercase == true else { continue }
            let capitals = run.filter { $0.first?.isUppercase == true }.compactMap(initial)
            if capitals == initials || run.compactMap(initial) == initials { return run.joined(separator: " ") }
        }
        for count in stride(from: min(words.count, initials.count + 3), through: 1, by: -1) {
            let run = words.suffix(count)
            guard let first = run.first, first.first?.isUppercase == true, initial(first) == initials.first else { continue }
            return run.joined(separator: " ")
        }
        return capitalised(words)
    }

    /// A short form from another language: the capitalised words right before the bracket, with small ones between.
    private static func capitalised(_ words: [String]) -> String? {
        var run: [String] = []
        for word in words.reversed() {
            guard word.first?.isUppercase == true || !run.isEmpty && ["of", "for", "and", "the"].contains(word) else { break }
            run.insert(word, at: 0)
        }
        while let first = run.first, first.first?.isUppercase != true || ["The", "A"].contains(first) { run.removeFirst() }
        return run.count >= 2 ? run.joined(separator: " ") : nil
    }
}
