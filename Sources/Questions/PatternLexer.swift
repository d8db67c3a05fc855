import Facts

/// Cuts a line of the pattern language into tokens with their spans.
struct PatternLexer {
    enum Kind: Hashable {
        case sign(String)
        case variable(String)
        /// A run of characters without white space and signs.
        case word(String)
        case quotedName(String)
        case phrase(String)
        case end
    }

    struct Token {
        var kind: Kind
        var span: Span
    }

    private let scalars: [Unicode.Scalar]
    private var position = 0

    init(_ text: String) { scalars = Array(text.unicodeScalars) }

    /// - Throws: a diagnostic for a quotation mark without its fellow.
    static func tokens(of text: String) throws(Diagnostic) -> [Token] {
        var lexer = PatternLexer(text)
        var result: [Token] = []
        while true {
            let token = try lexer.next()
            result.append(token)
            if token.kind == .end { return result }
        }
    }

    static func startsNumber(_ scalars: some Collection<Unicode.Scalar>) -> Bool {
        guard let first = scalars.first else { return false }
        let digit = first == "-" || first == "." ? scalars.dropFirst().first : first
        return digit.map { ("0"..."9").contains($0) } ?? false
    }

    private mutating func next() throws(Diagnostic) -> Token {
        while position < scalars.count, scalars[position].properties.isWhitespace { position += 1 }
        guard position < scalars.count else { return Token(kind: .end, span: Span(scalars.count, scalars.count)) }
        let start = position
        switch scalars[position] {
        case "?":
            position += 1
            let name = run { !PatternLanguage.endsWord($0) }
            guard !name.isEmpty else {
                throw Diagnostic(
                    span: Span(start, position), message: "a variable needs a name after its question mark", suggestions: ["?x"])
            }
            return Token(kind: .variable(name), span: Span(start, position))
        case "'": return Token(kind: .quotedName(try quoted(by: "'")), span: Span(start, position))
        case "\"": return Token(kind: .phrase(try quoted(by: "\"")), span: Span(start, position))
        case let sign where PatternLanguage.isSign(sign):
            position += 1
            let pair = position < scalars.count && scalars[position] == "=" && (sign == "<" || sign == ">" || sign == "!")
            if pair { position += 1 }
            return Token(kind: .sign(String(sign) + (pair ? "=" : "")), span: Span(start, position))
        default:
            return Token(kind: .word(run { !PatternLanguage.endsWord($0) }), span: Span(start, position))
        }
    }

    private mutating func run(while holds: (Unicode.Scalar) -> Bool) -> String {
        var text = String.UnicodeScalarView()
        while position < scalars.count, holds(scalars[position]) {
            text.append(scalars[position])
            position += 1
        }
        return String(text)
    }

    /// A mark inside is written twice.
    private mutating func quoted(by mark: Unicode.Scalar) throws(Diagnostic) -> String {
        let start = position
        var text = String.UnicodeScalarView()
        position += 1
        while position < scalars.count {
            if scalars[position] == mark {
                position += 1
                guard position < scalars.count, scalars[position] == mark else { return String(text) }
            }
            text.append(scalars[position])
            position += 1
        }
        throw Diagnostic(
            span: Span(start, scalars.count), message: "this quotation mark has no second one", suggestions: [String(text) + String(mark)])
    }
}
