import Articles
import Chronology
import Facts
import Linguistics

/// Turns what the rules read into facts: phrases into arguments with their entities, evidence to the letter, ids from content.
struct FactWriter {
    let article: Article
    let scenes: [Scene]
    let layer: EntityLayer
    let text: ArticleText
    let knowledge: Knowledge

    /// - Parameters:
    ///   - time: when it holds.
    ///   - attribution: who says so.
    func fact(from predication: Predication, scene: Scene, time: ValidTime?, attribution: Attribution?) -> Fact {
        let sentence = scene.tree.sentence
        let arguments = predication.phrases.flatMap { phrase in
            written(phrase, scene: phrase.sentence.map { scenes[$0] } ?? scene)
        }
        var hash = ContentHash()
        hash.combine(article.id)
        hash.combine(scene.tree.tokens[predication.anchor].span.start)
        hash.combine(predication.predicate)
        hash.combine(predication.rule)
        for phrase in predication.phrases {
            hash.combine(phrase.role.rawValue)
            hash.combine(phrase.span.start)
            hash.combine(phrase.span.end)
        }
        let evidence = Evidence(
            document: article.id, sentence: scene.tree.index, span: clamp(predication.evidence, to: sentence.span),
            quote: text(sentence.span))
        return Fact(
            id: hash.hex, predicate: predication.predicate, relation: predication.relation,
            text: predication.text ?? text(predication.evidence), arguments: arguments, time: time, modality: predication.modality,
            polarity: predication.polarity, attribution: attribution,
            confidence: (predication.certainty * (0.5 + sentence.confidence / 2) * 100).rounded() / 100,
            rule: predication.rule, evidence: evidence)
    }

    /// A plural that stands for known single things ("the two allies") becomes one argument for each of them.
    private func written(_ phrase: Predication.Phrase, scene: Scene) -> [Argument] {
        let mention = scene.mention(phrase.head)
        let covers = mention.map { phrase.span.overlaps($0.span) } ?? false
        let head = head(of: phrase, scene: scene)
        var argument = Argument(
            role: phrase.role, text: phrase.text ?? clean(text(phrase.span)), head: head,
            entity: covers ? mention?.entity : nil, type: covers ? mention?.type : scene.type(of: phrase.head),
            span: phrase.span, preposition: phrase.preposition, quantity: mention?.quantity)
        if isClause(phrase, scene) {
            argument.entity = nil
            argument.type = nil
            argument.quantity = nil
            return [argument]
        }
        guard covers, let members = mention?.members, !members.isEmpty else { return [argument] }
        return members.map { member in
            var each = argument
            each.entity = member
            each.type = layer.entity(member)?.type ?? argument.type
            return each
        }
    }

    private func isClause(_ phrase: Predication.Phrase, _ scene: Scene) -> Bool {
        [.topic, .purpose, .cause].contains(phrase.role) && scene.clause(at: phrase.head) != nil
            || phrase.text != nil
    }

    private func head(of phrase: Predication.Phrase, scene: Scene) -> String {
        let token = scene.tree.tokens[phrase.head]
        return token.upos == "PROPN" ? token.lemma : token.lemma.lowercased()
    }

    /// A line feed inside an argument is the article's line break, not part of what it says.
    private func clean(_ words: String) -> String {
        words.contains("\n") ? words.split(whereSeparator: { $0 == "\n" || $0 == " " }).joined(separator: " ") : words
    }

    private func clamp(_ span: Span, to outer: Span) -> Span {
        let start = min(max(span.start, outer.start), outer.end)
        return Span(start, max(start, min(span.end, outer.end)))
    }
}
