/// What kind of thing a noun speaks of: the classes of its common senses ("party" is a group and an event).
public struct NounClass: OptionSet, Hashable, Sendable {
    public let rawValue: UInt32
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    public static let person = Self(rawValue: 1 << 0)
    /// Organisations, institutions, peoples.
    public static let group = Self(rawValue: 1 << 1)
    public static let place = Self(rawValue: 1 << 2)
    /// Events and acts: "battle", "announcement".
    public static let event = Self(rawValue: 1 << 3)
    public static let time = Self(rawValue: 1 << 4)
    public static let quantity = Self(rawValue: 1 << 5)
    public static let communication = Self(rawValue: 1 << 6)
    public static let artifact = Self(rawValue: 1 << 7)
    /// Thoughts and plans.
    public static let cognition = Self(rawValue: 1 << 8)
    public static let attribute = Self(rawValue: 1 << 9)
    public static let state = Self(rawValue: 1 << 10)
    public static let possession = Self(rawValue: 1 << 11)
    public static let substance = Self(rawValue: 1 << 12)
    /// Animals, plants and their parts.
    public static let nature = Self(rawValue: 1 << 13)
    /// Rivers, mountains and other natural objects.
    public static let object = Self(rawValue: 1 << 14)
    public static let relation = Self(rawValue: 1 << 15)

    /// By WordNet's lexicographer files (lexnames(5)); empty for the most general nouns ("thing").
    init(lexicographerFile file: Int) {
        self =
            switch file {
            case 4, 11, 19, 22: .event
            case 5, 8, 20: .nature
            case 6: .artifact
            case 7, 12, 16, 25: .attribute
            case 9: .cognition
            case 10: .communication
            case 13, 27: .substance
            case 14: .group
            case 15: .place
            case 17: .object
            case 18: .person
            case 21: .possession
            case 23: .quantity
            case 24: .relation
            case 26: .state
            case 28: .time
            default: []
            }
    }
}

extension WordNet {
    /// Words for the same thing, of the lemma's common senses, the commonest sense first; without the lemma itself.
    public func synonyms(of lemma: String, _ part: Part) -> [String] {
        var result: [String] = []
        for sense in commonSenses(of: lemma, part) {
            for member in table.members(ofSynset: sense.synset) {
                let text = table.text(ofLemma: member)
                if text != lemma, !result.contains(text) { result.append(text) }
            }
        }
        return result
    }

    /// The classes of the noun's common senses.
    public func nounClass(of lemma: String) -> NounClass {
        commonSenses(of: lemma, .noun).reduce(into: []) {
            $0.formUnion(NounClass(lexicographerFile: table.lexicographerFile(ofSynset: $1.synset)))
        }
    }

    /// The class of the noun's commonest sense alone.
    public func firstNounClass(of lemma: String) -> NounClass {
        senses(of: lemma).first { $0.part == .noun }
            .map { NounClass(lexicographerFile: table.lexicographerFile(ofSynset: $0.synset)) } ?? []
    }

    /// The class of the noun's commonest sense where no other class has a sense at least half as common; else empty.
    public func settledNounClass(of lemma: String) -> NounClass {
        let senses = senses(of: lemma).filter { $0.part == .noun }
        guard let first = senses.first else { return [] }
        func kind(_ sense: WordNetTable.Sense) -> NounClass { NounClass(lexicographerFile: table.lexicographerFile(ofSynset: sense.synset)) }
        let isDisputed = senses.prefix(4).contains { $0.countClass >= first.countClass - 16 && kind($0) != kind(first) }
        return isDisputed ? [] : kind(first)
    }

    /// Whether the noun's commonest sense lies below (or is) the commonest sense of `kind`.
    public func isFirstSense(of lemma: String, below kind: String) -> Bool {
        func first(_ lemma: String) -> Int? { senses(of: lemma).first { $0.part == .noun }?.synset }
        guard let start = first(lemma), let target = first(kind) else { return false }
        return isSynset(start, below: [target])
    }

    /// Whether a common sense of `lemma` lies below (or is) a common sense of `kind`: ("minister", "person"), ("assassinate", "kill").
    public func isKind(_ lemma: String, of kind: String, _ part: Part = .noun) -> Bool {
        let targets = commonSenses(of: kind, part).map(\.synset)
        return commonSenses(of: lemma, part).contains { isSynset($0.synset, below: targets) }
    }

    private func isSynset(_ synset: Int, below targets: [Int]) -> Bool {
        var frontier = [synset]
        var seen = frontier
        while let synset = frontier.popLast() {
            if targets.contains(synset) { return true }
            for above in table.hypernyms(ofSynset: synset) where !seen.contains(above) {
                seen.append(above)
                frontier.append(above)
            }
        }
        return false
    }

    /// Lemmas of other parts (or other words of the same part) made from this one, both ways: "occupy" gives "occupation",
    /// "occupation" gives "occupy", "command" gives "commander", "long" gives "length".
    public func derived(from lemma: String, _ part: Part) -> [(lemma: String, part: Part)] {
        linked(lemma, part, .derivation)
    }

    /// "large" gives "small".
    public func antonyms(of lemma: String, _ part: Part) -> [String] {
        linked(lemma, part, .antonym).map(\.lemma)
    }

    private func linked(_ lemma: String, _ part: Part, _ kind: WordNetTable.LinkKind) -> [(lemma: String, part: Part)] {
        guard let number = table.lemma(lemma) else { return [] }
        return table.links(from: number, part: part, kind: kind).map { (table.text(ofLemma: $0.lemma), $0.part) }
    }

    /// The senses that are at least a quarter as frequent as the commonest; where nothing was counted, the first two.
    func commonSenses(of lemma: String, _ part: Part) -> ArraySlice<WordNetTable.Sense> {
        let all = senses(of: lemma).filter { $0.part == part }
        guard let top = all.first?.countClass, top > 0 else { return all.prefix(2) }
        return all.prefix(4).prefix { $0.countClass >= top - 32 }
    }
}
