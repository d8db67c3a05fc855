import Facts
import Lexicon

/// Pronouns, by agreement and prominence.
extension Discourse {
    mutating func refer(_ pronoun: Pronoun, _ sentence: Int) {
        guard let record = pronoun.kind == .relative ? relativeAntecedent(pronoun, sentence) : antecedent(pronoun, sentence) else { return }
        link(pronoun, to: record, sentence)
    }

    /// "During their talks, officials …": the pronoun looks ahead to the subject where that agrees.
    mutating func referForward(_ pronoun: Pronoun, _ sentence: Int) {
        let tree = words[sentence].tree
        if let root = tree.root, let subject = tree.child(root, "nsubj"), let record = recordOfHead[subject],
            let item = lastItem[record], items[item].sentence == sentence, fits(pronoun, items[item], in: tree)
        {
            link(pronoun, to: record, sentence)
        } else {
            refer(pronoun, sentence)
        }
    }

    private mutating func link(_ pronoun: Pronoun, to record: Int, _ sentence: Int) {
        if records[record].gender == nil, records[record].type == .person {
            if pronoun.kind == .he { records[record].gender = .male }
            if pronoun.kind == .she { records[record].gender = .female }
        }
        append(
            Item(
                record: record, sentence: sentence, tokens: pronoun.token...pronoun.token, head: pronoun.token, kind: .pronoun,
                type: records[record].type, reason: .pronoun, isPlural: pronoun.kind == .they, isRelative: pronoun.kind == .relative))
    }

    private func relativeAntecedent(_ pronoun: Pronoun, _ sentence: Int) -> Int? {
        let tree = words[sentence].tree
        guard let clause = Pronoun.relativeClause(of: pronoun.token, in: tree), let noun = tree.head(clause), noun < pronoun.token,
            let record = recordOfHead[noun]
        else { return nil }
        let isPerson = records[record].type == .person
        switch tree.tokens[pronoun.token].form.lowercased() {
        case "who", "whom": return records[record].isAgent ? record : nil
        case "which": return isPerson ? nil : record
        default: return record
        }
    }

    private mutating func antecedent(_ pronoun: Pronoun, _ sentence: Int) -> Int? {
        let tree = words[sentence].tree
        if pronoun.isReflexive {
            return tree.head(pronoun.token).flatMap { clauseSubject(of: $0, in: tree) }.flatMap { recordOfHead[$0] }
        }
        if pronoun.kind == .it, !pronoun.isPossessive, isEmptySubject(pronoun.token, in: tree) || followsEmpty(pronoun.token, in: tree) {
            return nil
        }
        let barred = barred(pronoun, in: tree)
        var scores: [(record: Int, score: Double, order: Int)] = []
        for (order, item) in items.enumerated().suffix(Self.reach).reversed() {
            let distance = sentence - item.sentence
            if distance > 3 { break }
            guard !item.isRelative, !barred.contains(item.record), fits(pronoun, item, in: tree) else { continue }
            let gain = (item.weight + (distance == 0 ? 30 : 0)) * Self.fading[distance] * preference(pronoun, item, tree)
            if let known = scores.firstIndex(where: { $0.record == item.record }) {
                scores[known].score += gain * 0.4
            } else {
                scores.append((item.record, gain, order))
            }
        }
        let single = scores.max { a, b in a.score != b.score ? a.score < b.score : a.order < b.order }
        if pronoun.kind == .they, let group = bestGroup(sentence, barred: barred), group.score > single?.score ?? 0 {
            return record(ofGroup: group.index)
        }
        return single?.record
    }

    private static let fading: [Double] = [1, 0.8, 0.35, 0.12]

    private func bestGroup(_ sentence: Int, barred: Set<Int>) -> (index: Int, score: Double)? {
        var best: (index: Int, score: Double)?
        for index in groups.indices.suffix(12).reversed() {
            let distance = sentence - groups[index].sentence
            if distance > 2 { break }
            if let record = groups[index].record, barred.contains(record) { continue }
            let score = (groups[index].weight + 20) * Self.fading[distance]
            if score > best?.score ?? 0 { best = (index, score) }
        }
        return best
    }

    /// Agreement in number, gender and kind.
    private func fits(_ pronoun: Pronoun, _ item: Item, in tree: ClauseTree) -> Bool {
        let record = records[item.record]
        let isPlural = item.kind == .pronoun ? record.isPlural : item.isPlural || record.isPlural
        switch pronoun.kind {
        case .he: return record.type == .person && !isPlural && record.gender != .female
        case .she: return record.type == .person && !isPlural && record.gender != .male
        case .it:
            guard record.type != .person, record.type != .quantity, record.type != .money, !isPlural, item.type != .nationality else {
                return false
            }
            return !needsAgent(pronoun, tree) || record.isAgent || [.work, .thing].contains(record.type)
        case .they:
            if isPlural { return true }
            return record.type == .organisation && item.kind != .pronoun && !record.isPlural
        case .relative: return false
        }
    }

    private func preference(_ pronoun: Pronoun, _ item: Item, _ tree: ClauseTree) -> Double {
        let record = records[item.record]
        var factor = 1 + 0.06 * Double(min(counts[item.record] ?? 0, 10))
        if tree.has(pronoun.token, "nsubj"), item.sentence == tree.index, item.kind == .nominal,
            isFronted(item.head, before: pronoun.token, in: tree)
        {
            factor *= 0.3
        }
        if item.sentence == tree.index, isQuotedApart(item.head, from: pronoun.token, in: tree) { factor *= 0.2 }
        if item.sentence == tree.index, isQuotedApart(pronoun.token, after: item.head, in: tree) { factor *= 0.4 }
        if item.sentence == tree.index, isSubjectAround(item.head, pronoun, tree) { factor *= 1.6 }
        if isParallel(pronoun, item, tree) { factor *= item.sentence == tree.index ? 1.8 : 1.4 }
        if pronoun.kind == .they, !record.isAgent { factor *= 0.7 }
        if pronoun.isPossessive, item.sentence == tree.index, let verb = governingVerb(of: pronoun.token, in: tree),
            clauseSubject(of: verb, in: tree).flatMap({ recordOfHead[$0] }) == item.record
        {
            factor *= 1.5
        }
        if pronoun.kind == .they, !record.isPlural, !item.isPlural { factor *= 0.4 }
        if pronoun.kind == .it {
            if record.type == .place { factor *= 0.7 }
            if record.type == .event { factor *= 0.8 }
            if needsAgent(pronoun, tree), !record.isAgent { factor *= 0.5 }
        }
        return factor
    }

    /// "messages that the police read when they broke the code": the subject of a clause that hangs in a clause deep in the sentence means the
    /// subject of the latter.
    private func isSubjectAround(_ i: Int, _ pronoun: Pronoun, _ tree: ClauseTree) -> Bool {
        guard tree.has(pronoun.token, "nsubj"), let verb = tree.head(pronoun.token), tree.has(verb, "advcl"), let around = tree.head(verb),
            tree.has(around, any: ["acl", "ccomp", "advcl"])
        else { return false }
        return tree.has(i, "nsubj") && tree.head(i) == around
    }

    /// Both are objects in one sentence, or the pronoun begins a sentence as subject and the other was the subject of the one before.
    private func isParallel(_ pronoun: Pronoun, _ item: Item, _ tree: ClauseTree) -> Bool {
        guard pronoun.kind == .it, !pronoun.isPossessive, item.kind != .name else { return false }
        let other = words[item.sentence].tree
        if item.sentence == tree.index { return tree.has(pronoun.token, "obj") && other.has(item.head, "obj") }
        return item.sentence == tree.index - 1 && tree.has(pronoun.token, "nsubj") && other.has(item.head, "nsubj")
            && other.head(item.head) == other.root
    }

    /// Whether a quotation opens between the two: what is said inside is seldom about the one who says it.
    private func isQuotedApart(_ pronoun: Int, after i: Int, in tree: ClauseTree) -> Bool {
        i < pronoun && (i..<pronoun).contains { ["“", "``"].contains(tree.tokens[$0].form) || tree.xpos($0) == "``" }
    }

    /// Whether the pronoun is the subject of a verb of saying, deciding or the like.
    private func needsAgent(_ pronoun: Pronoun, _ tree: ClauseTree) -> Bool {
        guard tree.has(pronoun.token, "nsubj"), tree.relation(pronoun.token) != "nsubj:pass", let verb = tree.head(pronoun.token) else {
            return false
        }
        if tree.children(verb, "obl", "advcl").contains(where: { tree.child($0, "case", "mark").map { tree.lower($0) == "for" } ?? false }) {
            return false
        }
        let entry = knowledge.verbs.entry(tree.lemma(verb))
        return entry?.stance != nil || entry?.relation == "announce" || entry?.relation == "agree"
    }

    /// "It is clear that …", "it is the first time", "It's a remarkable change": nothing or a whole sentence is meant.
    private func isEmptySubject(_ token: Int, in tree: ClauseTree) -> Bool {
        guard tree.has(token, "nsubj"), let predicate = tree.head(token) else { return false }
        if tree.children[predicate].contains(where: { tree.has($0, any: ["csubj", "ccomp"]) && tree.upos(predicate) != "VERB" }) {
            return true
        }
        guard tree.child(predicate, "cop") != nil else {
            let opens = tree.children(predicate, "xcomp").contains { tree.upos($0) == "ADJ" }
            return Self.weather.contains(tree.lemma(predicate)) || (opens && ["remain", "become"].contains(tree.lemma(predicate)))
        }
        if tree.upos(predicate) == "ADJ" {
            return tree.children[predicate].contains { $0 > predicate && tree.has($0, any: ["xcomp", "advcl", "acl", "ccomp"]) }
        }
        guard tree.upos(predicate) == "NOUN" else { return false }
        let type = knowledge.type(ofNoun: tree.lemma(predicate).lowercased())
        return type == .thing || type == .event
    }

    /// "It is historic as it relates to …": the second pronoun means no more than the first.
    private func followsEmpty(_ token: Int, in tree: ClauseTree) -> Bool {
        (0..<token).contains { tree.tokens[$0].form.lowercased() == "it" && recordOfHead[$0] == nil && tree.upos($0) == "PRON" }
    }

    /// Records that the pronoun cannot mean for its place in the tree.
    private func barred(_ pronoun: Pronoun, in tree: ClauseTree) -> Set<Int> {
        var result: Set<Int> = []
        guard let head = tree.head(pronoun.token) else { return result }
        if pronoun.isPossessive {
            if let record = recordOfHead[head] { result.insert(record) }
            return result
        }
        if tree.has(pronoun.token, any: ["obj", "iobj", "obl"]), let subject = clauseSubject(of: head, in: tree) {
            for word in [subject] + tree.children(subject, "compound", "amod") { recordOfHead[word].map { _ = result.insert($0) } }
        }
        return result
    }

    /// "In addition to her daughter, she …": a phrase before the subject is rarely what the subject means.
    private func isFronted(_ i: Int, before subject: Int, in tree: ClauseTree) -> Bool {
        guard let verb = tree.head(subject), i < subject else { return false }
        return ([i] + tree.ancestors(of: i)).contains { tree.head($0) == verb && tree.has($0, any: ["obl", "advcl"]) }
    }

    /// Whether a quotation ends between the two: what is inside is not spoken of by the words that introduce it.
    private func isQuotedApart(_ i: Int, from pronoun: Int, in tree: ClauseTree) -> Bool {
        i < pronoun && (i..<pronoun).contains { ["”", "''"].contains(tree.tokens[$0].form) }
    }

    private func governingVerb(of token: Int, in tree: ClauseTree) -> Int? {
        tree.ancestors(of: token).first { tree.upos($0) == "VERB" }
    }

    private func clauseSubject(of verb: Int, in tree: ClauseTree) -> Int? {
        var current = verb
        for _ in 0..<6 {
            if let subject = tree.child(current, "nsubj") { return subject }
            guard tree.has(current, any: ["xcomp", "conj", "advcl"]), let head = tree.head(current) else { return nil }
            current = head
        }
        return nil
    }

    private static let weather: Set<String> = ["rain", "snow", "seem", "appear", "happen"]
}
