import Facts

/// Phrases in patterns: their words as typed, with a star before the head where it isn't the last noun, brackets around words that need not
/// be met, and a plus before what a pronoun stands for: "the *commander of the fleet", "his (announcement) + Ann Lee", "+ the war".
struct PhraseNotation {
    let phrases: PhraseReader

    func text(_ phrase: PhraseTerms) -> String {
        let plain = phrases.terms(of: phrase.text)
        var marks: [(place: Int, mark: String)] = []
        for term in plain.terms where !phrase.terms.contains(where: { $0.span == term.span && $0.sense == term.sense }) {
            guard let span = term.span else { continue }
            marks += [(span.start, "("), (span.end, ")")]
        }
        let head = phrase.terms.first { $0.kind == .head }
        let usual = plain.terms.first { $0.kind == .head }
        if let span = head?.span, span != usual?.span {
            marks.append((span.start, "*"))
        } else if head == nil, phrase.terms.contains(where: { $0.span == usual?.span }), let aside = marks.first?.place {
            marks.append((aside, "*"))
        }
        var text = String.UnicodeScalarView()
        for (place, scalar) in phrase.text.unicodeScalars.enumerated() {
            for mark in marks where mark.place == place { text.append(contentsOf: mark.mark.unicodeScalars) }
            text.append(scalar)
        }
        for mark in marks where mark.place == phrase.text.unicodeScalars.count { text.append(contentsOf: mark.mark.unicodeScalars) }
        let added = phrase.terms.filter { term in !plain.terms.contains { $0.span == term.span && $0.sense == term.sense } }
        guard !added.isEmpty else { return String(text) }
        return String(text) + " + " + added.map(written).joined(separator: " ")
    }

    /// A phrase that a pronoun of the question stands for: the question didn't say its words, so they may answer it.
    func brought(_ phrase: PhraseTerms) -> String { "+ " + text(phrase) }

    /// A line without the words that pronouns stand for.
    func withoutBrought(_ line: String) -> String {
        line.split(separator: "\"", omittingEmptySubsequences: false).map { part in
            part.hasPrefix("+ ") ? "" : part.firstRange(of: " + ").map { part[..<$0.lowerBound] } ?? part
        }.joined(separator: "\"")
    }

    private func written(_ term: QuestionTerm) -> String {
        guard term.isName else { return term.text }
        return term.text.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
    }

    func terms(_ notation: String) -> PhraseTerms {
        if notation.hasPrefix("+ ") { return terms(String(notation.dropFirst(2))) }
        guard notation.unicodeScalars.contains(where: { ["*", "(", "+"].contains($0) }) else { return phrases.terms(of: notation) }
        var reading = Reading()
        let parts = notation.split(separator: " + ", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        reading.read(parts[0])
        let text = String(reading.text)
        let head = reading.head.flatMap { start in phrases.forms.words(of: text).first { $0.span.start == start }?.text }
        var phrase = phrases.terms(of: text, head: head ?? "")
        phrase.terms.removeAll { term in term.span.map { span in reading.aside.contains { $0.contains(span) } } ?? false }
        for term in parts.count > 1 ? phrases.terms(of: parts[1]).terms : [] {
            var added = term
            added.span = nil
            if added.kind == .head { added.kind = .modifier }
            phrase.terms.append(added)
        }
        return phrase
    }

    /// The words without the marks, with the places of what was marked.
    private struct Reading {
        var text = String.UnicodeScalarView()
        var head: Int?
        var aside: [Span] = []
        private var opened: Int?

        mutating func read(_ notation: String) {
            var count = 0
            for scalar in notation.unicodeScalars {
                switch scalar {
                case "*" where head == nil: head = count
                case "(" where opened == nil: opened = count
                case ")" where opened != nil:
                    aside.append(Span(opened!, count))
                    opened = nil
                default:
                    text.append(scalar)
                    count += 1
                }
            }
        }
    }
}
