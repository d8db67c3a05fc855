/// The canonical relations that verbs state, looked up where they lie in the table of verbs: for a program that asks for two or three
/// verbs, which takes a twentieth of the time of reading all of ``VerbLexicon``.
public struct VerbRelations: Sendable {
    private let file: ResourceFile

    /// - Throws: ``ResourceFile/Missing``.
    public init() throws { file = try ResourceFile(target: "Lexicon", name: "verbs.tsv") }

    /// - Parameter verb: the lemma, with its particle where it has one.
    public func relation(of verb: String) -> String? {
        let bytes = file.bytes, tab = UInt8(ascii: "\t"), newline = UInt8(ascii: "\n")
        let key = Array(verb.utf8)
        guard let first = key.first, first != UInt8(ascii: "#") else { return nil }
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: newline) ?? bytes.count
            if bytes[start] == first, bytes[start..<end].starts(with: key), start + key.count < end, bytes[start + key.count] == tab {
                let relation = bytes[(start + key.count + 1)..<end].prefix { $0 != tab }
                return relation.isEmpty ? nil : String(decoding: relation, as: UTF8.self)
            }
            start = end + 1
        }
        return nil
    }
}
