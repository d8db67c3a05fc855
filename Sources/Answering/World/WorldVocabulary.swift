import FactStore
import Facts
import Lexicon
import Questions

/// How people's words lead to the relations, types and things of one world: the rows of its lexicon tables, the relations' and types' own
/// names, and general English. Built once a world; every look-up is a dictionary probe.
final class WorldVocabulary {
    let world: World
    let lexicon: WorldLexicon
    let measures: Measures?
    let forms: WordForms
    let wordNet: WordNet?
    private(set) var frames: [String: [Frame]] = [:]
    private(set) var attributes: [String: [AttributeUse]] = [:]
    private(set) var types: [String: [String]] = [:]
    /// By the last word of their names: "plays for" under "for".
    private(set) var prepositionFrames: [String: [(relation: String, isPlain: Bool)]] = [:]
    /// What stands in the columns of each relation.
    var columnKinds: [String: [Role: Kind]] = [:]
    var typeKinds: [String: Kind] = [:]
    var columnUnits: [String: [Role: String]] = [:]
    var thingKinds: [[ValueTable.ID]: Kind] = [:]
    var sidesOfKinds: [Int: [[Side]]] = [:]
    var kindCount = 0

    init(world: World, lexicon rows: [LexiconRow]) {
        self.world = world
        wordNet = try? WordNet.shared()
        measures = try? Measures.load()
        forms = WordForms(wordNet: wordNet)
        lexicon = WorldLexicon(rows: rows, world: world, forms: forms)
        for name in lexicon.transitive { world.relation(name)?.isTransitive = true }
        for name in lexicon.symmetric { world.relation(name)?.mirror() }
        addKinds()
        for type in world.types {
            for key in forms.keys(type.name) where types[key]?.contains(type.name) != true { types[key, default: []].append(type.name) }
        }
        for table in world.relations { addWords(of: table) }
    }

    // MARK: Relations' own names

    private static let prepositions: Set<String> = [
        "of", "in", "at", "for", "by", "to", "from", "with", "on", "into", "through", "against", "under", "over", "near", "after", "about",
        "as",
        "during", "between", "before", "since", "until", "along", "across", "via", "within", "inside", "off", "out", "up",
    ]
    private static let auxiliaries: Set<String> = ["is", "was", "are", "were", "has", "had", "be", "been", "does", "do"]

    private func addWords(of table: RelationTable) {
        let name = table.name
        var words = WordForms.words(name)
        while words.count > 1, Self.auxiliaries.contains(words[0]) { words.removeFirst() }
        let object: Role = table.roles.contains(.patient) ? .patient : table.roles.first { $0 != .agent } ?? .patient
        let plain = AttributeUse(relation: name, owner: .agent, value: object, cost: 0)
        for key in forms.keys(words.joined(separator: " ")) + forms.keys(name) { add(plain, key) }
        for role in table.roles where role != .agent && role != .patient {
            add(AttributeUse(relation: name, owner: .agent, value: role, cost: 1), role.rawValue)
        }
        addPartialNouns(words, plain)
        addVerbs(words, table, object)
        if let last = words.last, Self.prepositions.contains(last) {
            prepositionFrames[last, default: []].append((name, words.count == 1))
        }
    }

    private func add(_ use: AttributeUse, _ key: String) {
        if attributes[key]?.contains(where: { $0.relation == use.relation && $0.value == use.value }) != true {
            attributes[key, default: []].append(use)
        }
    }

    /// "capital of" is asked for by "capital", the other way round; "goals scored" by "goals"; "top speed" by "speed".
    private func addPartialNouns(_ words: [String], _ plain: AttributeUse) {
        guard words.count > 1 else { return }
        func isNoun(_ word: String) -> Bool { !(wordNet?.lemmas(of: word, .noun).isEmpty ?? false) || wordNet == nil }
        func isParticiple(_ word: String) -> Bool {
            word.hasSuffix("ed") || wordNet?.lemmas(of: word, .verb).first.map { $0 != word } ?? false
        }
        if words.count == 2, words[1] == "of" || words[1] == "for", !words[0].hasSuffix("s") || !isParticiple(words[0]) {
            for key in forms.keys(words[0]) { add(plain.inverted, key) }
        } else if words.count == 2, isNoun(words[0]), isParticiple(words[1]) {
            for key in forms.keys(words[0]) {
                add(AttributeUse(relation: plain.relation, owner: plain.owner, value: plain.value, cost: 1), key)
            }
        } else if let last = words.last, !Self.prepositions.contains(last), isNoun(last) {
            for key in forms.keys(last) {
                add(AttributeUse(relation: plain.relation, owner: plain.owner, value: plain.value, cost: 2), key)
            }
            if words.count == 3, words[1] == "of", words[0] == "number" || words[0] == "date" || words[0] == "name" { return }
            if words.count == 3, words[1] == "of" {
                for key in forms.keys(words[0]) {
                    add(AttributeUse(relation: plain.relation, owner: plain.owner, value: plain.value, cost: 2), key)
                }
            }
        }
    }

    /// Adverbs that a relation's name may begin with: "first climbed" is asked for by "first climbed" and by "climbed".
    static let leadingAdverbs: Set<String> = ["first", "last", "also", "once", "formerly", "previously", "currently", "originally", "now"]

    private func addVerbs(_ words: [String], _ table: RelationTable, _ object: Role) {
        let words = words.count > 1 && Self.leadingAdverbs.contains(words[0]) ? Array(words.dropFirst()) : words
        guard let first = words.first, words.count <= 3 else { return }
        let name = table.name
        let extra = Self.rolePrepositions(table)
        let preposition = words.count == 2 && Self.prepositions.contains(words[1]) ? words[1] : nil
        for verb in wordNet?.lemmas(of: first, .verb) ?? forms.lemmas(first) {
            let isInflected = verb != first
            let isPast = isInflected && !first.hasSuffix("s") && !first.hasSuffix("ing")
            switch (words.count, preposition) {
            case (1, _):
                if isPast {
                    // "built" of ship and yard may be the ship's or the yard's; "Ada rescued Max" is told in this order.
                    let told = table.roles.contains(.patient) && kind(name, .patient)?.shape == .thing ? 1 : 0
                    let plain = object == .patient ? 0 : 1
                    add(Frame(relation: name, subject: .agent, object: object, prepositions: extra, cost: plain), verb)
                    add(Frame(relation: name, subject: object, object: .agent, prepositions: extra, cost: told), verb)
                } else {
                    add(Frame(relation: name, subject: .agent, object: object, prepositions: extra, cost: isInflected ? 0 : 1), verb)
                    if !isInflected { add(Frame(relation: name, subject: object, object: .agent, prepositions: extra, cost: 1), verb) }
                }
            case (2, "by"?):
                add(Frame(relation: name, subject: object, object: .agent, prepositions: extra, cost: 0), verb)
            case (2, let preposition?):
                let prepositions = extra.merging([preposition: object]) { $1 }
                if isPast {
                    add(Frame(relation: name, subject: nil, object: .agent, prepositions: prepositions, cost: 0), verb)
                    // "the yard built the ship" of what is `built at` a yard.
                    add(Frame(relation: name, subject: object, object: .agent, prepositions: extra, cost: 2), verb)
                }
                add(Frame(relation: name, subject: .agent, object: nil, prepositions: prepositions, cost: 0), verb)
            case (2, nil) where ["date", "year", "place", "time", "day"].contains(words[1]):
                add(Frame(relation: name, subject: .agent, object: object, cost: 1), verb)
                add(Frame(relation: name, subject: object, object: .agent, cost: 1), verb)
            default: break
            }
        }
        addDerivedVerbs(words, name, object, extra)
    }

    /// "captain" and "manager of" are asked for by "captains" and "manages": the value is the one who does it.
    private func addDerivedVerbs(_ words: [String], _ name: String, _ object: Role, _ extra: [String: Role]) {
        let isOf = words.count == 2 && words[1] == "of"
        guard words.count == 1 || isOf || words.count == 2 && ["date", "year", "place", "time"].contains(words[0]),
            let noun = wordNet?.lemmas(of: words[0], .noun).first
        else { return }
        for derived in wordNet?.derived(from: noun, .noun) ?? [] where derived.part == .verb {
            let (subject, owner): (Role, Role) = isOf ? (.agent, object) : (object, .agent)
            add(Frame(relation: name, subject: subject, object: owner, prepositions: extra, cost: 1), derived.lemma)
            if !(noun.hasSuffix("er") || noun.hasSuffix("or")) {
                add(Frame(relation: name, subject: owner, object: subject, prepositions: extra, cost: 2), derived.lemma)
            }
        }
    }

    private func add(_ frame: Frame, _ verb: String) {
        if frames[verb]?.contains(where: {
            $0.relation == frame.relation && $0.subject == frame.subject && $0.object == frame.object
                && $0.prepositions == frame.prepositions
        }) != true {
            frames[verb, default: []].append(frame)
        }
    }

    /// Which prepositions fill the roles that a table has columns for.
    static func rolePrepositions(_ table: RelationTable) -> [String: Role] {
        var result: [String: Role] = [:]
        for role in table.roles {
            switch role {
            case .source: for word in ["from", "out of"] { result[word] = .source }
            case .destination: for word in ["to", "into", "towards"] { result[word] = .destination }
            case .recipient: for word in ["to", "for"] where result[word] == nil { result[word] = .recipient }
            case .place: for word in ["in", "at", "on"] { result[word] = .place }
            default: break
            }
        }
        return result
    }

    // MARK: Looking up

    /// The frames of a verb: from the lexicon, from relations' own names; where there are none, of its synonyms.
    func frames(verb: String, particle: String, prepositions: [String]) -> [Frame] {
        let base = particle.isEmpty ? verb : "\(verb) \(particle)"
        var result = lexiconFrames(base, preposition: nil)
        for preposition in prepositions { result += lexiconFrames("\(base) \(preposition)", preposition: preposition) }
        result += frames[base] ?? []
        for var frame in particle.isEmpty ? [] : frames[verb] ?? [] {
            guard let role = frame.prepositions[particle] else { continue }
            // "is looked after by": what the preposition takes is the verb's object.
            if frame.object == nil { frame.object = role }
            result.append(frame)
        }
        // "the film stars Ada" where the table has "star in": the other way round.
        for case .relation(let name, let inverse, _) in lexicon.meanings(ofVerbAlone: base) {
            let (subject, object): (Role, Role) = inverse ? (.agent, .patient) : (.patient, .agent)
            result.append(Frame(relation: name, subject: subject, object: object, cost: 2))
        }
        guard result.isEmpty else { return result }
        for synonym in wordNet?.synonyms(of: base, .verb) ?? [] {
            for var frame in (frames[synonym] ?? []) + lexiconFrames(synonym, preposition: nil) {
                frame.cost += 6
                frame.synonym = synonym
                result.append(frame)
            }
        }
        return result
    }

    private func lexiconFrames(_ key: String, preposition: String?) -> [Frame] {
        lexicon.meanings(key, .verb).flatMap { meaning -> [Frame] in
            guard case .relation(let name, let inverse, let roles) = meaning, let table = world.relation(name) else { return [] }
            let extra = Self.rolePrepositions(table).merging(roles) { $1 }
            var (subject, object): (Role, Role) = inverse ? (.patient, .agent) : (.agent, .patient)
            if let role = roles["object"] { object = role }
            if let role = roles["subject"] { subject = role }
            guard table.roles.contains(.patient) else {
                // Without an object who did it and who it was done to are the same: "moved" and "was moved".
                return [
                    Frame(relation: name, subject: .agent, object: roles["object"], prepositions: extra, cost: 0),
                    Frame(relation: name, subject: nil, object: .agent, prepositions: extra, cost: 0),
                ]
            }
            guard let preposition else {
                // "was shown" of what is `shown at` a cinema: the other way round, where types say so.
                return [
                    Frame(relation: name, subject: subject, object: object, prepositions: extra, cost: 0),
                    Frame(
                        relation: name, subject: object, object: subject,
                        prepositions: extra.merging(ownPreposition(name)) { $1 }, cost: 2),
                ]
            }
            let prepositions = extra.merging([preposition: object]) { $1 }
            return [
                Frame(relation: name, subject: subject, object: nil, prepositions: prepositions, cost: 0),
                Frame(relation: name, subject: nil, object: subject, prepositions: prepositions, cost: 1),
            ]
        }
    }

    /// The preposition that ends a relation's name, with the role it introduces.
    private func ownPreposition(_ relation: String) -> [String: Role] {
        guard let last = WordForms.words(relation).last, Self.prepositions.contains(last) else { return [:] }
        return [last: .patient]
    }

    /// Types and attributes of several words, as they are written: "home port", "container ship". The grammar takes them as one noun.
    var compounds: [String] {
        func isNounLike(_ words: [String]) -> Bool {
            guard words.count > 1, let first = words.first, let last = words.last, !Self.prepositions.contains(last) else { return false }
            let lemma = wordNet?.lemmas(of: last, .verb).first
            let lastIsParticiple = lemma.map { $0 != last && !last.hasSuffix("s") } ?? false
            let firstIsVerb = (wordNet?.lemmas(of: first, .verb).first.map { $0 != first } ?? false) && !first.hasSuffix("ing")
            return !lastIsParticiple && !firstIsVerb && !words.dropFirst().dropLast().contains { Self.prepositions.contains($0) }
        }
        var result = world.relations.map(\.name) + world.types.map(\.name)
        result += lexicon.words.filter { $0.part == .noun || $0.part == .type }.map(\.word)
        return result.filter { isNounLike(WordForms.words($0)) }
    }

    /// The relations that a noun or noun phrase asks for.
    func attributes(_ key: String) -> [AttributeUse] {
        var result: [AttributeUse] = []
        for case .relation(let name, let inverse, _) in lexicon.meanings(key, .noun, .type) where world.relation(name) != nil {
            let use = AttributeUse(relation: name, owner: .agent, value: .patient, cost: 0)
            result.append(inverse ? use.inverted : use)
        }
        for use in attributes[key] ?? [] where !result.contains(where: { $0.relation == use.relation && $0.value == use.value }) {
            result.append(use)
        }
        if result.isEmpty {
            for entry in measures?.entries(key, .noun) ?? [] {
                for attribute in entry.attributes {
                    for var use in attributes[attribute.name] ?? [] {
                        use.cost += 3
                        result.append(use)
                    }
                }
            }
        }
        return result
    }

    /// The types that a noun names.
    func types(_ key: String) -> [[String]] {
        var result: [[String]] = []
        for case .types(let names) in lexicon.meanings(key, .noun, .type) { result.append(names.filter { world.type($0) != nil }) }
        if let own = types[key] {
            for name in own where !result.contains([name]) { result.append([name]) }
        }
        return result.filter { !$0.isEmpty }
    }

    /// The attribute that an adjective of measure speaks of, and whether it means more of it.
    func scales(_ adjective: String) -> [(use: AttributeUse, more: Bool)] {
        var result: [(AttributeUse, Bool)] = []
        for case .scale(let name, let more) in lexicon.meanings(adjective, .adjective) {
            for use in attributes[name] ?? [] { result.append((use, more)) }
        }
        guard result.isEmpty else { return result }
        for entry in measures?.entries(adjective, .adjective) ?? [] {
            for attribute in entry.attributes {
                for var use in attributes[attribute.name] ?? [] where use.owner == .agent {
                    use.cost += 2
                    result.append((use, (entry.sense != .less) != attribute.isInverted))
                }
            }
        }
        return result
    }
}
