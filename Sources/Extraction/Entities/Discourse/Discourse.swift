import Facts
import Lexicon

/// The article's entities as they come up, sentence by sentence.
///
/// Names are known beforehand. Descriptions and pronouns look back at what was mentioned before: a description to anything with
/// the same head noun, a pronoun to the last few sentences, at most ``Discourse/reach`` mentions, so that reading stays linear.
struct Discourse {
    /// A mention while the article is being read; `record` becomes an entity at the end.
    struct Item {
        var record: Int
        var sentence: Int
        var tokens: ClosedRange<Int>
        var head: Int
        var kind: Mention.Kind
        var type: EntityType
        var reason: EntityMention.Reason
        var title: OfficePhrase?
        /// Record of the body that the title's office belongs to.
        var owner: Int?
        /// How prominent its grammatical place is.
        var weight = 0.0
        var isPlural = false
        /// "who", "which": no mention of its own weight.
        var isRelative = false
    }

    /// Things joined by "and": what "they" or "the two" may speak of.
    struct Group {
        var members: [Int]
        var sentence: Int
        var token: Int
        var type: EntityType
        var weight: Double
        var record: Int?
    }

    static let reach = 60

    let words: [SentenceWords]
    let knowledge: EntityKnowledge
    let text: ArticleText
    var records: [EntityRecord]
    /// In text order of their heads.
    var items: [Item] = []
    private(set) var groups: [Group] = []
    /// Records by the head nouns that describe them, the latest one last.
    private(set) var byHead: [String: [Int]] = [:]
    /// Mentions of each record so far.
    private(set) var counts: [Int: Int] = [:]
    private(set) var lastItem: [Int: Int] = [:]
    /// Descriptions with a possessor: "government" of Larkin.
    var byPossessor: [String: Int] = [:]
    private(set) var quantities: [[QuantityPhrase]] = []
    let names: [[NameBook.Entry]]
    /// The record of each token that heads a mention of the sentence that is being read.
    private(set) var recordOfHead: [Int?] = []

    init(_ book: NameBook, _ words: [SentenceWords], _ knowledge: EntityKnowledge, text: ArticleText) {
        self.words = words
        self.knowledge = knowledge
        self.text = text
        records = book.records
        var names = [[NameBook.Entry]](repeating: [], count: words.count)
        for entry in book.entries { names[entry.sentence].append(entry) }
        self.names = names
        quantities = words.map { QuantityReader($0.tree).read() }
    }

    mutating func read() {
        for sentence in words.indices { read(sentence) }
    }

    /// The mentions of a sentence in the order of their heads.
    private mutating func read(_ sentence: Int) {
        let words = words[sentence]
        var entryAt = [Int?](repeating: nil, count: words.count)
        var isCovered = [Bool](repeating: false, count: words.count)
        recordOfHead = [Int?](repeating: nil, count: words.count)
        for (index, entry) in names[sentence].enumerated() {
            entryAt[words.tree.headOfPhrase(entry.name.tokens)] = index
            for i in entry.name.tokens { isCovered[i] = true }
            if let title = entry.name.title {
                for i in title.tokens { isCovered[i] = true }
                recordOfHead[words.tree.headOfPhrase(title.tokens.lowerBound...entry.name.tokens.upperBound)] = entry.record
            }
            recordOfHead[words.tree.headOfPhrase(entry.name.tokens)] = entry.record
        }
        for phrase in quantities[sentence] where phrase.kind != .count { for i in phrase.tokens { isCovered[i] = true } }
        var deferred: [Pronoun] = []
        for i in 0..<words.count {
            if let index = entryAt[i] {
                add(names[sentence][index])
            } else if let phrase = NounPhrase(head: i, in: words, isCovered: { isCovered[$0] }) {
                describe(phrase, sentence)
            } else if !isCovered[i], referByNumber(i, sentence) {
                quantities[sentence].removeAll { $0.tokens.contains(i) }
            } else if let pronoun = Pronoun(i, in: words) {
                if pronoun.isFronted(in: words.tree) { deferred.append(pronoun) } else { refer(pronoun, sentence) }
            }
            joinGroup(i, sentence)
        }
        for pronoun in deferred { referForward(pronoun, sentence) }
        assignOwners(sentence)
    }

    private mutating func add(_ entry: NameBook.Entry) {
        let tree = words[entry.sentence].tree
        let head = tree.headOfPhrase(entry.name.tokens)
        let isPlural =
            entry.name.type == .nationality && !tree.has(tree.firstConjunct(head), any: ["amod", "compound"])
            || entry.name.tokens.count == 1 && entry.name.entry == nil && tree.xpos(head) == "NNPS" && entry.name.type != .person
        for head in records[entry.record].heads { note(entry.record, as: head) }
        append(
            Item(
                record: entry.record, sentence: entry.sentence, tokens: entry.name.tokens, head: tree.headOfPhrase(entry.name.tokens),
                kind: .name, type: entry.name.type, reason: entry.reason, title: entry.name.title, isPlural: isPlural))
    }

    mutating func append(_ item: Item) {
        var item = item
        item.weight = weight(of: item.head, in: words[item.sentence].tree, kind: item.kind, type: item.type)
        counts[item.record, default: 0] += 1
        lastItem[item.record] = items.count
        recordOfHead[item.head] = item.record
        items.append(item)
    }

    /// Makes the record findable by a head noun.
    mutating func note(_ record: Int, as head: String) {
        records[record].addHead(head)
        if byHead[head]?.last != record { byHead[head, default: []].append(record) }
    }

    mutating func create(_ record: EntityRecord) -> Int {
        records.append(record)
        return records.count - 1
    }

    /// Prominence by grammatical role, after S. Lappin and H. Leass, "An Algorithm for Pronominal Anaphora Resolution",
    /// Computational Linguistics 20(4), 1994.
    private func weight(of head: Int, in tree: ClauseTree, kind: Mention.Kind, type: EntityType) -> Double {
        if tree.has(head, any: ["amod", "compound"]) || tree.has(tree.firstConjunct(head), any: ["amod", "compound"]) { return 5 }
        let role: Double =
            switch tree.base(tree.firstConjunct(head)) {
            case "nsubj": 80
            case "root": 60
            case "obj": 50
            case "iobj", "obl": 40
            case "appos", "conj": 35
            case "nmod" where isPartOfPredicate(head, tree): 60
            case "nmod": tree.relation(head) == "nmod:poss" ? 40 : 25
            default: 15
            }
        return role + (kind == .name ? 10 : 0)
    }

    /// "All of this is part of the plan": the plan is what the sentence speaks of.
    private func isPartOfPredicate(_ i: Int, _ tree: ClauseTree) -> Bool {
        tree.head(i).map { tree.root == $0 && ["part", "kind", "type", "form", "example"].contains(tree.lemma($0)) } ?? false
    }

    // MARK: Groups

    /// Notes a coordination when its last part has been read.
    private mutating func joinGroup(_ i: Int, _ sentence: Int) {
        let tree = words[sentence].tree
        guard tree.has(i, "conj") else { return }
        let first = tree.firstConjunct(i)
        let parts = tree.conjuncts(first).sorted()
        guard parts.last == i else { return }
        var members: [Int] = []
        for part in parts {
            guard let record = recordOfHead[part] else { return }
            if !members.contains(record) { members.append(record) }
        }
        guard members.count >= 2, members.allSatisfy({ records[$0].members.isEmpty }) else { return }
        let types = Set(members.map { records[$0].type })
        guard types.count == 1 || types.isSubset(of: [.country, .organisation]), let type = types.count == 1 ? types.first : .organisation
        else { return }
        groups.append(
            Group(
                members: members, sentence: sentence, token: i, type: type,
                weight: weight(of: first, in: tree, kind: .name, type: type)))
    }

    /// The entity that stands for a group, made when it is first spoken of as one.
    mutating func record(ofGroup index: Int) -> Int {
        if let record = groups[index].record { return record }
        if let same = groups.indices.first(where: { groups[$0].record != nil && Set(groups[$0].members) == Set(groups[index].members) }) {
            groups[index].record = groups[same].record
            return groups[same].record!
        }
        let members = groups[index].members
        var record = EntityRecord(type: groups[index].type, main: members.map { records[$0].main }.joined(separator: ", "), isNamed: false)
        record.members = members
        record.isPlural = true
        groups[index].record = create(record)
        return records.count - 1
    }
}

extension ClauseTree {
    /// The first token of the range whose head lies outside of it.
    func headOfPhrase(_ range: ClosedRange<Int>) -> Int {
        range.first { i in head(i).map { !range.contains($0) } ?? true } ?? range.upperBound
    }
}
