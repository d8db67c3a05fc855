import Facts
import Lexicon

/// Decides what a name names from its own words, the language model's opinion and its neighbours.
struct NameTyper {
    private let words: SentenceWords
    private var lower: [String] { words.lower }
    private var gazetteer: Gazetteer { words.knowledge.gazetteer }

    init(_ words: SentenceWords) { self.words = words }

    func type(_ range: ClosedRange<Int>) -> (type: EntityType, grounds: NameCandidate.Grounds) {
        let model = modelType(range)
        if let strong = strongType(range) {
            let isPersonal =
                range.count >= 2 && range.count <= 3 && gazetteer.isFirstName(words.form(range.lowerBound))
                && !words.knowledge.isCommonWord(lower[range.lowerBound])
            if isPersonal, model == .person || (model == nil && Self.surnames.contains(lower[range.upperBound])) {
                return (.person, .firstName)
            }
            return (strong, .lastWord)
        }
        if let type = describedType(range), type == .person || !hasClearFirstName(range) { return (type, .described) }
        if model == .person, range.count == 1, NameForm.isAcronym(words.form(range.lowerBound)),
            words.form(range.lowerBound).utf8.count > 2, !gazetteer.isFirstName(words.form(range.lowerBound))
        {
            return (.organisation, .context)
        }
        if let model { return (model, .model) }
        if looksPersonal(range) { return (.person, .firstName) }
        return contextType(range)
    }

    /// From designations and from the words that end or begin a name; nil where they don't tell.
    func strongType(_ range: ClosedRange<Int>) -> EntityType? {
        if let type = designation(range) { return type }
        if range.contains(where: { lower[$0] == "&" }) { return .organisation }
        if let type = headType(range) { return type }
        if range.count > 1, let type = Self.firstWords[lower[range.lowerBound]] { return type }
        return nil
    }

    private func hasClearFirstName(_ range: ClosedRange<Int>) -> Bool {
        gazetteer.gender(ofFirstName: words.form(range.lowerBound)) != nil && looksPersonal(range)
    }

    /// What the words around the name call it: "the island of X", "his wife, X", "a town called X", and a dateline.
    private func describedType(_ range: ClosedRange<Int>) -> EntityType? {
        if isDateline(range) { return .place }
        let tree = words.tree
        if range.lowerBound > 1, lower[range.lowerBound - 1] == "of", tree.upos(range.lowerBound - 2) == "NOUN" {
            let noun = tree.lemma(range.lowerBound - 2)
            if Self.placeNouns.contains(noun) || Self.nounsOfPlaces.contains(noun) { return .place }
        }
        if range.lowerBound > 0, tree.upos(range.lowerBound - 1) == "NOUN", Self.placeNouns.contains(lower[range.lowerBound - 1]) {
            return .place
        }
        if range.lowerBound > 0, tree.xpos(range.lowerBound - 1) == "NN", let type = plainType(range.lowerBound - 1),
            type == .person || type == .organisation
        {
            return type
        }
        let head = tree.headOfPhrase(range)
        if let noun = exemplified(by: tree.firstConjunct(head)) { return plainType(noun) }
        if tree.has(head, "appos"), let noun = tree.head(head), tree.upos(noun) == "NOUN", tree.xpos(noun) == "NN" {
            return plainType(noun)
        }
        if let noun = tree.children(head, "appos").first(where: { tree.upos($0) == "NOUN" && tree.xpos($0) == "NN" }) {
            return plainType(noun)
        }
        if tree.has(head, any: ["xcomp", "obj"]), let verb = tree.head(head), ["call", "name"].contains(tree.lemma(verb)),
            tree.has(verb, "acl"),
            let noun = tree.head(verb), tree.upos(noun) == "NOUN"
        {
            return plainType(noun)
        }
        return describedAfterComma(range)
    }

    /// The plural common noun before "including" or "such as" and the name: "key towns in the north including X".
    private func exemplified(by head: Int) -> Int? {
        guard ["including", "such as"].contains(words.tree.preposition(head) ?? ""), let word = words.tree.child(head, "case"), word > 0 else {
            return nil
        }
        return (max(0, word - 6)..<word).last { words.tree.xpos($0) == "NNS" && words.tree.upos($0) == "NOUN" }
    }

    /// "Acme, the country's largest brewer, …", where the tree may not show it.
    private func describedAfterComma(_ range: ClosedRange<Int>) -> EntityType? {
        let comma = range.upperBound + 1
        guard comma + 2 < words.count, lower[comma] == ",", ["a", "an", "the", "its", "his", "their", "one"].contains(lower[comma + 1])
        else { return nil }
        for i in comma + 2..<min(comma + 9, words.count) {
            if words.tree.upos(i) == "VERB" || lower[i] == "," { return nil }
            guard words.tree.xpos(i) == "NN", i + 1 < words.count, !words.isPossessive(i + 1), !words.isHyphen(i + 1),
                words.tree.upos(i + 1) != "NOUN"
            else { continue }
            return [",", ".", "of", "in", "for", "at", "from"].contains(lower[i + 1]) ? plainType(i) : nil
        }
        return nil
    }

    /// The type of thing a noun speaks of. "The head of the bank, X": of the holder, not of the bank.
    private func plainType(_ noun: Int) -> EntityType? {
        let tree = words.tree
        var type = words.knowledge.type(ofNoun: tree.lemma(noun))
        if tree.has(noun, "nmod"), let holder = tree.head(noun), words.knowledge.type(ofNoun: tree.lemma(holder)) == .person {
            type = .person
        }
        return type == .thing || type == .event ? nil : type
    }

    /// "OSLO, Norway (Agency) — …": capitals at the very beginning, up to a dash.
    private func isDateline(_ range: ClosedRange<Int>) -> Bool {
        guard words.tree.sentence.startsParagraph, range.upperBound < 8, range.lowerBound < 5 else { return false }
        guard
            let dash = (range.upperBound + 1..<min(words.count, 14)).first(where: {
                ["—", "–", "--", "-"].contains(lower[$0]) && !words.touchesPrevious($0)
            })
        else { return false }
        guard !words.form(0).unicodeScalars.contains(where: \.properties.isLowercase), words.form(0).unicodeScalars.count > 2 else {
            return false
        }
        let bracket = (0..<dash).first { lower[$0] == "(" } ?? dash
        return range.upperBound < bracket
    }

    /// Two or three words of which the first is a first name, and none is a word of bodies.
    func looksPersonal(_ range: ClosedRange<Int>) -> Bool {
        guard (2...5).contains(range.count), gazetteer.isFirstName(words.form(range.lowerBound)) else { return false }
        return range.dropFirst().allSatisfy { i in
            (words.isNamePart[i] && !NameForm.isAcronym(words.form(i)) && gazetteer.entry(words.form(i))?.kind != .country
                && gazetteer.entry(words.form(i))?.kind != .demonym)
                || words.isHyphen(i) || ["“", "”", "\""].contains(lower[i]) || Self.nameParticles.contains(lower[i])
        } && !isPlainPhrase(range)
    }

    /// Whether all words but the first are common words and the first one is too: "Grand Final", "Will Power".
    private func isPlainPhrase(_ range: ClosedRange<Int>) -> Bool {
        gazetteer.gender(ofFirstName: words.form(range.lowerBound)) == nil && range.allSatisfy { words.knowledge.isCommonWord(lower[$0]) }
    }

    func modelType(_ range: ClosedRange<Int>) -> EntityType? {
        var best: (type: EntityType, overlap: Int)?
        for name in words.names where name.first <= range.upperBound && name.last >= range.lowerBound {
            let overlap = min(name.last, range.upperBound) - max(name.first, range.lowerBound) + 1
            if overlap > best?.overlap ?? 0 { best = (name.type, overlap) }
        }
        guard let best, best.overlap * 2 > range.count else { return nil }
        return best.type
    }

    private func headType(_ range: ClosedRange<Int>) -> EntityType? {
        var end = range.upperBound
        if let connector = range.dropFirst().first(where: { ["of", "for", "on", "in"].contains(lower[$0]) }) { end = connector - 1 }
        while end > range.lowerBound, isNumeral(end) { end -= 1 }
        if end > range.lowerBound, let type = gazetteer.type(ofNameEndingIn: "\(lower[end - 1]) \(lower[end])") { return type }
        if range.count > 1, let type = gazetteer.type(ofNameEndingIn: lower[end]) { return type }
        if end > range.lowerBound, gazetteer.entry(words.form(end)) != nil || !words.knowledge.isCommonWord(lower[end]),
            range.count > 2 || gazetteer.entry(words.form(end)) != nil, let type = gazetteer.type(ofNameEndingIn: lower[end - 1])
        {
            return type
        }
        if range.count == 1, let type = gazetteer.type(ofNameEndingIn: lower[end]),
            Self.nakedBodies.contains(lower[end]) || NameForm.isAcronym(words.form(end)) || lower[end].contains(".com")
        {
            return type
        }
        return nil
    }

    /// "F-35", "AK-47", "USS Nimitz", "T-72".
    private func designation(_ range: ClosedRange<Int>) -> EntityType? {
        if range.count > 1, Self.shipPrefixes.contains(words.form(range.lowerBound)) { return .vehicle }
        let parts = words.text(range).split(separator: " ")[0].split(separator: "-")
        guard parts.count >= 2, let first = parts.first,
            parts[1].utf8.first.map({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) == true
        else { return nil }
        if Self.aircraft.contains(String(first)) { return .vehicle }
        return Self.arms.contains(String(first)) ? .weapon : nil
    }

    private func contextType(_ range: ClosedRange<Int>) -> (type: EntityType, grounds: NameCandidate.Grounds) {
        let before = range.lowerBound > 0 ? lower[range.lowerBound - 1] : ""
        if range.count <= 2, Self.placePrepositions.contains(before), !NameForm.isAcronym(words.form(range.lowerBound)) {
            return (.place, .located)
        }
        if range.count == 1, NameForm.isAcronym(words.form(range.lowerBound)) {
            return words.tree.upos(range.lowerBound) == "PROPN" ? (.organisation, .context) : (.thing, .none)
        }
        if range.count == 1, words.tree.xpos(range.lowerBound) == "NNPS", before == "the" { return (.organisation, .context) }
        if range.count == 1, before != "the", isPersonal(range.lowerBound) { return (.person, .context) }
        if range.contains(where: { lower[$0].utf8.contains { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") } }) {
            return (.thing, .context)
        }
        let isUncommon = range.allSatisfy {
            !words.knowledge.isCommonWord(lower[$0]) && !NameForm.isAcronym(words.form($0)) && gazetteer.entry(words.form($0)) == nil
        }
        return range.count > 1 && range.count < 4 && isUncommon ? (.person, .context) : (.thing, .none)
    }

    /// A first name, or an unknown word in a person's place: subject, possessor, one who is spoken to.
    private func isPersonal(_ i: Int) -> Bool {
        if gazetteer.gender(ofFirstName: words.form(i)) != nil { return true }
        guard !words.knowledge.isCommonWord(lower[i]) else { return false }
        if gazetteer.isFirstName(words.form(i)) { return true }
        let tree = words.tree
        if tree.relation(i) == "nmod:poss" { return true }
        guard tree.relation(i) == "nsubj", let verb = tree.head(i), tree.upos(verb) == "VERB" else { return false }
        let entry = words.knowledge.verbs.entry(tree.lemma(verb))
        return entry?.stance != nil || entry?.complement != nil
    }

    private func isNumeral(_ i: Int) -> Bool {
        words.form(i).unicodeScalars.allSatisfy { ("0"..."9").contains($0) || "IVXL".unicodeScalars.contains($0) } || words.isHyphen(i)
    }

    private static let firstWords: [String: EntityType] = [
        "mount": .place, "lake": .place, "port": .place, "fort": .place, "camp": .place, "cape": .place, "gulf": .place,
        "hotel": .place, "mt.": .place,
        "hurricane": .event, "typhoon": .event, "cyclone": .event, "storm": .event, "operation": .event, "exercise": .event,
        "radio": .organisation, "fc": .organisation, "real": .organisation, "ac": .organisation, "inter": .organisation,
        "banco": .organisation,
        "grupo": .organisation, "banque": .organisation, "rio": .place, "san": .place, "santa": .place, "los": .place,
        "las": .place, "el": .place,
        "new": .place, "cathedral": .place, "boeing": .vehicle, "airbus": .vehicle, "resolution": .work,
    ]
    /// Single words that name one body of their country.
    private static let nakedBodies = WordSet(
        """
        congress, senate, parliament, knesset, duma, politburo, taliban, treasury, navy, army, cabinet, interpol, marines
        """)
    private static let placeNouns = WordSet(
        """
        city, town, village, island, state, province, region, district, country, county, port, hamlet, suburb, municipality, republic,
        river, lake, valley, peninsula, territory, capital, area, neighborhood, neighbourhood, enclave, kingdom
        """)
    private static let nounsOfPlaces = WordSet(
        """
        battle, siege, mayor, outskirts, centre, center, south, north, east, west, streets, coast, parliament, people, army, border,
        provinces, king, queen, ambassador, towns, cities, villages, islands
        """)
    /// Words for places that are also family names.
    static let surnames = WordSet(
        """
        hill, brook, ford, banks, rivers, woods, fields, lake, church, castle, temple, hall, marsh, lane, park, forest, bay, wood,
        glen, heath, moor, pond, day, law, court, mount, street, bridges, wells, parish, price
        """)
    private static let shipPrefixes = WordSet(
        """
        USS, HMS, HMAS, HMCS, INS, JS, MV, M/V, SS, RMS, MS, RFA, USNS, ROKS
        """)
    private static let aircraft = WordSet(
        """
        F, B, C, KC, MQ, RQ, UH, AH, CH, MH, MV, EA, E, P, A, J, MiG, Mi, Su, Tu, Il, An, T, M1A, Ka, V, U
        """)
    private static let arms = WordSet(
        """
        AK, S, RPG, M, AR, SS, SA, SM, AIM, AGM, PAC, BGM, R, GBU, KN, DF, Hwasong, MANPAD
        """)
    private static let placePrepositions = WordSet(
        """
        in, near, at, outside, throughout, across, around, toward, towards, into, through, via
        """)
    private static let nameParticles = WordSet(
        """
        de, la, del, van, von, der, bin, ibn, al, el, da, dos, du, ten, di, y, e
        """)
}
