import Articles
import Chronology
import Facts
import Linguistics

/// Reads the facts of an article, sentence by sentence, with what flows from one sentence to the next: speakers and dates.
struct SentenceReader {
    private let scenes: [Scene]
    private let sayings: [[Saying]]
    private let speakers: [SpeakerReader.Speaker?]
    private let quotations: Quotations
    private let published: Day?
    private let writer: FactWriter

    init(article: Article, sentences: [Sentence], layer: EntityLayer, times: [TimeExpression], knowledge: Knowledge) {
        let text = ArticleText(article.text)
        var timesOf: [[TimeExpression]] = sentences.map { _ in [] }
        for time in TimeExpression.joiningRanges(times) where timesOf.indices.contains(time.sentence) { timesOf[time.sentence].append(time) }
        let quotations = Quotations(text)
        let scenes = sentences.enumerated().map { index, sentence in
            let tree = ClauseTree(sentence: sentence, index: index)
            let repaired =
                tree.count > Self.longest
                ? tree
                : TreeRepair(layer: layer, times: timesOf[index], quotations: quotations, verbs: knowledge.verbs, words: knowledge.words)
                    .repair(tree)
            return Scene(tree: repaired, layer: layer, times: timesOf[index], knowledge: knowledge, text: text)
        }
        let sayings = scenes.map { SayingReader(scene: $0, quotations: quotations).sayings() }
        self.scenes = scenes
        self.sayings = sayings
        self.quotations = quotations
        speakers = SpeakerReader(scenes: scenes, sayings: sayings, quotations: quotations).speakers()
        published = article.published?.day
        writer = FactWriter(article: article, scenes: scenes, layer: layer, text: text, knowledge: knowledge)
    }

    func facts() -> [Fact] {
        var result: [Fact] = []
        var narrative: ValidTime?
        let lists = ListReader(scenes: scenes, sayings: sayings)
        let items = lists.contexts()
        for (index, scene) in scenes.enumerated() {
            if scene.tree.sentence.startsParagraph { narrative = nil }
            var predications = predications(of: scene, sayings: sayings[index], speaker: speakers[index])
            if index > 0 { predications = Connection(scene, after: scenes[index - 1]).complete(predications) }
            if let item = items[index], item.predication.modality == .planned { predications = predications.map { openItem($0, in: scene) } }
            let attachment = TimeAttachment(
                scene: scene, eventNouns: predications.filter { $0.rule == "nominal" }.map(\.anchor),
                published: published, narrative: narrative)
            result += predications.map { predication in
                var fact = fact(predication, scene, attachment)
                if fact.attribution == nil { fact.attribution = items[index]?.speaker.map(attribution) }
                return fact
            }
            if let root = scene.tree.root, let time = attachment.stated(at: root), time.start.day != nil { narrative = time }
        }
        result += lists.predications().map { item in
            writer.fact(
                from: item.predication, scene: scenes[item.sentence],
                time: TimeAttachment(scene: scenes[item.sentence], eventNouns: [], published: published, narrative: nil)
                    .time(of: item.predication),
                attribution: item.speaker.map(attribution))
        }
        var seen: Set<String> = []
        return result.filter { seen.insert($0.id).inserted }
    }

    /// Longer than any sentence that somebody wrote: a table or a file without full stops.
    private static let longest = 400

    private func predications(of scene: Scene, sayings: [Saying], speaker: SpeakerReader.Speaker?) -> [Predication] {
        if scene.tree.count > Self.longest { return [] }
        var result = VerbalRule(scene).predications() + CopularRule(scene).predications()
        result = SayingRule(scene: scene, quotations: quotations).complete(result, with: sayings)
        if let speaker {
            result.append(SayingRule(scene: scene, quotations: quotations).quotation(by: speaker, in: scenes[speaker.sentence]))
        }
        result = RespectivelyRule(scene).split(result)
        result += NominalRule(scene).predications()
        result += AppositionRule(scene).predications()
        result += DescriptionRule(scene).predications()
        result += NounPhraseRule(scene).predications()
        return result
    }

    private func fact(_ given: Predication, _ scene: Scene, _ attachment: TimeAttachment) -> Fact {
        var predication = given
        for duration in attachment.durations(at: predication.anchor) where predication.rule != "nominal" || duration.time == nil {
            if let token = scene.tree.tokens.indices.last(where: { duration.span.overlaps(scene.tree.tokens[$0].span) }) {
                predication.phrases.append(.init(.quantity, head: token, span: duration.span))
            }
        }
        if predication.modality == .actual, attachment.isRecurring(at: predication.anchor) { predication.modality = .generic }
        var fact = writer.fact(
            from: predication, scene: scene, time: attachment.time(of: predication),
            attribution: attribution(of: predication, scene))
        if let speaker = fact.attribution?.entity { fact.arguments = fact.arguments.map { resolved($0, to: speaker) } }
        return fact
    }

    /// "I" is who speaks.
    private func resolved(_ given: Argument, to speaker: EntityID) -> Argument {
        guard given.entity == nil, ["i", "me", "my", "myself"].contains(given.text.lowercased()) else { return given }
        var argument = given
        argument.entity = speaker
        argument.type = .person
        return argument
    }

    /// "Two, moving the base inland": what an open list names without a tense is still to be done.
    private func openItem(_ given: Predication, in scene: Scene) -> Predication {
        var predication = given
        if given.rule == "verb", given.tense == .none || isItsQuality(given.anchor, in: scene), given.modality == .actual {
            predication.modality = .planned
        }
        return predication
    }

    /// "Two, expanded operations": a participle before the noun that the item is about.
    private func isItsQuality(_ anchor: Int, in scene: Scene) -> Bool {
        scene.tree.xpos(anchor) == "VBN" && scene.tree.head(anchor).map { $0 == scene.tree.root && $0 > anchor } ?? false
    }

    // MARK: Attribution

    private func attribution(of speaker: SpeakerReader.Speaker) -> Attribution {
        attribution(by: speaker.token, in: scenes[speaker.sentence], cue: speaker.cue, quoted: false)
    }

    private func attribution(of predication: Predication, _ scene: Scene) -> Attribution? {
        let index = scene.tree.index
        let around = sayings[index].filter { $0.content.contains(predication.anchor) && $0.verb != predication.anchor }
        if let saying = around.min(by: { $0.content.count < $1.content.count }), let speaker = saying.speakers.first {
            return attribution(
                by: speaker, in: scene, cue: saying.cue, quoted: quotations.contain(scene.tree.tokens[predication.anchor].span))
        }
        if let saying = only(index), quotations.contain(scene.tree.tokens[predication.anchor].span) {
            return attribution(by: saying.speakers[0], in: scene, cue: saying.cue, quoted: true)
        }
        guard let speaker = speakers[index], predication.rule != "quotation" else { return nil }
        return attribution(by: speaker.token, in: scenes[speaker.sentence], cue: speaker.cue, quoted: true)
    }

    /// "She added that it will not do but “we can try”": every quotation of a sentence is its one speaker's, wherever the parser hung it.
    private func only(_ index: Int) -> Saying? {
        guard let saying = sayings[index].first, sayings[index].count == 1, saying.speakers.count == 1 else { return nil }
        return saying
    }

    private func attribution(by speaker: Int, in scene: Scene, cue: String, quoted: Bool) -> Attribution {
        let span = scene.text.trimmed(scene.tree.span(speaker))
        return Attribution(source: scene.text(span), entity: scene.mention(speaker)?.entity, cue: cue, span: span, quoted: quoted)
    }
}
