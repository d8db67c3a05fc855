import Facts
import Lexicon

/// Descriptions: "a commission on security", "the commission", "the two allies", "its stockpile".
extension Discourse {
    mutating func describe(_ phrase: NounPhrase, _ sentence: Int) {
        if let (record, reason) = antecedent(of: phrase, sentence) {
            let named = records[record].isNamed || !records[record].members.isEmpty
            mention(phrase, sentence, record, named ? records[record].type : phrase.type, reason)
            return
        }
        var record = EntityRecord(type: phrase.type, main: text(span(phrase.tokens, sentence)), isNamed: false)
        record.isPlural = phrase.isPlural
        record.modifiers = Set(phrase.modifiers)
        record.age = age(phrase, sentence)
        let index = create(record)
        if let possessor = phrase.possessor.flatMap({ recordOfHead[$0] }) { byPossessor["\(possessor) \(phrase.lemma)"] = index }
        mention(phrase, sentence, index, phrase.type, .first)
    }

    private mutating func mention(_ phrase: NounPhrase, _ sentence: Int, _ record: Int, _ type: EntityType, _ reason: EntityMention.Reason) {
        append(Item(record: record, sentence: sentence, tokens: phrase.tokens, head: phrase.head, kind: .nominal, type: type, reason: reason,
                    isPlural: phrase.isPlural))
        note(record, as: phrase.lemma)
        if reason == .apposition { records[record].modifiers.formUnion(phrase.modifiers) }
    }

    private mutating func antecedent(of phrase: NounPhrase, _ sentence: Int) -> (Int, EntityMention.Reason)? {
        if let record = apposed(phrase, sentence) { return (record, .apposition) }
        if let possessor = phrase.possessor {
            guard let owner = recordOfHead[possessor], let record = byPossessor["\(owner) \(phrase.lemma)"],
                  records[record].isPlural == phrase.isPlural, isSubset(phrase, of: record) else { return nil }
            return (record, .description)
        }
        guard phrase.determiner == .definite || phrase.determiner == .demonstrative else { return nil }
        if phrase.hasComplement { return sameDescription(phrase, sentence).map { ($0, .description) } }
        if phrase.isPlural, let count = count(phrase, sentence), let group = group(phrase, sentence, of: count) { return (record(ofGroup: group), .description) }
        if let record = sameHead(phrase, sentence) ?? sameAge(phrase, sentence) ?? byClass(phrase, sentence) ?? byKind(phrase, sentence) {
            return (record, .description)
        }
        guard phrase.isPlural, phrase.modifiers.isEmpty, let group = group(phrase, sentence, of: nil) else { return nil }
        return (record(ofGroup: group), .description)
    }

    // MARK: Side by side

    /// "a business executive, Ann Lee", "Ann Lee, a writer", "Ann Lee is a writer".
    private func apposed(_ phrase: NounPhrase, _ sentence: Int) -> Int? {
        let tree = words[sentence].tree
        guard !phrase.isPlural else { return nil }
        var other: Int?
        if tree.has(phrase.head, "appos") {
            other = tree.head(phrase.head)
        } else if let child = tree.child(phrase.head, "appos") {
            other = child
        } else if tree.child(phrase.head, "cop").map({ ["is", "was", "'s", "’s"].contains(words[sentence].lower[$0]) }) == true,
                  !tree.children[phrase.head].contains(where: { tree.has($0, any: ["aux"]) || words[sentence].lower[$0] == "not" }) {
            other = tree.child(phrase.head, "nsubj")
        }
        guard let other, let record = recordOfHead[other], records[record].type == phrase.type, records[record].members.isEmpty else { return nil }
        return records[record].isPlural ? nil : record
    }

    // MARK: The same words

    private func sameDescription(_ phrase: NounPhrase, _ sentence: Int) -> Int? {
        let key = NameForm.key(text(span(phrase.tokens, sentence)))
        guard phrase.tokens.upperBound > phrase.head else { return nil }
        return byHead[phrase.lemma]?.suffix(8).last { NameForm.key(records[$0].main) == key }
    }

    /// "The commission" after "a commission on security"; "the act" after "Clean Water Act".
    private func sameHead(_ phrase: NounPhrase, _ sentence: Int) -> Int? {
        guard let candidates = byHead[phrase.lemma] else { return nil }
        return candidates.suffix(8).last { record in
            guard records[record].isPlural == phrase.isPlural, let last = lastItem[record], isSubset(phrase, of: record) else { return false }
            guard records[record].isNamed || distance(last, sentence) <= 12 else { return false }
            if records[record].gazetteerName != nil && records[record].type != .organisation { return false }
            if records[record].modifiers.contains("former"), !phrase.modifiers.contains("former") { return false }
            return phrase.type == records[record].type || records[record].isNamed
        }
    }

    private func isSubset(_ phrase: NounPhrase, of record: Int) -> Bool {
        let key = records[record].isNamed ? NameForm.key(records[record].main) : ""
        return phrase.modifiers.allSatisfy { modifier in
            records[record].modifiers.contains(modifier) || Self.emptyModifiers.contains(modifier) || key.split(separator: " ").contains { $0 == modifier }
                || records[record].heads.contains { $0 == modifier }
        }
    }

    private func distance(_ item: Int, _ sentence: Int) -> Int { sentence - items[item].sentence }

    // MARK: Ages

    private func age(_ phrase: NounPhrase, _ sentence: Int) -> Double? {
        quantities[sentence].first { $0.kind == .duration && $0.noun == phrase.head && words[sentence].lower[$0.tokens.upperBound] == "old" }?.quantity.value
    }

    /// "The septuagenarian" after "a 73-year-old woman".
    private func sameAge(_ phrase: NounPhrase, _ sentence: Int) -> Int? {
        guard let range = Self.ages[phrase.lemma] else { return nil }
        return unique(among: recent(sentence, within: 6)) { records[$0].age.map(range.contains) ?? false }
    }

    // MARK: Words for a class

    /// "The company", "the country", "the city", "the woman": the one such thing of the last sentences.
    private func byClass(_ phrase: NounPhrase, _ sentence: Int) -> Int? {
        guard !phrase.isPlural, phrase.modifiers.allSatisfy({ Self.emptyModifiers.contains($0) }) else { return nil }
        if Self.countries.contains(phrase.lemma) { return mostProminent(sentence, phrase) { records[$0].type == .country && records[$0].isNamed } }
        if Self.cities.contains(phrase.lemma) { return mostProminent(sentence, phrase) { records[$0].type == .place && records[$0].heads.contains("city") } }
        if isBody(phrase.lemma) {
            return unique(among: recent(sentence, within: 3)) { record in
                records[record].type == .organisation && records[record].isNamed && agrees(phrase.lemma, withName: record)
            }
        }
        let gender: Gazetteer.Gender? = Self.men.contains(phrase.lemma) ? .male : Self.women.contains(phrase.lemma) ? .female : nil
        if gender != nil || Self.people.contains(phrase.lemma) {
            return unique(among: recent(sentence, within: 3)) { record in
                records[record].type == .person && !records[record].isPlural && (gender == nil || records[record].gender == nil || records[record].gender == gender)
            }
        }
        return nil
    }

    private func isBody(_ lemma: String) -> Bool {
        Self.bodies.contains(lemma) || knowledge.words.isKind(lemma, of: "company") || knowledge.words.isKind(lemma, of: "organization")
    }

    /// A name without a word for its kind may be called a group or company; "… Council" is no company.
    private func agrees(_ lemma: String, withName record: Int) -> Bool {
        let kinds = records[record].heads.filter { knowledge.gazetteer.type(ofNameEndingIn: $0) == .organisation }
        return kinds.isEmpty || kinds.contains(lemma) || Self.anyBody.contains(lemma)
            || kinds.contains { knowledge.words.isKind($0, of: lemma) }
            || (Self.companyEndings.contains { kinds.contains($0) } && knowledge.words.isKind(lemma, of: "company"))
    }

    /// "The passenger" after "a young commuter", "the vessel" after "a ferry".
    private func byKind(_ phrase: NounPhrase, _ sentence: Int) -> Int? {
        guard !phrase.isPlural, [.person, .vehicle, .weapon, .organisation, .place].contains(phrase.type), !Self.tooGeneral.contains(phrase.lemma) else { return nil }
        return unique(among: recent(sentence, within: 3)) { record in
            guard records[record].type == phrase.type, !records[record].isPlural, !records[record].isNamed else { return false }
            return records[record].heads.contains { head in
                head != phrase.lemma && !Self.tooGeneral.contains(head)
                    && (knowledge.words.isKind(phrase.lemma, of: head) || knowledge.words.isKind(head, of: phrase.lemma))
            }
        }
    }

    // MARK: Several things

    /// "The two allies", "both countries", "the leaders": a coordination mentioned before, of that many where a number is given.
    private func group(_ phrase: NounPhrase, _ sentence: Int, of count: Int?) -> Int? {
        let types = memberTypes(phrase)
        return groups.indices.suffix(20).last { index in
            let group = groups[index]
            guard types.contains(group.type), group.members.count == count ?? group.members.count else { return false }
            return sentence - group.sentence <= (count == nil ? 1 : 8)
        }
    }

    private func count(_ phrase: NounPhrase, _ sentence: Int) -> Int? {
        if words[sentence].lower[phrase.tokens.lowerBound] == "both" { return 2 }
        return quantities[sentence].first { $0.noun == phrase.head && $0.kind == .count }.map { Int($0.quantity.value) }
    }

    private func memberTypes(_ phrase: NounPhrase) -> [EntityType] {
        if Self.countries.contains(phrase.lemma) || Self.states.contains(phrase.lemma) { return [.country] }
        if Self.sides.contains(phrase.lemma) { return [.country, .organisation] }
        if Self.cities.contains(phrase.lemma) { return [.place] }
        return phrase.type == .thing ? [] : [phrase.type]
    }

    // MARK: Looking back

    /// Distinct records of the last sentences, the latest first.
    func recent(_ sentence: Int, within count: Int) -> [Int] {
        var result: [Int] = []
        for item in items.suffix(Self.reach).reversed() {
            if sentence - item.sentence > count { break }
            if !result.contains(item.record) { result.append(item.record) }
        }
        return result
    }

    /// The one of the last sentences' things that stands out by its grammatical role and nearness.
    private func mostProminent(_ sentence: Int, _ phrase: NounPhrase, where matches: (Int) -> Bool) -> Int? {
        var best: (record: Int, score: Double)?
        for item in items.suffix(Self.reach).reversed() {
            let distance = sentence - item.sentence
            if distance > 2 { break }
            guard matches(item.record) else { continue }
            let score = item.weight * [1, 1, 0.4][distance]
            if score > best?.score ?? 0 { best = (item.record, score) }
        }
        return best?.record
    }

    private func unique(among candidates: [Int], where matches: (Int) -> Bool) -> Int? {
        let found = candidates.filter(matches)
        return found.count == 1 ? found[0] : nil
    }

    func span(_ tokens: ClosedRange<Int>, _ sentence: Int) -> Span {
        let all = words[sentence].tree.tokens
        return Span(all[tokens.lowerBound].span.start, all[tokens.upperBound].span.end)
    }

    private static let emptyModifiers: Set<String> = ["new", "same", "current", "latest", "young", "old", "late", "then", "whole", "entire", "joint", "two", "three", "four", "both"]
    private static let ages: [String: ClosedRange<Double>] = [
        "teenager": 13...19, "teen": 13...19, "septuagenarian": 70...79, "octogenarian": 80...89, "nonagenarian": 90...99, "centenarian": 100...120,
        "sexagenarian": 60...69, "quinquagenarian": 50...59, "toddler": 1...4, "pensioner": 60...110,
    ]
    private static let countries: Set<String> = ["country", "nation", "kingdom"]
    private static let states: Set<String> = ["ally", "state", "capital", "government", "neighbor", "neighbour", "power"]
    private static let sides: Set<String> = ["side", "partner", "party", "rival", "adversary", "enemy"]
    private static let cities: Set<String> = ["city", "town"]
    private static let bodies: Set<String> = ["group", "organisation", "organization", "agency", "club", "team", "party", "union", "body", "institution", "firm", "maker", "giant", "carmaker", "automaker", "airline", "bank", "lender", "retailer", "manufacturer", "network", "movement"]
    private static let anyBody: Set<String> = ["organisation", "organization", "body", "institution", "group"]
    private static let companyEndings: Set<String> = ["co", "co.", "corp", "corp.", "inc", "inc.", "ltd", "ltd.", "plc", "ag", "airlines", "airways", "motors", "electric", "holdings", "technologies"]
    private static let men: Set<String> = ["man", "boy", "businessman", "gentleman"]
    private static let women: Set<String> = ["woman", "girl", "actress", "businesswoman", "lady"]
    private static let people: Set<String> = ["politician", "teenager", "suspect", "defendant"]
    private static let tooGeneral: Set<String> = ["person", "people", "group", "place", "thing", "area", "part", "unit", "man", "woman", "structure", "system", "object", "region", "official", "leader", "member", "organization", "organisation", "location", "worker", "point"]
}
