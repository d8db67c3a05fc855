import Facts

/// The examples that an article puts behind a description: "talks on some goods, particularly steel such as rails".
enum ExamplesBeside {
    /// The description with its examples, as the sentence has them; nil where it gives none.
    static func text(_ argument: Argument, in view: SentenceView) -> String? {
        guard view.sentence.span.contains(argument.span) else { return nil }
        let ends = view.facts.filter { $0.fact.rule == "example" && $0.fact.arguments.contains { $0.role == .attribute && $0.span == argument.span } }
            .compactMap { $0.fact.arguments.first { $0.role == .agent }?.span.end }
        guard let end = ends.max(), end > argument.span.end, end <= view.sentence.span.end else { return nil }
        let scalars = Array(view.sentence.text.unicodeScalars)
        let start = view.sentence.span.start
        let text = String(String.UnicodeScalarView(scalars[argument.span.start - start..<end - start]))
        let relative = text.firstRange(of: " that ")?.lowerBound ?? text.endIndex
        return Wording.trimmed(Wording.withoutRelative(String(text[..<relative])))
    }
}
