import Articles
import Chronology
import Facts
import Linguistics

/// Everything that was read out of one article: what the store keeps of it.
public struct Reading: Sendable {
    public var article: Article
    public var sentences: [Sentence]
    public var entities: [Entity]
    public var mentions: [Mention]
    public var times: [TimeExpression]
    public var facts: [Fact]

    public init(article: Article, sentences: [Sentence], entities: [Entity], mentions: [Mention], times: [TimeExpression],
                facts: [Fact]) {
        self.article = article
        self.sentences = sentences
        self.entities = entities
        self.mentions = mentions
        self.times = times
        self.facts = facts
    }
}
