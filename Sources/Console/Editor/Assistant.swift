import Answering
import FactStore
import Facts
import Questions

/// What the console knows while a question is being typed: suggestions, completions, and which words it understands.
final class Assistant {
    private let session: Session
    /// Of the store as it was when help was last wanted.
    private var known: (store: FactStore, help: TypingHelp)?

    init(session: Session) { self.session = session }

    /// Another store may have been opened since, or this one corrected.
    private var help: TypingHelp? {
        if let known, known.store === session.store { return known.help }
        known = (try? TypingHelp(store: session.store, asOf: session.settings.asOf)).map { (session.store, $0) }
        return known?.help
    }

    // MARK: - Suggestion

    /// The rest of the newest question that starts so, else of the only word that can stand here.
    func suggestion(for line: String) -> String? {
        guard !line.isEmpty, !line.contains("\n") else { return nil }
        if let past = session.history.last(where: { $0.count > line.count && $0.hasPrefix(line) && !$0.contains("\n") }) {
            return String(past.dropFirst(line.count))
        }
        if line.hasPrefix(".") {
            let name = line.dropFirst()
            let command = DotCommand.all.first { $0.name.hasPrefix(name) && $0.name != name }
            return name.isEmpty ? nil : command.map { String($0.name.dropFirst(name.count)) }
        }
        let begun = line.split(separator: " ", omittingEmptySubsequences: false).last ?? ""
        guard begun.count >= 3, let completion = help?.completer.complete(line, limit: 1).first?.text else { return nil }
        return completion.hasPrefix(begun) ? String(completion.dropFirst(begun.count)) : nil
    }

    // MARK: - Completion

    func completions(for line: String) -> (start: Int, candidates: [(text: String, note: String)]) {
        line.hasPrefix(".") ? commandCompletions(line) : questionCompletions(line)
    }

    private func commandCompletions(_ line: String) -> (start: Int, candidates: [(text: String, note: String)]) {
        guard let space = line.firstIndex(of: " ") else {
            let begun = line.dropFirst()
            return (0, DotCommand.all.filter { $0.name.hasPrefix(begun) }.map { (".\($0.name)", $0.arguments) })
        }
        let name = String(line[..<space].dropFirst())
        guard let command = DotCommand.all.first(where: { $0.name == name }) else { return (0, []) }
        let (begun, candidates) = command.argument.completions(of: String(line[line.index(after: space)...]), in: session)
        return (line.unicodeScalars.count - begun.unicodeScalars.count, candidates)
    }

    private func questionCompletions(_ line: String) -> (start: Int, candidates: [(text: String, note: String)]) {
        guard let (start, candidates) = help?.completions(of: line, limit: 200) else { return (0, []) }
        return (start, candidates.map { ($0.text, $0.note) })
    }

    // MARK: - Colours

    /// Names cyan, the relation green, times yellow, words that nobody knows red, dot-commands bold where they exist.
    func colours(for scalars: [Unicode.Scalar]) -> [(range: Range<Int>, sgr: String)] {
        let line = String(scalars: scalars)
        if line.hasPrefix(".") {
            let end = scalars.firstIndex(of: " ") ?? scalars.count
            let isKnown = DotCommand.all.contains { $0.name == String(scalars: scalars[1..<end]) }
            return [(0..<end, isKnown ? "1" : "31")]
        }
        return (help?.words(in: line) ?? []).compactMap { word in
            switch word.kind {
            case .name: (word.span.start..<word.span.end, "36")
            case .relation: (word.span.start..<word.span.end, "32")
            case .time: (word.span.start..<word.span.end, "33")
            case .unknown: (word.span.start..<word.span.end, "31")
            case .word: nil
            }
        }
    }
}
