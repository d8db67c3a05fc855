/// The canonical relations that verbs state, looked up where they lie in the table of verbs: for a program that asks for two or three
/// verbs, which takes a twentieth of the time of reading all of ``VerbLexicon``.
public struct VerbRelations: Sendable {
    private let file: ResourceFile

    /// - Throws: ``ResourceFile/Missing``.
    public init() throws { file = try ResourceFile(target: "Lexicon", name: "verbs.tsv") }

    /// - Parameter verb: the lemma, with its particle where it has one.
    public func relation(of verb: String) -> String? {
        let tab = UInt8(ascii: "\t"), newline = UInt8(ascii: "\n")
        let key = [newline] + verb.utf8 + [tab]
        guard let first = verb.utf8.first, first != UInt8(ascii: "#"), let row = file.position(of: key) else { return nil }
        let relation = file.bytes[(row + key.count)...].prefix { $0 != tab && $0 != newline }
        return relation.isEmpty ? nil : String(decoding: relation, as: UTF8.self)
    }
}
