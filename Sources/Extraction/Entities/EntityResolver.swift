import Articles
import Facts
import Lexicon
import Linguistics

/// Finds the entities of an article and decides which mentions speak of the same one.
///
/// Names first (``NameFinder``, ``NameBook``), then, in text order, descriptions and pronouns (``Discourse``). Every merge has a
/// reason; a wrong merge is worse than a missed one. Nothing is merged across articles here: two articles share an entity
/// only because its id derives from type and full name. Linear in the text.
public struct EntityResolver: Sendable {
    private let knowledge: EntityKnowledge

    init(knowledge: EntityKnowledge) { self.knowledge = knowledge }

    /// With the knowledge that ships with the program.
    /// - Throws: an error that says which of its files is missing or damaged.
    public static func load() throws -> EntityResolver { EntityResolver(knowledge: try EntityKnowledge.load()) }

    /// - Parameter sentences: of this article, in text order.
    public func resolve(article: Article, sentences: [Sentence]) -> EntityLayer {
        let known = SentenceWords.namesInside(sentences)
        let words = sentences.enumerated().map { SentenceWords(ClauseTree(sentence: $1, index: $0), knowledge, known: known) }
        let found = words.enumerated().map { (sentence: $0, names: NameFinder($1).find(), words: $1) }
        var book = NameBook(found, knowledge)
        for (index, entry) in book.entries.enumerated() where entry.name.entry?.kind == .capital && entry.name.type == .place {
            let reading = GovernmentReading(words[entry.sentence].tree, knowledge)
            if reading.isGovernment(entry.name.tokens) { book.readAsGovernment(index) }
        }
        var discourse = Discourse(book, words, knowledge, text: ArticleText(article.text))
        discourse.read()
        return discourse.layer(article: article.id)
    }
}
