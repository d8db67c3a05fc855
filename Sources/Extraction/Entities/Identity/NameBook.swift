import Facts
import Lexicon

/// Decides which names of an article name the same entity.
///
/// Works on distinct names, fuller ones first, so that "Larkin" in a headline finds "Rosa Larkin" of the text. Each
/// merge has a reason; where two entities answer to a short name, the mention's title and the nearest full mention decide,
/// or nothing is merged.
struct NameBook {
    struct Entry {
        let sentence: Int
        var name: NameCandidate
        let text: String
        var record = -1
        var reason = EntityMention.Reason.first
    }

    private(set) var records: [EntityRecord] = []
    private(set) var entries: [Entry]
    private let knowledge: EntityKnowledge
    private var byKey: [String: Int] = [:]
    private var countries: [String: Int] = [:]
    /// Persons by each last and first name.
    private var byPart: [String: [Int]] = [:]
    private var byInitials: [String: [Int]] = [:]
    /// Bodies, works and events by the first and the last word of their names.
    private var byEdgeWord: [String: [Int]] = [:]

    init(_ found: [(sentence: Int, names: [NameCandidate], words: SentenceWords)], _ knowledge: EntityKnowledge) {
        self.knowledge = knowledge
        entries = found.flatMap { sentence in
            sentence.names.map { Entry(sentence: sentence.sentence, name: $0, text: sentence.words.nameText($0.tokens)) }
        }
        settleTypes()
        for index in order() { place(index) }
        linkAbbreviations(found)
        resolveShortNames()
    }

    // MARK: One type for each name

    /// A name has one type in an article: the surest one, by number of mentions where two are equally sure. A single word that
    /// is somebody's last name becomes a person.
    private mutating func settleTypes() {
        settleShortNames()
        var votes: [String: [EntityType: (grounds: NameCandidate.Grounds, count: Int)]] = [:]
        for entry in entries {
            let key = NameForm.key(entry.text)
            let vote = votes[key]?[entry.name.type] ?? (.none, 0)
            votes[key, default: [:]][entry.name.type] = (max(vote.grounds, entry.name.grounds), vote.count + 1)
        }
        for index in entries.indices where entries[index].name.grounds < .title {
            if let best = Self.best(votes[NameForm.key(entries[index].text)]!) { entries[index].name.type = best }
        }
    }

    /// A single word that is somebody's last name becomes a person; one that begins a body's name is left to that body.
    private mutating func settleShortNames() {
        var bodies: Set<String> = []
        var lastNames: Set<String> = []
        for entry in entries where entry.name.tokens.count > 1 {
            let parts = entry.text.split(separator: " ").map { NameForm.key(String($0)) }
            if entry.name.type == .organisation { bodies.insert(parts[0]) }
            if entry.name.type == .person, entry.name.grounds > .context { lastNames.insert(parts[parts.count - 1]) }
        }
        for index in entries.indices where entries[index].name.tokens.count == 1 {
            let name = entries[index].name
            let key = NameForm.key(entries[index].text)
            if bodies.contains(key), name.entry == nil, name.grounds <= .model {
                entries[index].name.type = .thing
                entries[index].name.grounds = .none
            } else if name.type != .person, lastNames.contains(key), !bodies.contains(key),
                name.entry.map({ $0.kind == .city || $0.kind == .demonym }) ?? true
            {
                entries[index].name.type = .person
                entries[index].name.entry = nil
            }
        }
    }

    private static func best(_ votes: [EntityType: (grounds: NameCandidate.Grounds, count: Int)]) -> EntityType? {
        EntityType.allCases.filter { votes[$0] != nil }.max { a, b in
            let (left, right) = (votes[a]!, votes[b]!)
            return left.grounds != right.grounds ? left.grounds < right.grounds : left.count < right.count
        }
    }

    // MARK: Records

    /// Full names first, then by length, then in text order.
    private func order() -> [Int] {
        let sizes = entries.map { $0.text.utf8.reduce(into: 1) { if $1 == UInt8(ascii: " ") { $0 += 1 } } }
        return entries.indices.sorted { sizes[$0] != sizes[$1] ? sizes[$0] > sizes[$1] : $0 < $1 }
    }

    private mutating func place(_ index: Int) {
        let entry = entries[index]
        let key = "\(entry.name.type.rawValue) \(NameForm.key(entry.text))"
        if let known = entry.name.entry, let record = geographicRecord(known, entry) {
            join(index, record, .gazetteer)
        } else if let record = byKey[key] {
            join(index, record, .sameName)
        } else if entry.name.type == .person {
            placePerson(index, key)
        } else if let record = containing(entry) {
            byKey[key] = record
            entries[index].name.type = records[record].type
            join(index, record, .partOfName)
        } else {
            byKey[key] = create(index)
        }
    }

    private mutating func geographicRecord(_ known: Gazetteer.Entry, _ entry: Entry) -> Int? {
        let name: String
        let type: EntityType
        switch known.kind {
        case .country: (name, type) = (known.name, .country)
        case .demonym: (name, type) = (known.name, known.country == nil ? .place : .country)
        case .region, .city, .capital: (name, type) = (known.name, .place)
        case .organisation: (name, type) = (known.name, .organisation)
        case .government: return nil
        }
        guard entry.name.type == type || entry.name.type == .nationality else { return nil }
        if let record = countries["\(type.rawValue) \(name)"] { return record }
        var record = EntityRecord(type: type, main: name, isNamed: true)
        record.gazetteerName = name
        record.addName(name, .lexicon)
        if type == .country, let country = knowledge.gazetteer.country(name) {
            for alias in country.aliases { record.addName(alias, .lexicon) }
        }
        if type == .organisation { describe(&record) }
        if type == .place, known.kind != .region { record.addHead("city") }
        records.append(record)
        countries["\(type.rawValue) \(name)"] = records.count - 1
        return records.count - 1
    }

    private func describe(_ record: inout EntityRecord) {
        for name in knowledge.gazetteer.names(ofOrganisation: record.main) { record.addName(name, .lexicon) }
        let words = record.main.split(separator: " ").map { $0.lowercased() }
        if words.count > 1, let last = words.last { record.addHead(last) }
        if let connector = words.firstIndex(where: { $0 == "of" || $0 == "for" }), connector > 0 { record.addHead(words[connector - 1]) }
    }

    /// The record of a country, made where the article names it only by its capital or adjective.
    mutating func country(_ name: String) -> Int? {
        knowledge.gazetteer.entry(name).flatMap {
            geographicRecord($0, Entry(sentence: 0, name: NameCandidate(tokens: 0...0, type: .country), text: name))
        }
    }

    private mutating func placePerson(_ index: Int, _ key: String) {
        let entry = entries[index]
        let parts = entry.text.split(separator: " ").map { NameForm.key(String($0)) }
        if parts.count == 1 || isLastName(parts) { return }
        if let record = byPart[parts.last!]?.first(where: { agrees(parts, with: $0) }) {
            byKey[key] = record
            join(index, record, .partOfName)
            return
        }
        let record = create(index)
        byKey[key] = record
        byPart[parts.last!, default: []].append(record)
        if parts.first! != parts.last! { byPart[parts.first!, default: []].append(record) }
        if let particle = parts.dropFirst().firstIndex(where: Self.particles.contains) {
            byPart[parts[particle...].joined(separator: " "), default: []].append(record)
        }
    }

    /// "van Houten", "de la Cruz": a last name with its particles.
    private func isLastName(_ parts: [String]) -> Bool { parts.dropLast().allSatisfy(Self.particles.contains) }

    private static let particles: Set<String> = [
        "van", "von", "de", "der", "den", "del", "della", "di", "da", "dos", "du", "la", "le", "ten", "ter", "bin", "ibn", "al", "el",
    ]

    /// "George Bush" agrees with "George W. Bush", "J. Smith" with "John Smith", "Condoleza" with "Condoleezza Rice".
    private func agrees(_ parts: [String], with record: Int) -> Bool {
        let other = NameForm.key(records[record].main).split(separator: " ").map(String.init)
        guard other.count > 1, parts.last == other.last, let a = parts.first, let b = other.first else { return false }
        return a == b || (a.count == 1 && b.hasPrefix(a)) || (b.count == 1 && a.hasPrefix(b))
            || (a.count > 5 && Self.differByOneLetter(a, b))
    }

    private static func differByOneLetter(_ a: String, _ b: String) -> Bool {
        let (short, long) = a.utf8.count <= b.utf8.count ? (Array(a.utf8), Array(b.utf8)) : (Array(b.utf8), Array(a.utf8))
        guard long.count - short.count == 1 else { return false }
        let common = zip(short, long).prefix { $0 == $1 }.count
        return short[common...].elementsEqual(long[(common + 1)...])
    }

    /// The one fuller name of the article that a short one is part of: "Congress" of "US Congress", "Toyota" of "Toyota Motor Corp."
    private func containing(_ entry: Entry) -> Int? {
        guard [.organisation, .work, .event, .thing].contains(entry.name.type) else { return nil }
        let key = NameForm.key(entry.text)
        let words = key.split(separator: " ").map(String.init)
        var found: Int?
        for index in byEdgeWord[words[0], default: []] + byEdgeWord[words[words.count - 1], default: []]
        where index != found && (records[index].type == entry.name.type || entry.name.type == .thing) {
            let full = NameForm.key(records[index].main).split(separator: " ").map(String.init)
            guard full.count > words.count else { continue }
            let owner = Array(full.dropLast(words.count))
            let isEnd =
                Array(full.suffix(words.count)) == words && (isOwner(owner) || owner.count == 1 && !knowledge.isCommonWord(owner[0]))
            let isBeginning =
                Array(full.prefix(words.count)) == words && full.dropFirst(words.count).allSatisfy(isCompanyWord)
                && !isGenericWord(words[0])
            guard isEnd || isBeginning else { continue }
            if found != nil { return nil }
            found = index
        }
        return found
    }

    private func isOwner(_ words: [String]) -> Bool {
        let joined = words.joined(separator: " ")
        if ["un", "eu", "united nations", "european", "federal", "royal", "national"].contains(joined) { return true }
        let name = words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
        return knowledge.gazetteer.entry(name) != nil || knowledge.gazetteer.entry(joined.uppercased()) != nil
    }

    private func isCompanyWord(_ word: String) -> Bool {
        knowledge.gazetteer.type(ofNameEndingIn: word) == .organisation
            || ["motor", "motors", "co", "holding", "&", "and", "international", "global"].contains(word)
    }

    private mutating func create(_ index: Int) -> Int {
        let entry = entries[index]
        var record = EntityRecord(type: entry.name.type == .nationality ? .organisation : entry.name.type, main: entry.text, isNamed: true)
        record.addName(entry.text, .written)
        let parts = entry.text.split(separator: " ").map(String.init)
        if record.type == .person {
            record.isArticleBound = parts.count == 1
            record.gender = knowledge.gazetteer.gender(ofFirstName: parts[0])
        } else {
            record.isArticleBound = parts.allSatisfy { isGenericWord($0.lowercased()) }
            let keys = NameForm.key(entry.text).split(separator: " ").map(String.init)
            if let first = keys.first { byEdgeWord[first, default: []].append(records.count) }
            if let last = keys.last, keys.count > 1 { byEdgeWord[last, default: []].append(records.count) }
            if let last = parts.last { record.addHead(last.lowercased()) }
            if let connector = parts.firstIndex(where: { $0 == "of" || $0 == "for" }), connector > 0 {
                record.addHead(parts[connector - 1].lowercased())
            }
            if [.organisation, .work, .event].contains(record.type), parts.count > 2 {
                for initials in NameForm.initials(parts) {
                    record.addName(initials, .initials)
                    byInitials[initials, default: []].append(records.count)
                }
            }
        }
        records.append(record)
        join(index, records.count - 1, .first)
        return records.count - 1
    }

    private func isGenericWord(_ lower: String) -> Bool {
        SentenceWords.isFunctionWord(lower) || knowledge.gazetteer.type(ofNameEndingIn: lower) != nil
            || (knowledge.isCommonWord(lower)
                && [
                    "defense", "defence", "foreign", "supreme", "high", "national", "house", "finance", "health", "interior", "justice",
                    "affairs", "central",
                ].contains(lower))
    }

    private mutating func join(_ index: Int, _ record: Int, _ reason: EntityMention.Reason) {
        entries[index].record = record
        entries[index].reason = reason
        learn(record, from: entries[index], reason)
    }

    private mutating func learn(_ record: Int, from entry: Entry, _ reason: EntityMention.Reason) {
        if records[record].main == records[record].main.uppercased(), entry.text != entry.text.uppercased(),
            NameForm.key(records[record].main) == NameForm.key(entry.text)
        {
            records[record].main = entry.text
        }
        if entry.name.type != .nationality { records[record].addName(entry.text, reason == .partOfName ? .part : .written) }
        guard let title = entry.name.title else { return }
        if !title.status.isEmpty { records[record].modifiers.insert(title.status == "ex" ? "former" : title.status) }
        if let head = title.office.split(separator: " ").first(where: { knowledge.gazetteer.office($0.lowercased())?.kind == .office }) {
            records[record].addHead(head.lowercased())
        }
        if let last = title.office.split(separator: " ").last { records[record].addHead(last.lowercased()) }
        if let gender = knowledge.gazetteer.office(title.office.lowercased())?.gender { records[record].gender = gender }
    }

    // MARK: Abbreviations

    private mutating func linkAbbreviations(_ found: [(sentence: Int, names: [NameCandidate], words: SentenceWords)]) {
        var meanings: [String: Int] = [:]
        let words = Dictionary(found.map { ($0.sentence, $0.words) }, uniquingKeysWith: { first, _ in first })
        for entry in entries where entry.record >= 0 {
            guard let range = entry.name.abbreviation, let words = words[entry.sentence] else { continue }
            let short = words.text(range)
            meanings[short] = entry.record
            records[entry.record].addName(short, .abbreviation)
        }
        for index in entries.indices {
            let text = entries[index].text
            if let record = meanings[text] {
                redirect(index, to: record, .abbreviation)
            } else if NameForm.isAcronym(text), entries[index].name.entry == nil, let matches = byInitials[text.filter { $0 != "." }],
                matches.count == 1
            {
                redirect(index, to: matches[0], .initials)
            }
        }
    }

    private mutating func redirect(_ index: Int, to record: Int, _ reason: EntityMention.Reason) {
        guard entries[index].record != record else { return }
        entries[index].record = record
        entries[index].reason = reason
        entries[index].name.type = records[record].type
        if reason == .initials { records[record].addName(entries[index].text, .written) }
    }

    // MARK: Short names of persons

    /// Whom the headline or the first sentence names in full is the one that the bare last name goes on to mean; relatives are named in full.
    private static let leadEnd = 1

    /// Single names, in text order, each to the one person whose name it is part of.
    private mutating func resolveShortNames() {
        var seen: [Int: ClosedRange<Int>] = [:]
        for index in entries.indices {
            if entries[index].record < 0 { resolveShortName(index, seen) }
            let sentence = entries[index].sentence
            seen[entries[index].record] = min(seen[entries[index].record]?.lowerBound ?? sentence, sentence)...sentence
        }
    }

    /// - Parameter seen: the sentences from the first to the last mention before, of every record.
    private mutating func resolveShortName(_ index: Int, _ seen: [Int: ClosedRange<Int>]) {
        let entry = entries[index]
        let key = NameForm.key(entry.text)
        var candidates = byPart[key] ?? []
        let gender = entry.name.title.flatMap { knowledge.gazetteer.office($0.office.lowercased())?.gender }
        if let gender { candidates.removeAll { records[$0].gender.map { $0 != gender } ?? false } }
        if candidates.count > 1 {
            let lastNamed = candidates.filter { NameForm.key(records[$0].main).hasSuffix(" " + key) }
            if !lastNamed.isEmpty { candidates = lastNamed }
        }
        if candidates.count == 1 { return join(index, candidates[0], .partOfName) }
        let before = candidates.filter { seen[$0] != nil }
        let leading = before.filter { seen[$0]!.lowerBound <= Self.leadEnd }
        if leading.count == 1 { return join(index, leading[0], .partOfName) }
        let recent = before.map { ($0, seen[$0]!.upperBound) }.sorted { $0.1 > $1.1 }
        if let first = recent.first, recent.count == 1 || first.1 > recent[1].1 + 1 { return join(index, first.0, .partOfName) }
        let full = "person \(key)"
        if let record = byKey[full] { return join(index, record, .sameName) }
        byKey[full] = create(index)
    }

    // MARK: What reading on adds

    /// Reads a capital as its country's government.
    mutating func readAsGovernment(_ index: Int) {
        guard let name = entries[index].name.entry?.country, let record = country(name) else { return }
        entries[index].record = record
        entries[index].reason = .government
        entries[index].name.type = .country
    }
}

extension SentenceWords {
    /// A name's words as it is shown: typographic apostrophes straight, no line breaks.
    func nameText(_ range: ClosedRange<Int>) -> String {
        let text = text(range)
        return text.utf8.contains(0xE2) ? text.replacing("’", with: "'") : text
    }
}
