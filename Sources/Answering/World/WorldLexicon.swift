import FactStore
import Facts
import Lexicon
import Questions

/// What the words of a lexicon table mean, in the little language of its `maps_to` column; `docs/patterns.md` is its manual.
struct WorldLexicon {
    enum Meaning: Hashable {
        /// The thing is a member of one of these types.
        case types([String])
        /// The relation's object, or with `inverse` its subject.
        case relation(String, inverse: Bool, roles: [String: Role])
        /// `in Africa`: the relation holds with this thing.
        case restriction(String, name: String)
        /// `+area`: more of it; `-area`: less of it.
        case scale(String, more: Bool)
        /// `>latitude`: the attribute of the one is greater than that of the other.
        case comparison(Comparison, String)
        /// `latitude 0`: a line where the attribute has this value.
        case line(String, Double)
        /// Another name for a thing.
        case thing(String)
    }

    enum Part: String { case noun, type, adjective, verb, preposition, place }

    struct Entry: Hashable {
        var part: Part
        var meaning: Meaning
    }

    private var entries: [String: [Entry]] = [:]
    /// Verbs that stand in the table with a preposition, by the verb alone.
    private var phrasalVerbs: [String: [Meaning]] = [:]
    private(set) var transitive: [String] = []
    private(set) var symmetric: [String] = []
    /// Computed numbers that this world gives as whole ones, cut off: "average", "percentage".
    private(set) var whole: Set<String> = []

    /// - Parameter forms: rows are found by every form of their words.
    init(rows: [LexiconRow], world: World, forms: WordForms) {
        for row in rows {
            if row.part == "number", row.mapsTo == "whole" { whole.insert(row.word) }
            guard let meaning = Self.meaning(row, world) else { continue }
            let part = Part(rawValue: row.part.lowercased()) ?? .noun
            for key in forms.keys(row.word) where !(entries[key]?.contains { $0.part == part && $0.meaning == meaning } ?? false) {
                entries[key, default: []].append(Entry(part: part, meaning: meaning))
            }
            if part == .verb, let verb = WordForms.words(row.word).first, row.word.contains(" ") {
                phrasalVerbs[verb, default: []].append(meaning)
            }
            if case .relation(let name, _, _) = meaning {
                if row.note.contains("transitive") { transitive.append(name) }
                if row.note.contains("symmetric") { symmetric.append(name) }
            }
        }
    }

    /// The meanings of a word or phrase as these parts of speech, in the order of the table.
    func meanings(_ key: String, _ parts: Part...) -> [Meaning] {
        (entries[key] ?? []).filter { parts.contains($0.part) }.map(\.meaning)
    }

    /// The meanings of "star in" for "star".
    func meanings(ofVerbAlone verb: String) -> [Meaning] { phrasalVerbs[verb] ?? [] }

    /// The words of the table with their parts, in order of the words.
    var words: [(word: String, part: Part)] {
        entries.keys.sorted().flatMap { key in (entries[key] ?? []).map { (key, $0.part) } }
    }

    // MARK: The language of `maps_to`

    private static func meaning(_ row: LexiconRow, _ world: World) -> Meaning? {
        let text = row.mapsTo.trimmed
        guard let first = text.unicodeScalars.first else { return nil }
        let rest = String(text.dropFirst()).trimmed
        switch first {
        case "+": return .scale(rest, more: true)
        case "-": return .scale(rest, more: false)
        case ">": return .comparison(.greater, rest)
        case "<": return .comparison(.less, rest)
        default: break
        }
        if text.contains(",") { return .types(text.split(separator: ",").map { String($0).trimmed }) }
        let isInverse = text.hasPrefix("inverse ")
        let name = isInverse ? String(text.dropFirst("inverse ".count)).trimmed : text
        let prefersType = row.part == "type" || row.part == "noun" && world.relation(name) == nil
        if prefersType, world.type(name) != nil { return .types([name]) }
        if world.relation(name) != nil { return .relation(name, inverse: isInverse, roles: roles(row.note)) }
        if world.type(name) != nil { return .types([name]) }
        return relationAndValue(text, world) ?? (world.things(named: text).isEmpty ? nil : .thing(text))
    }

    /// "in Africa", "latitude 0", "position goalkeeper": a relation followed by a name or number.
    private static func relationAndValue(_ text: String, _ world: World) -> Meaning? {
        let words = text.split(separator: " ")
        for count in stride(from: words.count - 1, through: 1, by: -1) {
            let relation = words[..<count].joined(separator: " ")
            guard world.relation(relation) != nil else { continue }
            let value = words[count...].joined(separator: " ")
            return Double(value).map { .line(relation, $0) } ?? .restriction(relation, name: value)
        }
        return nil
    }

    /// "from = source, into and to = destination": which preposition fills which role.
    private static func roles(_ note: String) -> [String: Role] {
        var roles: [String: Role] = [:]
        for clause in note.split(whereSeparator: { $0 == "," || $0 == ";" }) {
            let sides = clause.split(separator: "=")
            guard sides.count == 2, let role = Role(tableColumn: String(sides[1]).trimmed) else { continue }
            // "object = destination": of "joined the club" the club is where to.
            for word in WordForms.words(sides[0]) where word != "and" && word != "or" { roles[word] = role }
        }
        return roles
    }
}

extension Role {
    /// The role of a column of a facts table.
    init?(tableColumn name: String) {
        switch name {
        case "subject": self = .agent
        case "object": self = .patient
        default:
            guard let role = Role(rawValue: name) else { return nil }
            self = role
        }
    }
}

extension String {
    var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(self[first...last])
    }
}
