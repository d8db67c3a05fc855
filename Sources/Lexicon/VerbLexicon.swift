import Facts

/// What the reader knows of English verbs: the canonical relation each states, the nouns that name its event, who does
/// what its complement says and whether that happened, and how a speaker stands to what he says with it.
///
/// One table (`verbs.tsv`) feeds both journeys: articles are read and questions are understood with the same relations.
public struct VerbLexicon: Sendable {
    /// Who is the understood subject of a verb's infinitive or participle.
    public enum Controller: String, Sendable { case subject, object, raise }

    /// What a verb implies of its complement: "agreed to sell" plans the sale, "refused to sell" denies it.
    public struct Complement: Hashable, Sendable {
        public var controller: Controller
        public var modality: Modality
        public var isNegative: Bool
    }

    /// How a speaker stands to what he says.
    public enum Stance: String, Sendable {
        case neutral, claim, assert, deny, predict, warn, propose, demand, promise, fear, hope, blame, praise

        /// Whether "X verb that Y" tells what X said, so that Y is attributed to X.
        public var isReporting: Bool {
            switch self {
            case .neutral, .claim, .assert, .deny, .predict, .warn: true
            case .propose, .demand, .promise, .fear, .hope, .blame, .praise: false
            }
        }
    }

    /// A noun that names a verb's event: "passage" of "pass".
    public struct Nominal: Hashable, Sendable {
        public var verb: String
        /// Of its of-phrase: the passage of the act (patient), the death of the king (agent), the battle of the hill (place).
        public var ofRole: Role

        public init(verb: String, ofRole: Role) {
            self.verb = verb
            self.ofRole = ofRole
        }
    }

    public struct Entry: Hashable, Sendable {
        /// With its particle or fixed preposition: "carry out".
        public var verb: String
        public var relation: String?
        public var nouns: [String]
        public var complement: Complement?
        public var stance: Stance?
    }

    /// In the table's order.
    public let entries: [Entry]
    private let positions: [String: Int]
    private let nominals: [String: Nominal]
    private let verbsByRelation: [String: [String]]

    /// Reads the program's table; about a millisecond.
    /// - Throws: ``ResourceFile/Missing``, or ``Malformed`` for a line that breaks the format.
    public static func load() throws -> VerbLexicon {
        try VerbLexicon(TableText(ResourceFile(target: "Lexicon", name: "verbs.tsv")))
    }

    /// - Throws: ``Malformed`` with the number of the line.
    public init(table: String) throws { try self.init(TableText(table)) }

    private init(_ table: TableText) throws {
        var entries: [Entry] = []
        var nominals: [String: Nominal] = [:]
        for (line, columns) in table.rows {
            guard columns.count == 5 else { throw Malformed(line: line, reason: "needs 5 columns, has \(columns.count)") }
            let nouns = try TableText.list(columns[2], at: ",").map { field in
                let parts = TableText.list(field, at: ":")
                guard parts.count == 2, let role = Role(rawValue: parts[1]) else {
                    throw Malformed(line: line, reason: "“\(field)” is not NOUN:ROLE")
                }
                return (noun: parts[0], role: role)
            }
            for (noun, role) in nouns where nominals[noun] == nil {
                nominals[noun] = Nominal(verb: columns[0], ofRole: role)
            }
            entries.append(
                Entry(
                    verb: columns[0], relation: columns[1].isEmpty ? nil : columns[1], nouns: nouns.map(\.noun),
                    complement: try Self.complement(columns[3], line: line),
                    stance: try Self.stance(columns[4], line: line)))
        }
        self.entries = entries
        self.nominals = nominals
        positions = Dictionary(entries.enumerated().map { ($1.verb, $0) }, uniquingKeysWith: { first, _ in first })
        verbsByRelation = Dictionary(grouping: entries.filter { $0.relation != nil }, by: { $0.relation! }).mapValues {
            $0.map(\.verb)
        }
    }

    /// - Parameter verb: the lemma, with its particle where it has one.
    public func entry(_ verb: String) -> Entry? { positions[verb].map { entries[$0] } }

    /// The canonical relation that a verb states.
    public func relation(of verb: String) -> String? { entry(verb)?.relation }

    /// The verbs that state a relation, in the table's order.
    public func verbs(of relation: String) -> [String] { verbsByRelation[relation] ?? [] }

    /// The event that a noun names: "passage" names an event of "pass".
    public func nominal(_ noun: String) -> Nominal? { nominals[noun] }

    /// A line of the table that breaks its format.
    public struct Malformed: Error, CustomStringConvertible {
        public let line: Int
        public let reason: String
        public var description: String { "verbs.tsv, line \(line): \(reason)" }
    }

    private static func complement(_ field: String, line: Int) throws -> Complement? {
        if field.isEmpty { return nil }
        let parts = TableText.list(field, at: ":")
        guard parts.count >= 2, let controller = Controller(rawValue: parts[0]), let modality = Modality(rawValue: parts[1]),
            parts.count == 2 || parts[2] == "negative"
        else {
            throw Malformed(line: line, reason: "“\(field)” is not CONTROLLER:MODALITY or CONTROLLER:MODALITY:negative")
        }
        return Complement(controller: controller, modality: modality, isNegative: parts.count == 3)
    }

    private static func stance(_ field: String, line: Int) throws -> Stance? {
        if field.isEmpty { return nil }
        guard let stance = Stance(rawValue: field) else { throw Malformed(line: line, reason: "“\(field)” is no stance") }
        return stance
    }
}
