import Facts

/// The text form of a ``Query``, which people read in explanations, edit and ask again. `docs/patterns.md` is its manual;
/// `parse(print(query))` gives the same query back.
///
///     query      = [ targets "|" ] formula [ "order by" key { "," key } ] [ "limit" N ]
///     targets    = target { "," target }            target = expression [ ":" type ]
///     formula    = both { "or" both }               both   = part { "&" part }
///     part       = "not" part | "(" formula ")" | top | atom | term ":" type | expression comparison expression
///     atom       = relation"(" [ place ":" ] term { "," … } ")" [ "@" dates | "@" variable | '@ "' words '"' ] [ "[" mark { "," mark } "]" ]
///     place      = a role | "subject" | "object" | "complement" | … | a preposition | "when" | "where" | "why" | "how" [ adjective ]
///     top        = ( "top" | "bottom" ) ranks "by" expression [ "per" variable { "," … } ] "{" formula "}"
///     expression = product { ( "+" | "-" ) product }    product = value { ( "*" | "/" ) value }
///     value      = term | "(" expression ")" | ( "distance" | "years" ) "{" expression "," expression "}"
///                | ( "year" | "month" ) "{" expression "}"
///                | ( "count" | "sum" | "average" | "min" | "max" ) "{" expression { "," variable } "|" formula "}"
///     term       = "?" name | "_" | name | "'" name "'" | '"' words '"' | number [ unit ] | "@" dates
///     dates      = day | [ day ] ".." [ day ]       day = YYYY [ "-" MM [ "-" DD ] ]
///     mark       = a modality | "negative" | "according to" term | a word of questions, perhaps with words: which "US services"
public enum PatternLanguage {
    /// Words that end a name; a name that holds one, or a sign of the language, stands in single quotes.
    static let reserved: Set<String> = ["or", "not", "order", "limit", "by", "per", "desc", "top", "bottom", "+", "-", "*", "/", "_"]

    static func isSign(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "(", ")", "{", "}", "[", "]", ",", "|", "&", "@", ":", "<", ">", "=", "!", "\"", "?": true
        default: false
        }
    }

    static func endsWord(_ scalar: Unicode.Scalar) -> Bool { isSign(scalar) || scalar.properties.isWhitespace }

    /// The shortest text that parses to this query.
    public static func print(_ query: Query) -> String { PatternPrinter().query(query) }

    public static func print(_ formula: Formula) -> String { PatternPrinter().formula(formula) }

    /// - Throws: a ``Diagnostic`` with the place and what was expected there.
    public static func parse(_ text: String) throws(Diagnostic) -> Query {
        var parser = PatternParser(text)
        return try parser.query()
    }

    /// Whether a line is meant as a pattern rather than as English: it holds a variable, or parses to more than a name or number.
    public static func looksLikePattern(_ line: String) -> Bool {
        var previous: Unicode.Scalar = " "
        for scalar in line.unicodeScalars {
            if previous == "?", scalar.properties.isAlphabetic { return true }
            previous = scalar
        }
        guard let query = try? parse(line) else { return false }
        return query.body != .always || query.targets.contains { if case .term = $0.expression { false } else { true } }
    }
}
