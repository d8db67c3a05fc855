import Facts
import Lexicon

/// A name found in a sentence, before it is known whom it names.
struct NameCandidate: Hashable, Sendable {
    /// How sure its type is, the surest last.
    enum Grounds: Int, Hashable, Sendable, Comparable {
        case none, context, located, model, firstName, described, lastWord, title, gazetteer

        static func < (a: Grounds, b: Grounds) -> Bool { a.rawValue < b.rawValue }
    }

    var tokens: ClosedRange<Int>
    var type: EntityType
    var grounds: Grounds
    /// The gazetteer's row for exactly these words.
    var entry: Gazetteer.Entry?
    var title: OfficePhrase?
    /// The short form that follows in brackets.
    var abbreviation: ClosedRange<Int>?

    init(tokens: ClosedRange<Int>, type: EntityType = .thing, grounds: Grounds = .none, entry: Gazetteer.Entry? = nil) {
        self.tokens = tokens
        self.type = type
        self.grounds = grounds
        self.entry = entry
    }
}
