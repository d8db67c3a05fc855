import Articles
import Extraction
import Facts
import Linguistics

/// An invented article with its entities, asked by the words of its mentions.
struct EntityReading {
    let layer: EntityLayer
    let sentences: [Sentence]

    private static let model = Result { try LanguageModel.load() }
    private static let resolver = Result { try EntityResolver.load() }

    init(_ text: String, article: String = "invented") throws {
        sentences = try Self.model.get().analyse(text)
        layer = try Self.resolver.get().resolve(article: Article(id: article, text: text), sentences: sentences)
    }

    /// The n-th mention with these words.
    func mention(_ words: String, _ n: Int = 0) -> EntityMention? {
        let found = layer.mentions.filter { $0.mention.text == words }
        return n < found.count ? found[n] : nil
    }

    func entity(_ words: String, _ n: Int = 0) -> Entity? { mention(words, n).flatMap { layer.entity($0.entity) } }

    /// The main name of what the words speak of.
    func name(_ words: String, _ n: Int = 0) -> String? { entity(words, n)?.name }

    func type(_ words: String) -> EntityType? { mention(words)?.type }

    func members(_ words: String) -> [String] { mention(words)?.members.compactMap { layer.entity($0)?.name } ?? [] }
}
