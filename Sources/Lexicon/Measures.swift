/// How general English speaks of measures: "long" of a length, "old" of an age or of a date of birth. A world uses a row only where it has
/// such an attribute. The data is `measures.tsv`.
public struct Measures: Sendable {
    public enum Part: String, Sendable {
        case adjective, noun, verb, preposition
        /// "begin" and "end": the attributes that tell when a thing does.
        case event
    }

    public enum Sense: String, Sendable {
        /// The word means more (or less) of the attribute.
        case more = "+", less = "-"
        /// The word means the attribute itself.
        case itself = "="
        /// The word compares numbers, whatever they measure.
        case greater = ">", smaller = "<"
    }

    /// An attribute by its name; inverted where more of the one is less of the other, as of age and date of birth.
    public struct Attribute: Hashable, Sendable {
        public var name: String
        public var isInverted: Bool
    }

    public struct Entry: Hashable, Sendable {
        public var sense: Sense
        /// The likeliest first.
        public var attributes: [Attribute]
    }

    private let entries: [Key: [Entry]]

    private struct Key: Hashable, Sendable {
        var word: String
        var part: Part
    }

    /// - Throws: ``ResourceFile/Missing``, or an error with the line that makes no sense.
    public static func load() throws -> Measures {
        try Measures(table: ResourceFile(target: "Lexicon", name: "measures.tsv").text)
    }

    /// - Throws: an error with the line that makes no sense.
    public init(table: String) throws {
        var entries: [Key: [Entry]] = [:]
        for (line, fields) in TableText(table).rows where fields[0] != "word" {
            guard fields.count == 4, let part = Part(rawValue: fields[1]), let sense = Sense(rawValue: fields[2]) else {
                throw Malformed(line: line)
            }
            let attributes = TableText.list(fields[3], at: ",").map { field in
                let name = field.drop { $0 == " " }
                return Attribute(name: String(name.hasPrefix("-") ? name.dropFirst() : name), isInverted: name.hasPrefix("-"))
            }
            entries[Key(word: fields[0], part: part), default: []].append(Entry(sense: sense, attributes: attributes))
        }
        self.entries = entries
    }

    /// Empty for a word that speaks of no measure.
    public func entries(_ lemma: String, _ part: Part) -> [Entry] { entries[Key(word: lemma, part: part)] ?? [] }

    struct Malformed: Error, CustomStringConvertible {
        let line: Int
        var description: String { "measures.tsv, line \(line): expected word, part, sense and attributes, parted by tabs" }
    }
}
