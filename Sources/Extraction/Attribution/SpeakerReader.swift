import Facts

/// Gives quoted sentences that name no speaker the one who speaks around them: a quotation of several sentences names its
/// speaker once.
struct SpeakerReader {
    /// A speaker, where it is named.
    struct Speaker: Hashable, Sendable {
        let sentence: Int
        let token: Int
        let cue: String
    }

    let scenes: [Scene]
    let sayings: [[Saying]]
    let quotations: Quotations

    /// For every sentence the speaker of what it quotes without saying so.
    func speakers() -> [Speaker?] {
        var result: [Speaker?] = Array(repeating: nil, count: scenes.count)
        for paragraph in paragraphs() {
            for index in paragraph where sayings[index].isEmpty && isQuotation(index) {
                result[index] =
                    speaker(before: index, in: paragraph) ?? speaker(after: index, in: paragraph) ?? carried(to: paragraph, result)
            }
        }
        return completed(result)
    }

    // MARK: Statements without marks

    /// "The minister said:" at the end of a paragraph opens a statement, which goes on for as long as its paragraphs speak in the
    /// first person.
    private func completed(_ known: [Speaker?]) -> [Speaker?] {
        var result = known
        var speaker: Speaker?
        for paragraph in paragraphs() {
            if speaker != nil, paragraph.contains(where: speaksOfItself) {
                for index in paragraph where isOwnWords(index) && result[index] == nil { result[index] = speaker }
            } else {
                speaker = nil
            }
            if let last = paragraph.last, let opening = opening(last) { speaker = opening }
        }
        return result
    }

    /// Who speaks behind the colon that ends a sentence.
    private func opening(_ index: Int) -> Speaker? {
        let scene = scenes[index]
        guard scene.tree.tokens.last?.form == ":", let clause = scene.clauses.last(where: { $0.link == .main }), clause.verb == "say",
            let speaker = clause.subjects.first, sayings[index].isEmpty
        else { return nil }
        return Speaker(sentence: index, token: speaker, cue: scene.tree.tokens[clause.head].form)
    }

    /// Whether nobody but "I" and "we" says anything in the sentence.
    private func isOwnWords(_ index: Int) -> Bool {
        sayings[index].flatMap(\.speakers).allSatisfy { ["i", "we"].contains(scenes[index].tree.lower($0)) }
    }

    private func speaksOfItself(_ index: Int) -> Bool {
        scenes[index].tree.tokens.contains { ["i", "we", "my", "our", "us", "me"].contains($0.form.lowercased()) && !quotations.contain($0.span) }
    }

    private func paragraphs() -> [Range<Int>] {
        var result: [Range<Int>] = []
        var start = 0
        for index in scenes.indices where index > start && scenes[index].tree.sentence.startsParagraph {
            result.append(start..<index)
            start = index
        }
        if start < scenes.count { result.append(start..<scenes.count) }
        return result
    }

    /// Whether a clause of the sentence is quoted: most of its words, or at least five in a row.
    private func isQuotation(_ index: Int) -> Bool {
        let words = scenes[index].tree.tokens.filter { $0.upos != "PUNCT" }
        let quoted = words.filter { quotations.contain($0.span) }.count
        return quoted * 2 > words.count && quoted > 2
    }

    private func named(_ index: Int) -> Speaker? {
        guard let saying = sayings[index].first(where: \.isQuoted), let token = saying.speakers.first else { return nil }
        return Speaker(sentence: index, token: token, cue: saying.cue)
    }

    private func speaker(before index: Int, in paragraph: Range<Int>) -> Speaker? {
        (paragraph.lowerBound..<index).reversed().lazy.compactMap(named).first
    }

    private func speaker(after index: Int, in paragraph: Range<Int>) -> Speaker? {
        (index + 1..<max(index + 1, paragraph.upperBound)).lazy.compactMap(named).first
    }

    /// A paragraph that opens with a mark goes on with the quotation of the paragraph before.
    private func carried(to paragraph: Range<Int>, _ known: [Speaker?]) -> Speaker? {
        guard paragraph.lowerBound > 0, let first = scenes[paragraph.lowerBound].tree.tokens.first(where: { $0.upos != "PUNCT" }),
            quotations.contain(first.span)
        else { return nil }
        let previous = paragraph.lowerBound - 1
        return named(previous) ?? known[previous]
    }
}
