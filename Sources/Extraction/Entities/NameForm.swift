/// How names are compared: without case, points of abbreviation, "the", possessive endings and typographic variants.
enum NameForm {
    /// "The U.S. Army" and "US Army" give the same key.
    static func key(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        var pendingSpace = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case ".", "\u{2019}", "'", "\u{2018}", "`", "\"", "\u{201C}", "\u{201D}": continue
            case " ", "\n", "\t", "\u{A0}", "-", "\u{2010}", "\u{2011}", "\u{2013}": pendingSpace = true
            default:
                if pendingSpace, !scalars.isEmpty { scalars.append(" ") }
                pendingSpace = false
                scalars.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
            }
        }
        let key = String(scalars)
        return key.hasPrefix("the ") ? String(key.dropFirst(4)) : key
    }

    /// "U.S.", "UN", "NATO": two to six capitals, with or without points.
    static func isAcronym(_ form: String) -> Bool {
        var letters = 0
        for scalar in form.unicodeScalars where scalar != "." {
            guard ("A"..."Z").contains(scalar) else { return false }
            letters += 1
        }
        return (2...6).contains(letters)
    }

    /// The abbreviations that a name's initials form: "Norland Coast Guard" gives NCG, "Ministry of Works" MOW and MW.
    static func initials(_ words: [String]) -> [String] {
        func form(withSmallWords: Bool) -> String? {
            var result = ""
            for word in words {
                guard let first = word.unicodeScalars.first else { continue }
                if isAcronym(word) {
                    result.unicodeScalars.append(contentsOf: word.unicodeScalars.filter { $0 != "." })
                } else if first.properties.isUppercase {
                    result.unicodeScalars.append(first)
                } else if withSmallWords, ["of", "and", "for", "the", "in", "on"].contains(word) {
                    if word != "the" { result.unicodeScalars.append(contentsOf: first.properties.uppercaseMapping.unicodeScalars) }
                } else if !["of", "and", "for", "the", "in", "on", "&", "-"].contains(word) {
                    return nil
                }
            }
            return (3...6).contains(result.unicodeScalars.count) ? result : nil
        }
        let plain = form(withSmallWords: false)
        let full = form(withSmallWords: true)
        return [plain, full == plain ? nil : full].compactMap { $0 }
    }

    /// Whether `short` can abbreviate `long`: its letters occur in the long form in order, the first one at the beginning.
    ///
    /// The test of A. Schwartz and M. Hearst, "A Simple Algorithm for Identifying Abbreviation Definitions in Biomedical
    /// Text", PSB 2003, run from the right; linear in the long form.
    static func abbreviates(_ short: String, _ long: String) -> Bool {
        let wanted = short.unicodeScalars.filter { $0.properties.isAlphabetic }.map { $0.properties.lowercaseMapping.unicodeScalars.first! }
        let text = long.unicodeScalars.map { $0.properties.lowercaseMapping.unicodeScalars.first! }
        guard wanted.count >= 2, text.count > wanted.count, text[0] == wanted[0] else { return false }
        var position = text.count - 1
        for letter in wanted.dropFirst().reversed() {
            while position > 0, text[position] != letter { position -= 1 }
            if position == 0 { return false }
            position -= 1
        }
        return true
    }
}
