import FactStore
import Facts
import Questions

/// Reads the words of a correction: a command and its arguments, as they are typed after the full stop and as the journal keeps them.
public enum CorrectionParser {
    public static let commands = ["assert", "retract", "alias", "merge", "split"]

    /// - Throws: a `Diagnostic` with the place in `words`.
    public static func parse(_ words: String) throws(Diagnostic) -> Correction {
        let command = String(words.prefix { $0 != " " })
        let rest = String(words.dropFirst(command.count))
        let argument = rest.trimmingBlanks
        let start = words.offset(of: argument)
        do {
            switch command {
            case "assert": return .assert(try PredicationReader(argument).assertion())
            case "retract": return .retract(try retraction(argument))
            case "alias": return try alias(argument)
            case "merge": return try merge(argument)
            case "split": return try split(argument)
            default: break
            }
        } catch {
            throw error.moved(by: start)
        }
        throw Diagnostic(span: Span(0, command.unicodeScalars.count), message: "“\(command)” is no correction", suggestions: commands)
    }

    /// A fact's id is sixteen hexadecimal digits; everything else is a pattern.
    private static func retraction(_ text: String) throws(Diagnostic) -> RetractedFacts {
        let isID = text.utf8.count == 16 && text.allSatisfy { $0.isHexDigit && !$0.isUppercase }
        return isID ? .id(text) : .matching(try PredicationReader(text).pattern())
    }

    private static func alias(_ text: String) throws(Diagnostic) -> Correction {
        let names = NameList.split(text, at: "=")
        guard names.count == 2, names.allSatisfy({ !$0.isEmpty }) else {
            throw Diagnostic(span: Span(0, text.unicodeScalars.count), message: "An alias is a new name, “=”, and a name that the articles have",
                             suggestions: ["alias Nan = Ann Lee"])
        }
        return .alias(name: names[0], of: names[1])
    }

    private static func merge(_ text: String) throws(Diagnostic) -> Correction {
        let names = NameList.split(text, at: ",")
        guard names.count == 2, names.allSatisfy({ !$0.isEmpty }) else {
            throw Diagnostic(span: Span(0, text.unicodeScalars.count), message: "Two names with a comma between them become one; the first stays",
                             suggestions: ["merge Ann Lee, Captain Lee", "merge \"Lee, Inc.\", Lee & Co."])
        }
        return .merge(names[0], names[1])
    }

    private static func split(_ text: String) throws(Diagnostic) -> Correction {
        let usage = "A name, and in brackets the documents in which it is another's"
        let suggestions = ["split Ann Lee (b.txt, c.txt)"]
        guard text.hasSuffix(")"), let open = text.lastIndex(of: "(") else {
            throw Diagnostic(span: Span(0, text.unicodeScalars.count), message: usage, suggestions: suggestions)
        }
        let name = NameList.split(String(text[..<open]), at: ",").joined(separator: ", ")
        let listed = String(text[text.index(after: open)...].dropLast())
        let documents = NameList.split(listed, at: ",").flatMap { listed.contains("\"") ? [$0] : $0.split(separator: " ").map(String.init) }
        guard !name.isEmpty, !documents.isEmpty, documents.allSatisfy({ !$0.isEmpty }) else {
            throw Diagnostic(span: Span(0, text.unicodeScalars.count), message: usage, suggestions: suggestions)
        }
        return .split(name: name, documents: documents)
    }
}

/// Names with a sign between them; a name that holds the sign stands in double quotes.
enum NameList {
    static func split(_ text: String, at separator: Character) -> [String] {
        var names = [""]
        var isQuoted = false
        for character in text {
            if character == "\"" {
                isQuoted.toggle()
            } else if character == separator, !isQuoted {
                names.append("")
            } else {
                names[names.count - 1].append(character)
            }
        }
        return names.map(\.trimmingBlanks)
    }
}
