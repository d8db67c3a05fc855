/// Statements as PostgreSQL writes them.
enum ServerDialect {
    /// Parameters are `$1`, `$2`, …; lists are taken apart by another function; which table a join starts from is the planner's to choose, so a
    /// `cross join … on` is a join.
    static func translated(_ sql: String) -> String {
        var translated = ""
        var number = 0
        var rest = sql.replacing("cross join", with: "join")[...]
        while let mark = rest.firstIndex(of: "?") {
            translated += rest[..<mark]
            rest = rest[mark...].dropFirst()
            let digits = rest.prefix { $0.isNumber }
            rest = rest.dropFirst(digits.count)
            if digits.isEmpty { number += 1 }
            translated += "$\(digits.isEmpty ? String(number) : String(digits))"
            if translated.hasSuffix("\(list)$\(number)") {
                translated.removeLast("\(list)$\(number)".count)
                translated += "json_array_elements_text($\(number)::json"
            }
        }
        return translated + rest
    }

    private static let list = "json_each("
}
