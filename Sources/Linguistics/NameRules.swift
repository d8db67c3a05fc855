import Facts
import Lexicon

/// Names as runs of proper nouns, typed by what the gazetteer knows of their words.
struct NameRules: Sendable {
    private let gazetteer: Gazetteer

    init() throws { gazetteer = try Gazetteer() }

    func names(_ tokens: [Token]) -> [NameSpan] {
        var result: [NameSpan] = []
        var i = 0
        while i < tokens.count {
            guard isName(tokens, i) else {
                i += 1
                continue
            }
            var last = i
            while let next = continuation(tokens, after: last) { last = next }
            result.append(NameSpan(first: i, last: last, type: type(tokens[i...last]), certainty: 0.2))
            i = last + 1
        }
        return result
    }

    private func isName(_ tokens: [Token], _ i: Int) -> Bool {
        tokens[i].upos == "PROPN" && tokens[i].form.first?.isUppercase == true && !Self.calendar.contains(tokens[i].form)
            && gazetteer.office(tokens[i].form.lowercased()) == nil
    }

    private func continuation(_ tokens: [Token], after i: Int) -> Int? {
        guard i + 1 < tokens.count else { return nil }
        if isName(tokens, i + 1) { return i + 1 }
        guard i + 2 < tokens.count, ["of", "-", "&"].contains(tokens[i + 1].form), isName(tokens, i + 2) else { return nil }
        return tokens[i + 1].form == "of" && gazetteer.type(ofNameEndingIn: tokens[i].form.lowercased()) == nil ? nil : i + 2
    }

    private func type(_ tokens: ArraySlice<Token>) -> EntityType {
        let name = tokens.map(\.form).joined(separator: " ")
        switch gazetteer.entry(name)?.kind {
        case .country: return .country
        case .region, .city, .capital: return .place
        case .demonym: return .nationality
        case .government, .organisation: return .organisation
        case nil: break
        }
        if let type = gazetteer.type(ofNameEndingIn: tokens.last!.form.lowercased()) ?? gazetteer.type(ofNameEndingIn: tokens.first!.form.lowercased()) { return type }
        if tokens.count == 1, name.count <= 6, name.allSatisfy({ $0.isUppercase || $0 == "." }) { return .organisation }
        return .person
    }

    private static let calendar: Set<String> = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
        "Jan.", "Feb.", "Mar.", "Apr.", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.",
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ]
}
