import Facts

/// Lists: paragraphs that are numbered in words after a sentence that introduces them, and items behind a colon.
///
/// Each item is a part of what the introducing noun names.
struct ListReader {
    struct Item {
        let sentence: Int
        let predication: Predication
        let speaker: SpeakerReader.Speaker?
    }

    let scenes: [Scene]
    let sayings: [[Saying]]

    func predications() -> [Item] { numberedParagraphs() + scenes.flatMap(itemsBehindColon) }

    // MARK: Numbered paragraphs

    private func numberedParagraphs() -> [Item] {
        var result: [Item] = []
        var introduction: Int?
        var next = 1
        for (index, scene) in scenes.enumerated() {
            let number = scene.tree.sentence.startsParagraph ? Self.number(of: scene) : nil
            if let number, number == next, let intro = introduction, let noun = introducingNoun(of: scenes[intro]) {
                result.append(item(index, number: number, introducedBy: noun, in: intro))
                next += 1
            } else if scene.tree.sentence.startsParagraph, number == nil, endsWithColon(scene) {
                introduction = index
                next = 1
            }
        }
        return result
    }

    /// What holds for the sentences that are items of a numbered list: who says so, and whether the list is still open.
    func contexts() -> [Int: Item] {
        Dictionary(numberedParagraphs().map { ($0.sentence, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private func endsWithColon(_ scene: Scene) -> Bool {
        scene.tree.tokens.last { !["\"", "”"].contains($0.form) }?.form == ":"
    }

    /// The number that a paragraph opens with, set off from what follows: "One, …", "2. …", "Third: …".
    private static func number(of scene: Scene) -> Int? {
        let tree = scene.tree
        guard tree.count > 2, [",", ".", ":", ")", "—", "–", "-"].contains(tree.tokens[1].form) else {
            guard let first = tree.tokens.first, first.form.hasSuffix("."), let number = Int(first.form.dropLast()) else {
                return nil
            }
            return number
        }
        let word = tree.lower(0)
        return Int(word) ?? cardinals.firstIndex(of: word).map { $0 + 1 } ?? ordinals.firstIndex(of: word).map { $0 + 1 }
    }

    private static let cardinals = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ]
    private static let ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]

    /// The plural noun that the items are: "the vital issues to be worked out".
    private func introducingNoun(of scene: Scene) -> Int? {
        let tree = scene.tree
        let plurals = tree.tokens.indices.filter { tree.xpos($0) == "NNS" }
        let speakers = sayings[tree.index].flatMap(\.speakers)
        return plurals.first { plural in
            !speakers.contains(plural) && tree.has(plural, any: ["nsubj", "obl", "obj", "root", "nmod"])
        }
    }

    private func item(_ index: Int, number: Int, introducedBy noun: Int, in intro: Int) -> Item {
        let scene = scenes[index]
        let tokens = Array(scene.tree.tokens.indices.dropFirst(2))
        let span = scene.text.trimmed(Span(scene.tree.tokens[tokens.first ?? 0].span.start, scene.tree.sentence.span.end))
        let end = span.length > 0 && scene.text.scalars[span.end - 1] == "." ? span.end - 1 : span.end
        let text = Span(span.start, end)
        let anchor = scene.tree.root ?? 0
        let isOpen = scenes[intro].clauses.contains {
            $0.link == .reduced && scenes[intro].tree.head($0.head) == noun && $0.modality == .planned
        }
        var group = scenes[intro].phrase(.patient, noun)
        group.sentence = intro
        var item = Predication(
            anchor: anchor, predicate: "be", relation: "part-of",
            phrases: [Predication.Phrase(.agent, head: itemHead(scene), span: text), group], tense: .present,
            rule: "numbered-list", certainty: 0.9, evidence: text, text: nil)
        item.modality = isOpen ? .planned : .actual
        let saying = sayings[intro].first
        let speaker = saying.flatMap { saying in
            saying.speakers.first.map { SpeakerReader.Speaker(sentence: intro, token: $0, cue: saying.cue) }
        }
        return Item(sentence: index, predication: item, speaker: speaker)
    }

    private func itemHead(_ scene: Scene) -> Int {
        scene.tree.tokens.indices.dropFirst(2).first { ["NOUN", "PROPN", "VERB"].contains(scene.tree.upos($0)) } ?? 0
    }

    // MARK: Items behind a colon

    /// "members: A; B; and C", "three stages: A, B and C".
    private func itemsBehindColon(_ scene: Scene) -> [Item] {
        let tree = scene.tree
        guard let colon = tree.tokens.firstIndex(where: { $0.form == ":" }), colon > 0, colon + 2 < tree.count else { return [] }
        guard let noun = (0..<colon).last(where: { ["NNS", "NNPS", "NN"].contains(tree.xpos($0)) }), colon - noun <= 3,
            tree.xpos(noun) == "NNS"
        else { return [] }
        let separator = tree.tokens[colon...].contains { $0.form == ";" } ? ";" : ","
        let items = split(tree, from: colon + 1, by: separator)
        guard items.count > 1, separator == ";" || scene.mention(noun)?.quantity != nil || isCounted(noun, tree) else { return [] }
        let isMembers = ["member", "leader", "founder", "participant"].contains(tree.lemma(noun))
        let group = isMembers ? groupPhrase(noun, scene) : [scene.phrase(.patient, noun)]
        return items.flatMap { tokens -> [Item] in
            let head = head(of: tokens, in: scene)
            let end = isMembers ? name(in: tokens, scene) : tokens
            let span = scene.text.trimmed(tree.span(of: end))
            guard span.length > 1 else { return [] }
            let relation = isMembers ? "member-of" : "part-of"
            let fact = Predication(
                anchor: head, predicate: "be", relation: relation,
                phrases: [Predication.Phrase(.agent, head: head, span: span)] + group, tense: .present, rule: "list",
                certainty: 0.9, evidence: span, text: nil)
            return [Item(sentence: tree.index, predication: fact, speaker: nil)]
        }
    }

    private func isCounted(_ noun: Int, _ tree: ClauseTree) -> Bool { tree.child(noun, "nummod") != nil }

    private func split(_ tree: ClauseTree, from start: Int, by separator: String) -> [[Int]] {
        var result: [[Int]] = [[]]
        var depth = 0
        for token in start..<tree.count {
            let form = tree.tokens[token].form
            if form == "(" { depth += 1 }
            if form == ")" { depth -= 1 }
            if depth == 0, form == separator || form == "." && token == tree.count - 1 {
                result.append([])
            } else if !(result[result.count - 1].isEmpty && tree.upos(token) == "CCONJ") {
                result[result.count - 1].append(token)
            }
        }
        return result.filter { $0.contains { tree.upos($0) != "PUNCT" } }
    }

    private func head(of tokens: [Int], in scene: Scene) -> Int {
        tokens.first { scene.mention($0)?.kind == .name } ?? tokens.first { scene.tree.upos($0) == "NOUN" } ?? tokens[0]
    }

    /// The item's name, without what is said of it after a comma or in brackets.
    private func name(in tokens: [Int], _ scene: Scene) -> [Int] {
        let end = tokens.firstIndex { [",", "("].contains(scene.tree.tokens[$0].form) } ?? tokens.count
        return end > 0 ? Array(tokens[..<end]) : tokens
    }

    /// What the members belong to: the subject of "is a group comprising members".
    private func groupPhrase(_ noun: Int, _ scene: Scene) -> [Predication.Phrase] {
        guard let clause = scene.clause(around: noun) else { return [scene.phrase(.patient, noun)] }
        let subjects = clause.governor.flatMap { scene.clause(at: $0) }?.subjects ?? clause.subjects
        return subjects.isEmpty ? [scene.phrase(.patient, noun)] : subjects.map { scene.phrase(.patient, $0) }
    }
}
