import Facts

extension Discourse {
    /// Everything that was read, with ids. Things that are described once and counted nowhere are left out: they name nothing.
    func layer(article: String) -> EntityLayer {
        var counts = [Int](repeating: 0, count: records.count)
        for item in items {
            counts[item.record] += 1
            for member in records[item.record].members { counts[member] += 1 }
        }
        let kept = items.filter {
            records[$0.record].isNamed || counts[$0.record] > 1 || ![.thing, .event, .work].contains(records[$0.record].type)
        }
        let sorted = kept.sorted { a, b in
            (a.sentence, a.tokens.lowerBound, -a.tokens.upperBound) < (b.sentence, b.tokens.lowerBound, -b.tokens.upperBound)
        }
        var ids = [EntityID?](repeating: nil, count: records.count)
        var order: [Int] = []
        for item in sorted where ids[item.record] == nil {
            ids[item.record] = records[item.record].id(in: article, place: span(item.tokens, item.sentence))
            order.append(item.record)
        }
        let numbers = quantityMentions(article)
        let mentions = sorted.map { item in
            let place = span(item.tokens, item.sentence)
            return EntityMention(
                mention: Mention(span: place, entity: ids[item.record]!, kind: item.kind, type: item.type, text: text(place)),
                sentence: item.sentence, tokens: item.tokens, head: item.head, reason: item.reason, title: title(of: item, ids),
                quantity: quantities[item.sentence].first { $0.noun == item.head }?.quantity,
                members: records[item.record].members.compactMap { ids[$0] })
        }
        let entities = order.map { index in
            Entity(
                id: ids[index]!, type: records[index].type, name: records[index].main,
                names: records[index].names.isEmpty ? [EntityName(records[index].main, .written)] : records[index].names)
        }
        let phrases = mentions.filter { $0.kind == .name }.compactMap(phrase)
        let all = (mentions + numbers.map(\.mention)).sorted {
            ($0.sentence, $0.tokens.lowerBound, -$0.tokens.upperBound) < ($1.sentence, $1.tokens.lowerBound, -$1.tokens.upperBound)
        }
        return EntityLayer(
            entities: entities + numbers.map(\.entity), mentions: all, phrases: phrases, quantities: quantities, lengths: words.map(\.count)
        )
    }

    private func title(of item: Item, _ ids: [EntityID?]) -> OfficePhrase? {
        guard var title = item.title else { return nil }
        if let owner = item.owner {
            title.ownerEntity = ids[owner]
        } else if title.ownerOrigin == .office, let name = title.owner {
            var country = EntityRecord(type: .country, main: name, isNamed: true)
            country.gazetteerName = name
            title.ownerEntity = country.id(in: "", place: Span(0, 0))
        }
        return title
    }

    /// The name with its title or the article before it; nil where it has neither.
    private func phrase(around name: EntityMention) -> Mention? {
        var first = name.title?.tokens.lowerBound ?? name.tokens.lowerBound
        if first > 0, words[name.sentence].lower[first - 1] == "the", name.type == .organisation { first -= 1 }
        guard first < name.tokens.lowerBound else { return nil }
        let place = span(first...name.tokens.upperBound, name.sentence)
        return Mention(span: place, entity: name.entity, kind: .nominal, type: name.type, text: text(place))
    }

    private func isNamed(_ tokens: ClosedRange<Int>, _ sentence: Int) -> Bool {
        names[sentence].contains { $0.name.tokens.overlaps(tokens) }
    }

    private func quantityMentions(_ article: String) -> [(entity: Entity, mention: EntityMention)] {
        var result: [(entity: Entity, mention: EntityMention)] = []
        for (sentence, phrases) in quantities.enumerated() {
            for phrase in phrases where phrase.kind != .duration && !isNamed(phrase.tokens, sentence) {
                let place = span(phrase.tokens, sentence)
                let type: EntityType = phrase.kind == .money ? .money : .quantity
                let id = EntityRecord(type: type, main: text(place), isNamed: false).id(in: article, place: place)
                let mention = Mention(span: place, entity: id, kind: .nominal, type: type, text: text(place))
                result.append(
                    (
                        Entity(id: id, type: type, name: text(place), names: [EntityName(text(place), .written)]),
                        EntityMention(
                            mention: mention, sentence: sentence, tokens: phrase.tokens,
                            head: words[sentence].tree.headOfPhrase(phrase.tokens), quantity: phrase.quantity)
                    ))
            }
        }
        return result
    }
}
