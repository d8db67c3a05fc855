import Facts

/// An article's text, cut by spans of Unicode scalars.
struct ArticleText: Sendable {
    let scalars: [Unicode.Scalar]

    init(_ text: String) { scalars = Array(text.unicodeScalars) }

    func callAsFunction(_ span: Span) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[max(0, span.start)..<min(scalars.count, span.end)])
        return String(view)
    }

    /// The span without white space, commas, dashes and stray quotation marks at its ends.
    func trimmed(_ span: Span) -> Span {
        var start = span.start
        var end = span.end
        while start < end, Self.loose.contains(scalars[start]) { start += 1 }
        while end > start, Self.loose.contains(scalars[end - 1]) { end -= 1 }
        let opening = scalars[start..<end].filter { Self.opening.contains($0) }.count
        let closing = scalars[start..<end].filter { Self.closing.contains($0) }.count
        if end - start > 1, closing > opening, Self.closing.contains(scalars[end - 1]) { return trimmed(Span(start, end - 1)) }
        if end - start > 1, opening > closing, Self.opening.contains(scalars[start]) { return trimmed(Span(start + 1, end)) }
        let straight = scalars[start..<end].filter { $0 == "\"" }.count
        if end - start > 1, straight % 2 == 1 {
            if scalars[start] == "\"" { return trimmed(Span(start + 1, end)) }
            if scalars[end - 1] == "\"" { return trimmed(Span(start, end - 1)) }
        }
        return Span(start, end)
    }

    private static let loose: Set<Unicode.Scalar> = [" ", "\n", "\t", "\u{A0}", ",", ";", ":", "—", "–", "-"]
    private static let opening: Set<Unicode.Scalar> = ["“", "(", "["]
    private static let closing: Set<Unicode.Scalar> = ["”", ")", "]"]
}
