import FactStore
import Facts
import Lexicon

/// Fetches the sentences that may answer a question, with their facts, and keeps those it has fetched.
final class SentenceSource {
    let store: FactStore
    private let forms: WordTable
    private let entityNames: EntityNames
    private let reader: FactReader
    /// By document and number.
    private var views: [String: [Int: SentenceView]] = [:]
    private var viewCount = 0
    private var viewsRead = 0
    private var documents: [String: StoredDocument] = [:]
    private var mentions: [String: [Mention]] = [:]
    /// What the searches for the question at hand found: its readings and strategies look for the same words.
    private var searched: [(search: Search, found: [SentenceView])] = []
    private static let mostKept = 5_000

    init(store: FactStore, forms: WordTable, names: EntityNames) {
        self.store = store
        entityNames = names
        self.forms = forms
        reader = FactReader(store: store)
    }

    /// Sentences whose words or facts speak of the terms or of the predicate, the best found first by words, in the order of the text.
    func candidates(for query: ArticleQuery, limit: Int = 80) throws(StoreError) -> [SentenceView] {
        let search = Search(words: searchWords(query), entities: entities(query), limit: limit)
        if let known = searched.first(where: { $0.search == search }) { return known.found }
        var keys: [SentenceView.Key] = []
        if !search.words.isEmpty {
            for (document, index) in try store.places(matching: search.words, limit: limit) { keys.append(.init(document: document, index: index)) }
        }
        for (document, index) in try sentences(about: search.entities) { keys.append(.init(document: document, index: index)) }
        var found: [SentenceView] = []
        for key in keys.sorted() where key != found.last?.key { if let view = try view(key) { found.append(view) } }
        searched.append((search, found))
        return found
    }

    /// Begins another question.
    func forget() {
        searched.removeAll(keepingCapacity: true)
        guard reader.problem != nil else { return }
        // Some sentences may have been left without their facts.
        forgetViews()
        reader.forget()
    }

    /// - Throws: what went wrong as facts were read for the question at hand.
    func check() throws(StoreError) { if let problem = reader.problem { throw problem } }

    private struct Search: Equatable {
        var words: String
        var entities: [EntityID]
        var limit: Int
    }

    func view(_ key: SentenceView.Key) throws(StoreError) -> SentenceView? {
        if let known = views[key.document]?[key.index] { return known }
        try store.cancellation.check()
        guard key.index >= 0, let sentence = try store.sentence(key.document, key.index) else { return nil }
        if viewCount >= Self.mostKept { forgetViews() }
        let view = SentenceView(sentence, number: viewsRead, reader: reader, forms: forms, names: entityNames)
        views[key.document, default: [:]][key.index] = view
        viewCount += 1
        viewsRead += 1
        return view
    }

    private func forgetViews() {
        views.removeAll()
        viewCount = 0
    }

    /// The sentence that states a fact; nil where it cannot be read.
    func view(of fact: Fact) -> SentenceView? {
        try? view(SentenceView.Key(document: fact.evidence.document, index: fact.evidence.sentence))
    }

    /// The names that stand in a sentence, as arguments of nothing in particular.
    func names(in view: SentenceView) -> [ArgumentView] {
        let document = view.key.document
        if mentions[document] == nil { mentions[document] = ((try? store.mentions(in: document)) ?? []).filter { $0.kind == .name } }
        return (mentions[document] ?? []).filter { view.sentence.span.contains($0.span) }.map { mention in
            let last = mention.text.split(separator: " ").last.map(String.init) ?? mention.text
            return ArgumentView(Argument(role: .topic, text: mention.text, head: last, entity: mention.entity, type: mention.type,
                                         span: mention.span), forms: forms)
        }
    }

    func document(_ id: String) -> StoredDocument? {
        if let known = documents[id] { return known }
        guard let document = try? store.document(id) else { return nil }
        documents[id] = document
        return document
    }

    private func searchWords(_ query: ArticleQuery) -> String {
        var words: [String] = []
        for phrase in query.phrases {
            for term in phrase.terms {
                words.append(term.text)
                words += term.forms.filter { $0.value >= WordMeanings.Certainty.synonym }.keys.sorted().prefix(4).map { forms.text(of: $0) }
                words += term.names.prefix(3)
            }
        }
        if let predicate = query.predicate { words += searched(predicate) }
        return words.joined(separator: " ")
    }

    /// The verb asked for in all its forms, then what stands for it.
    private func searched(_ predicate: PredicateClass) -> [String] {
        let others = predicate.lemmas.filter { $0.value >= 0.8 && $0.key != predicate.verb }.keys.sorted()
        return ([predicate.verb] + others.prefix(12)).flatMap { [$0] + IrregularVerbs.forms(of: $0) }
    }

    private func entities(_ query: ArticleQuery) -> [EntityID] {
        Array(Set(query.phrases.flatMap { $0.terms.flatMap(\.entities) })).sorted()
    }

    private func sentences(about entities: [EntityID]) throws(StoreError) -> [(document: String, index: Int)] {
        guard !entities.isEmpty else { return [] }
        let about = FactFilter.Participant(entities: entities, orSource: true)
        return try store.sentences(ofFacts: FactFilter(participants: [about], limit: 400))
    }
}

extension ArticleQuery {
    /// Every phrase that the question holds.
    var phrases: [PhraseTerms] {
        var all = slots.map(\.phrase) + alternatives
        switch wanted.kind {
        case .kind(let phrase, _), .quantity(let phrase), .possessor(let phrase): all.append(phrase)
        case .anything, .person, .action: break
        }
        if let source { all.append(source) }
        return all + joins.flatMap(\.phrases)
    }
}
