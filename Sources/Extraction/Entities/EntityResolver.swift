import Articles
import Facts
import Lexicon
import Linguistics

/// Finds the entities of an article and decides which mentions speak of the same one.
///
/// Nothing is merged across articles here: two articles share an entity only because its id derives from type and full name.
public struct EntityResolver: Sendable {
    private let gazetteer: Gazetteer

    public init(gazetteer: Gazetteer) {
        self.gazetteer = gazetteer
    }

    /// - Parameter sentences: of this article, in text order.
    public func resolve(article: Article, sentences: [Sentence]) -> EntityLayer {
        EntityLayer(entities: [], mentions: [], lengths: sentences.map(\.tokens.count))
    }
}
