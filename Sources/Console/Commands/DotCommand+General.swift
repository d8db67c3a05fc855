import Facts
import Presentation

extension DotCommand {
    static let generalCommands: [DotCommand] = [
        DotCommand("help", "[COMMAND|tour]", "What can be done, how one command is used, or a tour of everything.", argument: .command) { session, words in
            guard let word = words.first else { return Outcome(output: overview(width: session.settings.width ?? 100)) }
            if word == "tour" { return Tour.help }
            let name = word.hasPrefix(".") ? String(word.dropFirst()) : word
            guard let command = all.first(where: { $0.name == name }) else {
                let near = Spelling.nearest(to: name, in: all.map(\.name)).map { "; did you mean .\($0)?" } ?? ""
                return .failure("No command .\(name)\(near)")
            }
            let details = command.details.isEmpty ? "" : "\n\(command.details)\n"
            return Outcome(output: "\(command.usage)\n    \(command.summary)\n\(details)")
        },
        DotCommand("forget", "", "Forgets what “he”, “it” and “there” refer to.") { session, _ in
            session.forget()
            return Outcome()
        },
        DotCommand("history", "[WORDS]", "What was asked before, or what of it holds the words.") { session, words in
            session.listHistory(holding: words.joined(separator: " "))
        },
        DotCommand("quit", "", "Leaves.") { _, _ in Outcome(quits: true) },
    ]

    private static let usageWidth = 28

    /// Every command, by what it is for.
    private static func overview(width: Int) -> String {
        let head = "Type a question in English, for instance: who is …, what happened in 1998, when did … . `.help tour` shows more."
        return TextLayout.wrap(head, width: width).map { $0 + "\n" }.joined() + groups.map { group in
            "\n\(group.title)\n" + group.commands.map { $0.line(width: width) }.joined()
        }.joined()
    }

    /// The usage and beside it the summary, or below it where there is no room.
    private func line(width: Int) -> String {
        let indent = String(repeating: " ", count: Self.usageWidth + 4)
        let isBeside = DisplayWidth.columns(of: usage) <= Self.usageWidth
        let lead = isBeside ? "  " + TextLayout.padded(usage, to: Self.usageWidth) + "  " : indent
        let lines = TextLayout.wrap(summary, width: width, firstIndent: lead, indent: indent)
        return (isBeside ? "" : "  \(usage)\n") + lines.map { $0 + "\n" }.joined()
    }

    static let explainingCommands: [DotCommand] = [
        DotCommand("explain", "[QUESTION]", "How a question is understood, and what was tried.") { session, words in
            session.explain(words.isEmpty ? nil : words.joined(separator: " "))
        },
        DotCommand("why", "[N]", "The facts and rules behind an answer.") { session, words in
            session.why(number: words.first.flatMap { Int($0) } ?? 1)
        },
        DotCommand("whynot", "", "For a refusal: the closest facts, and what each fails.") { session, _ in session.whyNot() },
        DotCommand("source", "[N]", "The sentence behind the last answer, in its paragraph.") { session, words in
            session.source(number: words.first.flatMap { Int($0) } ?? 1)
        },
    ]
}

extension Session {
    private static let mostHistory = 30

    /// The newest last.
    func listHistory(holding words: String) -> Outcome {
        guard !settings.format.isForMachines else { return Outcome() }
        let found = words.isEmpty ? history : history.filter { $0.lowercased().contains(words.lowercased()) }
        let rest = max(0, found.count - Self.mostHistory)
        let lines = found.suffix(Self.mostHistory).map { SafeText.escaped($0) + "\n" }
        return Outcome(output: (rest > 0 ? "… \(rest) older; .history WORDS finds them\n" : "") + lines.joined())
    }

    func explain(_ question: String?) -> Outcome {
        guard let line = question ?? last?.question else { return .failure("Use: .explain QUESTION, or ask one first") }
        let explanation = answerer.explain(line)
        guard !store.cancellation.isRequested else { return .stopped }
        return Outcome(output: ExplanationText(explanation, width: settings.width ?? 100).text)
    }

    func why(number: Int) -> Outcome {
        guard let last, number > 0, let answer = last.answers.dropFirst(number - 1).first else {
            return .failure(last?.answers.isEmpty == false ? "There are \(last?.answers.count ?? 0) answers" : "No answer to explain")
        }
        do {
            return Outcome(output: ReasonText(answer, facts: try store.facts(ids: answer.facts)).text)
        } catch {
            return .failure("\(error)")
        }
    }

    func whyNot() -> Outcome {
        guard let last, last.status == .noAnswer else { return .failure("The last question was not refused") }
        return Outcome(output: ExplanationText(answerer.explain(last.question), width: settings.width ?? 100).trials)
    }

    func source(number: Int) -> Outcome {
        var numbers = Numbering()
        for citation in last?.answers.flatMap(\.evidence) ?? [] { _ = numbers.number(of: citation) }
        let citations = numbers.citations
        guard let citation = citations.dropFirst(number - 1).first, number > 0 else {
            return .failure(citations.isEmpty ? "No answer to show the source of" : "There are \(citations.count) sources")
        }
        do {
            let name = SafeText.escaped(PlainWords.source(of: citation))
            if citation.span.length == 0 { return Outcome(output: "\(name)\n  \(SafeText.escaped(citation.quote))\n") }
            guard let document = try store.document(citation.document) else { return .failure("\(SafeText.escaped(citation.document)) is not in the store") }
            let paragraph = Paragraph(of: document.text, around: citation.span)
            let text = TextLayout.wrap(SafeText.escaped(paragraph.text), width: settings.width ?? 100, firstIndent: "  ", indent: "  ")
            return Outcome(output: "\(name) (\(SafeText.escaped(citation.document)))\n" + text.map { $0 + "\n" }.joined())
        } catch {
            return .failure("\(error)")
        }
    }
}

/// The paragraph of a text that a span stands in.
struct Paragraph {
    let text: String

    init(of text: String, around span: Span) {
        let scalars = Array(text.unicodeScalars)
        var start = min(span.start, scalars.count)
        var end = min(span.end, scalars.count)
        while start > 0, scalars[start - 1] != "\n" { start -= 1 }
        while end < scalars.count, scalars[end] != "\n" { end += 1 }
        self.text = String(scalars: scalars[start..<end])
    }
}
