import Facts

/// What an article speaks of: its entities and every place where it speaks of them.
public struct EntityLayer: Sendable {
    /// In the order of their first mention.
    public let entities: [Entity]
    /// In text order; of two that start together the longer first.
    public let mentions: [EntityMention]
    /// Names with their titles and articles, as phrases of their own: "Foreign Minister Ann Lee", "the UN".
    public let phrases: [Mention]
    /// The numbers of each sentence, in text order.
    public let quantities: [[QuantityPhrase]]
    private let positions: [EntityID: Int]
    private let innermost: [[Int32]]
    private let headed: [[Int32]]
    /// Where each sentence's mentions begin in `mentions`, and the end.
    private let starts: [Int]

    /// - Parameter lengths: the number of tokens of each sentence.
    public init(entities: [Entity], mentions: [EntityMention], phrases: [Mention] = [], quantities: [[QuantityPhrase]] = [], lengths: [Int])
    {
        self.entities = entities
        self.mentions = mentions
        self.phrases = phrases
        self.quantities = quantities
        var positions: [EntityID: Int] = [:]
        for (index, entity) in entities.enumerated() { positions[entity.id] = index }
        self.positions = positions
        var innermost = lengths.map { [Int32](repeating: -1, count: $0) }
        var headed = innermost
        func isShorter(_ new: EntityMention, than index: Int32) -> Bool {
            index < 0 || new.tokens.count < mentions[Int(index)].tokens.count
        }
        for (index, mention) in mentions.enumerated() {
            for token in mention.tokens where isShorter(mention, than: innermost[mention.sentence][token]) {
                innermost[mention.sentence][token] = Int32(index)
            }
            let current = headed[mention.sentence][mention.head]
            if current < 0 || mention.tokens.count > mentions[Int(current)].tokens.count {
                headed[mention.sentence][mention.head] = Int32(index)
            }
        }
        for (index, mention) in mentions.enumerated() {
            for token in mention.title?.tokens ?? 0...0 where mention.title != nil && headed[mention.sentence][token] < 0 {
                headed[mention.sentence][token] = Int32(index)
            }
        }
        var starts = [Int](repeating: 0, count: lengths.count + 1)
        for mention in mentions { starts[mention.sentence + 1] += 1 }
        for sentence in lengths.indices { starts[sentence + 1] += starts[sentence] }
        self.starts = starts
        self.innermost = innermost
        self.headed = headed
    }

    /// The number that counts, measures or ages the thing that the token names, or whose own words the token belongs to.
    public func quantity(at sentence: Int, token: Int) -> QuantityPhrase? {
        guard quantities.indices.contains(sentence) else { return nil }
        return quantities[sentence].first { $0.noun == token || $0.tokens.contains(token) }
    }

    public func entity(_ id: EntityID) -> Entity? { positions[id].map { entities[$0] } }

    /// A sentence's mentions, in text order.
    public func mentions(in sentence: Int) -> ArraySlice<EntityMention> { mentions[starts[sentence]..<starts[sentence + 1]] }

    /// The shortest mention that covers the token.
    public func mention(at sentence: Int, token: Int) -> EntityMention? {
        let index = innermost[sentence][token]
        return index < 0 ? nil : mentions[Int(index)]
    }

    /// The longest mention whose phrase hangs on the token; a person's mention is also found by the words of the title
    /// before the name, because treebanks differ on which of the two is the head.
    public func mention(headedBy token: Int, in sentence: Int) -> EntityMention? {
        let index = headed[sentence][token]
        return index < 0 ? nil : mentions[Int(index)]
    }
}
