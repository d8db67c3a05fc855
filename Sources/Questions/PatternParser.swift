import Facts

/// Reads the pattern language by recursive descent; each function reads the construct of its name in ``PatternLanguage``.
struct PatternParser {
    private let tokens: [PatternLexer.Token]
    private let failure: Diagnostic?
    private var position = 0

    init(_ text: String) {
        do {
            tokens = try PatternLexer.tokens(of: text)
            failure = nil
        } catch {
            tokens = [PatternLexer.Token(kind: .end, span: Span(0, 0))]
            failure = error
        }
    }

    mutating func query() throws(Diagnostic) -> Query {
        if let failure { throw failure }
        try checkSize()
        var result = try targetsAndBody()
        while true {
            if take(word: "order") {
                try expect(word: "by")
                repeat {
                    let key = try expression()
                    result.order.append(Query.Order(key, descending: take(word: "desc")))
                } while take(",")
            } else if take(word: "limit") {
                guard let limit = wholeNumber() else { throw expected("a whole number after limit", suggestions: ["limit 10"]) }
                result.limit = limit
            } else {
                guard kind == .end else { throw expected("& or the end", suggestions: ["&", "order by", "limit"]) }
                return result
            }
        }
    }

    /// Brackets and denials take calls of the parser inside one another, and signs in a row make deep trees: there is an end to both.
    private static let mostDepth = 60
    private static let mostTokens = 2_000

    private func checkSize() throws(Diagnostic) {
        if tokens.count > Self.mostTokens {
            throw Diagnostic(span: tokens[Self.mostTokens].span, message: "the pattern has more than \(Self.mostTokens) words and signs", suggestions: [])
        }
        var depth = 0
        for token in tokens {
            switch token.kind {
            case .sign("("), .sign("{"), .sign("["), .word("not"): depth += 1
            case .sign(")"), .sign("}"), .sign("]"): depth -= 1
            default: break
            }
            if depth > Self.mostDepth {
                throw Diagnostic(span: token.span, message: "more than \(Self.mostDepth) brackets and denials inside one another", suggestions: [])
            }
        }
    }

    /// `count ?x | …` is short for `count{ ?x | … }`.
    private mutating func targetsAndBody() throws(Diagnostic) -> Query {
        if case .word(let word) = kind, let function = Aggregate.Function(rawValue: word), case .variable = kind(after: 1) {
            position += 1
            let (value, apart) = try counted()
            try expect("|")
            let aggregate = Aggregate(function, value, apart: apart, body: try formula())
            return Query(targets: [Query.Target(.aggregate(aggregate))], body: .always)
        }
        guard hasTargets else {
            let start = position
            if let target = try? target(), case .term(.variable) = target.expression, endsQuery {
                return Query(targets: [target], body: .always)
            }
            position = start
            if let value = try? expression(), endsQuery { return Query(targets: [Query.Target(value)], body: .always) }
            position = start
            return Query(targets: [], body: try formula())
        }
        var targets: [Query.Target] = []
        repeat { targets.append(try target()) } while take(",")
        let body: Formula = take("|") ? try formula() : .always
        return Query(targets: targets, body: body)
    }

    private mutating func target() throws(Diagnostic) -> Query.Target {
        let value = try expression()
        return Query.Target(value, type: take(":") ? try name("a type") : nil)
    }

    private var endsQuery: Bool { kind == .end || kind == .word("order") || kind == .word("limit") }

    /// Whether a `|` stands outside of all brackets, or the whole is a list of values.
    private var hasTargets: Bool {
        var depth = 0
        var comma = false
        for token in tokens {
            guard case .sign(let sign) = token.kind else { continue }
            switch sign {
            case "(", "{", "[": depth += 1
            case ")", "}", "]": depth -= 1
            case "|" where depth == 0: return true
            case "," where depth == 0: comma = true
            default: break
            }
        }
        return comma
    }

    // MARK: Formulas

    private mutating func formula() throws(Diagnostic) -> Formula {
        var parts = [try conjunction()]
        while take(word: "or") { parts.append(try conjunction()) }
        return parts.count == 1 ? parts[0] : .or(parts)
    }

    private mutating func conjunction() throws(Diagnostic) -> Formula {
        var parts = [try part()]
        while take("&") { parts.append(try part()) }
        return parts.count == 1 ? parts[0] : .and(parts)
    }

    private mutating func part() throws(Diagnostic) -> Formula {
        if take(word: "not") { return .not(try part()) }
        if kind == .sign("("), let bracketed = try bracketedFormula() { return bracketed }
        if case .word(let word) = kind, word == "top" || word == "bottom" { return try top() }
        if let atom = try atom() { return .atom(atom) }
        let left = try expression()
        if case .term(let term) = left, take(":") { return .type(term, try name("a type")) }
        guard case .sign(let sign) = kind, let comparison = Comparison(rawValue: sign) else {
            throw expected("a comparison, a type after “:”, or an atom", suggestions: Comparison.allCases.map(\.rawValue))
        }
        position += 1
        return .comparison(left, comparison, try expression())
    }

    /// Nil where the bracket opens an expression: `(?a + ?b) > 2`.
    private mutating func bracketedFormula() throws(Diagnostic) -> Formula? {
        if bracketHoldsExpression { return nil }
        position += 1
        if take(")") { return .always }
        let inner = try formula()
        try expect(")")
        return inner
    }

    /// What follows the bracket that closes tells: an operator or a comparison. Trying both readings would double the work with every bracket.
    private var bracketHoldsExpression: Bool {
        var open = 0
        for index in position..<tokens.count {
            guard case .sign(let sign) = tokens[index].kind else { continue }
            if "({[".contains(sign) { open += 1 }
            if ")}]".contains(sign) { open -= 1 }
            if open == 0 { return continuesExpression(tokens[index + 1].kind) }
        }
        return false
    }

    private func continuesExpression(_ kind: PatternLexer.Kind) -> Bool {
        switch kind {
        case .sign(let sign): Comparison(rawValue: sign) != nil
        case .word(let word): Expression.Operator(rawValue: word) != nil
        default: false
        }
    }

    /// Nil where no relation with its bracket, set solid, stands here.
    private mutating func atom() throws(Diagnostic) -> Atom? {
        let start = position
        guard let relation = bareOrQuotedName(), tokens[position - 1].span.end == tokens[position].span.start, take("(") else {
            position = start
            return nil
        }
        var atom = Atom(relation, [])
        if !take(")") {
            repeat { atom.places.append(try place()) } while take(",")
            try expect(")")
        }
        if take("@") {
            if case .variable(let name) = kind {
                position += 1
                atom.time = .variable(Variable(name))
            } else if case .phrase(let words) = kind {
                position += 1
                atom.timeWords = words
            } else {
                atom.time = .during(try dates())
            }
        }
        if take("[") {
            repeat { try mark(&atom) } while take(",")
            try expect("]")
        }
        return atom
    }

    private mutating func place() throws(Diagnostic) -> Atom.Place {
        if case .word(let word) = kind, let role = Role(rawValue: word), kind(after: 1) == .sign(":") {
            position += 2
            return Atom.Place(try term(), as: role)
        }
        let start = position
        guard let words = wordsBeforeColon() else { return Atom.Place(try term()) }
        guard let label = PlaceLabel(words) else {
            position = start
            throw expected("a role, a preposition or a place", suggestions: PlaceLabel.grammatical + Role.allCases.map(\.rawValue))
        }
        return Atom.Place(try term(), at: label)
    }

    /// "because of" in `because of: ?x`, read with its colon.
    private mutating func wordsBeforeColon() -> String? {
        var words: [String] = []
        while case .word(let word) = kind(after: words.count) { words.append(word) }
        guard !words.isEmpty, kind(after: words.count) == .sign(":") else { return nil }
        position += words.count + 1
        return words.joined(separator: " ")
    }

    private mutating func mark(_ atom: inout Atom) throws(Diagnostic) {
        if take(word: "according") {
            try expect(word: "to")
            atom.attribution = try term()
        } else if take(word: "negative") {
            atom.polarity = .negative
        } else if case .word(let word) = kind, let modality = Modality(rawValue: word) {
            position += 1
            atom.modality = modality
        } else if let manner = manner() {
            atom.manners.append(manner)
        } else {
            let others = Manner.worded.map { $0 + " \"" } + Manner.bare
            throw expected(
                "a modality, “negative”, “according to” or a word of questions", suggestions: Modality.allCases.map(\.rawValue) + others)
        }
    }

    /// `which "US services"`, `past perfect`.
    private mutating func manner() -> Manner? {
        var words: [String] = []
        while case .word(let word) = kind(after: words.count) { words.append(word) }
        let text = words.joined(separator: " ")
        if case .phrase(let quoted) = kind(after: words.count), let manner = Manner(text, quoted) {
            position += words.count + 1
            return manner
        }
        guard let manner = Manner(text) else { return nil }
        position += words.count
        return manner
    }

    private mutating func top() throws(Diagnostic) -> Formula {
        let descending = kind == .word("top")
        position += 1
        guard let ranks = ranks() else { throw expected("how many, or ranks", suggestions: ["1", "2..2"]) }
        try expect(word: "by")
        let key = try expression()
        var groups: [Variable] = []
        if take(word: "per") {
            repeat { groups.append(try variable()) } while take(",")
        }
        try expect("{")
        let among = try formula()
        try expect("}")
        return .top(Top(ranks: ranks, key: key, descending: descending, groups: groups, among: among))
    }

    private mutating func ranks() -> ClosedRange<Int>? {
        guard case .word(let word) = kind else { return nil }
        let sides = word.split(separator: ".", omittingEmptySubsequences: true).compactMap { Int($0) }
        guard let first = sides.first, let last = sides.last, sides.count <= 2 else { return nil }
        let range = (sides.count == 1 ? 1 : first, last)
        guard range.0 >= 1, range.0 <= range.1 else { return nil }
        position += 1
        return range.0...range.1
    }

    // MARK: Expressions

    private mutating func expression() throws(Diagnostic) -> Expression {
        var left = try product()
        while case .word(let word) = kind, word == "+" || word == "-", let sign = Expression.Operator(rawValue: word) {
            position += 1
            left = .arithmetic(left, sign, try product())
        }
        return left
    }

    private mutating func product() throws(Diagnostic) -> Expression {
        var left = try value()
        while case .word(let word) = kind, word == "*" || word == "/", let sign = Expression.Operator(rawValue: word) {
            position += 1
            left = .arithmetic(left, sign, try value())
        }
        return left
    }

    private mutating func value() throws(Diagnostic) -> Expression {
        if take("(") {
            let inner = try expression()
            try expect(")")
            return inner
        }
        guard case .word(let word) = kind, opensAggregate else { return .term(try term()) }
        if let gap = Expression.Gap(rawValue: word) {
            position += 2
            let left = try expression()
            try expect(",")
            let right = try expression()
            try expect("}")
            return .apart(gap, left, right)
        }
        if let unit = Expression.CalendarUnit(rawValue: word) {
            position += 2
            let inner = try expression()
            try expect("}")
            return .calendar(unit, inner)
        }
        guard let function = Aggregate.Function(rawValue: word) else {
            let others = Expression.Gap.allCases.map(\.rawValue) + Expression.CalendarUnit.allCases.map(\.rawValue)
            throw expected("an aggregate", suggestions: Aggregate.Function.allCases.map(\.rawValue) + others)
        }
        position += 2
        let (value, apart) = try counted()
        try expect("|")
        let body = try formula()
        try expect("}")
        return .aggregate(Aggregate(function, value, apart: apart, body: body))
    }

    private mutating func counted() throws(Diagnostic) -> (Expression, [Variable]) {
        let value = try expression()
        var apart: [Variable] = []
        while take(",") { apart.append(try variable()) }
        return (value, apart)
    }

    private mutating func term() throws(Diagnostic) -> Term {
        switch kind {
        case .variable(let name):
            position += 1
            return .variable(Variable(name))
        case .phrase(let text):
            position += 1
            return .phrase(text)
        case .word("_"):
            position += 1
            return .anything
        case .sign("@"):
            position += 1
            return .date(try dates())
        case .word(let word) where PatternLexer.startsNumber(word.unicodeScalars):
            guard let number = Double(word) else {
                throw expected("a number; a name that starts with a digit stands in quotes", suggestions: ["'\(word)'"])
            }
            position += 1
            return .quantity(Quantity(value: number, unit: bareOrQuotedName() ?? ""))
        default:
            return .name(try name("a term"))
        }
    }

    private mutating func dates() throws(Diagnostic) -> DateRange {
        guard case .word(let word) = kind else {
            throw expected("a year, month, day or range of them", suggestions: ["2024", "1990..2001"])
        }
        let sides = word.split(separator: "..", omittingEmptySubsequences: false)
        let units = sides.map { PatternDay.unit($0) }
        let wellFormed = sides.count <= 2 && zip(sides, units).allSatisfy { sides.count == 2 && $0.isEmpty || $1 != nil }
        guard wellFormed else { throw expected("a year, month, day or range of them", suggestions: ["2024", "2024-07-28", "1990..2001"]) }
        position += 1
        return DateRange(start: units[0]?.start, end: units[units.count - 1]?.end)
    }

    private mutating func variable() throws(Diagnostic) -> Variable {
        guard case .variable(let name) = kind else { throw expected("a variable", suggestions: ["?x"]) }
        position += 1
        return Variable(name)
    }

    private mutating func name(_ what: String) throws(Diagnostic) -> String {
        guard let name = bareOrQuotedName() else { throw expected(what, suggestions: ["?x"]) }
        return name
    }

    /// A quoted name, or all words up to a sign, a reserved word or the end.
    private mutating func bareOrQuotedName() -> String? {
        if case .quotedName(let name) = kind {
            position += 1
            return name
        }
        var words: [String] = []
        while case .word(let word) = kind, !PatternLanguage.reserved.contains(word),
            !(words.isEmpty && PatternLexer.startsNumber(word.unicodeScalars)), !opensAggregate
        {
            words.append(word)
            position += 1
        }
        return words.isEmpty ? nil : words.joined(separator: " ")
    }

    // MARK: Tokens

    private var kind: PatternLexer.Kind { tokens[position].kind }

    private func kind(after count: Int) -> PatternLexer.Kind { tokens[min(position + count, tokens.count - 1)].kind }

    /// "count{", set solid.
    private var opensAggregate: Bool {
        kind(after: 1) == .sign("{") && tokens[position].span.end == tokens[position + 1].span.start
    }

    private mutating func take(_ sign: String) -> Bool {
        guard kind == .sign(sign) else { return false }
        position += 1
        return true
    }

    private mutating func take(word: String) -> Bool {
        guard kind == .word(word) else { return false }
        position += 1
        return true
    }

    private mutating func wholeNumber() -> Int? {
        guard case .word(let word) = kind, let number = Int(word), number >= 0 else { return nil }
        position += 1
        return number
    }

    private mutating func expect(_ sign: String) throws(Diagnostic) {
        guard take(sign) else { throw expected("“\(sign)”", suggestions: [sign]) }
    }

    private mutating func expect(word: String) throws(Diagnostic) {
        guard take(word: word) else { throw expected("“\(word)”", suggestions: [word]) }
    }

    private func expected(_ what: String, suggestions: [String]) -> Diagnostic {
        Diagnostic(span: tokens[position].span, message: "expected \(what) here", suggestions: suggestions)
    }
}
