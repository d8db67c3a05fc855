import Facts
import Lexicon

/// Makes the net's name spans finer by what the gazetteer knows: countries and nationalities, which the net does not tell from
/// other places and groups.
struct NameRefiner: Sendable {
    private let gazetteer: Gazetteer

    /// - Throws: ``ResourceFile/Missing``.
    init() throws { gazetteer = try Gazetteer() }

    /// - Parameter marked: the net's name spans, in order.
    /// - Returns: spans in order that do not overlap.
    func names(_ tokens: [Token], marked: [NameSpan]) -> [NameSpan] {
        let names = marked.compactMap { refined($0, tokens) }.filter { !isTitle($0, tokens, marked) }
        var result: [NameSpan] = []
        var next = 0
        for i in tokens.indices {
            if next < names.count, i >= names[next].first {
                if i == names[next].last {
                    result.append(names[next])
                    next += 1
                }
            } else if isNationality(tokens[i]) {
                result.append(NameSpan(first: i, last: i, type: .nationality))
            }
        }
        return result
    }

    /// Nil where nothing of the span can be a name.
    private func refined(_ marked: NameSpan, _ tokens: [Token]) -> NameSpan? {
        var span = marked
        while span.first < span.last, Self.loose.contains(tokens[span.first].form.lowercased()) { span.first += 1 }
        while span.first < span.last, Self.loose.contains(tokens[span.last].form.lowercased()) { span.last -= 1 }
        guard tokens[span.first...span.last].contains(where: { !["PUNCT", "PRON", "DET"].contains($0.upos) }) else { return nil }
        switch gazetteer.entry(Self.text(tokens[span.first...span.last]))?.kind {
        case .country where span.type == .place || span.type == .organisation: span.type = .country
        case .demonym where span.type != .person: span.type = .nationality
        default: break
        }
        return span
    }

    /// "Mayor" before the name of a person.
    private func isTitle(_ span: NameSpan, _ tokens: [Token], _ marked: [NameSpan]) -> Bool {
        span.type == .person && span.first == span.last && gazetteer.office(tokens[span.first].form.lowercased()) != nil
            && marked.contains { $0.first == span.last + 1 && $0.type == .person }
    }

    private static let loose: Set<String> = ["the", "'s", "’s", "\"", "“", "”", ",", "(", ")", "."]

    private func isNationality(_ token: Token) -> Bool {
        ["ADJ", "PROPN", "NOUN"].contains(token.upos) && token.form.first?.isUppercase == true
            && gazetteer.entry(token.form)?.kind == .demonym
    }

    /// The words with the spaces that stand between them in the text.
    private static func text(_ tokens: ArraySlice<Token>) -> String {
        var result = ""
        var end: Int?
        for token in tokens {
            if let end, token.span.start > end { result += " " }
            result += token.form
            end = token.span.end
        }
        return result
    }
}
