import Articles
import Chronology
import Facts
import Lexicon
import Linguistics

/// Reads an article: sentences and trees, time expressions, entities, and the facts that its sentences state.
///
/// A fact states one predication as the article makes it. Nothing is concluded here: rules of inference work on the store.
public struct Extractor: Sendable {
    private let model: LanguageModel
    private let knowledge: Knowledge
    private let resolver: EntityResolver
    private let tagger: TimeTagger

    /// - Throws: ``ResourceFile/Missing`` where a table of the lexicon is not found.
    public init(model: LanguageModel) throws {
        self.model = model
        let entities = try EntityKnowledge.load()
        knowledge = Knowledge(entities: entities)
        resolver = EntityResolver(knowledge: entities)
        tagger = TimeTagger()
    }

    /// - Parameter article: its publication date is inferred from the text where it has none.
    public func read(_ article: Article) -> Reading {
        read(article, sentences: model.analyse(article.text))
    }

    /// Dates articles of one file that don't say when they were published: they were published together, so what any of them
    /// gives away dates all of them. A file with one undated article is left to ``read(_:)``.
    public func dating(_ siblings: [Article]) -> [Article] {
        let undated = siblings.filter { $0.published == nil }
        guard undated.count > 1,
            let evidence = PublicationEvidence.infer(from: undated.flatMap { Self.words(of: model.analyse($0.text)) })
        else { return siblings }
        return siblings.map { sibling in
            var article = sibling
            article.published = article.published ?? PublicationDate(day: evidence.day, origin: .text, reason: evidence.reason)
            return article
        }
    }

    private static func words(of sentences: [Sentence]) -> [[Word]] {
        sentences.map { $0.tokens.map { Word(span: $0.span, form: $0.form, lemma: $0.lemma, xpos: $0.xpos) } }
    }

    /// Reads an article whose sentences were analysed elsewhere.
    public func read(_ given: Article, sentences: [Sentence]) -> Reading {
        let words = Self.words(of: sentences)
        var article = given
        if article.published == nil, let evidence = PublicationEvidence.infer(from: words) {
            article.published = PublicationDate(day: evidence.day, origin: .text, reason: evidence.reason)
        }
        let times = tagger.tag(sentences: words, published: article.published?.day)
        let layer = resolver.resolve(article: article, sentences: sentences)
        let facts = SentenceReader(article: article, sentences: sentences, layer: layer, times: times, knowledge: knowledge).facts()
        return Reading(
            article: article, sentences: sentences, entities: layer.entities, mentions: layer.mentions.map(\.mention),
            times: times, facts: facts)
    }
}
