import Facts
import Lexicon

/// Descriptions: "a commission on security", "the commission", "the two allies", "its stockpile".
extension Discourse {
    mutating func describe(_ phrase: NounPhrase, _ sentence: Int) {
        if let (record, reason) = antecedent(of: phrase, sentence) {
            if reason == .apposition, records[record].type == .thing { records[record].type = phrase.type }
            let named = records[record].isNamed || !records[record].members.isEmpty
            mention(phrase, sentence, record, named ? records[record].type : phrase.type, reason)
            return
        }
        var record = EntityRecord(type: phrase.type, main: text(span(phrase.tokens, sentence)), isNamed: false)
        record.isPlural = phrase.isPlural
        record.modifiers = Set(phrase.modifiers)
        record.age = age(phrase, sentence)
        record.gender = phrase.type == .person ? knowledge.gazetteer.office(phrase.lemma)?.gender : nil
        let index = create(record)
        if let possessor = phrase.possessor.flatMap({ recordOfHead[$0] }) { byPossessor["\(possessor) \(phrase.lemma)"] = index }
        mention(phrase, sentence, index, phrase.type, .first)
    }

    private mutating func mention(_ phrase: NounPhrase, _ sentence: Int, _ record: Int, _ type: EntityType, _ reason: EntityMention.Reason) {
        append(
            Item(
                record: record, sentence: sentence, tokens: phrase.tokens, head: phrase.head, kind: .nominal, type: type, reason: reason,
                isPlural: phrase.isPlural))
        note(record, as: phrase.lemma)
        if reason == .apposition { records[record].modifiers.formUnion(phrase.modifiers) }
    }

    private mutating func antecedent(of phrase: NounPhrase, _ sentence: Int) -> (Int, EntityMention.Reason)? {
        if let record = apposed(phrase, sentence) { return (record, .apposition) }
        if let possessor = phrase.possessor {
            guard let owner = recordOfHead[possessor], let record = byPossessor["\(owner) \(phrase.lemma)"],
                records[record].isPlural == phrase.isPlural, isSubset(phrase, of: record)
            else { return nil }
            return (record, .description)
        }
        guard phrase.determiner == .definite || phrase.determiner == .demonstrative else { return nil }
        if phrase.hasComplement { return sameDescription(phrase, sentence).map { ($0, .description) } }
        if phrase.isPlural, let count = count(phrase, sentence), let group = group(phrase, sentence, of: count) {
            return (record(ofGroup: group), .description)
        }
        if let record = agedPerson(phrase, sentence) ?? namedBody(phrase, sentence) ?? sameHead(phrase, sentence) ?? sameAge(
            phrase, sentence) ?? byClass(phrase, sentence) ?? byKind(phrase, sentence)
        {
            return (record, .description)
        }
        guard phrase.isPlural, phrase.modifiers.isEmpty, phrase.type != .organisation || Self.bodies.contains(phrase.lemma),
            let group = group(phrase, sentence, of: nil)
        else { return nil }
        return (record(ofGroup: group), .description)
    }

    // MARK: Side by side

    /// "a business executive, Ann Lee", "Ann Lee, a writer", "Ann Lee is a writer".
    private func apposed(_ phrase: NounPhrase, _ sentence: Int) -> Int? {
        guard !phrase.isPlural, let other = sideBySide(phrase, sentence), let record = recordOfHead[other] else { return nil }
        guard records[record].members.isEmpty, !records[record].isPlural else { return nil }
        let agrees =
            records[record].type == phrase.type
            || (records[record].isNamed && (records[record].type == .thing || phrase.type == .thing && records[record].type != .person))
            || [records[record].type, phrase.type].allSatisfy { [.country, .place].contains($0) }
        return agrees ? record : nil
    }

    private func sideBySide(_ phrase: NounPhrase, _ sentence: Int) -> Int? {
        let tree = words[sentence].tree
        let lower = words[sentence].lower
        if tree.has(phrase.head, "appos") { return tree.head(phrase.head) }
        if let child = tree.child(phrase.head, "appos") { return child }
        if let name = nameOf(phrase, in: words[sentence]) { return name }
        guard tree.child(phrase.head, "cop").map({ ["is", "was", "'s", "’s"].contains(lower[$0]) }) == true,
            !tree.children[phrase.head].contains(where: { tree.has($0, any: ["aux"]) || lower[$0] == "not" })
        else { return nil }
        return tree.child(phrase.head, "nsubj")
    }

    /// "The island of Corsica", "a company called Acme", "the head of the bank, Ann Lee,".
    private func nameOf(_ phrase: NounPhrase, in words: SentenceWords) -> Int? {
        let tree = words.tree
        if let of = tree.children(phrase.head, "nmod").first(where: { tree.preposition($0) == "of" }),
            Self.namedPlaces.contains(phrase.lemma),
            let record = recordOfHead[of], records[record].isNamed, [.place, .country].contains(records[record].type),
            tree.conjuncts(of).count == 1
        {
            return of
        }
        for clause in tree.children(phrase.head, "acl") where ["call", "name", "dub"].contains(tree.lemma(clause)) {
            if let name = tree.child(clause, "xcomp", "obj"), recordOfHead[name].map({ records[$0].isNamed }) ?? false { return name }
        }
        for clause in tree.children(phrase.head, "acl") where tree.lemma(clause) == "know" {
            let alias = tree.children(clause, "obl").first { tree.preposition($0) == "as" }
            if let alias, recordOfHead[alias].map({ records[$0].isNamed }) ?? false { return alias }
        }
        if let name = nameBefore(phrase, in: words) { return name }
        let comma = phrase.tokens.upperBound + 1
        guard phrase.type == .person, comma + 1 < words.count, words.lower[comma] == ",", !tree.has(phrase.head, "conj"),
            let entry = names[tree.index].first(where: { ($0.name.title?.tokens.lowerBound ?? $0.name.tokens.lowerBound) == comma + 1 }),
            entry.name.type == .person
        else { return nil }
        let after = entry.name.tokens.upperBound + 1
        let isList = after + 1 < words.count && ["and", "or"].contains(words.lower[after + 1])
        return after >= words.count || [",", ".", ")", "—", "”"].contains(words.lower[after]) && !isList
            ? tree.headOfPhrase(entry.name.tokens) : nil
    }

    /// "Acme, the country's largest brewer,": a name before the first comma, nothing but a clause after the second.
    private func nameBefore(_ phrase: NounPhrase, in words: SentenceWords) -> Int? {
        let comma = phrase.tokens.lowerBound - 1
        let after = phrase.tokens.upperBound + 1
        guard comma > 0, words.lower[comma] == ",", after + 1 < words.count, words.lower[after] == ",",
            !["and", "or"].contains(words.lower[after + 1])
        else { return nil }
        guard phrase.determiner != .none, let entry = names[words.tree.index].first(where: { $0.name.tokens.upperBound == comma - 1 })
        else { return nil }
        return words.tree.headOfPhrase(entry.name.tokens)
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
            guard records[record].isPlural == phrase.isPlural, let last = lastItem[record], isSubset(phrase, of: record) else {
                return false
            }
            guard records[record].isNamed || distance(last, sentence) <= 12 else { return false }
            if records[record].gazetteerName != nil && records[record].type != .organisation { return false }
            if records[record].modifiers.contains("former"), !phrase.modifiers.contains("former") { return false }
            return phrase.type == records[record].type || records[record].isNamed
        }
    }

    private func isSubset(_ phrase: NounPhrase, of record: Int) -> Bool {
        let key = records[record].isNamed ? NameForm.key(records[record].main) : ""
        return phrase.modifiers.allSatisfy { modifier in
            records[record].modifiers.contains(modifier) || Self.emptyModifiers.contains(modifier)
                || key.split(separator: " ").contains { $0 == modifier }
                || records[record].heads.contains { $0 == modifier }
        }
    }

    private func distance(_ item: Int, _ sentence: Int) -> Int { sentence - items[item].sentence }

    // MARK: Ages

    private func age(_ phrase: NounPhrase, _ sentence: Int) -> Double? {
        quantities[sentence].first {
            $0.kind == .duration && $0.noun == phrase.head && words[sentence].lower[$0.tokens.upperBound] == "old"
        }?.quantity.value
    }

    /// "The 47-year-old economist": the person the text is about.
    private func agedPerson(_ phrase: NounPhrase, _ sentence: Int) -> Int? {
        guard phrase.type == .person, !phrase.isPlural, phrase.determiner == .definite, let age = age(phrase, sentence) else { return nil }
        let gender = knowledge.gazetteer.office(phrase.lemma)?.gender
        return mostProminent(sentence, phrase) { record in
            records[record].type == .person && !records[record].isPlural && records[record].age ?? age == age
                && (gender == nil || records[record].gender == nil || records[record].gender == gender)
        }
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
        if Self.countries.contains(phrase.lemma) {
            return mostProminent(sentence, phrase) { records[$0].type == .country && records[$0].isNamed }
        }
        if Self.cities.contains(phrase.lemma) {
            return mostProminent(sentence, phrase) { records[$0].type == .place && records[$0].heads.contains("city") }
        }
        let gender: Gazetteer.Gender? = Self.men.contains(phrase.lemma) ? .male : Self.women.contains(phrase.lemma) ? .female : nil
        if gender != nil || Self.people.contains(phrase.lemma) {
            return unique(among: recent(sentence, within: 3)) { record in
                records[record].type == .person && !records[record].isPlural
                    && (gender == nil || records[record].gender == nil || records[record].gender == gender)
            }
        }
        return nil
    }

    /// "The company", "the club": the body that stands out, unless the same words were used since for another.
    private func namedBody(_ phrase: NounPhrase, _ sentence: Int) -> Int? {
        guard !phrase.isPlural, phrase.modifiers.allSatisfy({ Self.emptyModifiers.contains($0) }), isBody(phrase.lemma) else { return nil }
        let found = mostProminent(sentence, phrase) {
            records[$0].type == .organisation && records[$0].isNamed && agrees(phrase.lemma, withName: $0)
        }
        guard let found, let last = lastItem[found] else { return nil }
        if let other = byHead[phrase.lemma]?.last, other != found, let since = lastItem[other], since > last { return nil }
        return found
    }

    private func isBody(_ lemma: String) -> Bool {
        Self.bodies.contains(lemma) || Self.plainBodies.contains(lemma) || knowledge.words.isKind(lemma, of: "company")
    }

    /// A name without a word for its kind may be called a group or company; "… Council" is no company.
    private func agrees(_ lemma: String, withName record: Int) -> Bool {
        let kinds = records[record].heads.filter { Self.plainBodies.contains($0) }
        if Self.plainBodies.contains(lemma), !Self.bodies.contains(lemma) { return records[record].heads.contains(lemma) }
        return kinds.isEmpty || kinds.contains(lemma) || Self.anyBody.contains(lemma)
            || kinds.contains { knowledge.words.isKind($0, of: lemma) }
    }

    /// "The passenger" after "a young commuter", "the vessel" after "a ferry".
    private func byKind(_ phrase: NounPhrase, _ sentence: Int) -> Int? {
        guard !phrase.isPlural, [.person, .vehicle, .weapon, .organisation, .place].contains(phrase.type),
            !Self.tooGeneral.contains(phrase.lemma)
        else { return nil }
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
        var second = 0.0
        for item in items.suffix(Self.reach).reversed() {
            let distance = sentence - item.sentence
            if distance > 2 { break }
            guard matches(item.record) else { continue }
            let score = item.weight * [1, 0.8, 0.3][distance]
            if best?.record == item.record {
                best!.score = max(best!.score, score)
            } else if score > best?.score ?? 0 {
                second = best?.score ?? 0
                best = (item.record, score)
            } else {
                second = max(second, score)
            }
        }
        return best.flatMap { $0.score >= second * 1.25 ? $0.record : nil }
    }

    private func unique(among candidates: [Int], where matches: (Int) -> Bool) -> Int? {
        let found = candidates.filter(matches)
        return found.count == 1 ? found[0] : nil
    }

    func span(_ tokens: ClosedRange<Int>, _ sentence: Int) -> Span {
        let all = words[sentence].tree.tokens
        return Span(all[tokens.lowerBound].span.start, all[tokens.upperBound].span.end)
    }

    private static let emptyModifiers = WordSet(
        """
        new, same, current, latest, young, old, late, then, whole, entire, joint, two, three, four, both
        """)
    private static let ages: [String: ClosedRange<Double>] = [
        "teenager": 13...19, "teen": 13...19, "septuagenarian": 70...79, "octogenarian": 80...89, "nonagenarian": 90...99,
        "centenarian": 100...120,
        "sexagenarian": 60...69, "quinquagenarian": 50...59, "toddler": 1...4, "pensioner": 60...110,
    ]
    private static let namedPlaces = WordSet(
        """
        city, town, village, island, state, province, region, district, country, county, port, suburb, republic, river, lake,
        peninsula, territory, kingdom
        """)
    private static let countries: Set<String> = ["country", "nation", "kingdom"]
    private static let states: Set<String> = ["ally", "state", "capital", "government", "neighbor", "neighbour", "power"]
    private static let sides: Set<String> = ["side", "partner", "party", "rival", "adversary", "enemy"]
    private static let cities: Set<String> = ["city", "town"]
    private static let bodies = WordSet(
        """
        group, organisation, organization, agency, club, team, party, union, body, institution, firm, maker, giant, carmaker,
        automaker, airline, bank, lender, retailer, manufacturer, network, movement
        """)
    private static let anyBody: Set<String> = ["organisation", "organization", "body", "institution", "group"]
    /// Bodies that are called what their names say: "the council", not "the company".
    private static let plainBodies = WordSet(
        """
        ministry, council, commission, court, university, army, navy, party, bank, police, parliament, congress, senate, department,
        agency, committee, union, hospital, school, institute, college, government, nations, assembly, board, club, fund, foundation,
        association, federation, force, forces, command, corps, authority, bureau, office, trust, society
        """)
    private static let men: Set<String> = ["man", "boy", "businessman", "gentleman"]
    private static let women: Set<String> = ["woman", "girl", "actress", "businesswoman", "lady"]
    private static let people: Set<String> = ["politician", "teenager", "suspect", "defendant"]
    private static let tooGeneral = WordSet(
        """
        person, people, group, place, thing, area, part, unit, man, woman, structure, system, object, region, official, leader,
        member, organization, organisation, location, worker, point
        """)
}
